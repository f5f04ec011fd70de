import {describe, expect, it} from 'vitest';

import {redactedPieces, redactedWords} from './redacted.js';

const MASK = '••••••••••••••••';
const words = {card: '[card]', attachment: '[file]'};

describe('what was taken out of a text', () => {
  it('is told in its place, and the mask that stands there is not shown as well', () => {
    const text = `My card is ${MASK}, thanks`;
    const pieces = redactedPieces(text, [{kind: 'card', at: 11, length: MASK.length}]);
    expect(pieces).toEqual([
      {kind: 'text', text: 'My card is '},
      {kind: 'card'},
      {kind: 'text', text: ', thanks'},
    ]);
    expect(redactedWords(text, [{kind: 'card', at: 11, length: MASK.length}], words)).toBe(
      'My card is  [card] , thanks',
    );
  });

  it('is told in the order of the text, a file last', () => {
    const text = `${MASK} or ${MASK}`;
    const redactions = [
      {kind: 'attachment'},
      {kind: 'card', at: MASK.length + 4, length: MASK.length},
      {kind: 'card', at: 0, length: MASK.length},
    ] as const;
    expect(redactedPieces(text, redactions).map(({kind}) => kind)).toEqual([
      'card',
      'text',
      'card',
      'attachment',
    ]);
  });

  it('costs nothing of the text where places make no sense', () => {
    const redactions = [
      {kind: 'card', at: -5, length: -3},
      {kind: 'card', at: 99, length: 99},
    ] as const;
    expect(redactedPieces('abc', redactions)).toEqual([
      {kind: 'card'},
      {kind: 'text', text: 'abc'},
      {kind: 'card'},
    ]);
    expect(redactedPieces('abc', undefined)).toEqual([{kind: 'text', text: 'abc'}]);
    expect(redactedPieces('', [{kind: 'attachment'}])).toEqual([{kind: 'attachment'}]);
  });
});

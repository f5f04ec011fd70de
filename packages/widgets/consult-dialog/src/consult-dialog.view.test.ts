import {describe, expect, it} from 'vitest';
import {wordFaults} from '@deskwire/kit';

import {consultDialogWords} from './consult-dialog.messages.js';
import {consequenceOf} from './consult-dialog.view.js';

describe('consequenceOf', () => {
  it('says whether the customer goes on hold or stays there', () => {
    expect(consequenceOf({talk: {kind: 'together', since: 1}})).toBe('goesOnHold');
    expect(consequenceOf({talk: {kind: 'hold', since: 1, heldSince: 1}})).toBe('staysOnHold');
  });

  it('has words in both languages', () => {
    expect(wordFaults(consultDialogWords)).toEqual([]);
  });
});

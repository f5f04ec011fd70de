import creditCardType from 'credit-card-type';
import {expect, it} from 'vitest';

import {LIBRARY_RANGES} from './library-ranges.js';

it('the issuers that are written down are those of the library', () => {
  const library = Object.values(creditCardType.types).map((type) => {
    const {patterns, lengths} = creditCardType.getTypeInfo(type);
    const begins = patterns.map((pattern) => {
      const [from, to] = Array.isArray(pattern) ? pattern : [pattern, pattern];
      return [String(from), String(to)];
    });
    return {type, begins, lengths};
  });
  expect(LIBRARY_RANGES).toEqual(library);
});

import {describe, expect, it} from 'vitest';

import {spaced} from './spaced.js';

describe('a text that is put between others', () => {
  it('stands apart from the words around it', () => {
    expect(spaced('Hello.', 'Thanks', 'for waiting')).toBe(' Thanks ');
    expect(spaced('안녕하세요.', '감사합니다.', '')).toBe(' 감사합니다.');
  });

  it('needs nothing where there is room already', () => {
    expect(spaced('', 'Thanks', '')).toBe('Thanks');
    expect(spaced('Hello.\n', 'Thanks', ' for waiting')).toBe('Thanks');
  });
});

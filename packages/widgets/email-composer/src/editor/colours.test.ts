import {describe, expect, it} from 'vitest';

import {backgroundOf, contrast, hexOf, inkOf, INKS} from './colours.js';

describe('colours', () => {
  it('every one of the palette can be read on white', () => {
    expect(INKS).toHaveLength(8);
    for (const {value} of INKS) expect(contrast(value, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['#C00000', '#c00000'],
    ['#f00', '#ff0000'],
    ['rgb(0, 112, 192)', '#0070c0'],
    ['rgb(100% 0% 0% / 1)', '#ff0000'],
    ['navy', '#000080'],
    ['rgba(0,0,0,0)', undefined],
    ['inherit', undefined],
    ['url(x)', undefined],
  ])('%s is %s', (css, hex) => {
    expect(hexOf(css)).toBe(hex);
  });

  it('text keeps what can be read on white, and black is none', () => {
    expect(inkOf('#0070c0')).toBe('#0070c0');
    for (const css of ['yellow', 'white', '#999', 'black', 'windowtext', '#202124'])
      expect(inkOf(css)).toBeUndefined();
  });

  it('a cell keeps what text can be read on', () => {
    expect(backgroundOf('#FFF2CC')).toBe('#fff2cc');
    for (const css of ['#1f3864', 'white', 'none', 'transparent']) expect(backgroundOf(css)).toBeUndefined();
  });
});

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';

import {filesBelow, root} from '../lib/packages.mjs';
import {hexOf, rgbOf} from './colour.mjs';
import {errorsPage, missingWords} from './errors.mjs';
import {brokenLinks} from './links.mjs';
import {cell, table} from './markdown.mjs';
import {constants} from './sources.mjs';

const {REFUSALS, refusalWords} = await constants();
const CODES = new Set(Object.keys(REFUSALS));
/** How a code is made up, in the comment of its type. */
const PATTERN = 'DW_AREA_REASON';
/** Nothing of ours refuses with it: a save that came second is taken and told by `cad.overwritten`. It is left to other backends. */
const UNUSED = ['DW_CAD_CONFLICT'];

/** Every code that some source of ours names; tests may make up codes, and so may nobody else. */
const named = ['packages', 'examples', 'e2e', 'docs'].flatMap((folder) =>
  filesBelow(folder)
    .filter(isSource)
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\bDW_[A-Z]+(?:_[A-Z]+)+\b/g)].map(([code]) => ({
        file,
        code,
      })),
    ),
);

function isSource(file: string): boolean {
  return (
    /\.(ts|tsx|js|md|vue)$/.test(file) &&
    !/\/(dist|node_modules)\//.test(file) &&
    !/\.(test|e2e|d)\.ts$/.test(file)
  );
}

describe('error codes', () => {
  it('have words in every language, and no language has words for a code that is gone', () => {
    expect(missingWords(REFUSALS, refusalWords)).toEqual([]);
  });

  it('are told when they lack words, or have words without being there', () => {
    const words = {en: {DW_A_B: 'A.', DW_C_D: 'Gone.'}, ko: {DW_A_B: ' '}};
    expect(missingWords({DW_A_B: 'state'}, words)).toEqual(['en DW_C_D (no such code)', 'ko DW_A_B']);
    expect(() => errorsPage({REFUSALS: {DW_A_B: 'state'}, refusalWords: words})).toThrow('ko DW_A_B');
  });

  it('exist wherever a source or a page names one', () => {
    expect(named.length).toBeGreaterThan(200);
    expect(named.filter(({code}) => !CODES.has(code) && code !== PATTERN)).toEqual([]);
  });

  it('are all used by something beside their list and their words', () => {
    const lists = /refusal\.ts$|words\/refusals\/|^docs\/reference\//;
    const used = new Set(named.filter(({file}) => !lists.test(file)).map(({code}) => code));
    expect([...CODES].filter((code) => !used.has(code))).toEqual(UNUSED);
  });

  it('all stand in the page', () => {
    const page = readFileSync(join(root, 'docs/reference/errors.md'), 'utf8');
    expect([...CODES].filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });
});

describe('pages', () => {
  it('lead nowhere that is not there', () => {
    expect(brokenLinks()).toEqual([]);
  });

  it('keep a table whole whatever stands in a cell', () => {
    expect(cell('a | b (XFER-5)\n<p> `<p>`')).toBe('a \\| b &lt;p> `<p>`');
    expect(table(['one', 'two'], [])).toBe('');
  });
});

describe('colours of the tokens', () => {
  const tokens = new Map([['--a', 'light-dark(oklch(1 0 0), oklch(0 0 0))']]);

  it('are read as the browser shows them', () => {
    expect(hexOf(rgbOf('oklch(0.628 0.2577 29.23)', 'light', tokens))).toBe('#ff0000');
    expect(hexOf(rgbOf('oklch(0.8664 0.2948 142.5)', 'light', tokens))).toBe('#00ff00');
    expect(hexOf(rgbOf('var(--a)', 'light', tokens))).toBe('#ffffff');
    expect(hexOf(rgbOf('var(--none, var(--a))', 'dark', tokens))).toBe('#000000');
    expect(hexOf(rgbOf('color-mix(in oklab, oklch(1 0 0) 50%, oklch(0 0 0))', 'light', tokens))).toBe(
      '#636363',
    );
  });

  it.each([
    ['#C33', '#cc3333'],
    ['rgb(1 2 3)', '#010203'],
    ['rgba(10%, 20%, 40%, 1)', '#1a3366'],
    ['hsl(210 50% 40%)', '#336699'],
    ['hsl(-150deg, 50%, 40%)', '#336699'],
    ['orange', '#ffa500'],
    ['oklch(62.8% 64.425% 29.23deg)', '#ff0000'],
    ['oklab(1 0 0)', '#ffffff'],
    ['color-mix(in oklab, #ffffff, #000000)', '#636363'],
    ['color-mix(in oklab, #ffffff, #000000 75%)', '#222222'],
  ])('are read as pages write them: %s', (colour, hex) => {
    expect(hexOf(rgbOf(colour, 'light', tokens))).toBe(hex);
  });

  it('are refused where they are written in a way that nobody here can read', () => {
    for (const colour of [
      'lab(50 0 0)',
      'blurple',
      '#12345',
      'rgb(1 2 3 / 0.5)',
      'rgb(1 2)',
      'color-mix(in srgb, red, blue)',
    ])
      expect(() => rgbOf(colour, 'light', tokens)).toThrow(colour);
  });
});

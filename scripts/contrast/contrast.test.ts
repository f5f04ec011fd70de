import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';

import {constants} from '../docs/sources.mjs';
import {readTokens} from '../docs/tokens.mjs';
import {root} from '../lib/packages.mjs';
import {declarationsOf} from './declarations.mjs';
import {Meter} from './measure.mjs';
import {failuresOf, reportOn, tableOf} from './report.mjs';
import {readTheme} from './theme-file.mjs';

const {tokens, ALL_PAIRS, contrastOf} = await constants();
const meter = new Meter({tokens: readTokens(tokens.cssText), pairs: ALL_PAIRS, contrastOf});

const accent = (value: string): Map<string, string> => new Map([['--dw-accent', value]]);

/** Scheme and accent of each case. */
const schemesOf = (css: string): readonly (readonly [string, string | undefined])[] =>
  readTheme(css).cases.map(({scheme, custom}) => [scheme, custom.get('--dw-accent')]);

describe('the contrast of a theme', () => {
  it('is that of the reference, with the built-in accent', () => {
    const page = readFileSync(join(root, 'docs/reference/tokens.md'), 'utf8');
    const [light, dark] = (['light', 'dark'] as const).map((scheme) => meter.measure({title: '', scheme}));
    expect(meter.pairs.length).toBeGreaterThan(70);
    meter.pairs.forEach(({front, back, limit}, at) => {
      expect(page).toContain(
        `| \`${front}\` | \`${back}\` | ${limit} | ${light?.[at]?.toFixed(2)} | ${dark?.[at]?.toFixed(2)} |`,
      );
    });
  });

  it('knows what a brand orange fails on white, and what it does not in the dark', () => {
    const orange = accent('#f58220');
    const failing = meter.failing({title: '', scheme: 'light', custom: orange});
    expect(failing.map(({front, back}) => `${front} ${back}`)).toEqual([
      'accent surface',
      'accent surface-sunken',
      'accent surface-raised',
      'accent accent-tint',
      'accent state-ringing-tint',
      'accent state-hold-tint',
      'on-accent accent',
      'on-accent accent-hover',
      'on-accent accent-pressed',
    ]);
    expect(meter.failing({title: '', scheme: 'dark', custom: orange})).toEqual([]);
  });

  it.each([
    ['light', '#f58220'],
    ['light', '#ffff00'],
    ['light', 'oklch(0.7 0.3 145)'],
    ['dark', '#003366'],
    ['dark', 'black'],
  ] as const)('has a cure in the %s scheme for %s, just enough of it', (scheme, brand) => {
    const cure = meter.nearest({scheme, custom: accent(brand)}) ?? '';
    expect(cure).toMatch(/^#[\da-f]{6}$/);
    const pass = meter.measure({title: '', scheme, custom: accent(cure)});
    const spare = meter.pairs.map(({limit}, at) => (pass[at] ?? 0) - limit);
    expect(Math.min(...spare)).toBeGreaterThanOrEqual(0);
    expect(Math.min(...spare)).toBeLessThan(0.6);
  });

  it('is told with the theme where a colour cannot be read', () => {
    expect(() =>
      meter.measure({title: 'a.css light', scheme: 'light', custom: accent('lab(1 2 3)')}),
    ).toThrow('a.css light: A colour that cannot be read: lab(1 2 3)');
  });
});

describe('what it prints', () => {
  const themes = [
    {title: 'light', scheme: 'light'},
    {title: 'brand.css', scheme: 'light', custom: accent('#f58220')},
  ] as const;

  it('has a line for each pair, a column for each theme and a cross where it fails', () => {
    const lines = tableOf(themes, meter).split('\n');
    expect(lines).toHaveLength(meter.pairs.length + 1);
    expect(lines[0]).toMatch(/^front +on +needs +light +brand\.css$/);
    expect(lines.find((line) => /^accent +surface /.test(line))).toMatch(/4\.5 +6\.98 +2\.59 x$/);
  });

  it('names the worst pair of what fails, and a cure', () => {
    expect(failuresOf(themes, meter)).toEqual([
      expect.stringMatching(
        /^brand\.css: 9 of \d+ pairs below their limit; the worst is accent on state-ringing-tint with 2\.34, which needs 4\.5\. .* #[\da-f]{6}$/,
      ),
    ]);
  });
});

describe("a page's style sheet", () => {
  it('is read with rules in rules, comments and strings', () => {
    const css = `/* --dw-accent: red; */
@media screen {
  :root { --brand: #f00; /* ; } */
    --dw-accent : light-dark(
      var(--brand), #fff) !important
  }
}
a::before { content: "{;}"; color: red; }`;
    expect(declarationsOf(css)).toEqual([
      {within: ['@media screen', ':root'], property: '--brand', value: '#f00', line: 3},
      {
        within: ['@media screen', ':root'],
        property: '--dw-accent',
        value: 'light-dark(var(--brand), #fff)',
        line: 4,
      },
      {within: ['a::before'], property: 'content', value: '"{;}"', line: 8},
      {within: ['a::before'], property: 'color', value: 'red', line: 8},
    ]);
  });

  it('has one accent for both schemes, unless it says for which', () => {
    expect(schemesOf(':root{--dw-accent:#111}')).toEqual([
      ['light', '#111'],
      ['dark', '#111'],
    ]);
    expect(schemesOf(':root{color-scheme:dark;--dw-accent:#111}')).toEqual([['dark', '#111']]);
    expect(schemesOf('html{color-scheme:light}dw-desk{--dw-accent:#111}')).toEqual([['light', '#111']]);
    expect(schemesOf(':root{color-scheme:light dark;--dw-accent:#111}')).toHaveLength(2);
  });

  it('may name another for one scheme, by the attribute or the media query', () => {
    for (const dark of [
      '[data-dw-theme="dark"]{--dw-accent:#eee}',
      '@media (prefers-color-scheme: dark){:root{--dw-accent:#eee}}',
    ])
      expect(schemesOf(`:root{--dw-accent:#111}${dark}`)).toEqual([
        ['light', '#111'],
        ['dark', '#eee'],
      ]);
  });

  it('may have several, for several places, each with its line', () => {
    const {cases} = readTheme(
      'dw-desk{color-scheme:light;--dw-accent:#111}\ndw-visitor-chat{--dw-accent:#222}',
    );
    expect(cases.map(({scheme, line}) => `${scheme} ${line}`)).toEqual(['light 1', 'light 2', 'dark 2']);
  });

  it('uses its own custom properties, of the same scheme', () => {
    const css = ':root{--brand:#111;--dw-accent:var(--brand)}[data-dw-theme=dark]{--brand:#eee}';
    const [light, dark] = readTheme(css).cases.map((one) => meter.measure({title: '', ...one}));
    expect(light).toEqual(meter.measure({title: '', scheme: 'light', custom: accent('#111')}));
    expect(dark).toEqual(meter.measure({title: '', scheme: 'dark', custom: accent('#eee')}));
  });

  it('is measured with the built-in accent where it has none, and says so', () => {
    const {cases, notes} = readTheme(':root{--dw-radius:4px}');
    expect(cases.map(({scheme}) => scheme)).toEqual(['light', 'dark']);
    expect(notes).toEqual(['sets no --dw-accent: measured is the built-in one']);
  });

  it('is told what of it is not measured', () => {
    expect(
      readTheme(`:root { --dw-accent: #111; --dw-acent: #222 }
dw-visitor-chat::part(launcher) { background: #000; inset: 0 }`).notes,
    ).toEqual([
      'line 1: --dw-acent is none of the four variables, and is not measured',
      'line 2: background of a ::part() is not measured',
    ]);
  });

  it('may do as it likes in forced colours', () => {
    const css = ':root{--dw-accent:#111}@media (forced-colors:active){:root{--dw-accent:Highlight}}';
    expect(schemesOf(css)).toHaveLength(2);
  });
});

describe('the command', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'contrast-'));
  });
  afterAll(() => {
    rmSync(folder, {recursive: true});
  });

  const report = (css: string): ReturnType<typeof reportOn> => {
    const file = join(folder, 'brand.css');
    writeFileSync(file, css);
    return reportOn([file], meter);
  };

  it('finds nothing wrong with the built-in themes and the samples', {timeout: 60_000}, () => {
    const {status, stdout} = spawnSync(process.execPath, ['scripts/contrast.mjs'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^front +on +needs +light +dark +light\.css +dark\.css +crm\.css$/m);
    expect(stdout).toContain(`${meter.pairs.length} pairs in 5 themes: none failed`);
    expect(status).toBe(0);
  });

  it('says of a theme of its own what fails, by file and scheme', () => {
    const {failures, sum, notes} = report(':root{--dw-accent:#f58220;--dw-spacing:1}');
    expect(failures).toEqual([expect.stringMatching(/^brand\.css light: 9 of/)]);
    expect(notes).toEqual([expect.stringMatching(/^brand\.css: line 1: --dw-spacing/)]);
    expect(sum).toContain('in 4 themes: 1 failed');
  });

  it('throws where a colour or a file cannot be read', () => {
    expect(() => report(':root{--dw-accent:blurple}')).toThrow(
      'brand.css light: A colour that cannot be read: blurple',
    );
    expect(() => reportOn([join(folder, 'none.css')], meter)).toThrow('none.css');
  });
});

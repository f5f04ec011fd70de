import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';

import {embedCode, standalone} from '../.storybook/home/embed.js';
import {readElements, type ElementApi, type Manifest, type PackageJson} from '../.storybook/home/manifest.js';
import {PAGES} from '../.storybook/home/pages.js';
import {SCENARIOS} from '../.storybook/home/scenarios.js';
import type {WidgetPage, Words} from '../.storybook/home/model.js';
import {entries} from './lib/bundle.mjs';
import {exists, filesBelow, readJson, root} from './lib/packages.mjs';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const sources = (folder: string, name: RegExp): readonly string[] =>
  (filesBelow(folder) as string[])
    .filter((file) => name.test(file) && !file.includes('node_modules'))
    .map(read);

/** The elements that the widgets register for pages. */
const TAGS = sources('packages/widgets', /\/src\/define[a-z-]*\.ts$/).flatMap((text) =>
  [...text.matchAll(/^\s*'(dw-[a-z-]+)': \w+;/gm)].map(([, tag = '']) => tag),
);

const packageOf = (page: WidgetPage): PackageJson =>
  readJson(`packages/widgets/${page.folder}/package.json`) as PackageJson;

const apiOf = (page: WidgetPage): ElementApi => {
  const folder = `packages/widgets/${page.folder}`;
  const manifest: Manifest = exists(`${folder}/custom-elements.json`)
    ? (readJson(`${folder}/custom-elements.json`) as Manifest)
    : // Before manifests are made: what the code block needs of one.
      {modules: [{declarations: [{name: '', tagName: page.tag}]}]};
  const api = readElements([{folder: page.folder, json: packageOf(page), manifest}]).get(page.tag);
  if (!api) throw new Error(`${folder} does not describe ${page.tag}`);
  return api;
};

const empty = ({en, ko}: Words): boolean => en.trim() === '' || ko.trim() === '' || en === ko;

const GUIDE = read('docs/accessibility.md').split('## Keys')[1]?.split('## Tested')[0] ?? '';
const GUIDE_ROWS = GUIDE.split('\n').filter((line) => line.startsWith('| `<dw-'));
/** What holds for every control and for every list. */
const GUIDE_RULES = GUIDE.split('\n')
  .filter((line) => !line.startsWith('|'))
  .join('\n');

/** What the accessibility guide says of an element's keys; "the same" is what the row before says. */
const guideOf = (tag: string): string => {
  const at = GUIDE_ROWS.findIndex((row) => row.includes(`\`<${tag}>\``));
  const row = GUIDE_ROWS[at] ?? '';
  return row.includes('| the same') ? `${row}${GUIDE_ROWS[at - 1] ?? ''}` : row;
};

/** The guide writes some keys by their names. */
const SPELT: Readonly<Record<string, string>> = {',': 'comma', '0–9': 'digits', '*': 'digits', '#': 'digits'};

/** The keys themselves, without what is held with them. */
const keysOf = ({keyboard}: WidgetPage): readonly string[] => [
  ...new Set(
    keyboard
      .flatMap(({keys}) => keys)
      .map((key) => (key.length > 1 ? (key.split('+').at(-1) ?? '') : key))
      .map((key) => SPELT[key] ?? key),
  ),
];

describe('the home of the widgets', () => {
  it('has one page for every element that a widget registers', () => {
    expect(PAGES.map(({tag}) => tag).sort()).toEqual([...new Set(TAGS)].sort());
  });

  it('shows each page as the docs of its stories, and tests it', () => {
    const stories = [
      ...sources('packages/widgets', /\.stories\.ts$/),
      ...sources('.storybook/pages', /\.stories\.ts$/),
    ].join('\n');
    const pages = read('.storybook/pages/widget-pages.stories.ts');
    const anatomy = read('.storybook/pages/anatomy.stories.ts');
    for (const {tag} of PAGES) {
      expect(stories.includes(`title: 'Widgets/${tag}',\n  component: '${tag}',`), tag).toBe(true);
      expect(pages).toContain(`page('${tag}')`);
      expect(anatomy).toContain(`anatomy('${tag}')`);
    }
  });

  it('uses every scenario somewhere', () => {
    const used = new Set(PAGES.flatMap(({scenarios}) => scenarios));
    expect([...SCENARIOS.keys()].filter((name) => !used.has(name))).toEqual([]);
  });

  it('says every scenario in both languages, and its way back', () => {
    const labels = [...SCENARIOS.values()].flatMap(({label, back}) => [label, ...(back ? [back.label] : [])]);
    expect(labels.filter(empty)).toEqual([]);
  });
});

describe.each(PAGES)('the page of $tag', (page) => {
  it('has a name and a summary in both languages', () => {
    expect([page.name, page.summary].filter(empty)).toEqual([]);
  });

  it('has scenarios that exist, a broken connection among them', () => {
    expect(page.scenarios.length).toBeGreaterThanOrEqual(5);
    expect(page.scenarios.filter((name) => !SCENARIOS.has(name))).toEqual([]);
    expect(new Set(page.scenarios).size).toBe(page.scenarios.length);
    expect(page.scenarios).toContain('network');
  });

  it('has a keyboard table that the accessibility guide agrees with', () => {
    expect(page.keyboard.length).toBeGreaterThan(1);
    expect(page.keyboard.map(({does}) => does).filter(empty)).toEqual([]);
    const row = guideOf(page.tag);
    expect(row).not.toBe('');
    expect(keysOf(page).filter((key) => !`${row}${GUIDE_RULES}`.includes(key))).toEqual([]);
  });

  it('has notes on accessibility, and names its parts, in both languages', () => {
    expect(page.accessibility.length).toBeGreaterThan(1);
    expect(page.accessibility.filter(empty)).toEqual([]);
    expect(page.anatomy.length).toBeGreaterThan(2);
    expect(page.anatomy.map(({name}) => name).filter(empty)).toEqual([]);
  });

  it('has code whose names are those of its package and of the bundles', () => {
    const api = apiOf(page);
    const code = embedCode(page, api);
    const {name, exports} = packageOf(page);
    expect(code.html).toContain(`<${page.tag}`);
    expect(code.install).toContain(name);
    expect(Object.keys(exports)).toContain(`.${api.define.slice(name.length)}`);
    expect(code.npm).toContain(`import '${api.define}';`);
    const bundled = new Set((entries() as {name: string}[]).map((one) => standalone(one.name)));
    const loaded = [...code.script.matchAll(/\/deskwire\/[^'"]+/g)].map(([address]) => address);
    expect(loaded).toHaveLength(3);
    expect(loaded.filter((address) => !bundled.has(address))).toEqual([]);
  });
});

import {copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import type {Browser} from 'playwright-core';
import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {chromiumLaunch} from '../browser.mjs';
import {shippedChromium} from '../lib/shipped-chromium.mjs';
import {Baselines} from './baselines.mjs';
import {compare} from './compare.mjs';
import {Report} from './report.mjs';
import {VARIANTS} from './variants.mjs';

/** A Storybook, as far as a photographer sees it: its stories move, unless their time stands still. */
const fixture = fileURLToPath(new URL('fixture', import.meta.url));
const hasPinnedBrowser = (await shippedChromium()) !== undefined;

// A browser and several visits in each: more than the usual time, on a machine that is busy with other steps.
describe.skipIf(!hasPinnedBrowser)('the pictures of a Storybook', {timeout: 60_000}, () => {
  let browser: Browser;
  let folder: string;
  const at = (path: string) => join(folder, path);

  beforeAll(async () => {
    process.env['BROWSER_FROM'] = 'npm';
    browser = await chromium.launch(await chromiumLaunch());
  });
  afterAll(() => browser?.close());

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'visual-'));
    mkdirSync(at('storybook'));
    for (const file of ['iframe.html', 'card.css', 'late.js'])
      copyFileSync(join(fixture, file), at(`storybook/${file}`));
    stories('sample-card--plain');
    return () => {
      rmSync(folder, {recursive: true});
    };
  });

  const stories = (...ids: readonly string[]) => {
    const entry = (id: string) => [
      id,
      {id, type: 'story', tags: id.endsWith('restless') ? ['no-picture'] : []},
    ];
    const docs = ['sample-card--docs', {id: 'sample-card--docs', type: 'docs'}];
    const entries: unknown = Object.fromEntries([...ids.map(entry), docs]);
    writeFileSync(at('storybook/index.json'), JSON.stringify({entries}));
  };
  const edit = (file: string, from: string, to: string) => {
    const text = readFileSync(at(`storybook/${file}`), 'utf8');
    expect(text).toContain(from);
    writeFileSync(at(`storybook/${file}`), text.replace(from, to));
  };

  const run = async (more: {update?: boolean; filters?: string[]; variants?: string[]} = {}) => {
    const told: string[] = [];
    const report = new Report(at('report'));
    const counts = await compare({
      browser,
      report,
      baselines: new Baselines(at('visual')),
      storybook: at('storybook'),
      filters: [],
      variants: ['light'],
      workers: 2,
      update: false,
      tell: (sentence: string) => told.push(sentence),
      ...more,
    });
    report.write();
    return {...counts, told};
  };

  it('are kept, and then the same, although clocks, timers, ids and animations run in it', async () => {
    expect(await run({update: true, variants: VARIANTS})).toMatchObject({passed: 4, written: 4});
    for (let again = 0; again < 2; again++) {
      expect(await run({variants: VARIANTS})).toMatchObject({passed: 4, failed: 0, told: []});
    }
    expect(existsSync(at('report/index.html'))).toBe(false);
  });

  it('differ between the looks', async () => {
    await run({update: true, variants: VARIANTS});
    const pictures = VARIANTS.map((look) =>
      readFileSync(at(`visual/sample-card/plain.${look}.png`)).toString('base64'),
    );
    expect(new Set(pictures).size).toBe(4);
  });

  it('fail at one pixel of padding', async () => {
    await run({update: true});
    edit('card.css', 'padding: 12px', 'padding: 12px 13px 12px 12px');
    const {failed, told} = await run();
    expect(failed).toBe(1);
    expect(told[0]).toMatch(
      /^sample-card--plain\.light: \d+ pixels differ\. If that is meant, run npm run visual -- --update --filter sample-card--plain; /,
    );
    for (const shows of ['kept', 'now', 'difference'])
      expect(existsSync(at(`report/sample-card--plain.light.${shows}.png`))).toBe(true);
    expect(readFileSync(at('report/index.html'), 'utf8')).toContain(
      'sample-card--plain.light.difference.png',
    );
  });

  it("fail at one token's colour", async () => {
    await run({update: true, variants: ['light', 'dark']});
    edit('card.css', '#d5d9e0', '#d5d9e4');
    const {passed, failed, told} = await run({variants: ['light', 'dark']});
    // It is the light theme's.
    expect([passed, failed]).toEqual([1, 1]);
    expect(told[0]).toMatch(/^sample-card--plain\.light: \d+ pixels differ/);
  });

  it('fail at the colour of a few thin letters', async () => {
    await run({update: true});
    edit('card.css', '#5b616b', '#61676f');
    expect(await run()).toMatchObject({passed: 0, failed: 1});
  });

  it('fail where none is kept, and say how to keep it', async () => {
    const {failed, told} = await run();
    expect(failed).toBe(1);
    expect(told[0]).toContain('sample-card--plain.light: no picture of it is kept yet');
    expect(existsSync(at('report/sample-card--plain.light.now.png'))).toBe(true);
    expect(existsSync(at('visual'))).toBe(false);
  });

  it('fail where one is left over, and are deleted by an update', async () => {
    stories('sample-card--plain', 'sample-card--old');
    await run({update: true});
    stories('sample-card--plain');
    const {passed, failed, told} = await run();
    expect([passed, failed]).toEqual([1, 1]);
    expect(told[0]).toContain('sample-card--old.light: its picture is left over');
    expect(await run({update: true})).toMatchObject({written: 0, deleted: 1});
    expect(existsSync(at('visual/sample-card/old.light.png'))).toBe(false);
  });

  it('leave alone what was not asked for', async () => {
    stories('sample-card--plain', 'sample-card--old');
    await run({update: true, variants: ['light', 'dark']});
    stories('sample-card--plain');
    expect(await run({filters: ['plain']})).toMatchObject({passed: 1, failed: 0});
    expect(await run({filters: ['plain'], update: true})).toMatchObject({written: 0, deleted: 0});
  });

  it('are not taken of docs, and of stories that cannot stand still', async () => {
    stories('sample-card--plain', 'sample-card--restless');
    expect(await run({update: true})).toMatchObject({passed: 1, written: 1});
  });

  it('fail with a story whose play function fails, in all its looks', async () => {
    stories('sample-card--failing');
    const {failed, told} = await run({update: true, variants: ['light', 'dark']});
    expect(failed).toBe(2);
    expect(told[0]).toBe(
      'sample-card--failing.light: it could not be taken: its play function failed: nothing here.',
    );
    expect(existsSync(dirname(at('visual/sample-card/failing.light.png')))).toBe(false);
  });
});

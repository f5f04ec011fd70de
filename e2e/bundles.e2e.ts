import {readFileSync, readdirSync} from 'node:fs';
import {createHash} from 'node:crypto';
import {join} from 'node:path';

import {expect, test} from '@playwright/test';

import {Complaints} from './support/console.js';
import {EmbeddedDesk, simulatorScript} from './support/embedded-desk.js';
import {DOCUMENTED_CSP, Site} from './support/site.js';

/** What `npm run integrity` writes. */
interface Integrity {
  readonly files: Readonly<Record<string, string>>;
  readonly standalone: Shipped;
  readonly cdn: Shipped;
}

interface Shipped {
  readonly entries: Readonly<
    Record<string, {readonly file: string; readonly script: string; readonly requests: number}>
  >;
  readonly importMap: string;
  readonly importMapHash: string;
}

const integrity = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as Integrity;

/** The elements that a widget's package registers for pages: each stands in a map of types, where it is defined. */
const tagsOf = (name: string): readonly string[] => {
  const folder = `packages/widgets/${name}/src`;
  const files = readdirSync(folder).filter((file) => /^define.*\.ts$/.test(file));
  const code = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  return [...code.matchAll(/^ +'(dw-[^']+)': \w+;/gm)].map(([, tag]) => tag ?? '');
};

const widgets = readdirSync('packages/widgets').filter((name) => name in integrity.standalone.entries);

/** So that one changed byte leaves a script that would run. */
const CHANGED = '\n//x';

/** The desk, its state and its tray, by the lines that were printed. */
const deskOf = ({entries}: Shipped): string =>
  ['desk', 'agent-state', 'incoming-call'].map((name) => entries[name]?.script).join('');

const BODY = `<dw-desk><dw-agent-state></dw-agent-state><dw-incoming-call placement="inline"></dw-incoming-call></dw-desk>`;

test.describe('what a page loads by a script tag', () => {
  let site: Site;
  test.beforeEach(async () => {
    site = await Site.start({'/deskwire/': 'dist', '/elsewhere/': 'dist/standalone'});
  });
  test.afterEach(async () => {
    await site.stop();
  });

  for (const name of widgets) {
    test(`[HOST-1] [HOST-6] ${name}: one script, one file, and its elements are there, alone on a strict page`, async ({
      page,
    }) => {
      const {errors, warnings} = new Complaints(page);
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
      const tags = tagsOf(name);
      expect(tags.length).toBeGreaterThan(0);
      site.page('/page.html', {
        head: integrity.standalone.entries[name]?.script ?? '',
        body: tags.map((tag) => `<${tag}></${tag}>`).join(''),
      });
      await page.goto(`${site.url}/page.html`);
      for (const tag of tags) await expect(page.locator(`${tag}:defined`)).toBeAttached();
      expect(loaded.filter((path) => path.endsWith('.js'))).toEqual([
        `/deskwire/standalone/${name}/${name}.js`,
      ]);
      expect(integrity.standalone.entries[name]?.requests).toBe(1);
      expect([...errors, ...warnings]).toEqual([]);
    });
  }

  test('[HOST-1] can be put anywhere, and fetches what it needs later from beside itself', async ({page}) => {
    const {errors} = new Complaints(page);
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    const names = ['desk', 'agent-state', 'incoming-call'];
    site.put('/page.js', simulatorScript('/elsewhere/adapter-simulator/adapter-simulator.js'));
    site.page('/page.html', {
      head: [...names.map((name) => `/elsewhere/${name}/${name}.js`), '/page.js']
        .map((src) => `<script type="module" src="${src}"></script>`)
        .join(''),
      body: BODY,
    });
    await page.goto(`${site.url}/page.html`);
    const desk = new EmbeddedDesk(page);
    await desk.choose('Available');
    await desk.callArrives('Kang Min-seo');
    await desk.press('Answer');
    await expect(desk.tray.getByRole('button', {name: /^Answer/})).toHaveCount(0);
    await expect.poll(() => loaded.filter((path) => path.includes('/chunks/')).length).toBeGreaterThan(0);
    for (const path of loaded.filter((one) => one.includes('/chunks/')))
      expect(path).toMatch(/^\/elsewhere\/(adapter-simulator|agent-state|incoming-call)\/chunks\//);
    expect(errors).toEqual([]);
  });

  test('every file says whose it is, and the licences lie beside it', () => {
    for (const file of Object.keys(integrity.files).filter((one) => one.endsWith('.js')))
      expect(readFileSync(join('dist', file), 'utf8'), file).toMatch(/^\/\*! Deskwire .+ Apache-2\.0/);
    const folders = ['cdn', ...Object.keys(integrity.standalone.entries).map((name) => `standalone/${name}`)];
    for (const folder of folders) {
      expect(readFileSync(join('dist', folder, 'LICENSE'), 'utf8')).toContain('Apache License');
      expect(readFileSync(join('dist', folder, 'THIRD_PARTY_NOTICES.md'), 'utf8')).toContain('BSD 3-Clause');
    }
  });
});

test.describe('the hashes of what is shipped', () => {
  let site: Site;
  test.beforeEach(async () => {
    site = await Site.start({'/deskwire/': 'dist'});
  });
  test.afterEach(async () => {
    await site.stop();
  });

  /** A page of one of the two ways, with its import map, allowed by the hash that is printed. */
  const write = (shipped: Shipped): void => {
    site.csp = DOCUMENTED_CSP.replace("script-src 'self'", `script-src 'self' ${shipped.importMapHash}`);
    site.put('/page.js', simulatorScript('@deskwire/adapter-simulator'));
    const page = '<script type="module" src="/page.js"></script>';
    site.page('/page.html', {head: shipped.importMap + deskOf(shipped) + page, body: BODY});
  };

  /** Serves a file with something put behind it. */
  const change = (file: string): void => {
    site.put(`/deskwire/${file}`, readFileSync(join('dist', file), 'utf8') + CHANGED);
  };

  test('are those of the files', () => {
    const files = Object.entries(integrity.files);
    expect(files.length).toBeGreaterThan(50);
    for (const [file, hash] of files) {
      const digest = createHash('sha384')
        .update(readFileSync(join('dist', file)))
        .digest('base64');
      expect(hash, file).toBe(`sha384-${digest}`);
    }
  });

  for (const way of ['standalone', 'cdn'] as const) {
    test(`[HOST-1] let a browser load ${way} by the printed lines and the import map`, async ({page}) => {
      const {errors} = new Complaints(page);
      write(integrity[way]);
      await page.goto(`${site.url}/page.html`);
      const desk = new EmbeddedDesk(page);
      await desk.choose('Available');
      await desk.callArrives('Kang Min-seo');
      await desk.press('Answer');
      await expect(desk.tray.getByRole('button', {name: /^Answer/})).toHaveCount(0);
      expect(errors).toEqual([]);
    });

    test(`let a browser refuse a changed entry of ${way}`, async ({page}) => {
      const {errors} = new Complaints(page);
      write(integrity[way]);
      change(integrity[way].entries['agent-state']?.file ?? '');
      await page.goto(`${site.url}/page.html`);
      await expect(page.locator('dw-incoming-call:defined')).toBeAttached();
      await expect(page.locator('dw-agent-state:defined')).toHaveCount(0);
      expect(errors.join('\n')).toContain('integrity');
    });

    test(`let a browser refuse a changed late chunk of ${way}, and the widget says so`, async ({page}) => {
      const {errors} = new Complaints(page);
      write(integrity[way]);
      const chunks = Object.keys(integrity.files).filter((file) =>
        new RegExp(`^${way}/.*chunks/agent-state\\.menu-[^/]*\\.js$`).test(file),
      );
      expect(chunks).toHaveLength(1);
      for (const chunk of chunks) change(chunk);
      await page.goto(`${site.url}/page.html`);
      const desk = new EmbeddedDesk(page);
      await desk.state.click();
      const missing = page.getByRole('alert').filter({hasText: 'This could not be loaded.'});
      await expect(missing).toBeVisible();
      expect(errors.join('\n')).toContain('integrity');
      // Nor is it let in when it is asked for again.
      const first = await missing.elementHandle();
      await missing.getByRole('button', {name: 'Try again'}).click();
      // While it is on its way that stands there instead.
      await page.waitForFunction((told) => !told?.isConnected, first);
      await expect(missing).toBeVisible();
      await expect(page.locator('dw-agent-state').getByRole('option', {name: 'Available'})).toHaveCount(0);
    });
  }
});

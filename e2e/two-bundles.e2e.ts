import {execFile} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';

import {expect, test, type Page} from '@playwright/test';

import {Complaints} from './support/console.js';
import {EmbeddedDesk, simulatorScript} from './support/embedded-desk.js';
import {DOCUMENTED_CSP, Site} from './support/site.js';

const run = promisify(execFile);

/** Everything an agent needs for a call and a chat, and the desk around it. */
const WIDGETS = `<dw-desk>
  <dw-agent-state></dw-agent-state>
  <dw-task-list></dw-task-list>
  <dw-incoming-call placement="inline"></dw-incoming-call>
  <dw-interaction-control></dw-interaction-control>
  <dw-chat-pane></dw-chat-pane>
  <dw-wrap-up></dw-wrap-up>
</dw-desk>`;

const script = (src: string): string => `<script type="module" src="${src}"></script>`;

test.describe('bundles that were built apart', () => {
  let folder: string;
  let site: Site;
  let libraries: Readonly<Record<'newer' | 'older', readonly string[]>>;

  test.beforeAll(async () => {
    test.setTimeout(180_000);
    folder = await mkdtemp(join(tmpdir(), 'deskwire-bundles-'));
    const {stdout} = await run(process.execPath, ['e2e/support/two-bundles.mjs', folder]);
    libraries = JSON.parse(stdout) as typeof libraries;
    site = await Site.start({'/copy/': folder, '/': folder});
  });
  test.afterAll(async () => {
    await site.stop();
    await rm(folder, {recursive: true});
  });

  /** Opens a page with these scripts, in this order, whose desk comes from the first. */
  const open = async (page: Page, ...modules: readonly string[]): Promise<EmbeddedDesk> => {
    site.put('/page.js', simulatorScript(modules[0] ?? ''));
    site.page('/page.html', {head: [...modules, '/page.js'].map(script).join(''), body: WIDGETS});
    await page.goto(`${site.url}/page.html`);
    return new EmbeddedDesk(page);
  };

  /** A call and a chat, from ringing to wrap-up, through every widget. */
  const work = async (desk: EmbeddedDesk): Promise<void> => {
    await desk.choose('Available');
    await desk.callArrives('Kang Min-seo');
    await desk.press('Answer');
    await expect(desk.tasks).toContainText('Kang Min-seo');
    await desk.call.getByRole('button', {name: 'Hold', exact: true}).click();
    await expect(desk.call.getByRole('button', {name: 'Resume', exact: true})).toBeVisible();
    await desk.call.getByRole('button', {name: 'Resume', exact: true}).click();
    await desk.call.getByRole('button', {name: 'End', exact: true}).click();
    await desk.wrapUp.getByRole('option').first().click();
    await desk.wrapUp.getByRole('button', {name: 'Submit wrap-up'}).click();
    await expect(desk.wrapUp).toBeHidden();
    await desk.chatArrives('Where is my parcel? https://parcels.example');
    await desk.press('Accept');
    await expect(desk.chat).toContainText('Where is my parcel?');
    const box = desk.chat.getByRole('textbox', {name: 'Message'});
    await box.fill('It comes today.');
    await box.press('Enter');
    await expect(desk.chat.getByRole('log')).toContainText('It comes today.');
  };

  /** Which copies of Lit a page has: each says so. */
  const litVersions = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() => (globalThis as unknown as {litElementVersions: string[]}).litElementVersions);

  for (const [first, second] of [
    ['newer', 'older'],
    ['older', 'newer'],
  ] as const) {
    test(`[HOST-2] [HOST-4] [HOST-6] share a desk of the ${first} with widgets of the ${second}, each with its own minor version of lit and rxjs`, async ({
      page,
    }) => {
      expect(libraries.older).toEqual(expect.arrayContaining(['lit-html-older', 'rxjs-older']));
      expect(libraries.older).not.toContain('rxjs');
      expect(libraries.newer).toEqual(expect.arrayContaining(['lit-html', 'rxjs']));
      const {errors, warnings} = new Complaints(page);
      const desk = await open(page, `/${first}/desk.js`, `/${second}/widgets.js`);
      await work(desk);
      const versions = await litVersions(page);
      expect(new Set(versions).size).toBe(2);
      expect(errors).toEqual([]);
      // Both bring the kit's own elements: whoever comes second says that it stands back.
      const later = second === 'older' ? '0.2.0' : '0.1.0';
      expect(
        warnings.filter((line) => line.startsWith(`<dw-button> ${later} was not registered`)),
      ).toHaveLength(1);
    });
  }

  test('[HOST-2] [HOST-4] may hold the same elements in two versions: the first serves, the other says once that it stands back', async ({
    page,
  }) => {
    const {errors, warnings} = new Complaints(page);
    const desk = await open(
      page,
      ...['/newer/desk.js', '/newer/widgets.js', '/older/desk.js', '/older/widgets.js'],
    );
    await work(desk);
    expect(errors).toEqual([]);
    for (const tag of [
      'dw-desk',
      'dw-agent-state',
      'dw-task-list',
      'dw-incoming-call',
      'dw-chat-pane',
      'dw-button',
    ])
      expect(warnings).toContain(`<${tag}> 0.2.0 was not registered: 0.1.0 is already there.`);
    expect(new Set(warnings).size).toBe(warnings.length);
  });

  test('[HOST-4] may be loaded twice from two addresses: without an error, without a warning', async ({
    page,
  }) => {
    const {errors, warnings} = new Complaints(page);
    const desk = await open(
      page,
      ...['/newer/desk.js', '/newer/widgets.js', '/copy/newer/desk.js', '/copy/newer/widgets.js'],
    );
    await work(desk);
    expect(errors).toEqual([]);
    // Lit itself tells developers of a second copy, and should.
    expect(warnings.filter((line) => line.startsWith('<dw-'))).toEqual([]);
  });

  test('[HOST-6] need the documented list of policies: without allow-duplicates the second copy of Lit is refused', async ({
    page,
  }) => {
    site.csp = DOCUMENTED_CSP.replace(" 'allow-duplicates'", '');
    const {errors} = new Complaints(page);
    site.page('/strict.html', {head: [...['/newer/widgets.js', '/older/widgets.js'].map(script)].join('')});
    await page.goto(`${site.url}/strict.html`);
    site.csp = DOCUMENTED_CSP;
    await expect.poll(() => errors.join('\n')).toContain('Policy with name "lit-html" already exists');
  });
});

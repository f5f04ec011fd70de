import {expect, test, type Page} from '@playwright/test';

import {Complaints} from './support/console.js';
import {EmbeddedDesk} from './support/embedded-desk.js';
import {Site} from './support/site.js';

const WIDGETS = `<dw-agent-state></dw-agent-state><dw-task-list></dw-task-list>
  <dw-incoming-call placement="inline"></dw-incoming-call>`;
const SCRIPTS = ['desk', 'agent-state', 'task-list', 'incoming-call'].map(
  (name) => `/deskwire/cdn/${name}.js`,
);

/** Two contact centres in the page, of which each has an agent. Desks get them when a test says so. */
const CENTRES = `
  import {Simulator} from '/deskwire/cdn/adapter-simulator.js';
  window.simulator = new Simulator({connectDelayMs: 50});
  window.other = new Simulator({connectDelayMs: 50});
  window.ports = {first: () => window.simulator.port('yoon'), second: () => window.other.port('park')};
`;
/** The same, and the page's first desk has its port at once. */
const WIRED = `${CENTRES} document.querySelector('dw-desk').port = window.ports.first();`;

declare global {
  interface Window {
    other: Window['simulator'];
    ports: Readonly<Record<'first' | 'second', () => NonNullable<HTMLElementTagNameMap['dw-desk']['port']>>>;
  }
}

const tag = (src: string): string => `<script type="module" async src="${src}"></script>`;

/** Every order of these. */
const ordersOf = <T>(things: readonly T[]): readonly (readonly T[])[] =>
  things.length < 2
    ? [things]
    : things.flatMap((first) =>
        ordersOf(things.filter((one) => one !== first)).map((rest) => [first, ...rest]),
      );

test.describe('a page may load and move things as it likes', () => {
  let site: Site;
  let complaints: Complaints;
  test.beforeEach(async ({page}) => {
    site = await Site.start({'/deskwire/': 'dist'});
    complaints = new Complaints(page);
  });
  test.afterEach(async () => {
    await site.stop();
    expect(complaints.errors).toEqual([]);
    expect(complaints.warnings).toEqual([]);
  });

  /** Opens a page with everything loaded, and no desk that has a port yet. */
  const open = async (page: Page, body: string): Promise<void> => {
    site.put('/page.js', CENTRES);
    site.page('/page.html', {head: [...SCRIPTS, '/page.js'].map(tag).join(''), body});
    await page.goto(`${site.url}/page.html`);
    await page.waitForFunction(() => 'ports' in window && customElements.get('dw-desk'));
  };
  const wire = (page: Page, selector: string, port: 'first' | 'second'): Promise<void> =>
    page.locator(selector).evaluate((desk, which) => {
      (desk as HTMLElementTagNameMap['dw-desk']).port = window.ports[which]();
    }, port);
  const unwire = (page: Page, selector: string): Promise<void> =>
    page.locator(selector).evaluate((desk) => {
      (desk as HTMLElementTagNameMap['dw-desk']).port = undefined;
    });
  /** Puts an element into another. */
  const move = (page: Page, selector: string, into: string): Promise<void> =>
    page.evaluate(
      ([what, where]) => document.querySelector(where)?.append(document.querySelector(what) ?? ''),
      [selector, into] as const,
    );
  const rings = async (desk: EmbeddedDesk, customer: string): Promise<void> => {
    await desk.callArrives(customer);
    await expect(desk.tray).toContainText(customer);
    await desk.press('Answer');
    await expect(desk.tasks).toContainText(customer);
  };

  test('[HOST-3] scripts in any of 24 orders, after their elements, one by one', async ({page}) => {
    test.setTimeout(180_000);
    const parts = {
      desk: '/deskwire/cdn/desk.js',
      state: '/deskwire/cdn/agent-state.js',
      tray: '/deskwire/cdn/incoming-call.js',
      page: '/page.js',
    };
    site.put('/page.js', WIRED);
    site.page('/page.html', {
      head: [...SCRIPTS, '/page.js'].map(tag).join(''),
      body: `<dw-desk>${WIDGETS}</dw-desk>`,
    });
    for (const order of ordersOf(Object.values(parts))) {
      const releases = new Map(order.map((path) => [path, site.hold(path)]));
      await page.goto(`${site.url}/page.html`, {waitUntil: 'commit'});
      for (const path of order) {
        const came = page.waitForResponse((response) => response.url().endsWith(path));
        releases.get(path)?.();
        await came;
      }
      const desk = new EmbeddedDesk(page);
      await expect(desk.state, order.join(' ')).toContainText('Idle');
      await desk.choose('Available');
      await desk.callArrives('Kang Min-seo');
      await expect(desk.tray, order.join(' ')).toContainText('Kang Min-seo');
    }
  });

  test('[HOST-3] a widget before its desk, the desk before its port', async ({page}) => {
    await open(page, `<div id="place">${WIDGETS}</div>`);
    const desk = new EmbeddedDesk(page);
    await expect(desk.tray).toBeAttached();
    await expect(desk.state).not.toContainText('Idle');
    await page.evaluate(() => {
      document.body.prepend(Object.assign(document.createElement('dw-desk'), {scope: 'page'}));
    });
    await wire(page, 'dw-desk', 'first');
    await expect(desk.state).toContainText('Idle');
    await desk.choose('Available');
    await rings(desk, 'Kang Min-seo');
  });

  test('[HOST-3] widgets that stood in the page are put into a desk later', async ({page}) => {
    await open(page, `<div id="place">${WIDGETS}</div>`);
    const desk = new EmbeddedDesk(page);
    await page.evaluate(() => {
      const made = document.createElement('dw-desk');
      made.port = window.ports.first();
      const place = document.querySelector('#place');
      place?.replaceWith(made);
      made.append(...(place?.children ?? []));
    });
    await expect(desk.state).toContainText('Idle');
    await desk.choose('Available');
    await rings(desk, 'Kang Min-seo');
  });

  test('[HOST-3] a port that is taken away, and replaced by that of another contact centre', async ({
    page,
  }) => {
    await open(page, `<dw-desk>${WIDGETS}</dw-desk>`);
    const desk = new EmbeddedDesk(page);
    await wire(page, 'dw-desk', 'first');
    await desk.choose('Available');
    await rings(desk, 'Kang Min-seo');
    await unwire(page, 'dw-desk');
    await expect(desk.tasks).not.toContainText('Kang Min-seo');
    await expect(desk.state).not.toContainText('Engaged');
    await wire(page, 'dw-desk', 'second');
    await expect(desk.state).toContainText('Idle');
    await expect(desk.tasks).not.toContainText('Kang Min-seo');
    await wire(page, 'dw-desk', 'first');
    await expect(desk.tasks).toContainText('Kang Min-seo');
  });

  test('[HOST-3] a desk that gives way to another one around the same widgets', async ({page}) => {
    await open(page, `<dw-desk>${WIDGETS}</dw-desk>`);
    const desk = new EmbeddedDesk(page);
    await wire(page, 'dw-desk', 'first');
    await desk.choose('Available');
    await page.evaluate(() => {
      const old = document.querySelector('dw-desk');
      const made = document.createElement('dw-desk');
      made.port = window.ports.second();
      old?.after(made);
      made.append(...(old?.children ?? []));
      old?.remove();
    });
    await expect(desk.state).toContainText('Idle');
    await desk.choose('Available');
    await page.evaluate(() => window.other.callArrives({name: 'Oh Se-hun'}));
    await expect(desk.tray).toContainText('Oh Se-hun');
  });

  test('[HOST-3] several desks with ports of their own, and widgets that move between them', async ({
    page,
  }) => {
    await open(
      page,
      `<dw-desk id="one">${WIDGETS}</dw-desk><dw-desk id="two">${WIDGETS}</dw-desk><aside></aside>`,
    );
    await wire(page, '#one', 'first');
    await wire(page, '#two', 'second');
    const one = new EmbeddedDesk(page, page.locator('#one'));
    const two = new EmbeddedDesk(page, page.locator('#two'));
    await one.choose('Available');
    await expect(two.state).toContainText('Idle');
    await one.callArrives('Kang Min-seo');
    await expect(one.tray).toContainText('Kang Min-seo');
    await expect(two.tray).not.toContainText('Kang Min-seo');

    await page.evaluate(() => document.querySelector('#two dw-incoming-call')?.remove());
    await move(page, '#one dw-incoming-call', '#two');
    await expect(two.tray).not.toContainText('Kang Min-seo');
    await move(page, '#two dw-incoming-call', '#one');
    await one.press('Answer');
    await expect(one.tasks).toContainText('Kang Min-seo');
    await expect(two.tasks).not.toContainText('Kang Min-seo');

    // Of no desk, in the meantime.
    await move(page, '#one dw-task-list', 'aside');
    await expect(page.locator('aside dw-task-list')).not.toContainText('Kang Min-seo');
    await move(page, 'aside dw-task-list', '#one');
    await expect(one.tasks).toContainText('Kang Min-seo');
  });

  test('[HOST-3] a desk that is moved keeps its call', async ({page}) => {
    await open(page, `<dw-desk>${WIDGETS}</dw-desk><aside></aside>`);
    const desk = new EmbeddedDesk(page);
    await wire(page, 'dw-desk', 'first');
    await desk.choose('Available');
    await rings(desk, 'Kang Min-seo');
    const streamIsKept = page.evaluate(async () => {
      const element = document.querySelector('dw-desk');
      const stream = element?.stream;
      document.querySelector('aside')?.append(element ?? '');
      // The desk looks a turn later whether it was taken out for good; this turn comes after that.
      await new Promise((resolve) => setTimeout(resolve));
      return stream !== undefined && element?.stream === stream;
    });
    expect(await streamIsKept).toBe(true);
    await expect(page.locator('aside dw-task-list')).toContainText('Kang Min-seo');
    await expect(desk.state).toContainText('Engaged');
  });
});

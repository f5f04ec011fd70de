import AxeBuilder from '@axe-core/playwright';
import {expect, test, type Locator, type Page} from '@playwright/test';

import {serve} from '../scripts/lib/static-server.mjs';

import {Complaints} from './support/console.js';

/** What each theme's file says, as the screen shows it. */
const THEMES = [
  {name: 'light', scheme: 'light', accent: 'rgb(11, 110, 95)', radius: '10px', control: '32px'},
  {name: 'dark', scheme: 'dark', accent: 'rgb(143, 208, 234)', radius: '6px', control: '32px'},
  {name: 'crm', scheme: 'light', accent: 'rgb(11, 92, 171)', radius: '4px', control: '28px'},
] as const;

let site: {readonly url: string; close(): void};
test.beforeAll(async () => {
  site = await serve(`${process.cwd()}/dist/examples`);
});
test.afterAll(() => {
  site.close();
});

/** The example with a chat in hand and a call that rings. */
class ThemedDesk {
  readonly complaints: Complaints;

  private constructor(readonly page: Page) {
    this.complaints = new Complaints(page);
  }

  static async busy(page: Page): Promise<ThemedDesk> {
    const desk = new ThemedDesk(page);
    await page.setViewportSize({width: 1400, height: 1000});
    await page.goto(`${site.url}/themes/index.html`);
    await page.locator('dw-agent-state').getByRole('button').first().click();
    await page.locator('dw-agent-state').getByRole('option', {name: 'Available'}).click();
    await desk.button('A customer writes').click();
    await desk.request.getByRole('button', {name: /^Accept\b/}).click();
    await expect(desk.message).toBeVisible();
    await desk.button('A customer calls').click();
    await expect(desk.answer).toBeVisible();
    return desk;
  }

  get request(): Locator {
    return this.page.locator('dw-incoming-call');
  }

  get answer(): Locator {
    return this.request.getByRole('button', {name: /^Answer\b/});
  }

  get message(): Locator {
    return this.page.locator('dw-chat-pane').getByRole('textbox', {name: 'Message'});
  }

  get tier(): Locator {
    return this.page.locator('dw-cad-editor').getByRole('textbox', {name: 'Plan tier'});
  }

  button(name: string): Locator {
    return this.page.getByRole('button', {name});
  }

  async wear(theme: string): Promise<void> {
    await this.page.getByRole('combobox', {name: 'Theme'}).selectOption(theme);
    await expect(this.page.locator('link#theme')).toHaveAttribute('href', `${theme}.css`);
  }

  /** What axe has to say about contrast, through all shadow roots. */
  async faint(): Promise<readonly string[]> {
    const {violations, passes} = await new AxeBuilder({page: this.page})
      .withRules('color-contrast')
      .analyze();
    // It has looked at more than the page's own words.
    expect(passes[0]?.nodes.filter(({target}) => target.flat().length > 1).length).toBeGreaterThan(20);
    return violations.flatMap(({nodes}) =>
      nodes.map(({target, failureSummary}) => `${target.flat().join(' ')}: ${failureSummary}`),
    );
  }
}

/** What runs in the page and in every shadow root of it, and does not merely stand still at its end. */
const running = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
      root,
      ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) => (shadowRoot ? rootsIn(shadowRoot) : [])),
    ];
    return rootsIn(document)
      .flatMap((root) => root.getAnimations())
      .filter(({playState}) => playState === 'running')
      .map((animation) => (animation instanceof CSSAnimation ? animation.animationName : 'a transition'));
  });

test('[HOST-5] a desk changes its theme while an agent works: at once, with contrast, and nothing typed is lost', async ({
  page,
}) => {
  await page.emulateMedia({reducedMotion: 'reduce'});
  const desk = await ThemedDesk.busy(page);
  await desk.message.fill('I will look at it.');
  await desk.tier.fill('Platinum');
  const [message, tier] = [await desk.message.elementHandle(), await desk.tier.elementHandle()];
  let loads = 0;
  page.on('load', () => (loads += 1));
  for (const {name, scheme, accent, radius, control} of [...THEMES, THEMES[0]]) {
    await test.step(name, async () => {
      await desk.wear(name);
      await expect(desk.answer).toHaveCSS('background-color', accent);
      await expect(desk.answer).toHaveCSS('border-bottom-left-radius', radius);
      await expect(desk.answer).toHaveCSS('height', control);
      await expect(page.locator('dw-task-list')).toHaveCSS('color-scheme', scheme);
      await expect(page.locator('html')).toHaveAttribute('data-dw-theme', scheme);
      expect(await desk.faint()).toEqual([]);
      await expect(desk.message).toHaveValue('I will look at it.');
      await expect(desk.tier).toHaveValue('Platinum');
    });
  }
  expect(loads).toBe(0);
  // The same boxes, not new ones with the old words.
  expect(await message?.evaluate((box) => box.isConnected)).toBe(true);
  expect(await tier?.evaluate((box) => box.isConnected)).toBe(true);
  await desk.message.press('Enter');
  await expect(page.locator('dw-chat-pane').getByText('I will look at it.')).toBeVisible();
  expect(desk.complaints.errors).toEqual([]);
});

test('[HOST-5] a documented part takes what the theme gives it, and gives it back', async ({page}) => {
  const desk = await ThemedDesk.busy(page);
  const tray = desk.request.locator('[part~="tray"]');
  await desk.wear('crm');
  await expect(tray).toHaveCSS('border-top-width', '3px');
  await desk.wear('light');
  await expect(tray).not.toHaveCSS('border-top-width', '3px');
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`[HOST-5] in forced colours (${colorScheme}) the system's palette stands above every theme: icons and words stay, and the focus is seen`, async ({
    page,
  }) => {
    await page.emulateMedia({forcedColors: 'active', colorScheme, reducedMotion: 'reduce'});
    const desk = await ThemedDesk.busy(page);
    for (const {name} of THEMES) {
      await desk.wear(name);
      await expect(desk.answer).toHaveCSS('background-color', await systemColour(page, 'Highlight'));
      expect(await desk.faint()).toEqual([]);
    }
    // Each state has its icon and its word, in the colour of text.
    const text = await systemColour(page, 'CanvasText');
    const [rings, active] = [
      page.locator('dw-task-list').getByRole('option').filter({hasText: 'Ringing'}),
      page.locator('dw-task-list').getByRole('option').filter({hasText: 'Active'}),
    ];
    for (const row of [rings, active]) {
      const icon = row.locator('svg').last();
      await expect(icon).toBeVisible();
      expect(await icon.evaluate((svg) => getComputedStyle(svg).color)).toBe(text);
    }
    // What is chosen is told by an outline, since there is no tint.
    await expect(active).toHaveCSS('outline-style', 'solid');
    await expect(rings).not.toHaveCSS('outline-style', 'solid');
    await desk.message.focus();
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(element ?? document.body);
      return {outlineStyle, outlineWidth, outlineColor};
    });
    expect(focus).toEqual({
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineColor: await systemColour(page, 'Highlight'),
    });
  });

test('with reduced motion nothing moves while a call rings and a theme changes; else it does', async ({
  page,
}) => {
  const desk = await ThemedDesk.busy(page);
  expect(await running(page)).toContain('dw-ring');
  await page.emulateMedia({reducedMotion: 'reduce'});
  await expect.poll(() => running(page)).toEqual([]);
  await desk.wear('dark');
  expect(await running(page)).toEqual([]);
  await desk.button('A customer mails').click();
  await expect(desk.request.getByRole('button', {name: /^Accept\b/})).toBeVisible();
  expect(await running(page)).toEqual([]);
});

/** A system colour as this screen has it now. */
const systemColour = (page: Page, name: string): Promise<string> =>
  page.evaluate((colour) => {
    const probe = document.createElement('i');
    probe.style.color = colour;
    document.body.append(probe);
    const {color} = getComputedStyle(probe);
    probe.remove();
    return color;
  }, name);

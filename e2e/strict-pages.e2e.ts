import {readFileSync} from 'node:fs';

import {expect, test, type Page} from '@playwright/test';
import {Linter} from 'eslint';

import * as bans from '../scripts/eslint/bans.mjs';

import {DOCUMENTED_CSP} from './support/site.js';
import {DESK, StrictHost, type HostPage} from './support/strict-host.js';

let host: StrictHost;
const open = async (page: Page, given: HostPage = {}): Promise<StrictHost> => {
  host = await StrictHost.open(page, given);
  return host;
};
test.afterEach(async () => {
  await host.close();
});

/** A call with its dialogs and its wrap-up, then a chat. */
const aDay = async (): Promise<void> => {
  const {desk} = host;
  await host.talk();
  await host.button('interaction-control', 'Hold').click();
  await host.button('interaction-control', 'Resume').click();
  for (const dialog of ['Transfer', 'Consult']) {
    await host.button('interaction-control', dialog).click();
    const opened = desk.root.locator(`dw-${dialog.toLowerCase()}-dialog`).getByRole('dialog');
    await expect(opened.getByRole('listbox').or(opened.getByRole('combobox')).first()).toBeVisible();
    await opened.getByRole('button', {name: 'Cancel', exact: true}).click();
    await expect(opened).toBeHidden();
  }
  await host.button('interaction-control', 'End').click();
  await host.wrapUp();
  await desk.chatArrives('Where is my parcel? https://parcels.example <b>now</b>');
  await desk.press('Accept');
  const box = desk.chat.getByRole('textbox', {name: 'Message'});
  await box.fill('It comes today.');
  await box.press('Enter');
  await expect(desk.chat.getByRole('log')).toContainText('It comes today.');
  await expect(desk.chat.getByRole('log')).toContainText('<b>now</b>');
};

test.describe('a strict policy', () => {
  test('[HOST-6] lets a call and a chat be handled from ringing to wrap-up, without a single refusal', async ({
    page,
  }) => {
    await open(page);
    await aDay();
    expect(await host.refused()).toEqual([]);
    expect(host.complaints.errors).toEqual([]);
  });

  test('[HOST-6] needs scripts and nothing else where nothing is fetched: styles are constructed, pictures are drawn', async ({
    page,
  }) => {
    await open(page, {
      csp: "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html",
    });
    await aDay();
    expect(await host.refused()).toEqual([]);
  });

  test('[HOST-6] without the name of the policy of Lit stops the widgets, and the page sees why', async ({
    page,
  }) => {
    await open(page, {csp: DOCUMENTED_CSP.replace('lit-html ', '')});
    await expect.poll(() => host.refused()).toContainEqual(expect.stringContaining('trusted-types'));
    await expect(page.locator('dw-agent-state').getByRole('button')).toHaveCount(0);
  });
});

/** The page's own dialogs, which are shown modally. */
const DIALOGS = `<dialog id="first" aria-label="Order"><form method="dialog"><input aria-label="Note"><button>Done</button></form></dialog>
  <dialog id="second" aria-label="Sure?"><button>Yes</button></dialog>`;
const showModal = (page: Page, id: string): Promise<void> =>
  page.locator(`#${id}`).evaluate((dialog: HTMLDialogElement) => {
    dialog.showModal();
  });
const closeModal = (page: Page, id: string): Promise<void> =>
  page.locator(`#${id}`).evaluate((dialog: HTMLDialogElement) => {
    dialog.close();
  });

test.describe("[T6] the page's own modal dialog", () => {
  for (const placement of ['tray', 'inline'])
    test(`does not keep the agent from answering, by pointer: ${placement}`, async ({page}) => {
      const {desk} = await open(page, {
        body: DIALOGS + DESK.replace('<dw-incoming-call', `<dw-incoming-call placement="${placement}"`),
      });
      await desk.choose('Available');
      await showModal(page, 'first');
      await page.getByLabel('Note').fill('half a no');
      await desk.callArrives('Kim Min-su');
      const answer = page.locator('#first').getByRole('button', {name: /^Answer\b/});
      await expect(answer).toBeVisible();
      await expect(page.getByLabel('Note')).toBeFocused();
      await answer.click();
      await expect(desk.tasks).toContainText('Kim Min-su');
      // The page's dialog is as it was, and has nothing of ours any more.
      await expect(page.getByLabel('Note')).toHaveValue('half a no');
      await expect(page.locator('dw-request-place')).toHaveCount(0);
      expect(await host.refused()).toEqual([]);
    });

  test('does not keep the agent from answering by keyboard, and Escape leads back into it', async ({
    page,
  }) => {
    const {desk} = await open(page, {body: DIALOGS + DESK});
    await desk.choose('Available');
    await showModal(page, 'first');
    await page.getByLabel('Note').focus();
    await desk.callArrives('Kim Min-su');
    const answer = page.locator('#first').getByRole('button', {name: /^Answer\b/});
    await expect(answer).toBeVisible();
    await expect(page.locator('#first > dw-announcer').getByText(/^Incoming call/)).toHaveCount(1);
    await page.keyboard.press('F8');
    await page.keyboard.press('Escape');
    await expect(page.getByLabel('Note')).toBeFocused();
    await expect(page.locator('#first')).toBeVisible();
    await page.keyboard.press('F8');
    await page.keyboard.press('Enter');
    await expect(desk.tasks).toContainText('Kim Min-su');
  });

  test('may open while it rings, have another one above it, and be closed again', async ({page}) => {
    const {desk} = await open(page, {body: DIALOGS + DESK});
    await desk.choose('Available');
    await desk.callArrives('Kim Min-su');
    await expect(desk.tray.getByRole('button', {name: /^Answer\b/})).toBeVisible();
    for (const id of ['first', 'second']) {
      await showModal(page, id);
      await expect(page.locator(`#${id}`).getByRole('button', {name: /^Answer\b/})).toBeVisible();
    }
    await closeModal(page, 'second');
    await expect(page.locator('#first').getByRole('button', {name: /^Answer\b/})).toBeVisible();
    // Taken away as frameworks do it: without a word.
    await page.locator('#first').evaluate((dialog) => {
      dialog.remove();
    });
    await desk.press('Answer');
    await expect(desk.tasks).toContainText('Kim Min-su');
  });

  test('may be in a shadow root of the page', async ({page}) => {
    const {desk} = await open(page, {body: `<div id="outer"></div>${DESK}`});
    await desk.choose('Available');
    await desk.callArrives('Kim Min-su');
    await page.locator('#outer').evaluate((outer) => {
      const dialog = document.createElement('dialog');
      dialog.append(document.createElement('button'));
      outer.attachShadow({mode: 'open'}).append(dialog);
      dialog.showModal();
    });
    await page
      .locator('#outer')
      .getByRole('button', {name: /^Answer\b/})
      .click();
    await expect(desk.tasks).toContainText('Kim Min-su');
  });
});

test.describe('a page around the desk', () => {
  const CLIPPING =
    '#ancestor { transform: rotate(0.01deg); overflow: hidden; contain: content; inline-size: 300px; block-size: 60px }';
  const HOSTILE =
    'div, button, section, p, svg { position: absolute !important; display: none !important; inline-size: 3px !important }';

  test('[HOST-5] with rules for every div and button does not reach into the widgets', async ({page}) => {
    await open(page);
    const sizes = (): Promise<unknown> =>
      Promise.all(
        ['Hold', 'Transfer', 'End'].map((name) => host.button('interaction-control', name).boundingBox()),
      );
    await host.talk();
    const before = await sizes();
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets.push(sheet);
    }, HOSTILE);
    expect(await sizes()).toEqual(before);
  });

  test('[HOST-5] keeps its own styles: nothing leaks out, in the document or beside the desk', async ({
    page,
  }) => {
    await open(page, {body: `<main><p id="text">Account</p><button id="press">Save</button></main>`});
    const styles = (): Promise<string> =>
      page.evaluate(() =>
        ['html', 'body', 'main', '#text', '#press']
          .map((one) => document.querySelector(one))
          .map(
            (one) =>
              one &&
              [...getComputedStyle(one)]
                .map((name) => getComputedStyle(one).getPropertyValue(name))
                .join(';'),
          )
          .join('\n'),
      );
    await page.waitForFunction(() => 'simulator' in window);
    const before = await styles();
    await page.evaluate((desk) => {
      const parsed = document.createElement('dw-desk');
      for (const [, tag = ''] of desk.matchAll(/<(dw-(?!desk)[\w-]+)/g))
        parsed.append(document.createElement(tag));
      parsed.port = window.simulator.port('yoon');
      document.body.append(parsed);
    }, DESK);
    await expect(host.desk.state).toContainText('Idle');
    expect((await styles()).replaceAll(/\d+(\.\d+)?px/g, 'px')).toBe(
      before.replaceAll(/\d+(\.\d+)?px/g, 'px'),
    );
  });

  test('[HOST-5] that clips, transforms and contains the desk leaves what is in the top layer whole', async ({
    page,
  }) => {
    const {desk} = await open(page, {
      head: '<link rel="stylesheet" href="/hostile.css">',
      body: `<main id="ancestor">${DESK}</main>`,
    });
    host.site.put('/hostile.css', CLIPPING);
    await page.reload();
    await desk.choose('Available');
    await desk.callArrives('Kim Min-su');
    const request = desk.tray.getByRole('button', {name: /^Answer\b/});
    await expect(request).toBeInViewport({ratio: 1});
    await request.click();
    await expect(desk.tasks).toContainText('Kim Min-su');
  });
});

test.describe('the desk in its place', () => {
  test('works inside a frame', async ({page}) => {
    await open(page, {
      csp: `${DOCUMENTED_CSP}; frame-src 'self'`,
      outer: '<iframe src="/desk.html" width="900" height="700" title="Desk"></iframe>',
    });
    const frame = page.frameLocator('iframe');
    await frame.locator('dw-agent-state').getByRole('button').first().click();
    await frame.locator('dw-agent-state').getByRole('option', {name: 'Available'}).click();
    const inner = page.frames()[1];
    if (!inner) throw new Error('no frame');
    await inner.evaluate(() => window.simulator.callArrives({name: 'Kim Min-su'}));
    await frame
      .locator('dw-incoming-call')
      .getByRole('button', {name: /^Answer\b/})
      .click();
    await expect(frame.locator('dw-task-list')).toContainText('Kim Min-su');
    expect(await host.refused(inner)).toEqual([]);
  });

  test('works inside another shadow root, hidden and shown, moved, and put back during a call', async ({
    page,
  }) => {
    await open(page, {body: `<crm-shell><template>${DESK}</template></crm-shell><aside></aside>`});
    await host.talk();
    for (const act of ['hide', 'show', 'move', 'detach']) {
      await page.evaluate(async (what) => {
        const desk =
          document.querySelector('crm-shell')?.shadowRoot?.querySelector('dw-desk') ??
          document.querySelector('dw-desk');
        const aside = document.querySelector('aside');
        if (!desk || !aside) throw new Error('no desk');
        if (what === 'hide') desk.style.display = 'none';
        if (what === 'show') desk.style.display = '';
        if (what === 'move') aside.append(desk);
        if (what !== 'detach') return;
        desk.remove();
        // It has let go of everything.
        while (desk.connection) await new Promise(requestAnimationFrame);
        aside.append(desk);
      }, act);
      if (act === 'hide') await expect(host.desk.tasks).toBeHidden();
      else await expect(host.desk.tasks).toContainText('Kim Min-su');
    }
    await expect(host.desk.tasks.getByRole('option')).toHaveCount(1);
    expect(host.complaints.errors).toEqual([]);
  });

  test('[HOST-8] [HOST-5] changes language, direction and theme while a call is in hand', async ({page}) => {
    await open(page);
    await host.talk();
    await host.set({language: 'ko', dir: 'rtl'});
    const hold = host.button('interaction-control', '보류');
    await expect(hold).toBeVisible();
    expect(await hold.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
    const colour = (): Promise<string> => hold.evaluate((one) => getComputedStyle(one).color);
    const colours = new Set<string>();
    for (const theme of ['light', 'dark']) {
      await page.locator('html').evaluate((html, name) => html.setAttribute('data-dw-theme', name), theme);
      await expect.poll(async () => colours.add(await colour()).size).toBe(theme === 'light' ? 1 : 2);
    }
    await page.emulateMedia({forcedColors: 'active'});
    await expect(hold).toBeVisible();
  });
});

test.describe('a trap', () => {
  test('[T1] lint refuses a style attribute and styleMap, which a strict policy would', async ({page}) => {
    await open(page, {body: ''});
    const told = (code: string): number =>
      new Linter().verify(code, {
        languageOptions: {ecmaVersion: 2022, sourceType: 'module'},
        rules: {
          'no-restricted-imports': ['error', bans.bannedImports],
          'no-restricted-syntax': ['error', ...bans.bannedSyntax],
        },
      } as Linter.Config).length;
    expect(told(`import {styleMap} from 'lit/directives/style-map.js';`)).toBe(1);
    expect(told('html`<div style="height: ${1}px"></div>`')).toBe(1);
    expect(told('html`<div .style=${1}></div>`')).toBe(0);
  });

  test('[T2] a page that has the policy of Lit already needs allow-duplicates, and then works', async ({
    page,
  }) => {
    const own = `trustedTypes.createPolicy('lit-html', {createHTML: (text) => text});`;
    const head = '<script src="/own.js"></script>';
    for (const isAllowed of [true, false]) {
      const csp = isAllowed ? DOCUMENTED_CSP : DOCUMENTED_CSP.replace(" 'allow-duplicates'", '');
      if (isAllowed) await open(page, {head, csp});
      host.site.csp = csp;
      host.site.put('/own.js', own);
      await page.reload();
      if (isAllowed) await expect(host.desk.state).toContainText('Idle');
      else {
        await expect
          .poll(() => host.refused())
          .toContainEqual(expect.stringMatching(/^trusted-types .*lit-html/));
        await expect(page.locator('dw-agent-state').getByRole('button')).toHaveCount(0);
      }
    }
  });

  test('[T7] whatever the workspace has from outside is pinned to one version', async ({page}) => {
    await open(page, {body: ''});
    const {devDependencies} = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: Readonly<Record<string, string>>;
    };
    const loose = Object.entries(devDependencies).filter(
      ([, version]) => !/^(npm:.+@)?\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  test('[T8] a call rings from a stream, without a word about media in the policy', async ({page}) => {
    await page.addInitScript(() => {
      const rung: string[] = [];
      Object.assign(globalThis, {rung});
      const play = HTMLMediaElement.prototype.play;
      HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
        rung.push(this.srcObject instanceof MediaStream ? 'stream' : this.src);
        return play.call(this);
      };
    });
    const {desk} = await open(page);
    await desk.choose('Available');
    await desk.callArrives('Kim Min-su');
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as {rung: string[]}).rung))
      .toContain('stream');
    expect(await host.refused()).toEqual([]);
  });

  test('[T9] what checks the wire is not compiled at run time', async ({page}) => {
    await open(page, {head: '<script type="module" src="/deskwire/cdn/adapter-gateway.js"></script>'});
    await expect(host.desk.state).toContainText('Idle');
    expect(await host.refused()).toEqual([]);
  });
});

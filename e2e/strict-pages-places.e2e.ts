import {expect} from '@playwright/test';

import {DOCUMENTED_CSP} from './support/site.js';
import {test} from './support/strict-engines.js';
import type {EnginePage} from './support/strict-engines.js';
import type {StrictGlobals} from './support/strict-finder.js';
import {Hands} from './support/strict-hands.js';
import {DESK, type HostPage} from './support/strict-host.js';

// A day is a call with its controls and its data, a mail with its editor, and a chat: from the request to what follows it.

let hands: Hands;
const open = async (page: EnginePage, given: HostPage = {}): Promise<Hands> => {
  hands = await Hands.open(page, given);
  return hands;
};
test.afterEach(async () => {
  await hands.close();
});

/** A desk in a shadow root of the page. */
const inShadow = (mode: string): string =>
  `<crm-shell mode="${mode}"><template>${DESK}</template></crm-shell><aside></aside>`;

test.describe('a day of every widget', () => {
  test('in the page itself', async ({enginePage}) => {
    await (await open(enginePage)).aDay();
  });

  test('inside a frame', async ({enginePage}) => {
    await open(enginePage, {
      csp: `${DOCUMENTED_CSP}; frame-src 'self'`,
      outer: '<iframe src="/desk.html" width="960" height="720" title="Desk"></iframe>',
    });
    await hands.aDay();
    const inner = await hands.run(
      () => (document.querySelector('iframe')?.contentWindow as unknown as StrictGlobals).refused,
    );
    expect(inner).toEqual([]);
  });

  for (const mode of ['open', 'closed'])
    test(`inside another shadow root: ${mode}`, async ({enginePage}) => {
      await open(enginePage, {body: inShadow(mode)});
      await hands.aDay();
    });

  test('inside a modal dialog of the page', async ({enginePage}) => {
    await open(enginePage, {body: `<dialog aria-label="Work">${DESK}</dialog>`});
    await hands.run(() => {
      document.querySelector('dialog')?.showModal();
    });
    await hands.aDay();
  });

  test('that is hidden when somebody comes and in the middle of everything, and shown again', async ({
    enginePage,
  }) => {
    await open(enginePage);
    hands.during = () =>
      hands.run(async () => {
        const desk = document.querySelector('dw-desk');
        if (!desk) throw new Error('no desk');
        desk.style.display = 'none';
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        desk.style.display = '';
      });
    await hands.aDay();
  });

  test('that is moved in the page, into a shadow root and out of it, in the middle of everything', async ({
    enginePage,
  }) => {
    await open(enginePage, {body: `<main>${DESK}</main><crm-shell></crm-shell><aside></aside>`});
    await hands.run(() => {
      document.querySelector('crm-shell')?.attachShadow({mode: 'open'});
    });
    hands.during = () =>
      hands.run(async () => {
        const shell = document.querySelector('crm-shell')?.shadowRoot;
        const desk = document.querySelector('dw-desk') ?? shell?.querySelector('dw-desk');
        const places = [document.querySelector('main'), shell, document.querySelector('aside')];
        const next = places[(places.findIndex((one) => one === desk?.parentNode) + 1) % places.length];
        if (!desk || !next) throw new Error('no desk');
        next.append(desk);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      });
    await hands.aDay();
  });

  test('that is taken out of the page and put back in the middle of everything', async ({enginePage}) => {
    await open(enginePage);
    hands.during = () =>
      hands.run(async () => {
        const desk = document.querySelector('dw-desk');
        if (!desk) throw new Error('no desk');
        desk.remove();
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        document.body.append(desk);
      });
    await hands.aDay();
  });
});

/** A dialog of the page, which is open whenever somebody comes. */
const NOTE = '<dialog aria-label="Order"><input aria-label="Note"></dialog>';

test.describe("[T6] the page's own modal dialog is open above when somebody comes", () => {
  for (const manner of ['pointer', 'keyboard'] as const)
    test(`every kind of request can be taken by ${manner}, the dialog stays, and all goes on when it is closed`, async ({
      enginePage,
    }) => {
      await open(enginePage, {body: NOTE + DESK});
      hands.manner = manner;
      hands.before = () =>
        hands.run(() => {
          document.querySelector('dialog')?.showModal();
        });
      hands.after = () =>
        hands.run(() => {
          const dialog = document.querySelector('dialog');
          if (!dialog?.open) throw new Error('the dialog of the page was closed');
          dialog.close();
        });
      await hands.aDay();
    });

  test('nothing else of the desk can be pressed until it is closed, and everything then', async ({
    enginePage,
  }) => {
    await open(enginePage, {body: NOTE + DESK});
    await hands.available();
    hands.after = () =>
      hands.run(() => {
        document.querySelector('dialog')?.showModal();
      });
    await hands.customer('call');
    await hands.take('Answer');
    await hands.sees('dw-task-list', /Kim Min-su/);
    await hands.after();
    const hold = {in: 'dw-interaction-control', role: 'button', name: '^Hold$'} as const;
    const reason = {in: 'dw-cad-editor', role: 'textbox', name: '^Reason for call'} as const;
    for (const sought of [hold, reason])
      await expect.poll(() => hands.find(sought)).toEqual({obstacle: 'something else is hit there'});
    await hands.run(() => {
      document.querySelector('dialog')?.close();
    });
    for (const sought of [hold, reason]) await expect.poll(() => hands.find(sought)).toHaveProperty('at');
  });

  test('one inside a closed shadow root cannot be found: the request waits, and is taken when it is closed', async ({
    enginePage,
  }) => {
    await open(enginePage, {body: `<div id="outer"></div>${DESK}`});
    await hands.available();
    await hands.run(() => {
      const dialog = document.createElement('dialog');
      dialog.append(document.createElement('button'));
      document.querySelector('#outer')?.attachShadow({mode: 'closed'}).append(dialog);
      dialog.showModal();
      Object.assign(globalThis, {hiddenDialog: dialog});
    });
    await hands.customer('call');
    const answer = {in: 'dw-incoming-call', role: 'button', name: '^Answer'} as const;
    await expect.poll(() => hands.find(answer)).toEqual({obstacle: 'something else is hit there'});
    await hands.run(() => {
      (globalThis as unknown as {hiddenDialog: HTMLDialogElement}).hiddenDialog.close();
    });
    await hands.take('Answer');
    await hands.sees('dw-task-list', /Kim Min-su/);
  });
});

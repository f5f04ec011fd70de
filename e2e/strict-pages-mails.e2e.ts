import {readFileSync} from 'node:fs';

import {expect} from '@playwright/test';

import {DOCUMENTED_CSP} from './support/site.js';
import {test} from './support/strict-engines.js';
import type {StrictGlobals} from './support/strict-finder.js';
import {Hands, type GivenPage} from './support/strict-hands.js';

let hands: Hands;
test.afterEach(async () => {
  await hands.close();
});

/** A mail as shops send them: a sheet, and a style on every cell. */
const ROWS = 400;
const BILL = `<style>td { font-weight: 700 }</style><p style="color: rgb(200, 0, 0)">Please refund it.</p><table>${'<tr><td style="padding: 4px; color: rgb(0, 90, 0)">Parcel</td></tr>'.repeat(ROWS)}</table>`;

/** What is in the frame of the mail, or the text that stands there in its place. */
interface Shown {
  readonly color: string;
  readonly weight: string;
  readonly cells: number;
  readonly text: string;
}

const open = async (page: Parameters<typeof Hands.open>[0], given: GivenPage = {}): Promise<void> => {
  hands = await Hands.open(page, given);
};

const read = async (): Promise<Shown> => {
  await hands.available();
  await hands.run((html) => {
    window.simulator.mailArrives({
      ...{name: 'Jung Da-in', from: 'dain@customer.example', subject: 'Refund'},
      ...{text: 'As plain text.', html},
    });
  }, BILL);
  await hands.take('Accept');
  await hands.sees('dw-email-composer', /Please refund it|As plain text/);
  return hands.run(() => {
    const {all} = (globalThis as unknown as StrictGlobals).strictFinder;
    const isMail = (one: Element): boolean => one.ownerDocument !== document;
    const styleOf = (name: string): CSSStyleDeclaration | undefined => {
      const one = all(name).find(isMail);
      return one?.ownerDocument.defaultView?.getComputedStyle(one);
    };
    return {
      color: styleOf('p')?.color ?? '',
      weight: styleOf('td')?.fontWeight ?? '',
      cells: all('td').filter(isMail).length,
      text: (globalThis as unknown as StrictGlobals).strictFinder.textOf('dw-mail-body'),
    };
  });
};

const AS_WRITTEN = {color: 'rgb(200, 0, 0)', weight: '700', cells: ROWS};

test('[T4] the frame of a mail inherits the policy of the page, and its styles are there all the same', async ({
  enginePage,
}) => {
  await open(enginePage, {csp: DOCUMENTED_CSP.replace("style-src 'self'", "style-src 'none'")});
  expect(await read()).toMatchObject(AS_WRITTEN);
  // The rule that would have taken them away does hold in there.
  const isHeld = await hands.run(() => {
    const {all} = (globalThis as unknown as StrictGlobals).strictFinder;
    const doc = all('p').find((one) => one.ownerDocument !== document)?.ownerDocument;
    const probe = doc?.createElement('p');
    if (!doc || !probe) throw new Error('no mail');
    doc.body.append(probe);
    probe.setAttribute('style', 'color: rgb(1, 2, 3)');
    const {color} = doc.defaultView?.getComputedStyle(probe) ?? {};
    probe.remove();
    return color !== 'rgb(1, 2, 3)';
  });
  expect(isHeld).toBe(true);
});

test('[T5] a mail with hundreds of styles does not bring a single refusal', async ({enginePage}) => {
  await open(enginePage);
  expect(await read()).toMatchObject(AS_WRITTEN);
  expect(await hands.refused()).toEqual([]);
  // Those who listen would have heard of one.
  await hands.run(() => {
    document.createElement('p').setAttribute('style', 'color: red');
  });
  await expect.poll(() => hands.refused()).not.toEqual([]);
});

const hasTrustedTypes = (): Promise<boolean> => hands.run(() => 'trustedTypes' in globalThis);
const NONE = 'This engine has no Trusted Types.';
const AS_TEXT = {cells: 0, text: expect.stringContaining('As plain text.') as unknown};

test('[T3] a page that does not list the policy for mails shows them as their text', async ({enginePage}) => {
  await open(enginePage, {csp: DOCUMENTED_CSP.replace(' dompurify', '')});
  test.skip(!(await hasTrustedTypes()), NONE);
  expect(await read()).toMatchObject(AS_TEXT);
});

/** A page's own DOMPurify, which makes its policy when it is first used. */
interface Purify {
  sanitize(html: string, config: {readonly RETURN_DOM_FRAGMENT: true}): DocumentFragment | null;
}
/** What the page's own library makes of a text: nothing when it got no policy. */
const ownText = (): Promise<string> =>
  hands.run(
    () =>
      (globalThis as unknown as {DOMPurify: Purify}).DOMPurify.sanitize('<b>Own</b>', {
        RETURN_DOM_FRAGMENT: true,
      })?.textContent ?? '',
  );

test.describe('[T3] a page with a DOMPurify of its own', () => {
  const WITHOUT_DUPLICATES = DOCUMENTED_CSP.replace(" 'allow-duplicates'", '');
  const USED = "globalThis.usedFirst = DOMPurify.sanitize('<b>Own</b>');";
  /** @param used What the page does with its library before there is a desk. */
  const openWith = async (
    page: Parameters<typeof Hands.open>[0],
    csp: string,
    used: typeof USED | '',
  ): Promise<void> => {
    const library = readFileSync('node_modules/dompurify/dist/purify.min.js', 'utf8');
    // Its last line is a comment without an end.
    const files = {'/purify.js': `${library}\n${used}`};
    await open(page, {head: '<script src="/purify.js"></script>', csp, files});
    const usedFirst = await hands.run(() => (globalThis as {usedFirst?: string}).usedFirst ?? '');
    expect(usedFirst).toBe(used && '<b>Own</b>');
  };

  for (const [order, used] of [
    ['used first', USED],
    ['used last', ''],
  ] as const)
    test(`both work under the documented policy: ${order}`, async ({enginePage}) => {
      await openWith(enginePage, DOCUMENTED_CSP, used);
      expect(await read()).toMatchObject(AS_WRITTEN);
      expect(await ownText()).toBe('Own');
      expect(await hands.refused()).toEqual([]);
    });

  test("without 'allow-duplicates', used first: mails are shown as text, and the page sees why", async ({
    enginePage,
  }) => {
    await openWith(enginePage, WITHOUT_DUPLICATES, USED);
    test.skip(!(await hasTrustedTypes()), NONE);
    expect(await read()).toMatchObject(AS_TEXT);
    expect(await hands.refused()).toContainEqual(expect.stringMatching(/^trusted-types .*dompurify/));
    expect(await ownText()).toBe('Own');
    await hands.press('dw-email-composer', 'radio', '^Reply$');
    await hands.type('dw-mail-editor', '.', 'It is on its way.');
    await hands.sees('dw-mail-editor', /It is on its way/);
    await hands.press('dw-email-composer', 'button', '^Send$');
    await hands.wrapUp();
  });

  test("without 'allow-duplicates', used last: mails are as they were written, and the page gets nothing", async ({
    enginePage,
  }) => {
    await openWith(enginePage, WITHOUT_DUPLICATES, '');
    test.skip(!(await hasTrustedTypes()), NONE);
    expect(await read()).toMatchObject(AS_WRITTEN);
    expect(await hands.refused()).toEqual([]);
    expect(await ownText()).toBe('');
    expect(await hands.refused()).toContainEqual(expect.stringMatching(/^trusted-types .*dompurify/));
  });

  test('where there are no Trusted Types, both work whatever the policy lists', async ({enginePage}) => {
    await openWith(enginePage, WITHOUT_DUPLICATES, USED);
    test.skip(await hasTrustedTypes(), 'This engine has Trusted Types.');
    expect(await read()).toMatchObject(AS_WRITTEN);
    expect(await ownText()).toBe('Own');
    expect(await hands.refused()).toEqual([]);
  });
});

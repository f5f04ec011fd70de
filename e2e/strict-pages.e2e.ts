import {expect, test, type Page} from '@playwright/test';

import {DOCUMENTED_CSP} from './support/site.js';
import {StrictHost, type HostPage} from './support/strict-host.js';

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

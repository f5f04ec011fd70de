import {expect, test, type CDPSession, type Locator, type Page} from '@playwright/test';

import {serve} from '../scripts/lib/static-server.mjs';

import {Complaints} from './support/console.js';

const HOSTS = ['plain', 'react', 'vue', 'angular'] as const;

let site: {readonly url: string; close(): void};
test.beforeAll(async () => {
  site = await serve(`${process.cwd()}/dist/examples`);
});
test.afterAll(() => {
  site.close();
});

/** An example's page: the same desk, whatever made it. */
class HostPage {
  readonly complaints: Complaints;

  private constructor(readonly page: Page) {
    this.complaints = new Complaints(page);
  }

  static async open(page: Page, host: string): Promise<HostPage> {
    const opened = new HostPage(page);
    await page.goto(`${site.url}/${host}/index.html`);
    await expect(opened.state).toContainText('Idle');
    return opened;
  }

  get state(): Locator {
    return this.page.locator('dw-agent-state').getByRole('button').first();
  }

  get task(): Locator {
    return this.page.locator('dw-task-list').getByRole('option');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', {name});
  }

  /** Lets a customer in, who is accepted. */
  async take(customer: string, accept: RegExp): Promise<void> {
    await this.button(customer).click();
    await this.page.locator('dw-incoming-call').getByRole('button', {name: accept}).click();
  }

  async becomeAvailable(): Promise<void> {
    await this.state.click();
    await this.page.locator('dw-agent-state').getByRole('option', {name: 'Available'}).click();
    await expect(this.state).toContainText('Available');
  }

  async wrapUp(): Promise<void> {
    const wrapUp = this.page.locator('dw-wrap-up').getByRole('dialog');
    await wrapUp.getByRole('option').first().click();
    await wrapUp.getByRole('button', {name: 'Submit wrap-up'}).click();
    await expect(wrapUp).toBeHidden();
  }
}

/** How many nodes and listeners there are once the garbage is gone. */
const counters = async (
  session: CDPSession,
): Promise<{readonly nodes: number; readonly listeners: number}> => {
  await session.send('HeapProfiler.collectGarbage');
  const {nodes, jsEventListeners} = await session.send('Memory.getDOMCounters');
  return {nodes, listeners: jsEventListeners};
};

for (const host of HOSTS) {
  test.describe(host, () => {
    test(`[HOST-9] in ${host}, a call and a chat are taken and wrapped up by way of the page's own state`, async ({
      page,
    }) => {
      const desk = await HostPage.open(page, host);
      await desk.becomeAvailable();
      await desk.take('A customer calls', /^Answer\b|^Accept\b/);
      await expect(page.getByText('Last contact: Kim Min-su')).toBeVisible();
      const call = page.locator('dw-interaction-control');
      await call.getByRole('button', {name: 'Hold', exact: true}).click();
      await expect(call.getByRole('button', {name: 'Resume', exact: true})).toBeVisible();
      await call.getByRole('button', {name: 'Resume', exact: true}).click();
      await call.getByRole('button', {name: 'Transfer', exact: true}).click();
      const dialog = page.locator('dw-transfer-dialog').getByRole('dialog');
      // Twice: the page's state has heard that it was closed.
      await dialog.getByRole('button', {name: 'Cancel', exact: true}).click();
      await expect(dialog).toBeHidden();
      await call.getByRole('button', {name: 'Transfer', exact: true}).click();
      await dialog.getByRole('button', {name: 'Cancel', exact: true}).click();
      await expect(dialog).toBeHidden();
      await call.getByRole('button', {name: 'End', exact: true}).click();
      await desk.wrapUp();
      await expect(page.getByText('Handled: 1')).toBeVisible();
      // None, whatever a framework makes of its own none: the widgets follow what they find.
      for (const widget of ['dw-interaction-control', 'dw-chat-pane', 'dw-wrap-up', 'dw-transfer-dialog'])
        await expect(page.locator(widget)).toHaveJSProperty('interactionId', undefined);
      await expect(page.locator('dw-task-list')).toHaveJSProperty('selectedId', undefined);

      await desk.take('A customer writes', /^Accept\b/);
      await expect(page.getByText('Last contact: Choi Ha-eun')).toBeVisible();
      const box = page.locator('dw-chat-pane').getByRole('textbox', {name: 'Message'});
      await box.fill('I will look at it.');
      await box.press('Enter');
      await expect(page.locator('dw-chat-pane').getByText('I will look at it.')).toBeVisible();
      await page.locator('dw-chat-pane').getByRole('button', {name: 'End', exact: true}).click();
      await desk.wrapUp();
      await expect(page.getByText('Handled: 2')).toBeVisible();
      expect(desk.complaints.errors).toEqual([]);
    });

    test(`[HOST-8] [HOST-9] in ${host}, the page's own control changes the language while a call is in hand`, async ({
      page,
    }) => {
      const desk = await HostPage.open(page, host);
      await desk.becomeAvailable();
      await desk.take('A customer calls', /^Answer\b|^Accept\b/);
      await expect(desk.task).toHaveAttribute('aria-selected', 'true');
      await page.getByLabel('Language').selectOption('ko');
      const call = page.locator('dw-interaction-control');
      await expect(call.getByRole('button', {name: '보류', exact: true})).toBeVisible();
      await expect(desk.state).not.toContainText('Available');
      await expect(desk.task).toHaveAttribute('aria-selected', 'true');
      await page.getByLabel('Language').selectOption('en');
      await expect(call.getByRole('button', {name: 'Hold', exact: true})).toBeVisible();
    });

    test(`in ${host}, a desk that is taken away leaves nothing, and one that comes back has the call`, async ({
      page,
    }) => {
      const desk = await HostPage.open(page, host);
      await desk.becomeAvailable();
      await desk.take('A customer calls', /^Answer\b|^Accept\b/);
      await expect(desk.task).toHaveCount(1);
      const session = await page.context().newCDPSession(page);
      const cycle = async (): Promise<{readonly nodes: number; readonly listeners: number}> => {
        await desk.button('Close the desk').click();
        await expect(page.locator('dw-desk')).toHaveCount(0);
        await desk.button('Open the desk').click();
        await expect(desk.task).toHaveCount(1);
        await expect(desk.state).toBeVisible();
        return counters(session);
      };
      // What is made once, for the whole page, is there after the first rounds.
      for (let round = 0; round < 3; round += 1) await cycle();
      const before = await counters(session);
      for (let round = 0; round < 5; round += 1) await cycle();
      const after = await counters(session);
      // One desk has hundreds of nodes and scores of listeners: one that stayed would show.
      expect(after.listeners - before.listeners).toBeLessThan(10);
      expect(after.nodes - before.nodes).toBeLessThan(60);
      await expect(desk.task).toContainText('Kim Min-su');
    });
  });
}

import {expect, type Browser, type BrowserContext, type Locator, type Page} from '@playwright/test';

import {CadPane} from './cad-pane.js';
import {MailPane} from './mail-pane.js';
import type {RunningGateway} from './gateway.js';
import type {SlowWire} from './slow-wire.js';

/** How an agent signs in. */
export interface SignInOptions {
  readonly language?: string;
  readonly wire?: SlowWire;
  /** The demo's, unless given. */
  readonly password?: string;
}

/** An agent at a desk, in a browser of their own. Words are those of the English desk. */
export class Agent {
  /** The data of the contact in front. */
  readonly cad: CadPane;
  /** The mail in front, and the answer to it. */
  readonly letter: MailPane;

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
  ) {
    this.cad = new CadPane(page);
    this.letter = new MailPane(page);
  }

  /** Opens the desk and signs in. */
  static async signIn(
    browser: Browser,
    gateway: RunningGateway,
    user: string,
    {language = 'en', wire, password = 'demo'}: SignInOptions = {},
  ): Promise<Agent> {
    const context = await browser.newContext({viewport: {width: 1280, height: 960}});
    await wire?.join(context);
    const page = await context.newPage();
    await page.goto(`${gateway.url}/desk.html?agent=${user}&lang=${language}&theme=light`);
    await page.locator('#password').fill(password);
    await page.locator('#sign-in button').click();
    const agent = new Agent(page, context);
    await expect(agent.state).toBeVisible();
    return agent;
  }

  /** The button with the agent's own state. */
  get state(): Locator {
    return this.page.locator('dw-agent-state').getByRole('button').first();
  }

  get tray(): Locator {
    return this.page.locator('dw-incoming-call');
  }

  get rona(): Locator {
    return this.tray.getByRole('alertdialog');
  }

  get tasks(): Locator {
    return this.page.locator('dw-task-list').getByRole('option');
  }

  get call(): Locator {
    return this.page.locator('dw-interaction-control');
  }

  get chat(): Locator {
    return this.page.locator('dw-chat-pane');
  }

  get outdial(): Locator {
    return this.page.locator('dw-outdial');
  }

  get campaign(): Locator {
    return this.page.locator('dw-campaign');
  }

  get guide(): Locator {
    return this.page.locator('dw-call-guide');
  }

  /** The agent's own past contacts. */
  get mine(): Locator {
    return this.page.locator('dw-history');
  }

  /** Those of the customer in front. */
  get past(): Locator {
    return this.page.locator('dw-contact-history');
  }

  get wrapUp(): Locator {
    return this.page.locator('dw-wrap-up').getByRole('dialog');
  }

  /** Chooses a state in the header's control. */
  async choose(state: string): Promise<void> {
    await this.state.click();
    await this.page.locator('dw-agent-state').getByRole('option', {name: state}).click();
    await expect(this.state).toContainText(state);
  }

  /** The id of the contact in front, as the page knows it. */
  contactId(): Promise<string> {
    return this.page
      .locator('dw-task-list')
      .evaluate((list) => (list as HTMLElementTagNameMap['dw-task-list']).selectedId ?? '');
  }

  /** Turns to another contact. */
  async turnTo(name: string | RegExp): Promise<void> {
    await this.tasks.filter({hasText: name}).click();
  }

  /** Presses a button of the request tray. */
  async press(button: string): Promise<void> {
    // The name goes on with the customer's.
    await this.tray.getByRole('button', {name: new RegExp(`^${button}\\b`)}).click();
  }

  /** Writes to the chat customer with Enter. */
  async write(text: string): Promise<void> {
    const box = this.chat.getByRole('textbox');
    await box.fill(text);
    await box.press('Enter');
  }

  /** The box in which they write to the chat customer. */
  get box(): Locator {
    return this.chat.getByRole('textbox', {name: 'Message'});
  }

  /** The button of the pane's head with which a chat, a conference or their part in it ends. */
  chatButton(name: string): Locator {
    return this.chat.getByRole('button', {name, exact: true});
  }

  /** Opens what the chat pane has behind "More". */
  async more(item: string): Promise<void> {
    await this.chatButton('More').click();
    await this.chat.getByRole('menuitem', {name: item}).click();
  }

  /** Asks a colleague into the chat, by the dialog. */
  async invite(name: string): Promise<void> {
    await this.more('Conference');
    const dialog = this.chat.getByRole('dialog', {name: 'Conference'});
    await dialog.getByRole('option', {name}).click();
    await dialog.getByRole('button', {name: 'Ask to join'}).click();
    await expect(this.chat).toContainText('Conference requested');
  }

  /** Hands the chat over, by the dialog and its refreshed list. */
  async transfer(to: string, tab = 'Agents'): Promise<void> {
    await this.more('Transfer');
    const dialog = this.page.locator('dw-transfer-dialog');
    await dialog.getByRole('tab', {name: tab}).click();
    await dialog.getByRole('button', {name: 'Refresh list'}).click();
    await dialog.getByRole('option', {name: to}).click();
    await dialog.getByRole('button', {name: 'Transfer', exact: true}).click();
  }

  /** Chooses a reason and submits the wrap-up. */
  async wrapUpWith(reason: string): Promise<void> {
    await this.wrapUp.getByRole('option', {name: reason}).click();
    await this.wrapUp.getByRole('button', {name: 'Submit wrap-up'}).click();
    await expect(this.wrapUp).toBeHidden();
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

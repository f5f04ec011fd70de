import {expect, type Browser, type Locator, type Page} from '@playwright/test';

import {createTransport} from 'nodemailer';

import type {RunningGateway} from './gateway.js';

/** A customer's phone, and the number of the contact centre that customers call. */
export const CUSTOMER = '+821048271934';
export const HOTLINE = '15880420';

/** A customer writes to the contact centre by SMTP. */
export const sendMail = async (
  gateway: RunningGateway,
  mail: {readonly from: string; readonly subject: string; readonly text: string; readonly inReplyTo?: string},
): Promise<void> => {
  const transport = createTransport({host: '127.0.0.1', port: gateway.smtpPort, ignoreTLS: true});
  await transport.sendMail({to: 'support@deskwire.example', ...mail});
};

const open = async (browser: Browser, address: string): Promise<Page> => {
  const page = await (await browser.newContext({viewport: {width: 1000, height: 800}})).newPage();
  await page.goto(address);
  return page;
};

/** Somebody on the company's website. */
export class Visitor {
  private constructor(readonly page: Page) {}

  static async open(browser: Browser, gateway: RunningGateway): Promise<Visitor> {
    return new Visitor(await open(browser, `${gateway.url}/visitor.html?lang=en&theme=light`));
  }

  get chat(): Locator {
    return this.page.locator('dw-visitor-chat');
  }

  /** Fills in the form before the chat and begins it. */
  async begin(name: string, message: string, email = 'seoyeon.lee@mail.example'): Promise<void> {
    await this.chat.getByRole('textbox', {name: /name/i}).fill(name);
    await this.chat.getByRole('textbox', {name: /email/i}).fill(email);
    await this.chat.getByRole('textbox', {name: /help/i}).fill(message);
    await this.chat.getByRole('button', {name: /start/i}).click();
    await expect(this.chat).toContainText(message);
  }

  async write(text: string): Promise<void> {
    const box = this.chat.getByRole('textbox');
    await box.fill(text);
    await box.press('Enter');
  }

  /** Ends the chat, and says so when asked. */
  async leave(): Promise<void> {
    await this.chat.getByRole('button', {name: 'End chat'}).click();
    await this.chat
      .getByRole('group', {name: 'End this chat?'})
      .getByRole('button', {name: 'End chat'})
      .click();
  }
}

/** A file, as a browser's dialog gives it. */
export interface SampleFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Chooses files in the dialog that "Attach file" of this side of a chat opens. */
export const attach = async (chat: Locator, ...files: readonly SampleFile[]): Promise<void> => {
  const chooser = chat.page().waitForEvent('filechooser');
  await chat.getByRole('button', {name: 'Attach file'}).click();
  await (await chooser).setFiles([...files]);
};

/** A simulated phone: a customer's, or the one on an agent's desk. */
export class Phone {
  private constructor(readonly page: Page) {}

  static async open(browser: Browser, gateway: RunningGateway, line: string): Promise<Phone> {
    const page = await open(browser, `${gateway.url}/phone.html?lang=en&line=${encodeURIComponent(line)}`);
    // Before its line is there it has no button.
    await expect(page.getByRole('button', {name: /^Switch o/})).toBeVisible();
    return new Phone(page);
  }

  get state(): Locator {
    return this.page.locator('#state');
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole('button', {name: button, exact: true}).click();
  }

  /** Calls the contact centre's hotline. */
  async call(): Promise<void> {
    await this.press('Call');
    await expect(this.state).toContainText('Waiting for an agent');
  }
}

/** The page of a mailbox on this machine. */
export class MailboxPage {
  private constructor(readonly page: Page) {}

  static async open(browser: Browser, gateway: RunningGateway, address: string): Promise<MailboxPage> {
    const page = await open(browser, `${gateway.url}/mailbox.html?lang=en`);
    await page.locator('#address').fill(address);
    return new MailboxPage(page);
  }

  get received(): Locator {
    return this.page.locator('#inbox article');
  }
}

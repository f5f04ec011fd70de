import {expect} from '@playwright/test';
import {createTransport, type SendMailOptions} from 'nodemailer';

import type {RunningGateway} from './gateway.js';
import {readMail, type ReadMail} from './read-mail.js';

/** The contact centre's address in the demo. */
export const SUPPORT = 'support@deskwire.example';

interface Listed {
  readonly id: string;
}

/** A customer with a mailbox on this machine. */
export class Mailbox {
  readonly #gateway: RunningGateway;
  readonly address: string;
  readonly name: string;

  constructor(gateway: RunningGateway, name: string, address: string) {
    this.#gateway = gateway;
    this.name = name;
    this.address = address;
  }

  /** Sends by SMTP, as any mail program does; gives back the Message-ID. */
  async send(mail: SendMailOptions): Promise<string> {
    const transport = createTransport({host: '127.0.0.1', port: this.#gateway.smtpPort, ignoreTLS: true});
    const from = {name: this.name, address: this.address};
    const {messageId} = (await transport.sendMail({from, to: SUPPORT, ...mail})) as {messageId: string};
    return messageId;
  }

  /** Answers a mail as mail programs do: the thread in the headers, the mail that is answered beneath. */
  async answer(mail: ReadMail, text: string): Promise<string> {
    const quoted = mail.text.split('\n').map((line) => (line ? `> ${line}` : '>'));
    const subject = /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`;
    return this.send({
      subject,
      text: `${text}\n\n2026. 11. 21. 오후 1:00, ${mail.from[0]} <${mail.from[1]}> 작성:\n${quoted.join('\n')}\n`,
      inReplyTo: mail.messageId,
      references: [...mail.references, mail.messageId],
    });
  }

  /** What came, byte for byte, the newest first, once there is so much. */
  async received(count = 1): Promise<readonly ReadMail[]> {
    await expect.poll(async () => (await this.#list()).length).toBe(count);
    return Promise.all((await this.#list()).map(async ({id}) => readMail(await this.#raw(id))));
  }

  /** Whether anything came. */
  async isEmpty(): Promise<boolean> {
    return (await this.#list()).length === 0;
  }

  async #list(): Promise<readonly Listed[]> {
    const answer = await fetch(this.#path());
    return ((await answer.json()) as {readonly mails: readonly Listed[]}).mails;
  }

  async #raw(id: string): Promise<Buffer> {
    const answer = await fetch(`${this.#path()}/${encodeURIComponent(id)}/raw`);
    if (!answer.ok) throw new Error(`The mail was not given out: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  #path(): string {
    return `${this.#gateway.url}/api/mailboxes/${encodeURIComponent(this.address)}`;
  }
}

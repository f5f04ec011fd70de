import {createTransport, type SendMailOptions} from 'nodemailer';
import {ImapFlow} from 'imapflow';
import {expect} from '@playwright/test';

import type {Lab} from './lab.js';
import {PEOPLE, type Person} from './server-configs.js';

/** Sends through the company's server, as any other server on the net would hand mails to it; gives back the Message-ID. */
export const post = async ({ports}: Lab, mail: SendMailOptions): Promise<string> => {
  const transport = createTransport({host: '127.0.0.1', port: ports.smtp, ignoreTLS: true});
  const {messageId} = (await transport.sendMail(mail)) as {readonly messageId: string};
  return messageId;
};

/** Every mail in a folder of somebody's mailbox, byte for byte as the server keeps it, oldest first. */
export const mailsIn = async ({ports}: Lab, person: Person, folder = 'INBOX'): Promise<readonly Buffer[]> => {
  const {address: user, password: pass} = PEOPLE[person];
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: ports.imap,
    secure: false,
    doSTARTTLS: false,
    auth: {user, pass},
    logger: false,
  });
  await client.connect();
  try {
    const {exists} = await client.mailboxOpen(folder, {readOnly: true});
    if (!exists) return [];
    const mails: Buffer[] = [];
    for await (const {source} of client.fetch('1:*', {source: true})) {
      if (source) mails.push(source);
    }
    return mails;
  } finally {
    await client.logout();
  }
};

/** The mails of a folder once there are so many; the test fails where there are more, or never so many. */
export const mailsOnceThereAre = async (
  lab: Lab,
  count: number,
  person: Person,
  folder?: string,
): Promise<readonly Buffer[]> => {
  let mails: readonly Buffer[] = [];
  await expect
    .poll(
      async () => {
        mails = await mailsIn(lab, person, folder);
        return mails.length;
      },
      {message: `mails of ${person} in ${folder ?? 'INBOX'}`, timeout: 15_000},
    )
    .toBe(count);
  return mails;
};

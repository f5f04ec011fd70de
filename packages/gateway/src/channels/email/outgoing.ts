import {Readable} from 'node:stream';

import MailComposer from 'nodemailer/lib/mail-composer';

import type {Interaction, Mail} from '@deskwire/domain';

import {isAddress} from './recipients.js';

/** A mail on its way out, with what belongs to SMTP and not to a desk. */
export interface Outgoing {
  readonly mail: Mail;
  /** Message-ID of the mail that is answered. */
  readonly inReplyTo?: string;
  /** The thread's Message-IDs, oldest first. */
  readonly references: readonly string[];
}

/** A References header of a long thread keeps its newest ids. */
const MAX_REFERENCES = 20;

/**
 * What a reply needs beside its text.
 * @param interaction As it was before the reply.
 * @param answeredId The id (not the Message-ID) of the answered mail; the newest incoming one where it is not known.
 */
export const outgoingOf = (
  mail: Mail,
  interaction: Interaction | undefined,
  answeredId?: string,
): Outgoing => {
  const mails = interaction?.content.kind === 'email' ? interaction.content.thread.mails : [];
  const answered =
    mails.find(({id}) => id === answeredId) ?? [...mails].reverse().find(({direction}) => direction === 'in');
  const references = mails.map(({messageId}) => messageId).slice(-MAX_REFERENCES);
  return {mail, references, ...(answered ? {inReplyTo: answered.messageId} : {})};
};

/** Everybody whom a mail goes to. */
export const recipientsOf = ({to, cc}: Mail): readonly string[] => [
  ...new Set([...to, ...cc].map(({address}) => address)),
];

/** Whether the mail can be handed to a server at all: every address can stand in an envelope, and there is one. */
export const isDeliverable = (mail: Mail): boolean => {
  const recipients = recipientsOf(mail);
  return recipients.length > 0 && isAddress(mail.from.address) && recipients.every(isAddress);
};

const asAddress = ({name, address}: Mail['from']) => ({name: name ?? '', address});

/** The mail as RFC 5322 wants it. Headers are folded and encoded by the composer: no value can begin a new one. */
export const composeMail = ({mail, inReplyTo, references}: Outgoing): Promise<Buffer> =>
  new MailComposer({
    from: asAddress(mail.from),
    to: mail.to.map(asAddress),
    cc: mail.cc.map(asAddress),
    subject: mail.subject,
    date: new Date(mail.at),
    messageId: mail.messageId,
    ...(inReplyTo === undefined ? {} : {inReplyTo}),
    ...(references.length ? {references: [...references]} : {}),
    text: mail.text,
    ...(mail.html === undefined ? {} : {html: mail.html}),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();

/**
 * The bytes as a stream that holds its end back until `beforeEnd` is done: the receiver cannot have taken the mail
 * before that.
 */
export const guardedStream = (bytes: Buffer, beforeEnd: () => Promise<void>): Readable =>
  Readable.from(
    (async function* () {
      yield bytes;
      await beforeEnd();
    })(),
  );

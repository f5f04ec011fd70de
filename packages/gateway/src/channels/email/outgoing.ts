import type {FactOf, Interaction, Mail} from '@deskwire/domain';

import type {OutboxChange, Results} from '../../store/index.js';
import {isAddress} from './recipients.js';

/** A mail on its way out, with what belongs to SMTP and not to a desk. */
export interface Outgoing {
  readonly mail: Mail;
  /** Message-ID of the mail that is answered. */
  readonly inReplyTo?: string;
  /** The thread's Message-IDs, oldest first. */
  readonly references: readonly string[];
  /**
   * What goes along beneath, newest first: the answered mail, and what that one carried where it was one of ours. A mail
   * that came in has what it quotes in itself.
   */
  readonly quoted?: readonly Mail[];
}

/** A References header of a long thread keeps where it began and its newest ids. */
const MAX_REFERENCES = 20;
/** Answers of ours to answers of ours, one beneath the other. */
const MAX_QUOTED = 10;

const mailsOf = (interaction: Interaction | undefined): readonly Mail[] =>
  interaction?.content.kind === 'email' ? interaction.content.thread.mails : [];

const referencesTo = (mails: readonly Mail[], answered: Mail | undefined): readonly string[] => {
  const end = answered ? mails.indexOf(answered) + 1 : mails.length;
  const ids = [...new Set(mails.slice(0, end).map(({messageId}) => messageId))];
  return ids.length > MAX_REFERENCES ? [...ids.slice(0, 1), ...ids.slice(1 - MAX_REFERENCES)] : ids;
};

const quotedBy = (mails: readonly Mail[], {quotes}: Mail): readonly Mail[] => {
  const quoted: Mail[] = [];
  for (let next = quotes; next !== undefined && quoted.length < MAX_QUOTED;) {
    const mail = mails.find(({id}) => id === next);
    if (!mail || quoted.includes(mail)) break;
    quoted.push(mail);
    next = mail.direction === 'out' ? mail.quotes : undefined;
  }
  return quoted;
};

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
  const mails = mailsOf(interaction);
  const answered =
    mails.find(({id}) => id === answeredId) ?? mails.findLast(({direction}) => direction === 'in');
  const quoted = quotedBy(mails, mail);
  return {
    mail,
    references: referencesTo(mails, answered),
    ...(answered ? {inReplyTo: answered.messageId} : {}),
    ...(quoted.length ? {quoted} : {}),
  };
};

/** The row of a mail that was queued: it leaves when it cannot be called back any more. */
export const outboxChangeOf = (
  {interactionId, at, mail}: FactOf<'mail.queued'>,
  interaction: Interaction | undefined,
  answeredId?: string,
): OutboxChange => ({
  kind: 'add',
  id: mail.id,
  interactionId,
  messageId: mail.messageId,
  at: mail.leavesAt ?? at,
  payload: JSON.stringify(outgoingOf(mail, interaction, answeredId)),
  sender: mail.from.address.toLowerCase(),
});

/** Everybody whom a mail goes to and who is not settled yet. */
export const recipientsOf = ({to, cc}: Mail, settled: Results = {}): readonly string[] =>
  [...new Set([...to, ...cc].map(({address}) => address))].filter(
    (address) => !Object.hasOwn(settled, address),
  );

/** Whether the mail can be handed to a server at all: every address can stand in an envelope, and there is one. */
export const isDeliverable = (mail: Mail): boolean => {
  const recipients = recipientsOf(mail);
  return recipients.length > 0 && isAddress(mail.from.address) && recipients.every(isAddress);
};

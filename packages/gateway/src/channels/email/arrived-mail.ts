import {mailsOf, type Interaction, type InteractionId, type Mail, type Mailbox} from '@deskwire/domain';
import type {Signal} from '@deskwire/engine';

import type {Alongside} from '../../centre/flush.js';
import type {InboxChange, SentMail, SpooledMail} from '../../store/index.js';
import type {KeptFiles} from './arrived-files.js';
import type {ParsedMail} from './parsed-mail.js';
import type {Recipient} from './recipients.js';

/** Where a mail of a company's address begins. */
type EntryPoint = Extract<Recipient, {kind: 'entry-point'}>;

/** One mail on its way to one entry point. */
export interface Arrival {
  readonly spooled: SpooledMail;
  readonly parsed: ParsedMail;
  readonly to: EntryPoint;
  /** The Message-ID by which a repeat is known. */
  readonly messageId: string;
  readonly interactionId: InteractionId;
  /** The mail of ours that it says could not be delivered. */
  readonly failed?: SentMail;
}

/** What a bounce makes of one of our mails. */
export type MailFailed = Extract<Signal, {type: 'mail.failed'}>;

/** What a mail becomes a part of, with everything that must become true together with it. */
export interface Joined {
  readonly mail: Mail;
  readonly alongside: Alongside;
}

/** The name by which a repeat is known. What has none is a mail of its own, unless its server can number it anew. */
export const nameOf = ({id, isFetched}: SpooledMail, {messageId, contentDigest}: ParsedMail): string =>
  messageId ?? (isFetched ? contentDigest : `<${id}@unnamed.invalid>`);

/** The same, where an earlier thread goes on in a new contact. */
export const continuing = (alongside: Alongside, earlier: InteractionId | undefined): Alongside => {
  if (earlier === undefined) return alongside;
  return {...alongside, inbox: (alongside.inbox ?? []).map((one) => ({...one, continues: earlier}))};
};

/**
 * Why a mail of ours did not arrive, as a bounce has it. Undefined where others have it: sent again they would have it
 * twice, so that the bounce is all there is to see.
 */
const failureOf = ({id, to, cc}: Mail, {failed, parsed}: Arrival): string | undefined => {
  if (id !== failed?.id || !parsed.bounce) return undefined;
  const {recipients, failure} = parsed.bounce;
  const all = [...to, ...cc].map(({address}) => address.toLowerCase());
  const isWhole = all.length <= 1 || all.every((address) => recipients.includes(address));
  return isWhole ? failure : undefined;
};

/** What a bounce says about a mail of this contact. */
export const failureIn = (
  arrival: Arrival,
  {id: interactionId, ...contact}: Interaction,
): MailFailed | undefined => {
  const mail = mailsOf(contact).find(({id}) => id === arrival.failed?.id);
  const failure = mail && failureOf(mail, arrival);
  return mail && failure !== undefined
    ? {type: 'mail.failed', interactionId, mailId: mail.id, failure}
    : undefined;
};

/** A mail of an earlier contact. Whether it got through is known by now, or never will be. */
export const asPast = (mail: Mail, arrival: Arrival): Mail => {
  const {leavesAt: _, ...past} = mail;
  const failure = failureOf(mail, arrival);
  if (failure !== undefined) return {...past, delivery: 'failed', failure};
  return past.delivery === 'sending' ? {...past, delivery: 'sent'} : past;
};

/** Whom a new contact is with. */
export const customerOf = ({name, address}: Mailbox) => ({
  ...(name === undefined ? {} : {name}),
  ...(address === '' ? {} : {email: address}),
});

/** What is to be known of the mail once it has become a part of this contact. */
export const changeOf = (
  {spooled, to, messageId, parsed}: Arrival,
  interactionId: InteractionId,
): InboxChange => ({
  spoolId: spooled.id,
  recipient: to.address,
  messageId,
  contentId: parsed.contentDigest,
  interactionId,
});

const senderOf = ({parsed, spooled}: Arrival): Mailbox => {
  if (parsed.from) return parsed.from;
  return {address: spooled.from, ...(parsed.fromName === undefined ? {} : {name: parsed.fromName})};
};

const mailOf = (arrival: Arrival, {attachments, dropped}: KeptFiles): Mail => {
  const {spooled, parsed, to, messageId, interactionId} = arrival;
  return {
    id: interactionId,
    messageId,
    at: spooled.at,
    direction: 'in',
    from: senderOf(arrival),
    to: parsed.to.length ? parsed.to : [{address: to.address}],
    cc: parsed.cc,
    subject: parsed.subject,
    text: parsed.text,
    ...(parsed.html === undefined ? {} : {html: parsed.html}),
    ...(parsed.quoteAt === undefined ? {} : {quoteAt: parsed.quoteAt}),
    ...(parsed.notice === undefined ? {} : {notice: parsed.notice}),
    attachments,
    ...(dropped > 0
      ? {redactions: Array.from({length: dropped}, () => ({kind: 'attachment' as const}))}
      : {}),
    ...(parsed.isCut ? {truncated: true} : {}),
  };
};

/** The mail as a part of this contact, with what must become true together with it. */
export const joinedOf = (arrival: Arrival, interactionId: InteractionId, kept: KeptFiles): Joined => {
  const mail = mailOf(arrival, kept);
  const files = kept.attachments.map(({id}) => ({kind: 'sent' as const, id, messageId: mail.id}));
  return {mail, alongside: {inbox: [changeOf(arrival, interactionId)], files}};
};

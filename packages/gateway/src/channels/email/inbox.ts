import {
  INLINE_IMAGE_TYPES,
  isOpen,
  mailsOf,
  type Attachment,
  type Interaction,
  type InteractionId,
  type Mail,
  type Mailbox,
} from '@deskwire/domain';
import type {Signal} from '@deskwire/engine';

import type {Alongside, Outcome} from '../../centre/flush.js';
import type {Received, ReceivedFile} from '../../files/intake.js';
import {safeError} from '../../log.js';
import {RefusedError} from '../../refused.js';
import type {InboxChange, SentMail, SpooledMail} from '../../store/index.js';
import type {ChannelApi} from '../channel.js';
import type {MailParser} from './mail-parser.js';
import type {ParsedMail} from './parsed-mail.js';
import {recipientOf, type Recipient} from './recipients.js';
import type {Spool} from './spool.js';

/** Mails of an earlier contact that go along when its thread is taken up again. */
const PAST_MAILS = 50;
const RETRY_MS = 5_000;

type EntryPoint = Extract<Recipient, {kind: 'entry-point'}>;

/** What a mail becomes a part of, with everything that must become true together with it. */
interface Joined {
  readonly mail: Mail;
  readonly alongside: Alongside;
}

/** One mail on its way to one entry point. */
interface Arrival {
  readonly spooled: SpooledMail;
  readonly parsed: ParsedMail;
  readonly to: EntryPoint;
  /** The Message-ID by which a repeat is known. */
  readonly messageId: string;
  readonly interactionId: InteractionId;
  /** The mail of ours that it says could not be delivered. */
  readonly failed?: SentMail;
}

type MailFailed = Extract<Signal, {type: 'mail.failed'}>;

/** The mail could not be handed over now; it stays in the spool. */
class TryLater extends Error {}

/**
 * Turns spooled mails into contacts, in order, each exactly once: what marks a mail as handled is kept in the same
 * moment as the facts that it brought about.
 */
export class Inbox {
  readonly #api: ChannelApi;
  readonly #spool: Spool;
  readonly #parser: MailParser;
  #working: Promise<void> = Promise.resolve();
  #retry: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(api: ChannelApi, spool: Spool, parser: MailParser) {
    this.#api = api;
    this.#spool = spool;
    this.#parser = parser;
  }

  /** Handles everything that is in the spool. Resolves when that was tried. */
  work(): Promise<void> {
    this.#working = this.#working.then(() => this.#workAll());
    return this.#working;
  }

  /** Begins no further mail. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#retry);
    await this.#working;
  }

  async #workAll(): Promise<void> {
    for (const spooled of await this.#api.store.mail.spooled()) {
      if (this.#isStopped) return;
      try {
        await this.#handle(spooled);
      } catch (error) {
        this.#api.log.error({mail: spooled.id, error: safeError(error)}, 'mail not handled yet');
        if (error instanceof TryLater) this.#tryAgain();
      }
    }
  }

  #tryAgain(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.work(), RETRY_MS);
  }

  async #handle(spooled: SpooledMail): Promise<void> {
    const {store, config, metrics} = this.#api;
    const parsed = await this.#parser.parse(await this.#spool.read(spooled.id), {withFiles: true});
    metrics.mail(parsed.isBroken ? 'broken' : 'received');
    const messageId = nameOf(spooled, parsed);
    const failed = await store.mail.sentMail(parsed.bounce?.about ?? []);
    if (failed) metrics.mail('bounced');
    // What became a contact is kept with its facts and files; its bytes, card data and all, are not.
    let isNeeded = false;
    for (const [index, address] of spooled.to.entries()) {
      const to = recipientOf(config.mail, address);
      if (to?.kind === 'mailbox') isNeeded = (await this.#deliver(spooled, address, messageId)) || isNeeded;
      if (to?.kind !== 'entry-point') continue;
      const interactionId = index === 0 ? spooled.id : `${spooled.id}.${index}`;
      await this.#arrive({spooled, parsed, to, messageId, interactionId, ...(failed ? {failed} : {})});
    }
    await store.mail.unspool(spooled.id);
    if (!isNeeded) await this.#spool.remove(spooled.id);
  }

  async #deliver({id, at}: SpooledMail, mailbox: string, messageId: string): Promise<boolean> {
    const {metrics, store} = this.#api;
    // Each recipient of one mail is a mail of its own in its own mailbox.
    const isNew = await store.mail.deliver({id, at, mailbox, messageId});
    metrics.mail(isNew ? 'delivered' : 'repeated');
    return isNew;
  }

  async #arrive(arrival: Arrival): Promise<void> {
    const {store, metrics, log} = this.#api;
    const {parsed, failed} = arrival;
    if (await this.#isRepeat(arrival)) return metrics.mail('repeated');
    const earlier = failed?.interactionId ?? (await store.mail.interactionOf(parsed.thread));
    const outcome =
      (earlier === undefined ? undefined : await this.#join(arrival, earlier)) ??
      (await this.#begin(arrival, earlier));
    if (outcome.ok) return;
    log.warn({mail: arrival.spooled.id, code: outcome.refusal.code}, 'mail refused by the engine');
    throw outcome.refusal.code === 'DW_SERVER_FAILED' ? new TryLater() : new Error(outcome.refusal.code);
  }

  /**
   * Whether this recipient has had the mail: the same Message-ID, and the same words. Some senders give every mail the
   * same id; theirs are taken as different ones, since a mail too many can be seen and a lost one cannot.
   */
  async #isRepeat({to, messageId, parsed}: Arrival): Promise<boolean> {
    const {mail} = this.#api.store;
    return (await mail.isKnown(to.address, messageId)) && mail.isKnown(to.address, parsed.contentDigest);
  }

  /** Undefined where the thread is not being handled: then it begins anew. */
  async #join(arrival: Arrival, interactionId: InteractionId): Promise<Outcome | undefined> {
    const interaction = this.#api.host.centre.interactions.get(interactionId);
    if (interaction?.channel !== 'email') return undefined;
    const failure = this.#failureIn(arrival, interaction);
    if (interaction.ending) return failure && isHeld(interaction) ? this.#tell(arrival, failure) : undefined;
    // Before the bounce itself: done twice it does nothing, left out it would never be made up for.
    if (failure) await this.#api.signal(failure);
    return this.#withMail(arrival, interactionId, async ({mail, alongside}) => {
      const outcome = await this.#api.signal({type: 'mail.received', interactionId, mail}, alongside);
      return isOver(outcome) ? undefined : outcome;
    });
  }

  /** What a bounce says about a mail of this contact. */
  #failureIn(arrival: Arrival, {id: interactionId, ...contact}: Interaction): MailFailed | undefined {
    const mail = mailsOf(contact).find(({id}) => id === arrival.failed?.id);
    const failure = mail && failureOf(mail, arrival);
    return mail && failure !== undefined
      ? {type: 'mail.failed', interactionId, mailId: mail.id, failure}
      : undefined;
  }

  /** Whoever is still in wrap-up sees that the reply failed, and can send it again: that is all that the bounce is for. */
  async #tell(arrival: Arrival, failure: MailFailed): Promise<Outcome | undefined> {
    const inbox = [changeOf(arrival, failure.interactionId)];
    const outcome = await this.#api.signal(failure, {inbox});
    return isOver(outcome) ? undefined : outcome;
  }

  async #begin(arrival: Arrival, earlier: InteractionId | undefined): Promise<Outcome> {
    const {interactionId, to, failed} = arrival;
    const past = earlier === undefined ? undefined : await this.#pastOf(earlier);
    const customer = failed && past ? past.customer : undefined;
    const before = past ? mailsOf(past).map((mail) => asPast(mail, arrival)) : [];
    const outcome = await this.#withMail(arrival, interactionId, ({mail, alongside}) =>
      this.#api.signal(
        {
          type: 'contact.arrived',
          interactionId,
          channel: 'email',
          customer: customer ?? customerOf(mail.from),
          entryPointId: to.entryPointId,
          dnis: to.address,
          subject: mail.subject,
          content: {kind: 'email', thread: {mails: [...before, mail]}},
        },
        alongsideOf(alongside, earlier),
      ),
    );
    return outcome;
  }

  async #pastOf(id: InteractionId): Promise<Interaction | undefined> {
    return (await this.#api.store.history.contact(id, {limit: PAST_MAILS}))?.contact;
  }

  /** Does something with the mail and its files; where nothing comes of it, the files are removed again. */
  async #withMail<T extends Outcome | undefined>(
    arrival: Arrival,
    interactionId: InteractionId,
    act: (joined: Joined) => Promise<T>,
  ): Promise<T> {
    const {files} = this.#api;
    const taken: string[] = [];
    let isDone = false;
    try {
      const {attachments, dropped} = await this.#takeFiles(arrival, interactionId, taken);
      const mail = mailOf(arrival, attachments, dropped);
      const sent = taken.map((id) => ({kind: 'sent' as const, id, messageId: mail.id}));
      const outcome = await act({mail, alongside: {inbox: [changeOf(arrival, interactionId)], files: sent}});
      isDone = outcome?.ok === true;
      return outcome;
    } finally {
      if (!isDone) await files.giveBack(taken);
    }
  }

  /** @param taken Told of each file at once, so that none is forgotten when a later one cannot be kept. */
  async #takeFiles({parsed}: Arrival, interactionId: InteractionId, taken: string[]): Promise<Files> {
    const attachments: Attachment[] = [];
    let dropped = 0;
    for (const {bytes = new Uint8Array(), isShown, contentId, ...file} of parsed.attachments) {
      const received = await this.#takeFile(interactionId, {...file, bytes});
      if ('dropped' in received) {
        dropped += 1;
        continue;
      }
      const {attachment} = received;
      taken.push(attachment.id);
      attachments.push({
        ...attachment,
        ...(contentId === undefined ? {} : {contentId}),
        ...(isShown && isInlineImage(attachment) ? {inline: true} : {}),
      });
    }
    return {attachments, dropped};
  }

  async #takeFile(interactionId: InteractionId, file: ReceivedFile): Promise<Received> {
    try {
      return await this.#api.files.take(interactionId, file);
    } catch (error) {
      // A full disk is emptied some time; the mail waits.
      throw error instanceof RefusedError ? new TryLater() : error;
    }
  }
}

/** Somebody still works on what is over: in wrap-up. */
const isHeld = ({engagements}: Interaction): boolean => engagements.some(isOpen);

/** Refused, and not for a reason that passes. */
const isOver = (outcome: Outcome): boolean => !outcome.ok && outcome.refusal.code !== 'DW_SERVER_FAILED';

interface Files {
  readonly attachments: readonly Attachment[];
  /** How many were dropped for card data. */
  readonly dropped: number;
}

const isInlineImage = ({type}: Attachment): boolean =>
  (INLINE_IMAGE_TYPES as readonly string[]).includes(type);

/** The name by which a repeat is known. What has none is a mail of its own, unless its server can number it anew. */
const nameOf = ({id, isFetched}: SpooledMail, {messageId, contentDigest}: ParsedMail): string =>
  messageId ?? (isFetched ? contentDigest : `<${id}@unnamed.invalid>`);

const alongsideOf = (alongside: Alongside, earlier: InteractionId | undefined): Alongside => {
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

/** A mail of an earlier contact. Whether it got through is known by now, or never will be. */
const asPast = (mail: Mail, arrival: Arrival): Mail => {
  const {leavesAt: _, ...past} = mail;
  const failure = failureOf(mail, arrival);
  if (failure !== undefined) return {...past, delivery: 'failed', failure};
  return past.delivery === 'sending' ? {...past, delivery: 'sent'} : past;
};

const customerOf = ({name, address}: Mailbox) => ({
  ...(name === undefined ? {} : {name}),
  ...(address === '' ? {} : {email: address}),
});

const changeOf = ({spooled, to, messageId, parsed}: Arrival, interactionId: InteractionId): InboxChange => ({
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

const mailOf = (arrival: Arrival, attachments: readonly Attachment[], dropped: number): Mail => {
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

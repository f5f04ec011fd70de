import {isOpen, mailsOf, type Interaction, type InteractionId} from '@deskwire/domain';

import type {Outcome} from '../../centre/flush.js';
import {safeError} from '../../log.js';
import type {SpooledMail} from '../../store/index.js';
import type {ChannelApi} from '../channel.js';
import {ArrivedFiles, TryLater} from './arrived-files.js';
import {
  asPast,
  changeOf,
  continuing,
  customerOf,
  failureIn,
  joinedOf,
  nameOf,
  type Arrival,
  type Joined,
  type MailFailed,
} from './arrived-mail.js';
import type {MailParser} from './mail-parser.js';
import {recipientOf} from './recipients.js';
import type {Spool} from './spool.js';

/** Mails of an earlier contact that go along when its thread is taken up again. */
const PAST_MAILS = 50;
const RETRY_MS = 5_000;

/**
 * Turns spooled mails into contacts, in order, each exactly once: what marks a mail as handled is kept in the same
 * moment as the facts that it brought about.
 */
export class Inbox {
  readonly #api: ChannelApi;
  readonly #spool: Spool;
  readonly #parser: MailParser;
  readonly #files: ArrivedFiles;
  /** Mails of which no contact may come. They were acknowledged: only another life, with other settings, takes them up again. */
  readonly #refused = new Set<string>();
  #working: Promise<void> = Promise.resolve();
  #retry: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(api: ChannelApi, spool: Spool, parser: MailParser) {
    this.#api = api;
    this.#spool = spool;
    this.#parser = parser;
    this.#files = new ArrivedFiles(api.files);
  }

  /** Handles everything that is in the spool. Resolves when that was tried. */
  work(): Promise<void> {
    this.#working = this.#working
      .then(() => this.#workAll())
      .catch((error: unknown) => {
        this.#api.log.error({error: safeError(error)}, 'no mail can be handled now');
        this.#tryAgain();
      });
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
      if (this.#refused.has(spooled.id)) continue;
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
    if (this.#isStopped) return;
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
    if (this.#refused.has(spooled.id)) return;
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
    if (!isOver(outcome)) throw new TryLater();
    this.#refused.add(arrival.spooled.id);
    metrics.mail('refused');
    log.error({mail: arrival.spooled.id, code: outcome.refusal.code}, 'mail refused by the engine');
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
    const failure = failureIn(arrival, interaction);
    if (interaction.ending) return failure && isHeld(interaction) ? this.#tell(arrival, failure) : undefined;
    // Before the bounce itself: done twice it does nothing, left out it would never be made up for.
    if (failure) await this.#api.signal(failure);
    return this.#withMail(arrival, interactionId, async ({mail, alongside}) => {
      const outcome = await this.#api.signal({type: 'mail.received', interactionId, mail}, alongside);
      return isOver(outcome) ? undefined : outcome;
    });
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
        continuing(alongside, earlier),
      ),
    );
    return outcome;
  }

  async #pastOf(id: InteractionId): Promise<Interaction | undefined> {
    return (await this.#api.store.history.contact(id, {limit: PAST_MAILS}))?.contact;
  }

  #withMail<T extends Outcome | undefined>(
    arrival: Arrival,
    interactionId: InteractionId,
    act: (joined: Joined) => Promise<T>,
  ): Promise<T> {
    const {attachments} = arrival.parsed;
    return this.#files.lend(attachments, interactionId, (kept) =>
      act(joinedOf(arrival, interactionId, kept)),
    );
  }
}

/** Somebody still works on what is over: in wrap-up. */
const isHeld = ({engagements}: Interaction): boolean => engagements.some(isOpen);

/** Refused, and not for a reason that passes. */
const isOver = (outcome: Outcome): boolean => !outcome.ok && outcome.refusal.code !== 'DW_SERVER_FAILED';

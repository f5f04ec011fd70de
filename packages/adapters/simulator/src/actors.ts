import {isOpen, type Fact, type FactOf, type InteractionId} from '@deskwire/domain';

import type {Timers} from './clock.js';
import type {Customers} from './customers.js';
import type {Host} from './host.js';
import type {CallScript, ChatScript, MailScript, ScriptLine} from './scripts.js';

/** How quick the world is, milliseconds. */
export interface Pace {
  /** Until a customer's page has a message. */
  readonly deliveryMs: number;
  /** Until a mail server has taken a mail. */
  readonly mailMs: number;
  /** How long a customer takes to answer where the script does not say. */
  readonly answerMs: number;
  /** How long a phone outside rings until somebody answers it; `Infinity`: nobody does by themselves. */
  readonly pickUpMs: number;
  /** How long a file takes from a desk or page to the backend, however large it is. */
  readonly uploadMs: number;
}

type Script = CallScript & ChatScript & MailScript;

/** Whoever plays by a script, and the machines between them and the agent. */
export class Actors {
  /** What the mail server says to the next mails; undefined: it takes them. */
  mailFailure: string | undefined;
  readonly #host: Host;
  readonly #timers: Timers;
  readonly #customers: Customers;
  readonly #random: () => number;
  readonly #pace: Pace;
  readonly #scripts = new Map<InteractionId, Script>();
  /** How many lines of its script each customer has said, or is about to. */
  readonly #said = new Map<InteractionId, number>();
  /** Mails on their way, by id: what keeps each from leaving. */
  readonly #leaving = new Map<string, () => void>();

  constructor(host: Host, timers: Timers, customers: Customers, random: () => number, pace: Pace) {
    this.#host = host;
    this.#timers = timers;
    this.#customers = customers;
    this.#random = random;
    this.#pace = pace;
    host.listen(({facts}) => {
      for (const fact of facts) this.#hear(fact);
    });
  }

  /** Gives a customer who has arrived their part. */
  cast(id: InteractionId, script: Script | undefined): InteractionId {
    if (!script) return id;
    this.#scripts.set(id, script);
    this.#timers.after(script.patienceMs ?? Infinity, () => {
      if (!this.#isHandled(id)) this.#customers.hangUp(id);
    });
    return id;
  }

  #isHandled(id: InteractionId): boolean {
    const {engagements = []} = this.#host.centre.interactions.get(id) ?? {};
    return engagements.some(({phase}) => phase === 'active');
  }

  #hear(fact: Fact): void {
    switch (fact.type) {
      case 'message.posted':
        if (fact.message.from.kind === 'agent') this.#hearMessage(fact);
        break;
      case 'mail.queued':
        this.#hearMail(fact);
        break;
      case 'mail.recalled':
        this.#leaving.get(fact.mailId)?.();
        this.#leaving.delete(fact.mailId);
        break;
      case 'mail.sent':
        this.#answer(fact.interactionId, this.#scripts.get(fact.interactionId)?.replies);
        break;
      case 'call.connected':
        this.#timers.after(this.#scripts.get(fact.interactionId)?.hangsUpAfterMs ?? Infinity, () => {
          this.#customers.hangUp(fact.interactionId);
        });
        break;
      case 'interaction.ended':
        // Whoever wrote a mail reads the answer, and may write again, when the contact is long over.
        if (this.#customers.mails.has(fact.interactionId)) break;
        this.#scripts.delete(fact.interactionId);
        this.#said.delete(fact.interactionId);
        break;
      default:
    }
  }

  #hearMessage({interactionId, message}: FactOf<'message.posted'>): void {
    this.#timers.after(this.#pace.deliveryMs, () => {
      const signal = {type: 'message.delivered', interactionId, messageId: message.id} as const;
      this.#host.take({kind: 'signal', signal});
    });
    const {answers = [], leaves = false} = this.#scripts.get(interactionId) ?? {};
    if ((this.#said.get(interactionId) ?? 0) < answers.length) this.#answer(interactionId, answers);
    else if (leaves) {
      this.#timers.after(this.#about(this.#pace.answerMs), () => {
        this.#customers.leave(interactionId);
      });
    }
  }

  /** Says the next line, when what it answers has been read and thought about. */
  #answer(id: InteractionId, lines: readonly ScriptLine[] = []): void {
    const index = this.#said.get(id) ?? 0;
    const line = lines[index];
    if (!line) return;
    this.#said.set(id, index + 1);
    const ms = Math.max(this.#about(line.afterMs ?? this.#pace.answerMs), this.#pace.deliveryMs);
    // In a mail nobody sees it: that comes to nothing.
    this.#timers.after(ms / 2, () => {
      this.#customers.types(id, true);
    });
    this.#timers.after(ms, () => {
      this.#customers.read(id);
      this.#customers.types(id, false);
      this.#customers.say(id, line.text);
      this.#follow(id);
    });
  }

  /** A thread that became another contact is played on there. */
  #follow(id: InteractionId): void {
    const now = this.#customers.mails.current(id);
    const script = this.#scripts.get(id);
    if (now === id || !script) return;
    this.#scripts.set(now, script);
    this.#said.set(now, this.#said.get(id) ?? 0);
    this.#scripts.delete(id);
    this.#said.delete(id);
  }

  /** A mail that can be called back leaves no sooner than it no longer can. */
  #hearMail(fact: FactOf<'mail.queued'>): void {
    const {id, leavesAt = 0} = fact.mail;
    const wait = Math.max(0, leavesAt - this.#timers.now()) + this.#pace.mailMs;
    const stop = this.#timers.after(wait, () => {
      this.#leaving.delete(id);
      this.#post(fact);
    });
    this.#leaving.set(id, stop);
  }

  #post({interactionId, mail: {id: mailId}}: FactOf<'mail.queued'>): void {
    const failure = this.mailFailure;
    const about = {interactionId, mailId};
    if (failure === undefined) {
      this.#host.take({kind: 'signal', signal: {type: 'mail.sent', ...about}});
      return;
    }
    this.#host.take({kind: 'signal', signal: {type: 'mail.failed', ...about, failure}});
    const {engagements = []} = this.#host.centre.interactions.get(interactionId) ?? {};
    if (!engagements.some(isOpen)) this.#customers.mails.comeBack(interactionId, mailId, failure);
  }

  #about(ms: number): number {
    return Math.round(ms * (0.8 + 0.4 * this.#random()));
  }
}

import type {Who} from '@deskwire/domain';

import {RateLimit, type Rate} from '../auth/rate-limit.js';
import {callerName} from '../centre/caller.js';
import type {SocketLimits} from './limits.js';

/** How fast each viewer may be, over all their sockets: another tab, or a new connection, is no new allowance. */
export class SocketRates {
  readonly #messages: Readonly<Record<Who['kind'], RateLimit>>;
  readonly #strikes: RateLimit;
  readonly #typing: RateLimit;

  constructor({rate, strikes, typing}: SocketLimits, now: () => number) {
    const limit = (one: Rate): RateLimit => new RateLimit(one, now);
    this.#messages = {agent: limit(rate.agent), customer: limit(rate.customer)};
    this.#strikes = limit(strikes);
    this.#typing = limit(typing);
  }

  /** Whether a message may be taken. */
  message(who: Who): boolean {
    return this.#messages[who.kind].take(callerName(who));
  }

  /** Whether the session may go on after a message that was too much. */
  strike(who: Who): boolean {
    return this.#strikes.take(callerName(who));
  }

  /** Whether others may be told that this viewer writes. */
  typing(who: Who): boolean {
    return this.#typing.take(callerName(who));
  }
}

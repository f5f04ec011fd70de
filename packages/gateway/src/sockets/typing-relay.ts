import type {Author, Engagement, Interaction, InteractionId, Who} from '@deskwire/domain';
import {permitView} from '@deskwire/engine';

import {callerName} from '../centre/caller.js';
import type {Core} from '../core.js';
import type {Feeds} from './feeds.js';
import type {SocketRates} from './rates.js';

/** Whoever goes on writing is told of no more often. */
const THIN_MS = 2_000;
/** Without another word nobody writes any more. */
const HOLD_MS = 6_000;
/** Notices beyond this are swept: those that are over say nothing. */
const SWEEP_AT = 10_000;

/** That somebody writes, as it comes in. */
interface Notice {
  readonly interactionId: InteractionId;
  readonly isTyping: boolean;
}

const isActive = ({phase}: Engagement): boolean => phase === 'active';
/** Whoever is only consulted is not with the customer. */
const isWithCustomer = (part: Engagement): boolean => isActive(part) && part.role !== 'consulted';

/**
 * Tells those in a conversation that somebody in it writes, and forgets it. What comes too often, from outside of the
 * conversation, or says what is known already goes nowhere; nobody is told that.
 */
export class TypingRelay {
  readonly #core: Core;
  readonly #feeds: Feeds;
  readonly #rates: SocketRates;
  /** When it was told last that somebody writes. */
  readonly #told = new Map<string, number>();

  constructor(core: Core, feeds: Feeds, rates: SocketRates) {
    this.#core = core;
    this.#feeds = feeds;
    this.#rates = rates;
  }

  tell(who: Who, {interactionId, isTyping}: Notice): void {
    if (!this.#rates.typing(who)) return;
    const interaction = permitView(this.#core.host.centre, who).interactions.get(interactionId);
    const from = interaction && !interaction.ending ? this.#authorOf(who, interaction) : undefined;
    if (!interaction || !from || !this.#isNews(who, {interactionId, isTyping})) return;
    for (const other of this.#othersOf(who, interaction)) {
      this.#feeds.say(other, {type: 'typing', interactionId, isTyping, from});
    }
  }

  /** As whom they write; undefined for whoever is not in the conversation. */
  #authorOf(who: Who, {content, customer, engagements}: Interaction): Author | undefined {
    if (content.kind !== 'chat') return undefined;
    if (who.kind === 'customer')
      return {kind: 'customer', ...(customer.name === undefined ? {} : {name: customer.name})};
    const part = engagements.find(({agent}) => agent.id === who.agentId);
    const name = this.#core.host.centre.agents.get(who.agentId)?.profile.name ?? who.agentId;
    return part && isActive(part) ? {kind: 'agent', id: who.agentId, name} : undefined;
  }

  #othersOf(who: Who, {id: interactionId, engagements}: Interaction): readonly Who[] {
    const own = who.kind === 'agent' ? who.agentId : undefined;
    const isHeard =
      own === undefined || engagements.some((part) => part.agent.id === own && isWithCustomer(part));
    const agents = engagements
      .filter((part) => isActive(part) && part.agent.id !== own)
      .map(({agent}): Who => ({kind: 'agent', agentId: agent.id}));
    return own !== undefined && isHeard ? [{kind: 'customer', interactionId}, ...agents] : agents;
  }

  #isNews(who: Who, {interactionId, isTyping}: Notice): boolean {
    const key = `${callerName(who)}\n${interactionId}`;
    const now = this.#core.now();
    const since = now - (this.#told.get(key) ?? -Infinity);
    if (!isTyping) return this.#told.delete(key) && since < HOLD_MS;
    if (since < THIN_MS) return false;
    if (this.#told.size >= SWEEP_AT) this.#sweep(now);
    this.#told.set(key, now);
    return true;
  }

  #sweep(now: number): void {
    for (const [key, at] of this.#told) if (now - at >= HOLD_MS) this.#told.delete(key);
  }
}

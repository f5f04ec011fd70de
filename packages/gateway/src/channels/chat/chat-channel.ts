import type {InteractionId, Who} from '@deskwire/domain';

import type {Rate} from '../../auth/rate-limit.js';
import type {Channel, ChannelApi} from '../channel.js';
import {handoverRoute} from './handover.js';
import {VISIT_RATE, visitRoute} from './visits.js';

/** How chats are kept. */
export interface ChatOptions {
  /** How long a visitor without a socket (a reload, a tunnel) has not left yet. */
  readonly graceSeconds: number;
  readonly visitRate: Rate;
}

/** What holds unless told otherwise. */
export const CHAT_OPTIONS: ChatOptions = {graceSeconds: 60, visitRate: VISIT_RATE};

/** Visitors and their conversations. Their sockets are the same as the desks', with a customer for a viewer. */
export class ChatChannel implements Channel {
  readonly name = 'chat';
  readonly #options: ChatOptions;
  readonly #leaving = new Map<InteractionId, NodeJS.Timeout>();
  #api: ChannelApi | undefined;

  constructor(options: ChatOptions = CHAT_OPTIONS) {
    this.#options = options;
  }

  attach(api: ChannelApi): void {
    this.#api = api;
    visitRoute(api, this.#options.visitRate);
    if (api.guard) handoverRoute(api, api.guard);
  }

  /** After a restart every visitor is away, until they come back or their time is over. */
  async start(): Promise<void> {
    for (const {id, channel, ending} of this.#api?.host.centre.interactions.values() ?? []) {
      if (channel === 'chat' && !ending) this.#await(id);
    }
  }

  async stop(): Promise<void> {
    for (const timer of this.#leaving.values()) clearTimeout(timer);
    this.#leaving.clear();
  }

  /** A visitor who never opens the socket is one who has left. */
  onFacts: Channel['onFacts'] = ({facts}) => {
    for (const fact of facts) {
      if (fact.type === 'interaction.created' && fact.interaction.channel === 'chat') {
        this.#await(fact.interactionId);
      }
      if (fact.type === 'interaction.ended' || fact.type === 'customer.left')
        this.#forget(fact.interactionId);
    }
  };

  onViewer(who: Who, connected: boolean): void {
    if (who.kind !== 'customer') return;
    if (connected) this.#forget(who.interactionId);
    else this.#await(who.interactionId);
  }

  #await(interactionId: InteractionId): void {
    this.#forget(interactionId);
    if (this.#api?.isConnected({kind: 'customer', interactionId})) return;
    const wait = this.#options.graceSeconds * 1_000;
    this.#leaving.set(
      interactionId,
      setTimeout(() => void this.#leave(interactionId), wait),
    );
  }

  #forget(interactionId: InteractionId): void {
    clearTimeout(this.#leaving.get(interactionId));
    this.#leaving.delete(interactionId);
  }

  async #leave(interactionId: InteractionId): Promise<void> {
    this.#leaving.delete(interactionId);
    const outcome = await this.#api?.command(
      {kind: 'customer', interactionId},
      {type: 'customer.leave', interactionId},
    );
    if (outcome?.ok) this.#api?.log.info({interaction: interactionId}, 'visitor did not come back');
    else if (outcome?.refusal.code === 'DW_SERVER_FAILED') this.#await(interactionId);
  }
}

import {
  dialStage,
  engagementOf,
  type AgentId,
  type Fact,
  type Interaction,
  type InteractionId,
  type Who,
} from '@deskwire/domain';
import type {Centre} from '@deskwire/engine';

import type {Told} from '../centre/flush.js';
import type {Channel, ChannelApi} from './channel.js';

/** Whose station a fact may have made ring: of whoever is asked, and of whoever calls a campaign's contact. */
const rung = (fact: Fact): AgentId | undefined => {
  if (fact.type === 'engagement.reserved') return fact.agent.id;
  return fact.type === 'leg.ringing' && fact.party.kind === 'agent' ? fact.party.agent.id : undefined;
};

/** The engine waits to hear that it rings. */
const isExpected = (interaction: Interaction, agentId: AgentId): boolean =>
  engagementOf(interaction, agentId)?.phase === 'connecting' || dialStage(interaction, agentId) === 'agent';

/**
 * The desks themselves as stations: chats, mails and calls of a browser phone ring in the page, as soon as a desk of
 * the reserved agent is connected and has been told.
 */
export class DeskStations implements Channel {
  readonly name = 'desk-stations';
  #api: ChannelApi | undefined;

  attach(api: ChannelApi): void {
    this.#api = api;
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  onFacts({facts}: Told, centre: Centre): void {
    for (const fact of facts) {
      const agentId = rung(fact);
      if (agentId !== undefined && 'interactionId' in fact) this.#ring(centre, fact.interactionId, agentId);
    }
  }

  /** An agent who comes back in time still gets what was reserved meanwhile. */
  onViewer(who: Who, connected: boolean): void {
    if (!connected || who.kind !== 'agent') return;
    const centre = this.#api?.host.centre;
    for (const {interactionId} of centre?.agents.get(who.agentId)?.work ?? []) {
      if (centre) this.#ring(centre, interactionId, who.agentId);
    }
  }

  #ring(centre: Centre, interactionId: InteractionId, agentId: AgentId): void {
    const interaction = centre.interactions.get(interactionId);
    const station = centre.agents.get(agentId)?.profile.station;
    if (!interaction || !isExpected(interaction, agentId)) return;
    if (interaction.channel === 'voice' && station?.kind === 'desk-phone') return;
    if (!this.#api?.isConnected({kind: 'agent', agentId})) return;
    void this.#api.signal({type: 'station.ringing', interactionId, agentId});
  }
}

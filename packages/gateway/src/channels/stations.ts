import {engagementOf, type AgentId, type InteractionId, type Who} from '@deskwire/domain';
import type {Centre} from '@deskwire/engine';

import type {Told} from '../centre/flush.js';
import type {Channel, ChannelApi} from './channel.js';

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
      if (fact.type === 'engagement.reserved') this.#ring(centre, fact.interactionId, fact.agent.id);
    }
  }

  /** An agent who comes back in time still gets what was reserved meanwhile. */
  onViewer(who: Who, connected: boolean): void {
    if (!connected || who.kind !== 'agent') return;
    const centre = this.#api?.host.centre;
    for (const {interactionId, phase} of centre?.agents.get(who.agentId)?.work ?? []) {
      if (centre && phase === 'connecting') this.#ring(centre, interactionId, who.agentId);
    }
  }

  #ring(centre: Centre, interactionId: InteractionId, agentId: AgentId): void {
    const interaction = centre.interactions.get(interactionId);
    const station = centre.agents.get(agentId)?.profile.station;
    if (!interaction || engagementOf(interaction, agentId)?.phase !== 'connecting') return;
    if (interaction.channel === 'voice' && station?.kind === 'desk-phone') return;
    if (!this.#api?.isConnected({kind: 'agent', agentId})) return;
    void this.#api.signal({type: 'station.ringing', interactionId, agentId});
  }
}

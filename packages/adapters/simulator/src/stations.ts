import {
  dialStage,
  refuse,
  type AgentId,
  type Fact,
  type InteractionId,
  type Phase,
  type Verdict,
} from '@deskwire/domain';
import type {Signal, Work} from '@deskwire/engine';

import type {Timers} from './clock.js';
import type {Host} from './host.js';

type StationType = Extract<Signal['type'], `station.${string}`>;

/** The phones and pages that ring: by themselves after a while, and the rest as the story says. */
export class Stations {
  /** Milliseconds from the reservation to the first ring. `Infinity`: they stay in connecting. */
  connectDelayMs: number;
  readonly #host: Host;
  readonly #timers: Timers;

  constructor(host: Host, timers: Timers, connectDelayMs: number) {
    this.#host = host;
    this.#timers = timers;
    this.connectDelayMs = connectDelayMs;
    host.listen(({facts}) => {
      for (const fact of facts) this.#hear(fact);
    });
  }

  /** Rings now, without waiting. */
  ring(interactionId: InteractionId, agentId: AgentId): Verdict {
    return this.#signal('station.ringing', interactionId, agentId);
  }

  /** Lifts the receiver: off the hook, and the call that rings is answered. */
  answer(agentId: AgentId): Verdict {
    const call = this.#callOf(agentId, 'offered');
    this.hook(agentId, true);
    return this.#about(call, 'station.answered', agentId);
  }

  decline(agentId: AgentId): Verdict {
    return this.#about(this.#callOf(agentId, 'offered'), 'station.declined', agentId);
  }

  /** The phone cannot be reached, whether it rings or not. */
  fail(agentId: AgentId): Verdict {
    const call = this.#callOf(agentId, 'connecting') ?? this.#callOf(agentId, 'offered');
    return this.#about(call, 'station.failed', agentId);
  }

  /** Puts the receiver back; a call that runs is over with that. */
  hangUp(agentId: AgentId): Verdict {
    const call = this.#callOf(agentId, 'active');
    this.hook(agentId, false);
    return call === undefined ? {ok: true} : this.#signal('station.hung-up', call, agentId);
  }

  hook(agentId: AgentId, offHook: boolean): Verdict {
    return this.#host.take({
      kind: 'signal',
      signal: {type: 'handset.changed', agentId, handset: {offHook}},
    });
  }

  #hear(fact: Fact): void {
    if (fact.type === 'engagement.reserved') this.#ringSoon(fact.interactionId, fact.agent.id);
    // A campaign's contact is looked at first: the own phone rings when they are called.
    if (fact.type === 'leg.ringing' && fact.party.kind === 'agent') {
      const {id} = fact.party.agent;
      if (this.#isDialling(fact.interactionId, id)) this.#ringSoon(fact.interactionId, id);
    }
    if (fact.type !== 'agent.connected') return;
    // A page that comes back finds what was reserved for it meanwhile.
    for (const {interactionId, phase} of this.#workOf(fact.agentId)) {
      if (phase === 'connecting' || this.#isDialling(interactionId, fact.agentId))
        this.#ringSoon(interactionId, fact.agentId);
    }
  }

  #ringSoon(interactionId: InteractionId, agentId: AgentId): void {
    this.#timers.after(this.connectDelayMs, () => {
      if (this.#isReached(interactionId, agentId)) this.ring(interactionId, agentId);
    });
  }

  #isDialling(interactionId: InteractionId, agentId: AgentId): boolean {
    const interaction = this.#host.centre.interactions.get(interactionId);
    return interaction !== undefined && dialStage(interaction, agentId) === 'agent';
  }

  /** A desk phone rings by itself; everything else rings in a page, which has to be there. */
  #isReached(interactionId: InteractionId, agentId: AgentId): boolean {
    const {agents, interactions} = this.#host.centre;
    const agent = agents.get(agentId);
    if (!agent) return false;
    const isVoice = interactions.get(interactionId)?.channel === 'voice';
    return agent.connected || (isVoice && agent.profile.station.kind === 'desk-phone');
  }

  #workOf(agentId: AgentId): readonly Work[] {
    return this.#host.centre.agents.get(agentId)?.work ?? [];
  }

  #callOf(agentId: AgentId, phase: Phase): InteractionId | undefined {
    return this.#workOf(agentId).find((one) => one.channel === 'voice' && one.phase === phase)?.interactionId;
  }

  #about(interactionId: InteractionId | undefined, type: StationType, agentId: AgentId): Verdict {
    if (interactionId === undefined) return {ok: false, refusal: refuse('DW_INTERACTION_NOT_OFFERED')};
    return this.#signal(type, interactionId, agentId);
  }

  #signal(type: StationType, interactionId: InteractionId, agentId: AgentId): Verdict {
    return this.#host.take({kind: 'signal', signal: {type, interactionId, agentId}});
  }
}

import {
  engagementOf,
  selectAgentId,
  type DeskState,
  type Fact,
  type Interaction,
  type InteractionId,
} from '@deskwire/domain';

import {
  InteractionArrivedEvent,
  InteractionEndedEvent,
  type InteractionEnd,
  type InteractionSummary,
} from './desk.events.js';

const summaryOf = ({id, channel, origin, customer, queue, dnis}: Interaction): InteractionSummary => ({
  interactionId: id,
  channel,
  origin,
  customer,
  ...(queue && {queue}),
  ...(dnis !== undefined && {dnis}),
});

const isWorkedOn = (interaction: Interaction, state: DeskState): boolean => {
  const phase = engagementOf(interaction, selectAgentId(state))?.phase;
  return phase === 'connecting' || phase === 'offered' || phase === 'active';
};

/** What became of an interaction, seen from its agent: for the two events of the desk. */
export class Arrivals {
  /** The interactions that the agent has been told of and is still in, as they were last. */
  readonly #current = new Map<InteractionId, Interaction>();

  /**
   * @param fact What happened.
   * @param state The desk after it.
   * @returns The events that this makes, in order.
   */
  after(fact: Fact, state: DeskState): readonly (InteractionArrivedEvent | InteractionEndedEvent)[] {
    if (fact.type === 'desk.hydrated') {
      const gone = [...this.#current.keys()].filter((id) => !state.interactions.has(id));
      return [...gone, ...state.interactions.keys()].flatMap((id) => this.#look(id, state, true));
    }
    return 'interactionId' in fact ? this.#look(fact.interactionId, state, false) : [];
  }

  #look(
    id: InteractionId,
    state: DeskState,
    restored: boolean,
  ): readonly (InteractionArrivedEvent | InteractionEndedEvent)[] {
    const interaction = state.interactions.get(id);
    const before = this.#current.get(id);
    if (interaction && isWorkedOn(interaction, state)) {
      this.#current.set(id, interaction);
      return before ? [] : [this.#arrived(interaction, state, restored)];
    }
    if (!before) return [];
    this.#current.delete(id);
    return [this.#ended(interaction ?? before, state)];
  }

  #arrived(interaction: Interaction, state: DeskState, restored: boolean): InteractionArrivedEvent {
    const phase = engagementOf(interaction, selectAgentId(state))?.phase ?? 'active';
    return new InteractionArrivedEvent({...summaryOf(interaction), phase, restored});
  }

  #ended(interaction: Interaction, state: DeskState): InteractionEndedEvent {
    const left = engagementOf(interaction, selectAgentId(state))?.left;
    const end: InteractionEnd = {
      ...summaryOf(interaction),
      ...(interaction.ending && {ending: interaction.ending}),
      ...(left && {left}),
    };
    return new InteractionEndedEvent(end);
  }
}

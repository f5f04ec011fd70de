import type {DeskHeader, DeskState} from './desk-state.js';
import type {Fact, InteractionHappening, Told} from './fact.js';
import type {Handlers} from './handlers.js';
import type {Interaction} from './interaction.js';
import type {InteractionId} from './party.js';
import {contentHandlers} from './reduce-content.js';
import {engagementHandlers} from './reduce-engagements.js';
import {gone, talkHandlers} from './reduce-talk.js';
import {mapSame} from './same.js';

const wholeHandlers: Handlers = {
  'interaction.queued': (interaction, {queue}) => ({...interaction, queue, talk: {kind: 'none'}}),
  'interaction.ended': ({transfer: _, ...interaction}, {ending, at}) => ({
    ...interaction,
    ending,
    talk: {kind: 'none'},
    recording: {state: 'off'},
    legs: mapSame(interaction.legs, (leg) => gone(leg, at)),
  }),
};

const handlers: Handlers = {...wholeHandlers, ...talkHandlers, ...engagementHandlers, ...contentHandlers};

/**
 * The one place where a fact changes an interaction, on the desk and in the engine alike.
 * @param interaction What was known; undefined where nothing was.
 * @param fact What happened to it.
 * @returns What is known now; undefined where the desk does not see it (any more). The same object where nothing changed.
 */
export const reduceInteraction = (
  interaction: Interaction | undefined,
  fact: InteractionHappening & {readonly at: number},
): Interaction | undefined => {
  if (fact.type === 'interaction.created' || fact.type === 'interaction.shown') return fact.interaction;
  if (fact.type === 'interaction.hidden' || !interaction) return undefined;
  // Own properties only: a fact may name itself `toString`, and is then as unknown as any other.
  if (!Object.hasOwn(handlers, fact.type)) return interaction;
  const handler = handlers[fact.type] as (interaction: Interaction, fact: Told) => Interaction;
  return handler(interaction, fact);
};

/** Whether a fact is about one interaction. */
export const isInteractionFact = (fact: Fact): fact is Extract<Fact, {interactionId: InteractionId}> =>
  'interactionId' in fact;

/**
 * Whether the desk has applied this fact before. A snapshot of another epoch is always new; any other fact is old
 * when its seq is not above the cursor. A desk that was never hydrated takes nothing but a snapshot.
 */
export const isApplied = ({cursor}: DeskHeader, fact: Fact): boolean => {
  if (fact.type === 'desk.hydrated') return cursor?.epoch === fact.epoch && fact.seq <= cursor.seq;
  return !cursor || fact.seq <= cursor.seq;
};

/** What a fact does to the desk beside its interactions. The cursor moves with every new fact. */
export const reduceHeader = (header: DeskHeader, fact: Fact): DeskHeader => {
  if (fact.type === 'desk.hydrated') {
    const {interactions: _, ...snapshot} = fact.snapshot;
    return {...snapshot, cursor: {epoch: fact.epoch, seq: fact.seq}};
  }
  const next = {...header, cursor: {epoch: header.cursor?.epoch ?? '', seq: fact.seq}};
  const own = header.viewer?.kind === 'agent' ? header.viewer.agentId : undefined;
  switch (fact.type) {
    case 'tenant.changed':
      return {...next, tenant: fact.tenant};
    case 'agent.state-changed':
      return fact.agentId === own ? {...next, presence: fact.presence} : next;
    case 'agent.profile-changed':
      return fact.profile.id === own ? {...next, profile: fact.profile} : next;
    case 'handset.changed':
      return fact.agentId === own ? {...next, handset: fact.handset} : next;
    default:
      return next;
  }
};

/**
 * Facts to state. Pure; repeats are harmless; a fact of a type that this version does not know moves the cursor and
 * changes nothing else. It copies the map of interactions: the stream, which must be fast, applies the same two
 * parts to a map of its own, and a test holds both to the same result.
 */
export const reduce = (state: DeskState, fact: Fact): DeskState => {
  if (isApplied(state, fact)) return state;
  const header = reduceHeader(state, fact);
  if (fact.type === 'desk.hydrated') {
    return {...header, interactions: new Map(fact.snapshot.interactions.map((one) => [one.id, one]))};
  }
  if (!isInteractionFact(fact)) return {...header, interactions: state.interactions};
  const old = state.interactions.get(fact.interactionId);
  const now = reduceInteraction(old, fact);
  if (now === old) return {...header, interactions: state.interactions};
  const interactions = new Map(state.interactions);
  if (now) interactions.set(fact.interactionId, now);
  else interactions.delete(fact.interactionId);
  return {...header, interactions};
};

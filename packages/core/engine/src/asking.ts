import {
  refuse,
  type AgentId,
  type FactOf,
  type Interaction,
  type InteractionId,
  type Refusal,
  type Target,
} from '@deskwire/domain';
import {leaveLeg, legById, legIdFor} from './legs.js';
import {dialNumber} from './dialling.js';
import {refOf} from './refs.js';
import {reserve} from './routing.js';
import {findTarget, isRefusal, type Found} from './targets.js';
import type {AgentState} from './centre.js';
import type {Turn} from './turn.js';

/** Why whoever was asked into a consult or a conference is not in it. */
export type AskFailure = FactOf<'consult.failed'>['reason'];

/** A queue needs nothing more: the contact waits there for a consult because its talk says so. */
const ask = (turn: Turn, interaction: Interaction, found: Found): void => {
  const {id: interactionId} = interaction;
  if (found.kind === 'agent') reserve(turn, interactionId, found.agent, 'consulted');
  if (found.kind !== 'number') return;
  const legId = dialNumber(turn, interaction, found.number);
  turn.emit({type: 'consult.ringing', interactionId, legId});
};

/** Asks somebody into a call (a consult) or a chat (a conference): the customer is held, or talks on meanwhile. */
export const askIn = (
  turn: Turn,
  agentId: AgentId,
  interaction: Interaction,
  to: Target | undefined,
): Refusal | undefined => {
  const found = to ? findTarget(turn, agentId, interaction, to) : refuse('DW_TARGET_UNKNOWN');
  if (isRefusal(found)) return found;
  const type = interaction.channel === 'voice' ? 'consult.requested' : 'conference.requested';
  turn.emit({type, interactionId: interaction.id, agentId, target: found.target});
  ask(turn, interaction, found);
  return undefined;
};

/** The phone of the agent who was asked begins to ring. */
export const askedRings = (turn: Turn, interaction: Interaction, {profile}: AgentState): void => {
  const {id: interactionId, talk} = interaction;
  if (talk.kind !== 'consult-requested') return;
  const party = {kind: 'agent', agent: refOf(profile)} as const;
  const legId = legIdFor(turn, interaction, party);
  turn.emit({type: 'leg.ringing', interactionId, legId, party});
  turn.emit({type: 'consult.ringing', interactionId, legId});
};

/** The agent who was asked has accepted. */
export const askedJoins = (turn: Turn, interaction: Interaction, {profile}: AgentState): void => {
  const {id: interactionId, talk} = interaction;
  const party = {kind: 'agent', agent: refOf(profile)} as const;
  const legId = legIdFor(turn, interaction, party);
  turn.emit({type: 'engagement.accepted', interactionId, agentId: profile.id});
  turn.emit({type: 'leg.joined', interactionId, legId, party});
  if (talk.kind === 'conference-requested') {
    turn.emit({type: 'conference.started', interactionId, agentId: talk.by, legIds: [legId]});
  } else {
    turn.emit({type: 'consult.accepted', interactionId, legId});
  }
};

/** Nobody comes. The owner still has the customer, held as before (a call), or in conversation (a chat). */
export const askFailed = (turn: Turn, interactionId: InteractionId, reason: AskFailure): void => {
  const interaction = turn.interaction(interactionId);
  if (!interaction) return;
  const {talk} = interaction;
  if (talk.kind === 'consult-requested') {
    leaveLeg(turn, interactionId, talk.leg === undefined ? undefined : legById(interaction, talk.leg));
    turn.emit({type: 'consult.failed', interactionId, reason});
  } else if (talk.kind === 'conference-requested') {
    turn.emit({type: 'conference.failed', interactionId, reason});
  }
};

/** The owner thought better of it, whether somebody rings already or a queue still looks. */
export const cancelAsking = (turn: Turn, {id: interactionId, engagements}: Interaction): void => {
  const asked = engagements.find(({role, phase}) => role === 'consulted' && phase !== 'done');
  if (asked) {
    turn.emit({type: 'engagement.left', interactionId, agentId: asked.agent.id, reason: 'withdrawn'});
  }
  askFailed(turn, interactionId, 'cancelled');
};

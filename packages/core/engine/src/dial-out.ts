import {
  dialStage,
  type AgentId,
  type DialStage,
  type Ending,
  type FactOf,
  type Interaction,
  type InteractionId,
  type LeaveReason,
  type Refusal,
} from '@deskwire/domain';
import type {AgentState} from './centre.js';
import {seconds} from './deadlines.js';
import {dialCustomer} from './dialling.js';
import type {Decision} from './handlers.js';
import {leaveLeg, legIdFor, legOfCustomer} from './legs.js';
import {overLimit} from './limits.js';
import {startRecording} from './recording.js';
import {refOf} from './refs.js';
import type {Turn} from './turn.js';

/** Calls that agents make, outdial and campaign alike: their own station first, then the customer. */

/** Why it came to nothing. */
export type DialFailure = Pick<FactOf<'outdial.failed'>, 'reason' | 'code'>;

/** The failure that a limit of concurrent calls is (OUT-8). */
export const limitFailure = ({code}: Refusal): DialFailure => ({
  reason: 'limit',
  code: code === 'DW_CALL_LIMIT_TENANT' ? 27 : 26,
});

/** Who makes this call, and how far it is; undefined once the customer is there, and for every call that came in. */
export const diallerOf = (
  interaction: Interaction,
): {readonly agentId: AgentId; readonly stage: DialStage} | undefined => {
  for (const {agent} of interaction.engagements) {
    const stage = dialStage(interaction, agent.id);
    if (stage) return {agentId: agent.id, stage};
  }
  return undefined;
};

/** Whatever rings or is joined is let go. */
const letGo = (turn: Turn, id: InteractionId): void => {
  for (const leg of turn.interaction(id)?.legs ?? []) {
    if (leg.presence !== 'gone') leaveLeg(turn, id, leg);
  }
};

/** The contact is before the agent as it was when they got it; nothing rings (CAMP-3). */
export const preview = (turn: Turn, interactionId: InteractionId, agentId: AgentId): void =>
  turn.emit({type: 'engagement.offered', interactionId, agentId});

/** It is over before there was a conversation: no wrap-up, no RONA. */
export const closeDial = (
  turn: Turn,
  interactionId: InteractionId,
  agentId: AgentId,
  ending: Omit<Ending, 'at'>,
  left: LeaveReason = 'withdrawn',
): void => {
  letGo(turn, interactionId);
  turn.emit({type: 'interaction.ended', interactionId, ending: {at: turn.now, ...ending}});
  turn.emit({type: 'engagement.left', interactionId, agentId, reason: left});
};

const ENDED_AS: Partial<Readonly<Record<DialFailure['reason'], Ending['reason']>>> = {
  'customer-rejected': 'rejected',
  'customer-unanswered': 'unanswered',
};

/** The agent is told why. An outdial call is over; a campaign's contact is before them again, to be tried again (CAMP-3). */
export const failDial = (
  turn: Turn,
  {id: interactionId, origin}: Interaction,
  agentId: AgentId,
  failure: DialFailure,
): void => {
  const {reason} = failure;
  turn.emit({type: 'outdial.failed', interactionId, agentId, ...failure});
  if (origin === 'campaign') {
    letGo(turn, interactionId);
    preview(turn, interactionId, agentId);
  } else {
    const ending = {by: 'system', reason: ENDED_AS[reason] ?? 'failed'} as const;
    closeDial(turn, interactionId, agentId, ending, reason === 'agent-declined' ? 'declined' : 'failed');
  }
};

/** The agent thought better of it, on the desk or by hanging up. A contact that was only looked at is for the next one. */
export const cancelDial = (turn: Turn, interaction: Interaction, agentId: AgentId): void => {
  const {id: interactionId, origin} = interaction;
  if (origin === 'campaign' && dialStage(interaction, agentId) !== 'preview') {
    letGo(turn, interactionId);
    preview(turn, interactionId, agentId);
  } else {
    closeDial(turn, interactionId, agentId, {by: 'agent', reason: 'cancelled'});
  }
};

/** The agent is lost: the call is given up, and a campaign's contact is for the next one. */
export const abandonDial = (
  turn: Turn,
  interactionId: InteractionId,
  agentId: AgentId,
  reason: LeaveReason,
): void => closeDial(turn, interactionId, agentId, {by: 'system', reason: 'cancelled'}, reason);

/** The agent is on the line: now the customer is called, if there can be a further call. */
const callCustomer = (turn: Turn, interaction: Interaction, {profile}: AgentState): void => {
  const {id: interactionId} = interaction;
  const party = {kind: 'agent', agent: refOf(profile)} as const;
  turn.emit({type: 'leg.joined', interactionId, legId: legIdFor(turn, interaction, party), party});
  const limit = overLimit(turn);
  if (limit) return failDial(turn, interaction, profile.id, limitFailure(limit));
  dialCustomer(turn, interaction);
  const expiresAt = turn.now + seconds(turn.tenant.dialSeconds);
  turn.emit({type: 'engagement.offered', interactionId, agentId: profile.id, expiresAt});
};

/** The agent's own phone rings. One in the page answers by itself: its agent has asked for the call. */
export const ownPhoneRings = (turn: Turn, interaction: Interaction, agent: AgentState): void => {
  const {id: agentId, station} = agent.profile;
  const isTold = interaction.engagements.some(
    (one) => one.agent.id === agentId && one.expiresAt !== undefined,
  );
  if (isTold || dialStage(interaction, agentId) !== 'agent') return;
  const expiresAt = turn.now + seconds(turn.tenant.ringSeconds.voice);
  turn.emit({type: 'engagement.offered', interactionId: interaction.id, agentId, expiresAt});
  if (station.kind === 'browser-phone') callCustomer(turn, interaction, agent);
};

/** The agent lifts the phone on their desk. */
export const ownPhoneLifted = (turn: Turn, interaction: Interaction, agent: AgentState): void => {
  const {id, station} = agent.profile;
  if (station.kind === 'desk-phone' && dialStage(interaction, id) === 'agent')
    callCustomer(turn, interaction, agent);
};

/** A campaign's contact is called: the agent's station first. That of an outdial call rings for its reservation. */
export const ringOwnPhone = (turn: Turn, interaction: Interaction, {profile}: AgentState): Decision => {
  const limit = overLimit(turn);
  if (limit) return limit;
  const party = {kind: 'agent', agent: refOf(profile)} as const;
  const legId = legIdFor(turn, interaction, party);
  turn.emit({type: 'leg.ringing', interactionId: interaction.id, legId, party});
  return undefined;
};

/** The customer is there: from now on it is a call like any other (OUT-6). */
export const customerThere = (turn: Turn, interaction: Interaction, agentId: AgentId): void => {
  const {id: interactionId} = interaction;
  const leg = legOfCustomer(interaction);
  if (leg) turn.emit({type: 'leg.joined', interactionId, legId: leg.id, party: leg.party});
  if (dialStage(interaction, agentId)) turn.emit({type: 'engagement.accepted', interactionId, agentId});
  turn.emit({type: 'call.connected', interactionId, agentId});
  startRecording(turn, interaction);
};

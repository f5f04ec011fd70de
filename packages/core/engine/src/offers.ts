import {
  engagementOf,
  isRequest,
  refuse,
  type AgentId,
  type Interaction,
  type InteractionId,
  type LeaveReason,
} from '@deskwire/domain';
import type {AgentState} from './centre.js';
import {seconds} from './deadlines.js';
import {given} from './given.js';
import type {ContactHandlers, Decision, SignalHandlers, SignalOf} from './handlers.js';
import {refOf} from './refs.js';
import type {Turn} from './turn.js';

/** Holds an agent for a contact, before anything rings. */
export const reserve = (turn: Turn, interactionId: InteractionId, {profile}: AgentState): void =>
  turn.emit({type: 'engagement.reserved', interactionId, agent: refOf(profile), role: 'owner'});

/** The contact goes back to where it waited, at the place that its age gives it. */
const requeue = (turn: Turn, {id, queue}: Interaction): void => {
  if (queue) turn.emit({type: 'interaction.queued', interactionId: id, queue});
};

/** Takes a request back from an agent who is not to blame. */
export const takeBack = (
  turn: Turn,
  interactionId: InteractionId,
  agentId: AgentId,
  reason: LeaveReason,
): void => {
  turn.emit({type: 'engagement.left', interactionId, agentId, reason});
  const interaction = turn.interaction(interactionId);
  if (interaction) requeue(turn, interaction);
};

/** What has not reached the agent yet must not arrive while they are in RONA. */
const recall = (turn: Turn, agentId: AgentId): void => {
  for (const {interactionId, phase} of turn.agent(agentId)?.work ?? []) {
    if (phase === 'connecting') takeBack(turn, interactionId, agentId, 'withdrawn');
  }
};

/** The agent must say whether they are there before anything arrives again; the first request missed is named. */
const turnRona = (turn: Turn, interaction: Interaction, agentId: AgentId, rangSeconds?: number): void => {
  const presence = turn.agent(agentId)?.presence;
  if (!presence || presence.state === 'rona' || presence.state === 'signed-out') return;
  turn.emit({
    type: 'agent.state-changed',
    agentId,
    presence: {
      state: 'rona',
      since: turn.now,
      interactionId: interaction.id,
      channel: interaction.channel,
      ...given('queue', interaction.queue),
      ...given('missedAfterSeconds', rangSeconds),
    },
  });
  recall(turn, agentId);
};

/**
 * Nobody answered, or the phone could not be reached (ARR-6): RONA, and the contact looks on.
 * @param rangSeconds How long it rang; absent where it never did.
 */
export const missed = (
  turn: Turn,
  interaction: Interaction,
  agentId: AgentId,
  rangSeconds?: number,
): void => {
  turn.emit({type: 'engagement.left', interactionId: interaction.id, agentId, reason: 'missed'});
  turnRona(turn, interaction, agentId, rangSeconds);
  requeue(turn, interaction);
};

/** It never rang. Where the agent's page is gone, that is nobody's fault. */
export const notReached = (turn: Turn, interaction: Interaction, agentId: AgentId): void => {
  if (turn.agent(agentId)?.connected) missed(turn, interaction, agentId);
  else takeBack(turn, interaction.id, agentId, 'connection-lost');
};

/** It rang for as long as admin lets it. */
export const rangOut = (turn: Turn, interaction: Interaction, agentId: AgentId): void =>
  missed(turn, interaction, agentId, turn.tenant.ringSeconds[interaction.channel]);

const declined = (turn: Turn, interaction: Interaction, agentId: AgentId): void => {
  turn.emit({type: 'engagement.left', interactionId: interaction.id, agentId, reason: 'declined'});
  if (interaction.origin !== 'outdial') turnRona(turn, interaction, agentId);
  requeue(turn, interaction);
};

const accepted = (turn: Turn, {id, channel}: Interaction, {profile}: AgentState): void => {
  const part = {interactionId: id, agentId: profile.id};
  turn.emit({type: 'engagement.accepted', ...part});
  turn.emit({
    type: 'leg.joined',
    interactionId: id,
    legId: turn.newId(),
    party: {kind: 'agent', agent: refOf(profile)},
  });
  turn.emit({type: 'call.connected', ...part});
  if (channel === 'voice' && turn.tenant.recording.enabled) {
    turn.emit({type: 'recording.started', interactionId: id});
  }
};

/** What an agent can do with a request. `permit` has seen that it rings, and where it may be answered. */
export const offerCommands = {
  'interaction.accept': (turn, agentId, {interaction}) => {
    const agent = turn.agent(agentId);
    if (agent) accepted(turn, interaction, agent);
    return undefined;
  },
  'interaction.decline': (turn, agentId, {interaction}) => {
    declined(turn, interaction, agentId);
    return undefined;
  },
} as const satisfies ContactHandlers;

type StationType = 'station.ringing' | 'station.answered' | 'station.declined' | 'station.failed';
type OnRequest = (turn: Turn, interaction: Interaction, agent: AgentState) => void;

/** Looks the request up; a station that speaks of one that is gone is told so, and can hang up. */
const onRequest =
  (act: OnRequest) =>
  (turn: Turn, {interactionId, agentId}: SignalOf<StationType>): Decision => {
    const interaction = turn.interaction(interactionId);
    const agent = turn.agent(agentId);
    const engagement = interaction && engagementOf(interaction, agentId);
    if (!agent || !engagement) return refuse('DW_INTERACTION_UNKNOWN');
    if (!isRequest(engagement)) return refuse('DW_INTERACTION_NOT_OFFERED');
    act(turn, interaction, agent);
    return undefined;
  };

const ringing: OnRequest = (turn, interaction, {profile}) => {
  if (engagementOf(interaction, profile.id)?.phase !== 'connecting') return;
  const expiresAt = turn.now + seconds(turn.tenant.ringSeconds[interaction.channel]);
  turn.emit({
    type: 'engagement.offered',
    interactionId: interaction.id,
    agentId: profile.id,
    expiresAt,
  });
};

/** Only a phone that stands on the desk answers by itself; a browser phone is answered by command. */
const answered: OnRequest = (turn, interaction, agent) => {
  const byPhone = interaction.channel === 'voice' && agent.profile.station.kind === 'desk-phone';
  if (byPhone) accepted(turn, interaction, agent);
};

/** What the stations tell about requests. */
export const offerSignals = {
  'station.ringing': onRequest(ringing),
  'station.answered': onRequest(answered),
  'station.declined': onRequest((turn, interaction, {profile}) => declined(turn, interaction, profile.id)),
  'station.failed': onRequest((turn, interaction, {profile}) => missed(turn, interaction, profile.id)),
} as const satisfies Partial<SignalHandlers>;

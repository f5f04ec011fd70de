import {
  dialStage,
  engagementOf,
  isRequest,
  refuse,
  type AgentId,
  type DialStage,
  type Engagement,
  type Interaction,
  type InteractionId,
  type LeaveReason,
} from '@deskwire/domain';
import {askedJoins, askedRings, askFailed, type AskFailure} from './asking.js';
import {failAtLimit, mustBeDialled} from './callbacks.js';
import type {AgentState} from './centre.js';
import {seconds} from './deadlines.js';
import {abandonDial, failDial, ownPhoneLifted, ownPhoneRings, type DialFailure} from './dial-out.js';
import {dialCustomer} from './dialling.js';
import {given} from './given.js';
import type {ContactHandlers, Decision, SignalHandlers, SignalOf} from './handlers.js';
import {legIdFor} from './legs.js';
import {overLimit} from './limits.js';
import {startRecording} from './recording.js';
import {refOf} from './refs.js';
import {lookOn} from './requeue.js';
import type {Turn} from './turn.js';

/** Nobody comes from there any more: the contact looks on, or the consult that it was for has failed. */
const goOn = (
  turn: Turn,
  interactionId: InteractionId,
  role: Engagement['role'],
  reason: AskFailure,
): void => (role === 'owner' ? lookOn(turn, interactionId) : askFailed(turn, interactionId, reason));

const roleOf = (turn: Turn, interactionId: InteractionId, agentId: AgentId): Engagement['role'] => {
  const interaction = turn.interaction(interactionId);
  return (interaction && engagementOf(interaction, agentId)?.role) ?? 'owner';
};

/** How far the call is that the agent makes; undefined for everything that came in to them. */
const stageOf = (turn: Turn, interactionId: InteractionId, agentId: AgentId): DialStage | undefined => {
  const interaction = turn.interaction(interactionId);
  return interaction && dialStage(interaction, agentId);
};

/** Takes a request back from an agent who is not to blame. */
export const takeBack = (
  turn: Turn,
  interactionId: InteractionId,
  agentId: AgentId,
  reason: LeaveReason,
): void => {
  if (stageOf(turn, interactionId, agentId)) return abandonDial(turn, interactionId, agentId, reason);
  const role = roleOf(turn, interactionId, agentId);
  turn.emit({type: 'engagement.left', interactionId, agentId, reason});
  goOn(turn, interactionId, role, 'failed');
};

/** What has not reached the agent yet must not arrive while they are in RONA; what they dial themselves may. */
const recall = (turn: Turn, agentId: AgentId): void => {
  for (const {interactionId, phase} of turn.agent(agentId)?.work ?? []) {
    if (phase === 'connecting' && !stageOf(turn, interactionId, agentId))
      takeBack(turn, interactionId, agentId, 'withdrawn');
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

/** A page that is gone cannot ring: nobody has missed anything. A phone on the desk rings without it. */
const isCutOff = ({connected, profile}: AgentState, {channel}: Interaction): boolean =>
  !connected && (channel !== 'voice' || profile.station.kind === 'browser-phone');

/**
 * Nobody answered, or the phone could not be reached (ARR-6): RONA, and the contact looks on. An agent whose connection is
 * lost meanwhile is not to blame: it is taken back from them at the same moment, since the customer waits.
 * @param rangSeconds How long it rang; absent where it never did.
 */
export const missed = (
  turn: Turn,
  interaction: Interaction,
  agentId: AgentId,
  rangSeconds?: number,
): void => {
  const {id: interactionId} = interaction;
  const agent = turn.agent(agentId);
  if (agent && isCutOff(agent, interaction)) return takeBack(turn, interactionId, agentId, 'connection-lost');
  const role = roleOf(turn, interactionId, agentId);
  turn.emit({type: 'engagement.left', interactionId, agentId, reason: 'missed'});
  turnRona(turn, interaction, agentId, rangSeconds);
  goOn(turn, interactionId, role, rangSeconds === undefined ? 'failed' : 'missed');
};

/** It rang for as long as admin lets it. */
export const rangOut = (turn: Turn, interaction: Interaction, agentId: AgentId): void =>
  missed(turn, interaction, agentId, turn.tenant.ringSeconds[interaction.channel]);

const declined = (turn: Turn, interaction: Interaction, agentId: AgentId): void => {
  const role = roleOf(turn, interaction.id, agentId);
  turn.emit({type: 'engagement.left', interactionId: interaction.id, agentId, reason: 'declined'});
  turnRona(turn, interaction, agentId);
  goOn(turn, interaction.id, role, 'declined');
};

/** The agent has it; a customer who wants to be called back is dialled now, every other one is there. */
const owns = (turn: Turn, interaction: Interaction, {profile}: AgentState): void => {
  const {id: interactionId} = interaction;
  const party = {kind: 'agent', agent: refOf(profile)} as const;
  turn.emit({type: 'engagement.accepted', interactionId, agentId: profile.id});
  turn.emit({type: 'leg.joined', interactionId, legId: legIdFor(turn, interaction, party), party});
  if (mustBeDialled(interaction)) {
    dialCustomer(turn, interaction);
  } else {
    turn.emit({type: 'call.connected', interactionId, agentId: profile.id});
    startRecording(turn, interaction);
  }
};

const accepted = (turn: Turn, interaction: Interaction, agent: AgentState): void => {
  const {id} = agent.profile;
  if (roleOf(turn, interaction.id, id) !== 'owner') return askedJoins(turn, interaction, agent);
  const limit = mustBeDialled(interaction) ? overLimit(turn) : undefined;
  if (limit) failAtLimit(turn, interaction, id, limit);
  else owns(turn, interaction, agent);
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

/**
 * Looks the request up; a station that speaks of one that is gone, or that nobody called for yet, is told so, and can hang
 * up.
 * @param dials What the same means for a call that the agent makes.
 */
const onRequest =
  (act: OnRequest, dials: OnRequest) =>
  (turn: Turn, {interactionId, agentId}: SignalOf<StationType>): Decision => {
    const interaction = turn.interaction(interactionId);
    const agent = turn.agent(agentId);
    const engagement = interaction && engagementOf(interaction, agentId);
    if (!agent || !engagement) return refuse('DW_INTERACTION_UNKNOWN');
    const stage = dialStage(interaction, agentId);
    if (!isRequest(engagement) || stage === 'preview') return refuse('DW_INTERACTION_NOT_OFFERED');
    (stage ? dials : act)(turn, interaction, agent);
    return undefined;
  };

const ringing: OnRequest = (turn, interaction, agent) => {
  const {profile} = agent;
  if (engagementOf(interaction, profile.id)?.phase !== 'connecting') return;
  const expiresAt = turn.now + seconds(turn.tenant.ringSeconds[interaction.channel]);
  turn.emit({
    type: 'engagement.offered',
    interactionId: interaction.id,
    agentId: profile.id,
    expiresAt,
  });
  if (roleOf(turn, interaction.id, profile.id) !== 'owner') askedRings(turn, interaction, agent);
};

/** Only a phone that stands on the desk answers by itself; a browser phone is answered by command. */
const answered: OnRequest = (turn, interaction, agent) => {
  const byPhone = interaction.channel === 'voice' && agent.profile.station.kind === 'desk-phone';
  if (byPhone) accepted(turn, interaction, agent);
};

const inVain =
  (reason: DialFailure['reason']): OnRequest =>
  (turn, interaction, {profile}) =>
    failDial(turn, interaction, profile.id, {reason});

/** What the stations tell about requests. */
export const offerSignals = {
  'station.ringing': onRequest(ringing, ownPhoneRings),
  'station.answered': onRequest(answered, ownPhoneLifted),
  'station.declined': onRequest(
    (turn, interaction, {profile}) => declined(turn, interaction, profile.id),
    inVain('agent-declined'),
  ),
  'station.failed': onRequest(
    (turn, interaction, {profile}) => missed(turn, interaction, profile.id),
    inVain('not-connected'),
  ),
} as const satisfies Partial<SignalHandlers>;

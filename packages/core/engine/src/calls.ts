import {dialStage, engagementOf, refuse, type Engagement, type Interaction} from '@deskwire/domain';
import {leaveAgent} from './beside.js';
import {seconds} from './deadlines.js';
import {cancelDial} from './dial-out.js';
import {endInteraction} from './endings.js';
import type {ContactHandlers, SignalHandlers} from './handlers.js';
import type {Turn} from './turn.js';

/** What an agent can do with a call, and the end of any contact. */
export const callCommands = {
  'interaction.end': (turn, _, {interaction}) => {
    endInteraction(turn, interaction, 'agent', 'ended');
    return undefined;
  },
  'call.hold': (turn, agentId, {command: {interactionId}}) => {
    turn.emit({type: 'call.held', interactionId, agentId});
    return undefined;
  },
  'call.resume': (turn, agentId, {command: {interactionId}}) => {
    turn.emit({type: 'call.resumed', interactionId, agentId});
    return undefined;
  },
  'call.mute': (turn, agentId, {command: {interactionId}}) => {
    turn.emit({type: 'call.muted', interactionId, agentId});
    return undefined;
  },
  'call.unmute': (turn, agentId, {command: {interactionId}}) => {
    turn.emit({type: 'call.unmuted', interactionId, agentId});
    return undefined;
  },
  'call.dtmf': (turn, agentId, {command: {interactionId, digits}}) => {
    turn.emit({type: 'call.dtmf-sent', interactionId, agentId, digits});
    return undefined;
  },
  'recording.pause': (turn, _, {command: {interactionId}}) => {
    const resumeAt = turn.now + seconds(turn.tenant.recording.pauseSeconds);
    turn.emit({type: 'recording.paused', interactionId, resumeAt});
    return undefined;
  },
  'recording.resume': (turn, _, {command: {interactionId}}) => {
    turn.emit({type: 'recording.resumed', interactionId, auto: false});
    return undefined;
  },
} as const satisfies ContactHandlers;

/** The owner who hangs up ends it for everybody; whoever is beside them only leaves (CONS-R10, CONF-R9). */
const hangUp = (turn: Turn, interaction: Interaction, {agent, role}: Engagement): void =>
  role === 'owner'
    ? endInteraction(turn, interaction, 'agent', 'ended')
    : leaveAgent(turn, interaction, agent.id, 'left');

/** What the phone on the agent's desk tells about a call that it is in. */
export const callSignals = {
  'station.hung-up': (turn, {interactionId, agentId}) => {
    const interaction = turn.interaction(interactionId);
    const engagement = interaction && engagementOf(interaction, agentId);
    if (!interaction || !engagement) return refuse('DW_INTERACTION_UNKNOWN');
    const byPhone = turn.agent(agentId)?.profile.station.kind === 'desk-phone';
    if (!byPhone || interaction.channel !== 'voice') return undefined;
    if (engagement.phase === 'active') hangUp(turn, interaction, engagement);
    // Who dials and lays the receiver down again before anybody answered has thought better of it.
    if (dialStage(interaction, agentId) === 'customer') cancelDial(turn, interaction, agentId);
    return undefined;
  },
} as const satisfies Partial<SignalHandlers>;

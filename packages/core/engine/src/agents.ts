import {
  engagementOf,
  refuse,
  type AgentId,
  type ChosenState,
  type InteractionId,
  type Presence,
} from '@deskwire/domain';
import {leaveAgent} from './beside.js';
import {isCall, isPending, type AgentState} from './centre.js';
import {losesCalls} from './deadlines.js';
import type {AgentHandlers, Decision, SignalHandlers} from './handlers.js';
import {takeBack} from './offers.js';
import {sendBack} from './requeue.js';
import {same} from './same.js';
import type {Turn} from './turn.js';

const enter = (turn: Turn, agentId: AgentId, presence: Presence): void =>
  turn.emit({type: 'agent.state-changed', agentId, presence});

const signedInIdle = ({tenant, now}: Turn): Presence => ({
  state: 'idle',
  reasonId: tenant.signInReasonId,
  since: now,
});

const chosen = (to: ChosenState, since: number): Presence | undefined => {
  if (to.state === 'available') return {state: 'available', since};
  return to.state === 'idle' ? {state: 'idle', reasonId: to.reasonId, since} : undefined;
};

const isSameChoice = (old: Presence | undefined, now: Presence): old is Presence =>
  old?.state === now.state && (old.state !== 'idle' || now.state !== 'idle' || old.reasonId === now.reasonId);

/** What agents do about themselves. A state that is chosen again goes on, with its clock; the desk is told so. */
export const agentCommands = {
  'agent.set-state': (turn, agentId, {to}) => {
    const presence = chosen(to, turn.now);
    if (!presence) return refuse('DW_INPUT_INVALID', {field: 'state'});
    const old = turn.agent(agentId)?.presence;
    enter(turn, agentId, isSameChoice(old, presence) ? old : presence);
    return undefined;
  },
  'agent.sign-out': (turn, agentId) => {
    enter(turn, agentId, {state: 'signed-out', since: turn.now});
    return undefined;
  },
} as const satisfies AgentHandlers;

/** The agent's voice was in the page that is gone: the customer goes back to the queue, whoever was beside leaves. */
const loseCall = (turn: Turn, interactionId: InteractionId, agentId: AgentId): void => {
  const interaction = turn.interaction(interactionId);
  if (!interaction) return;
  if (engagementOf(interaction, agentId)?.role === 'owner') sendBack(turn, interaction, agentId);
  else leaveAgent(turn, interaction, agentId, 'connection-lost');
};

/**
 * The lost connection is no longer forgiven: what rings goes back without RONA; what is handled stays for the return, but
 * for calls where admin wants them back in their queue.
 */
export const giveUp = (turn: Turn, agent: AgentState): void => {
  const {profile, work, presence} = agent;
  const {id} = profile;
  for (const {interactionId} of work.filter(isPending)) takeBack(turn, interactionId, id, 'connection-lost');
  if (losesCalls(agent, turn.tenant)) {
    for (const {interactionId} of work.filter(isCall)) loseCall(turn, interactionId, id);
  }
  if (presence.state === 'available') enter(turn, id, signedInIdle(turn));
};

const onAgent =
  (act: (turn: Turn, agent: AgentState) => void) =>
  (turn: Turn, {agentId}: {readonly agentId: AgentId}): Decision => {
    const agent = turn.agent(agentId);
    if (!agent) return refuse('DW_AGENT_SIGNED_OUT');
    act(turn, agent);
    return undefined;
  };

/** What the world tells about agents. A repeat changes nothing. */
export const agentSignals = {
  'agent.signed-in': onAgent((turn, {profile, presence}) => {
    if (presence.state === 'signed-out') enter(turn, profile.id, signedInIdle(turn));
  }),
  'agent.connected': onAgent((turn, {profile, connected}) => {
    if (!connected) turn.emit({type: 'agent.connected', agentId: profile.id});
  }),
  'agent.disconnected': onAgent((turn, {profile, connected}) => {
    if (connected) turn.emit({type: 'agent.disconnected', agentId: profile.id});
  }),
  'handset.changed': (turn, {agentId, handset}) =>
    onAgent((_, agent) => {
      if (!same(agent.handset, handset)) turn.emit({type: 'handset.changed', agentId, handset});
    })(turn, {agentId}),
} as const satisfies Partial<SignalHandlers>;

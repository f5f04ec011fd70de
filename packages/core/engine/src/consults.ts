import type {AgentId, Interaction, Leg} from '@deskwire/domain';
import {askIn, cancelAsking} from './asking.js';
import {conferencedLegs, consultedLeg, leaveAgent, partWith} from './beside.js';
import {endInteraction} from './endings.js';
import type {ContactHandlers} from './handlers.js';
import {handOver} from './transfers.js';
import type {Turn} from './turn.js';

const isOwner = ({engagements}: Interaction, agentId: AgentId): boolean =>
  engagements.some(({agent, role}) => agent.id === agentId && role === 'owner');

const isReturning = ({tenant}: Turn, {talk}: Interaction): boolean =>
  talk.kind === 'consult' && tenant.endConsult === 'return';

/** Agent 1 ends it for everybody, or returns to the customer where admin wants that; agent 2 only leaves. */
const end = (turn: Turn, interaction: Interaction, agentId: AgentId): void => {
  const consulted = consultedLeg(interaction);
  if (!isOwner(interaction, agentId)) leaveAgent(turn, interaction, agentId, 'left');
  else if (consulted && isReturning(turn, interaction)) {
    partWith(turn, interaction, consulted, 'ended', agentId);
  } else endInteraction(turn, interaction, 'agent', 'ended');
};

/** The agent among them, if one is there; else the number. */
const successor = (legs: readonly Leg[]): Leg | undefined =>
  legs.find(({party}) => party.kind === 'agent') ?? legs[0];

const joinAll = (turn: Turn, {id: interactionId, talk}: Interaction, agentId: AgentId): void => {
  if (talk.kind !== 'consult') return;
  turn.emit({type: 'conference.started', interactionId, agentId, legIds: [talk.leg]});
};

/** What agents do with a consult and a conference. `permit` has seen who owns it, and how far it is. */
export const consultCommands = {
  'consult.start': (turn, agentId, {interaction, command: {to}}) => askIn(turn, agentId, interaction, to),
  'consult.cancel': (turn, _, {interaction}) => {
    cancelAsking(turn, interaction);
    return undefined;
  },
  'consult.hold': (turn, _, {command: {interactionId}}) => {
    turn.emit({type: 'consult.held', interactionId});
    return undefined;
  },
  'consult.resume': (turn, _, {command: {interactionId}}) => {
    turn.emit({type: 'consult.resumed', interactionId});
    return undefined;
  },
  'consult.end': (turn, agentId, {interaction}) => {
    end(turn, interaction, agentId);
    return undefined;
  },
  'consult.transfer': (turn, agentId, {interaction}) => {
    handOver(turn, interaction, agentId, consultedLeg(interaction), 'consult');
    return undefined;
  },
  'conference.start': (turn, agentId, {interaction, command: {to}}) => {
    if (interaction.channel !== 'voice') return askIn(turn, agentId, interaction, to);
    joinAll(turn, interaction, agentId);
    return undefined;
  },
  'conference.end': (turn, agentId, {interaction}) => {
    end(turn, interaction, agentId);
    return undefined;
  },
  'conference.transfer': (turn, agentId, {interaction}) => {
    handOver(turn, interaction, agentId, successor(conferencedLegs(interaction)), 'conference');
    return undefined;
  },
} as const satisfies ContactHandlers;

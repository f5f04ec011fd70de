import type {Handlers} from './handlers.js';
import type {Told} from './fact.js';
import type {Engagement, Interaction, Talk} from './interaction.js';
import type {AgentId} from './party.js';
import {mapSame} from './same.js';

/** Changes the engagement of one agent; an agent without one is ignored. */
const change = (
  interaction: Interaction,
  agentId: AgentId,
  to: (engagement: Engagement) => Engagement,
): Interaction => {
  const engagements = mapSame(interaction.engagements, (engagement) =>
    engagement.agent.id === agentId ? to(engagement) : engagement,
  );
  return engagements === interaction.engagements ? interaction : {...interaction, engagements};
};

/** The part of an engagement that outlives a change of phase. */
const lasting = ({agent, role, acceptedAt, readAt}: Engagement) => ({
  agent,
  role,
  ...(acceptedAt === undefined ? {} : {acceptedAt}),
  ...(readAt === undefined ? {} : {readAt}),
});

const muted =
  (yes: boolean) =>
  (interaction: Interaction, {agentId}: {readonly agentId: AgentId}) =>
    change(interaction, agentId, ({muted: _, ...rest}) => (yes ? {...rest, muted: true} : rest));

/** Who is left to talk when agent 1 is out: the new owner and the customer, and whoever else is in the conference. */
const talkAfterTransfer = ({talk, legs}: Interaction, fact: Told<'interaction.transferred'>): Talk => {
  if (fact.how === 'blind') return {kind: 'none'};
  const {to} = fact;
  if (talk.kind !== 'conference' || to.kind !== 'agent') return {kind: 'together', since: fact.at};
  const isNewOwners = (legId: string) =>
    legs.some(({id, party}) => id === legId && party.kind === 'agent' && party.agent.id === to.agentId);
  const others = talk.legs.filter((legId) => !isNewOwners(legId));
  return others.length ? {...talk, by: to.agentId, legs: others} : {kind: 'together', since: fact.at};
};

const transferred = (interaction: Interaction, fact: Told<'interaction.transferred'>): Interaction => {
  const {by, to, how, at} = fact;
  const moved = {...interaction, talk: talkAfterTransfer(interaction, fact)};
  if (how === 'blind') return {...moved, transfer: {by, to, since: at}};
  return fact.to.kind !== 'agent'
    ? moved
    : change(moved, fact.to.agentId, (engagement) => ({...engagement, role: 'owner'}));
};

/** Facts about one agent's part. */
export const engagementHandlers: Handlers = {
  'engagement.reserved': (interaction, {agent, role, at}) => ({
    ...interaction,
    engagements: [
      ...interaction.engagements.filter((engagement) => engagement.agent.id !== agent.id),
      {agent, role, phase: 'connecting', since: at},
    ],
  }),
  'engagement.offered': (interaction, {agentId, expiresAt, at}) =>
    change(interaction, agentId, (engagement) => ({
      ...lasting(engagement),
      phase: 'offered',
      since: at,
      ...(expiresAt === undefined ? {} : {expiresAt}),
    })),
  'engagement.accepted': (interaction, {agentId, at}) =>
    change(interaction, agentId, (engagement) => ({
      ...lasting(engagement),
      phase: 'active',
      since: at,
      acceptedAt: at,
    })),
  'engagement.left': (interaction, {agentId, reason, at}) =>
    change(interaction, agentId, (engagement) => ({
      ...lasting(engagement),
      phase: 'done',
      since: at,
      left: reason,
    })),
  'engagement.read': (interaction, {agentId, readAt}) =>
    change(interaction, agentId, (engagement) =>
      engagement.readAt !== undefined && engagement.readAt >= readAt ? engagement : {...engagement, readAt},
    ),
  'interaction.transferred': transferred,
  'wrap-up.started': (interaction, {agentId, deadline, defaultReasonId, at}) =>
    change(interaction, agentId, (engagement) => ({
      ...lasting(engagement),
      phase: 'wrap-up',
      since: at,
      wrapUp: {
        since: at,
        ...(deadline === undefined ? {} : {deadline}),
        ...(defaultReasonId === undefined ? {} : {defaultReasonId}),
      },
    })),
  'wrap-up.extended': (interaction, {agentId}) =>
    change(interaction, agentId, (engagement) =>
      engagement.wrapUp ? {...engagement, wrapUp: {since: engagement.wrapUp.since}} : engagement,
    ),
  'wrap-up.submitted': (interaction, {agentId, reasonIds, at}) =>
    change(interaction, agentId, (engagement) => ({
      ...lasting(engagement),
      phase: 'done',
      since: at,
      left: 'ended',
      // When the conversation was over: a history says how long that took, without the wrap-up.
      ...(engagement.wrapUp ? {wrapUp: {since: engagement.wrapUp.since}} : {}),
      wrapUpReasonIds: reasonIds,
    })),
  'call.muted': muted(true),
  'call.unmuted': muted(false),
};

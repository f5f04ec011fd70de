import type {Handlers} from './handlers.js';
import type {Engagement, Interaction} from './interaction.js';
import type {AgentId} from './party.js';

/** Changes the engagement of one agent; an agent without one is ignored. */
const change = (
  interaction: Interaction,
  agentId: AgentId,
  to: (engagement: Engagement) => Engagement,
): Interaction => ({
  ...interaction,
  engagements: interaction.engagements.map((engagement) =>
    engagement.agent.id === agentId ? to(engagement) : engagement,
  ),
});

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
    change(interaction, agentId, (engagement) => ({...engagement, readAt})),
  'interaction.transferred': (interaction, {to, how}) =>
    how === 'blind' || to.kind !== 'agent'
      ? interaction
      : change(interaction, to.agentId, (engagement) => ({...engagement, role: 'owner'})),
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
    change(interaction, agentId, ({wrapUp, ...engagement}) =>
      wrapUp ? {...engagement, wrapUp: {since: wrapUp.since}} : engagement,
    ),
  'wrap-up.submitted': (interaction, {agentId, reasonIds, at}) =>
    change(interaction, agentId, (engagement) => ({
      ...lasting(engagement),
      phase: 'done',
      since: at,
      left: 'ended',
      wrapUpReasonIds: reasonIds,
    })),
  'call.muted': muted(true),
  'call.unmuted': muted(false),
};

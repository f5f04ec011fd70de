import {
  EMPTY_HEADER,
  type AgentId,
  type DeskSnapshot,
  type Interaction,
  type PermitView,
  type Who,
} from '@deskwire/domain';
import type {Centre} from './centre.js';
import {project, projectTenant} from './projection.js';

const mayLookAt = (centre: Pick<Centre, 'agents' | 'interactions'>, who: Who): readonly Interaction[] => {
  const ids =
    who.kind === 'customer'
      ? [who.interactionId]
      : (centre.agents.get(who.agentId)?.work ?? []).map(({interactionId}) => interactionId);
  return ids.flatMap((id) => centre.interactions.get(id) ?? []);
};

/** What `permit` looks at when this caller asks. */
export const permitView = (
  centre: Pick<Centre, 'config' | 'agents' | 'interactions'>,
  who: Who,
): PermitView => {
  const {capabilities, tenant} = centre.config;
  const agent = who.kind === 'agent' ? centre.agents.get(who.agentId) : undefined;
  return {
    capabilities,
    tenant,
    presence: agent?.presence ?? EMPTY_HEADER.presence,
    interactions: new Map(mayLookAt(centre, who).map((interaction) => [interaction.id, interaction])),
    ...(agent ? {profile: agent.profile} : {}),
  };
};

/** What `permit` looks at when this agent asks: the same that their desk knows. */
export const deskView = (centre: Centre, agentId: AgentId): PermitView =>
  permitView(centre, {kind: 'agent', agentId});

/** Everything that this viewer may see now. An unknown agent sees a desk that is signed out. */
export const snapshotFor = (centre: Centre, who: Who): DeskSnapshot => {
  const {capabilities, tenant} = centre.config;
  const agent = who.kind === 'agent' ? centre.agents.get(who.agentId) : undefined;
  return {
    viewer: who,
    capabilities,
    tenant: projectTenant(tenant, who),
    ...(agent ? {profile: agent.profile} : {}),
    presence: agent?.presence ?? EMPTY_HEADER.presence,
    handset: agent?.handset ?? EMPTY_HEADER.handset,
    interactions: mayLookAt(centre, who).map((interaction) => project(interaction, who)),
  };
};

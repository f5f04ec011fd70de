import {isOpen, type Interaction, type QueueId, type Target, type TenantConfig} from '@deskwire/domain';

/** The queue that a target stands for; undefined where it stands for none. */
export const queueIdOf = (to: Target, {entryPoints}: TenantConfig): QueueId | undefined => {
  if (to.kind === 'queue') return to.queueId;
  return to.kind === 'entry-point' ? entryPoints.find(({id}) => id === to.entryPointId)?.queueId : undefined;
};

/** The queue in which a consult still looks for an agent; it follows from the talk, so that nothing else remembers it. */
export const soughtIn = ({talk, engagements}: Interaction, tenant: TenantConfig): QueueId | undefined =>
  talk.kind === 'consult-requested' && !engagements.some((one) => one.role === 'consulted' && isOpen(one))
    ? queueIdOf(talk.target, tenant)
    : undefined;

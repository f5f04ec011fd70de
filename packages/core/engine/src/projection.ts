import {
  createTenant,
  engagementOf,
  isOpen,
  legState,
  type Engagement,
  type EntryPoint,
  type FactType,
  type FlowVariable,
  type Interaction,
  type Talk,
  type TenantConfig,
  type Who,
} from '@deskwire/domain';

/** Whether this viewer sees the interaction: an agent while their engagement is open, a customer their own. */
export const isInvolved = (interaction: Interaction, who: Who): boolean => {
  if (who.kind === 'customer') return interaction.id === who.interactionId;
  const engagement = engagementOf(interaction, who.agentId);
  return engagement !== undefined && isOpen(engagement);
};

/** Facts that a customer is told as they are. Whatever else changes what they see is told as `interaction.shown`. */
const TOLD_TO_CUSTOMER: ReadonlySet<FactType> = new Set<FactType>([
  'message.posted',
  'message.redacted',
  'attachment.released',
  'attachment.dropped',
  'message.delivered',
  'message.read',
  'customer.left',
  'customer.returned',
  'customer.updated',
  'interaction.ended',
]);

/** Whether a customer is told this fact as it is. */
export const isToldToCustomer = (type: FactType): boolean => TOLD_TO_CUSTOMER.has(type);

const meetsCustomer = ({phase, role}: Engagement): boolean => phase === 'active' && role !== 'consulted';

/** Who is with the customer now: the name and since when, nothing about offers, wrap-up or the agent's station. */
const presentAgent = ({agent, role, since, acceptedAt = since}: Engagement): Engagement => ({
  agent: {id: agent.id, name: agent.name},
  role,
  phase: 'active',
  since: acceptedAt,
  acceptedAt,
});

/** A customer hears somebody, waits on hold, or hears nobody; with whom the agent consults is not theirs to know. */
const talkForCustomer = (interaction: Interaction): Talk => {
  const {talk, legs} = interaction;
  if (talk.kind === 'none' || talk.kind === 'together') return talk;
  const leg = legs.find(({party}) => party.kind === 'customer');
  if (!leg || !('heldSince' in talk) || legState(interaction, leg) !== 'held') {
    return {kind: 'together', since: talk.since};
  }
  return {kind: 'hold', since: talk.heldSince, heldSince: talk.heldSince};
};

const forCustomer = (interaction: Interaction): Interaction => {
  const {id, channel, origin, customer, dnis, createdAt, legs, engagements, content, ending} = interaction;
  return {
    id,
    channel,
    origin,
    customer,
    ...(dnis === undefined ? {} : {dnis}),
    createdAt,
    legs: legs.filter(({party}) => party.kind === 'customer'),
    talk: talkForCustomer(interaction),
    engagements: engagements.filter(meetsCustomer).map(presentAgent),
    recording: {state: 'off'},
    cad: [],
    content,
    ...(ending ? {ending} : {}),
  };
};

/** An interaction as this viewer may see it. */
export const project = (interaction: Interaction, who: Who): Interaction =>
  who.kind === 'agent' ? interaction : forCustomer(interaction);

/** The tenant as a customer's page needs it: its name, its language, and what may be sent. */
const tenantForCustomer = ({id, name, language, chat, cardData}: TenantConfig): TenantConfig =>
  createTenant({id, name, language, cardData, chat: {attachments: chat.attachments, responses: []}});

const isSecret = ({secure, value}: FlowVariable): boolean => secure && value !== undefined;

/** What a flow sets in a secure variable is for whoever has the contact, and stands in no desk's configuration. */
const withoutSecret = (point: EntryPoint): EntryPoint =>
  point.variables?.some(isSecret)
    ? {...point, variables: point.variables.map((one) => (isSecret(one) ? {...one, value: ''} : one))}
    : point;

const tenantForAgent = (tenant: TenantConfig): TenantConfig => ({
  ...tenant,
  entryPoints: tenant.entryPoints.map(withoutSecret),
});

/** The tenant as this viewer may see it. */
export const projectTenant = (tenant: TenantConfig, who: Who): TenantConfig =>
  who.kind === 'agent' ? tenantForAgent(tenant) : tenantForCustomer(tenant);

import {
  dialStage,
  engagementOf,
  isOpen,
  selectAgentId,
  type Ask,
  type CadType,
  type Campaign,
  type DeskState,
  type DialStage,
  type Instant,
  type Interaction,
  type InteractionId,
  type Label,
  type Verdict,
} from '@deskwire/domain';
import {controlOf, selectRules, type Control} from '@deskwire/kit';

/** One of admin's fields of a contact. Without a value it is not set; a masked one is not even in the view. */
export interface ContactField {
  readonly name: string;
  readonly label: Label;
  readonly type: CadType;
  readonly secure: boolean;
  readonly value?: string;
  /** A secure value is there. */
  readonly masked: boolean;
}

/** The contact that the agent looks at or calls. */
export interface ContactView {
  readonly interactionId: InteractionId;
  readonly stage: DialStage;
  /** Since when something rings. */
  readonly ringsSince?: Instant;
  readonly campaign: string;
  readonly name?: string;
  readonly number?: string;
  readonly fields: readonly ContactField[];
  /** When the agent got it. */
  readonly since: Instant;
  readonly onDeskPhone: boolean;
  readonly call: Control;
  readonly skip: Control;
  readonly cancel: Control;
}

/** What the widget shows. */
export interface CampaignView {
  /** Those that the agent's team works on. */
  readonly campaigns: readonly Pick<Campaign, 'id' | 'name'>[];
  /** Whether a further contact can be asked for. */
  readonly next: Control;
  readonly contact?: ContactView;
}

/** How the widget asks what is allowed. */
export type Permit = (ask: Ask) => Verdict;

/** The campaign contact that the agent has and does not talk to yet; the newest, should there be several. */
export const selectContact = (state: DeskState): Interaction | undefined => {
  const own = selectAgentId(state);
  return [...state.interactions.values()]
    .filter((one) => one.origin === 'campaign' && dialStage(one, own) !== undefined)
    .reduce<Interaction | undefined>(
      (newest, one) => (newest && newest.createdAt >= one.createdAt ? newest : one),
      undefined,
    );
};

/** What of the desk changes what is shown and allowed: the contact, the rules, and the agent's other calls. */
export const selectAround = (state: DeskState): readonly unknown[] => {
  const own = selectAgentId(state);
  const calls = [...state.interactions.values()].flatMap((one) => {
    const engagement = one.channel === 'voice' ? engagementOf(one, own) : undefined;
    return engagement && isOpen(engagement) ? [one.id, engagement.phase] : [];
  });
  return [selectContact(state), ...selectRules(state), calls.join()];
};

/** What became of a contact that is no longer in front of the agent: they talk to it, or it is over. */
export const isAccepted = (state: DeskState, id: InteractionId): boolean => {
  const interaction = state.interactions.get(id);
  return interaction !== undefined && engagementOf(interaction, selectAgentId(state))?.phase === 'active';
};

const fieldsOf = (campaign: Campaign | undefined, {cad}: Interaction): readonly ContactField[] =>
  (campaign?.fields ?? []).map(({name, label}) => {
    const {type = 'string', secure = false, value = ''} = cad.find((one) => one.name === name) ?? {};
    const masked = secure && value !== '';
    return {name, label, type, secure, masked, ...(value !== '' && !secure && {value})};
  });

const ringsSince = ({legs}: Interaction): Instant | undefined =>
  legs.find(({presence}) => presence === 'ringing')?.since;

const contactOf = (
  {tenant, profile}: DeskState,
  interaction: Interaction,
  stage: DialStage,
  permit: Permit,
): ContactView => {
  const {id: interactionId, customer, campaignId, createdAt: since} = interaction;
  const campaign = tenant?.campaigns.find(({id}) => id === campaignId);
  const control = (type: Ask['type']): Control => controlOf(permit({type, interactionId}));
  const rings = ringsSince(interaction);
  return {
    ...{interactionId, stage, since},
    ...(rings !== undefined && {ringsSince: rings}),
    campaign: campaign?.name ?? '',
    ...(customer.name?.trim() && {name: customer.name}),
    ...(customer.number?.trim() && {number: customer.number}),
    fields: fieldsOf(campaign, interaction),
    onDeskPhone: profile?.station.kind === 'desk-phone',
    call: control('campaign.call'),
    skip: control('campaign.skip'),
    cancel: control('outdial.cancel'),
  };
};

/**
 * What the icon and its dialog show.
 * @returns Undefined where there is nothing to show: the team has no preview campaign, or the agent may not work on one.
 */
export const viewCampaign = (state: DeskState, permit: Permit): CampaignView | undefined => {
  const {tenant, profile} = state;
  const campaigns = (tenant?.campaigns ?? []).filter(({teams}) => profile && teams.includes(profile.team.id));
  const next = controlOf(permit({type: 'campaign.next'}));
  const interaction = selectContact(state);
  const stage = interaction && dialStage(interaction, selectAgentId(state));
  if (interaction && stage) return {campaigns, next, contact: contactOf(state, interaction, stage, permit)};
  return campaigns.length > 0 && next.shown ? {campaigns, next} : undefined;
};

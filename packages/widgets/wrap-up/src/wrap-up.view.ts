import {
  customerName,
  engagementOf,
  hasFeature,
  selectAgentId,
  type Ask,
  type Channel,
  type DeskState,
  type Engagement,
  type Instant,
  type Interaction,
  type InteractionId,
  type Label,
  type Reason,
  type Refusal,
  type TenantConfig,
  type Verdict,
} from '@deskwire/domain';
import {controlOf} from '@deskwire/kit';

/** Automatic wrap-up: what is submitted by itself, and when. */
export interface CountdownView {
  readonly deadline: Instant;
  /** The whole length in milliseconds, for the bar. */
  readonly total: number;
  readonly label?: Label;
  /** Whether "Cancel" is offered. */
  readonly cancellable: boolean;
}

/** The wrap-up of one contact. */
export interface WrapUpView {
  readonly interactionId: InteractionId;
  readonly channel: Channel;
  readonly customer: string;
  readonly queue?: string;
  readonly since: Instant;
  readonly reasons: readonly Reason[];
  readonly multiple: boolean;
  /** Those of the chosen ones that are offered. */
  readonly chosen: readonly string[];
  readonly countdown?: CountdownView;
  /** How many more wrap-ups wait behind this one. */
  readonly waiting: number;
  /** Why nothing can be submitted; absent: it can, once a reason is chosen. */
  readonly refusal?: Refusal;
}

/** How the dialog asks what is allowed. */
export type Permit = (ask: Ask) => Verdict;

const isWrappingUp = (interaction: Interaction, agentId: string | undefined): boolean =>
  engagementOf(interaction, agentId)?.phase === 'wrap-up';

/** What the agent has to wrap up, the oldest first. */
export const selectWrapUpIds = (state: DeskState): readonly InteractionId[] => {
  const own = selectAgentId(state);
  const since = (interaction: Interaction) => engagementOf(interaction, own)?.since ?? 0;
  return [...state.interactions.values()]
    .filter((interaction) => isWrappingUp(interaction, own))
    .sort((a, b) => since(a) - since(b) || (a.id < b.id ? -1 : 1))
    .map(({id}) => id);
};

/**
 * Whether the agent must be told to hang up: the handset of a desk phone is off the hook, and no call is the reason
 * for it (END-5).
 */
export const selectHandsetNotice = (state: DeskState): boolean => {
  if (!state.handset.offHook || state.profile?.station.kind !== 'desk-phone') return false;
  const own = selectAgentId(state);
  return ![...state.interactions.values()].some((interaction) => {
    const phase = engagementOf(interaction, own)?.phase;
    return interaction.channel === 'voice' && phase !== undefined && phase !== 'wrap-up' && phase !== 'done';
  });
};

const reasonsOf = (tenant: TenantConfig, channel: Channel): readonly Reason[] => {
  const {reasonIds} = tenant.wrapUp[channel];
  return reasonIds
    ? reasonIds.flatMap((id) => tenant.wrapUpReasons.find((reason) => reason.id === id) ?? [])
    : tenant.wrapUpReasons;
};

const countdownOf = (
  {wrapUp}: Engagement,
  reasons: readonly Reason[],
  cancellable: boolean,
): CountdownView | undefined => {
  if (wrapUp?.deadline === undefined) return undefined;
  const label = reasons.find(({id}) => id === wrapUp.defaultReasonId)?.label;
  return {
    deadline: wrapUp.deadline,
    total: wrapUp.deadline - wrapUp.since,
    cancellable,
    ...(label === undefined ? {} : {label}),
  };
};

const verdicts = (permit: Permit, interactionId: InteractionId) => {
  const submit = controlOf(permit({type: 'wrap-up.submit', interactionId}));
  const extend = controlOf(permit({type: 'wrap-up.extend', interactionId}));
  return {
    refusal: submit.shown ? submit.refusal : undefined,
    cancellable: extend.shown && !extend.refusal,
  };
};

/**
 * What the dialog shows of one contact. Everything but `chosen` follows from the desk's state, so that a reload shows
 * the same dialog with the time that is left (END-4).
 * @param chosen Reasons that the agent has chosen and not yet submitted.
 * @returns Undefined where the agent has nothing to wrap up there.
 */
export const viewWrapUp = (
  state: DeskState,
  interaction: Interaction | undefined,
  chosen: readonly string[],
  permit: Permit,
): WrapUpView | undefined => {
  const {tenant, capabilities} = state;
  const own = selectAgentId(state);
  const engagement = interaction && engagementOf(interaction, own);
  if (!tenant || !interaction || engagement?.phase !== 'wrap-up') return undefined;
  const {channel, queue, id} = interaction;
  const reasons = reasonsOf(tenant, channel);
  const {refusal, cancellable} = verdicts(permit, id);
  const countdown = countdownOf(engagement, tenant.wrapUpReasons, cancellable);
  return {
    interactionId: id,
    channel,
    customer: customerName(interaction),
    ...(queue ? {queue: queue.name} : {}),
    since: engagement.wrapUp?.since ?? engagement.since,
    reasons,
    multiple: tenant.wrapUp[channel].multiple && hasFeature(capabilities, 'multi-wrap-up'),
    chosen: chosen.filter((reasonId) => reasons.some((reason) => reason.id === reasonId)),
    ...(countdown ? {countdown} : {}),
    waiting: selectWrapUpIds(state).filter((other) => other !== id).length,
    ...(refusal ? {refusal} : {}),
  };
};

/** How much of the countdown is left, 1 to 0, for the bar. */
export const shareLeft = ({deadline, total}: CountdownView, now: Instant): number =>
  total > 0 ? Math.min(1, Math.max(0, (deadline - now) / total)) : 0;

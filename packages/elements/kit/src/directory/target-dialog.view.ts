import {
  engagementOf,
  isHidden,
  selectAgentId,
  type DeskState,
  type Interaction,
  type Refusal,
  type Verdict,
} from '@deskwire/domain';

/** What a dialog about a contact's target shows. */
export type TargetDialogView =
  /** Nothing is known of the contact, or not yet. */
  | {readonly kind: 'unknown'}
  /** There is nothing to choose any more: the contact is with nobody here, or the profile never allowed it. */
  | {readonly kind: 'over'}
  /** `refusal`: why nothing can be sent just now. */
  | {readonly kind: 'open'; readonly refusal?: Refusal};

/** Whether the dialog stands, by what the desk knows of the contact and what `permit` says. */
export const viewTargetDialog = (
  state: Pick<DeskState, 'viewer'>,
  interaction: Interaction | undefined,
  verdict: Verdict | undefined,
): TargetDialogView => {
  if (!interaction || !verdict) return {kind: 'unknown'};
  const engagement = engagementOf(interaction, selectAgentId(state));
  if (engagement?.phase !== 'active' || interaction.ending || isHidden(verdict)) return {kind: 'over'};
  return verdict.ok ? {kind: 'open'} : {kind: 'open', refusal: verdict.refusal};
};

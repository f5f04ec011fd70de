import type {InteractionId} from '@deskwire/domain';
import type {ActState, FailedOutcome} from '@deskwire/kit';

import type {CampaignView} from './campaign.view.js';
import {overText, type Words} from './campaign.words.js';
import type {DialogBody} from './dialog.scene.js';

/** What the dialog follows from, beside what the desk knows. */
export interface DialogParts {
  readonly words: Words;
  /** How the request for a contact is doing. */
  readonly next: ActState;
  /** Why there is no contact any more. */
  readonly over: 'skipped' | 'gone' | undefined;
  /** The campaign that a contact was last had of, or asked for. */
  readonly campaignId: string | undefined;
  /** Why the last call to a contact failed. */
  failure(id: InteractionId): FailedOutcome | undefined;
}

/** The name of the campaign that the agent works on. */
export const campaignName = (view: CampaignView | undefined, campaignId: string | undefined): string =>
  view?.campaigns.find(({id}) => id === campaignId)?.name ?? '';

/** What stands in the dialog; undefined: it has nothing to show. A refusal that the list is done is no failure. */
export const dialogBody = (view: CampaignView | undefined, parts: DialogParts): DialogBody | undefined => {
  if (!view) return undefined;
  const {contact} = view;
  if (contact) {
    const failure = parts.failure(contact.interactionId);
    return {kind: 'contact', contact, ...(failure && {failure})};
  }
  const {words, next, campaignId} = parts;
  if (next.pending) return {kind: 'fetching'};
  const over = next.refusal?.code === 'DW_CAMPAIGN_EMPTY' ? 'skipped' : parts.over;
  if (!over) return next.refusal && {kind: 'refused', refusal: next.refusal};
  const again = over === 'gone' && campaignId !== undefined && view.next.shown && !view.next.refusal;
  return {kind: 'over', again, text: overText(words, over, campaignName(view, campaignId))};
};

import {css} from 'lit';
import type {DeskState} from '@deskwire/domain';
import {announcerFor, LateElement, lateStyles, lazily, type Need} from '@deskwire/kit';

import type {CampaignBody} from './campaign.body.js';

/** Loads the icon, and what opens from it. */
export const loadCampaign = lazily(() => import('./campaign.body.js'));

const hostStyles = css`
  :host {
    display: inline-block;
    max-inline-size: 100%;
  }
`;

/**
 * The campaign-contact icon and its dialog: gets the next contact of a preview campaign, shows who it is, calls or skips
 * it, and tells how the call goes until the customer answers. The dialog opens when the agent presses the icon and at no
 * other time; closing it loses nothing. It shows nothing to agents whose team has no preview campaign,
 * and loads nothing for them before the page is idle.
 *
 * @element dw-campaign
 * @csspart button - The icon.
 * @csspart menu - The surface with the campaigns to choose from.
 * @csspart dialog - The dialog with the contact.
 * @fires dw-campaign-next-request - Before a contact is fetched; cancelable.
 * @fires dw-campaign-next-done - A contact is there.
 * @fires dw-campaign-call-request - Before the contact is called; cancelable.
 * @fires dw-campaign-call-done - The contact is being called.
 * @fires dw-campaign-skip-request - Before the contact is skipped; cancelable.
 * @fires dw-campaign-skip-done - The contact was skipped.
 * @fires dw-campaign-cancel-request - Before the call, or the contact that is not called yet, is cancelled; cancelable.
 * @fires dw-campaign-cancel-done - The call is over, or the contact has gone back to its list.
 */
export class CampaignElement extends LateElement<CampaignBody> {
  static override styles = [lateStyles, hostStyles];

  protected override readonly later = loadCampaign;

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.body?.leave();
  }

  /** Opens the dialog with the contact that the agent has, for a person who asked for it; without one it does nothing. */
  open(): void {
    this.within((body) => {
      body.open();
    });
  }

  /** Closes the dialog. The contact stays with the agent. */
  close(): void {
    this.body?.close();
  }

  protected override needOf({tenant, profile}: DeskState): Need {
    const isOfTeam = tenant?.campaigns.some(({teams}) => profile && teams.includes(profile.team.id));
    return isOfTeam ? 'now' : 'none';
  }
}

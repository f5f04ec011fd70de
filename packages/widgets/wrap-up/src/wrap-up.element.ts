import {css} from 'lit';
import {property} from 'lit/decorators.js';
import type {DeskState, InteractionId} from '@deskwire/domain';
import {announcerFor, LateElement, lateStyles, lazily, needByPhase, type Need} from '@deskwire/kit';

/** Loads the inside: the form, and the list of reasons in it. */
export const loadWrapUp = lazily(() => import('./wrap-up.body.js'));

const hostStyles = css`
  :host {
    max-inline-size: 400px;
  }
`;

/**
 * The wrap-up dialog: choose what the contact was about and submit it, or let the countdown do so. It appears by itself
 * when a contact of this agent ends, takes no focus, and does not close before it is submitted.
 *
 * It shows the contact that waits longest, or the one whose id is set.
 *
 * @element dw-wrap-up
 * @csspart dialog - The surface.
 * @fires dw-wrap-up-request - Before the wrap-up is submitted; cancelable.
 * @fires dw-wrap-up-done - The wrap-up was submitted by the agent.
 * @fires dw-extend-wrap-up-request - Before the countdown is cancelled; cancelable.
 * @fires dw-extend-wrap-up-done - No countdown runs any more.
 */
export class WrapUpElement extends LateElement {
  static override styles = [lateStyles, hostStyles];

  /** The contact to wrap up; unset, the one that waits longest. */
  @property({attribute: false}) interactionId: InteractionId | undefined;

  protected override readonly later = loadWrapUp;

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  /** A contact that is handled will be wrapped up; a handset that is off the hook may have to be hung up. */
  protected override needOf(state: DeskState): Need {
    const need = needByPhase(state, {active: 'soon', 'wrap-up': 'now'});
    return need === 'none' && state.handset.offHook ? 'soon' : need;
  }
}

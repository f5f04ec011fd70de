import {property} from 'lit/decorators.js';
import type {DeskState, InteractionId} from '@deskwire/domain';
import {announcerFor, LateElement, lateStyles, lazily, needByPhase, type Need} from '@deskwire/kit';

/** Loads what is in the guide; most calls have none. */
export const loadCallGuide = lazily(() => import('./call-guide.body.js'));

/**
 * The call guide of a campaign contact: question by question, the next one by the answer, back at any time, and a summary
 * before it is submitted. What was answered stays when the agent turns to another task, and over a reload.
 *
 * It shows the newest contact with a guide that the agent talks to or wraps up, or the one whose id is set; where there is
 * none it shows nothing.
 *
 * @element dw-call-guide
 * @csspart card - The surface.
 * @csspart reminder - What is said while a contact without a submitted guide is wrapped up.
 * @fires dw-call-guide-submit-request - Before the answers are submitted; cancelable.
 * @fires dw-call-guide-submit-done - The answers were submitted.
 */
export class CallGuideElement extends LateElement {
  static override styles = [lateStyles];

  /** The contact whose guide is shown; unset, the newest that has one. */
  @property({attribute: false}) interactionId: InteractionId | undefined;

  protected override readonly later = loadCallGuide;

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  protected override needOf(state: DeskState): Need {
    return needByPhase(
      state,
      {connecting: 'soon', offered: 'soon', active: 'now', 'wrap-up': 'now'},
      ({campaignId}) => state.tenant?.campaigns.some(({id, guide}) => id === campaignId && guide) ?? false,
    );
  }
}

import {html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {DeskState, InteractionId} from '@deskwire/domain';
import {
  announcerFor,
  LateElement,
  lateStyles,
  lazily,
  needByPhase,
  surfaceStyles,
  type Need,
} from '@deskwire/kit';

import type {EmailBody} from './email-composer.body.js';

/** Loads the mail and its answer; the editor of formatted mails follows when Reply or Reply all is first wanted. */
export const loadEmailComposer = lazily(() => import('./email-composer.body.js'));

/**
 * The customer's mail, its thread, and the answer: a quick one in plain text, or a formatted one to the sender or to
 * everybody, with templates, files and images. Mail in HTML is shown without scripts, and without remote images until
 * they are allowed. What is not sent is kept per contact and way of answering, and survives a reload; a mail that was
 * called back, or that the mail server did not take, comes back as it was.
 *
 * It follows the agent's newest active mail, or the one whose id is set. Without one it shows the `empty` slot. Ctrl or
 * Command with Enter sends.
 *
 * Whoever wants a transfer says so with `dw-transfer-open`; the page forwards it to its transfer dialog:
 * `desk.addEventListener('dw-transfer-open', ({detail}) => dialog.open(detail.interactionId))`.
 *
 * @element dw-email-composer
 * @slot empty - Shown while there is no mail.
 * @csspart pane - Both cards.
 * @csspart original - The card with the mail that is answered.
 * @csspart composer - The card with the answer.
 * @fires dw-mail-send-request - Before a mail is sent; cancelable, and the draft stays.
 * @fires dw-mail-send-done - The mail was taken.
 * @fires dw-mail-recall-request - Before a mail is called back; cancelable.
 * @fires dw-mail-recall-done - The mail has not left, and its draft is there again.
 * @fires dw-transfer-open - The page should open its transfer dialog for the mail.
 * @fires dw-end-request - Before the contact is ended without a reply; cancelable.
 * @fires dw-end-done - The contact has ended.
 */
export class EmailComposerElement extends LateElement<EmailBody> {
  static override styles = [surfaceStyles, lateStyles];

  /** The mail contact to show; unset, the pane follows the agent's newest active one. */
  @property({attribute: false}) interactionId: InteractionId | undefined;

  protected override readonly later = loadEmailComposer;

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  protected override renderNothing(): TemplateResult {
    return html`<slot name="empty"></slot>`;
  }

  protected override needOf(state: DeskState): Need {
    if (this.interactionId !== undefined) return 'now';
    return needByPhase(
      state,
      {connecting: 'soon', offered: 'soon', active: 'now', 'wrap-up': 'now'},
      ({channel}) => channel === 'email',
    );
  }
}

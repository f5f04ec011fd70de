import {html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {DeskState, InteractionId} from '@deskwire/domain';
import {announcerFor, LateElement, lateStyles, lazily, needByPhase, type Need} from '@deskwire/kit';

import type {ShortcutMap} from './shortcuts.js';

/** Loads the inside: the panes, and all that can be done in them. */
export const loadInteractionControl = lazily(() => import('./interaction-control.body.js'));

/**
 * The interaction control pane of a call: who it is, how long it lasts, what state it is in, and what can be done. In a
 * consult there is one pane per party; a conference is one pane for all.
 *
 * It follows the agent's newest active call, or the one whose id is set. Without a call it shows the `empty` slot.
 * "Consult" and "Transfer" send nothing: they ask the page to open its dialog.
 *
 * @element dw-interaction-control
 * @slot empty - Shown while there is no call.
 * @csspart pane - A card: one per party of a consult, else one.
 * @fires dw-consult-open - The page should open its consult dialog for the call.
 * @fires dw-transfer-open - The page should open its transfer dialog for the call.
 * @fires dw-hold-request - Before the customer is put on hold; cancelable.
 * @fires dw-hold-done - The customer is on hold.
 * @fires dw-resume-request - Before the customer is taken off hold; cancelable.
 * @fires dw-resume-done - The customer is off hold.
 * @fires dw-end-request - Before the call is ended; cancelable.
 * @fires dw-end-done - The call has ended.
 * @fires dw-cancel-consult-request - Before a requested consult is withdrawn; cancelable.
 * @fires dw-cancel-consult-done - The consult was withdrawn.
 * @fires dw-hold-consult-request - Before the consulted party is put on hold; cancelable.
 * @fires dw-hold-consult-done - The consulted party is on hold.
 * @fires dw-resume-consult-request - Before the consulted party is taken off hold; cancelable.
 * @fires dw-resume-consult-done - The consulted party is off hold.
 * @fires dw-end-consult-request - Before the consult is ended or left; cancelable.
 * @fires dw-end-consult-done - The consult is over for this agent.
 * @fires dw-transfer-consult-request - Before the call is handed to the consulted party; cancelable.
 * @fires dw-transfer-consult-done - The consulted party has the call.
 * @fires dw-start-conference-request - Before the consult becomes a conference; cancelable.
 * @fires dw-start-conference-done - The conference has begun.
 * @fires dw-transfer-conference-request - Before the conference is handed to the others; cancelable.
 * @fires dw-transfer-conference-done - The others go on without this agent.
 * @fires dw-end-conference-request - Before the conference is ended or left; cancelable.
 * @fires dw-end-conference-done - The conference is over for this agent.
 * @fires dw-pause-recording-request - Before recording is paused; cancelable.
 * @fires dw-pause-recording-done - Recording is paused.
 * @fires dw-start-recording-request - Before recording starts again; cancelable.
 * @fires dw-start-recording-done - Recording runs again.
 * @fires dw-mute-request - Before the agent's microphone is muted; cancelable.
 * @fires dw-mute-done - The microphone is muted.
 * @fires dw-unmute-request - Before the agent's microphone is live again; cancelable.
 * @fires dw-unmute-done - The microphone is live.
 * @fires dw-send-digits-request - Before in-call digits are sent; cancelable. It does not say which.
 * @fires dw-send-digits-done - In-call digits were sent.
 */
export class InteractionControlElement extends LateElement {
  static override styles = [lateStyles];

  /** The call to show; unset, the pane follows the agent's newest active one. */
  @property({attribute: false}) interactionId: InteractionId | undefined;
  /** Keys by what they do, e.g. `{hold: 'Alt+Shift+H', end: false}`; what is left out keeps its default; `false`: none. */
  @property({attribute: false}) shortcuts: Partial<ShortcutMap> | false = {};

  protected override readonly later = loadInteractionControl;

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  /** What is shown while there is no call. */
  protected override renderNothing(): TemplateResult {
    return html`<slot name="empty"></slot>`;
  }

  protected override needOf(state: DeskState): Need {
    if (this.interactionId !== undefined) return 'now';
    return needByPhase(
      state,
      {connecting: 'soon', offered: 'soon', active: 'now', 'wrap-up': 'now'},
      ({channel}) => channel === 'voice',
    );
  }
}

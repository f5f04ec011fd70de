import {css, html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {selectAgentId, type DeskState, type Interaction, type InteractionId} from '@deskwire/domain';
import {announcerFor, LateElement, lateStyles, lazily, needByPhase, type Need} from '@deskwire/kit';

/** Loads the pane: the conversation, the box to answer in, and what can be done with the chat as a whole. */
export const loadChatBody = lazily(() => import('./chat-pane.body.js'));

/** The page may give it any height; the log takes what is left. */
const hostStyles = css`
  :host {
    block-size: 560px;
    min-block-size: 320px;
  }
`;

const isChat = ({channel}: Interaction): boolean => channel === 'chat' || channel === 'social';

/**
 * The conversation with a chat customer: who it is, everything that was said, the assistant's part included, and a box to
 * answer in, with files and canned responses. A colleague can be asked to join, and the chat can be passed on. What is not
 * sent is kept per conversation, and survives a reload.
 *
 * It follows the agent's newest active chat, or the one whose id is set. Without a chat it shows the `empty` slot.
 *
 * Whoever wants a transfer says so with `dw-transfer-open`; the page forwards it to its transfer dialog:
 * `desk.addEventListener('dw-transfer-open', ({detail}) => dialog.open(detail.interactionId))`.
 *
 * @element dw-chat-pane
 * @slot empty - Shown while there is no chat.
 * @csspart pane - The card.
 * @fires dw-message-request - Before a message is sent; cancelable, and the text stays in the box.
 * @fires dw-message-done - The message is in the conversation.
 * @fires dw-start-conference-request - Before a colleague is asked to join; cancelable.
 * @fires dw-start-conference-done - A colleague is asked to join.
 * @fires dw-cancel-conference-request - Before that is taken back; cancelable.
 * @fires dw-cancel-conference-done - It is taken back.
 * @fires dw-end-conference-request - Before the conference is ended by agent 1, or left by agent 2; cancelable.
 * @fires dw-end-conference-done - The conference is over, or left.
 * @fires dw-conference-closed - The conference dialog was closed.
 * @fires dw-transfer-open - The page should open its transfer dialog for the chat.
 * @fires dw-end-request - Before the chat is ended; cancelable.
 * @fires dw-end-done - The chat has ended.
 */
export class ChatPaneElement extends LateElement {
  static override styles = [lateStyles, hostStyles];

  /** The chat to show; unset, the pane follows the agent's newest active one. */
  @property({attribute: false}) interactionId: InteractionId | undefined;

  protected override readonly later = loadChatBody;

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  protected override renderNothing(): TemplateResult {
    return html`<slot name="empty"></slot>`;
  }

  /** A chat that rings will be answered here. */
  protected override needOf(state: DeskState): Need {
    if (this.interactionId !== undefined && selectAgentId(state) !== undefined) return 'now';
    return needByPhase(state, {connecting: 'soon', offered: 'soon', active: 'now', 'wrap-up': 'now'}, isChat);
  }
}

import {html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {DeskState, InteractionId} from '@deskwire/domain';
import {LateElement, lateStyles, lazily, needByPhase, type Need} from '@deskwire/kit';

import {chatHostStyles} from './chat-pane.host.styles.js';

/** Loads the inside of the pane: the conversation and the box to answer in. */
export const loadChatPane = lazily(() => import('./chat-pane.body.js'));

/**
 * The conversation with a chat customer: who it is, everything that was said, the assistant's part included, and a box
 * to answer in. Drafts are kept per conversation for as long as the element lives.
 *
 * It follows the agent's newest active chat, or the one whose id is set. Without a chat it shows the `empty` slot.
 *
 * @element dw-chat-pane
 * @slot empty - Shown while there is no chat.
 * @csspart pane - The card.
 * @fires dw-message-request - Before a message is sent; cancelable, and the text stays in the box.
 * @fires dw-message-done - The message is in the conversation.
 * @fires dw-end-request - Before the chat is ended; cancelable.
 * @fires dw-end-done - The chat has ended.
 */
export class ChatPaneElement extends LateElement {
  static override styles = [lateStyles, chatHostStyles];

  /** The chat to show; unset, the pane follows the agent's newest active one. */
  @property({attribute: false}) interactionId: InteractionId | undefined;

  protected override readonly later = loadChatPane;

  /** What is shown while there is no chat. */
  protected override renderNothing(): TemplateResult {
    return html`<slot name="empty"></slot>`;
  }

  protected override needOf(state: DeskState): Need {
    if (this.interactionId !== undefined) return 'now';
    return needByPhase(
      state,
      {connecting: 'soon', offered: 'soon', active: 'now', 'wrap-up': 'now'},
      ({content}) => content.kind === 'chat',
    );
  }
}

import {property} from 'lit/decorators.js';
import {selectAgentId, type DeskState, type InteractionId} from '@deskwire/domain';
import {StreamController} from '@deskwire/kit';

import {HistoryBase} from './history.base.js';
import {followedContact, type HistoryScope} from './history.view.js';

const selectFollowed = (desk: DeskState): InteractionId | undefined =>
  followedContact(desk, selectAgentId(desk));

/**
 * Earlier contacts of the customer with whom the agent has to do now, newest first, whoever had them. A chat opens its
 * transcript, a mail its correspondence, a call its facts with what its call guide brought, in place of the list.
 *
 * It follows the contact that the agent handles, or the one whose id is set.
 *
 * @element dw-contact-history
 * @csspart card - The surface.
 * @csspart tabs - The tabs.
 * @csspart list - What scrolls.
 * @csspart row - One contact.
 * @csspart content - A contact that was opened.
 * @fires {HistoryOpenEvent} dw-history-open - Before a contact is opened in place; cancelable, for a page that shows it itself.
 * @fires {OutdialRequestEvent} dw-outdial-request - Before a number is called; cancelable.
 * @fires {OutdialDoneEvent} dw-outdial-done - The call is being made.
 * @fires {OutdialFailedEvent} dw-outdial-failed - The call came to nothing.
 */
export class ContactHistoryElement extends HistoryBase {
  /** Whose customer's history is shown; unset, it follows the contact that the agent handles. */
  @property({attribute: false}) interactionId: InteractionId | undefined;

  protected readonly scope: HistoryScope = 'customer';

  readonly #followed = new StreamController(this, selectFollowed);

  protected customerOf(): InteractionId | undefined {
    return this.interactionId ?? this.#followed.value;
  }
}

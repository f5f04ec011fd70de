import type {InteractionId} from '@deskwire/domain';

import {HistoryBase} from './history.base.js';
import type {HistoryScope} from './history.view.js';

/**
 * The agent's own past contacts, newest first, day by day: who, which queue, when, for how long, what it came to. A number
 * can be called from here, or edited first. A chat opens its transcript, a mail its correspondence, a call its facts, in
 * place of the list. It brings itself up to date when one of the agent's contacts is done; nothing moves under a person.
 *
 * The list is one stop of Tab: arrows, Home, End, Page Up and Page Down move, Enter opens, the arrows across reach what a
 * row offers.
 *
 * @element dw-history
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
export class HistoryElement extends HistoryBase {
  protected readonly scope: HistoryScope = 'mine';

  protected customerOf(): InteractionId | undefined {
    return undefined;
  }
}

import {RequestEvent} from '@deskwire/kit';
import type {InteractionId} from '@deskwire/domain';

import type {HistoryKind} from './history.view.js';

/** What `dw-history-open` carries. */
export interface HistoryOpenDetail {
  readonly interactionId: InteractionId;
  /** What there is to see: a transcript, a correspondence, or the facts of a call. */
  readonly kind: HistoryKind;
}

/** A past contact is about to be opened in place. Prevent it to show it elsewhere, e.g. in a page of the host's own. */
export class HistoryOpenEvent extends RequestEvent<HistoryOpenDetail> {
  constructor(detail: HistoryOpenDetail) {
    super('dw-history-open', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'dw-history-open': HistoryOpenEvent;
  }
}

/** What is kept back of a mail that is shown. */
export interface MailBodyState {
  /** How many images and the like are not fetched because nobody allowed it; 0 where remote content is shown. */
  readonly blocked: number;
  /** Whether earlier mails are quoted in it, which are folded unless `isQuoteShown`. */
  readonly hasQuote: boolean;
}

/** A mail was put up, or put up again: what is kept back of it. It does not bubble. */
export class MailBodyStateEvent extends CustomEvent<MailBodyState> {
  constructor(detail: MailBodyState) {
    super('dw-mail-body-state', {detail});
  }
}

declare global {
  interface HTMLElementEventMap {
    'dw-mail-body-state': MailBodyStateEvent;
  }
}

/**
 * Asks before acting: bubbles, crosses shadow roots, and can be prevented; then nothing is sent. A widget makes one
 * class per event, e.g. `class HoldRequestEvent extends RequestEvent<{interactionId: string}>`.
 */
export class RequestEvent<D> extends CustomEvent<D> {
  constructor(type: string, detail: D) {
    super(type, {detail, bubbles: true, composed: true, cancelable: true});
  }
}

/** Tells afterwards, once the fact is there: bubbles and crosses shadow roots. */
export class DoneEvent<D> extends CustomEvent<D> {
  constructor(type: string, detail: D) {
    super(type, {detail, bubbles: true, composed: true});
  }
}

/**
 * Asks the page to open its transfer dialog for a contact. Every pane that can pass one on fires it; it bubbles and
 * crosses shadow roots.
 */
export class TransferOpenEvent extends CustomEvent<{readonly interactionId: string}> {
  constructor(detail: {readonly interactionId: string}) {
    super('dw-transfer-open', {detail, bubbles: true, composed: true});
  }
}

declare global {
  interface HTMLElementEventMap {
    'dw-transfer-open': TransferOpenEvent;
  }
}

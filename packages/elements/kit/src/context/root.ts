import {clockContext, languageContext, streamContext} from '../contexts.js';

import {ContextRequest, requester, type AnyContext, type IncomingRequest} from './protocol.js';

interface Waiting {
  readonly element: WeakRef<Element>;
  readonly callback: WeakRef<IncomingRequest['callback']>;
}

const OURS: ReadonlySet<unknown> = new Set([streamContext, languageContext, clockContext]);

/** Set on a document that has a root, by whichever bundle came first. */
const FLAG = Symbol.for('deskwire/context-root@1');

/** Whoever is no longer in the page asks again when it comes back. */
const isWaiting = ({element, callback}: Waiting): boolean =>
  callback.deref() !== undefined && (element.deref()?.isConnected ?? false);

const waitFor = (waiting: Map<unknown, Waiting[]>, event: IncomingRequest): void => {
  if (event.subscribe !== true || !OURS.has(event.context)) return;
  const element = requester(event);
  const list = waiting.get(event.context)?.filter(isWaiting) ?? [];
  waiting.set(event.context, list);
  const known = list.some(
    (one) => one.element.deref() === element && one.callback.deref() === event.callback,
  );
  if (!known) list.push({element: new WeakRef(element), callback: new WeakRef(event.callback)});
};

const askAgain = (waiting: Map<unknown, Waiting[]>, context: AnyContext): void => {
  const list = waiting.get(context) ?? [];
  waiting.delete(context);
  for (const one of list) {
    const element = one.element.deref();
    const callback = one.callback.deref();
    if (element?.isConnected && callback) {
      element.dispatchEvent(new ContextRequest(context, element, callback, true));
    }
  }
};

/**
 * Remembers requests that nobody answered, and repeats them when a provider appears. One per document, for our own
 * contexts only: the page's other contexts are none of our business. It holds nobody alive.
 */
export const ensureContextRoot = (document: Document): void => {
  const flagged = document as Document & {[FLAG]?: true};
  if (flagged[FLAG]) return;
  Object.defineProperty(flagged, FLAG, {value: true});
  const waiting = new Map<unknown, Waiting[]>();
  document.addEventListener('context-request', (event) => {
    waitFor(waiting, event as IncomingRequest);
  });
  document.addEventListener('context-provider', (event) => {
    askAgain(waiting, (event as Event & {context: AnyContext}).context);
  });
};

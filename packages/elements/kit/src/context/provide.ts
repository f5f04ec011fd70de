import type {Context} from '@lit/context';

import {
  ContextRequest,
  ProviderAnnouncement,
  requester,
  type ContextCallback,
  type IncomingRequest,
} from './protocol.js';
import {ensureContextRoot} from './root.js';

/** A value that stands at an element for everything below it. */
export interface Provision<T> {
  /** Replaces the value; whoever consumes it is told. */
  set(value: T): void;
  /** Ends it: those who used it ask anew, and get `undefined` where nobody else answers. */
  close(): void;
}

interface Subscriber {
  readonly element: Element;
  readonly release: () => void;
}

/**
 * Provides `value` under `context` to everything below `target`. Unlike Lit's provider it can end, which is what
 * replacing a desk needs. Announces itself at once, so consumers that came earlier are served (HOST-3).
 */
export const provideContext = <T>(
  target: Element,
  context: Context<unknown, T | undefined>,
  value: T | undefined,
): Provision<T | undefined> => {
  const subscribers = new Map<ContextCallback<T | undefined>, Subscriber>();
  let current = value;

  const answer = (event: IncomingRequest): void => {
    const element = requester(event);
    if (event.context !== context || element === target) return;
    event.stopImmediatePropagation();
    const callback = event.callback as ContextCallback<T | undefined>;
    if (event.subscribe !== true) {
      callback(current);
      return;
    }
    const known = subscribers.get(callback);
    const release = known?.release ?? (() => void subscribers.delete(callback));
    subscribers.set(callback, {element, release});
    callback(current, release);
  };

  const askAgain = (): void => {
    for (const [callback, {element}] of [...subscribers]) {
      element.dispatchEvent(new ContextRequest(context, element, callback, true));
    }
  };

  const stepBack = (event: Event & {context?: unknown; contextTarget?: Element}): void => {
    if (event.context !== context || requester(event as IncomingRequest) === target) return;
    event.stopImmediatePropagation();
    askAgain();
  };

  const listen = answer as EventListener;
  ensureContextRoot(target.ownerDocument);
  target.addEventListener('context-request', listen);
  target.addEventListener('context-provider', stepBack);
  target.dispatchEvent(new ProviderAnnouncement(context, target));

  return {
    set: (next) => {
      if (Object.is(next, current)) return;
      current = next;
      for (const [callback, {release}] of [...subscribers]) callback(next, release);
    },
    close: () => {
      target.removeEventListener('context-request', listen);
      target.removeEventListener('context-provider', stepBack);
      const left = [...subscribers];
      subscribers.clear();
      for (const [callback, {element}] of left) {
        callback(undefined);
        if (element.isConnected) {
          element.dispatchEvent(new ContextRequest(context, element, callback, true));
        }
      }
    },
  };
};

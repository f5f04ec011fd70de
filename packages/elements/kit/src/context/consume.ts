import type {Context} from '@lit/context';
import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {ContextRequest} from './protocol.js';
import {ensureContextRoot} from './root.js';

/** An element that controllers can live in. */
export type ControllerHost = ReactiveControllerHost & HTMLElement;

/**
 * Watches one context for one element. Asks whenever the element is connected; an element that moved to where nobody
 * provides loses the value, one that moved within its provider keeps it without a flicker. Several watchers of one
 * element share the request.
 */
class ContextWatch<T> implements ReactiveController {
  readonly #listeners = new Set<(value: T | undefined) => void>();
  #value: T | undefined;
  #release: (() => void) | undefined;
  #answered = false;

  constructor(
    readonly host: ControllerHost,
    readonly context: Context<unknown, T | undefined>,
  ) {
    host.addController(this);
  }

  get value(): T | undefined {
    return this.#value;
  }

  listen(next: (value: T | undefined) => void): void {
    this.#listeners.add(next);
  }

  hostConnected(): void {
    ensureContextRoot(this.host.ownerDocument);
    this.#answered = false;
    this.host.dispatchEvent(new ContextRequest(this.context, this.host, this.#receive, true));
    if (!this.#answered) this.#receive(undefined);
  }

  hostDisconnected(): void {
    this.#release?.();
    this.#release = undefined;
  }

  // One function for life: providers and the root know a subscription by it.
  readonly #receive = (value: T | undefined, release?: () => void): void => {
    if (this.#release !== release) this.#release?.();
    this.#release = release;
    this.#answered = true;
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of this.#listeners) listener(value);
    this.host.requestUpdate();
  };
}

const watches = new WeakMap<ControllerHost, Map<unknown, ContextWatch<unknown>>>();

/**
 * Calls `next` whenever the value of a context changes from now on, `undefined` included, for as long as the host
 * lives. The host re-renders after each change.
 * @returns A function that gives the value at the moment.
 */
export const consumeContext = <T>(
  host: ControllerHost,
  context: Context<unknown, T | undefined>,
  next: (value: T | undefined) => void = () => undefined,
): (() => T | undefined) => {
  const ofHost = watches.get(host) ?? new Map<unknown, ContextWatch<unknown>>();
  watches.set(host, ofHost);
  const watch = (ofHost.get(context) as ContextWatch<T> | undefined) ?? new ContextWatch<T>(host, context);
  ofHost.set(context, watch as ContextWatch<unknown>);
  watch.listen(next);
  return () => watch.value;
};

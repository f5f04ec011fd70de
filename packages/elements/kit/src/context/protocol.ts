import type {Context, ContextType} from '@lit/context';

/** Any context key, whatever it holds. */
export type AnyContext = Context<unknown, unknown>;

/** What a consumer hands over. `release` ends the subscription at the provider that called. */
export type ContextCallback<T> = (value: T, release?: () => void) => void;

/**
 * The context protocol of the web components community group, as far as we speak it. Consumers of Lit (`@consume`)
 * and of other libraries understand the same events.
 */
export class ContextRequest<C extends AnyContext> extends Event {
  constructor(
    readonly context: C,
    readonly contextTarget: Element,
    readonly callback: ContextCallback<ContextType<C>>,
    readonly subscribe: boolean,
  ) {
    super('context-request', {bubbles: true, composed: true});
  }
}

/** Says that a provider began to be there, so that those above it and the root hand over what is now its own. */
export class ProviderAnnouncement<C extends AnyContext> extends Event {
  constructor(
    readonly context: C,
    readonly contextTarget: Element,
  ) {
    super('context-provider', {bubbles: true, composed: true});
  }
}

/** A request as it arrives, from whatever library: only its shape is relied on. */
export interface IncomingRequest extends Event {
  readonly context: unknown;
  readonly contextTarget?: Element;
  readonly callback: ContextCallback<unknown>;
  readonly subscribe?: boolean;
}

/** Who asks. Retargeting hides the real one behind shadow roots, so senders name themselves. */
export const requester = (event: IncomingRequest): Element =>
  event.contextTarget ?? (event.composedPath()[0] as Element);

import type {ReactiveControllerHost, TemplateResult} from 'lit';
import type {FactOf, Interaction} from '@deskwire/domain';
import {announce, type StreamController} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

import {callFailure, callFailureText} from './call-failure.template.js';
import type {TraySlice} from './incoming-call.view.js';
import type {Words} from './request-texts.js';

/** A call to a customer that did not come about. */
export interface CallFailure {
  readonly fact: FactOf<'outdial.failed'>;
  /** As it was then; it may belong to somebody else by now. */
  readonly interaction: Interaction | undefined;
}

/** Whoever dialled, or called a campaign contact, is told there. */
const isDialled = (interaction: Interaction | undefined): boolean =>
  interaction?.origin === 'outdial' || interaction?.origin === 'campaign';

/**
 * Says why a customer could not be called back (ARR-7): until the agent dismisses it, or has accepted the next contact.
 */
export class CallFailures {
  #stream: StreamHandle | undefined;
  #subscription: {unsubscribe(): void} | undefined;
  #failure: CallFailure | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly words: Words,
    private readonly slice: StreamController<TraySlice>,
  ) {
    this.follow();
  }

  /** The notice, where there is one. */
  get card(): TemplateResult | undefined {
    return this.#failure && callFailure(this.words, this.#failure, this.#dismiss);
  }

  /** Listens to the stream that the tray has now. */
  follow(): void {
    const {stream} = this.slice;
    if (stream === this.#stream) return;
    this.close();
    this.#stream = stream;
    this.#subscription = stream?.facts$.subscribe((fact) => {
      if (fact.type !== 'outdial.failed' && fact.type !== 'engagement.accepted') return;
      if (fact.agentId !== this.slice.value?.own) return;
      const interaction = stream.snapshot().interactions.get(fact.interactionId);
      if (fact.type === 'engagement.accepted') this.#say(undefined);
      else if (!isDialled(interaction)) this.#say({fact, interaction});
    });
  }

  /** Listens no more. */
  close(): void {
    this.#subscription?.unsubscribe();
    this.#failure = undefined;
  }

  readonly #dismiss = (): void => {
    this.#say(undefined);
  };

  #say(failure: CallFailure | undefined): void {
    this.#failure = failure;
    this.host.requestUpdate();
    if (failure) announce(this.host, callFailureText(this.words, failure));
  }
}

import type {ReactiveController, ReactiveControllerHost, TemplateResult} from 'lit';
import type {FactOf, Interaction} from '@deskwire/domain';
import {announce, lazily, type StreamController} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

import type * as FailureTemplate from './call-failure.template.js';
import type {TraySlice} from './incoming-call.view.js';
import type {Words} from './request-texts.js';

/** A call to a customer that did not come about. */
export interface CallFailure {
  readonly fact: FactOf<'outdial.failed'>;
  /** As it was then; it may belong to somebody else by now. */
  readonly interaction: Interaction | undefined;
}

const template = lazily(() => import('./call-failure.template.js'));

/** Whoever dialled, or called a campaign contact, is told there. */
const isDialled = (interaction: Interaction | undefined): boolean =>
  interaction?.origin === 'outdial' || interaction?.origin === 'campaign';

/**
 * Says why a customer could not be called back (ARR-7): until the agent dismisses it, or has accepted the next contact.
 * Its words are loaded when they are first needed.
 */
export class CallFailureController implements ReactiveController {
  #stream: StreamHandle | undefined;
  #subscription: {unsubscribe(): void} | undefined;
  #failure: CallFailure | undefined;
  #view: typeof FailureTemplate | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly words: Words,
    private readonly slice: StreamController<TraySlice>,
  ) {
    host.addController(this);
  }

  /** The notice, where there is one. */
  get card(): TemplateResult | undefined {
    return this.#failure && this.#view?.callFailure(this.words, this.#failure, this.#dismiss);
  }

  hostUpdate(): void {
    this.#listen(this.slice.stream);
  }

  hostDisconnected(): void {
    this.#listen(undefined);
  }

  #listen(stream: StreamHandle | undefined): void {
    if (stream === this.#stream) return;
    this.#subscription?.unsubscribe();
    this.#failure = undefined;
    this.#stream = stream;
    this.#subscription = stream?.facts$.subscribe((fact) => {
      if (fact.type !== 'outdial.failed' && fact.type !== 'engagement.accepted') return;
      if (fact.agentId !== this.slice.value?.own) return;
      const interaction = stream.snapshot().interactions.get(fact.interactionId);
      if (fact.type === 'engagement.accepted') void this.#say(undefined);
      else if (!isDialled(interaction)) void this.#say({fact, interaction});
    });
  }

  readonly #dismiss = (): void => {
    void this.#say(undefined);
  };

  async #say(failure: CallFailure | undefined): Promise<void> {
    this.#failure = failure;
    this.host.requestUpdate();
    if (!failure) return;
    this.#view = await template();
    if (failure !== this.#failure || !this.#view) return;
    this.host.requestUpdate();
    announce(this.host, this.#view.callFailureText(this.words, failure));
  }
}

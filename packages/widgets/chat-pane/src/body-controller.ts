import type {ReactiveController} from 'lit';
import {lazily, type ControllerHost} from '@deskwire/kit';

import type {BodyOptions, ChatBody} from './chat-body.js';

/** Loads the conversation and its box; undefined where they cannot be had just now. */
export const loadChatBody = lazily(() => import('./chat-body.js'));

/** Has the conversation loaded when there is a chat to show, and once only. */
export class BodyController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: BodyOptions;
  #body: ChatBody | undefined;
  #isLoading = false;
  #hasFailed = false;

  constructor(host: ControllerHost, options: BodyOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The conversation, once it is there. */
  get body(): ChatBody | undefined {
    return this.#body;
  }

  hostUpdate(): void {
    if (!this.#body && !this.#hasFailed && this.#options.view()) void this.load();
  }

  readonly load = async (): Promise<void> => {
    if (this.#isLoading) return;
    this.#isLoading = true;
    const loaded = await loadChatBody();
    this.#isLoading = false;
    this.#hasFailed = !loaded;
    if (loaded) this.#body ??= new loaded.ChatBody(this.#host, this.#options);
    else this.#options.failed(() => void this.load());
    this.#host.requestUpdate();
  };
}

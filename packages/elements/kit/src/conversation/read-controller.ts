import type {ReactiveController} from 'lit';
import type {InteractionId} from '@deskwire/domain';

import {consumeContext, type ControllerHost} from '../context/consume.js';
import {streamContext} from '../contexts.js';
import {newId} from '../new-id.js';

/** What has not been seen: the newest of it names the state, so that each is told once. */
export interface Unread {
  readonly interactionId: InteractionId;
  readonly newestId: string;
}

/**
 * Says that a conversation was seen: when there is something unread, the page has the focus and the host is on the screen
 * (CHAT-14). A failure costs nothing: the next message, or the next look, tells it again.
 */
export class ReadController implements ReactiveController {
  readonly #stream;
  #observer: IntersectionObserver | undefined;
  #onScreen = false;
  #told = '';

  /** @param unread What has not been seen and is in view now; undefined where there is nothing. */
  constructor(
    private readonly host: ControllerHost,
    private readonly unread: () => Unread | undefined,
  ) {
    this.#stream = consumeContext(host, streamContext);
    host.addController(this);
  }

  /** Whether a person can be looking at the host. */
  get isWatched(): boolean {
    return this.#onScreen && document.visibilityState === 'visible' && document.hasFocus();
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver((entries) => {
      this.#onScreen = entries.at(-1)?.isIntersecting ?? false;
      this.#look();
    });
    this.#observer.observe(this.host);
    window.addEventListener('focus', this.#look);
    window.addEventListener('blur', this.#look);
    document.addEventListener('visibilitychange', this.#look);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#onScreen = false;
    window.removeEventListener('focus', this.#look);
    window.removeEventListener('blur', this.#look);
    document.removeEventListener('visibilitychange', this.#look);
  }

  hostUpdated(): void {
    this.#tell();
  }

  /** Looks again: something that the host measures by itself has changed. */
  check(): void {
    this.#tell();
  }

  readonly #look = (): void => {
    this.#tell();
    this.host.requestUpdate();
  };

  #tell(): void {
    const stream = this.#stream();
    const unread = this.isWatched ? this.unread() : undefined;
    if (!stream || !unread) return;
    const {interactionId, newestId} = unread;
    const state = `${interactionId} ${newestId}`;
    const command = {type: 'interaction.read', interactionId} as const;
    if (state === this.#told || !stream.permit(command).ok) return;
    this.#told = state;
    const id = newId();
    void stream.send(command, id).then((result) => {
      if (result.ok) return;
      stream.dismiss(id);
      if (this.#told === state) this.#told = '';
    });
  }
}

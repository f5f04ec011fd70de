import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {lazily} from '@deskwire/kit';
import type {Attention} from './attention.js';
import type {RequestRow} from './incoming-call.view.js';
import type {Words} from './request-texts.js';

const attention = lazily(() => import('./attention.js'));

/** Tells the agent who looks elsewhere that something waits. What it tells with is loaded with the first request. */
export class AttentionController implements ReactiveController {
  #attention: Attention | undefined;

  /** @param rows What waits now; undefined where the page wants quiet. */
  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly words: Words,
    private readonly rows: () => readonly RequestRow[] | undefined,
  ) {
    host.addController(this);
  }

  /** Lets the browser ask whether the page may notify; undefined where there is nothing to ask. Call it from a click. */
  get ask(): (() => void) | undefined {
    return this.rows() && this.#attention?.ask;
  }

  hostUpdated(): void {
    void this.#tell();
  }

  hostDisconnected(): void {
    this.#attention?.close();
    this.#attention = undefined;
  }

  async #tell(): Promise<void> {
    // Without it the tray is what it is for those who look at it; the next request tries again.
    const module = !this.#attention && this.rows()?.length ? await attention() : undefined;
    if (module && this.host.isConnected) {
      this.#attention ??= new module.Attention(this.words, () => {
        this.host.requestUpdate();
      });
      this.host.requestUpdate();
    }
    this.#attention?.update(this.rows() ?? []);
  }
}

import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import type {InteractionId} from '@deskwire/domain';
import {lazily, type ControllerHost} from '@deskwire/kit';

/** Loads the dialog. */
export const loadConference = lazily(() => import('./conference.parts.js'));

/** The dialog in which a colleague is chosen for a conference: loaded when it is first wanted. */
export class ConferenceController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #failed: (again: () => void) => void;
  #isLoaded = false;
  #isLoading = false;
  #asksFor: InteractionId | undefined;

  /** @param failed Told when what it is made of could not be loaded. */
  constructor(host: ControllerHost, failed: (again: () => void) => void) {
    this.#host = host;
    this.#failed = failed;
    host.addController(this);
  }

  get isLoading(): boolean {
    return this.#isLoading;
  }

  async open(interactionId: InteractionId): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    this.#host.requestUpdate();
    const parts = await loadConference();
    parts?.defineConferenceDialog();
    this.#isLoading = false;
    this.#isLoaded = parts !== undefined;
    if (parts) this.#asksFor = interactionId;
    else this.#failed(() => void this.open(interactionId));
    this.#host.requestUpdate();
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#isLoaded) return nothing;
    return html`<dw-chat-conference-dialog
      .interactionId=${this.#asksFor}
      @dw-conference-closed=${this.#handleClosed}
    ></dw-chat-conference-dialog>`;
  }

  hostDisconnected(): void {
    this.#asksFor = undefined;
  }

  readonly #handleClosed = (): void => {
    this.#asksFor = undefined;
    this.#host.requestUpdate();
  };
}

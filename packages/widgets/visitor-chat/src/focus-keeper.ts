import type {LitElement, ReactiveController} from 'lit';

/**
 * Keeps a keyboard where its person was: when what had the focus is rendered away, the focus goes to the place that
 * follows it, and never leaves the element. An element without the focus is left alone.
 */
export class FocusKeeper implements ReactiveController {
  #had = false;
  #next: string | undefined;

  /** @param places Selectors in the host's own tree: the first that is there takes a focus that was lost. */
  constructor(
    private readonly host: LitElement,
    private readonly places: readonly string[],
  ) {
    host.addController(this);
  }

  /** After the next update the focus goes here: the answer to what a person just did. */
  next(selector: string): void {
    this.#next = selector;
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.#had = this.#focused !== null;
  }

  hostUpdated(): void {
    const lost = this.#had && this.#focused === null;
    const wanted = this.#next === undefined ? this.places : [this.#next];
    if (this.#next === undefined && !lost) return;
    this.#next = undefined;
    void this.#go(wanted);
  }

  get #focused(): Element | null {
    return this.host.shadowRoot?.activeElement ?? null;
  }

  async #go(selectors: readonly string[]): Promise<void> {
    const root = this.host.renderRoot;
    const target = selectors.map((one) => root.querySelector<LitElement>(one)).find(Boolean);
    // A box that has just come renders first, and then what is in it.
    await target?.updateComplete;
    await Promise.resolve();
    target?.focus();
  }
}

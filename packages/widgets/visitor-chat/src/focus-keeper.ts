import type {LitElement, ReactiveController} from 'lit';

/**
 * Keeps a keyboard where its person was: when what had the focus is rendered away, the focus goes to the place that
 * follows it, and never leaves the element. An element without the focus is left alone.
 */
export class FocusKeeper implements ReactiveController {
  #had = false;
  #next: readonly string[] | undefined;

  /** @param places Selectors in the host's own tree: the first that is there takes a focus that was lost. */
  constructor(
    private readonly host: LitElement,
    private readonly places: readonly string[],
  ) {
    host.addController(this);
  }

  /** After the next update the focus goes to the first of these that is there: the answer to what a person just did. */
  next(...selectors: readonly string[]): void {
    this.#next = selectors;
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.#had = this.#focused !== null;
  }

  hostUpdated(): void {
    const lost = this.#had && this.#focused === null;
    const wanted = this.#next ?? this.places;
    if (this.#next === undefined && !lost) return;
    this.#next = undefined;
    void this.#go(wanted);
  }

  get #focused(): Element | null {
    return this.host.shadowRoot?.activeElement ?? null;
  }

  async #go(selectors: readonly string[]): Promise<void> {
    const target = this.#find(selectors);
    // A box that has just come renders first, and then what is in it.
    await target?.updateComplete;
    await Promise.resolve();
    // Meanwhile something else may stand there.
    (target?.isConnected ? target : this.#find(selectors))?.focus();
  }

  #find(selectors: readonly string[]): LitElement | null | undefined {
    const root = this.host.renderRoot;
    return selectors.map((one) => root.querySelector<LitElement>(one)).find(Boolean);
  }
}

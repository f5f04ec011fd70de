import {deepActive} from '@deskwire/kit';

const isShown = (element: HTMLElement): boolean => element.checkVisibility({visibilityProperty: true});

/** Controls that do something for the agent, in the order in which they stand. */
const ACTIONS = '.rona-card dw-button, .request dw-button, .accept-all dw-button';

/**
 * Moves the focus into the tray and out of it when the agent says so, and never by itself: only when the control that has
 * the focus goes away does its neighbour get it, since the focus would be lost in the page otherwise.
 */
export class FocusKeeper {
  /** What was done in the tray last was done with the pointer. */
  isByPointer = false;
  #returnTo: HTMLElement | undefined;
  #held: {readonly element: HTMLElement; readonly index: number} | undefined;

  constructor(private readonly root: () => ShadowRoot | null) {}

  /** Whether the focus is in the tray. */
  get isWithin(): boolean {
    return this.#active !== undefined;
  }

  /** Whether somebody goes through the tray by keyboard: then nothing may move. */
  get holds(): boolean {
    return this.isWithin && !this.isByPointer;
  }

  /** Into the tray: its first action, else its first surface. */
  enter(): void {
    const before = deepActive(document);
    if (before instanceof HTMLElement && before !== document.body) this.#returnTo = before;
    this.isByPointer = false;
    const target = this.#actions()[0] ?? this.#surface();
    target?.focus();
  }

  /** Back to where the focus was before {@link enter}. */
  leave(): void {
    const target = this.#returnTo;
    this.#returnTo = undefined;
    if (target?.isConnected) target.focus();
    else this.#active?.blur();
  }

  /** Call before rendering. */
  remember(): void {
    const element = this.#active;
    this.#held = element && {element, index: this.#actions().indexOf(element)};
  }

  /** Call after rendering. */
  restore(): void {
    const held = this.#held;
    this.#held = undefined;
    if (!held || (held.element.isConnected && isShown(held.element))) return;
    // Whoever clicked looks elsewhere by now: their next Enter must not accept the next request.
    const actions = this.isByPointer ? [] : this.#actions();
    const next = actions[Math.min(Math.max(0, held.index), actions.length - 1)] ?? this.#surface();
    if (next) next.focus();
    else this.leave();
  }

  get #active(): HTMLElement | undefined {
    const active = this.root()?.activeElement;
    return active instanceof HTMLElement ? active : undefined;
  }

  #actions(): readonly HTMLElement[] {
    return [...(this.root()?.querySelectorAll<HTMLElement>(ACTIONS) ?? [])].filter(isShown);
  }

  #surface(): HTMLElement | undefined {
    return this.root()?.querySelector<HTMLElement>('.surface[tabindex]') ?? undefined;
  }
}

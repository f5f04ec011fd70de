import type {LitElement, ReactiveController} from 'lit';

import type {ControllerHost} from '../context/consume.js';
import {isComposingKey} from '../conversation/enter-guard.js';

import {placeBelow} from './place-below.js';

/** What a popover is made of; all in the host's shadow root. */
export interface PopoverParts {
  /** The surface: `popover="manual"`, always rendered; its content may wait until it is open. */
  readonly popover: () => HTMLElement | null;
  /** What it hangs from, and what gets the focus back. */
  readonly anchor: () => HTMLElement | null;
  /** What gets the focus when it opens; without it the focus stays where it is. */
  readonly focus?: () => HTMLElement | null;
}

/** The document and every shadow root around a node, innermost first. */
const rootsAround = (node: Node): readonly (Document | ShadowRoot)[] => {
  const root = node.getRootNode() as Document | ShadowRoot;
  return root instanceof ShadowRoot ? [root, ...rootsAround(root.host)] : [root];
};

/**
 * Opens and closes a surface in the top layer. It closes by Escape (focus goes back to the anchor), by a press outside,
 * and when the focus leaves it. `open` is the host's to render by; the element follows after each render.
 */
export class PopoverController implements ReactiveController {
  #open = false;
  #takesFocus = false;
  #stopPlacing: (() => void) | undefined;
  #roots: readonly (Document | ShadowRoot)[] = [];

  constructor(
    private readonly host: ControllerHost,
    private readonly parts: PopoverParts,
  ) {
    host.addController(this);
  }

  get open(): boolean {
    return this.#open;
  }

  show(): void {
    this.#set(true);
  }

  hide(): void {
    this.#set(false);
  }

  toggle(): void {
    this.#set(!this.#open);
  }

  /** Moves the focus to what gets it when it opens: its content came later than it. */
  focus(): void {
    void this.#focus();
  }

  hostUpdated(): void {
    const popover = this.parts.popover();
    if (!popover?.isConnected || popover.matches(':popover-open') === this.#open) return;
    if (this.#open) this.#raise(popover);
    else popover.hidePopover();
  }

  hostDisconnected(): void {
    this.hide();
  }

  #raise(popover: HTMLElement): void {
    popover.showPopover();
    const anchor = this.parts.anchor();
    if (anchor && !CSS.supports('anchor-name: --a')) this.#stopPlacing = placeBelow(popover, anchor);
    if (this.#takesFocus) void this.#focus();
    this.#takesFocus = false;
  }

  /** What gets the focus was perhaps rendered just now, and has nothing to focus before its own first update. */
  async #focus(): Promise<void> {
    const target = this.parts.focus?.();
    await (target as Partial<LitElement> | null | undefined)?.updateComplete;
    if (this.#open) target?.focus();
  }

  #set(open: boolean): void {
    if (open === this.#open) return;
    this.#open = open;
    this.#takesFocus = open;
    const method = open ? 'addEventListener' : 'removeEventListener';
    if (open) this.#roots = rootsAround(this.host);
    for (const root of this.#roots) root[method]('pointerdown', this.#pressed as EventListener, true);
    this.host[method]('keydown', this.#keyed as EventListener);
    this.host.shadowRoot?.[method]('focusout', this.#left as EventListener);
    this.#stopPlacing?.();
    this.#stopPlacing = undefined;
    this.host.requestUpdate();
  }

  #isInside(node: EventTarget | null | undefined, path: readonly EventTarget[] = []): boolean {
    const parts = [this.parts.popover(), this.parts.anchor()];
    return parts.some(
      (part) => part !== null && (path.includes(part) || (node instanceof Node && part.contains(node))),
    );
  }

  readonly #pressed = (event: PointerEvent): void => {
    const path = event.composedPath();
    // What is inside of a closed shadow root is seen only from there: its own listener decides.
    const isVeiled = this.#roots.some(
      (root) => root instanceof ShadowRoot && root.mode === 'closed' && path[0] === root.host,
    );
    if (!isVeiled && !this.#isInside(undefined, path)) this.hide();
  };

  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || isComposingKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
    this.hide();
    this.parts.anchor()?.focus();
  };

  readonly #left = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (to instanceof Node && !this.#isInside(to)) this.hide();
  };
}

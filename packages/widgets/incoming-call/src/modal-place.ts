import {deepActive} from '@deskwire/kit';

const isModal = (node: unknown): node is HTMLDialogElement =>
  node instanceof HTMLDialogElement && node.isConnected && node.matches(':modal');

const parentOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode);

/** A node and all around it, across shadow boundaries, outermost first. */
const around = (start: Node | null): readonly Node[] => {
  const chain: Node[] = [];
  for (let node = start; node; node = parentOf(node)) chain.unshift(node);
  return chain;
};

/** What the page may set on any element around the tray. */
const PUBLIC_PROPERTIES = ['--dw-accent', '--dw-font', '--dw-radius', '--dw-density'];

/** The asking of a context, whosever class it is. */
interface Request extends Event {
  readonly context: unknown;
  readonly contextTarget?: Element;
  readonly callback: unknown;
  readonly subscribe?: boolean;
}

/**
 * Keeps the surfaces of the tray where a person can press them. All outside the topmost modal dialog of a page is inert,
 * the rest of the top layer included: as long as one is open, the surfaces stand in an element that is put at the end of
 * it, with the styles and the contexts that they have at home. The widget itself stays where the page has put it.
 */
export class ModalPlace {
  /** In the order in which they were met, which is that of the top layer. */
  #modals: readonly HTMLDialogElement[] = [];
  #place: HTMLElement | undefined;
  readonly #observer = new MutationObserver(() => {
    this.look();
  });
  readonly #document: Document;

  /** @param changed Called when the surfaces have to go elsewhere: `follow` is due. */
  constructor(
    private readonly host: Element,
    private readonly changed: () => void,
  ) {
    this.#document = host.ownerDocument;
    // A modal dialog takes the focus when it opens. Those in shadow roots tell nobody else.
    for (const type of ['focusin', 'toggle', 'close']) this.#document.addEventListener(type, this.look, true);
  }

  /** Where the surfaces are; undefined: at home. */
  get root(): ShadowRoot | undefined {
    return this.#place?.shadowRoot ?? undefined;
  }

  get #stack(): Element | undefined {
    return (this.root ?? this.host.shadowRoot)?.querySelector('.stack') ?? undefined;
  }

  get #modal(): Element | undefined {
    return this.#place?.parentElement ?? undefined;
  }

  /** Puts the surfaces where they can be used now. */
  follow(): void {
    const {shadowRoot} = this.host;
    const stack = this.#stack;
    const modal = this.#due();
    if (!shadowRoot || !stack) return;
    if (this.#isElsewhere(modal)) this.#move(stack, shadowRoot, modal);
    // The theme is one of the sheets.
    if (this.root) this.root.adoptedStyleSheets = shadowRoot.adoptedStyleSheets;
  }

  /** Says so when they can no longer be used where they are, or have nothing to show there. */
  readonly look = (): void => {
    if (this.#isElsewhere(this.#due())) this.changed();
  };

  /** Brings the surfaces home. */
  close(): void {
    for (const type of ['focusin', 'toggle', 'close'])
      this.#document.removeEventListener(type, this.look, true);
    const {shadowRoot} = this.host;
    const stack = this.root?.querySelector('.stack');
    if (stack && shadowRoot) this.#move(stack, shadowRoot, undefined);
  }

  #isElsewhere(modal: Element | undefined): boolean {
    return modal !== this.#modal || (this.#place !== undefined && !this.#place.isConnected);
  }

  #move(stack: Element, home: ShadowRoot, modal: Element | undefined): void {
    const before = this.#place;
    this.#observer.disconnect();
    this.#place = modal && this.#make(modal);
    (this.root ?? home).append(stack);
    before?.remove();
    if (!modal) return;
    // It may be taken out of the page without having been closed.
    for (const root of around(modal).filter((node) => node instanceof Document || node instanceof ShadowRoot))
      this.#observer.observe(root, {childList: true, subtree: true});
    modal.addEventListener('close', this.look, {once: true});
  }

  #make(modal: Element): HTMLElement {
    const place = this.#document.createElement('dw-request-place');
    place.attachShadow({mode: 'open'});
    const style = getComputedStyle(this.host);
    for (const name of PUBLIC_PROPERTIES) place.style.setProperty(name, style.getPropertyValue(name));
    place.addEventListener('context-request', this.#ask);
    // Many a page closes its dialog when a press was not meant for it.
    for (const type of ['pointerdown', 'mousedown', 'click'])
      place.addEventListener(type, (event) => {
        event.stopPropagation();
      });
    modal.append(place);
    return place;
  }

  /** Nothing is put into a dialog where there is nothing to press. */
  #due(): HTMLDialogElement | undefined {
    return this.#stack?.childElementCount ? this.#topmost() : undefined;
  }

  #topmost(): HTMLDialogElement | undefined {
    const here = [
      ...this.#document.querySelectorAll('dialog:modal'),
      ...around(deepActive(this.#document)),
    ].filter(isModal);
    this.#modals = [...new Set([...this.#modals.filter(isModal), ...here])];
    const top = this.#modals.at(-1);
    return top && around(this.host).includes(top) ? undefined : top;
  }

  /** What the surfaces are served with is what surrounds the widget, not what surrounds the dialog. */
  readonly #ask = (event: Event): void => {
    const {context, contextTarget, callback, subscribe} = event as Request;
    event.stopImmediatePropagation();
    const request = new Event(event.type, {bubbles: true, composed: true});
    this.host.dispatchEvent(Object.assign(request, {context, contextTarget, callback, subscribe}));
  };
}

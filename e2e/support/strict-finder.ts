/** What somebody looks for: in a widget, by role and accessible name, as they would say it. */
export interface Sought {
  /** Selectors of the widgets it may be in. */
  readonly in: string;
  readonly role: 'button' | 'textbox' | 'option' | 'radio' | 'listbox';
  /** A regular expression. */
  readonly name: string;
}

/** Where it is: pressed there, it is what is hit; or why nobody could press it. */
export type Found = {readonly at: readonly [number, number]} | {readonly obstacle: string};

/** What the page's own script keeps for the tests. */
export interface StrictGlobals {
  strictFinder: {
    find(sought: Sought): Found;
    textOf(selector: string): string;
    all(selector: string): readonly Element[];
    focused(): Element | null;
    /** Its box as it is seen, zoomed as it is. */
    boxOf(element: Element): DOMRectReadOnly;
  };
  /** Shadow roots of the page that nobody else can reach. */
  closedRoots?: ShadowRoot[];
  refused: string[];
}

/**
 * Looks through shadow roots, closed ones of the page, and frames, the same way in every engine. Written as a string into a page
 * that a strict policy rules, hence without anything from outside of it.
 */
export const installFinder = (): void => {
  const page = globalThis as unknown as StrictGlobals;
  const ROLES: Readonly<Record<Sought['role'], string>> = {
    button: 'button, [role="button"]',
    textbox: 'input, textarea, [contenteditable="true"], [role="textbox"]',
    option: '[role="option"]',
    radio: 'input[type="radio"], [role="radio"]',
    listbox: '[role="listbox"]',
  };
  type Root = Document | ShadowRoot | Element;
  const inner = (element: Element): readonly Root[] => [
    ...(element.shadowRoot ? [element.shadowRoot] : []),
    ...((element as HTMLIFrameElement).contentDocument
      ? [(element as HTMLIFrameElement).contentDocument as Document]
      : []),
  ];
  const below = (root: Root): readonly Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...inner(one).flatMap(below)]);
  const everything = (): readonly Element[] =>
    [document, ...(page.closedRoots ?? []).filter(({host}) => host.isConnected)].flatMap(below);
  const all = (selector: string): readonly Element[] => everything().filter((one) => one.matches(selector));

  const parentOf = (node: Node): Node | null =>
    (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? null;
  /** How much an engine leaves out that measures what is zoomed as if it were not (WebKit). */
  const zoomOf = (node: Node | null): number => {
    if (!node || 'currentCSSZoom' in Element.prototype) return 1;
    const own = node.nodeType === Node.ELEMENT_NODE ? Number(getComputedStyle(node as Element).zoom) : 1;
    return (own || 1) * zoomOf(parentOf(node));
  };
  const boxOf = (element: Element): DOMRectReadOnly => {
    const {left, top, width, height} = element.getBoundingClientRect();
    const zoom = zoomOf(element);
    // How far the page is scrolled, they do not leave out.
    const [x, y] = [(left + scrollX) * zoom - scrollX, (top + scrollY) * zoom - scrollY];
    return new DOMRectReadOnly(x, y, width * zoom, height * zoom);
  };

  const isShown = (element: Element): boolean =>
    element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length > 0;
  /** In the flat tree, without what is hidden. */
  const text = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    const element = node as Element;
    if (element.localName === 'style' || element.getAttribute('aria-hidden') === 'true') return '';
    const {body} = (element as HTMLIFrameElement).contentDocument ?? {};
    const slotted = element.localName === 'slot' ? (element as HTMLSlotElement).assignedNodes() : [];
    const children = slotted.length > 0 ? slotted : [...(body ?? element.shadowRoot ?? element).childNodes];
    return children.map(text).join(' ');
  };
  const tidy = (written: string): string => written.replace(/\s+/g, ' ').trim();
  const nameOf = (element: Element): string => {
    const root = element.getRootNode() as Document | ShadowRoot;
    const labelledBy = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const labels = (element as HTMLInputElement).labels ?? [];
    return tidy(
      element.getAttribute('aria-label') ??
        ([...labelledBy.map((id) => root.getElementById(id)), ...labels]
          .map((one) => one && text(one))
          .join(' ') ||
          text(element) ||
          (element.getAttribute('placeholder') ?? '')),
    );
  };

  const deepest = (root: Document | ShadowRoot, x: number, y: number): Element | null => {
    const hit = root.elementFromPoint(x, y);
    return hit?.shadowRoot && hit.shadowRoot !== root ? (deepest(hit.shadowRoot, x, y) ?? hit) : hit;
  };
  const isWithin = (node: Node | null, outer: Element): boolean =>
    node === outer || (node !== null && isWithin(parentOf(node), outer));
  /** A closed root of the page shows its host alone. */
  const hitIn = (element: Element, x: number, y: number): boolean => {
    const starts = [element.ownerDocument, ...(page.closedRoots ?? [])];
    return starts.some((start) => isWithin(deepest(start, x, y), element));
  };
  const placed = (element: Element): Found => {
    element.scrollIntoView({block: 'nearest', inline: 'nearest'});
    const box = boxOf(element);
    let [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    for (let one = element; ;) {
      if (!hitIn(one, x, y)) return {obstacle: 'something else is hit there'};
      const frame = one.ownerDocument.defaultView?.frameElement;
      if (!frame) return {at: [x, y]};
      const around = boxOf(frame);
      [x, y, one] = [x + around.left + frame.clientLeft, y + around.top + frame.clientTop, frame];
    }
  };

  const find = (sought: Sought): Found => {
    const widgets = all(sought.in);
    if (widgets.length === 0) return {obstacle: `there is no ${sought.in}`};
    const inside = widgets.flatMap((one) => inner(one).flatMap(below));
    const named = inside.filter(
      (one) => one.matches(ROLES[sought.role]) && new RegExp(sought.name).test(nameOf(one)),
    );
    if (named.length === 0)
      return {
        obstacle: `none of ${JSON.stringify(inside.filter((one) => one.matches(ROLES[sought.role])).map(nameOf))}`,
      };
    // The dot of a choice is drawn; what is pressed is its label.
    const pressed = named.map(
      (one) => (sought.role === 'radio' && (one as HTMLInputElement).labels?.[0]) || one,
    );
    const shown = pressed.find(isShown);
    return shown ? placed(shown) : {obstacle: 'it is not shown'};
  };
  const focused = (): Element | null => {
    let active = document.activeElement;
    for (;;) {
      const deeper: Root | null | undefined =
        active?.shadowRoot ??
        page.closedRoots?.find(({host}) => host === active) ??
        (active as HTMLIFrameElement | null)?.contentDocument;
      if (!deeper || !('activeElement' in deeper) || !deeper.activeElement) return active;
      active = deeper.activeElement;
    }
  };
  const textOf = (selector: string): string =>
    tidy(
      all(selector)
        .filter((one) => one.localName === 'dw-incoming-call' || one.getClientRects().length > 0)
        .map(text)
        .join(' '),
    );
  page.strictFinder = {find, textOf, all, focused, boxOf};
};

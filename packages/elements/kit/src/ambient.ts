/** What the page says around an element, by the nearest attribute of each kind. */
export interface Ambient {
  readonly lang: string;
  readonly dir: string;
  readonly theme: string;
}

const ATTRIBUTES = {lang: 'lang', dir: 'dir', theme: 'data-dw-theme'} as const;

interface RootWatch {
  readonly observer: MutationObserver;
  readonly listeners: Set<() => void>;
}

const roots = new WeakMap<Node, RootWatch>();

/** The parent, across shadow boundaries: where `lang` and `dir` are inherited from. */
const parentOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode);

const chainOf = (element: Element): readonly Node[] => {
  const chain: Node[] = [];
  for (let node: Node | null = element; node; node = parentOf(node)) chain.push(node);
  return chain;
};

const elementsAround = (element: Element): readonly Element[] =>
  chainOf(element).filter((node): node is Element => node instanceof Element);

const nearest = (elements: readonly Element[], name: string): string =>
  elements.find((one) => one.hasAttribute(name))?.getAttribute(name) ?? '';

/** The nearest attribute of a name, the element's own included, across shadow boundaries; empty where there is none. */
export const readNearest = (element: Element, name: string): string => nearest(elementsAround(element), name);

/** Reads the nearest `lang`, `dir` and `data-dw-theme`, the element's own included; empty where there is none. */
export const readAmbient = (element: Element): Ambient => {
  const around = elementsAround(element);
  return {
    lang: nearest(around, ATTRIBUTES.lang),
    dir: nearest(around, ATTRIBUTES.dir),
    theme: nearest(around, ATTRIBUTES.theme),
  };
};

const watchRoot = (root: Node): RootWatch => {
  const listeners = new Set<() => void>();
  const observer = new MutationObserver(() => {
    for (const listener of [...listeners]) listener();
  });
  observer.observe(root, {subtree: true, attributeFilter: Object.values(ATTRIBUTES)});
  const watch = {observer, listeners};
  roots.set(root, watch);
  return watch;
};

const listenAt = (root: Node, listener: () => void): (() => void) => {
  const watch = roots.get(root) ?? watchRoot(root);
  watch.listeners.add(listener);
  return () => {
    watch.listeners.delete(listener);
    if (watch.listeners.size > 0) return;
    watch.observer.disconnect();
    roots.delete(root);
  };
};

/**
 * Calls `changed` when one of the three may have changed around a connected element. One observer per document or
 * shadow root serves all elements in it, and sees only these attributes.
 * @returns Ends it.
 */
export const watchAmbient = (element: Element, changed: () => void): (() => void) => {
  const stops = chainOf(element)
    .filter((node) => node instanceof Document || node instanceof ShadowRoot)
    .map((root) => listenAt(root, changed));
  return () => {
    for (const stop of stops) stop();
  };
};

/** Everything below a node as it is shown: shadow trees instead of children, and what slots were given. */
export const childrenOf = (node: Node): readonly Node[] => {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    return assigned.length > 0 ? assigned : [...node.childNodes];
  }
  if (node instanceof Element && node.shadowRoot) return [...node.shadowRoot.childNodes];
  return [...node.childNodes];
};

/** All elements below a node (itself included), as they are shown. */
export const deepElements = (node: Node): readonly Element[] => [
  ...(node instanceof Element ? [node] : []),
  ...childrenOf(node).flatMap(deepElements),
];

const isShown = (element: Element): boolean => {
  const {display, visibility} = getComputedStyle(element);
  return display !== 'none' && visibility !== 'hidden';
};

/** The text of a node as it is shown, without what is hidden by `display` or `visibility`. */
export const deepText = (node: Node): string => {
  if (node instanceof Text) return node.data;
  if (node instanceof Comment || node instanceof HTMLStyleElement) return '';
  if (node instanceof Element && !(node instanceof HTMLSlotElement) && !isShown(node)) return '';
  return childrenOf(node).map(deepText).join(' ');
};

/** The same with single spaces. */
export const textOf = (node: Node): string => deepText(node).replace(/\s+/g, ' ').trim();

/** The element that has the focus, through every shadow root. */
export const focused = (): Element | null => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

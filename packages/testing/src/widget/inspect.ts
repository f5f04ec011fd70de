import {deepElements} from './deep.js';

const describe = (element: Element): string =>
  `<${element.localName}${element.className && typeof element.className === 'string' ? ` class="${element.className}"` : ''}>`;

/** Attributes below a node that hold one of these texts: customer data must not be in any (ARCHITECTURE, promises). */
export const leaks = (root: Node, texts: readonly string[]): readonly string[] =>
  deepElements(root).flatMap((element) =>
    [...element.attributes]
      .filter(({value}) => texts.some((text) => text !== '' && value.includes(text)))
      .map(({name, value}) => `${describe(element)} ${name}="${value}"`),
  );

/** Attributes that a strict CSP refuses. */
export const inlineCode = (root: Node): readonly string[] =>
  deepElements(root).flatMap((element) =>
    [...element.attributes]
      .filter(({name}) => name === 'style' || name.startsWith('on'))
      .map(({name, value}) => `${describe(element)} ${name}="${value}"`),
  );

const clips = (element: Element): boolean => {
  const {overflowX, position, clipPath} = getComputedStyle(element);
  return (
    overflowX === 'hidden' ||
    overflowX === 'auto' ||
    overflowX === 'scroll' ||
    (position === 'absolute' && clipPath !== 'none')
  );
};

const isCut = (element: Element, root: Element): boolean => {
  for (let node: Node | null = element; node && node !== root; node = parentOf(node)) {
    if (node instanceof Element && (clips(node) || node.matches(':popover-open, dialog'))) return true;
  }
  return false;
};

const parentOf = (node: Node): Node | null => {
  if (node instanceof ShadowRoot) return node.host;
  return (node as Partial<Slottable>).assignedSlot ?? node.parentNode;
};

/** Elements that reach out of their widget to the left or right, without scrolling or an ellipsis to blame. */
export const overflows = (root: Element): readonly string[] => {
  const {left, right} = root.getBoundingClientRect();
  return deepElements(root)
    .filter((element) => !isCut(element, root))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > right + 1 || box.left < left - 1);
    })
    .map(
      (element) =>
        `${describe(element)} ${Math.round(element.getBoundingClientRect().right - right)} px too wide`,
    );
};

const opaque = /^rgba?\([^)]*\)$|^(?:color|oklch|oklab)\(/;
const isTransparent = (colour: string): boolean => !opaque.test(colour) || /(?:,|\/) ?0\)$/.test(colour);

const backgroundOf = (element: Element): string => {
  for (let node: Node | null = element; node; node = parentOf(node)) {
    if (!(node instanceof Element)) continue;
    const {backgroundColor} = getComputedStyle(node);
    if (!isTransparent(backgroundColor)) return backgroundColor;
  }
  return getComputedStyle(document.documentElement).backgroundColor;
};

const hasOwnText = (element: Element): boolean =>
  [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');

/** Texts and icons in the colour of what is behind them: what forced colours make of a forgotten style. */
export const invisible = (root: Node): readonly string[] =>
  deepElements(root)
    .filter((element) => hasOwnText(element) || element.localName === 'svg')
    .filter((element) => {
      const {color, fill} = getComputedStyle(element);
      return (element.localName === 'svg' ? fill : color) === backgroundOf(element);
    })
    .map(describe);

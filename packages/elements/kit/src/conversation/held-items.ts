import type {Span} from './log-span.js';

/** The selection inside of a shadow tree: by the standard; before that by Chromium's own way, and by Firefox's, which tells it to all. */
const selectedIn = (root: ShadowRoot): StaticRange | Range | undefined => {
  const selection = root.ownerDocument.getSelection();
  if (selection && 'getComposedRanges' in selection) {
    return selection.getComposedRanges({shadowRoots: [root]})[0];
  }
  const own = (root as {getSelection?: () => Selection | null}).getSelection?.() ?? selection;
  return own && own.rangeCount > 0 ? own.getRangeAt(0) : undefined;
};

const childWith = (parent: Element, node: Node): number => {
  let child: Node | null = node;
  while (child && child.parentNode !== parent) child = child.parentNode;
  return child ? [...parent.children].indexOf(child as Element) : -1;
};

/**
 * The children that the reader's selection begins and ends in, so that they are kept while it is there: text is selected and
 * copied over as many items as stand in the document.
 *
 * @param parent In the shadow tree, with one child for each item.
 * @returns By their place among the children.
 */
export const heldItems = (root: ShadowRoot, parent: Element): Span | undefined => {
  const range = selectedIn(root);
  if (!range || range.collapsed) return undefined;
  const ends = [range.startContainer, range.endContainer]
    .map((node) => childWith(parent, node))
    .filter((index) => index >= 0);
  if (ends.length === 0) return undefined;
  return {start: Math.min(...ends), end: Math.max(...ends) + 1};
};

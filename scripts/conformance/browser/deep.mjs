// Looks into a page through all its shadow trees.
const {document, requestAnimationFrame, MessageChannel, NodeFilter} = globalThis;

/**
 * Every element below a node, its own shadow tree and those below included. By a walker: a form in a hostile page can give its
 * own meaning to `children`.
 */
export function* deepElements(node) {
  if (node.shadowRoot) yield* deepElements(node.shadowRoot);
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const {currentNode} = walker;
    yield currentNode;
    if (currentNode.shadowRoot) yield* deepElements(currentNode.shadowRoot);
  }
}

/** The first element that a selector finds in any of the trees; nothing in nothing. */
export function deepFind(node, selector) {
  if (!node) return undefined;
  for (const element of deepElements(node)) if (element.matches(selector)) return element;
  return undefined;
}

/** Resolves after the next frame is painted. */
export const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(undefined);
    });
  });

export const pause = (duration) => new Promise((resolve) => globalThis.setTimeout(resolve, duration));

/** Waits until something is there, for two seconds at most. */
export async function until(find) {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = find();
    if (found) return found;
    await pause(10);
  }
  return undefined;
}

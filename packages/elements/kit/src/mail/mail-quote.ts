import {
  CONTAINERS,
  HEADS,
  isAttribution,
  isBlank,
  isForwarded,
  isHead,
  isRule,
  PREFIXES,
} from './quote-signs.js';

/** Put on what belongs to earlier mails. */
export const QUOTE = 'data-dw-quote';

const textOf = (node: Node): string => node.textContent ?? '';
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

/** Texts are marked by an element around them. */
const mark = (node: Node): void => {
  if (isElement(node)) node.setAttribute(QUOTE, '');
  else if (node.nodeType === Node.TEXT_NODE && !isBlank(textOf(node))) {
    const span = document.createElement('span');
    node.parentNode?.insertBefore(span, node);
    span.append(node);
    mark(span);
  }
};

const hasImage = (node: Node): boolean =>
  isElement(node) && (node.localName === 'img' || node.querySelector('img') !== null);
const isSeen = (node: Node): boolean => !isBlank(textOf(node)) || hasImage(node);

/** The nearest sibling before a node that can be seen. */
const seenBefore = (node: Node): ChildNode | null => {
  let before = node.previousSibling;
  while (before && !isSeen(before)) before = before.previousSibling;
  return before;
};

/** The largest element that begins with this node. */
const outermost = (body: Element, node: Node): Node => {
  let outer = node;
  while (outer.parentNode && outer.parentNode !== body && !seenBefore(outer)) outer = outer.parentNode;
  return outer;
};

/** Marks a node and everything after it. */
const markFrom = (body: Element, head: Node): void => {
  const node = outermost(body, head);
  const parents: Node[] = [];
  for (let one: Node | null = node; one && one !== body; one = one.parentNode) parents.push(one);
  const after = parents.flatMap((one) => {
    const siblings: Node[] = [];
    for (let next = one.nextSibling; next; next = next.nextSibling) siblings.push(next);
    return siblings;
  });
  mark(node);
  after.forEach(mark);
};

/** How far a beginning is read. */
const START = 800;
const MAX_NODES = 20_000;

/** The first texts from a node on, in order, as lines. */
const textFrom = (body: Element, start: Node): string => {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  walker.currentNode = start;
  const parts: string[] = [];
  let length = 0;
  if (start.nodeType === Node.TEXT_NODE) parts.push(textOf(start));
  while (length < START && walker.nextNode()) {
    const text = textOf(walker.currentNode);
    if (isBlank(text)) continue;
    parts.push(text);
    length += text.length;
  }
  return parts.join('\n').trimStart().slice(0, START);
};

/** Outlook's border above the head of the mail that is answered. */
const isBordered = (element: Element | null): boolean =>
  /border(?:-top)?\s*:[^"]*solid\s+#?[\w(), ]+?\s*1\.0pt/i.test(element?.getAttribute('data-dw-style') ?? '');

const BORDERED = '[data-dw-style*="1.0pt"]';
const LINE = 'p, div, td, blockquote, pre, span, font';

/** A whole line that says who wrote what follows, or that something follows. */
const isAnnouncement = (element: Element): boolean => {
  const text = textOf(element);
  if (isRule(text)) return true;
  return text.length < 300 && element.querySelector(LINE) === null && isAttribution(text);
};

/** The first node from which everything to the end is the mail that is answered. */
const headIn = (body: Element): Node | undefined => {
  const named = body.querySelector(HEADS);
  if (named) return isForwarded(textOf(named)) ? undefined : withRule(named);
  for (const rule of body.querySelectorAll('hr')) if (isHead(textFrom(body, rule))) return rule;
  for (const one of body.querySelectorAll(BORDERED))
    if (isBordered(one) && isHead(textFrom(body, one))) return one;
  return [...body.querySelectorAll(LINE)].slice(0, MAX_NODES).find(isAnnouncement) ?? ruleIn(body);
};

/** A line above the head goes with it. */
const withRule = (head: Element): Node => {
  const before = head.previousElementSibling;
  return before?.localName === 'hr' ? before : head;
};

/** A line of signs that stands in a text of its own. */
const ruleIn = (body: Element): Node | undefined => {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let count = 0; count < MAX_NODES && walker.nextNode(); count += 1)
    if (isRule(textOf(walker.currentNode))) return walker.currentNode;
  return undefined;
};

/** The line above a quote that says whose it is. */
const attributionOf = (quote: Element): Node | undefined => {
  let before = seenBefore(quote);
  // Where the quote stands alone in an element, the line stands above that.
  if (!before && quote.parentElement && quote.parentElement.localName !== 'body')
    before = seenBefore(quote.parentElement);
  if (!before) return undefined;
  const isPrefix = isElement(before) && before.matches(PREFIXES);
  return isPrefix || (textOf(before).length < 400 && isAttribution(textOf(before))) ? before : undefined;
};

/** What mail programs mark as quoted, and what has a line above it that says so. */
const quotesIn = (body: Element): readonly Element[] => {
  const plain = [...body.querySelectorAll('blockquote:not([type="cite"])')].slice(0, 100);
  const found = [
    ...body.querySelectorAll(CONTAINERS),
    ...plain.filter((one) => attributionOf(one) !== undefined),
  ];
  const quotes = new Set(found.filter((one) => !isForwarded(textOf(one))));
  return [...quotes].filter((one) => {
    for (let outer = one.parentElement; outer; outer = outer.parentElement)
      if (quotes.has(outer)) return false;
    return true;
  });
};

/** Whether there is text of one's own between quotes: an answer point by point needs them. */
const isInterleaved = (body: Element, quotes: readonly Element[]): boolean => {
  const [first] = quotes;
  const last = quotes.at(-1);
  if (!first || !last || first === last) return false;
  const own = body.ownerDocument.createTreeWalker(
    body,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => {
      if (isElement(node)) return quotes.includes(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
      const isBetween =
        (first.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
        (last.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
      return isBetween && !isBlank(textOf(node)) && !isAttribution(textOf(node))
        ? NodeFilter.FILTER_ACCEPT
        : NodeFilter.FILTER_SKIP;
    },
  );
  return own.nextNode() !== null;
};

/** Whether something can be seen that is not marked. */
const hasOwn = (body: Element): boolean => {
  const walker = body.ownerDocument.createTreeWalker(
    body,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => {
      if (!isElement(node)) return isBlank(textOf(node)) ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_ACCEPT;
      if (node.hasAttribute(QUOTE)) return NodeFilter.FILTER_REJECT;
      return node.localName === 'img' ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
    },
  );
  return walker.nextNode() !== null;
};

/**
 * Marks what a mail quotes of earlier ones: by the elements that mail programs use for it, else by the head or the line above it.
 * A mail that was passed on is no quote, nor is what is answered point by point, nor all there is.
 * @returns Whether anything was marked.
 */
export const markQuotes = (body: Element): boolean => {
  const quotes = quotesIn(body);
  if (!isInterleaved(body, quotes))
    for (const quote of quotes) {
      const line = attributionOf(quote);
      mark(quote);
      if (line) mark(line);
    }
  const head = quotes.length ? undefined : headIn(body);
  if (head) markFrom(body, head);
  const marked = [...body.querySelectorAll(`[${QUOTE}]`)];
  if (hasOwn(body)) return marked.length > 0;
  for (const one of marked) one.removeAttribute(QUOTE);
  return false;
};

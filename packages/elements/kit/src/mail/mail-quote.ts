/** Put on what belongs to earlier mails. */
export const QUOTE = 'data-dw-quote';

/** Elements in which mail programs put the mails that are answered. */
const CONTAINERS = [
  '.gmail_quote',
  '.gmail_quote_container',
  '.yahoo_quoted',
  '[id^="yahoo_quoted"]',
  'blockquote[type="cite"]',
  '.protonmail_quote',
  '.zmail_extra',
  '.tutanota_quote',
  'blockquote.gmail_quote',
  '#mail-editor-reference-message-container',
  '#isReplyContent',
  '.quoted-message',
].join();

/** Heads of the mail below, from which everything is quoted to the end. */
const HEADS = [
  '#divRplyFwdMsg',
  '#x_divRplyFwdMsg',
  '#appendonsend ~ hr',
  '#stopSpelling ~ hr',
  '.OutlookMessageHeader',
].join();

/** A line above a quote that belongs to it. */
const PREFIXES = ['.moz-cite-prefix', '.gmail_attr', '.protonmail_quote-header'].join();

/** A line that Korean and other programs write above the mail that is answered. */
const MARK =
  /^\s*[-_=]{3,}\s*(?:original (?:message|e?-?mail)|원본 ?(?:메시지|메세지|메일|이메일)|원본 ?내용)\s*[-_=]{3,}/i;
const FORWARDED =
  /^\s*[-_=]{3,}\s*(?:forwarded message|전달된 ?(?:메시지|메세지|메일)|전달 ?메일)\s*[-_=]{3,}/i;
/** "On ..., ... wrote:" and its Korean forms, above a quote. */
const ATTRIBUTION = /(?:wrote|작성|님이 (?:작성|쓴 글)[^\n]{0,10}|쓴 글)\s*:?\s*$/i;
/** The beginning of a head that Outlook and others write: sender and date in their first lines. */
const FROM = /^\s*(?:from|보낸 ?사람|보낸이|발신)\s*[:：]/i;
const MORE = /(?:sent|date|to|subject|보낸 ?날짜|날짜|받는 ?사람|받은 ?날짜|일시|제목|수신)\s*[:：]/i;

const textOf = (node: Node): string => node.textContent ?? '';
const isBlank = (text: string): boolean => text.replace(/[\s\u00a0\u200b-\u200f\ufeff]+/g, '') === '';

const isForwarded = (element: Element): boolean => FORWARDED.test(textOf(element).slice(0, 300));

/** Outlook's border above the head of the mail that is answered. */
const hasOutlookBorder = (element: Element): boolean =>
  /border(?:-top)?\s*:\s*(?:none;\s*border-top\s*:\s*)?solid\s+#?[\w(), ]+?\s*1\.0pt/i.test(
    element.getAttribute('data-dw-style') ?? '',
  );

const isHead = (text: string): boolean => FROM.test(text) && MORE.test(text.slice(0, 600));

/** Elements that can hold such a head or mark, small enough to be one. */
const LINES = 'p, div, td, span, b, blockquote, pre, hr + *';
const MAX_LINES = 20_000;

/** The first element from which everything to the end is the mail that is answered. */
const headIn = (body: Element): Element | undefined => {
  const named = body.querySelector(HEADS);
  if (named && !isForwarded(named)) return named;
  let looked = 0;
  for (const element of body.querySelectorAll(LINES)) {
    if ((looked += 1) > MAX_LINES) return undefined;
    const start = startOf(element);
    if (MARK.test(start)) return element;
    if (
      FROM.test(start) &&
      isHead(textOf(element).slice(0, 800)) &&
      (hasOutlookBorder(element) || isAfterRule(element))
    )
      return element;
  }
  return undefined;
};

/** The text with which an element begins itself; empty where that is an element of its own that is looked at later. */
const startOf = (element: Element): string => {
  let node: Node | null = element.firstChild;
  for (let depth = 0; node && depth < 6; depth += 1) {
    while (node && isBlank(textOf(node))) node = node.nextSibling;
    if (!node || node.nodeType === Node.TEXT_NODE) break;
    node = node.firstChild;
  }
  return node ? textOf(node).slice(0, 200) : '';
};

const isAfterRule = (element: Element): boolean => {
  for (let one = element; ;) {
    const before: Element | null = one.previousElementSibling;
    if (before)
      return (
        before.localName === 'hr' ||
        (isBlank(textOf(before)) && before.previousElementSibling?.localName === 'hr')
      );
    if (!one.parentElement || one.parentElement.localName === 'body') return false;
    one = one.parentElement;
  }
};

const mark = (element: Element): void => {
  element.setAttribute(QUOTE, '');
};

/** Texts are marked by an element around them. */
const markNode = (node: Node): void => {
  if (node instanceof Element) mark(node);
  else if (node.nodeType === Node.ELEMENT_NODE) mark(node as Element);
  else if (node.nodeType === Node.TEXT_NODE && !isBlank(textOf(node))) {
    const span = node.ownerDocument?.createElement('span');
    if (!span) return;
    (node as Text).replaceWith(span);
    span.append(node);
    mark(span);
  }
};

/** Marks an element and everything after it. */
const markFrom = (body: Element, head: Element): void => {
  mark(head);
  let node: Node = outermost(body, head);
  mark(node as Element);
  while (node !== body) {
    for (let next = node.nextSibling; next;) {
      const after: ChildNode | null = next.nextSibling;
      markNode(next);
      next = after;
    }
    if (!node.parentNode) return;
    node = node.parentNode;
  }
};

/** The largest element that begins with this one. */
const outermost = (body: Element, element: Element): Element => {
  let outer = element;
  while (outer.parentElement && outer.parentElement !== body) {
    const parent = outer.parentElement;
    let before: ChildNode | null = outer.previousSibling;
    while (before && isBlank(textOf(before)) && !hasImage(before)) before = before.previousSibling;
    if (before) return outer;
    outer = parent;
  }
  return outer;
};

const hasImage = (node: Node): boolean =>
  node.nodeType === Node.ELEMENT_NODE &&
  ((node as Element).localName === 'img' || (node as Element).querySelector('img') !== null);

/** The line above a quote that says whose it is. */
const markAttribution = (quote: Element): void => {
  const before = quote.previousElementSibling;
  if (before && (before.matches(PREFIXES) || ATTRIBUTION.test(textOf(before).trim().slice(-120)))) {
    if (textOf(before).length < 400 || before.matches(PREFIXES)) mark(before);
  }
};

/** Whether there is text of one's own between quotes: an answer point by point needs them. */
const isInterleaved = (body: Element, quotes: readonly Element[]): boolean => {
  if (quotes.length < 2) return false;
  const [first] = quotes;
  const last = quotes.at(-1);
  if (!first || !last) return false;
  const range = body.ownerDocument.createRange();
  range.setStartAfter(first);
  range.setEndBefore(last);
  const between = range.cloneContents();
  for (const quote of between.querySelectorAll(CONTAINERS)) quote.remove();
  return !isBlank(textOf(between));
};

/** Whether something can be seen that is not marked. */
const hasOwn = (body: Element): boolean => {
  const walker = body.ownerDocument.createTreeWalker(
    body,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => {
      if (node.nodeType === Node.ELEMENT_NODE && (node as Element).hasAttribute(QUOTE))
        return NodeFilter.FILTER_REJECT;
      const isSeen =
        node.nodeType === Node.TEXT_NODE ? !isBlank(textOf(node)) : (node as Element).localName === 'img';
      return isSeen ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
    },
  );
  return walker.nextNode() !== null;
};

const unmark = (body: Element): void => {
  for (const element of body.querySelectorAll(`[${QUOTE}]`)) element.removeAttribute(QUOTE);
};

/**
 * Marks what a mail quotes of earlier ones: by the elements that mail programs use for it, else by the head or the line above it.
 * A mail that was passed on is no quote, nor is what is answered point by point, nor all there is.
 * @returns Whether anything was marked.
 */
export const markQuotes = (body: Element): boolean => {
  const quotes = [...body.querySelectorAll(CONTAINERS)].filter(
    (quote) => !isForwarded(quote) && !quote.parentElement?.closest(CONTAINERS),
  );
  if (!isInterleaved(body, quotes))
    for (const quote of quotes) {
      mark(quote);
      markAttribution(quote);
    }
  const head = quotes.length ? undefined : headIn(body);
  if (head) markFrom(body, head);
  if (!hasOwn(body)) unmark(body);
  return body.querySelector(`[${QUOTE}]`) !== null;
};

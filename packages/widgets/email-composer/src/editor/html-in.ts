import {backgroundOf, inkOf} from './colours.js';
import {safeHref} from './address.js';
import {INDENT_PX, HEADER_FILL} from './mail-html.js';
import {liftWordLists} from './word-lists.js';
import {isMarkedOff, styleOf} from './style-of.js';

// What came from elsewhere, cleaned already, is turned into what the schema reads: styles become elements, and what mail clients
// and word processors do with margins, spaces and breaks becomes what it means.

/** Takes the source of an image that is not kept yet; answers its id, or undefined: it is left out. */
export type KeepImage = (source: string) => string | undefined;

/** A table larger than this is no table of a mail. */
const MAX_SPAN = 50;

const wrapInside = (
  element: Element,
  tag: string,
  set: (wrapper: HTMLElement) => void = () => undefined,
): void => {
  const wrapper = element.ownerDocument.createElement(tag);
  set(wrapper);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
};

const unwrap = (element: Element): void => {
  element.replaceWith(...element.childNodes);
};

const rename = (element: Element, tag: string): HTMLElement => {
  const renamed = element.ownerDocument.createElement(tag);
  for (const {name, value} of element.attributes) renamed.setAttribute(name, value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
};

const all = <E extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): readonly E[] => [
  ...root.querySelectorAll<E>(selector),
];

const INLINE =
  'span, font, a, b, strong, i, em, u, s, strike, del, ins, sub, sup, small, big, mark, code, label';
/** Whose own style its content has, since nothing but text is in it. */
const TEXT_BLOCKS = 'p, h1, h2, h3, h4, h5, h6';

const isBold = (weight: string): boolean => /^(?:bold|bolder|[6-9]00)$/.test(weight);

/** `<b style="font-weight:normal">` is how some say nothing at all. */
const dropEmptyBold = (root: ParentNode): void => {
  for (const element of all(root, 'b, strong')) {
    if (/^(?:normal|400)$/.test(styleOf(element).get('font-weight') ?? '')) unwrap(rename(element, 'span'));
  }
};

const setOff = (element: HTMLElement): void => {
  const style = styleOf(element);
  const isHeading = /^H\d$/.test(element.tagName);
  const lines = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  const ink = inkOf(style.get('color') ?? element.getAttribute('color') ?? '');
  if (!isHeading && isBold(style.get('font-weight') ?? '')) wrapInside(element, 'strong');
  if (/italic|oblique/.test(style.get('font-style') ?? '')) wrapInside(element, 'em');
  if (/underline/.test(lines) && element.tagName !== 'A') wrapInside(element, 'u');
  if (/line-through/.test(lines)) wrapInside(element, 's');
  if (ink && element.tagName !== 'A')
    wrapInside(element, 'span', ({dataset}) => {
      dataset['ink'] = ink;
    });
};

const PX: Readonly<Record<string, number>> = {px: 1, pt: 4 / 3, in: 96, cm: 37.8, mm: 3.78, em: 16, rem: 16};

const pixels = (length: string): number => {
  const [, size = '0', unit = 'px'] = /^(-?[\d.]+)([a-z]*)$/.exec(length.trim()) ?? [];
  return parseFloat(size) * (PX[unit || 'px'] ?? 0);
};

const marginOf = (element: Element): number => {
  const style = styleOf(element);
  const short = (style.get('margin') ?? '').split(/\s+/);
  const [left, right] = [short[3] ?? short[1], short[1]];
  return Math.max(
    pixels(style.get('margin-left') ?? left ?? ''),
    element.getAttribute('dir') === 'rtl' ? pixels(style.get('margin-right') ?? right ?? '') : 0,
  );
};

const indentBlocks = (root: ParentNode): void => {
  for (const element of all(root, 'p, h1, h2, h3')) {
    const steps = Math.round(marginOf(element) / INDENT_PX);
    if (steps > 0 && !element.closest('li')) element.dataset['indent'] = String(steps);
  }
};

const fillOf = (cell: Element): string | undefined => {
  const style = styleOf(cell);
  const said = style.get('background-color') ?? style.get('background') ?? cell.getAttribute('bgcolor') ?? '';
  const fill = backgroundOf(said);
  return cell.tagName === 'TH' && fill === HEADER_FILL ? undefined : fill;
};

const clampSpan = (cell: Element, name: string): void => {
  const span = Number(cell.getAttribute(name) ?? 1);
  if (span > MAX_SPAN || !(span >= 1)) cell.removeAttribute(name);
};

const TABLE_PARTS = 'thead, tbody, tfoot, tr, td, th, colgroup, col, caption';

/** What only lays out a page is no table: one cell, or tables within cells. */
const flatten = (table: Element): void => {
  for (const part of all(table, TABLE_PARTS)) unwrap(/^T[DH]$/.test(part.tagName) ? divAround(part) : part);
  unwrap(table);
};

const divAround = (cell: Element): Element => {
  const div = cell.ownerDocument.createElement('div');
  div.append(...cell.childNodes);
  cell.append(div);
  return cell;
};

const mendTables = (root: ParentNode): void => {
  for (const table of [...all(root, 'table')].reverse()) {
    const cells = all(table, 'td, th');
    if (cells.length < 2 || table.getAttribute('role') === 'presentation' || table.closest('td, th')) {
      flatten(table);
      continue;
    }
    for (const caption of all(table, 'caption')) table.before(rename(caption, 'p'));
    for (const cell of cells) {
      const fill = fillOf(cell);
      if (fill) cell.dataset['background'] = fill;
      clampSpan(cell, 'colspan');
      clampSpan(cell, 'rowspan');
    }
  }
};

const mendLinks = (root: ParentNode): void => {
  for (const link of all(root, 'a')) {
    const href = safeHref(link.getAttribute('href') ?? '');
    if (href) link.setAttribute('href', href);
    else unwrap(link);
  }
};

/** An image that is kept already has its id; one that is contained can be kept; any other stays where it is. */
const mendImages = (root: ParentNode, keep: KeepImage): number => {
  let lost = 0;
  for (const image of all(root, 'img')) {
    const id = image.dataset['cid'] ?? keep(image.getAttribute('src') ?? '');
    if (id !== undefined) {
      image.dataset['imageId'] = id;
      continue;
    }
    // A picture of a dot or two counts who reads.
    if (Number(image.getAttribute('width') ?? 9) > 3) lost += 1;
    image.remove();
  }
  return lost;
};

const BLOCKS = 'p, div, h1, h2, h3, h4, h5, h6, ul, ol, li, table, blockquote, td, th, tr, pre, hr';

const isBlock = (node: Node | null): boolean => node instanceof Element && node.matches(BLOCKS);

const nextOf = (node: Node): Node | null => {
  let next = node.nextSibling;
  while (next instanceof Text && /^[ \t\r\n\f]*$/.test(next.data)) next = next.nextSibling;
  return next;
};

/** A break before the end of a block shows nothing. */
const isIdleBreak = (br: Node): boolean => {
  let node: Node = br;
  while (!nextOf(node)) {
    const parent = node.parentNode;
    if (!parent || parent instanceof DocumentFragment || isBlock(parent)) return true;
    node = parent;
  }
  return isBlock(nextOf(node));
};

const mendBreaks = (root: ParentNode): void => {
  for (const br of all(root, 'br'))
    if (br.className === 'Apple-interchange-newline' || isIdleBreak(br)) br.remove();
};

const breakLines = (pre: HTMLElement): void => {
  for (const text of textsIn(pre)) {
    const lines = text.data.replace(/\n$/, '').split('\n');
    const parts = lines.flatMap((line, at) => (at ? [pre.ownerDocument.createElement('br'), line] : [line]));
    text.replaceWith(
      ...parts.map((part) => (typeof part === 'string' ? part.replaceAll(' ', '\u00a0') : part)),
    );
  }
};

const textsIn = (root: Node): readonly Text[] => {
  const walker = root.ownerDocument!.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
};

const HIDDEN = 'style, script, title, meta, link, head, template, object, iframe, [hidden]';

const dropHidden = (root: ParentNode): void => {
  for (const element of all(root, HIDDEN)) element.remove();
  for (const element of all(root, '[data-dw-style]')) if (isMarkedOff(element)) element.remove();
};

/** A `<div>` with nothing but text in it is how many write a paragraph, an empty one among them. */
const mendDivs = (root: ParentNode): void => {
  for (const div of all(root, 'div'))
    if (div.childNodes.length > 0 && !div.querySelector(BLOCKS)) rename(div, 'p');
};

const mendHeadings = (root: ParentNode): void => {
  for (const heading of all(root, 'h4, h5, h6')) wrapInside(rename(heading, 'p'), 'strong');
};

/**
 * Prepares cleaned HTML for the schema's parser, in place.
 * @returns How many images were left out.
 */
export const prepareHtml = (root: DocumentFragment, keep: KeepImage = () => undefined): number => {
  dropHidden(root);
  mendDivs(root);
  liftWordLists(root);
  dropEmptyBold(root);
  for (const element of all(root, `${INLINE}, ${TEXT_BLOCKS}`)) setOff(element);
  mendTables(root);
  indentBlocks(root);
  mendHeadings(root);
  mendLinks(root);
  const lost = mendImages(root, keep);
  for (const pre of all(root, 'pre')) breakLines(pre);
  mendBreaks(root);
  return lost;
};

import type {MailDoc, MailMark, MailNode} from './editor.types.js';

// What leaves. Mail clients know neither style sheets nor classes, and some know little CSS: borders and padding of tables are
// said twice, as attributes and as style; every colour is a hexadecimal number.

/** How far one step of indenting goes, px. Read back by html-in.ts. */
export const INDENT_PX = 40;
/** What a header cell is filled with where it has no background of its own. Read back by html-in.ts. */
export const HEADER_FILL = '#f3f4f6';

const LINE = '1px solid #c4c7cc';
const STYLES = {
  heading: 'margin:16px 0 8px;font-size:20px;line-height:28px',
  blockquote: 'margin:8px 0 8px 4px;padding:0 0 0 12px;border-left:2px solid #9aa0a6',
  table: `border-collapse:collapse;border:${LINE}`,
  cell: `border:${LINE};padding:4px 12px;vertical-align:top;text-align:start`,
} as const;

const ESCAPES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};
const escape = (text: string): string => text.replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one);

const textHtml = (text: string): string => escape(text).replace(/\u00a0/g, '&nbsp;');

const BREAK = '\n';
const charactersOf = ({type, text}: MailNode): string =>
  type === 'text' ? (text ?? '') : type === 'hard_break' ? BREAK : '\ufffc';

/** Spaces that HTML would swallow cannot break: at the edges of a line, and those behind another one. */
const withSpaces = (content: readonly MailNode[]): readonly MailNode[] => {
  const all = content.map(charactersOf).join('');
  const kept = all.replace(/ /g, (space, at: number) =>
    /[ \n]/.test(all[at - 1] ?? BREAK) || (all[at + 1] ?? BREAK) === BREAK ? '\u00a0' : space,
  );
  let at = 0;
  return content.map((node) => {
    const start = at;
    at += charactersOf(node).length;
    return node.type === 'text' ? {...node, text: kept.slice(start, at)} : node;
  });
};

const attribute = (name: string, value: string | number | readonly number[] | null | undefined): string =>
  value === null || value === undefined || value === '' ? '' : ` ${name}="${escape(String(value))}"`;

const tag = (name: string, attributes: string, inside: string): string =>
  `<${name}${attributes}>${inside}</${name}>`;

const markTags: Readonly<Record<MailMark['type'], (mark: MailMark, inside: string) => string>> = {
  link: ({attrs}, inside) => tag('a', attribute('href', attrs?.['href']), inside),
  colour: ({attrs}, inside) => tag('span', attribute('style', `color:${String(attrs?.['value'])}`), inside),
  strong: (_, inside) => tag('strong', '', inside),
  em: (_, inside) => tag('em', '', inside),
  underline: (_, inside) => tag('u', '', inside),
  strike: (_, inside) => tag('s', '', inside),
};

const imageHtml = ({attrs = {}}: MailNode): string => {
  const {id, alt, width, height} = attrs;
  const size = `${attribute('width', width)}${attribute('height', height)}`;
  return `<img src="cid:${escape(encodeURIComponent(String(id)))}" alt="${escape(String(alt ?? ''))}"${size} style="max-width:100%;height:auto">`;
};

const leaf = (node: MailNode): string => {
  if (node.type === 'text') return textHtml(node.text ?? '');
  return node.type === 'image' ? imageHtml(node) : '<br>';
};

const same = (one: MailMark | undefined, other: MailMark | undefined): boolean =>
  one !== undefined && other !== undefined && JSON.stringify(one) === JSON.stringify(other);

/** Nodes in a row that have the same mark at this depth share its tag. */
const inlineHtml = (nodes: readonly MailNode[], depth = 0): string => {
  let html = '';
  for (let at = 0; at < nodes.length;) {
    const node = nodes[at] as MailNode;
    const mark = node.marks?.[depth];
    let end = at + 1;
    while (mark && end < nodes.length && same(mark, nodes[end]?.marks?.[depth])) end += 1;
    html += mark ? markTags[mark.type](mark, inlineHtml(nodes.slice(at, end), depth + 1)) : leaf(node);
    at = end;
  }
  return html;
};

/** A break at the very end shows nothing in HTML, and a paragraph without content has no height: one more break. */
const inside = ({content = []}: MailNode): string =>
  inlineHtml(withSpaces(content)) +
  (content.length === 0 || content.at(-1)?.type === 'hard_break' ? '<br>' : '');

const RTL = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

const directionOf = ({content = []}: MailNode): string =>
  RTL.test(content.map(({text}) => text ?? '').join('')) ? ' dir="rtl"' : '';

const indentOf = ({attrs}: MailNode): number => Number(attrs?.['indent'] ?? 0);

const blockStyle = (node: MailNode, base: string): string => {
  const indent = indentOf(node);
  const side = directionOf(node) ? 'right' : 'left';
  const margin = indent > 0 ? `margin-${side}:${indent * INDENT_PX}px` : '';
  return attribute('style', [base, margin].filter(Boolean).join(';'));
};

const textBlock = (name: string, base: string, node: MailNode): string =>
  tag(name, directionOf(node) + blockStyle(node, base), inside(node));

const isPlain = (node: MailNode | undefined): node is MailNode =>
  node?.type === 'paragraph' && indentOf(node) === 0 && directionOf(node) === '';

const isList = ({type}: MailNode): boolean => type === 'ordered_list' || type === 'bullet_list';

const itemHtml = ({content = []}: MailNode): string => {
  const [first, ...rest] = content;
  const isBare = isPlain(first) && (first.content?.length ?? 0) > 0 && rest.every(isList);
  return tag('li', '', isBare ? inside(first) + blocksHtml(rest) : blocksHtml(content));
};

const cellHtml = ({type, attrs = {}, content = []}: MailNode): string => {
  const isHeader = type === 'table_header';
  const fill = attrs['background'] ?? (isHeader ? HEADER_FILL : undefined);
  const span = (name: string): string =>
    attribute(name, Number(attrs[name] ?? 1) > 1 ? attrs[name] : undefined);
  const style = STYLES.cell + (fill ? `;background-color:${String(fill)}` : '');
  const [only] = content;
  return tag(
    isHeader ? 'th' : 'td',
    `${span('colspan')}${span('rowspan')}${attribute('bgcolor', fill)}${attribute('style', style)}`,
    content.length === 1 && isPlain(only) ? inside(only) : blocksHtml(content),
  );
};

const rowHtml = ({content = []}: MailNode): string => tag('tr', '', content.map(cellHtml).join(''));

const TABLE = ` border="1" cellpadding="6" cellspacing="0"${attribute('style', STYLES.table)}`;

const blockHtml = (node: MailNode): string => {
  const {type, content = [], attrs} = node;
  switch (type) {
    case 'heading':
      return textBlock('h1', STYLES.heading, node);
    case 'blockquote':
      return tag('blockquote', attribute('style', STYLES.blockquote), blocksHtml(content));
    case 'ordered_list':
      return tag(
        'ol',
        Number(attrs?.['order'] ?? 1) > 1 ? attribute('start', attrs?.['order']) : '',
        content.map(itemHtml).join(''),
      );
    case 'bullet_list':
      return tag('ul', '', content.map(itemHtml).join(''));
    case 'table':
      return tag('table', TABLE, tag('tbody', '', content.map(rowHtml).join('')));
    default:
      return textBlock('p', '', node);
  }
};

const blocksHtml = (nodes: readonly MailNode[]): string => nodes.map(blockHtml).join('');

/**
 * A document as the HTML of a mail: one that mail clients show as it was written, without classes and style sheets.
 * Images are `cid:` and their id. `docOfHtml` reads it back.
 */
export const mailHtmlOf = (doc: MailDoc): string => blocksHtml(doc.content ?? []);

/** A part of a document, for the clipboard: blocks, rows of a table, or only what stands within one block. */
export const partHtmlOf = (nodes: readonly MailNode[], isInline: boolean): string => {
  const [first] = nodes;
  if (!first) return '';
  if (isInline && nodes.length === 1) return inlineHtml(withSpaces(first.content ?? []));
  if (first.type === 'table_row') return blockHtml({type: 'table', content: nodes});
  if (first.type === 'table_cell' || first.type === 'table_header')
    return blockHtml({type: 'table', content: [{type: 'table_row', content: nodes}]});
  if (first.type === 'list_item') return blockHtml({type: 'bullet_list', content: nodes});
  return first.type === 'text' || first.type === 'image' ? inlineHtml(withSpaces(nodes)) : blocksHtml(nodes);
};

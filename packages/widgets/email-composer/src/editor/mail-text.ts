import type {MailDoc, MailNode} from './editor.types.js';

/** A table wider than this is not drawn in columns: mail clients wrap plain text here. */
const WIDTH = 78;

/** How wide a text is in a fixed pitch: Hangul, Han, Kana and full-width forms take two. */
const widthOf = (text: string): number => {
  let width = 0;
  for (const one of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        one,
      )
        ? 2
        : 1;
  return width;
};

const hrefOf = ({marks = []}: MailNode): string =>
  String(marks.find(({type}) => type === 'link')?.attrs?.['href'] ?? '');

/** What a link says is enough where it says where it goes. */
const withAddress = (text: string, href: string): string => {
  const shown = text.trim().toLowerCase();
  const goal = href.replace(/^(?:mailto|tel):/i, '').toLowerCase();
  const said = [href.toLowerCase(), goal, goal.replace(/^https?:\/\//, '').replace(/\/$/, '')];
  return !href || said.includes(shown.replace(/\/$/, '')) || said.includes(shown)
    ? text
    : `${text} <${href}>`;
};

const leafText = ({type, text = '', attrs}: MailNode): string => {
  if (type === 'text') return text;
  if (type === 'hard_break') return '\n';
  const alt = String(attrs?.['alt'] ?? '').trim();
  return alt ? `[${alt}]` : '';
};

const inlineText = (nodes: readonly MailNode[]): string => {
  let text = '';
  for (let at = 0; at < nodes.length;) {
    const href = hrefOf(nodes[at] as MailNode);
    let end = at + 1;
    while (href && end < nodes.length && hrefOf(nodes[end] as MailNode) === href) end += 1;
    text += withAddress(nodes.slice(at, end).map(leafText).join(''), href);
    at = end;
  }
  return text;
};

const prefixed = (text: string, first: string, rest: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first : line === '' ? rest.trimEnd() : rest) + line)
    .join('\n');

const itemText = (mark: string, {content = []}: MailNode): string =>
  prefixed(blocksText(content, '\n'), mark, ' '.repeat(mark.length));

const listText = ({type, attrs, content = []}: MailNode): string => {
  const start = Number(attrs?.['order'] ?? 1);
  return content
    .map((item, index) => itemText(type === 'ordered_list' ? `${start + index}. ` : '- ', item))
    .join('\n');
};

const cellText = ({content = []}: MailNode): string =>
  blocksText(content, ' ')
    .replace(/\s*\n\s*/g, ' ')
    .trim();

const tableText = ({content: rows = []}: MailNode): string => {
  const cells = rows.map(({content = []}) => content.map(cellText));
  const columns = Math.max(0, ...cells.map(({length}) => length));
  const widths = Array.from({length: columns}, (_, at) =>
    Math.max(...cells.map((row) => widthOf(row[at] ?? ''))),
  );
  const isDrawn = widths.reduce((sum, width) => sum + width + 3, -3) <= WIDTH;
  const padded = (text: string, at: number): string =>
    isDrawn ? text + ' '.repeat(Math.max(0, (widths[at] ?? 0) - widthOf(text))) : text;
  const lines = cells.map((row) => row.map(padded).join(' | ').trimEnd());
  const isHeader = (rows[0]?.content ?? []).every(({type}) => type === 'table_header');
  if (isHeader && isDrawn && rows.length > 1)
    lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('-+-'));
  return lines.join('\n');
};

const blockText = (node: MailNode): string => {
  const {type, content = [], attrs} = node;
  if (type === 'bullet_list' || type === 'ordered_list') return listText(node);
  if (type === 'blockquote') return prefixed(blocksText(content), '> ', '> ');
  if (type === 'table') return tableText(node);
  // What is none of these holds blocks of its own.
  if (content.some((child) => child.content !== undefined)) return blocksText(content);
  const indent = ' '.repeat(4 * Number(attrs?.['indent'] ?? 0));
  return indent ? prefixed(inlineText(content), indent, indent) : inlineText(content);
};

const blocksText = (nodes: readonly MailNode[], between = '\n\n'): string =>
  nodes.map(blockText).join(between);

/**
 * A document as plain text, the other half of a mail: paragraphs are parted by an empty line, lists have their marks, tables
 * their columns where they fit, quotes a `>`, links the address behind what they say.
 */
export const mailTextOf = (doc: MailDoc): string =>
  blocksText(doc.content ?? [])
    .replace(/\u00a0/g, ' ')
    .replace(/[ ]+$/gm, '')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim();

/** The text of a part of a document, for the clipboard. */
export const partTextOf = (nodes: readonly MailNode[]): string =>
  nodes.some(({type}) => type === 'text' || type === 'image' || type === 'hard_break')
    ? inlineText(nodes)
    : nodes[0]?.type === 'table_row'
      ? nodes.map((row) => (row.content ?? []).map(cellText).join('\t')).join('\n')
      : nodes[0]?.type === 'list_item'
        ? listText({type: 'bullet_list', content: nodes})
        : blocksText(nodes);

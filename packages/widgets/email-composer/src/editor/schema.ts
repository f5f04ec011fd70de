import {Schema, type Attrs, type DOMOutputSpec, type MarkSpec, type NodeSpec} from 'prosemirror-model';
import {bulletList, listItem, orderedList} from 'prosemirror-schema-list';
import {tableNodes} from 'prosemirror-tables';

// A mail's document is exactly what a mail client shows: what is not in here cannot be written, nor pasted. What stands in a
// style attribute elsewhere is set through the object model: a strict policy blocks the attribute.

/** How far a paragraph can be indented. */
export const MAX_INDENT = 8;

const indentOf = (element: HTMLElement): number =>
  Math.min(MAX_INDENT, Math.max(0, Math.trunc(Number(element.dataset['indent'] ?? 0)) || 0));

const indented = (tag: string): Pick<NodeSpec, 'attrs' | 'toDOM'> => ({
  attrs: {indent: {default: 0, validate: 'number'}},
  toDOM: ({attrs}): DOMOutputSpec => [
    tag,
    {dir: 'auto', ...(attrs['indent'] ? {'data-indent': String(attrs['indent'])} : {})},
    0,
  ],
});

const paragraph: NodeSpec = {
  content: 'inline*',
  group: 'block',
  ...indented('p'),
  parseDOM: [{tag: 'p', getAttrs: (element) => ({indent: indentOf(element)})}],
};

const heading: NodeSpec = {
  content: 'inline*',
  group: 'block',
  defining: true,
  ...indented('h1'),
  parseDOM: ['h1', 'h2', 'h3'].map((tag) => ({
    tag,
    getAttrs: (element: HTMLElement) => ({indent: indentOf(element)}),
  })),
};

const blockquote: NodeSpec = {
  content: 'block+',
  group: 'block',
  defining: true,
  parseDOM: [{tag: 'blockquote'}],
  toDOM: () => ['blockquote', 0],
};

const image: NodeSpec = {
  inline: true,
  group: 'inline',
  draggable: true,
  attrs: {
    id: {validate: 'string'},
    alt: {default: '', validate: 'string'},
    width: {default: null, validate: 'number|null'},
    height: {default: null, validate: 'number|null'},
  },
  parseDOM: [
    {
      tag: 'img[data-image-id]',
      getAttrs: (element) => ({
        id: element.dataset['imageId'],
        alt: element.getAttribute('alt') ?? '',
        width: Number(element.getAttribute('width')) || null,
        height: Number(element.getAttribute('height')) || null,
      }),
    },
  ],
  toDOM: ({attrs}) => ['img', {'data-image-id': String(attrs['id']), alt: String(attrs['alt'])}],
};

const hardBreak: NodeSpec = {
  inline: true,
  group: 'inline',
  selectable: false,
  linebreakReplacement: true,
  parseDOM: [{tag: 'br'}],
  toDOM: () => ['br'],
};

const cells = tableNodes({
  tableGroup: 'block',
  cellContent: '(paragraph | heading | bullet_list | ordered_list | blockquote)+',
  cellAttributes: {
    background: {
      default: null,
      validate: 'string|null',
      getFromDOM: (element) => element.dataset['background'] ?? null,
      setDOMAttr: (value, attrs) => {
        if (typeof value !== 'string') return;
        attrs['data-background'] = value;
        // Set through the object model, as the library does with this one attribute.
        attrs['style'] = `--_dw-fill: ${value}`;
      },
    },
  },
});

const list = (spec: NodeSpec, set: Partial<NodeSpec>): NodeSpec => ({...spec, ...set});

const wrapped = (tag: string, ...others: readonly string[]): MarkSpec => ({
  parseDOM: [tag, ...others].map((name) => ({tag: name})),
  toDOM: () => [tag, 0],
});

/** Nobody follows a link while writing, and the address stays readable. */
const link: MarkSpec = {
  attrs: {href: {validate: 'string'}},
  inclusive: false,
  parseDOM: [{tag: 'a[href]', getAttrs: (element) => ({href: element.getAttribute('href')})}],
  toDOM: ({attrs}) => [
    'a',
    {href: String(attrs['href']), title: String(attrs['href']), rel: 'noreferrer'},
    0,
  ],
};

const inkElement = ({value}: Attrs): HTMLElement => {
  const span = document.createElement('span');
  span.className = 'ink';
  span.dataset['ink'] = String(value);
  span.style.setProperty('--_dw-ink', String(value));
  return span;
};

const colour: MarkSpec = {
  attrs: {value: {validate: 'string'}},
  parseDOM: [{tag: 'span[data-ink]', getAttrs: (element) => ({value: element.dataset['ink']})}],
  toDOM: ({attrs}) => {
    const dom = inkElement(attrs);
    return {dom, contentDOM: dom};
  },
};

/** What can be written in a mail. */
export const schema = new Schema({
  nodes: {
    doc: {content: 'block+'},
    paragraph,
    heading,
    blockquote,
    ordered_list: list(orderedList, {content: 'list_item+', group: 'block'}),
    bullet_list: list(bulletList, {content: 'list_item+', group: 'block'}),
    list_item: list(listItem, {content: 'paragraph block*', defining: true}),
    ...cells,
    image,
    hard_break: hardBreak,
    text: {group: 'inline'},
  },
  marks: {
    link,
    colour,
    strong: wrapped('strong', 'b'),
    em: wrapped('em', 'i'),
    underline: wrapped('u', 'ins'),
    strike: wrapped('s', 'strike', 'del'),
  },
});

/** The types of nodes, by name. */
export const nodes = schema.nodes;
/** The types of marks, by name. */
export const marks = schema.marks;

import sanitize, {type IOptions} from 'sanitize-html';

/** Larger HTML than this is not read; its text goes along instead. In UTF-16 units. */
export const MAX_HTML = 512 * 1024;

const TAGS = [
  ...[
    'a',
    'abbr',
    'b',
    'blockquote',
    'br',
    'caption',
    'center',
    'code',
    'col',
    'colgroup',
    'dd',
    'del',
    'div',
  ],
  ...['dl', 'dt', 'em', 'font', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'ins', 'li', 'ol', 'p'],
  ...[
    'pre',
    'q',
    's',
    'small',
    'span',
    'strike',
    'strong',
    'sub',
    'sup',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
  ],
  ...['thead', 'tr', 'u', 'ul'],
];

/** Whatever stands in these is not text of the mail either. */
const NOT_TEXT = [
  ...[
    'applet',
    'audio',
    'button',
    'canvas',
    'embed',
    'head',
    'iframe',
    'math',
    'noembed',
    'noframes',
    'noscript',
  ],
  ...['object', 'option', 'plaintext', 'script', 'select', 'style', 'svg', 'template', 'textarea', 'title'],
  ...['video', 'xmp'],
];

const CELL = ['align', 'bgcolor', 'colspan', 'height', 'nowrap', 'rowspan', 'valign', 'width'];

const ATTRIBUTES = {
  '*': ['dir', 'lang', 'style'],
  a: ['href'],
  blockquote: ['type'],
  col: ['span', 'width'],
  div: ['align'],
  font: ['color', 'face', 'size'],
  h1: ['align'],
  h2: ['align'],
  h3: ['align'],
  hr: ['align', 'size', 'width'],
  img: ['align', 'alt', 'height', 'src', 'width'],
  ol: ['start', 'type'],
  p: ['align'],
  table: ['align', 'bgcolor', 'border', 'cellpadding', 'cellspacing', 'width'],
  td: CELL,
  th: CELL,
  tr: ['align', 'bgcolor', 'valign'],
  ul: ['type'],
};

/** Words, lengths and colours; nothing that could name an address (`url(`, `image-set(`) or run (`expression(`). */
const VALUE = [/^(?:[\w\s#%.,'"+-]|(?:rgb|hsl)a?\([\d\s.,%/]{1,60}\)){1,200}$/i];

const sides = (property: string): readonly string[] => [
  property,
  ...['top', 'right', 'bottom', 'left'].map((side) => `${property}-${side}`),
];
const borders = sides('border').flatMap((border) => [
  border,
  ...['color', 'style', 'width'].map((part) => `${border}-${part}`),
]);

/** What letters, paragraphs, lists and tables need; nothing that takes them out of their place. */
const PROPERTIES = [
  ...['background-color', 'border-collapse', 'border-radius', 'border-spacing', 'color', 'direction'],
  ...['font-family', 'font-size', 'font-style', 'font-weight', 'height', 'letter-spacing', 'line-height'],
  ...['list-style-type', 'max-width', 'min-width', 'text-align', 'text-decoration', 'text-indent'],
  ...['vertical-align', 'white-space', 'width', 'word-break'],
  ...[...borders, ...sides('margin'), ...sides('padding')],
];

const STYLES = {
  '*': {
    ...Object.fromEntries(PROPERTIES.map((property) => [property, VALUE])),
    display: [/^(?:block|inline|inline-block|none)$/i],
  },
};

const OPTIONS: IOptions = {
  allowedTags: TAGS,
  allowedAttributes: ATTRIBUTES,
  allowedStyles: STYLES,
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: {img: ['cid']},
  allowProtocolRelative: false,
  nonTextTags: NOT_TEXT,
  nestingLimit: 100,
};

/** HTML that is fit to leave, and the images that it shows. */
export interface CleanHtml {
  readonly html: string;
  /** The Content-IDs that it asks for now, each once. */
  readonly contentIds: readonly string[];
}

/** What a `cid:` address names, without its angle brackets. */
const namedBy = (src: string): string | undefined => {
  const found = /^\s*cid:\s*<?([^<>\s]{1,250})>?\s*$/i.exec(src)?.[1];
  if (found === undefined) return undefined;
  try {
    return decodeURIComponent(found);
  } catch {
    return found;
  }
};

/**
 * HTML as it may leave the house: what mail clients show and nothing else. No script, no form, no style sheet, nothing that
 * is fetched from elsewhere when it is read; well-formed, so that it cannot break out of whatever stands around it.
 * @param imageOf The Content-ID under which an image travels, by the one that the HTML names; undefined: the image is
 * left out.
 */
export const sanitiseHtml = (html: string, imageOf: (contentId: string) => string | undefined): CleanHtml => {
  const contentIds = new Set<string>();
  const show = (attributes: sanitize.Attributes): sanitize.Attributes => {
    const {src, ...others} = attributes;
    const named = src === undefined ? undefined : namedBy(src);
    const contentId = named === undefined ? undefined : imageOf(named);
    if (contentId === undefined) return others;
    contentIds.add(contentId);
    return {...others, src: `cid:${contentId}`};
  };
  const clean = sanitize(html, {
    ...OPTIONS,
    transformTags: {img: (tagName, attributes) => ({tagName, attribs: show(attributes)})},
    exclusiveFilter: ({tag, attribs}) => tag === 'img' && attribs['src'] === undefined,
  });
  return {html: clean, contentIds: [...contentIds]};
};

import {MAIL_NODE_TYPES, type MailDoc, type MailNode} from './editor.types.js';

/** A mail in which nothing stands. */
export const EMPTY_DOC: MailDoc = {type: 'doc', content: [{type: 'paragraph'}]};

/** A node and everything in it, from the front to the back. */
export function* nodesOf(node: MailNode): Generator<MailNode> {
  yield node;
  for (const child of node.content ?? []) yield* nodesOf(child);
}

const TYPES: ReadonlySet<unknown> = new Set(MAIL_NODE_TYPES);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNode = (value: unknown): value is MailNode => {
  if (!isObject(value) || !TYPES.has(value['type'])) return false;
  const {content, text} = value;
  if (value['type'] === 'text' && (typeof text !== 'string' || text === '')) return false;
  return content === undefined || (Array.isArray(content) && content.every(isNode));
};

/** Whether something that was stored is a document. What in it does not fit together is mended when it is shown. */
export const isMailDoc = (value: unknown): value is MailDoc => isNode(value) && value.type === 'doc';

const isSomething = ({type, text}: MailNode): boolean =>
  type === 'image' || type === 'table' || (type === 'text' && text?.trim() !== '');

/** Whether nothing was written: no text, no image, no table. */
export const isEmptyDoc = (doc: MailDoc): boolean => {
  for (const node of nodesOf(doc)) if (isSomething(node)) return false;
  return true;
};

/** The ids of the images that it shows, each once, in order. */
export const imageIdsOf = (doc: MailDoc): readonly string[] => {
  const ids = new Set<string>();
  for (const {type, attrs} of nodesOf(doc)) {
    const id = type === 'image' ? attrs?.['id'] : undefined;
    if (typeof id === 'string' && id !== '') ids.add(id);
  }
  return [...ids];
};

const lineNodes = (line: string): readonly MailNode[] => (line === '' ? [] : [{type: 'text', text: line}]);

const paragraphOf = (text: string): MailNode => {
  const content = text
    .split('\n')
    .flatMap((line, index) =>
      index === 0 ? lineNodes(line) : [{type: 'hard_break'} as const, ...lineNodes(line)],
    );
  return content.length ? {type: 'paragraph', content} : {type: 'paragraph'};
};

/** A plain text as a document: an empty line parts paragraphs, a line break is one. `mailTextOf` gives it back. */
export const docOfText = (text: string): MailDoc => ({
  type: 'doc',
  content: text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '    ')
    .replace(/\n+$/, '')
    .split(/\n[ ]*\n/)
    .map(paragraphOf),
});

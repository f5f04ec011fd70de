import {styleOf} from './style-of.js';

// Word writes lists as paragraphs that say `mso-list: l0 level2 lfo1`, with the bullet or the number as text in front.

interface Item {
  readonly paragraph: HTMLElement;
  /** Which list. */
  readonly list: string;
  /** How deep, from 1. */
  readonly level: number;
  readonly isOrdered: boolean;
}

/** Deeper than anybody reads. */
const MAX_LEVEL = 9;

/** The mark in front: text that a list's own number takes the place of. */
const takeMark = (paragraph: HTMLElement): string => {
  const marks = [...paragraph.querySelectorAll('[data-dw-style]')].filter(
    (element) => styleOf(element).get('mso-list') === 'ignore',
  );
  const text = marks.map(({textContent}) => textContent).join('');
  for (const mark of marks) mark.remove();
  return text.trim();
};

/** `1.`, `가)`, `iv.`, `(a)`: what is counted. A bullet is a single sign. */
const isNumber = (mark: string): boolean =>
  /^\(?(?:\d+|[a-z]{1,5}|[가-힣]|[①-⑳])[.)]?\)?$/i.test(mark) && !/^o$/.test(mark);

const itemOf = (paragraph: HTMLElement): Item | undefined => {
  const said = /(l\d+)\s+level(\d+)/.exec(styleOf(paragraph).get('mso-list') ?? '');
  if (!said) return undefined;
  const level = Math.min(MAX_LEVEL, Math.max(1, Number(said[2])));
  return {paragraph, list: said[1] ?? '', level, isOrdered: isNumber(takeMark(paragraph))};
};

const isBetween = (node: Node): boolean =>
  node.nodeType === Node.COMMENT_NODE ||
  (node.nodeType === Node.TEXT_NODE && /^\s*$/.test(node.textContent ?? ''));

/** Whether one follows the other with nothing but white space between. */
const follows = (one: Item, other: Item | undefined): boolean => {
  let before = one.paragraph.previousSibling;
  while (before && isBetween(before)) before = before.previousSibling;
  return before !== null && before === other?.paragraph;
};

const runsOf = (items: readonly Item[]): readonly (readonly Item[])[] => {
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run && follows(item, run.at(-1))) run.push(item);
    else runs.push([item]);
  }
  return runs;
};

const listFor = ({paragraph, isOrdered}: Item): HTMLElement =>
  paragraph.ownerDocument.createElement(isOrdered ? 'ol' : 'ul');

interface Open {
  readonly list: HTMLElement;
  readonly item: Item;
}

/** Puts one item where its level says; what is open is a list per level. */
const place = (item: Item, open: Open[], before: (list: HTMLElement) => void): void => {
  while (open.length > 0 && (open.at(-1)?.item.level ?? 0) > item.level) open.pop();
  const last = open.at(-1);
  const goesOn =
    last?.item.level === item.level && last.item.isOrdered === item.isOrdered && last.item.list === item.list;
  if (!goesOn) {
    if (last?.item.level === item.level) open.pop();
    const list = listFor(item);
    const parent = open.at(-1)?.list.lastElementChild;
    if (parent) parent.append(list);
    else before(list);
    open.push({list, item});
  }
  const entry = item.paragraph.ownerDocument.createElement('li');
  entry.append(...item.paragraph.childNodes);
  open.at(-1)?.list.append(entry);
};

const lift = (run: readonly Item[]): void => {
  const first = run[0]?.paragraph;
  const open: Open[] = [];
  for (const item of run) {
    place(item, open, (list) => {
      first?.before(list);
    });
  }
  for (const {paragraph} of run) paragraph.remove();
};

/** Makes Word's paragraphs that look like lists into lists, nested as they looked. */
export const liftWordLists = (root: ParentNode): void => {
  const items = [...root.querySelectorAll<HTMLElement>('[data-dw-style*="mso-list"]')]
    .filter((element) => /^(?:P|H\d|LI|DIV)$/.test(element.tagName))
    .flatMap((element) => itemOf(element) ?? []);
  runsOf(items).forEach(lift);
};

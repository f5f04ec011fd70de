import {lift, setBlockType, toggleMark, wrapIn} from 'prosemirror-commands';
import {closeHistory} from 'prosemirror-history';
import type {Attrs, MarkType, Node, NodeType} from 'prosemirror-model';
import {liftListItem, sinkListItem, wrapRangeInList} from 'prosemirror-schema-list';
import {Selection, TextSelection, type Command, type EditorState, type Transaction} from 'prosemirror-state';

import {marks, MAX_INDENT, nodes} from './schema.js';

/** Whether everything that is selected (or what is written next) has a mark. */
export const hasMark = ({selection, storedMarks, doc}: EditorState, type: MarkType): boolean => {
  const {from, to, empty, $from} = selection;
  if (empty) return Boolean(type.isInSet(storedMarks ?? $from.marks()));
  let isMarked = true;
  let isAny = false;
  doc.nodesBetween(from, to, (node) => {
    if (!node.isText) return;
    isAny = true;
    isMarked &&= Boolean(type.isInSet(node.marks));
  });
  return isAny && isMarked;
};

/** The attribute of a mark at the selection; undefined where there is none, or several. */
export const markValue = (
  {selection, storedMarks, doc}: EditorState,
  type: MarkType,
  name: string,
): string | undefined => {
  const {from, to, empty, $from} = selection;
  const valueOf = (set: Node['marks']): string | undefined =>
    type.isInSet(set)?.attrs[name] as string | undefined;
  if (empty) return valueOf(storedMarks ?? $from.marks());
  const found = new Set<string | undefined>();
  doc.nodesBetween(from, to, (node) => {
    if (node.isText) found.add(valueOf(node.marks));
  });
  return found.size === 1 ? [...found][0] : undefined;
};

/** The innermost node of one of these types around the selection. */
export const around = (
  {selection: {$from}}: EditorState,
  ...types: readonly NodeType[]
): {readonly node: Node; readonly depth: number; readonly pos: number} | undefined => {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (types.includes(node.type)) return {node, depth, pos: $from.before(depth)};
  }
  return undefined;
};

/** Sets or removes a mark that has a value (a colour). */
export const setMark =
  (type: MarkType, attrs: Attrs | undefined): Command =>
  (state, dispatch) => {
    const {empty, ranges} = state.selection;
    const {tr} = state;
    if (empty) {
      if (attrs) tr.addStoredMark(type.create(attrs));
      else tr.removeStoredMark(type);
    }
    for (const {$from, $to} of empty ? [] : ranges) {
      tr.removeMark($from.pos, $to.pos, type);
      if (attrs) tr.addMark($from.pos, $to.pos, type.create(attrs));
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };

/** A heading where there is none, a paragraph where there is one. */
export const toggleHeading: Command = (state, dispatch, view) => {
  const isHeading = Boolean(around(state, nodes['heading']));
  return setBlockType(nodes[isHeading ? 'paragraph' : 'heading'])(state, dispatch, view);
};

/** Out of the quote where there is one, into one where there is none. */
export const toggleQuote: Command = (state, dispatch, view) => {
  const quote = around(state, nodes['blockquote']);
  if (!quote) return wrapIn(nodes['blockquote'])(state, dispatch, view);
  const {$from, $to} = state.selection;
  const range = $from.blockRange($to, (node) => node === quote.node);
  if (!range) return lift(state, dispatch, view);
  dispatch?.(state.tr.lift(range, quote.depth - 1).scrollIntoView());
  return true;
};

const listTypes = (): readonly NodeType[] => [nodes['ordered_list'], nodes['bullet_list']];

/** Wraps what is selected in a list; headings in it become text, since a list's item begins with that. */
const wrapAll =
  (type: NodeType): Command =>
  (state, dispatch) => {
    const {tr} = state;
    for (const {$from, $to} of state.selection.ranges)
      tr.setBlockType($from.pos, $to.pos, nodes['paragraph']);
    const {$from, $to} = tr.selection;
    const range = $from.blockRange($to);
    if (!range || !wrapRangeInList(tr, range, type)) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };

/** Into a list, out of it, or from one kind of list to the other. */
export const toggleList =
  (type: NodeType): Command =>
  (state, dispatch, view) => {
    const list = around(state, ...listTypes());
    if (!list) return wrapAll(type)(state, dispatch, view);
    if (list.node.type === type) return liftListItem(nodes['list_item'])(state, dispatch, view);
    dispatch?.(state.tr.setNodeMarkup(list.pos, type).scrollIntoView());
    return true;
  };

const INDENTABLE = new Set(['paragraph', 'heading']);

/** Moves paragraphs in or out by a step; those in lists move with their list. */
const indentBlocks =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const {tr} = state;
    for (const {$from, $to} of state.selection.ranges)
      state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
        if (node.type === nodes['list_item']) return false;
        if (!INDENTABLE.has(node.type.name)) return true;
        const indent = Number(node.attrs['indent']) + by;
        if (indent >= 0 && indent <= MAX_INDENT) tr.setNodeAttribute(pos, 'indent', indent);
        return false;
      });
    if (!tr.docChanged) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };

const either =
  (inList: Command, outside: Command): Command =>
  (state, dispatch, view) =>
    (around(state, nodes['list_item']) ? inList : outside)(state, dispatch, view);

/** One step further in. */
export const indent: Command = (state, dispatch, view) =>
  either(sinkListItem(nodes['list_item']), indentBlocks(1))(state, dispatch, view);

/** One step back out. */
export const outdent: Command = (state, dispatch, view) =>
  either(liftListItem(nodes['list_item']), indentBlocks(-1))(state, dispatch, view);

/** Removes every mark but links, headings and indents; tables, lists and quotes stay. */
export const clearFormatting: Command = (state, dispatch) => {
  const {tr} = state;
  const clear = Object.values(marks).filter((type) => type !== marks['link']);
  for (const {$from, $to} of state.selection.ranges) {
    for (const type of clear) tr.removeMark($from.pos, $to.pos, type);
    tr.setBlockType($from.pos, $to.pos, nodes['paragraph']);
  }
  tr.setStoredMarks([]);
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** A line break within the paragraph. */
export const lineBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes['hard_break'].create()).scrollIntoView());
  return true;
};

/** A link at the selection, as far as it goes: what is selected, or the link around the caret. */
export interface LinkAt {
  readonly from: number;
  readonly to: number;
  /** Undefined: none yet. */
  readonly href: string | undefined;
}

const isLinked = (node: Node | null | undefined, href: string): boolean =>
  node?.marks.some(({type, attrs}) => type === marks['link'] && attrs['href'] === href) ?? false;

/** What a link would be set on. */
export const linkAt = (state: EditorState): LinkAt => {
  const {from, to, $from, empty} = state.selection;
  const beside = [$from.nodeAfter, $from.nodeBefore].flatMap((node) => node?.marks ?? []);
  const href = empty
    ? (beside.find(({type}) => type === marks['link'])?.attrs['href'] as string | undefined)
    : markValue(state, marks['link'], 'href');
  if (!empty || href === undefined) return {from, to, href};
  let [start, end] = [$from.index(), $from.indexAfter()];
  if (!isLinked($from.parent.maybeChild(start), href)) end = start;
  while (start > 0 && isLinked($from.parent.maybeChild(start - 1), href)) start -= 1;
  while (isLinked($from.parent.maybeChild(end), href)) end += 1;
  const at = (index: number): number => $from.posAtIndex(index);
  return {from: at(start), to: at(end), href};
};

/** Sets, changes or (without `href`) removes the link; where nothing is selected its address is written. */
export const setLink =
  (href: string | undefined): Command =>
  (state, dispatch) => {
    const {from, to} = linkAt(state);
    const {tr} = state;
    if (from !== to) tr.removeMark(from, to, marks['link']);
    if (href !== undefined && from !== to) tr.addMark(from, to, marks['link'].create({href}));
    if (href !== undefined && from === to) {
      const text = href.replace(/^(?:mailto|tel):/i, '');
      tr.insert(
        from,
        state.schema.text(text, [...state.selection.$from.marks(), marks['link'].create({href})]),
      );
      tr.setSelection(TextSelection.create(tr.doc, from + text.length));
    }
    tr.removeStoredMark(marks['link']);
    dispatch?.(tr.scrollIntoView());
    return true;
  };

/** Puts a whole document in place of another one, and the caret at its front. What was typed just before is undone apart from it. */
export const replaceAll = (state: EditorState, doc: Node): Transaction => {
  const tr = closeHistory(state.tr).replaceWith(0, state.doc.content.size, doc.content);
  return tr.setSelection(Selection.atStart(tr.doc)).scrollIntoView();
};

export {toggleMark};

import type {Node} from 'prosemirror-model';
import {Plugin, PluginKey, type EditorState, type Transaction} from 'prosemirror-state';
import {Decoration, DecorationSet} from 'prosemirror-view';
import {PLACE} from '@deskwire/kit';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Places that a template left open, as far as each stands within one text. */
export const blanksOf = (doc: Node): readonly Span[] => {
  const spans: Span[] = [];
  doc.descendants((node, pos) => {
    if (!node.isText) return;
    for (const {0: found, index} of (node.text ?? '').matchAll(PLACE))
      spans.push({from: pos + index, to: pos + index + found.length});
  });
  return spans;
};

interface Shown {
  readonly isHeld: boolean;
  readonly set: DecorationSet;
}

const key = new PluginKey<Shown>('marks');

const setOf = ({doc, selection}: EditorState, isHeld: boolean): DecorationSet => {
  const blanks = blanksOf(doc).map(({from, to}) => Decoration.inline(from, to, {class: 'blank'}));
  const held =
    isHeld && !selection.empty ? [Decoration.inline(selection.from, selection.to, {class: 'held'})] : [];
  return DecorationSet.create(doc, [...blanks, ...held]);
};

/** Marks open places; and what is selected, while the focus is in a tool that will change it. */
export const marksPlugin = (): Plugin<Shown> =>
  new Plugin<Shown>({
    key,
    state: {
      init: (_, state) => ({isHeld: false, set: setOf(state, false)}),
      apply: (tr, before, _, state) => {
        const isHeld = (tr.getMeta(key) as boolean | undefined) ?? before.isHeld;
        const isSame = !tr.docChanged && isHeld === before.isHeld && !(isHeld && tr.selectionSet);
        return isSame ? before : {isHeld, set: setOf(state, isHeld)};
      },
    },
    props: {decorations: (state) => key.getState(state)?.set},
  });

/** Shows the selection without the focus, or no longer. */
export const hold = (tr: Transaction, isHeld: boolean): Transaction => tr.setMeta(key, isHeld);

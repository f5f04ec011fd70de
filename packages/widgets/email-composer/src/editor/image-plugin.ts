import {Plugin, PluginKey, type EditorState, type Transaction} from 'prosemirror-state';
import {Decoration, DecorationSet} from 'prosemirror-view';

/** An image that is not there yet. It stands beside the document, not in it: a draft never holds half an image. */
export interface Waiting {
  readonly key: string;
  readonly file: File;
  /** Why it could not be uploaded; undefined: it is on its way. */
  readonly failure?: string | undefined;
}

interface Waits {
  readonly all: ReadonlyMap<string, Waiting>;
  readonly marks: DecorationSet;
}

type Step =
  | {readonly add: readonly Waiting[]; readonly pos: number}
  | {readonly change: Waiting}
  | {readonly remove: string};

const key = new PluginKey<Waits>('images on their way');

/** Draws one that waits. */
export type DrawWaiting = (waiting: Waiting) => HTMLElement;

const markOf = (draw: DrawWaiting, waiting: Waiting, pos: number): Decoration =>
  Decoration.widget(pos, () => draw(waiting), {
    key: `${waiting.key} ${waiting.failure ?? ''}`,
    waiting: waiting.key,
    side: -1,
    ignoreSelection: true,
    // Its buttons are its own.
    stopEvent: () => true,
  });

const found = ({marks}: Waits, waiting: string): readonly Decoration[] =>
  marks.find(undefined, undefined, (spec: {readonly waiting?: string}) => spec.waiting === waiting);

const added = (
  waits: Waits,
  step: Extract<Step, {add: unknown}>,
  tr: Transaction,
  draw: DrawWaiting,
): Waits => ({
  all: new Map([...waits.all, ...step.add.map((one) => [one.key, one] as const)]),
  marks: waits.marks.add(
    tr.doc,
    step.add.map((one) => markOf(draw, one, step.pos)),
  ),
});

const removed = (waits: Waits, waiting: string): Waits => ({
  all: new Map([...waits.all].filter(([known]) => known !== waiting)),
  marks: waits.marks.remove([...found(waits, waiting)]),
});

const changed = (waits: Waits, waiting: Waiting, tr: Transaction, draw: DrawWaiting): Waits => {
  const [mark] = found(waits, waiting.key);
  if (!mark) return waits;
  const without = removed(waits, waiting.key);
  return {
    all: new Map([...without.all, [waiting.key, waiting]]),
    marks: without.marks.add(tr.doc, [markOf(draw, waiting, mark.from)]),
  };
};

/** What was deleted around it takes it along. */
const mapped = ({all, marks}: Waits, tr: Transaction): Waits => {
  const next = marks.map(tr.mapping, tr.doc);
  const alive = new Set(next.find().map(({spec}) => (spec as {waiting: string}).waiting));
  return {all: new Map([...all].filter(([known]) => alive.has(known))), marks: next};
};

const apply = (tr: Transaction, before: Waits, draw: DrawWaiting): Waits => {
  const waits = tr.docChanged ? mapped(before, tr) : before;
  const step = tr.getMeta(key) as Step | undefined;
  if (!step) return waits;
  if ('add' in step) return added(waits, step, tr, draw);
  return 'change' in step ? changed(waits, step.change, tr, draw) : removed(waits, step.remove);
};

/** Shows where images will stand. */
export const imagePlugin = (draw: DrawWaiting): Plugin<Waits> =>
  new Plugin<Waits>({
    key,
    state: {
      init: () => ({all: new Map(), marks: DecorationSet.empty}),
      apply: (tr, waits) => apply(tr, waits, draw),
    },
    props: {decorations: (state) => key.getState(state)?.marks},
  });

/** Those that are on their way or failed. */
export const waitingIn = (state: EditorState): readonly Waiting[] => [
  ...(key.getState(state)?.all.values() ?? []),
];

/** Where one stands; undefined where it was removed. */
export const placeOf = (state: EditorState, waiting: string): number | undefined => {
  const waits = key.getState(state);
  return waits ? found(waits, waiting)[0]?.from : undefined;
};

/** Shows several at a place. */
export const addWaiting = (tr: Transaction, pos: number, add: readonly Waiting[]): Transaction =>
  tr.setMeta(key, {add, pos}).setMeta('addToHistory', false);
/** One has failed, or is on its way again. */
export const changeWaiting = (tr: Transaction, change: Waiting): Transaction =>
  tr.setMeta(key, {change}).setMeta('addToHistory', false);
/** One is there, or is given up. */
export const removeWaiting = (tr: Transaction, remove: string): Transaction => tr.setMeta(key, {remove});

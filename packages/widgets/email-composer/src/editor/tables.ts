import type {Node} from 'prosemirror-model';
import {TextSelection, type Command, type EditorState, type Transaction} from 'prosemirror-state';
import {
  addColumnAfter,
  addRowAfter,
  CellSelection,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  selectedRect,
  TableMap,
  toggleHeaderRow,
} from 'prosemirror-tables';

import {around} from './commands.js';
import {nodes} from './schema.js';

/** The largest table that the chooser makes. Rows and columns can be added afterwards. */
export const MAX_TABLE = {rows: 6, columns: 8} as const;

const row = (columns: number, type: 'table_header' | 'table_cell'): Node =>
  nodes['table_row'].create(
    null,
    Array.from({length: columns}, () => nodes[type].createAndFill()!),
  );

/** A table with a header row; the caret goes into its first cell. */
export const insertTable =
  (rows: number, columns: number): Command =>
  (state, dispatch) => {
    if (!canInsertTable(state)) return false;
    const table = nodes['table'].create(
      null,
      Array.from({length: rows}, (_, at) =>
        row(columns, at === 0 && rows > 1 ? 'table_header' : 'table_cell'),
      ),
    );
    const {$from} = state.selection;
    const isBlank = $from.parent.isTextblock && $from.parent.content.size === 0;
    const start = isBlank ? $from.before() : $from.after();
    const tr = state.tr;
    if (isBlank) tr.replaceWith(start, $from.after(), table);
    else tr.insert(start, table);
    const end = start + table.nodeSize;
    // There is always somewhere to write on below it.
    if (tr.doc.resolve(end).nodeAfter === null) tr.insert(end, nodes['paragraph'].create());
    dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(start + 1))).scrollIntoView());
    return true;
  };

/** Not inside another table, and not where only text can stand. */
export const canInsertTable = (state: EditorState): boolean => {
  const {$from} = state.selection;
  if (isInTable(state) || $from.depth === 0 || !$from.parent.isTextblock) return false;
  const index = $from.index(-1);
  return $from.node(-1).canReplaceWith(index + 1, index + 1, nodes['table']);
};

/** Where the caret is in a table; undefined outside. */
export interface TableAt {
  readonly pos: number;
  readonly rows: number;
  readonly columns: number;
  readonly hasHeader: boolean;
  readonly isCells: boolean;
}

/** What is known of the table around the caret. */
export const tableAt = (state: EditorState): TableAt | undefined => {
  const table = isInTable(state) ? around(state, nodes['table']) : undefined;
  if (!table) return undefined;
  const {map} = selectedRect(state);
  const hasHeader = table.node.firstChild?.firstChild?.type === nodes['table_header'];
  return {
    pos: table.pos,
    rows: map.height,
    columns: map.width,
    hasHeader,
    isCells: state.selection instanceof CellSelection,
  };
};

/** The caret goes where the cells that went were, as near as there are some. */
const keepIn = (tr: Transaction, table: number, top: number, left: number): Transaction => {
  const node = tr.doc.nodeAt(table);
  if (node?.type !== nodes['table']) return tr;
  const map = TableMap.get(node);
  const cell = map.positionAt(Math.min(top, map.height - 1), Math.min(left, map.width - 1), node);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(table + 1 + cell + 1)));
};

/** The last row or column takes the table with it. */
const orTable =
  (command: Command, isLast: (rect: ReturnType<typeof selectedRect>) => boolean): Command =>
  (state, dispatch) => {
    if (!isInTable(state)) return false;
    const rect = selectedRect(state);
    if (isLast(rect)) return deleteTable(state, dispatch);
    return command(
      state,
      dispatch &&
        ((tr) => {
          dispatch(keepIn(tr, rect.tableStart - 1, rect.top, rect.left));
        }),
    );
  };

/** Removes the rows that are selected; all of them: the table. */
export const removeRow = orTable(deleteRow, ({top, bottom, map}) => bottom - top >= map.height);
/** Removes the columns that are selected; all of them: the table. */
export const removeColumn = orTable(deleteColumn, ({left, right, map}) => right - left >= map.width);

/** Tab: the next cell, and a new row behind the last one. */
export const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false;
  if (goToNextCell(1)(state, dispatch, view)) return true;
  if (!dispatch || !view) return true;
  addRowAfter(state, dispatch);
  return goToNextCell(1)(view.state, view.dispatch);
};

/** Shift+Tab: the cell before. */
export const previousCell: Command = (state, dispatch, view) =>
  isInTable(state) && (goToNextCell(-1)(state, dispatch, view) || true);

export {addColumnAfter, addRowAfter, deleteTable, toggleHeaderRow};

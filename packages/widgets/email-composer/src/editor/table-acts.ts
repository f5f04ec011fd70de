import type {Command} from 'prosemirror-state';

import type {TableAct} from './caret-bar.template.js';
import {
  addColumnAfter,
  addRowAfter,
  deleteTable,
  removeColumn,
  removeRow,
  toggleHeaderRow,
} from './tables.js';

const ACTS: Readonly<Record<TableAct, Command>> = {
  addRow: addRowAfter,
  addColumn: addColumnAfter,
  deleteRow: removeRow,
  deleteColumn: removeColumn,
  headerRow: toggleHeaderRow,
  deleteTable,
};

/** What a tool of the table does. */
export const tableAct = (id: TableAct): Command => ACTS[id];

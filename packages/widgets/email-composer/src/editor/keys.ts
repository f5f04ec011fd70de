import {baseKeymap, chainCommands, exitCode} from 'prosemirror-commands';
import {redo, undo} from 'prosemirror-history';
import {keymap} from 'prosemirror-keymap';
import {liftListItem, sinkListItem, splitListItem} from 'prosemirror-schema-list';
import type {Command, Plugin} from 'prosemirror-state';

import {
  around,
  clearFormatting,
  indent,
  lineBreak,
  outdent,
  toggleHeading,
  toggleList,
  toggleMark,
  toggleQuote,
} from './commands.js';
import {marks, nodes} from './schema.js';
import {nextCell, previousCell} from './tables.js';

/** In a list Tab moves the item and never leaves the text, even where the item cannot move. */
const inList =
  (command: Command): Command =>
  (state, dispatch, view) =>
    around(state, nodes['list_item']) !== undefined && (command(state, dispatch, view) || true);

/** Backspace at the front of an indented paragraph moves it out first. */
const backspaceIndent: Command = (state, dispatch, view) => {
  const {$from, empty} = state.selection;
  const isFront = empty && $from.parentOffset === 0 && Number($from.parent.attrs['indent'] ?? 0) > 0;
  return isFront && outdent(state, dispatch, view);
};

/** Enter at the end of a heading goes on as text; an indented empty paragraph moves out. */
const enterOut: Command = (state, dispatch, view) => {
  const {$from, empty} = state.selection;
  const isBlank = empty && $from.parent.content.size === 0;
  return isBlank && Number($from.parent.attrs['indent'] ?? 0) > 0 && outdent(state, dispatch, view);
};

/** The keys that do something of this editor's own; the table in the story is made of SHORTCUTS in tools.ts. */
export const editorKeys = (own: {readonly link: Command; readonly toolbar: Command}): readonly Plugin[] => [
  keymap({
    'Mod-b': toggleMark(marks['strong']),
    'Mod-i': toggleMark(marks['em']),
    'Mod-u': toggleMark(marks['underline']),
    'Mod-Shift-x': toggleMark(marks['strike']),
    'Mod-Alt-1': toggleHeading,
    'Mod-Shift-7': toggleList(nodes['ordered_list']),
    'Mod-Shift-8': toggleList(nodes['bullet_list']),
    'Mod-Shift-9': toggleQuote,
    'Mod-]': indent,
    'Mod-[': outdent,
    'Mod-k': own.link,
    'Mod-\\': clearFormatting,
    'Mod-z': undo,
    'Mod-y': redo,
    'Mod-Shift-z': redo,
    'Alt-F10': own.toolbar,
    Tab: chainCommands(nextCell, inList(sinkListItem(nodes['list_item']))),
    'Shift-Tab': chainCommands(previousCell, inList(liftListItem(nodes['list_item']))),
    Enter: chainCommands(splitListItem(nodes['list_item']), enterOut),
    'Shift-Enter': chainCommands(exitCode, lineBreak),
    Backspace: backspaceIndent,
  }),
  keymap(baseKeymap),
];

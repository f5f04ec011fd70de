import type {EditorState, Command} from 'prosemirror-state';
import {
  boldIcon,
  bulletListIcon,
  heading1Icon,
  imageIcon,
  indentIcon,
  italicIcon,
  linkIcon,
  orderedListIcon,
  outdentIcon,
  quoteIcon,
  strikeIcon,
  tableIcon,
  textColourIcon,
  underlineIcon,
  type Icon,
} from '@deskwire/kit';

import {
  around,
  hasMark,
  indent,
  markValue,
  outdent,
  toggleHeading,
  toggleList,
  toggleMark,
  toggleQuote,
} from './commands.js';
import type {EditorWord} from './editor.messages.js';
import {marks, nodes} from './schema.js';
import {canInsertTable} from './tables.js';

/** The tools in the order of the toolbar: how text looks, how it is built, what is put into it. */
export const TOOL_GROUPS = [
  ['heading', 'bold', 'italic', 'underline', 'strike', 'colour'],
  ['ordered', 'bullets', 'quote', 'outdent', 'indent'],
  ['table', 'link', 'image'],
] as const;

/** One of the tools. */
export type ToolId = (typeof TOOL_GROUPS)[number][number];

/** What a tool opens instead of doing something at once. */
export type Menu = 'colour' | 'table' | 'link';

/** What a tool is. */
export interface Tool {
  readonly icon: Icon;
  /** As in SHORTCUTS; `Mod` is Ctrl, on macOS Command. */
  readonly keys?: string;
  readonly run?: Command;
  readonly opens?: Menu;
  /** For a toggle: whether it is on. */
  readonly isOn?: (state: EditorState) => boolean;
  /** Why it does nothing here. */
  readonly why?: (state: EditorState) => EditorWord | undefined;
}

const mark = (icon: Icon, keys: string, name: string): Tool => ({
  icon,
  keys,
  run: toggleMark(marks[name]!),
  isOn: (state) => hasMark(state, marks[name]!),
});

const unless =
  (word: EditorWord, can: (state: EditorState) => boolean) =>
  (state: EditorState): EditorWord | undefined =>
    can(state) ? undefined : word;

const list = (icon: Icon, keys: string, name: string): Tool => ({
  icon,
  keys,
  run: toggleList(nodes[name]!),
  isOn: (state) => around(state, nodes['ordered_list'], nodes['bullet_list'])?.node.type === nodes[name],
});

/** Every tool. */
export const TOOLS: Readonly<Record<ToolId, Tool>> = {
  heading: {
    icon: heading1Icon,
    keys: 'Mod+Alt+1',
    run: toggleHeading,
    isOn: (state) => around(state, nodes['heading']) !== undefined,
    why: unless('whyList', (state) => toggleHeading(state)),
  },
  bold: mark(boldIcon, 'Mod+B', 'strong'),
  italic: mark(italicIcon, 'Mod+I', 'em'),
  underline: mark(underlineIcon, 'Mod+U', 'underline'),
  strike: mark(strikeIcon, 'Mod+Shift+X', 'strike'),
  colour: {icon: textColourIcon, opens: 'colour'},
  ordered: list(orderedListIcon, 'Mod+Shift+7', 'ordered_list'),
  bullets: list(bulletListIcon, 'Mod+Shift+8', 'bullet_list'),
  quote: {
    icon: quoteIcon,
    keys: 'Mod+Shift+9',
    run: toggleQuote,
    isOn: (state) => around(state, nodes['blockquote']) !== undefined,
    why: unless('whyQuote', (state) => toggleQuote(state)),
  },
  outdent: {
    icon: outdentIcon,
    keys: 'Mod+[',
    run: outdent,
    why: unless('whyOutdent', (state) => outdent(state)),
  },
  indent: {icon: indentIcon, keys: 'Mod+]', run: indent, why: unless('whyIndent', (state) => indent(state))},
  table: {icon: tableIcon, opens: 'table', why: unless('whyTable', canInsertTable)},
  link: {
    icon: linkIcon,
    keys: 'Mod+K',
    opens: 'link',
    isOn: (state) => hasMark(state, marks['link']),
  },
  image: {icon: imageIcon},
};

/** Every key of the editor, for its documentation; the tools' own are beside them. */
export const SHORTCUTS: readonly {readonly keys: string; readonly does: string}[] = [
  {keys: 'Mod+B, Mod+I, Mod+U', does: 'Bold, italic, underline'},
  {keys: 'Mod+Shift+X', does: 'Strike-through'},
  {keys: 'Mod+Alt+1', does: 'Heading 1, or text again'},
  {keys: 'Mod+Shift+7, Mod+Shift+8', does: 'Ordered list, bullet list'},
  {keys: 'Mod+Shift+9', does: 'Block quote'},
  {keys: 'Mod+], Mod+[', does: 'Indent, outdent'},
  {keys: 'Mod+K', does: 'Add, change or remove a link'},
  {keys: 'Mod+\\', does: 'Clear formatting'},
  {keys: 'Mod+Z, Mod+Y, Mod+Shift+Z', does: 'Undo, redo'},
  {keys: 'Mod+Shift+V', does: 'Paste as plain text'},
  {keys: 'Shift+Enter', does: 'Line break within the paragraph'},
  {
    keys: 'Tab, Shift+Tab',
    does: 'In a list: nest the item, take it out. In a table: next and previous cell. Elsewhere: leave the text',
  },
  {keys: 'Escape, then Tab or Shift+Tab', does: 'Leave the text from anywhere'},
  {
    keys: 'Alt+F10',
    does: 'To the tools: those at the caret (table, image) where there are some, pressed again the toolbar',
  },
  {keys: 'Escape in the tools', does: 'Back to the text'},
];

/** How a tool stands at the selection. */
export interface ToolState {
  readonly on: boolean | undefined;
  readonly why: EditorWord | undefined;
}

/** How all of them stand. */
export type ToolStates = Readonly<Record<ToolId, ToolState>>;

/** How every tool stands at the selection. */
export const toolStates = (state: EditorState, isDisabled: boolean, hasImages: boolean): ToolStates => {
  const stateOf = (id: ToolId, {isOn, why}: Tool): ToolState => ({
    on: isOn?.(state),
    why: isDisabled
      ? 'whyDisabled'
      : id === 'image' && !hasImages
        ? 'whyImages'
        : // What is on can always be taken back.
          isOn?.(state)
          ? undefined
          : why?.(state),
  });
  const entries = Object.entries(TOOLS).map(([id, tool]) => [id, stateOf(id as ToolId, tool)]);
  return Object.fromEntries(entries) as ToolStates;
};

/** The colour at the selection. */
export const inkAt = (state: EditorState): string | undefined => markValue(state, marks['colour'], 'value');

const IS_MAC = /Mac|iP(?:hone|ad|od)/;

/** Keys as they are called on this machine. */
export const keysText = (keys: string, platform = navigator.platform): string =>
  IS_MAC.test(platform)
    ? keys.replaceAll('Mod', '⌘').replaceAll('Alt', '⌥').replaceAll('Shift', '⇧').replaceAll('+', '')
    : keys.replaceAll('Mod', 'Ctrl');

/** Keys for `aria-keyshortcuts`. */
export const ariaKeys = (keys: string, platform = navigator.platform): string =>
  keys.replaceAll('Mod', IS_MAC.test(platform) ? 'Meta' : 'Control');

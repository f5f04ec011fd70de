import fc from 'fast-check';
import {baseKeymap, splitBlock} from 'prosemirror-commands';
import {EditorState, TextSelection, type Command} from 'prosemirror-state';
import {CellSelection, tableEditing} from 'prosemirror-tables';
import {describe, expect, it} from 'vitest';

import {
  clearFormatting,
  hasMark,
  indent,
  lineBreak,
  linkAt,
  outdent,
  setLink,
  setMark,
  toggleHeading,
  toggleList,
  toggleMark,
  toggleQuote,
} from './commands.js';
import {docOfText, isMailDoc} from './doc.js';
import type {MailDoc, MailNode} from './editor.types.js';
import {mailHtmlOf} from './mail-html.js';
import {mailTextOf} from './mail-text.js';
import {marks, MAX_INDENT, nodes, schema} from './schema.js';
import {
  addColumnAfter,
  addRowAfter,
  deleteTable,
  insertTable,
  removeColumn,
  removeRow,
  tableAt,
  toggleHeaderRow,
} from './tables.js';

const stateOf = (doc: MailDoc): EditorState =>
  EditorState.create({doc: schema.nodeFromJSON(doc), plugins: [tableEditing()]});

const run = (state: EditorState, command: Command): EditorState => {
  let next = state;
  command(state, (tr) => {
    next = state.apply(tr);
  });
  return next;
};

const select = (state: EditorState, from: number, to = from): EditorState =>
  state.apply(state.tr.setSelection(TextSelection.between(state.doc.resolve(from), state.doc.resolve(to))));

const html = (state: EditorState): string => mailHtmlOf(state.doc.toJSON() as MailDoc);

/** The text without what the tags say of its look. */
const shape = (state: EditorState): string =>
  html(state).replace(/ (?:style|bgcolor|border|cell\w+)="[^"]*"/g, '');

const write =
  (text: string): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.insertText(text));
    return true;
  };

const COMMANDS: Readonly<Record<string, Command>> = {
  heading: toggleHeading,
  ordered: toggleList(nodes.ordered_list),
  bullets: toggleList(nodes.bullet_list),
  quote: toggleQuote,
  indent,
  outdent,
  lineBreak,
  clearFormatting,
  bold: toggleMark(marks.strong),
  colour: setMark(marks.colour, {value: '#b3261e'}),
  noColour: setMark(marks.colour, undefined),
  link: setLink('https://a.example/'),
  noLink: setLink(undefined),
  table: insertTable(2, 3),
  addRow: addRowAfter,
  addColumn: addColumnAfter,
  removeRow,
  removeColumn,
  header: toggleHeaderRow,
  deleteTable,
  write: write('한글 text'),
  split: splitBlock,
  remove: (state, dispatch) => {
    dispatch?.(state.tr.deleteSelection());
    return true;
  },
  backspace: baseKeymap['Backspace'] ?? (() => false),
};

describe('commands', () => {
  it('[MAIL-6] leave a whole document behind, whatever is done in whatever order', () => {
    const step = fc.tuple(fc.constantFrom(...Object.keys(COMMANDS)), fc.nat(1_000), fc.nat(1_000));
    fc.assert(
      fc.property(fc.array(step, {maxLength: 25}), (steps) => {
        let state = stateOf(docOfText('one two\n\nthree\n\nfour'));
        for (const [name, from, to] of steps) {
          const {size} = state.doc.content;
          state = run(select(state, from % (size + 1), to % (size + 1)), COMMANDS[name]!);
          state.doc.check();
        }
        const doc = state.doc.toJSON() as MailDoc;
        expect(isMailDoc(doc)).toBe(true);
        expect(mailHtmlOf(doc)).not.toMatch(/undefined|null|\[object/);
        expect(mailTextOf(doc)).not.toMatch(/undefined|null|\[object/);
      }),
      {numRuns: 400},
    );
  });

  it('[MAIL-6] change lists from one kind into the other, and out again', () => {
    let state = stateOf(docOfText('a\n\nb'));
    state = run(select(state, 1, state.doc.content.size), toggleList(nodes.bullet_list));
    expect(shape(state)).toBe('<ul><li>a</li><li>b</li></ul>');
    state = run(state, toggleList(nodes.ordered_list));
    expect(shape(state)).toBe('<ol><li>a</li><li>b</li></ol>');
    state = run(state, toggleList(nodes.ordered_list));
    expect(shape(state)).toBe('<p>a</p><p>b</p>');
  });

  it('[MAIL-6] make headings of a list’s items text, since those begin with it', () => {
    let state = run(stateOf(docOfText('a')), toggleHeading);
    expect(shape(state)).toBe('<h1>a</h1>');
    state = run(state, toggleList(nodes.bullet_list));
    expect(shape(state)).toBe('<ul><li>a</li></ul>');
  });

  it('[MAIL-6] indent no further than there is room, and never below none', () => {
    let state = stateOf(docOfText('a'));
    for (let step = 0; step < MAX_INDENT + 3; step += 1) state = run(state, indent);
    expect((state.doc.toJSON() as MailNode).content?.[0]?.attrs?.['indent']).toBe(MAX_INDENT);
    expect(indent(state)).toBe(false);
    for (let step = 0; step < MAX_INDENT + 3; step += 1) state = run(state, outdent);
    expect(html(state)).toBe('<p>a</p>');
  });

  it('find the whole link around the caret, across other marks', () => {
    let state = run(select(stateOf(docOfText('see our page now')), 5, 13), setLink('https://a.example/'));
    state = run(select(state, 9, 13), toggleMark(marks.strong));
    expect(linkAt(select(state, 7))).toEqual({from: 5, to: 13, href: 'https://a.example/'});
    state = run(select(state, 7), setLink('https://b.example/'));
    expect(html(state)).toBe('<p>see <a href="https://b.example/">our <strong>page</strong></a> now</p>');
    expect(html(run(select(state, 7), setLink(undefined)))).toBe('<p>see our <strong>page</strong> now</p>');
  });

  it('know which marks all of a selection has', () => {
    const state = run(select(stateOf(docOfText('one two')), 1, 4), toggleMark(marks.strong));
    expect(hasMark(select(state, 1, 4), marks.strong)).toBe(true);
    expect(hasMark(select(state, 1, 6), marks.strong)).toBe(false);
  });

  it('[MAIL-6] keep the caret in the table that a row or column was taken from', () => {
    let state = run(stateOf(docOfText('')), insertTable(2, 2));
    // Within the last cell: its paragraph, the cell, the row and the table end behind the caret.
    state = select(state, state.doc.child(0).nodeSize - 4);
    state = run(run(state, removeRow), removeColumn);
    expect(tableAt(state)).toMatchObject({rows: 1, columns: 1});
    state = run(state, removeColumn);
    expect(tableAt(state)).toBeUndefined();
    expect(state.doc.textContent).toBe('');
  });

  it('colour what is in selected cells only', () => {
    let state = run(stateOf(docOfText('')), insertTable(1, 2));
    state = run(state, write('a'));
    const cells = CellSelection.create(state.doc, 2);
    state = state.apply(state.tr.setSelection(cells));
    state = run(state, setMark(marks.colour, {value: '#b3261e'}));
    expect(html(state)).toContain('<span style="color:#b3261e">a</span>');
  });
});

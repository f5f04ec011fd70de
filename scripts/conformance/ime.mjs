// Composition sequences, played by the browser's own input method interface into the compose box.
import {check, notApplicable} from './score.mjs';

const TOOLBAR = 'asks for a toolbar over a selection; the box has none';

/** Nobody presses twice within it: an Enter right after a composition may be the one that ended it. */
const ANOTHER_PRESS_MS = 150;

/** Hands and input method at an open page. */
export class Typist {
  #open;

  constructor(open) {
    this.#open = open;
  }

  ask = (name, ...args) => this.#open.ask(name, ...args);
  press = (key) => this.#open.page.keyboard.press(key);
  type = (text) => this.#open.page.keyboard.type(text);

  /** What is being composed, in place of what was. */
  compose(text) {
    const {length} = text;
    return this.#open.session.send('Input.imeSetComposition', {
      text,
      selectionStart: length,
      selectionEnd: length,
    });
  }

  /** Puts a text in place of what is being composed; the composition is over. */
  commit(text) {
    return this.#open.session.send('Input.insertText', {text});
  }

  /** A key that the input method takes: the page hears that there is one, not what it does. */
  async pressComposing(key, code = key) {
    const {session} = this.#open;
    const event = {key, code, windowsVirtualKeyCode: 229};
    await session.send('Input.dispatchKeyEvent', {type: 'rawKeyDown', ...event});
    return () => session.send('Input.dispatchKeyEvent', {type: 'keyUp', ...event});
  }

  /** Composes step by step; Enter ends it, as on macOS. */
  async word(steps) {
    for (const step of steps) await this.compose(step);
    const release = await this.pressComposing('Enter');
    await this.commit(steps.at(-1));
    await release();
  }
}

/** The text that a row starts with, and what of it is selected: `|` is the caret, else it is at the end. */
export function startOf(start) {
  const [text = '', ...notes] = start.split(/(?:,| typed\b)/);
  const caret = text.indexOf('|');
  const plain = text.replace('|', '');
  if (caret >= 0) return {text: plain, from: caret, to: caret};
  const isSelected = /\bselected\b/.test(start);
  return {
    text: notes.length || !isSelected ? plain : text,
    from: isSelected ? 0 : plain.length,
    to: plain.length,
  };
}

/** What a text box holds after a row's steps, and what was sent: composition in place of composition, Enter sends. */
export function expectedOf({start, steps}) {
  const {text, from, to} = startOf(start);
  let [before, composed, after] = [text.slice(0, from), '', text.slice(to)];
  const sends = [];
  const ops = {
    compose: (list) => (before += list.at(-1)),
    'compose-to-empty': () => undefined,
    'compose-open': (list) => (composed = list.at(-1)),
    setComposition: (value) => (composed = value),
    insertText: (value) => ([before, composed] = [before + value, '']),
    type: (value) => (before += value),
    key: (key) => {
      if (key === 'Backspace') before = before.slice(0, -1);
      if (key !== 'Enter' || (before + after).trim() === '') return;
      sends.push((before + after).trim());
      [before, after] = ['', ''];
    },
    beforeinput: () => undefined,
  };
  for (const [op, value] of steps) ops[op]?.(value);
  return {text: before + composed + after, sends};
}

/** What is played for each step; undefined for one that nobody knows. */
const players = {
  compose: (typist, steps) => typist.word(steps),
  'compose-to-empty': async (typist, steps) => {
    for (const step of steps) await typist.compose(step);
  },
  'compose-open': async (typist, steps) => {
    for (const step of steps) await typist.compose(step);
  },
  setComposition: (typist, text) => typist.compose(text),
  insertText: (typist, text) => typist.commit(text),
  type: (typist, text) => typist.type(text),
  key: (typist, key) => typist.press(key),
  beforeinput: (typist, inputType) => typist.ask('ask', inputType),
};

const isList = ({title}) => /type-?ahead|mention/i.test(title);
const isToolbar = ({title}) => /toolbar/i.test(title);

/** Plays a row. @returns How everything stands before and after a last Enter; undefined where it cannot be played. */
export async function play(typist, row) {
  if (isToolbar(row) || row.steps.some(([op]) => !players[op])) return undefined;
  const {text, from, to} = startOf(row.start);
  await (isList(row) ? typist.ask('openList') : typist.ask('start', text, from, to));
  const asked = [];
  for (const [op, value] of row.steps) asked.push(await players[op](typist, value));
  const before = await typist.ask('state');
  if (!isList(row)) {
    await typist.commit('');
    await new Promise((resolve) => setTimeout(resolve, ANOTHER_PRESS_MS));
    await typist.press('Enter');
  }
  return {before, after: await typist.ask('state'), asked};
}

/** A word in Korean at the beginning of what they expect, with the Latin letters that it stands among. */
const WORD = /^[a-z]*[ㄱ-ㅎ가-힣]+[a-z]*/;

/** The judge of what was played, by the id of the row. */
export const sequenceJudge = (played) => (row) => {
  const about = {kind: 'theirs', input: row.title};
  if (isToolbar(row)) return {...about, ...notApplicable(TOOLBAR)};
  const result = played.get(row.id);
  if (!result) return {...about, ...notApplicable('has a step that is not of this box')};
  const {before, after, asked} = result;
  const composed = row.steps.at(-1)?.[1];
  const last = Array.isArray(composed) ? composed.at(-1) : composed;
  if (isList(row))
    return {
      ...about,
      checks: [
        check('the list is open', true, before.isOpen),
        check('is searched for', last, before.query),
        check('sends', [], after.sends),
      ],
    };
  const expected = expectedOf(row);
  const word = WORD.exec(row.expected)?.[0];
  const rest = expected.text.trim();
  return {
    ...about,
    checks: [
      check('text', expected.text, before.text),
      check('the box knows it', expected.text, before.shown),
      ...(word
        ? [
            check(
              `there is ${word}`,
              true,
              [before.text, ...before.sends].some((one) => one.includes(word)),
            ),
          ]
        : []),
      check('sends', expected.sends, before.sends),
      check('sends after one more Enter', [...expected.sends, ...(rest ? [rest] : [])], after.sends),
      ...(asked.includes(false) ? [check('the input method is let do it', true, false)] : []),
    ],
  };
};

import {isComposingKey} from '@deskwire/kit';

/** What a key of the pane can do. */
export const SHORTCUT_NAMES = [
  'hold',
  'consult',
  'transfer',
  'conference',
  'end',
  'mute',
  'keypad',
  'recording',
] as const;
/** One of {@link SHORTCUT_NAMES}. */
export type ShortcutName = (typeof SHORTCUT_NAMES)[number];

/** Keys as a person writes them (`Alt+Shift+H`, `F9`), by what they do; `false` switches one off. */
export type ShortcutMap = Readonly<Record<ShortcutName, string | false>>;

/**
 * Letters with Alt and Shift that none of the large browsers, ChromeOS or a screen reader takes for itself, and that are
 * found by their letter on QWERTY, QWERTZ, AZERTY and Korean keyboards. Left out for that: A, B, C, I, K, L, M, N, P, S, T,
 * V, W, X, Z.
 */
export const DEFAULT_SHORTCUTS: ShortcutMap = {
  hold: 'Alt+Shift+H',
  consult: 'Alt+Shift+O',
  transfer: 'Alt+Shift+R',
  conference: 'Alt+Shift+F',
  end: 'Alt+Shift+E',
  mute: 'Alt+Shift+U',
  keypad: 'Alt+Shift+D',
  recording: 'Alt+Shift+G',
};

const MODIFIERS = ['alt', 'ctrl', 'meta', 'shift'] as const;

const isModifier = (part: string): boolean => MODIFIERS.some((modifier) => modifier === part);

/** A chord by which two are compared: `shift+ALT+h` is `alt+shift+h`. Modifiers alone, or several keys, are none. */
export const chordOf = (text: string): string | undefined => {
  const parts = text
    .toLowerCase()
    .split('+')
    .map((part) => part.trim());
  const [key, ...more] = parts.filter((part) => part && !isModifier(part));
  if (!key || more.length) return undefined;
  return [...MODIFIERS.filter((modifier) => parts.includes(modifier)), key].join('+');
};

/** The part of a keyboard event that decides. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'keyCode'
>;

/**
 * The key that was pressed, as it is written in a chord. A letter is a letter wherever it stands; where the press made no
 * Latin letter (Option on a Mac, Hangul), its place on the keyboard says which one is meant.
 */
const keyOf = ({key, code}: KeyPress): string => {
  const pressed = key.toLowerCase();
  return /^[a-z]$/.test(pressed) ? pressed : (/^Key(.)$/.exec(code)?.[1]?.toLowerCase() ?? pressed);
};

/** The chord of a key press; none while a word is being composed. */
export const pressedChord = (press: KeyPress): string | undefined =>
  isComposingKey(press)
    ? undefined
    : [...MODIFIERS.filter((modifier) => press[`${modifier}Key`]), keyOf(press)].join('+');

/** One key in force. */
export interface Shortcut {
  readonly name: ShortcutName;
  /** As it was written. */
  readonly text: string;
  /** See {@link chordOf}. */
  readonly chord: string;
}

/** The keys in force: the defaults, changed by what the page set; `false` or nonsense is off. */
export const shortcutsOf = (changes: Partial<ShortcutMap> | false): readonly Shortcut[] =>
  SHORTCUT_NAMES.flatMap((name) => {
    const text = changes && {...DEFAULT_SHORTCUTS, ...changes}[name];
    const chord = text ? chordOf(text) : undefined;
    return text && chord ? [{name, text, chord}] : [];
  });

/** The parts of a chord as they stand on the keyboard: `Alt` is `Option` on a Mac. */
export const chordParts = (text: string, isMac: boolean): readonly string[] =>
  text
    .split('+')
    .map((part) => part.trim())
    .map((part) => (isMac && part.toLowerCase() === 'alt' ? 'Option' : part));

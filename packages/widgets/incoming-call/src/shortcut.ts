/** A key with its modifiers, as a person writes it: `F8`, `Alt+R`, `Ctrl+Shift+1`. */
export interface Shortcut {
  readonly key: string;
  readonly alt: boolean;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
}

const MODIFIERS = ['alt', 'ctrl', 'meta', 'shift'] as const;

/** Reads a shortcut. Empty, `none` and what makes no sense (modifiers only, several keys) mean that there is none. */
export const parseShortcut = (text: string): Shortcut | undefined => {
  const parts = text
    .split('+')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');
  const isModifier = (part: string): boolean => MODIFIERS.some((modifier) => modifier === part);
  const keys = parts.filter((part) => !isModifier(part));
  const [key] = keys;
  if (keys.length !== 1 || !key || key === 'none') return undefined;
  const has = (modifier: (typeof MODIFIERS)[number]): boolean => parts.includes(modifier);
  return {key, alt: has('alt'), ctrl: has('ctrl'), meta: has('meta'), shift: has('shift')};
};

/** The part of a keyboard event that decides. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'keyCode' | 'defaultPrevented'
>;

/** Whether a key press is the shortcut. Never during composition, never when somebody else took the key. */
export const isShortcut = (shortcut: Shortcut | undefined, event: KeyPress): boolean =>
  shortcut !== undefined &&
  !event.defaultPrevented &&
  !event.isComposing &&
  event.keyCode !== 229 &&
  event.key.toLowerCase() === shortcut.key &&
  event.altKey === shortcut.alt &&
  event.ctrlKey === shortcut.ctrl &&
  event.metaKey === shortcut.meta &&
  event.shiftKey === shortcut.shift;

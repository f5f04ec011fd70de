const MODIFIERS = ['alt', 'ctrl', 'meta', 'shift'] as const;

/** Modifiers and key in an order of their own, so that two ways of writing one shortcut are the same text. */
const canonical = (parts: readonly string[]): string => [...parts].sort().join('+');

/** Reads a shortcut as people write it: `F8`, `Alt+R`. Empty where there is none: `none`, nothing, or not just one key. */
export const readShortcut = (text: string): string => {
  const parts = text
    .toLowerCase()
    .split('+')
    .map((part) => part.trim());
  const keys = parts.filter((part) => part && !MODIFIERS.some((modifier) => modifier === part));
  return keys.length === 1 && keys[0] !== 'none' ? canonical(parts) : '';
};

/** The part of a keyboard event that decides. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'keyCode' | 'defaultPrevented'
>;

/** Whether a key press is the shortcut. Never during composition, never when somebody else took the key. */
export const isShortcut = (text: string, event: KeyPress): boolean => {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return false;
  const held = MODIFIERS.filter((modifier) => event[`${modifier}Key`]);
  const shortcut = readShortcut(text);
  return shortcut !== '' && shortcut === canonical([...held, event.key.toLowerCase()]);
};

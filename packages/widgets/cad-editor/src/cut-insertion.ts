import {cutText} from '@deskwire/domain';

/** A text box: its text, and where the caret stands in it. */
export interface TextAt {
  readonly text: string;
  readonly caret: number;
}

/** What is left of a text that was too long, and how many UTF-16 units of what came in were left out. */
export interface Cut extends TextAt {
  readonly leftOut: number;
}

/**
 * Cuts what was just typed, pasted or dropped, and nothing else: what stood before and after it stays (CAD-4). The end of
 * what came in goes, between two characters as people see them.
 * @param before The length of the text before something came in. A text that was too long already may get shorter, not longer.
 * @param now The text with it; the caret stands behind it.
 */
export const cutInsertion = (before: number, {text, caret}: TextAt, max: number): Cut => {
  const limit = Math.max(max, before);
  if (text.length <= limit) return {text, caret, leftOut: 0};
  const tail = text.slice(caret);
  const head = cutText(text.slice(0, caret), Math.max(0, limit - tail.length));
  const cut = cutText(head + tail, limit);
  return {text: cut, caret: Math.min(head.length, cut.length), leftOut: text.length - cut.length};
};

import {findCards, type CardSpan} from './find.js';

/** What stands in the place of a card number: as long as most of them, and no digit of it. */
export const CARD_MASK = '••••••••••••••••';

/** A text without its card numbers, and where the masks stand in it (UTF-16 units). */
export interface Masked {
  readonly text: string;
  readonly masks: readonly {readonly at: number; readonly length: number}[];
}

/** Puts a mask in the place of each card number; a text without any is returned as it is. */
export const maskCards = (text: string, spans: readonly CardSpan[] = findCards(text)): Masked => {
  const parts: string[] = [];
  const masks: {at: number; length: number}[] = [];
  let from = 0;
  let length = 0;
  for (const {start, end} of spans) {
    const before = text.slice(from, start);
    masks.push({at: length + before.length, length: CARD_MASK.length});
    parts.push(before, CARD_MASK);
    length += before.length + CARD_MASK.length;
    from = end;
  }
  return {text: parts.join('') + text.slice(from), masks};
};

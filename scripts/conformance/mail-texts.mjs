// How texts of mails are compared.

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/gu;

/** A text as a reader sees it: one space between words. */
export const squeezed = (text) =>
  (text ?? '')
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\s\u00a0\p{Cc}]+/gu, ' ')
    .trim();

/** The same without any space: what breaks lines and cells may differ. */
export const dense = (text) => squeezed(text).replaceAll(' ', '');

/** A long text, short enough to be read in a report. */
export const short = (text, length = 160) => (text.length > length ? `${text.slice(0, length)}…` : text);

/** Words that the HTML shows and the desk does not, in order; the words of blocked images may stand between. */
export function lost(raw, shown) {
  const words = squeezed(raw).split(' ').filter(Boolean);
  const text = dense(shown);
  let at = 0;
  const missing = [];
  for (const word of words) {
    const found = text.indexOf(word, at);
    if (found < 0) missing.push(word);
    else at = found + word.length;
  }
  return short(missing.join(' '));
}

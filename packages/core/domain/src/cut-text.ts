/** Half of a pair is no character. */
const splitsPair = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

let graphemes: Intl.Segmenter | undefined;

/**
 * The beginning of a text, of at most so many UTF-16 units, for what was pasted and is too long (CAD-4). It ends between
 * two characters as people see them: no emoji, flag or syllable is cut in two. One single character that is longer than
 * the limit is cut between its code points.
 */
export const cutText = (text: string, max: number): string => {
  if (text.length <= max) return text;
  if (max <= 0) return '';
  graphemes ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
  // Whether there is an end at `max` shows in the code point that follows: two units are enough to look at.
  const end = graphemes.segment(text.slice(0, max + 2)).containing(max)?.index ?? max;
  return text.slice(0, end > 0 ? end : max - (splitsPair(text, max) ? 1 : 0));
};

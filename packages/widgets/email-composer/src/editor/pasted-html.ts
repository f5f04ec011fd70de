/** More than this many characters of HTML would hold up whoever pastes; what is longer comes as plain text. */
const MAX_HTML = 500_000;

const START = '<!--StartFragment-->';
const END = '<!--EndFragment-->';

/** What was copied, without the page around it. */
const fragmentOf = (html: string): string => {
  const start = html.indexOf(START);
  const end = html.lastIndexOf(END);
  return start >= 0 && end > start ? html.slice(start + START.length, end) : html;
};

/** Without everything between two marks; one pass, whatever stands there. */
const without = (html: string, from: string, to: string): string => {
  const lower = html.toLowerCase();
  let kept = '';
  let at = 0;
  for (;;) {
    const start = lower.indexOf(from, at);
    if (start < 0) return kept + html.slice(at);
    kept += html.slice(at, start);
    const end = lower.indexOf(to, start + from.length);
    if (end < 0) return kept;
    at = end + to.length;
  }
};

const JUNK: readonly (readonly [string, string])[] = [
  ['<style', '</style>'],
  ['<script', '</script>'],
  ['<xml', '</xml>'],
  ['<!--', '-->'],
  ['<![if', ']>'],
  ['<![endif', ']>'],
];

/**
 * Clipboard HTML as far as it can be read at once: the fragment alone, without the style sheets, XML islands and comments
 * of word processors, which are mostly longer than the text. undefined: it is too long all the same.
 */
export const readableHtml = (html: string): string | undefined => {
  const short = JUNK.reduce((text, [from, to]) => without(text, from, to), fragmentOf(html));
  return short.length > MAX_HTML ? undefined : short;
};

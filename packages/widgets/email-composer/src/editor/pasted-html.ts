/** More than this many characters of HTML would hold up whoever pastes; what is longer comes as plain text. */
const MAX_HTML = 150_000;
/** A word processor's own part of it can be some times longer. */
const MAX_RAW = 4_000_000;

const START = '<!--StartFragment-->';
const END = '<!--EndFragment-->';

/** What was copied, without the page around it. */
const fragmentOf = (html: string): string => {
  const start = html.indexOf(START);
  const end = html.lastIndexOf(END);
  return start >= 0 && end > start ? html.slice(start + START.length, end) : html;
};

/** Where junk begins, and by what each ends. */
const JUNK = /<style|<script|<xml|<!--|<!\[/gi;
const ENDS: Readonly<Record<string, RegExp>> = {
  '<style': /<\/style>/gi,
  '<script': /<\/script>/gi,
  '<xml': /<\/xml>/gi,
  '<!--': /-->/g,
  '<![': /\]>/g,
};

/** One pass over it, whatever stands there; what nobody closed goes to the end. */
const withoutJunk = (html: string): string => {
  let kept = '';
  let at = 0;
  for (;;) {
    JUNK.lastIndex = at;
    const start = JUNK.exec(html);
    if (!start) return kept + html.slice(at);
    kept += html.slice(at, start.index);
    const end = ENDS[start[0].toLowerCase()]!;
    end.lastIndex = JUNK.lastIndex;
    if (!end.test(html)) return kept;
    at = end.lastIndex;
  }
};

/**
 * Clipboard HTML as far as it can be read at once: the fragment alone, without the style sheets, XML islands and comments
 * of word processors, which are mostly longer than the text. undefined: it is too long all the same.
 */
export const readableHtml = (html: string): string | undefined => {
  const fragment = fragmentOf(html);
  // Most of what is this long is too long anyway; no junk is longer.
  if (fragment.length > MAX_RAW) return undefined;
  const short = withoutJunk(fragment);
  return short.length > MAX_HTML ? undefined : short;
};

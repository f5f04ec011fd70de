/** A mail's text, and what it repeats of the mails before it. */
export interface Quoted {
  readonly text: string;
  /** Empty where nothing is repeated. */
  readonly quote: string;
}

/** What mail programs write above what they repeat: of the others only a line that ends in a colon is one. */
const SEPARATOR =
  /^\s*(?:-{2,}\s*(?:original message|forwarded message|원본 메[시세]지|전달된 메[시세]지).*|_{10,}\s*)$/i;

const isQuoted = (line: string): boolean => /^\s*>/.test(line);
const isBlank = (line: string): boolean => line.trim() === '';
const isIntroduction = (line: string | undefined): boolean => line?.trim().endsWith(':') ?? false;

/** Where the lines begin that are repeated up to the end; undefined where there are none. */
const beginningOf = (lines: readonly string[]): number | undefined => {
  const separator = lines.findIndex((line) => SEPARATOR.test(line));
  if (separator > 0) return separator;
  const lastOwn = lines.findLastIndex((line) => !isQuoted(line) && !isBlank(line));
  const first = lines.findIndex((line, index) => index > lastOwn && isQuoted(line));
  if (first < 0) return undefined;
  return isIntroduction(lines[lastOwn]) ? lastOwn : first;
};

/**
 * Takes the previous thread off the end of a mail's text, so that it can be folded. Only what surely is repeated: lines
 * marked as such up to the end, with the line that introduces them, or all below a mail program's own separator. An answer
 * between quoted lines stays, and a mail that is nothing but quoted is shown whole.
 */
export const splitQuote = (text: string): Quoted => {
  const lines = text.split('\n');
  const begin = beginningOf(lines);
  const own = lines.slice(0, begin).join('\n').trimEnd();
  if (begin === undefined || own.trim() === '') return {text, quote: ''};
  return {text: own, quote: lines.slice(begin).join('\n').trimEnd()};
};

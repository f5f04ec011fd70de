import {createHash} from 'node:crypto';

/** More than a person writes, less than would make a desk slow. */
export const TEXT_LIMIT = 200_000;
/** Longer HTML is left out; the text says it is cut. */
export const HTML_LIMIT = 1_000_000;

const BLOCKS = /^<\/?(?:p|div|br|tr|li|h[1-6]|blockquote|table|ul|ol|hr)\b/i;
const HIDDEN = ['script', 'style', 'head', 'title', 'template'];
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return ENTITIES[name.toLowerCase()] ?? whole;
    const point = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hex), 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });

/** Where the content of an element that is not shown ends; the text's end where it is never closed. */
const afterHidden = (html: string, tag: string, from: number): number => {
  const name = HIDDEN.find((one) => new RegExp(`^<${one}\\b`, 'i').test(tag));
  if (name === undefined) return from;
  const end = html.toLowerCase().indexOf(`</${name}`, from);
  return end < 0 ? html.length : end;
};

/**
 * The words of HTML, for mails that came without a text part. One pass, whatever is broken. It is shown as text, never
 * as HTML, so that it need not be safe, only readable.
 */
export const textOfHtml = (html: string): string => {
  const cut = html.slice(0, HTML_LIMIT);
  const parts: string[] = [];
  let at = 0;
  while (at < cut.length) {
    const open = cut.indexOf('<', at);
    const close = open < 0 ? -1 : cut.indexOf('>', open);
    if (close < 0) break;
    parts.push(cut.slice(at, open));
    const tag = cut.slice(open, Math.min(close + 1, open + 40));
    if (BLOCKS.test(tag)) parts.push('\n');
    at = afterHidden(cut, tag, close + 1);
  }
  parts.push(cut.slice(at));
  return decodeEntities(parts.join('').replace(/[ \t\r\n]*\n[ \t\r\n]*/g, '\n')).trim();
};

/** A text that is not longer than it may be, and whether something was cut. */
export const clip = (text: string, limit: number): {readonly text: string; readonly isCut: boolean} =>
  text.length > limit ? {text: text.slice(0, limit), isCut: true} : {text, isCut: false};

const MAX_MESSAGE_ID = 250;

/** A Message-ID as it is compared: endless ones by their hash. */
export const messageIdOf = (id: string): string => {
  const trimmed = id.trim();
  if (trimmed.length <= MAX_MESSAGE_ID) return trimmed;
  return `<${createHash('sha256').update(trimmed).digest('hex')}@long.invalid>`;
};

/** The Message-IDs in a header, in order. */
export const messageIdsIn = (header: string | undefined): readonly string[] =>
  (header?.slice(0, 20_000).match(/<[^<>\s]{1,900}>/g) ?? []).slice(-100).map(messageIdOf);

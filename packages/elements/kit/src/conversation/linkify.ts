/** A piece of a text that somebody wrote: plain, or an address that may be opened. */
export type Piece =
  | {readonly kind: 'text'; readonly text: string}
  | {
      readonly kind: 'link';
      readonly text: string;
      readonly href: string;
      /** Where it goes, as browsers know it, where that is written otherwise: letters that look like others, a number. */
      readonly host?: string;
    };

type Link = Extract<Piece, {kind: 'link'}>;

/**
 * What may stand in an address: no white space, quotes, angle brackets or backslashes, and nothing invisible, so that
 * a direction mark or a zero-width character can never be a part of what is opened.
 */
const ADDRESS_CHARACTER = String.raw`[^\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>"\x60\\^｜「」『』《》。、，！？]`;

/** One start of an address: a scheme that is allowed, `www.`, or a mailbox. What is found is trimmed and checked afterwards. */
const CANDIDATE = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)${ADDRESS_CHARACTER}{1,2000}`,
    String.raw`(?<![\p{L}\p{N}])tel:\+?[0-9][0-9().-]{1,30}[0-9](?:;ext=[0-9]{1,8})?`,
    String.raw`(?<![\p{L}\p{N}._%+-])(?:mailto:)?[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9_%+-])?@(?:[a-z0-9-]+\.)+[a-z]{2,24}(?![a-z0-9-])`,
  ].join('|'),
  'giu',
);

/** Ends a sentence, not an address. */
const TRAILING = new Set(".,:;!?'*_~…·’”&");

/** Closing brackets, each with the one that opens it. */
const BRACKETS: Readonly<Record<string, string>> = {')': '(', ']': '[', '}': '{'};

const count = (text: string, character: string): number => text.split(character).length - 1;

/** Cuts a sentence's punctuation, and brackets and quotes that were opened outside the address. One pass: mail can be long. */
const trimEnd = (text: string): string => {
  const surplus = new Map(
    Object.entries(BRACKETS).map(([closing, opening]) => [
      closing,
      count(text, closing) - count(text, opening),
    ]),
  );
  let quotes = count(text, "'");
  let end = text.length;
  for (; end > 0; end -= 1) {
    const last = text.charAt(end - 1);
    const more = surplus.get(last) ?? 0;
    if (more > 0) surplus.set(last, more - 1);
    else if (!TRAILING.has(last)) break;
    else if (last === "'" && (quotes -= 1) % 2 === 1) break;
  }
  return text.slice(0, end);
};

/**
 * Korean particles follow a word without a space: `https://example.com/a에서`. One is cut where it stands right behind
 * something that is not Hangul; a path that is written in Hangul keeps all of its own.
 */
const PARTICLE =
  /(?<=[^\p{Script=Hangul}])(?:입니다|이에요|예요|에서|으로|까지|부터|에게|처럼|이라는|라는|이랑|[을를이가은는에로와과의도만])$/u;

/**
 * A host that ends in letters of the Latin alphabet ends there when somebody wrote on without a space, as one does in Korean,
 * Chinese and Japanese. Other letters belong to it: those that look Latin would otherwise lead to half a name.
 */
const MIXED_HOST =
  /^((?:https?:\/\/)?[^/?#]*?\.[a-z]{2,24})(?=[^\p{L}\p{N}\p{M}./:?#@_-]|[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/iu;

const trim = (found: string): string => {
  const host = MIXED_HOST.exec(found)?.[1];
  return trimEnd(trimEnd(host ?? found).replace(PARTICLE, ''));
};

const LABEL = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';

/** What a host can be called, as a browser writes it; a domain's last part has no hyphen but in Punycode. */
const HOST = new RegExp(
  String.raw`^(?:\[[\da-f:.]+\]|${LABEL}|(?:${LABEL}\.)+(?:xn--[a-z0-9-]{1,59}|[a-z0-9]{1,63})\.?)$`,
);

const HAS_SCHEME = /^(?:https?:\/\/|mailto:|tel:)/i;
const ANY_SCHEME = /^[a-z]+:(?:\/\/)?/i;
const USUAL_PORT = /:(?:80|443)$/;

/** The host as it was written. */
const writtenHost = (text: string): string =>
  (text.replace(ANY_SCHEME, '').split(/[/?#]/)[0] ?? '').toLowerCase().replace(USUAL_PORT, '');

const withHost = (url: URL, text: string): Pick<Link, 'href' | 'host'> =>
  url.host === writtenHost(text) ? {href: url.href} : {href: url.href, host: url.host};

/**
 * The address behind a candidate; undefined where it is none, where nobody can be, or where it would mislead: a name and
 * password in front of the host look like the host.
 */
const goalOf = (text: string): Pick<Link, 'href' | 'host'> | undefined => {
  const isMail =
    /^mailto:/i.test(text) || (!HAS_SCHEME.test(text) && text.includes('@') && !text.includes('/'));
  const whole = HAS_SCHEME.test(text) ? text : `${isMail ? 'mailto:' : 'https://'}${text}`;
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return {href: url.href};
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && HOST.test(url.hostname) && !url.username && !url.password ? withHost(url, text) : undefined;
};

/**
 * Splits a text into plain pieces and links. Links go to http, https, mailto and tel only; joined again, the pieces are
 * exactly the text. Nothing here is HTML: the caller makes text nodes and `<a>` elements.
 */
export const linkify = (text: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let end = 0;
  for (const {0: found, index} of text.matchAll(CANDIDATE)) {
    if (index < end) continue;
    const shown = trim(found);
    const goal = goalOf(shown);
    if (!goal) continue;
    if (index > end) pieces.push({kind: 'text', text: text.slice(end, index)});
    pieces.push({kind: 'link', text: shown, ...goal});
    end = index + shown.length;
  }
  if (end < text.length) pieces.push({kind: 'text', text: text.slice(end)});
  return pieces;
};

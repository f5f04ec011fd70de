import type {Mailbox} from '@deskwire/domain';

/** RFC 5321, 4.5.3.1: of a whole address, and of what stands before its @. */
const ADDRESS_MAX = 254;
const LOCAL_MAX = 64;

const LOCAL = /^[^\s@<>,;:"()[\]\\.]+(?:\.[^\s@<>,;:"()[\]\\.]+)*$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u;

const isHost = (host: string): boolean => {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(last);
};

/**
 * Whether mail can be sent to an address as far as its form says. Stricter than what a server accepts: an agent who forgot
 * `.com` wants to hear of it before the mail leaves.
 */
export const isAddress = (address: string): boolean => {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(0, at));
  return (
    address.length <= ADDRESS_MAX &&
    local.length <= LOCAL_MAX &&
    LOCAL.test(local) &&
    isHost(address.slice(at + 1))
  );
};

const unquoted = (name: string): string =>
  name
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\\(.)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** One recipient as it was typed: `a@b.example` or `Name <a@b.example>`; undefined where it is no address. */
export const mailboxOf = (text: string): Mailbox | undefined => {
  const [, before = '', inside = ''] = /^([^<>]*)<([^<>]*)>\s*$/s.exec(text) ?? [];
  const address = (inside || text).trim().replace(/^mailto:/i, '');
  if (!isAddress(address)) return undefined;
  const name = unquoted(before);
  return name === '' || name === address ? {address} : {name, address};
};

/** Cuts at characters that stand neither in quotes nor in angle brackets. */
const cutAt = (text: string, isCut: (character: string) => boolean): readonly string[] => {
  const pieces: string[] = [];
  let piece = '';
  let isQuoted = false;
  let isBracketed = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (character === '<') isBracketed = true;
    if (character === '>') isBracketed = false;
    if (isCut(character) && !isQuoted && !isBracketed) {
      pieces.push(piece);
      piece = '';
    } else piece += character;
  }
  return [...pieces, piece];
};

/** A quote that is never closed quotes nothing. */
const withPairs = (text: string): string =>
  (text.match(/"/g)?.length ?? 0) % 2 ? text.replace(/"/g, '') : text;

/** A row of a spreadsheet: one cell with an address, and the name beside it. */
const rowOf = (cells: readonly string[]): readonly string[] => {
  const addresses = cells.filter((cell) => cell.includes('@'));
  const [name = '', ...others] = cells.filter((cell) => cell !== '' && !cell.includes('@'));
  const [only = ''] = addresses;
  const isPerson = addresses.length === 1 && name !== '' && others.length === 0 && !only.includes('<');
  return isPerson ? [`${name} <${only}>`] : cells;
};

/** Where `;` parts the people, a comma belongs to a name: `Kim, Min-su <a@b.example>; …`. */
const peopleOf = (line: string): readonly string[] => {
  const bySemicolon = cutAt(line, (character) => character === ';' || character === '；');
  if (bySemicolon.length > 1) {
    const isNamed = (piece: string): boolean => /^[^@]*<[^<>]*>\s*$/s.test(piece);
    return bySemicolon.flatMap((piece) => (isNamed(piece) ? [piece] : byComma(piece)));
  }
  return byComma(line);
};
const byComma = (text: string): readonly string[] =>
  cutAt(text, (character) => character === ',' || character === '，' || character === '、');

/** `a@b c@d`: spaces part addresses where each word is one. */
const bySpace = (piece: string): readonly string[] => {
  const words = piece.split(/\s+/);
  return words.length > 1 && words.every((word) => isAddress(word)) ? words : [piece];
};

/**
 * The recipients in a text that was typed or pasted: parted by commas, semicolons and lines, with or without names, as mail
 * programs and spreadsheets give them. What is no address stays as it was written.
 */
export const recipientsIn = (text: string): readonly string[] =>
  withPairs(text)
    .split(/[\r\n]+/)
    .flatMap((line) => rowOf(line.split('\t').map((cell) => cell.trim())))
    .flatMap(peopleOf)
    .flatMap((piece) => bySpace(piece.trim()))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** What adding recipients came to. */
export interface Added {
  readonly chips: readonly string[];
  /** How many were left out: there already, recipients anyway, or more than allowed. */
  readonly twice: number;
  readonly skipped: number;
  readonly over: number;
}

/**
 * Puts recipients to those that are there: nobody twice, nobody who gets the mail anyway (`skip`: their addresses and one's
 * own), and no more than allowed.
 */
export const addRecipients = (
  chips: readonly string[],
  more: readonly string[],
  {skip, max}: {readonly skip: readonly string[]; readonly max: number},
): Added => {
  const keyOf = (text: string): string => mailboxOf(text)?.address.toLowerCase() ?? text;
  const all = [...chips];
  const known = new Set(chips.map(keyOf));
  const skipped = new Set(skip.map((address) => address.toLowerCase()));
  const left = {twice: 0, skipped: 0, over: 0};
  for (const text of more) {
    const key = keyOf(text);
    if (skipped.has(key)) left.skipped += 1;
    else if (known.has(key)) left.twice += 1;
    else if (all.length >= max) left.over += 1;
    else {
      known.add(key);
      all.push(text);
    }
  }
  return {chips: all, ...left};
};

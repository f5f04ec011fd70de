import {decodeBytes} from './charsets.js';

const WORDS = /=\?([^?\s]{1,60})\?([qb])\?([^?]*)\?=(?:[ \t\r\n]+(?==\?[^?\s]{1,60}\?[qb]\?[^?]*\?=))?/gi;

/** The bytes of a string in which each character is one. */
export const bytesOf = (binary: string): Uint8Array => Buffer.from(binary, 'latin1');

const wordBytes = (encoding: string, text: string): Buffer =>
  encoding.toLowerCase() === 'b'
    ? Buffer.from(text.replace(/[^a-z0-9+/]/gi, ''), 'base64')
    : Buffer.from(
        text
          .replace(/_/g, ' ')
          .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      );

/** Raw bytes in a header are against the rules and common; those of one charset say themselves which it is. */
const plain = (binary: string): string => decodeBytes(bytesOf(binary));

/** Pieces of a header: what stands there as it is, and encoded words, those of one charset that follow each other joined. */
type Piece = {readonly plain: string} | {readonly charset: string; readonly bytes: readonly Buffer[]};

const piecesOf = (binary: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of binary.matchAll(WORDS)) {
    const [whole, charset = '', encoding = '', text = ''] = match;
    const bytes = wordBytes(encoding, text);
    const last = pieces.at(-1);
    const name = charset.toLowerCase();
    const isNext = match.index === end && last !== undefined && 'bytes' in last && last.charset === name;
    if (match.index > end) pieces.push({plain: binary.slice(end, match.index)});
    // Some senders cut a character in two and give each half a word of its own.
    if (isNext) pieces[pieces.length - 1] = {charset: name, bytes: [...last.bytes, bytes]};
    else pieces.push({charset: name, bytes: [bytes]});
    end = match.index + whole.length;
  }
  if (end < binary.length) pieces.push({plain: binary.slice(end)});
  return pieces;
};

const MAX_HEADER = 70_000;

const textOf = (piece: Piece): string =>
  'plain' in piece ? plain(piece.plain) : decodeBytes(Buffer.concat(piece.bytes), piece.charset);

/** A header's value as people read it (RFC 2047), whatever charset its words are in. */
export const decodeWords = (binary: string): string =>
  piecesOf(binary.slice(0, MAX_HEADER)).map(textOf).join('');

/** The same header with every word in UTF-8: for a reader of addresses, to whom a comma in a name must stay a part of it. */
export const wordsInUtf8 = (binary: string): string =>
  piecesOf(binary.slice(0, MAX_HEADER))
    .map((piece) => {
      if ('plain' in piece) return plain(piece.plain);
      return `=?utf-8?B?${Buffer.from(textOf(piece)).toString('base64')}?=`;
    })
    .join('');

import {maskCards} from '@deskwire/card-data';
import {cutText, type TenantConfig} from '@deskwire/domain';

import {RefusedError} from '../refused.js';

/** What file systems take, and more than anybody types. */
const MAX_LENGTH = 255;
/** A refusal repeats no more of it. */
const MAX_TOLD = 80;

/**
 * What no name has: control characters, halves of pairs, line separators, whatever turns the direction of writing around
 * (so that `gpj.exe` reads as `exe.jpg`), and what cannot be seen at all. Joiners are part of words and emoji.
 */
const FORBIDDEN =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/u;
/** Parts of a path, on any system. */
const PATH = /[/\\]|^\.+$|^[a-z]:/i;

const readable = (text: string): string =>
  cutText(maskCards(text.replace(new RegExp(FORBIDDEN, 'gu'), '').replace(/[/\\]/g, ' ')).text, MAX_TOLD);

const decode = (header: string): string | undefined => {
  try {
    return decodeURIComponent(header);
  } catch {
    return undefined;
  }
};

/** What a received file is called whose name has nothing in it. */
const UNNAMED = 'attachment';

const endingOf = (name: string): string => /\.[^.\s]+$/.exec(name.toLowerCase())?.[0] ?? '';

/** A name that was checked. It is for showing: no path is ever made of it. */
export interface FileName {
  readonly name: string;
  /** In lower case with its dot. */
  readonly ending: string;
}

/**
 * Reads the name of an upload.
 * @param header Percent-encoded UTF-8.
 * @throws {RefusedError} DW_FILE_NAME with as much of it as can be shown.
 */
export const readFileName = (
  header: string | readonly string[] | undefined,
  {cardData}: Pick<TenantConfig, 'cardData'>,
): FileName => {
  const sent = typeof header === 'string' ? decode(header) : undefined;
  if (sent === undefined) throw new RefusedError('DW_FILE_NAME', {name: ''});
  const name = sent.normalize('NFC').trim();
  // A name that ends in a dot has another ending on Windows than it says here.
  const isWrong =
    name === '' || name.length > MAX_LENGTH || FORBIDDEN.test(name) || PATH.test(name) || name.endsWith('.');
  if (isWrong) throw new RefusedError('DW_FILE_NAME', {name: readable(name)});
  return {name: cardData.action === 'off' ? name : maskCards(name).text, ending: endingOf(name)};
};

/** As long as it may be, with its ending. */
const shortened = (name: string): string => {
  const ending = endingOf(name).slice(0, 20);
  return name.length <= MAX_LENGTH ? name : cutText(name, MAX_LENGTH - ending.length) + ending;
};

/**
 * Makes a name of whatever a sender calls a file that came with a mail: the last part of a path, on one line, without
 * what misleads. Nobody can be asked for another one, so that none is refused.
 */
export const receivedName = (sent: string, {cardData}: Pick<TenantConfig, 'cardData'>): FileName => {
  const line = sent
    .normalize('NFC')
    .replace(/\s*[\r\n\t]+\s*/g, ' ')
    .replace(new RegExp(FORBIDDEN, 'gu'), '');
  const last = line.split(/[/\\]/).findLast((part) => /[^.\s]/.test(part)) ?? '';
  const name =
    shortened(
      last
        .replace(/^[a-z]:/i, '')
        .replace(/[.\s]+$/, '')
        .trim(),
    ) || UNNAMED;
  return {name: cardData.action === 'off' ? name : maskCards(name).text, ending: endingOf(name)};
};

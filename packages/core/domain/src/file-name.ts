import {cutText} from './cut-text.js';

/** At most this many UTF-16 units in the name of a file: what file systems take, and more than anybody types. */
export const FILE_NAME_MAX_LENGTH = 255;
/** What is told of a name that was refused. */
const MAX_TOLD = 80;

/**
 * What no name has: control characters, halves of pairs, line separators, whatever turns the direction of writing around
 * (so that `gpj.exe` reads as `exe.jpg`), and what cannot be seen at all. Joiners are part of words and emoji.
 */
const FORBIDDEN =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/gu;
/** Parts of a path, on any system. */
const PATH = /[/\\]|^\.+$|^[a-z]:/i;

/** A name that was checked. It is for showing: no path is ever made of it. */
export interface FileName {
  readonly name: string;
  /** In lower case with its dot; empty where there is none. */
  readonly ending: string;
}

const isWrong = (name: string): boolean =>
  name === '' ||
  name.length > FILE_NAME_MAX_LENGTH ||
  name.search(FORBIDDEN) >= 0 ||
  PATH.test(name) ||
  // On Windows it has another ending than it says here.
  name.endsWith('.');

/** The end of a name from its last dot on, in lower case; empty where there is none. */
export const fileNameEnding = (name: string): string => /\.[^.\s]+$/.exec(name.toLowerCase())?.[0] ?? '';

/** Reads the name of a file as its sender's device says it: composed, without space around it. Undefined: it cannot be used. */
export const readFileName = (text: string): FileName | undefined => {
  const name = text.normalize('NFC').trim();
  return isWrong(name) ? undefined : {name, ending: fileNameEnding(name)};
};

/** Without all that no name has. What hides between its digits hides no card number from whoever looks for one afterwards. */
export const plainFileName = (text: string): string => text.normalize('NFC').replace(FORBIDDEN, '');

/** As much of a name that cannot be used as can be shown, to say which file is meant. */
export const showFileName = (text: string): string =>
  cutText(plainFileName(text.trim()).replace(/[/\\]/g, ' '), MAX_TOLD);

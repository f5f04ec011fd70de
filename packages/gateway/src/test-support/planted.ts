import {readdirSync, readFileSync, statSync} from 'node:fs';
import {join, relative} from 'node:path';

/** Shorter values turn up by chance. */
const MIN_LENGTH = 10;

/** A value in base64 however it stands to the groups of three bytes: without the characters that its neighbours share. */
const base64Of = (value: string): readonly string[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)]).toString('base64');
    const end = (Buffer.byteLength(value) + shift) % 3 === 0 ? 0 : -4;
    return text.slice(shift === 0 ? 0 : 4, end === 0 ? undefined : end);
  });

const escaped = (value: string): string =>
  value.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The ways in which a program may have written a value down. */
const spellings = (value: string): ReadonlyMap<string, Buffer> => {
  const texts: readonly (readonly [string, string])[] = [
    ['as it is', value],
    ['as JSON', JSON.stringify(value).slice(1, -1)],
    ['as ASCII', escaped(value)],
    ['in a URL', encodeURIComponent(value)],
    ['in hexadecimal', Buffer.from(value).toString('hex')],
    ...base64Of(value).map((text) => ['in base64', text] as const),
    ...base64Of(value).map(
      (text) => ['in base64url', text.replaceAll('+', '-').replaceAll('/', '_')] as const,
    ),
  ];
  return new Map([
    ...texts.map(([how, text]) => [`${how}: ${text}`, Buffer.from(text)] as const),
    ['in UTF-16', Buffer.from(value, 'utf16le')],
  ]);
};

const filesOf = (directory: string): readonly string[] =>
  readdirSync(directory, {recursive: true, encoding: 'utf8'})
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile());

/** Where values are looked for. */
export interface Haystack {
  /** Directories of which every file is read, whatever it is. */
  readonly directories?: readonly string[];
  /** Logs, addresses, answers, by what they are called. */
  readonly texts?: Readonly<Record<string, string>>;
}

const bytesOf = ({directories = [], texts = {}}: Haystack): readonly (readonly [string, Buffer])[] => [
  ...directories.flatMap((directory) =>
    filesOf(directory).map((path) => [relative(directory, path), readFileSync(path)] as const),
  ),
  ...Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)] as const),
];

/**
 * Looks for values that were planted somewhere and must not have got anywhere else: in files, logs, addresses, in every
 * spelling that a program might use. Needs Node and nothing else, so that end-to-end tests can use it.
 * @param values By what they are called in the answer; each of at least ten characters and like nothing else.
 * @returns One line for each find; it names the value, not repeats it.
 */
export const findPlanted = (
  values: Readonly<Record<string, string>>,
  haystack: Haystack,
): readonly string[] => {
  const places = bytesOf(haystack);
  return Object.entries(values).flatMap(([name, value]) => {
    if (value.length < MIN_LENGTH)
      throw new Error(`The planted value "${name}" is too short to be told apart.`);
    return [...spellings(value)].flatMap(([how, bytes]) =>
      places.flatMap(([place, content]) =>
        content.includes(bytes) ? [`${name} in ${place}, ${how.split(':')[0] ?? ''}`] : [],
      ),
    );
  });
};

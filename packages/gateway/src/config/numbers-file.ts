import {readFileSync, statSync} from 'node:fs';
import {dirname, extname, resolve} from 'node:path';

import * as v from 'valibot';

import type {AddressBookEntry} from '@deskwire/domain';
import {LIMITS} from '@deskwire/protocol';

import type {ConfigProblem, Place} from './problem.js';
import {addressBookEntry} from './schema/data.js';
import {schemaProblems} from './words.js';

/** A larger address book is not read. */
const MAX_BYTES = 32_000_000;

/** An address book from a file of its own. Rows that are wrong are in `problems` and not in `rows`. */
export interface NumbersFile {
  readonly rows: readonly unknown[];
  readonly problems: readonly ConfigProblem[];
  /** Where a row stands, for what other checks have against it. */
  readonly placeOf: (row: number) => Place | undefined;
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const CELL = /("(?:[^"]|"")*"|[^,\r\n"]*)(,|\r\n|\n|\r|$)/y;

/** CSV as RFC 4180 has it; undefined from the line on where a quote is not closed or stands within a cell. */
const readCsv = (text: string): {readonly rows: readonly Row[]; readonly brokenAt?: number} => {
  const rows: Row[] = [];
  let cells: string[] = [];
  let line = 1;
  let begun = 1;
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length || cells.length) {
    const found = CELL.exec(text);
    if (!found) return {rows, brokenAt: line};
    const [whole, cell = '', end = ''] = found;
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end === ',') continue;
    if (cells.some((one) => one.trim() !== '')) rows.push({line: begun, cells});
    cells = [];
    begun = line;
  }
  return {rows};
};

const nothing = (problem: string, cure: string, place?: Place): NumbersFile => ({
  rows: [],
  problems: [{path: ['numbersFile'], problem, cure, ...(place ? {place} : {})}],
  placeOf: () => undefined,
});

const fromCsv = (text: string): NumbersFile => {
  const {rows, brokenAt} = readCsv(text);
  if (brokenAt !== undefined)
    return nothing(
      'has a quote that is not closed, or one within a cell',
      'Double quotes within a quoted cell.',
      {
        line: brokenAt,
        column: 1,
      },
    );
  const [header, ...body] = rows;
  const titles = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const [name, number] = [titles.indexOf('name'), titles.indexOf('number')];
  if (name < 0 || number < 0)
    return nothing('does not begin with the columns name and number', 'Add "name,number" as the first line.');
  return {
    rows: body.map(({cells}) => ({name: cells[name]?.trim() ?? '', number: cells[number]?.trim() ?? ''})),
    problems: [],
    placeOf: (row) => ({line: body[row]?.line ?? 1, column: 1}),
  };
};

const fromJson = (text: string): NumbersFile => {
  try {
    const rows = JSON.parse(text) as unknown;
    if (Array.isArray(rows)) return {rows, problems: [], placeOf: () => undefined};
  } catch {
    return nothing('is not right JSON', 'Correct it.');
  }
  return nothing('is not a list', 'Write a list of {"name", "number"}.');
};

const entries = v.pipe(v.array(addressBookEntry), v.maxLength(LIMITS.rows));

const checked = (read: NumbersFile): NumbersFile => {
  const parsed = v.safeParse(entries, read.rows);
  const wrong = parsed.success ? [] : schemaProblems(parsed.issues, ['numbersFile']);
  const placed = wrong.map((problem) => {
    const place = typeof problem.path[1] === 'number' ? read.placeOf(problem.path[1]) : undefined;
    return place ? {...problem, place} : problem;
  });
  return {...read, problems: [...read.problems, ...placed]};
};

const readText = (path: string): string | undefined => {
  try {
    return statSync(path).size > MAX_BYTES ? undefined : readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
};

/** Reads the address book that a configuration names, from beside the configuration. */
export const readNumbersFile = (name: string, configFile: string | undefined): NumbersFile => {
  if (configFile === undefined)
    return nothing('needs a configuration that is a file', 'Write numbers inline.');
  const read = {'.csv': fromCsv, '.json': fromJson}[extname(name).toLowerCase()];
  if (!read) return nothing('must be a .csv or a .json file', 'Rename it, or convert it.');
  const text = readText(resolve(dirname(configFile), name));
  if (text === undefined)
    return nothing(`cannot be read, or has more than ${MAX_BYTES} bytes`, 'Look at its name and its size.');
  return checked(read(text));
};

/** The rows that are right, once there are no problems. */
export const addressBookOf = ({rows}: NumbersFile): readonly AddressBookEntry[] =>
  rows as readonly AddressBookEntry[];

// Reads the files of a corpus: TSV with a heading, JSON lines, and folders of pages.
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';

const ESCAPES = {'\\t': '\t', '\\n': '\n', '\\r': '\r', '\\\\': '\\'};

/** Undoes the escapes of a TSV cell: `\t`, `\n`, `\r` and `\\`. */
export const unescapeCell = (cell) => cell.replace(/\\[tnr\\]/g, (found) => ESCAPES[found]);

const linesOf = (text) => text.split(/\r?\n/).filter((line) => line !== '');

/** The rows of a TSV text, each an object by the names of the heading; an absent cell is empty. */
export function parseTsv(text) {
  const [heading = '', ...lines] = linesOf(text);
  const names = heading.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, index) => [name, unescapeCell(cells[index] ?? '')]));
  });
}

/** The rows of a JSON lines text. */
export const parseJsonLines = (text) => linesOf(text).map((line) => JSON.parse(line));

const parsers = {tsv: parseTsv, jsonl: parseJsonLines};

/** A file of rows, or a folder of pages, a row for each; nothing for anything else. */
function readRows(folder, name) {
  const path = join(folder, name);
  if (statSync(path).isDirectory()) {
    const pages = readdirSync(path).filter((page) => page.endsWith('.html'));
    const rows = pages.sort().map((page) => ({id: page, input: readFileSync(join(path, page), 'utf8')}));
    return rows.length ? [{name, rows}] : [];
  }
  const parse = parsers[name.split('.').at(-1)];
  return parse ? [{name, rows: parse(readFileSync(path, 'utf8'))}] : [];
}

/** What stands in a folder, sorted by name. */
const readAll = (folder) =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => readRows(folder, name));

/**
 * Every file of a topic that holds rows, and every folder of pages, sorted by name.
 * @returns Undefined where the corpora do not have the topic.
 */
export function readTopic(corpora, topic) {
  const folder = join(corpora, topic, 'public');
  return existsSync(folder) ? readAll(folder) : undefined;
}

/** What stands beside the parts of a topic, for all of them. */
export const readBeside = (corpora, topic) => readAll(join(corpora, topic));

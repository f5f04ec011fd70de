// Reads the files of a corpus: TSV with a heading and JSON lines.
import {existsSync, readdirSync, readFileSync} from 'node:fs';
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

/**
 * Every file of a topic that holds rows, sorted by name.
 * @returns Undefined where the corpora do not have the topic.
 */
export function readTopic(corpora, topic) {
  const folder = join(corpora, topic, 'public');
  if (!existsSync(folder)) return undefined;
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const parse = parsers[name.split('.').at(-1)];
      return parse ? [{name, rows: parse(readFileSync(join(folder, name), 'utf8'))}] : [];
    });
}

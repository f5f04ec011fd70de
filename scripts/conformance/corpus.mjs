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

/** A page, or a message as the bytes that it is; its id is the path below the topic's part. */
const readPage = (folder, name, page) => {
  const bytes = readFileSync(join(folder, name, page));
  return page.endsWith('.eml')
    ? {id: `${name}/${page}`, message: bytes}
    : {id: page, input: bytes.toString('utf8')};
};

/** A folder of pages or messages, a row for each, or of files of rows where those are wanted. */
function readFolder(folder, name, isDeep) {
  const names = readdirSync(join(folder, name)).sort();
  const pages = names.filter((page) => /\.(?:html|eml)$/.test(page));
  if (pages.length) return [{name, rows: pages.map((page) => readPage(folder, name, page))}];
  return (isDeep ? names : [])
    .flatMap((page) => readFile(join(folder, name), page))
    .map((file) => ({...file, name: `${name}/${file.name}`}));
}

function readFile(folder, name) {
  const parse = parsers[name.split('.').at(-1)];
  return parse ? [{name, rows: parse(readFileSync(join(folder, name), 'utf8'))}] : [];
}

/** What stands in a folder, sorted by name. */
const readAll = (folder, isDeep) =>
  readdirSync(folder)
    .sort()
    .flatMap((name) =>
      statSync(join(folder, name)).isDirectory() ? readFolder(folder, name, isDeep) : readFile(folder, name),
    );

/**
 * Every file of a topic that holds rows, and every folder of pages, sorted by name.
 * @returns Undefined where the corpora do not have the topic.
 */
export function readTopic(corpora, topic) {
  const folder = join(corpora, topic, 'public');
  return existsSync(folder) ? readAll(folder, true) : undefined;
}

/** What stands beside the parts of a topic, for all of them. */
export const readBeside = (corpora, topic) => readAll(join(corpora, topic), false);

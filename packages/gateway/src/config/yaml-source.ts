import {
  CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Pair,
} from 'yaml';

import type {ConfigProblem, Path, Place} from './problem.js';

/** A larger file is not read; a long address book has a file of its own. */
export const CONFIG_MAX_CHARACTERS = 4_000_000;
/** Deeper than any setting stands; more would cost the reader its stack. */
const MAX_DEPTH = 40;
const MAX_INDENT = 200;
/** So often what an alias means is repeated, before it counts as an attack on the memory. */
const MAX_ALIASES = 100;

/** A text that was read: what it says, and where each part of it stands. */
export interface Source {
  readonly value: unknown;
  /** Problems of the text itself; with any of them `value` is not to be used. */
  readonly problems: readonly ConfigProblem[];
  placeOf(path: Path): Place | undefined;
}

const OPENS = new Set(['flow-map-start', 'flow-seq-start']);
const CLOSES = new Set(['flow-map-end', 'flow-seq-end']);
const NESTS = new Set(['seq-item-ind', 'explicit-key-ind']);

/** Whether a text nests deeper than the parser, which calls itself, could bear. */
const isTooDeep = (text: string): boolean => {
  let flow = 0;
  let inLine = 0;
  let isLineStart = true;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token) ?? '';
    if (isLineStart && type === 'space' && token.length > MAX_INDENT) return true;
    isLineStart = type === 'newline';
    if (isLineStart) inLine = 0;
    if (NESTS.has(type)) inLine += 1;
    if (OPENS.has(type)) flow += 1;
    if (CLOSES.has(type)) flow -= 1;
    if (flow > MAX_DEPTH || inLine > MAX_DEPTH) return true;
  }
  return false;
};

const unreadable = (problem: string, cure: string): Source => ({
  value: undefined,
  problems: [{path: [], problem, cure}],
  placeOf: () => undefined,
});

const CURES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of them.',
  MULTIPLE_DOCS: 'Keep one document, without "---" between.',
  TAG_RESOLVE_FAILED: 'Leave the tag out.',
  TAB_AS_INDENT: 'Indent with spaces.',
  NON_STRING_KEY: 'Put the key in quotes.',
};

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

type Pieces = Pair<Node, Node | null>;

const isForbidden = ({key}: Pieces): boolean => isScalar(key) && FORBIDDEN_KEYS.has(String(key.value));

/** Keys that mean something to the language that reads them. */
const forbiddenKeys = (node: unknown, path: Path): readonly Path[] => {
  if (isSeq(node)) return node.items.flatMap((item, at) => forbiddenKeys(item, [...path, at]));
  if (!isMap<Node, Node | null>(node)) return [];
  return node.items.flatMap((pair) => {
    const here = [...path, isScalar(pair.key) ? String(pair.key.value) : ''];
    return [...(isForbidden(pair) ? [here] : []), ...forbiddenKeys(pair.value, here)];
  });
};

/** The node of a path, or of as much of it as is there. A key is shown at its name. */
const nodeAt = (document: Document, path: Path): Node | null => {
  let shown = document.contents;
  let node = document.contents;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    if (isMap<Node, Node | null>(node)) {
      const pair = node.items.find(({key}) => isScalar(key) && String(key.value) === String(step));
      if (!pair) break;
      [shown, node] = [pair.key, pair.value];
    } else {
      const item = isSeq<Node>(node) ? node.items[Number(step)] : undefined;
      if (!item) break;
      [shown, node] = [item, item];
    }
  }
  return shown;
};

/** An alias within what it stands for. */
const isCircular = (value: unknown, around: readonly unknown[] = []): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (around.includes(value) || Object.values(value).some((inner) => isCircular(inner, [...around, value])));

const valueOf = (document: Document): {readonly value?: unknown; readonly problem?: string} => {
  try {
    const value = document.toJS({maxAliasCount: MAX_ALIASES}) as unknown;
    return isCircular(value) ? {problem: 'repeats itself without end'} : {value};
  } catch (error) {
    const isUnresolved = error instanceof ReferenceError && error.message.startsWith('Unresolved alias');
    return {problem: isUnresolved ? 'has an alias of nothing' : 'repeats too much by aliases'};
  }
};

/** Reads YAML 1.2 with its core schema, and JSON, which is a part of it. */
export const readSource = (text: string): Source => {
  if (text.length > CONFIG_MAX_CHARACTERS)
    return unreadable(
      `has more than ${CONFIG_MAX_CHARACTERS} characters`,
      'Move the address book to a file of its own (numbersFile).',
    );
  if (isTooDeep(text)) return unreadable('nests too deep', `Nest at most ${MAX_DEPTH} levels.`);
  const lineCounter = new LineCounter();
  const document: Document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    stringKeys: true,
    resolveKnownTags: false,
    prettyErrors: false,
    lineCounter,
  });
  const placeAt = (offset: number): Place => {
    const {line, col} = lineCounter.linePos(offset);
    return {line, column: col};
  };
  const placeOf = (path: Path): Place | undefined => {
    const start = nodeAt(document, path)?.range?.[0];
    return start === undefined ? undefined : placeAt(start);
  };
  const wrong = [...document.errors, ...document.warnings].map(({code, message, pos}) => ({
    path: [],
    problem: `is not right YAML or JSON here: ${message}`,
    cure: CURES[code] ?? 'Correct it.',
    place: placeAt(pos[0]),
  }));
  const forbidden = forbiddenKeys(document.contents, []).map((path) => ({
    path,
    problem: 'is a name that cannot be used',
    cure: 'Choose another.',
  }));
  const {value, problem} = wrong.length ? {} : valueOf(document);
  const bomb = problem === undefined ? [] : [{path: [], problem, cure: 'Write it out, or split the file.'}];
  return {value, problems: [...wrong, ...forbidden, ...bomb], placeOf};
};

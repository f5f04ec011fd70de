import type * as v from 'valibot';

import type {Path} from './problem.js';

/** As much of a schema as one must see to walk through it. */
interface Node {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly value?: Node;
  readonly wrapped?: Node;
  readonly key?: unknown;
  readonly options?: readonly unknown[];
}

/** A key that nothing is known of, and the keys that there are. */
export interface UnknownKey {
  readonly path: Path;
  readonly known: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ofObject = (node: Node, value: unknown, path: Path): readonly UnknownKey[] => {
  if (!isFields(value)) return [];
  const {entries = {}} = node;
  const known = Object.keys(entries);
  return Object.entries(value).flatMap(([key, inner]) => {
    const entry = Object.hasOwn(entries, key) ? entries[key] : undefined;
    return entry ? walk(entry, inner, [...path, key]) : [{path: [...path, key], known}];
  });
};

const ofList = (item: Node, value: unknown, path: Path): readonly UnknownKey[] =>
  Array.isArray(value) ? value.flatMap((one, at) => walk(item, one, [...path, at])) : [];

const ofRecord = (item: Node, value: unknown, path: Path): readonly UnknownKey[] =>
  isFields(value) ? Object.entries(value).flatMap(([key, one]) => walk(item, one, [...path, key])) : [];

const literalOf = (node: Node | undefined): unknown => (node as {literal?: unknown} | undefined)?.literal;

/** The option of a variant that the value names, or the one option of a union that is an object. */
const optionFor = ({type, options = [], key}: Node, value: unknown): Node | undefined => {
  const nodes = options as readonly Node[];
  if (type === 'union') return nodes.find((one) => one.type === 'strict_object');
  if (!isFields(value) || typeof key !== 'string') return undefined;
  return nodes.find(({entries}) => literalOf(entries?.[key]) === value[key]);
};

const walk = (node: Node, value: unknown, path: Path): readonly UnknownKey[] => {
  if (node.type === 'strict_object') return ofObject(node, value, path);
  if (node.wrapped) return walk(node.wrapped, value, path);
  if (node.type === 'array' && node.item) return ofList(node.item, value, path);
  if (node.type === 'record' && node.value) return ofRecord(node.value, value, path);
  const option = node.options && optionFor(node, value);
  return option ? walk(option, value, path) : [];
};

/** Every key that the schema does not know. The schema alone would name only the first of each object. */
export const unknownKeys = (schema: v.GenericSchema, value: unknown): readonly UnknownKey[] =>
  walk(schema, value, []);

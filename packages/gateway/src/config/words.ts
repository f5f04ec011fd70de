import type * as v from 'valibot';

import type {ConfigProblem, Path} from './problem.js';
import {nearest} from './suggest.js';

type Issue = v.BaseIssue<unknown>;
type Words = Pick<ConfigProblem, 'problem' | 'cure'>;

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  strict_object: 'a group of settings',
  record: 'a group of settings',
  union: 'text, or a text in "en" and one in "ko"',
};

const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list';
  const kind = typeof value;
  return kind === 'object' ? 'a group of settings' : (KINDS[kind] ?? 'something else');
};

/** Also for a key that is there with nothing behind it. */
const isNothing = (value: unknown): boolean => value === undefined || value === null;

const wrongKind = ({type, input}: Issue): Words => {
  if (input === undefined) return {problem: 'is missing', cure: 'Add it.'};
  if (isNothing(input)) return {problem: 'is empty', cure: 'Fill it, or leave the key out.'};
  const wanted = KINDS[type] ?? 'something else';
  const isScalar = typeof input === 'number' || typeof input === 'boolean';
  const cure = wanted.startsWith('text') && isScalar ? 'Put it in quotes.' : `Write ${wanted}.`;
  return {problem: `must be ${wanted}, and is ${kindOf(input)}`, cure};
};

/** `("ko" | "en")` as valibot writes it. */
const choicesOf = (expected: string | null): readonly string[] =>
  [...(expected ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, name = '']) => name);

const wrongChoice = ({expected, input}: Issue): Words => {
  const choices = choicesOf(expected);
  if (isNothing(input)) return {problem: 'is missing', cure: `Write one of ${choices.join(', ')}.`};
  const meant = typeof input === 'string' ? nearest(input, choices) : undefined;
  const cure = meant === undefined ? 'Write one of them.' : `Did you mean "${meant}"?`;
  return {problem: `must be one of ${choices.join(', ')}`, cure};
};

const wrongSize = ({type, input, requirement}: Issue): Words => {
  const what = Array.isArray(input) ? 'entries' : 'characters';
  const limit = String(requirement);
  if (type === 'min_length' && limit === '1') return {problem: 'is empty', cure: 'Fill it, or leave it out.'};
  return type === 'min_length'
    ? {problem: `has fewer than ${limit} ${what}`, cure: 'Add what is missing.'}
    : {problem: `has more than ${limit} ${what}`, cure: 'Make it shorter.'};
};

const wrongNumber = ({type, requirement}: Issue): Words => {
  if (type === 'integer') return {problem: 'must be a whole number', cure: 'Write one without a fraction.'};
  const bound = type === 'min_value' ? 'at least' : 'at most';
  return {problem: `must be ${bound} ${String(requirement)}`, cure: `Write ${bound} ${String(requirement)}.`};
};

const words: Readonly<Record<string, (issue: Issue) => Words>> = {
  picklist: wrongChoice,
  literal: wrongChoice,
  variant: wrongChoice,
  min_length: wrongSize,
  max_length: wrongSize,
  integer: wrongNumber,
  min_value: wrongNumber,
  max_value: wrongNumber,
  // The schema brings its own words for what a pattern means.
  regex: ({message}) => ({problem: message, cure: 'Correct it.'}),
};

const stepsOf = ({path}: Issue): Path =>
  (path ?? []).flatMap(({key}) => (typeof key === 'string' || typeof key === 'number' ? [key] : []));

/** A label that is a group is wrong in one of its languages, not as a whole. */
const innerOf = ({type, input, issues}: Issue): readonly Issue[] => {
  const isGroup = typeof input === 'object' && input !== null && !Array.isArray(input);
  return type === 'union' && isGroup ? (issues ?? []).filter(({path}) => path !== undefined) : [];
};

const isUnknownKey = ({type, expected}: Issue): boolean => type === 'strict_object' && expected === 'never';

/** What the schema says against a configuration, in words. Unknown keys are `unknownKeys`' to tell. */
export const schemaProblems = (issues: readonly Issue[], from: Path = []): readonly ConfigProblem[] =>
  issues.flatMap((issue) => {
    if (isUnknownKey(issue)) return [];
    const path = [...from, ...stepsOf(issue)];
    const inner = innerOf(issue);
    if (inner.length) return schemaProblems(inner, path);
    return [{path, ...(words[issue.type] ?? wrongKind)(issue)}];
  });

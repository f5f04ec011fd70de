import {CAD_MAX_VARIABLES} from '@deskwire/domain';

import type {VariableHead} from './drafts.js';

/** Where each variable stands: the order of the first look, and which ones take a whole line. */
export interface Layout {
  readonly names: readonly string[];
  readonly wide: ReadonlySet<string>;
}

/** A text of more characters than half a pane shows in one line. */
const LONG = 32;

const byOrder = (a: VariableHead, b: VariableHead): number => a.order - b.order;

const isSameSet = (names: readonly string[], before: Layout): boolean =>
  names.length === before.names.length && names.every((name) => before.names.includes(name));

/**
 * Fixed once it is shown (CAD-1): as long as the same variables are there, none changes its place or width, whatever their
 * values become. Another flow's variables make a new layout. At most 30 are shown; a draft of a variable that is gone keeps
 * its place beside them.
 */
export const layOut = (
  variables: readonly (VariableHead & {readonly value: string})[],
  strays: readonly VariableHead[],
  before?: Layout,
): Layout => {
  const shown = [...variables].sort(byOrder).slice(0, CAD_MAX_VARIABLES);
  const all: readonly VariableHead[] = [...shown, ...strays].sort(byOrder);
  const names = all.map(({name}) => name);
  if (before && isSameSet(names, before)) return before;
  const isLong = (name: string): boolean =>
    shown.some((one) => one.name === name && one.type === 'string' && !one.secure && one.value.length > LONG);
  const isWide = (name: string): boolean =>
    before?.names.includes(name) ? before.wide.has(name) : isLong(name);
  return {names, wide: new Set(names.filter(isWide))};
};

/** Lines of one or two, so that what stands below a field moves no other field of its line. */
export const linesOf = <T extends {readonly name: string}>(
  fields: readonly T[],
  {wide}: Layout,
): readonly (readonly T[])[] => {
  const lines: T[][] = [];
  for (const field of fields) {
    const last = lines.at(-1);
    const fits = last?.length === 1 && last[0] && !wide.has(last[0].name) && !wide.has(field.name);
    if (fits) last.push(field);
    else lines.push([field]);
  }
  return lines;
};

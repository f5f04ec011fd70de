import {dialled, type AgentProfile} from '@deskwire/domain';

import type {Path, Report} from '../problem.js';
import type {At, Sound} from '../sound.js';

type Named = Readonly<Record<string, unknown>>;

/** Reports every entry whose name stood in the list before. */
const checkUnique = <T>(
  entries: readonly At<T>[],
  nameOf: (value: T) => string | undefined,
  key: string,
  report: Report,
): void => {
  const seen = new Set<string>();
  for (const {path, value} of entries) {
    const name = nameOf(value);
    if (name === undefined) continue;
    if (seen.has(name))
      report.problem([...path, key], `"${name}" stands in this list twice`, 'Keep one, or rename one.');
    seen.add(name);
  }
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const LISTS: readonly (readonly [list: Path, key: string])[] = [
  [['agents'], 'id'],
  [['tenant', 'idleReasons'], 'id'],
  [['tenant', 'wrapUpReasons'], 'id'],
  [['tenant', 'queues'], 'id'],
  [['tenant', 'entryPoints'], 'id'],
  [['tenant', 'campaigns'], 'id'],
  [['mail', 'mailboxes'], 'address'],
  [['tenant', 'chat', 'responses'], 'id'],
  [['tenant', 'email', 'templates'], 'id'],
  [['tenant', 'popoverVariables'], 'name'],
  [['tenant', 'consultVariables'], 'name'],
  [['tenant', 'outdial', 'dialPlan'], 'name'],
];

/** Names that stand for one thing must stand for one thing only. */
export const checkDuplicates = (sound: Sound, report: Report): void => {
  const named = (key: string, ...list: Path): void =>
    checkUnique(sound.each<Named>(...list), (value) => text(value[key]), key, report);
  for (const [list, key] of LISTS) named(key, ...list);
  for (const path of sound.places('tenant', 'entryPoints')) named('name', ...path, 'variables');
  for (const path of sound.places('tenant', 'campaigns')) named('name', ...path, 'fields');
  for (const path of sound.places('contacts')) named('id', ...path);

  const anis = sound.each<{readonly number: string}>('tenant', 'outdial', 'anis');
  checkUnique(anis, ({number}) => dialled(number), 'number', report);
  const agents = sound.each<Pick<AgentProfile, 'id'> & Partial<AgentProfile>>('agents');
  checkUnique(agents, ({station, id}) => station?.dn ?? id, 'station', report);
  const addresses = sound.each('mail', 'addresses').map(({path}) => ({path, value: String(path.at(-1))}));
  const seen = new Set<string>();
  for (const {path, value} of addresses) {
    const address = value.toLowerCase();
    if (seen.has(address))
      report.problem(path, 'is an address that stands there twice', 'Capitals do not count: keep one.');
    seen.add(address);
  }
};

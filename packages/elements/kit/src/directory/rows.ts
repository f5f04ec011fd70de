import {
  dialled,
  type AddressBookEntry,
  type Answers,
  type DirectoryAgent,
  type Target,
} from '@deskwire/domain';

import {haystackOf, TextIndex} from '../search/text-index.js';
import {phoneText} from '../words/phone.js';

import {filterGently, mapGently, sortGently} from './breath.js';

/** What an agent is doing, as far as another agent is told. */
export type DirectoryPresence = Pick<DirectoryAgent, 'state' | 'reason' | 'canReceive'>;

/** One target of a directory. */
export interface DirectoryRow {
  /** The same after a refresh, as long as it is the same target. */
  readonly key: string;
  readonly target: Target;
  readonly name: string;
  /** An agent's team. */
  readonly team?: string;
  /** As it is written; what is dialled stands in the target. */
  readonly number?: string;
  /** Of agents only. */
  readonly presence?: DirectoryPresence;
  /** What the search reads. */
  readonly haystack: string;
}

const rowOf = (
  target: Target,
  id: string,
  name: string,
  more: Pick<DirectoryRow, 'team' | 'number' | 'presence'> = {},
): DirectoryRow => {
  const {team = '', number = ''} = more;
  const bare = target.kind === 'number' ? target.number : dialled(number);
  return {
    key: `${target.kind} ${id}`,
    target,
    name,
    ...more,
    haystack: haystackOf(name, team, number, bare),
  };
};

const agentRow = ({agent, state, reason, canReceive}: DirectoryAgent): DirectoryRow =>
  rowOf({kind: 'agent', agentId: agent.id}, agent.id, agent.name, {
    ...(agent.team ? {team: agent.team} : {}),
    ...(agent.dn ? {number: agent.dn} : {}),
    // Whoever wraps up takes nothing, whatever a backend makes of their capacity (XFER-2).
    presence: {state, ...(reason ? {reason} : {}), canReceive: canReceive && state !== 'wrap-up'},
  });

/** Those who can take the contact first, then those who may soon, then those who are away. */
const rankOf = ({presence}: DirectoryRow): number => {
  if (!presence || presence.canReceive) return 0;
  return presence.state === 'signed-out' ? 2 : 1;
};

/** Lets each key pass once. */
const once = (): ((row: DirectoryRow) => boolean) => {
  const seen = new Set<string>();
  return ({key}) => !seen.has(key) && seen.add(key) !== undefined;
};

/** The rows of many items, in their order; an item that is there twice is listed once. */
const rowsOf = async <T>(
  items: readonly T[],
  row: (item: T) => DirectoryRow,
  locale: string,
): Promise<readonly DirectoryRow[]> => {
  const {compare} = new Intl.Collator(locale);
  const rows = await filterGently(await mapGently(items, row), once());
  return sortGently(rows, (a, b) => rankOf(a) - rankOf(b) || compare(a.name, b.name));
};

/** The rows of the agents' list. */
export const agentRows = (
  {agents}: Answers['directory.agents'],
  locale: string,
): Promise<readonly DirectoryRow[]> => rowsOf(agents, agentRow, locale);

/** The rows of queues and entry points together, each in the tenant's order. */
export const queueRows = (
  queues: Answers['directory.queues']['queues'],
  entryPoints: Answers['directory.entry-points']['entryPoints'],
): readonly DirectoryRow[] =>
  [
    ...queues.map(({id, name}) => rowOf({kind: 'queue', queueId: id}, id, name)),
    ...entryPoints.map(({id, name, number}) =>
      rowOf({kind: 'entry-point', entryPointId: id}, id, name, number ? {number} : {}),
    ),
  ].filter(once());

const numberRow = ({name, number}: AddressBookEntry): DirectoryRow =>
  rowOf({kind: 'number', number: dialled(number)}, `${number} ${name}`, name, {number: phoneText(number)});

/** The rows of the address book, by name. */
export const numberRows = (
  {numbers}: Answers['directory.numbers'],
  locale: string,
): Promise<readonly DirectoryRow[]> => rowsOf(numbers, numberRow, locale);

/** Whether the contact can go there now, by what the list says. */
export const canChoose = ({presence}: DirectoryRow): boolean => presence?.canReceive ?? true;

/** Rows that can be searched. Made when the rows come, not when one types. */
export class RowSearch {
  readonly #index: TextIndex;

  constructor(readonly rows: readonly DirectoryRow[]) {
    this.#index = new TextIndex(rows.map(({haystack}) => haystack));
  }

  /** What a query leaves of the rows: in their order, but what begins with the query first. */
  find(query: string): readonly DirectoryRow[] {
    if (query.trim() === '') return this.rows;
    return this.#index.find(query).map((at) => this.rows[at] as DirectoryRow);
  }
}

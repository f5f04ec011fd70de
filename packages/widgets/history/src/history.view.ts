import {
  hasFeature,
  selectTasks,
  type Channel,
  type DeskState,
  type Engagement,
  type HistoryChannel,
  type HistoryEntry,
  type Instant,
  type Interaction,
  type InteractionId,
  type Label,
  type Origin,
} from '@deskwire/domain';

import type {RowKind} from './row-layout.js';

/** The tabs of a history, in their order. */
export const HISTORY_TABS = ['all', 'voice', 'chat', 'email'] as const satisfies readonly (
  'all' | HistoryChannel
)[];
/** One of {@link HISTORY_TABS}. */
export type HistoryTab = (typeof HISTORY_TABS)[number];

/** Whose contacts a list holds: the agent's own, or those of the customer with whom they have to do now. */
export type HistoryScope = 'mine' | 'customer';

/** Why there is no history to show, for as long as that is so. */
export type HistoryGap = 'connecting' | 'capability' | 'permission';

/** A row of the list: the beginning of a day, or a contact. */
export type HistoryItem =
  | {readonly kind: 'day'; readonly key: string; readonly at: Instant}
  | {readonly kind: 'entry'; readonly key: string; readonly entry: HistoryEntry};

/** What can be opened: a transcript, a correspondence, the facts of a call. */
export type HistoryKind = Exclude<Channel, 'social'>;

/** The parts of a contact's row, before they are put into words. */
export interface EntryView {
  readonly interactionId: InteractionId;
  readonly channel: Channel;
  /** Set where the contact did not simply come in. */
  readonly origin?: Exclude<Origin, 'inbound'>;
  /** The largest text: who it was, or where the customer is known, what it was about. Nothing known: absent. */
  readonly title?: string;
  /** The number that can be dialled, as it came. */
  readonly number?: string;
  /** The title is that number. */
  readonly isNumberTitle: boolean;
  readonly queue?: string;
  readonly reasons: readonly Label[];
  /** Why nobody talked. */
  readonly outcome?: HistoryEntry['outcome'];
  /** Of the contact history: who had it. */
  readonly agent?: string;
  /** Of mails in the agent's own list, where the title is the customer. */
  readonly subject?: string;
  readonly at: Instant;
  readonly seconds?: number;
  readonly opens?: HistoryKind;
}

/** The tab under which a contact stands. */
export const tabOf = (channel: Channel): HistoryChannel => (channel === 'social' ? 'chat' : channel);

/** Whether a contact stands under a tab. */
export const isInTab = ({channel}: HistoryEntry, tab: HistoryTab): boolean =>
  tab === 'all' || tabOf(channel) === tab;

/** The midnight before a point in time, by the reader's own clock. */
export const startOfDay = (at: Instant): Instant => new Date(at).setHours(0, 0, 0, 0);

const entryItem = (entry: HistoryEntry): HistoryItem => ({kind: 'entry', key: entry.interactionId, entry});

/** The rows of a list. The agent's own contacts stand day by day; a customer's are too far apart for that. */
export const itemsOf = (entries: readonly HistoryEntry[], scope: HistoryScope): readonly HistoryItem[] => {
  if (scope === 'customer') return entries.map(entryItem);
  const items: HistoryItem[] = [];
  let day: Instant | undefined;
  for (const entry of entries) {
    const own = startOfDay(entry.at);
    if (own !== day) items.push({kind: 'day', key: `day ${own}`, at: own});
    day = own;
    items.push(entryItem(entry));
  }
  return items;
};

/** Their kinds, for the layout. */
export const kindsOf = (items: readonly HistoryItem[]): readonly RowKind[] => items.map(({kind}) => kind);

const firstText = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.find((text) => text?.trim());

const KINDS: Readonly<Record<Channel, HistoryKind>> = {
  voice: 'voice',
  chat: 'chat',
  social: 'chat',
  email: 'email',
};

/** What one may read again: of one's own contacts only those that one had; of a customer's every one. */
const opensFor = ({channel, seconds}: HistoryEntry, scope: HistoryScope): HistoryKind | undefined =>
  scope === 'mine' && seconds === undefined ? undefined : KINDS[channel];

const titleOf = (entry: HistoryEntry, scope: HistoryScope): string | undefined => {
  const {customer, subject, queue} = entry;
  if (scope === 'customer') return firstText(subject, queue?.name);
  return firstText(customer.name, customer.number, customer.email, customer.id);
};

const given = <K extends string, T>(key: K, value: T | undefined): {readonly [P in K]?: T} =>
  (value === undefined ? {} : {[key]: value}) as {readonly [P in K]?: T};

/** A row as it is shown in a list. The customer's own list says who of us had the contact instead of who the customer was. */
export const entryView = (entry: HistoryEntry, scope: HistoryScope): EntryView => {
  const {interactionId, channel, origin, customer, queue, subject, agent, at, seconds, reasons} = entry;
  const title = titleOf(entry, scope);
  const number = channel === 'voice' ? firstText(customer.number) : undefined;
  return {
    ...{interactionId, channel, at, reasons},
    isNumberTitle: number !== undefined && title === number,
    ...given('title', title),
    ...given('number', number),
    ...given('origin', origin === 'inbound' ? undefined : origin),
    ...given('queue', queue && queue.name !== title ? queue.name : undefined),
    ...given('agent', scope === 'customer' ? agent?.name : undefined),
    ...given('subject', scope === 'mine' ? firstText(subject) : undefined),
    ...given('outcome', entry.outcome),
    ...given('seconds', seconds),
    ...given('opens', opensFor(entry, scope)),
  };
};

/** Why a desk has no history to show; undefined where it has. */
export const historyGap = ({
  cursor,
  capabilities,
  profile,
}: Pick<DeskState, 'cursor' | 'capabilities' | 'profile'>): HistoryGap | undefined => {
  if (!cursor || !profile) return 'connecting';
  if (!hasFeature(capabilities, 'history')) return 'capability';
  return profile.permissions.includes('history') ? undefined : 'permission';
};

/** A contact that the agent has not done with. */
export interface OpenContact {
  readonly id: InteractionId;
  readonly createdAt: Instant;
}

/** All of them: one that leaves this list has become a part of the past. */
export const openContacts = (state: DeskState): readonly OpenContact[] =>
  selectTasks(state).map(({id, createdAt}) => ({id, createdAt}));

/** Whether two such lists name the same contacts. */
export const isSameContacts = (a: readonly OpenContact[], b: readonly OpenContact[]): boolean =>
  a.length === b.length && a.every(({id}, index) => b[index]?.id === id);

/** When the oldest contact began that was open and is no more; undefined where all of them still are. */
export const oldestDone = (
  before: readonly OpenContact[],
  now: readonly OpenContact[],
): Instant | undefined => {
  const open = new Set(now.map(({id}) => id));
  const done = before.filter(({id}) => !open.has(id));
  return done.length > 0 ? Math.min(...done.map(({createdAt}) => createdAt)) : undefined;
};

const RANKS = {active: 0, 'wrap-up': 1, offered: 2, connecting: 2, done: 3} as const satisfies Record<
  Engagement['phase'],
  number
>;

/**
 * Whose history is shown where nobody chose a contact: the newest one that the agent talks to, else the one they wrap up,
 * else the one that is offered. A request must not take the history away from a customer with whom somebody talks.
 */
export const followedContact = (state: DeskState, own: string | undefined): InteractionId | undefined => {
  const rankOf = ({engagements}: Interaction): number =>
    RANKS[engagements.find(({agent}) => agent.id === own)?.phase ?? 'done'];
  const [first] = [...selectTasks(state)].sort((a, b) => rankOf(a) - rankOf(b));
  return first?.id;
};

import {
  reduceInteraction,
  type AgentId,
  type Fact,
  type HistoryEntry,
  type Interaction,
  type InteractionFact,
  type InteractionId,
} from '@deskwire/domain';
import {byRecency} from '@deskwire/engine';

import type {HistoryChange, HistoryStore, HistoryWindow, PastContact, Rows} from './history-store.js';
import {mailWindow, messageWindow, type WordsOf} from './sqlite-conversation.js';
import type {SqlDatabase, SqlRow, SqlValue} from './sqlite-driver.js';

/** The lists. Every one of them is a walk along an index from a place onwards; a test asks SQLite whether it is. */
export const HISTORY_LISTS = {
  ofAgent: `SELECT body FROM agent_history WHERE agent_id = ? AND (at, interaction_id) < (?, ?)
    ORDER BY at DESC, interaction_id DESC LIMIT ?`,
  // Left to itself SQLite walks the whole list and leaves out what is of another channel.
  ofAgentOnChannel: `SELECT body FROM agent_history INDEXED BY agent_history_by_channel
    WHERE agent_id = ? AND channel = ? AND (at, interaction_id) < (?, ?)
    ORDER BY at DESC, interaction_id DESC LIMIT ?`,
  ofKey: `SELECT contact_history.body FROM customer_history
    JOIN contact_history ON contact_history.interaction_id = customer_history.interaction_id
    WHERE customer_key = ? AND (customer_history.at, customer_history.interaction_id) < (?, ?)
    ORDER BY customer_history.at DESC, customer_history.interaction_id DESC LIMIT ?`,
} as const;

const statements = (database: SqlDatabase) => ({
  ofAgent: database.prepare(HISTORY_LISTS.ofAgent),
  ofAgentOnChannel: database.prepare(HISTORY_LISTS.ofAgentOnChannel),
  ofKey: database.prepare(HISTORY_LISTS.ofKey),
  putPart: database.prepare('INSERT OR REPLACE INTO agent_history VALUES (?, ?, ?, ?, ?)'),
  putContact: database.prepare('INSERT OR REPLACE INTO contact_history VALUES (?, ?)'),
  dropKeys: database.prepare('DELETE FROM customer_history WHERE interaction_id = ?'),
  putKey: database.prepare('INSERT INTO customer_history VALUES (?, ?, ?)'),
  /** Neither what was said nor values: a history shows the one by window, and the other never. */
  frame: database.prepare(`SELECT * FROM facts WHERE interaction_id = ? AND type NOT IN (
      'message.posted', 'message.delivered', 'message.read', 'engagement.read',
      'mail.received', 'mail.queued', 'mail.sent', 'mail.failed',
      'cad.defined', 'cad.changed', 'cad.overwritten'
    ) ORDER BY seq`),
  backfilled: database.prepare('SELECT after_id FROM history_backfill'),
  unfilled: database.prepare('SELECT id FROM interactions WHERE id > ? ORDER BY id LIMIT ?'),
  moveBackfill: database.prepare('UPDATE history_backfill SET after_id = ?'),
  endBackfill: database.prepare('DELETE FROM history_backfill'),
});

/** In front of everything. */
const FRONT = [Number.MAX_SAFE_INTEGER, ''] as const;

const placeOf = ({after}: HistoryWindow): readonly [number, string] =>
  after ? [after.at, after.interactionId] : FRONT;

/** Keys are customers' data: JSON keeps NUL and lone surrogates out of the column, as in the bodies. */
const asKey = (key: string): string => JSON.stringify(key);

const asEntry = (row: SqlRow): HistoryEntry => JSON.parse(String(row['body'])) as HistoryEntry;

/** The tables of past contacts. Writing methods run inside whatever transaction is open. */
export class SqliteHistory implements HistoryStore {
  readonly #database: SqlDatabase;
  readonly #sql: ReturnType<typeof statements>;
  readonly #words: WordsOf;
  readonly #read: (row: SqlRow) => Fact;

  /** @param read Makes a fact out of a row of `facts`. */
  constructor(database: SqlDatabase, read: (row: SqlRow) => Fact) {
    this.#database = database;
    this.#read = read;
    this.#sql = statements(database);
    const all = (sql: string, ...values: SqlValue[]) => database.prepare(sql).all(...values);
    this.#words = {all, facts: (sql, ...values) => all(sql, ...values).map(read)};
  }

  async ofAgent(
    agentId: AgentId,
    window: Parameters<HistoryStore['ofAgent']>[1],
  ): Promise<readonly HistoryEntry[]> {
    const {channel, limit} = window;
    const place = placeOf(window);
    const rows =
      channel === undefined
        ? this.#sql.ofAgent.all(agentId, ...place, limit)
        : this.#sql.ofAgentOnChannel.all(agentId, channel, ...place, limit);
    return rows.map(asEntry);
  }

  async ofKeys(keys: readonly string[], window: HistoryWindow): Promise<readonly HistoryEntry[]> {
    const place = placeOf(window);
    const {limit} = window;
    const found = new Map<InteractionId, HistoryEntry>();
    for (const key of keys) {
      for (const row of this.#sql.ofKey.all(asKey(key), ...place, limit)) {
        const entry = asEntry(row);
        found.set(entry.interactionId, entry);
      }
    }
    return [...found.values()].sort(byRecency).slice(0, limit);
  }

  async contact(
    id: InteractionId,
    window: {readonly before?: string; readonly limit: number},
  ): Promise<PastContact | undefined> {
    const contact = this.#frameOf(id);
    if (contact?.content.kind === 'chat') return messageWindow(contact, contact.content, window, this.#words);
    if (contact?.content.kind === 'email') return mailWindow(contact, contact.content, window, this.#words);
    return contact && {contact, isPlaced: window.before === undefined};
  }

  async backfill(rows: Rows, most: number): Promise<boolean> {
    const from = this.#sql.backfilled.get()?.['after_id'];
    if (typeof from !== 'string') return false;
    const ids = this.#sql.unfilled.all(from, most).map((row) => String(row['id']));
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      for (const id of ids) {
        const contact = this.#frameOf(id);
        for (const change of contact ? rows(contact) : []) this.apply(change);
      }
      const last = ids.length < most ? undefined : ids.at(-1);
      if (last === undefined) this.#sql.endBackfill.run();
      else this.#sql.moveBackfill.run(last);
      this.#database.exec('COMMIT');
      return last !== undefined;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /** Part of a batch: no transaction of its own. */
  apply(change: HistoryChange): void {
    const {interactionId, at} = change.entry;
    const body = JSON.stringify(change.entry);
    if (change.kind === 'part') {
      this.#sql.putPart.run(change.agentId, at, interactionId, change.channel, body);
      return;
    }
    this.#sql.putContact.run(interactionId, body);
    this.#sql.dropKeys.run(interactionId);
    for (const key of new Set(change.keys)) this.#sql.putKey.run(asKey(key), at, interactionId);
  }

  /** Everything about a contact but what was said and its values. */
  #frameOf(id: InteractionId): Interaction | undefined {
    return this.#sql.frame
      .all(id)
      .map((row) => this.#read(row) as InteractionFact)
      .reduce<Interaction | undefined>(reduceInteraction, undefined);
  }
}

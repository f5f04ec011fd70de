import type {InteractionId} from '@deskwire/domain';

import type {
  DeliveredMail,
  InboxChange,
  MailStore,
  OutboxChange,
  OutboxMail,
  SpooledMail,
} from './mail-store.js';
import type {SqlDatabase, SqlRow, SqlValue} from './sqlite-driver.js';

/** Outgoing mails are known under this recipient, so that answers to them find their thread. */
const SENT = '';

const asSpooled = (row: SqlRow): SpooledMail => JSON.parse(String(row['body'])) as SpooledMail;

const asOutgoing = (row: SqlRow): OutboxMail => ({
  id: String(row['id']),
  interactionId: String(row['interaction_id']),
  messageId: String(row['message_id']),
  state: row['state'] as OutboxMail['state'],
  attempts: Number(row['attempts']),
  dueAt: Number(row['due_at']),
  payload: String(row['payload']),
});

const asDelivered = (row: SqlRow): DeliveredMail => ({
  id: String(row['id']),
  mailbox: String(row['mailbox']),
  messageId: String(row['message_id']),
  at: Number(row['at']),
});

/** The mail tables. Writing methods run inside whatever transaction is open, or in one of their own. */
export class SqliteMailStore implements MailStore {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async spool(mail: SpooledMail): Promise<void> {
    this.#run('INSERT INTO spool VALUES (?, ?, ?)', mail.id, mail.at, JSON.stringify(mail));
  }

  async spooled(): Promise<readonly SpooledMail[]> {
    return this.#all('SELECT body FROM spool ORDER BY at, id').map(asSpooled);
  }

  async unspool(id: string): Promise<void> {
    this.#run('DELETE FROM spool WHERE id = ?', id);
  }

  async isKnown(recipient: string, messageId: string): Promise<boolean> {
    const sql = 'SELECT 1 FROM message_ids WHERE recipient = ? AND message_id = ?';
    return this.#all(sql, recipient, messageId).length > 0;
  }

  async interactionOf(messageIds: readonly string[]): Promise<InteractionId | undefined> {
    const sql = `SELECT interaction_id AS id FROM message_ids
      WHERE message_id = ? AND interaction_id IS NOT NULL ORDER BY recipient LIMIT 1`;
    for (const messageId of messageIds) {
      const id = this.#all(sql, messageId)[0]?.['id'];
      if (typeof id === 'string') return id;
    }
    return undefined;
  }

  async outbox(): Promise<readonly OutboxMail[]> {
    return this.#all(`SELECT * FROM outbox WHERE state NOT IN ('sent', 'failed') ORDER BY due_at, id`).map(
      asOutgoing,
    );
  }

  async move(changes: readonly OutboxChange[]): Promise<void> {
    for (const change of changes) this.applyOutbox(change);
  }

  async deliver({mailbox, messageId, id, at}: DeliveredMail): Promise<boolean> {
    const sql = 'INSERT OR IGNORE INTO mailboxes VALUES (?, ?, ?, ?) RETURNING id';
    return this.#all(sql, mailbox, messageId, id, at).length > 0;
  }

  async mailbox(address: string, limit: number): Promise<readonly DeliveredMail[]> {
    const sql = 'SELECT * FROM mailboxes WHERE mailbox = ? ORDER BY at DESC, id DESC LIMIT ?';
    return this.#all(sql, address, limit).map(asDelivered);
  }

  async isDelivered(messageId: string): Promise<boolean> {
    return this.#all('SELECT 1 FROM mailboxes WHERE message_id = ? LIMIT 1', messageId).length > 0;
  }

  /** Part of a batch: no transaction of its own. */
  applyInbox({recipient, messageId, interactionId, continues}: InboxChange): void {
    if (continues !== undefined && interactionId !== undefined) {
      const sql = 'UPDATE message_ids SET interaction_id = ? WHERE interaction_id = ?';
      this.#run(sql, interactionId, continues);
    }
    const sql = 'INSERT OR IGNORE INTO message_ids VALUES (?, ?, ?)';
    this.#run(sql, recipient, messageId, interactionId ?? null);
  }

  /** Part of a batch: no transaction of its own. A mail that is there already is not added again. */
  applyOutbox(change: OutboxChange): void {
    if (change.kind === 'move') {
      const sql = `UPDATE outbox SET state = ?, attempts = attempts + ?, due_at = coalesce(?, due_at) WHERE id = ?`;
      this.#run(sql, change.to, change.attempt ? 1 : 0, change.dueAt ?? null, change.id);
      return;
    }
    const {id, interactionId, messageId, at, payload} = change;
    const sql = `INSERT OR IGNORE INTO outbox VALUES (?, ?, ?, 'queued', 0, ?, ?)`;
    this.#run(sql, id, interactionId, messageId, at, payload);
    this.#run('INSERT OR IGNORE INTO message_ids VALUES (?, ?, ?)', SENT, messageId, interactionId);
  }

  #run(sql: string, ...values: SqlValue[]): void {
    this.#database.prepare(sql).run(...values);
  }

  #all(sql: string, ...values: SqlValue[]): readonly SqlRow[] {
    return this.#database.prepare(sql).all(...values);
  }
}

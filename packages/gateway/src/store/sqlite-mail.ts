import type {InteractionId} from '@deskwire/domain';

import type {
  DeliveredMail,
  InboxChange,
  MailboxPlace,
  MailStore,
  OutboxChange,
  OutboxMail,
  Results,
  SentCopy,
  SentMail,
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
  sender: String(row['sender']),
  results: JSON.parse(String(row['results'])) as Results,
});

const asCopy = (row: SqlRow): SentCopy => ({
  id: String(row['id']),
  sender: String(row['sender']),
  messageId: String(row['message_id']),
  attempts: Number(row['attempts']),
  dueAt: Number(row['due_at']),
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

  async spool(mail: SpooledMail, place?: MailboxPlace): Promise<void> {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      this.#run('INSERT INTO spool VALUES (?, ?, ?)', mail.id, mail.at, JSON.stringify(mail));
      if (place) this.#place(place);
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  async placeOf(mailbox: string): Promise<MailboxPlace | undefined> {
    const row = this.#all('SELECT * FROM mailbox_places WHERE mailbox = ?', mailbox)[0];
    return row && {mailbox, uidValidity: String(row['uid_validity']), uid: Number(row['uid'])};
  }

  async moveTo(place: MailboxPlace): Promise<void> {
    this.#place(place);
  }

  async spooled(): Promise<readonly SpooledMail[]> {
    return this.#all('SELECT body FROM spool ORDER BY at, id').map(asSpooled);
  }

  async unspool(id: string): Promise<void> {
    this.#run('DELETE FROM spool WHERE id = ?', id);
  }

  async isKept(id: string): Promise<boolean> {
    const sql = 'SELECT 1 FROM spool WHERE id = ? UNION ALL SELECT 1 FROM mailboxes WHERE id = ? LIMIT 1';
    return this.#all(sql, id, id).length > 0;
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

  async sentMail(messageIds: readonly string[]): Promise<SentMail | undefined> {
    // The outbox knows the contact that a mail was sent in; its thread may have gone on in another one since.
    const sql = `SELECT outbox.id AS id, message_ids.interaction_id AS contact FROM outbox
      JOIN message_ids ON message_ids.message_id = outbox.message_id AND message_ids.recipient = ?
      WHERE outbox.message_id = ? LIMIT 1`;
    for (const messageId of messageIds) {
      const row = this.#all(sql, SENT, messageId)[0];
      if (row) return {id: String(row['id']), messageId, interactionId: String(row['contact'])};
    }
    return undefined;
  }

  async outbox(): Promise<readonly OutboxMail[]> {
    return this.#all(`SELECT * FROM outbox WHERE state NOT IN ('sent', 'failed') ORDER BY due_at, id`).map(
      asOutgoing,
    );
  }

  async outgoing(id: string): Promise<OutboxMail | undefined> {
    return this.#all('SELECT * FROM outbox WHERE id = ?', id).map(asOutgoing)[0];
  }

  async copies(): Promise<readonly SentCopy[]> {
    return this.#all('SELECT * FROM sent_copies ORDER BY due_at, id').map(asCopy);
  }

  async copied(id: string): Promise<void> {
    this.#run('DELETE FROM sent_copies WHERE id = ?', id);
  }

  async postponeCopy(id: string, dueAt: number): Promise<void> {
    this.#run('UPDATE sent_copies SET attempts = attempts + 1, due_at = ? WHERE id = ?', dueAt, id);
  }

  async move(changes: readonly OutboxChange[]): Promise<void> {
    for (const change of changes) this.applyOutbox(change);
  }

  async deliver({mailbox, messageId, id, at}: DeliveredMail): Promise<boolean> {
    this.#run('INSERT OR IGNORE INTO mailboxes VALUES (?, ?, ?, ?)', mailbox, messageId, id, at);
    const sql = 'SELECT 1 FROM mailboxes WHERE mailbox = ? AND message_id = ? AND id = ?';
    return this.#all(sql, mailbox, messageId, id).length > 0;
  }

  async mailbox(address: string, limit: number): Promise<readonly DeliveredMail[]> {
    const sql = 'SELECT * FROM mailboxes WHERE mailbox = ? ORDER BY at DESC, id DESC LIMIT ?';
    return this.#all(sql, address, limit).map(asDelivered);
  }

  async isDelivered(messageId: string): Promise<boolean> {
    return this.#all('SELECT 1 FROM mailboxes WHERE message_id = ? LIMIT 1', messageId).length > 0;
  }

  /** Part of a batch: no transaction of its own. */
  applyInbox({recipient, messageId, contentId, interactionId, continues}: InboxChange): void {
    if (continues !== undefined && interactionId !== undefined) {
      const sql = 'UPDATE message_ids SET interaction_id = ? WHERE interaction_id = ?';
      this.#run(sql, interactionId, continues);
    }
    const sql = 'INSERT OR IGNORE INTO message_ids VALUES (?, ?, ?)';
    this.#run(sql, recipient, messageId, interactionId ?? null);
    if (contentId !== undefined) this.#run(sql, recipient, contentId, interactionId ?? null);
  }

  /** Part of a batch: no transaction of its own. What was done already is not done again. */
  applyOutbox(change: OutboxChange): void {
    switch (change.kind) {
      case 'add':
        return this.#add(change);
      case 'move':
        return this.#move(change);
      case 'recall':
        this.#run(
          `DELETE FROM message_ids WHERE recipient = '' AND message_id = (SELECT message_id FROM outbox WHERE id = ?)`,
          change.id,
        );
        return this.#run('DELETE FROM outbox WHERE id = ?', change.id);
      case 'copy':
        return this.#run(
          `INSERT OR IGNORE INTO sent_copies SELECT id, sender, message_id, 0, ? FROM outbox WHERE id = ?`,
          change.at,
          change.id,
        );
    }
  }

  #add({id, interactionId, messageId, at, payload, sender}: Extract<OutboxChange, {kind: 'add'}>): void {
    const sql = `INSERT OR IGNORE INTO outbox VALUES (?, ?, ?, 'queued', 0, ?, ?, ?, '{}')`;
    this.#run(sql, id, interactionId, messageId, at, payload, sender);
    this.#run('INSERT OR IGNORE INTO message_ids VALUES (?, ?, ?)', SENT, messageId, interactionId);
  }

  #move({id, to, attempt, dueAt, results}: Extract<OutboxChange, {kind: 'move'}>): void {
    const sql = `UPDATE outbox SET state = ?, attempts = attempts + ?, due_at = coalesce(?, due_at),
      results = coalesce(?, results) WHERE id = ?`;
    this.#run(sql, to, attempt ? 1 : 0, dueAt ?? null, results ? JSON.stringify(results) : null, id);
    // What the facts tell is not kept twice for longer than it is needed.
    if (to === 'sent' || to === 'failed') this.#run(`UPDATE outbox SET payload = '' WHERE id = ?`, id);
  }

  #place({mailbox, uidValidity, uid}: MailboxPlace): void {
    this.#run('INSERT OR REPLACE INTO mailbox_places VALUES (?, ?, ?)', mailbox, uidValidity, uid);
  }

  #run(sql: string, ...values: SqlValue[]): void {
    this.#database.prepare(sql).run(...values);
  }

  #all(sql: string, ...values: SqlValue[]): readonly SqlRow[] {
    return this.#database.prepare(sql).all(...values);
  }
}

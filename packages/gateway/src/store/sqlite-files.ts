import type {InteractionId} from '@deskwire/domain';

import type {FileChange, FileState, FileStore, FileTotals, StoredFile} from './file-store.js';
import type {SqlDatabase, SqlRow} from './sqlite-driver.js';

const TOTALS = 'SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM files';

const statements = (database: SqlDatabase) => ({
  begin: database.prepare(
    `INSERT INTO files (id, interaction_id, caller, at, name, type, size, state, held)
      VALUES (?, ?, ?, ?, ?, ?, 0, 'arriving', 0)`,
  ),
  complete: database.prepare(
    `UPDATE files SET size = ?, held = ?, type = coalesce(?, type), state = 'unsent' WHERE id = ?`,
  ),
  find: database.prepare('SELECT * FROM files WHERE id = ?'),
  unsent: database.prepare(`SELECT * FROM files WHERE state = 'unsent' ORDER BY at, id`),
  leftovers: database.prepare(`SELECT * FROM files WHERE state IN ('arriving', 'dropped') ORDER BY at, id`),
  held: database.prepare(
    `SELECT * FROM files WHERE held = 1 AND state IN ('unsent', 'sent') ORDER BY at, id LIMIT ?`,
  ),
  discard: database.prepare(
    `UPDATE files SET state = 'dropped' WHERE id = ? AND state = 'unsent' RETURNING id`,
  ),
  remove: database.prepare('DELETE FROM files WHERE id = ?'),
  totals: database.prepare(TOTALS),
  totalsOf: database.prepare(`${TOTALS} WHERE interaction_id = ?`),
  send: database.prepare(`UPDATE files SET state = 'sent', message_id = ? WHERE id = ? AND state = 'unsent'`),
  takeBack: database.prepare(
    `UPDATE files SET state = 'unsent', message_id = NULL, at = ? WHERE message_id = ? AND state = 'sent'`,
  ),
  release: database.prepare('UPDATE files SET held = 0 WHERE id = ?'),
  drop: database.prepare(`UPDATE files SET state = 'dropped' WHERE id = ?`),
});

const asFile = (row: SqlRow): StoredFile => ({
  id: String(row['id']),
  interactionId: String(row['interaction_id']),
  caller: String(row['caller']),
  at: Number(row['at']),
  name: String(row['name']),
  type: String(row['type']),
  size: Number(row['size']),
  state: row['state'] as FileState,
  held: row['held'] === 1,
  ...(typeof row['message_id'] === 'string' ? {messageId: row['message_id']} : {}),
});

/** The table of files. Writing methods run inside whatever transaction is open, or in one of their own. */
export class SqliteFiles implements FileStore {
  readonly #sql: ReturnType<typeof statements>;

  constructor(database: SqlDatabase) {
    this.#sql = statements(database);
  }

  async begin({id, interactionId, caller, at, name, type}: Parameters<FileStore['begin']>[0]): Promise<void> {
    this.#sql.begin.run(id, interactionId, caller, at, name, type);
  }

  async complete(id: string, {size, held, type}: Parameters<FileStore['complete']>[1]): Promise<void> {
    this.#sql.complete.run(size, held ? 1 : 0, type ?? null, id);
  }

  async find(id: string): Promise<StoredFile | undefined> {
    const row = this.#sql.find.get(id);
    return row && asFile(row);
  }

  async unsent(): Promise<readonly StoredFile[]> {
    return this.#sql.unsent.all().map(asFile);
  }

  async leftovers(): Promise<readonly StoredFile[]> {
    return this.#sql.leftovers.all().map(asFile);
  }

  async held(limit: number): Promise<readonly StoredFile[]> {
    return this.#sql.held.all(limit).map(asFile);
  }

  async discard(id: string): Promise<boolean> {
    return this.#sql.discard.all(id).length > 0;
  }

  async remove(id: string): Promise<void> {
    this.#sql.remove.run(id);
  }

  async totals(id?: InteractionId): Promise<FileTotals> {
    const row = id === undefined ? this.#sql.totals.get() : this.#sql.totalsOf.get(id);
    return {files: Number(row?.['files']), bytes: Number(row?.['bytes'])};
  }

  /** Part of a batch: no transaction of its own. */
  apply(change: FileChange): void {
    if (change.kind === 'sent') this.#sql.send.run(change.messageId, change.id);
    if (change.kind === 'unsent') this.#sql.takeBack.run(change.at, change.messageId);
    if (change.kind === 'released') this.#sql.release.run(change.id);
    if (change.kind === 'dropped') this.#sql.drop.run(change.id);
  }
}

import type {Fact, InteractionId} from '@deskwire/domain';

import {PLAIN_CODEC, type FactCodec} from '../sealing/fact-codec.js';
import {migrate} from './migrations.js';
import {openDatabase, type SqlDatabase, type SqliteDriver, type SqlRow} from './sqlite-driver.js';
import {SqliteFiles} from './sqlite-files.js';
import {SqliteHistory} from './sqlite-history.js';
import {SqliteMailStore} from './sqlite-mail.js';
import {SqliteRedaction} from './sqlite-redaction.js';
import type {Batch, DoneCommand, Recovery, Store} from './store.js';

/** How long a done command is remembered: far longer than any desk goes on retrying one. */
const REMEMBER_MS = 7 * 24 * 60 * 60 * 1000;

const agentOf = (fact: Fact): string | undefined => {
  if ('interactionId' in fact) return undefined;
  return 'agentId' in fact ? fact.agentId : undefined;
};

const statements = (database: SqlDatabase) => ({
  lastSeq: database.prepare('SELECT coalesce(max(seq), 0) AS seq FROM facts'),
  addFact: database.prepare('INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)'),
  addAgentFact: database.prepare('INSERT OR REPLACE INTO agent_facts VALUES (?, ?, ?)'),
  addInteraction: database.prepare('INSERT OR IGNORE INTO interactions VALUES (?, 1, ?)'),
  closeInteraction: database.prepare('UPDATE interactions SET open = 0 WHERE id = ?'),
  addCommand: database.prepare('INSERT INTO commands VALUES (?, ?, ?)'),
  findCommand: database.prepare('SELECT 1 FROM commands WHERE caller = ? AND id = ?'),
  forgetCommands: database.prepare('DELETE FROM commands WHERE at < ?'),
  addContactDone: database.prepare('INSERT OR IGNORE INTO contacts_done VALUES (?)'),
  contactsDone: database.prepare('SELECT contact FROM contacts_done'),
  setMeta: database.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)'),
  allMeta: database.prepare('SELECT name, value FROM meta'),
  factsOf: database.prepare('SELECT body FROM facts WHERE interaction_id = ? ORDER BY seq'),
  openFacts: database.prepare(`
    SELECT body FROM facts WHERE seq IN (
      SELECT facts.seq FROM interactions JOIN facts ON facts.interaction_id = interactions.id
        WHERE interactions.open = 1
      UNION SELECT seq FROM agent_facts
    ) ORDER BY seq`),
});

const openMigrated = (path: string, driver: SqliteDriver | undefined): SqlDatabase => {
  const database = openDatabase(path, driver);
  try {
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/** What may be said about a store. `codec`: how facts become text; plain JSON unless given. */
interface SqliteStoreOptions {
  readonly driver?: SqliteDriver;
  readonly now?: () => number;
  readonly codec?: FactCodec;
}

/** Facts in one SQLite file. All work is synchronous and short; one sync of the disk for each batch. */
export class SqliteStore implements Store {
  readonly mail: SqliteMailStore;
  readonly files: SqliteFiles;
  readonly history: SqliteHistory;
  readonly #database: SqlDatabase;
  readonly #sql: ReturnType<typeof statements>;
  readonly #redaction: SqliteRedaction;
  readonly #now: () => number;
  readonly #codec: FactCodec;
  #lastSeq: number;
  #isOpen = true;

  /**
   * @param path The file; its directory must exist.
   * @throws When the file is in use by another gateway, or was written by a newer version.
   */
  constructor(path: string, options: SqliteStoreOptions = {}) {
    this.#now = options.now ?? Date.now;
    this.#codec = options.codec ?? PLAIN_CODEC;
    this.#database = openMigrated(path, options.driver);
    this.#sql = statements(this.#database);
    this.#redaction = new SqliteRedaction(this.#database);
    this.mail = new SqliteMailStore(this.#database);
    this.files = new SqliteFiles(this.#database);
    this.history = new SqliteHistory(this.#database, this.#asFact);
    this.#lastSeq = Number(this.#sql.lastSeq.get()?.['seq']);
    this.#sql.forgetCommands.run(this.#now() - REMEMBER_MS);
  }

  async recover(): Promise<Recovery> {
    return {
      lastSeq: this.#lastSeq,
      facts: this.#sql.openFacts.all().map(this.#asFact),
      contactsDone: this.#sql.contactsDone.all().map((row) => JSON.parse(String(row['contact'])) as string),
      meta: Object.fromEntries(
        this.#sql.allMeta.all().map((row) => [String(row['name']), String(row['value'])]),
      ),
    };
  }

  async commit(batch: Batch): Promise<void> {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      this.#write(batch);
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
    this.#lastSeq = batch.facts.at(-1)?.seq ?? this.#lastSeq;
    if (batch.facts.some(({type}) => type === 'message.redacted')) this.#redaction.forget();
  }

  async findDone(commands: readonly DoneCommand[]): Promise<readonly DoneCommand[]> {
    return commands.filter(({caller, id}) => this.#sql.findCommand.get(caller, id) !== undefined);
  }

  async factsOf(id: InteractionId): Promise<readonly Fact[]> {
    return this.#sql.factsOf.all(id).map(this.#asFact);
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#redaction.stop();
    this.#database.close();
  }

  #asFact = (row: SqlRow): Fact => this.#codec.decode(String(row['body']));

  #write({facts, done, closed, inbox, outbox, files, history, contactsDone, meta}: Batch): void {
    let seq = this.#lastSeq;
    for (const fact of facts) {
      if (fact.seq !== ++seq) throw new Error(`Fact ${fact.seq} does not follow ${seq - 1}.`);
      this.#addFact(fact);
    }
    for (const {caller, id} of done) this.#sql.addCommand.run(caller, id, this.#now());
    for (const id of closed) this.#sql.closeInteraction.run(id);
    for (const change of inbox) this.mail.applyInbox(change);
    for (const change of outbox) this.mail.applyOutbox(change);
    for (const change of files) this.files.apply(change);
    for (const change of history) this.history.apply(change);
    for (const key of contactsDone) this.#sql.addContactDone.run(JSON.stringify(key));
    for (const [name, value] of Object.entries(meta)) this.#sql.setMeta.run(name, value);
  }

  #addFact(fact: Fact): void {
    const interactionId = 'interactionId' in fact ? fact.interactionId : null;
    const agentId = agentOf(fact);
    const body = this.#codec.encode(fact);
    this.#sql.addFact.run(
      fact.seq,
      fact.at,
      fact.type,
      interactionId,
      agentId ?? null,
      fact.cause ?? null,
      body,
    );
    if (agentId !== undefined) this.#sql.addAgentFact.run(agentId, fact.type, fact.seq);
    if (fact.type === 'interaction.created') this.#sql.addInteraction.run(fact.interactionId, fact.at);
    if (fact.type === 'message.redacted') this.#redaction.apply(fact);
  }
}

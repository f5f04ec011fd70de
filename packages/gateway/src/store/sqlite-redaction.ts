import type {FactOf, Message} from '@deskwire/domain';

import type {SqlDatabase} from './sqlite-driver.js';

const statements = (database: SqlDatabase) => ({
  posted: database.prepare(
    `SELECT seq, body FROM facts WHERE interaction_id = ? AND type = 'message.posted'
      AND json_extract(body, '$.message.id') = ?`,
  ),
  created: database.prepare(
    `SELECT seq, body FROM facts WHERE interaction_id = ? AND type = 'interaction.created'`,
  ),
  rewrite: database.prepare('UPDATE facts SET body = ? WHERE seq = ?'),
});

/** As much of a stored body as is looked at; whatever else is in it (sealed values too) is written back as it was. */
interface PostedBody {
  readonly message: Message;
}
interface CreatedBody {
  readonly interaction: {
    readonly content: {readonly transcript?: {readonly messages: readonly Message[]}};
  };
}

/** The least time between two times that the log is emptied: somebody could ask for it with every message. */
const REST_MS = 1_000;

/**
 * Takes what was redacted later out of the facts that told it first: there the text is empty, and the fact of the redaction
 * has the new one. The row keeps its length, for SQLite writes over a row of the same length where it lies; moved about,
 * it would leave copies behind that nothing erases. The write-ahead log with the older states of the pages is emptied
 * within a second, or when the file is opened again.
 */
export class SqliteRedaction {
  readonly #database: SqlDatabase;
  readonly #sql: ReturnType<typeof statements>;
  #emptiedAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  constructor(database: SqlDatabase) {
    this.#database = database;
    this.#sql = statements(database);
    this.#empty();
  }

  /** Part of a batch: no transaction of its own. */
  apply({interactionId, messageId}: FactOf<'message.redacted'>): void {
    const blank = (message: Message): Message =>
      message.id === messageId ? {...message, text: ''} : message;
    for (const {seq, body} of this.#sql.posted.all(interactionId, messageId)) {
      const fact = JSON.parse(String(body)) as PostedBody;
      this.#rewrite(Number(seq), String(body), {...fact, message: blank(fact.message)});
    }
    for (const {seq, body} of this.#sql.created.all(interactionId)) {
      const fact = JSON.parse(String(body)) as CreatedBody;
      const {interaction} = fact;
      const {transcript} = interaction.content;
      if (!transcript?.messages.some(({id}) => id === messageId)) continue;
      const messages = transcript.messages.map(blank);
      const content = {...interaction.content, transcript: {...transcript, messages}};
      this.#rewrite(Number(seq), String(body), {...fact, interaction: {...interaction, content}});
    }
  }

  /** After the commit: what the log remembers of before is to go. */
  forget(): void {
    const wait = this.#emptiedAt + REST_MS - performance.now();
    if (wait <= 0) this.#empty();
    else this.#timer ??= setTimeout(() => this.#empty(), wait);
  }

  /** Closing the database empties the log. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Spaces behind JSON are no part of it. */
  #rewrite(seq: number, before: string, fact: object): void {
    const body = JSON.stringify(fact);
    const missing = Buffer.byteLength(before) - Buffer.byteLength(body);
    this.#sql.rewrite.run(body + ' '.repeat(Math.max(0, missing)), seq);
  }

  /** A disk that is full now may not be later: it is tried again, and the facts are safe either way. */
  #empty(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#emptiedAt = performance.now();
    try {
      this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      this.#timer = setTimeout(() => this.#empty(), REST_MS);
    }
  }
}

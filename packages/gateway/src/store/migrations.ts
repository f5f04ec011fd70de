import type {SqlDatabase} from './sqlite-driver.js';

/**
 * The schema, one step after another. A step that was released is never changed; a new one is added at the end. Bodies
 * are JSON text: its escapes keep NUL and lone surrogates out of the columns.
 */
const STEPS: readonly string[] = [
  `
  CREATE TABLE facts (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    type TEXT NOT NULL,
    interaction_id TEXT,
    agent_id TEXT,
    cause TEXT,
    body TEXT NOT NULL
  );
  CREATE INDEX facts_of_interaction ON facts (interaction_id, seq) WHERE interaction_id IS NOT NULL;
  CREATE TABLE interactions (id TEXT PRIMARY KEY, open INTEGER NOT NULL, created_at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX interactions_open ON interactions (id) WHERE open = 1;
  -- The newest fact of each kind about each agent: what presence and handset are rebuilt from.
  CREATE TABLE agent_facts (
    agent_id TEXT NOT NULL,
    type TEXT NOT NULL,
    seq INTEGER NOT NULL REFERENCES facts (seq),
    PRIMARY KEY (agent_id, type)
  ) WITHOUT ROWID;
  CREATE TABLE commands (
    caller TEXT NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (caller, id)
  ) WITHOUT ROWID;
  CREATE INDEX commands_by_age ON commands (at);
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE spool (id TEXT PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE message_ids (
    recipient TEXT NOT NULL,
    message_id TEXT NOT NULL,
    interaction_id TEXT,
    PRIMARY KEY (recipient, message_id)
  ) WITHOUT ROWID;
  CREATE INDEX message_ids_by_id ON message_ids (message_id);
  CREATE INDEX message_ids_by_interaction ON message_ids (interaction_id);
  CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    interaction_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'handing-over', 'sent', 'failed')),
    attempts INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    payload TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX outbox_open ON outbox (due_at) WHERE state NOT IN ('sent', 'failed');
  CREATE TABLE mailboxes (
    mailbox TEXT NOT NULL,
    message_id TEXT NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (mailbox, message_id)
  ) WITHOUT ROWID;
  CREATE INDEX mailboxes_by_message ON mailboxes (message_id);
  `,
  `
  -- A contact in which an agent's part is over: their own list, as a whole and by channel.
  CREATE TABLE agent_history (
    agent_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    interaction_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (agent_id, at, interaction_id)
  ) WITHOUT ROWID;
  CREATE INDEX agent_history_by_channel ON agent_history (agent_id, channel, at, interaction_id);
  -- A contact that is over, and everything its customer can be looked up by.
  CREATE TABLE contact_history (interaction_id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE customer_history (
    customer_key TEXT NOT NULL,
    at INTEGER NOT NULL,
    interaction_id TEXT NOT NULL REFERENCES contact_history (interaction_id),
    PRIMARY KEY (customer_key, at, interaction_id)
  ) WITHOUT ROWID;
  CREATE INDEX customer_history_by_contact ON customer_history (interaction_id);
  -- How far the contacts that were there before these tables have got their rows; no row: all have.
  CREATE TABLE history_backfill (after_id TEXT NOT NULL);
  INSERT INTO history_backfill SELECT '' WHERE EXISTS (SELECT 1 FROM interactions);
  -- Contacts of campaigns that are done for good, each as JSON: campaign and contact, joined by a line feed.
  CREATE TABLE contacts_done (contact TEXT PRIMARY KEY) WITHOUT ROWID;
  `,
  `
  -- Files of conversations, without their bytes.
  CREATE TABLE files (
    id TEXT PRIMARY KEY,
    interaction_id TEXT NOT NULL,
    caller TEXT NOT NULL,
    at INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('arriving', 'unsent', 'sent', 'dropped')),
    held INTEGER NOT NULL,
    message_id TEXT
  ) WITHOUT ROWID;
  CREATE INDEX files_of_interaction ON files (interaction_id);
  CREATE INDEX files_unsettled ON files (state, at) WHERE state <> 'sent';
  CREATE INDEX files_held ON files (at) WHERE held = 1;
  `,
  `
  -- Which address a mail of ours is from, and what servers said about its recipients so far, as JSON.
  ALTER TABLE outbox ADD COLUMN sender TEXT NOT NULL DEFAULT '';
  ALTER TABLE outbox ADD COLUMN results TEXT NOT NULL DEFAULT '{}';
  -- Mails that left and whose copy is still to be put into the sender's folder of sent mails.
  CREATE TABLE sent_copies (
    id TEXT PRIMARY KEY,
    sender TEXT NOT NULL,
    message_id TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    due_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  -- Files of a message that is taken back are found by it.
  CREATE INDEX files_of_message ON files (message_id) WHERE message_id IS NOT NULL;
  -- A bounce names our mail by its Message-ID.
  CREATE INDEX outbox_by_message ON outbox (message_id);
  -- How far each mailbox that is fetched has been read.
  CREATE TABLE mailbox_places (mailbox TEXT PRIMARY KEY, uid_validity TEXT NOT NULL, uid INTEGER NOT NULL) WITHOUT ROWID;
  `,
];

/** The schema that this version writes. */
export const SCHEMA_VERSION = STEPS.length;

const versionOf = (database: SqlDatabase): number => {
  database.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)');
  const row = database.prepare('SELECT max(version) AS version FROM schema_version').get();
  return typeof row?.['version'] === 'number' ? row['version'] : 0;
};

/**
 * Brings a database to the newest schema, each step in a transaction of its own.
 * @throws When the file was written by a newer version: going on would lose what that one knows.
 */
export const migrate = (database: SqlDatabase): void => {
  const from = versionOf(database);
  if (from > SCHEMA_VERSION) {
    throw new Error(
      `The store has schema ${from}; this version knows ${SCHEMA_VERSION}. Use a newer version.`,
    );
  }
  for (let version = from + 1; version <= SCHEMA_VERSION; version++) {
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(STEPS[version - 1] ?? '');
      database.exec(`INSERT INTO schema_version VALUES (${version})`);
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }
};

import {createRequire} from 'node:module';
import process from 'node:process';

/** What may be bound: text and numbers only. libsql aborts the process when a blob is read back. */
export type SqlValue = string | number | null;
/** One row by column name. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** One prepared statement. */
export interface SqlStatement {
  run(...values: SqlValue[]): unknown;
  get(...values: SqlValue[]): SqlRow | undefined;
  all(...values: SqlValue[]): readonly SqlRow[];
}

/** As much of SQLite as the store needs; `node:sqlite` and `libsql` both have this shape. */
export interface SqlDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): SqlStatement;
  close(): unknown;
}

/** The SQLite implementations that the gateway can use. */
export const SQLITE_DRIVERS = ['node', 'libsql'] as const;
/** One of {@link SQLITE_DRIVERS}. */
export type SqliteDriver = (typeof SQLITE_DRIVERS)[number];

type Opener = new (path: string) => SqlDatabase;

/** Node's own SQLite came without a flag in 22.13; on an older Node there is none. */
const nodeSqlite = (): Opener | undefined => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 13)) return undefined;
  const load = (process as {getBuiltinModule?: (name: string) => unknown}).getBuiltinModule;
  return (load?.('node:sqlite') as {DatabaseSync: Opener} | undefined)?.DatabaseSync;
};

/** A prebuilt binary from npm, so that no compiler is needed. */
const libsql = (): Opener | undefined => {
  try {
    return createRequire(import.meta.url)('libsql') as Opener;
  } catch {
    return undefined;
  }
};

const openers: Readonly<Record<SqliteDriver, () => Opener | undefined>> = {node: nodeSqlite, libsql};

/** The implementations that this machine really has, the preferred one first. */
export const availableDrivers = (): readonly SqliteDriver[] =>
  SQLITE_DRIVERS.filter((name) => openers[name]() !== undefined);

/**
 * Takes the right to write for this process: an exclusive transaction on an empty file beside the database, which the
 * kernel gives back however the process dies. SQLite's own exclusive mode would hold on after `close` for as long as
 * libsql has a statement that was not collected.
 */
const takeLock = (Opener: Opener, path: string): SqlDatabase => {
  const lock = new Opener(path);
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw new Error('The store is in use by another gateway.', {cause: error});
  }
};

/**
 * Opens a database that keeps what it acknowledged: write-ahead log, and a sync of the disk with each transaction.
 * A second gateway on the same file fails here instead of writing over the first one.
 * @throws When no implementation is there, or the file is in use.
 */
export const openDatabase = (path: string, driver?: SqliteDriver): SqlDatabase => {
  const name = driver ?? availableDrivers()[0];
  const Opener = name && openers[name]();
  if (!Opener) throw new Error('No SQLite here: Node 22.13 or later, or the libsql package, is needed.');
  const lock = takeLock(Opener, `${path}.lock`);
  const database = new Opener(path);
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA foreign_keys = ON');
  // What is deleted or replaced is overwritten: card data that was redacted later must not lie in free space.
  database.exec('PRAGMA secure_delete = ON');
  // 4 MB of log before it is carried into the file. With 16 MB a batch of 30 facts took 5% less of the processor, but a
  // single one 6% more: what comes alone has to find its pages in a longer log.
  database.exec('PRAGMA wal_autocheckpoint = 1000');
  return {
    exec: (sql) => database.exec(sql),
    prepare: (sql) => database.prepare(sql),
    close: () => {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      database.close();
      lock.exec('COMMIT');
      lock.close();
    },
  };
};

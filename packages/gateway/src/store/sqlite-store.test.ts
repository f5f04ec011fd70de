import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {describe, expect, it} from 'vitest';

import {SCHEMA_VERSION} from './migrations.js';
import {availableDrivers, openDatabase} from './sqlite-driver.js';
import {SqliteStore} from './sqlite-store.js';
import {EMPTY_BATCH} from './store.js';

const directory = () => mkdtempSync(join(tmpdir(), 'deskwire-store-'));

describe('SQLite', () => {
  it('has libsql here, whatever the version of Node', () => {
    expect(availableDrivers()).toContain('libsql');
  });

  it('refuses a file that a newer version wrote', () => {
    const path = directory();
    const file = join(path, 'facts.db');
    const database = openDatabase(file);
    database.exec('CREATE TABLE schema_version (version INTEGER NOT NULL)');
    database.exec(`INSERT INTO schema_version VALUES (${SCHEMA_VERSION + 1})`);
    database.close();
    expect(() => new SqliteStore(file)).toThrow('newer version');
    rmSync(path, {recursive: true});
  });

  it('forgets done commands after a week, not before', async () => {
    const path = directory();
    const file = join(path, 'facts.db');
    const day = 24 * 60 * 60 * 1000;
    const done = {caller: 'agent:yoon', id: 'c1'};
    const open = (now: number) => new SqliteStore(file, {now: () => now});
    const first = open(0);
    await first.commit({...EMPTY_BATCH, done: [done]});
    await first.close();
    const sixth = open(6 * day);
    expect(await sixth.findDone([done])).toEqual([done]);
    await sixth.close();
    const eighth = open(8 * day);
    expect(await eighth.findDone([done])).toEqual([]);
    await eighth.close();
    rmSync(path, {recursive: true});
  });
});

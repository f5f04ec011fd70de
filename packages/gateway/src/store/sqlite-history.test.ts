import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import {createTenant, type Fact, type Interaction} from '@deskwire/domain';

import {changedRows} from '../history/history-rows.js';
import {openDatabase} from './sqlite-driver.js';
import {HISTORY_LISTS} from './sqlite-history.js';
import {SqliteStore} from './sqlite-store.js';
import {EMPTY_BATCH} from './store.js';

const tenant = createTenant({id: 't', name: 'T'});
const rows = (contact: Interaction) => changedRows(undefined, contact, tenant);

const agent = {id: 'yoon', name: 'Yoon'};

/** A call that yoon took, wrapped up with a reason, and that is over. */
const calls = (id: string, at: number): readonly object[] => [
  {
    type: 'interaction.created',
    interaction: {
      id,
      channel: 'voice',
      origin: 'inbound',
      customer: {number: '+821048271934'},
      createdAt: at,
      legs: [],
      talk: {kind: 'none'},
      engagements: [],
      recording: {state: 'off'},
      cad: [{name: 'card', label: 'Card', type: 'string', value: 'planted-value', version: 0}],
      content: {kind: 'voice'},
    },
  },
  {type: 'engagement.reserved', agent, role: 'owner'},
  {type: 'engagement.accepted', agentId: 'yoon'},
  {type: 'interaction.ended', ending: {at, by: 'agent', reason: 'ended'}},
  {type: 'wrap-up.started', agentId: 'yoon'},
  {type: 'wrap-up.submitted', agentId: 'yoon', reasonIds: ['resolved'], auto: false},
];

describe('the tables of the past', () => {
  let path: string;
  let file: string;
  let store: SqliteStore;
  let seq = 0;
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'deskwire-past-'));
    file = join(path, 'facts.db');
    store = new SqliteStore(file);
    seq = 0;
  });
  afterEach(async () => {
    await store.close();
    rmSync(path, {recursive: true});
  });

  const tell = (...contacts: readonly string[]) =>
    store.commit({
      ...EMPTY_BATCH,
      facts: contacts.flatMap((interactionId, index) =>
        calls(interactionId, index).map((one) => {
          seq += 1;
          return {seq, at: seq * 1_000, interactionId, ...one} as unknown as Fact;
        }),
      ),
      closed: contacts,
    });

  /** The file as the version before these tables left it. */
  const makeOld = async () => {
    await store.close();
    const database = openDatabase(file);
    for (const table of [
      'agent_history',
      'customer_history',
      'contact_history',
      'history_backfill',
      'contacts_done',
      'files',
      'sent_copies',
      'mailbox_places',
    ])
      database.exec(`DROP TABLE ${table}`);
    for (const column of ['sender', 'results']) database.exec(`ALTER TABLE outbox DROP COLUMN ${column}`);
    database.exec('DROP INDEX outbox_by_message');
    database.exec('DELETE FROM schema_version WHERE version > 1');
    database.close();
    store = new SqliteStore(file);
  };

  it.each([
    ['ofAgent', ['SEARCH agent_history USING PRIMARY KEY (agent_id=? AND (at,interaction_id)<(?,?))']],
    [
      'ofAgentOnChannel',
      [
        'SEARCH agent_history USING INDEX agent_history_by_channel (agent_id=? AND channel=? AND (at,interaction_id)<(?,?))',
      ],
    ],
    [
      'ofKey',
      [
        'SEARCH customer_history USING PRIMARY KEY (customer_key=? AND (at,interaction_id)<(?,?))',
        'SEARCH contact_history USING PRIMARY KEY (interaction_id=?)',
      ],
    ],
  ] as const)('walks along an index: %s', async (name, plan) => {
    const sql = HISTORY_LISTS[name];
    await store.close();
    const database = openDatabase(file);
    const values = Array.from({length: (sql.match(/\?/g) ?? []).length}, () => 1);
    const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    database.close();
    expect(steps.map((step) => step['detail'])).toEqual(plan);
  });

  it('gives the contacts of an older file their rows, so many at once', async () => {
    await tell('a', 'b', 'c', 'd', 'e');
    await makeOld();
    expect(await store.history.ofAgent('yoon', {limit: 9})).toEqual([]);
    expect(await store.history.backfill(rows, 2)).toBe(true);
    expect(await store.history.ofAgent('yoon', {limit: 9})).toHaveLength(2);
    await store.close();
    store = new SqliteStore(file);
    expect(await store.history.backfill(rows, 2)).toBe(true);
    expect(await store.history.backfill(rows, 2)).toBe(false);
    const mine = await store.history.ofAgent('yoon', {limit: 9, channel: 'voice'});
    expect(mine.map(({interactionId}) => interactionId)).toEqual(['e', 'd', 'c', 'b', 'a']);
    expect(mine[0]).toMatchObject({seconds: 2, reasons: [{en: 'Resolved', ko: '해결됨'}]});
    expect(await store.history.ofKeys(['number 8271934'], {limit: 9})).toEqual(mine);
    expect(await store.history.backfill(rows, 2)).toBe(false);
  });

  it('has nothing to complete in a file that it made', async () => {
    await tell('a');
    expect(await store.history.backfill(rows, 9)).toBe(false);
    expect(await store.history.ofAgent('yoon', {limit: 9})).toEqual([]);
  });

  it('keeps no value of a contact in any row', async () => {
    await tell('a');
    await makeOld();
    await store.history.backfill(rows, 9);
    await store.close();
    const database = openDatabase(file);
    const kept = ['agent_history', 'customer_history', 'contact_history'].flatMap((table) =>
      database.prepare(`SELECT * FROM ${table}`).all(),
    );
    database.close();
    expect(kept).toHaveLength(3);
    expect(JSON.stringify(kept)).not.toContain('planted-value');
  });
});

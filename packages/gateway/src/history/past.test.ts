import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import {createProfile, createTenant, type Customer, type HistoryPage, type Query} from '@deskwire/domain';
import {createCentre, customerKeys, type Signal} from '@deskwire/engine';

import {CentreHost} from '../centre/centre-host.js';
import type {Core} from '../core.js';
import {EMPTY_BATCH, SqliteStore, type HistoryChange} from '../store/index.js';
import {answerPast} from './past.js';

const WHO = {kind: 'agent', agentId: 'yoon'} as const;
/** A desk that many people call from, each with an id of their own. */
const SWITCHBOARD = '+8225550100';
const KIM: Customer = {id: 'kim', number: SWITCHBOARD};

const tenant = createTenant({
  id: 't',
  name: 'T',
  queues: [{id: 'web', name: 'Web', channel: 'chat'}],
  entryPoints: [{id: 'site', name: 'Site', channel: 'chat', queueId: 'web'}],
});

const contact = (interactionId: string, at: number, customer: Customer): HistoryChange => ({
  kind: 'contact',
  keys: customerKeys(customer),
  entry: {interactionId, channel: 'voice', origin: 'inbound', customer, at, reasons: []},
});

describe('the past of a customer', () => {
  let path: string;
  let store: SqliteStore;
  let core: Core;
  beforeEach(async () => {
    path = mkdtempSync(join(tmpdir(), 'deskwire-customer-'));
    store = new SqliteStore(join(path, 'facts.db'));
    const quiet = {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
    };
    const host = new CentreHost({
      centre: createCentre({
        tenant,
        agents: [createProfile({id: 'yoon', name: 'Yoon', queueIds: ['web']})],
        capabilities: {commands: ['agent.set-state'], features: ['history']},
      }),
      store,
      env: {now: () => 1_000, newId: () => 'id'},
      log: quiet,
    });
    core = {host, store, now: () => 1_000} as unknown as Core;
    const signal = (one: Signal) => host.submit({kind: 'signal', signal: one});
    await signal({type: 'agent.signed-in', agentId: 'yoon'});
    await signal({type: 'agent.connected', agentId: 'yoon'});
    const command = {type: 'agent.set-state', to: {state: 'available'}} as const;
    await host.submit({kind: 'command', who: WHO, id: 'c1', command});
    const arrival = {interactionId: 'now', channel: 'chat', customer: KIM, entryPointId: 'site'} as const;
    await signal({type: 'contact.arrived', ...arrival});
    await signal({type: 'station.ringing', interactionId: 'now', agentId: 'yoon'});
  });
  afterEach(async () => {
    await core.host.close();
    await store.close();
    rmSync(path, {recursive: true});
  });

  const page = async (after?: string): Promise<HistoryPage> => {
    const asked: Query = {
      type: 'history.customer',
      interactionId: 'now',
      limit: 2,
      ...(after ? {after} : {}),
    };
    const outcome = await answerPast(core, WHO, asked);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    return outcome.answer as HistoryPage;
  };

  /** Every page, to the end. */
  const pages = async (): Promise<readonly HistoryPage[]> => {
    const all = [await page()];
    for (let next = all[0]?.next; next !== undefined; next = all.at(-1)?.next) all.push(await page(next));
    return all;
  };

  const idsOf = (all: readonly HistoryPage[]) =>
    all.flatMap(({entries}) => entries.map(({interactionId}) => interactionId));

  it('is theirs alone, though thousands call from the same number', async () => {
    const history = Array.from({length: 5_000}, (_, index) =>
      contact(`i${index}`, index, index % 1_700 === 0 ? KIM : {id: `other-${index}`, number: SWITCHBOARD}),
    );
    await store.commit({...EMPTY_BATCH, history});
    const all = await pages();
    expect(idsOf(all)).toEqual(['i3400', 'i1700', 'i0']);
    // No page looks at everything: one that found little says where to go on.
    expect(all.some(({entries, next}) => entries.length < 2 && next !== undefined)).toBe(true);
  });

  it('is found by any key, each contact once, and never the one that they are in now', async () => {
    await store.commit({
      ...EMPTY_BATCH,
      history: [
        contact('by-id', 1, {id: 'kim', number: '+821011112222'}),
        contact('by-number', 2, {number: '02-555-0100'}),
        contact('by-both', 3, KIM),
        contact('other-id', 4, {id: 'lee', number: SWITCHBOARD}),
        contact('now', 5, KIM),
      ],
    });
    expect(idsOf(await pages())).toEqual(['by-both', 'by-number', 'by-id']);
  });
});

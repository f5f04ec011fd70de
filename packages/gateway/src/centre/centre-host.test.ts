import {describe, expect, it} from 'vitest';

import type {Fact} from '@deskwire/domain';
import {createCentre, type Input} from '@deskwire/engine';

import {DEMO_CONFIG} from '../config/demo.js';
import {EMPTY_BATCH, type Batch, type DoneCommand, type Store} from '../store/index.js';
import {CentreHost} from './centre-host.js';

/** A store in memory whose disk can fail. */
class MemoryStore {
  readonly batches: Batch[] = [];
  fails = false;

  async commit(batch: Batch): Promise<void> {
    if (this.fails) throw new Error('no space left for kim@customer.example');
    this.batches.push(batch);
  }

  async findDone(asked: readonly DoneCommand[]): Promise<readonly DoneCommand[]> {
    const done = this.batches.flatMap((batch) => batch.done);
    return asked.filter(({caller, id}) => done.some((one) => one.caller === caller && one.id === id));
  }
}

const make = () => {
  const store = new MemoryStore();
  const lines: unknown[] = [];
  const note = (...line: unknown[]): void => void lines.push(line);
  let ids = 0;
  const host = new CentreHost({
    centre: createCentre({
      tenant: DEMO_CONFIG.tenant,
      agents: DEMO_CONFIG.agents,
      capabilities: {commands: ['agent.set-state'], features: []},
    }),
    store: store as unknown as Store,
    env: {now: () => 1_000, newId: () => `id-${(ids += 1)}`},
    log: {debug: note, error: note, info: note, warn: note},
  });
  const told: Fact[] = [];
  host.listen(({facts}) => told.push(...facts));
  return {store, host, told, lines};
};

const signIn = (agentId: string): Input => ({kind: 'signal', signal: {type: 'agent.signed-in', agentId}});
const setState = (id: string): Input => ({
  kind: 'command',
  who: {kind: 'agent', agentId: 'yoon'},
  id,
  command: {type: 'agent.set-state', to: {state: 'available'}},
});

describe('the owner of the centre', () => {
  it('stores what arrives together as one batch, and tells it only then', async () => {
    const {host, store, told} = make();
    const both = Promise.all([
      host.submit(signIn('yoon')),
      host.submit(setState('c1')),
      host.submit(signIn('park')),
    ]);
    expect(told).toEqual([]);
    expect(await both).toEqual([{ok: true}, {ok: true}, {ok: true}]);
    expect(store.batches).toHaveLength(1);
    expect(store.batches[0]?.facts.map(({seq}) => seq)).toEqual([1, 2, 3]);
    expect(told).toEqual(store.batches[0]?.facts);
  });

  it('tells nobody what could not be stored, and goes on from where it was', async () => {
    const {host, store, told, lines} = make();
    await host.submit(signIn('yoon'));
    const before = host.centre;
    store.fails = true;
    const outcome = await host.submit(setState('c1'));
    expect(outcome).toMatchObject({ok: false, refusal: {code: 'DW_SERVER_FAILED'}});
    expect(host.centre).toBe(before);
    expect(host.isHealthy).toBe(false);
    expect(told).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain('kim@');
    store.fails = false;
    expect(await host.submit(setState('c1'))).toEqual({ok: true});
    expect(host.isHealthy).toBe(true);
    expect(host.centre.agents.get('yoon')?.presence.state).toBe('available');
  });

  it('does one id once, in one flush and over several, and a refused one again', async () => {
    const {host, store} = make();
    expect(await host.submit(setState('c1'))).toMatchObject({ok: false});
    await host.submit(signIn('yoon'));
    const same = await Promise.all([host.submit(setState('c1')), host.submit(setState('c1'))]);
    expect([...same, await host.submit(setState('c1'))]).toEqual([{ok: true}, {ok: true}, {ok: true}]);
    expect(store.batches.flatMap(({done}) => done)).toEqual([{caller: 'agent:yoon', id: 'c1'}]);
    const made = store.batches.flatMap(({facts}) => facts).filter(({cause}) => cause === 'c1');
    expect(made).toHaveLength(1);
  });

  it('takes an input that breaks the engine out of the flush, and no other', async () => {
    const {host} = make();
    const broken = {kind: 'signal', signal: {type: 'no such signal'}} as unknown as Input;
    const [first, second] = await Promise.all([host.submit(broken), host.submit(signIn('yoon'))]);
    expect(first).toMatchObject({ok: false, refusal: {code: 'DW_SERVER_FAILED'}});
    expect(second).toEqual({ok: true});
  });

  it('keeps a listener that fails from nobody', async () => {
    const {host, told} = make();
    host.listen(() => {
      throw new Error('broken');
    });
    expect(await host.submit(signIn('yoon'))).toEqual({ok: true});
    expect(told).toHaveLength(1);
  });

  it('keeps what comes along with an input, only if it was not refused', async () => {
    const {host, store} = make();
    await host.submit(setState('c1'), {meta: {kept: 'no'}});
    await host.submit(signIn('yoon'), {meta: {kept: 'yes'}});
    expect(store.batches).toHaveLength(1);
    expect(store.batches[0]).toMatchObject({...EMPTY_BATCH, facts: [{seq: 1}], meta: {kept: 'yes'}});
  });

  it('finishes what is in line when it is closed, and takes no more', async () => {
    const {host} = make();
    const last = host.submit(signIn('yoon'));
    await host.close();
    expect(await last).toEqual({ok: true});
    expect(await host.submit(signIn('park'))).toMatchObject({ok: false});
  });
});

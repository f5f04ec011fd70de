import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {refuse, type Cursor, type Fact} from '@deskwire/domain';
import {AGENT, anActive, factLog, NOON} from '@deskwire/testing/fixtures.js';
import {fakeClock, type FakeClock} from '@deskwire/testing/fake-clock.js';
import {FakePort, type FakeSession} from '@deskwire/testing/ports.js';

import {createStream, type DeskStream} from '../desk-stream.js';
import type {CommandResult, Port, PortSession, PortSink} from '../port.js';

import type {TabChannel} from './devices.js';
import {sharedPort} from './shared-port.js';

type Hear = {data: unknown; to: FakeChannel};

/** One channel per tab; what is on its way is delivered when the test says so, each tab at its own pace. */
class FakeChannel {
  onmessage: TabChannel['onmessage'] = null;
  readonly inbox: Hear[] = [];
  isOpen = true;
  constructor(
    private readonly browser: FakeBrowser,
    readonly name: string,
  ) {}
  postMessage(message: unknown): void {
    const data = structuredClone(message);
    for (const to of this.browser.channels)
      if (to !== this && to.isOpen && to.name === this.name) to.inbox.push({data, to});
  }
  close(): void {
    this.isOpen = false;
    this.browser.channels.delete(this);
  }
  deliver(): boolean {
    const next = this.inbox.shift();
    if (next && this.isOpen) this.onmessage?.call(this as never, {data: next.data} as MessageEvent);
    return next !== undefined;
  }
}

type Turn = {run: () => Promise<unknown>; done: () => void; fail: (error: Error) => void; isCrashed: boolean};

/** The browser around the tabs: one lock per name, and their channels. */
class FakeBrowser {
  readonly channels = new Set<FakeChannel>();
  readonly #queues = new Map<string, Turn[]>();
  readonly #owners = new Map<string, Turn>();

  locksOf(tab: {isCrashed: boolean}): Pick<LockManager, 'request'> {
    const request = (name: string, options: LockOptions, run: () => Promise<unknown>): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const turn: Turn = {
          run,
          done: () => resolve(undefined),
          fail: reject,
          get isCrashed() {
            return tab.isCrashed;
          },
        };
        const queue = this.#queues.get(name) ?? [];
        this.#queues.set(name, queue);
        options.signal?.addEventListener('abort', () => {
          const at = queue.indexOf(turn);
          if (at < 0) return;
          queue.splice(at, 1);
          reject(new DOMException('', 'AbortError'));
        });
        if (options.steal) {
          this.#owners.get(name)?.fail(new DOMException('', 'AbortError'));
          this.#own(name, turn);
        } else {
          queue.push(turn);
          queueMicrotask(() => this.next(name));
        }
      });
    return {request: request as LockManager['request']};
  }

  next(name: string): void {
    const queue = this.#queues.get(name) ?? [];
    const owner = this.#owners.get(name);
    if (owner && !owner.isCrashed) return;
    const turn = queue.shift();
    if (!turn) return void this.#owners.delete(name);
    if (turn.isCrashed) return this.next(name);
    this.#own(name, turn);
  }

  nextEverywhere(): void {
    for (const name of this.#queues.keys()) this.next(name);
  }

  #own(name: string, turn: Turn): void {
    this.#owners.set(name, turn);
    void turn.run().then(() => {
      turn.done();
      if (this.#owners.get(name) !== turn) return;
      this.#owners.delete(name);
      this.next(name);
    });
  }
}

class Tab {
  isCrashed = false;
  readonly port: Port;
  readonly page = new EventTarget();
  readonly stream: DeskStream;
  readonly facts: Fact[] = [];
  readonly states: string[] = [];
  channel: FakeChannel | undefined;

  constructor(browser: FakeBrowser, clock: FakeClock, port: Port, name = 'desk.example.com/yoon') {
    this.port = sharedPort(port, {
      name,
      devices: {
        clock,
        page: this.page,
        locks: browser.locksOf(this),
        channel: (channelName) => {
          this.channel = new FakeChannel(browser, channelName);
          browser.channels.add(this.channel);
          return this.channel as unknown as TabChannel;
        },
      },
    });
    this.stream = createStream(this.port, {clock, random: () => 0});
    this.stream.facts$.subscribe((fact) => this.facts.push(fact));
    this.stream.status$.subscribe(({state}) => this.states.push(state));
    this.stream.connect();
  }

  get state(): string | undefined {
    return this.states.at(-1);
  }

  /** The renderer dies: no goodbye, nothing runs any more. */
  crash(): void {
    this.isCrashed = true;
    if (this.channel) {
      this.channel.onmessage = null;
      this.channel.close();
    }
  }
}

/** A backend that resumes by cursor, does one command id once, and counts who is there. */
class Backend {
  readonly log: Fact[] = [];
  readonly done: string[] = [];
  readonly sessions = new Set<PortSink>();
  readonly #facts = factLog();
  readonly #results = new Map<string, CommandResult>();

  constructor() {
    this.log.push(this.#facts.hydrated({interactions: [anActive({id: 'call-1'})]}));
  }

  /** The way to it from one tab: nothing gets through once the tab has crashed. */
  port(tab: () => {isCrashed: boolean}): Port {
    const open = (sink: PortSink, cursor: Cursor | undefined): PortSession => {
      let isClosed = false;
      queueMicrotask(() => {
        if (isClosed || tab().isCrashed) return;
        this.sessions.add(sink);
        sink.live({now: NOON});
        sink.facts(cursor ? this.log.filter(({seq}) => seq > cursor.seq) : this.log);
      });
      return {
        send: ({id}) =>
          tab().isCrashed ? new Promise(() => undefined) : Promise.resolve().then(() => this.#do(id)),
        query: () => Promise.resolve({ok: false, refusal: refuse('DW_CAPABILITY_MISSING')}),
        close: () => {
          isClosed = true;
          this.sessions.delete(sink);
        },
      };
    };
    return {name: 'backend', open};
  }

  say(cause: string): void {
    const fact = this.#facts.say(
      {type: 'handset.changed', agentId: AGENT.id, handset: {offHook: false}},
      {cause},
    );
    this.log.push(fact);
    for (const sink of [...this.sessions]) sink.facts([fact]);
  }

  #do(id: string): Promise<CommandResult> {
    if (!this.#results.has(id)) {
      this.#results.set(id, {ok: true});
      this.done.push(id);
      this.say(id);
    }
    return Promise.resolve({ok: true});
  }
}

const settle = async (browser: FakeBrowser): Promise<void> => {
  for (let quiet = 0; quiet < 4;) {
    await Promise.resolve();
    browser.nextEverywhere();
    const delivered = [...browser.channels].filter((channel) => channel.deliver());
    await new Promise((resolve) => setImmediate(resolve));
    quiet = delivered.length > 0 ? 0 : quiet + 1;
  }
};

const setUp = (count: number) => {
  const browser = new FakeBrowser();
  const clock = fakeClock();
  const ports = Array.from({length: count}, () => new FakePort());
  const tabs = ports.map((port) => new Tab(browser, clock, port));
  const [first, second, third] = tabs as [Tab, Tab, Tab];
  const opened = (): FakeSession[] => ports.flatMap(({sessions}) => sessions);
  const log = factLog();
  const live = async (): Promise<FakeSession> => {
    await settle(browser);
    const [session] = opened() as [FakeSession];
    session.live();
    session.tell(log.hydrated({interactions: [anActive({id: 'call-1'})]}));
    await settle(browser);
    return session;
  };
  return {browser, clock, ports, tabs, first, second, third, opened, log, live};
};

describe('a shared port', () => {
  it('opens one session for all, and each tab knows what the backend told', async () => {
    const {tabs, opened, live} = setUp(3);
    await live();
    expect(opened()).toHaveLength(1);
    expect(tabs.map(({state}) => state)).toEqual(['live', 'live', 'live']);
    for (const {stream} of tabs) expect([...stream.snapshot().interactions.keys()]).toEqual(['call-1']);
  });

  it('hydrates a tab that comes late, without a word to the backend', async () => {
    const {browser, clock, log, live, first} = setUp(1);
    const session = await live();
    session.tell(log.say({type: 'call.held', interactionId: 'call-1', agentId: AGENT.id}));
    const late = new Tab(browser, clock, new FakePort());
    await settle(browser);
    expect(late.state).toBe('live');
    expect(late.stream.snapshot().interactions.get('call-1')).toEqual(
      first.stream.snapshot().interactions.get('call-1'),
    );
    expect(late.stream.snapshot().cursor).toEqual({epoch: log.epoch, seq: log.seq});
  });

  it('carries commands with their ids, their answers, questions and typing notices', async () => {
    const {browser, second, live} = setUp(2);
    const session = await live();
    const answer = second.stream.send({type: 'agent.sign-out'}, 'c-1');
    const asked = second.stream.query({type: 'directory.agents'} as never);
    second.stream.setTyping('call-1', true);
    await settle(browser);
    expect(session.sent.map(({id, command}) => [id, command.type])).toEqual([['c-1', 'agent.sign-out']]);
    expect(session.notices).toEqual([{type: 'typing', interactionId: 'call-1', isTyping: true}]);
    session.sent[0]?.answer({ok: false, refusal: refuse('DW_CALL_HELD')});
    session.asked[0]?.answer({ok: false, refusal: refuse('DW_CAPABILITY_MISSING')});
    await settle(browser);
    expect(await answer).toEqual({ok: false, refusal: refuse('DW_CALL_HELD')});
    expect(await asked).toEqual({ok: false, refusal: refuse('DW_CAPABILITY_MISSING')});
  });

  it('carries files with their progress, and breaks them when the leader goes', async () => {
    const {browser, first, second, live} = setUp(2);
    const session = await live();
    const parts: number[] = [];
    const file = new File(['hello'], 'a.txt');
    const sent = second.stream.upload({
      interactionId: 'call-1',
      file,
      onProgress: (part) => parts.push(part),
    });
    const wanted = second.stream.download({interactionId: 'call-1', attachmentId: 'a-1'});
    await settle(browser);
    session.uploads[0]?.asked.onProgress?.(0.5);
    session.downloads[0]?.answer({ok: true, file: new Blob(['bytes'])});
    await settle(browser);
    expect(parts).toEqual([0.5]);
    const got = await wanted;
    expect(got.ok && (await got.file.text())).toBe('bytes');
    first.stream.close();
    await settle(browser);
    expect(await sent).toMatchObject({ok: false, refusal: {code: 'DW_FILE_BROKEN'}});
  });

  it('sends again what has no answer when the leader crashes, under the same id, and loses no second of being live', async () => {
    const {browser, first, second, opened, live, log} = setUp(2);
    const session = await live();
    void second.stream.send({type: 'agent.sign-out'}, 'c-1');
    await settle(browser);
    expect(session.sent).toHaveLength(1);
    first.crash();
    await settle(browser);
    const next = opened()[1];
    expect(next?.cursor).toEqual({epoch: log.epoch, seq: log.seq});
    next?.live();
    expect(next?.sent.map(({id}) => id)).toEqual(['c-1']);
    expect(second.states).not.toContain('lost');
  });

  it('tells all of a loss, and one alone tries again', async () => {
    const {browser, clock, tabs, opened, live} = setUp(3);
    const session = await live();
    session.lose();
    await settle(browser);
    expect(tabs.map(({state}) => state)).toEqual(['lost', 'lost', 'lost']);
    await clock.pass(1_000);
    await settle(browser);
    expect(opened()).toHaveLength(2);
  });

  it('ends in all tabs when the agent is signed out, and in one when its token ran out', async () => {
    const out = setUp(2);
    (await out.live()).lose('DW_AGENT_SIGNED_OUT', true);
    await settle(out.browser);
    expect(out.tabs.map(({state}) => state)).toEqual(['closed', 'closed']);
    const expired = setUp(2);
    (await expired.live()).lose('DW_AUTH_EXPIRED', true);
    await settle(expired.browser);
    expect(expired.tabs.map(({state}) => state)).toEqual(['closed', 'lost']);
    await expired.clock.pass(1_000);
    await settle(expired.browser);
    expect(expired.ports[1]?.sessions).toHaveLength(1);
  });

  it('hands over when the page is put to sleep', async () => {
    const {browser, first, second, opened, live} = setUp(2);
    await live();
    first.page.dispatchEvent(new Event('freeze'));
    await settle(browser);
    expect(opened()[0]?.isClosed).toBe(true);
    expect(opened()).toHaveLength(2);
    expect([first.state, second.state]).toEqual(['lost', 'live']);
  });

  it('takes the lock from a leader that hangs, which steps back when it wakes up', async () => {
    const {browser, clock, first, second, opened, live} = setUp(2);
    await live();
    const asleep = first.channel;
    if (asleep) asleep.deliver = () => false;
    for (let beat = 0; beat < 4; beat += 1) {
      await clock.pass(5_000);
      await settle(browser);
    }
    expect(opened()).toHaveLength(2);
    expect(opened()[0]?.isClosed).toBe(true);
    opened()[1]?.live();
    await settle(browser);
    expect(second.state).toBe('live');
    await clock.pass(1_000);
    await settle(browser);
    expect(first.state).toBe('live');
  });

  it('does not mix two names', async () => {
    const {browser, clock, live} = setUp(1);
    const session = await live();
    const port = new FakePort();
    const tab = new Tab(browser, clock, port, 'desk.example.com/park');
    await settle(browser);
    expect(port.sessions).toHaveLength(1);
    expect(tab.state).toBe('connecting');
    void tab.stream.send({type: 'agent.sign-out'}, 'c-1');
    port.last.live();
    expect([session.sent.length, port.last.sent.length]).toEqual([0, 1]);
  });

  it('answers another tab when the session throws', async () => {
    const {browser, second, live} = setUp(2);
    const session = await live();
    const file = new File(['hello'], 'a.txt');
    const sent = second.stream.send({type: 'agent.sign-out'}, 'c-1');
    const upload = second.stream.upload({interactionId: 'call-1', file});
    await settle(browser);
    session.sent[0]?.reject(new Error('a broken adapter'));
    session.uploads[0]?.reject(new Error('a broken adapter'));
    await settle(browser);
    expect(await sent).toMatchObject({ok: false, refusal: {code: 'DW_SERVER_FAILED'}});
    expect(await upload).toMatchObject({ok: false, refusal: {code: 'DW_SERVER_FAILED'}});
  });

  it('has a connection for each tab where the browser has no locks', () => {
    const port = new FakePort();
    const shared = sharedPort(port, {name: 'a', devices: {locks: undefined}});
    createStream(shared, {clock: fakeClock()}).connect();
    expect(port.sessions).toHaveLength(1);
  });

  it('takes no harm from what is no message of a tab', async () => {
    const {browser, second, live} = setUp(2);
    await live();
    const before = second.stream.snapshot();
    const junk = [
      null,
      7,
      'x',
      {},
      {from: 'x'},
      {from: 'x', type: 'toString'},
      {from: 'x', type: 'facts', facts: [{}]},
    ];
    for (const data of junk) {
      for (const channel of browser.channels) channel.inbox.push({data, to: channel});
    }
    await settle(browser);
    expect(second.stream.snapshot()).toBe(before);
    expect(second.state).toBe('live');
  });

  it('loses no fact and doubles none, whichever tabs come, go, crash, sleep and write', async () => {
    const step = fc.record({
      what: fc.constantFrom('send', 'say', 'say', 'close', 'crash', 'sleep', 'open', 'deliver', 'wait'),
      tab: fc.nat(5),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, {minLength: 10, maxLength: 40}), async (steps) => {
        const browser = new FakeBrowser();
        const clock = fakeClock();
        const backend = new Backend();
        const tabs: Tab[] = [];
        const gone = new Set<Tab>();
        const slept = new Set<Tab>();
        const written = new Map<Tab, Promise<boolean>[]>();
        let asked = 0;
        const open = (): void => {
          const self: {tab?: Tab} = {};
          const tab = new Tab(
            browser,
            clock,
            backend.port(() => self.tab ?? {isCrashed: false}),
          );
          self.tab = tab;
          tabs.push(tab);
        };
        open();
        open();
        for (const {what, tab: index} of steps) {
          const here = tabs.filter((tab) => !gone.has(tab));
          const tab = here[index % here.length];
          if (what === 'open' && here.length < 6) open();
          if (what === 'say') backend.say(`said ${backend.log.length}`);
          if (what === 'wait') await clock.pass(500);
          if (what === 'deliver')
            [...browser.channels][index % Math.max(1, browser.channels.size)]?.deliver();
          if (!tab) continue;
          if (what === 'send') {
            const answer = tab.stream.send({type: 'agent.sign-out'}, `c-${(asked += 1)}`);
            written.set(tab, [...(written.get(tab) ?? []), answer.then(({ok}) => ok)]);
            if (index % 2) await settle(browser);
          }
          if (what === 'sleep') slept.add(tab);
          if (what === 'sleep') tab.page.dispatchEvent(new Event('pagehide'));
          if (here.length < 2) continue;
          if (what === 'close' || what === 'crash') {
            gone.add(tab);
            if (what === 'crash') tab.crash();
            else tab.stream.close();
          }
        }
        for (let turn = 0; turn < 8; turn += 1) {
          await settle(browser);
          await clock.pass(1_000);
        }
        await settle(browser);
        const last = backend.log.at(-1)?.seq;
        expect(new Set(backend.done).size).toBe(backend.done.length);
        for (const tab of tabs) {
          if (gone.has(tab)) continue;
          expect(tab.state).toBe('live');
          expect(await Promise.all(written.get(tab) ?? [])).not.toContain(false);
          expect(tab.stream.snapshot().cursor?.seq).toBe(last);
          // Nothing twice and nothing left out, from its first snapshot on; one who slept may get another snapshot.
          tab.facts.slice(1).forEach((fact, at) => {
            const before = tab.facts[at]?.seq ?? 0;
            if (slept.has(tab) && fact.type === 'desk.hydrated') expect(fact.seq).toBeGreaterThan(before);
            else expect(fact.seq).toBe(before + 1);
          });
        }
        expect(
          backend.sessions.size - [...gone].filter(({isCrashed}) => isCrashed).length,
        ).toBeLessThanOrEqual(1);
      }),
      {numRuns: 300, seed: 20_261_121},
    );
  }, 60_000);
});

import {rmSync} from 'node:fs';
import {dirname, join} from 'node:path';

import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';
import {signIn, visit} from '@deskwire/adapter-gateway';
import {engagementOf} from '@deskwire/domain';

import {SqliteStore} from './store/index.js';
import {bundleGateway} from './test-support/bundle.js';
import {Chance} from './test-support/chance.js';
import {eventually} from './test-support/harness.js';
import {GatewayProcess} from './test-support/process.js';
import {Talker} from './test-support/talker.js';

const AGENTS = ['yoon', 'park', 'han'] as const;
const VISITORS = 50;
const BY_VISITOR = 160;
const BY_AGENT = 40;
const TOTAL = VISITORS * (BY_VISITOR + BY_AGENT);
const KILLS = 5;
const FREEZES = 4;
const CUTS = 250;

/** One visitor, the agent who took the chat, and what the two are to say. */
interface Chat {
  readonly id: string;
  readonly visitor: Talker;
  agent: Talker;
}

/** What goes wrong once so many messages are through. */
interface Trouble {
  readonly at: number;
  readonly what: 'kill' | 'freeze' | 'cut';
}

const troublesOf = (chance: Chance): Trouble[] => {
  const some = (what: Trouble['what'], count: number): readonly Trouble[] =>
    Array.from({length: count}, () => ({what, at: chance.between(50, TOTAL - 200)}));
  return [...some('kill', KILLS), ...some('freeze', FREEZES), ...some('cut', CUTS)].sort(
    (a, b) => a.at - b.at,
  );
};

/** Fifty chats with three agents, and everything that happens to them. */
class Storm {
  readonly #gateway: GatewayProcess;
  readonly #chance: Chance;
  readonly #troubles: Trouble[];
  #talkers: Talker[] = [];
  #agents: readonly Talker[] = [];
  chats: readonly Chat[] = [];
  #through = 0;
  /** Kills and freezes, one after the other. */
  #trouble: Promise<unknown> = Promise.resolve();

  constructor(gateway: GatewayProcess, seed: number) {
    this.#gateway = gateway;
    this.#chance = new Chance(seed);
    this.#troubles = troublesOf(this.#chance);
  }

  get talkers(): readonly Talker[] {
    return this.#talkers;
  }

  /** Everybody comes, and every chat is accepted. */
  async gather(): Promise<void> {
    const {url} = this.#gateway;
    this.#agents = await Promise.all(
      AGENTS.map(async (user) => {
        const agent = this.#talker((await signIn({url, user, password: 'demo'})).token);
        await agent.stream.send({type: 'agent.set-state', to: {state: 'available'}});
        return agent;
      }),
    );
    const [first = this.#talker('')] = this.#agents;
    this.chats = await Promise.all(
      Array.from({length: VISITORS}, async (_, at) => {
        const {token, interactionId} = await visit({url, name: `visitor ${at}`});
        return {id: interactionId, visitor: this.#talker(token), agent: first};
      }),
    );
    await Promise.all(this.chats.map((chat) => this.#accept(chat)));
  }

  /** Everybody says what they have to say, while things go wrong. */
  async rage(): Promise<void> {
    await Promise.all(
      this.chats.flatMap(({id, visitor, agent}, at) => [
        this.#talk(visitor, id, `v${at}`, BY_VISITOR),
        this.#talk(agent, id, `a${at}`, BY_AGENT),
      ]),
    );
    await this.#trouble;
  }

  /** The gateway dies and comes back; everybody has a new snapshot. */
  async restart(between: () => Promise<void>): Promise<void> {
    const before = this.#talkers.map(({snapshots}) => snapshots);
    await this.#gateway.kill();
    await between();
    await this.#gateway.run();
    await eventually('everybody to be back', () =>
      this.#talkers.every(({snapshots}, at) => snapshots > (before[at] ?? 0)),
    );
  }

  leave(): void {
    for (const talker of this.#talkers) talker.leave();
  }

  #talker(token: string): Talker {
    const talker = new Talker(this.#gateway.url, token, () => this.#chance.next());
    this.#talkers.push(talker);
    return talker;
  }

  async #accept(chat: Chat): Promise<void> {
    chat.agent = await eventually(`${chat.id} to ring`, () =>
      this.#agents.find(({stream}, at) => {
        const one = stream.snapshot().interactions.get(chat.id);
        return one && engagementOf(one, AGENTS[at] ?? '')?.phase === 'offered';
      }),
    );
    const result = await chat.agent.stream.send({type: 'interaction.accept', interactionId: chat.id});
    if (!result.ok) throw new Error(`accept: ${result.refusal.code}`);
  }

  /** Bursts, each when the one before is through; some are said again although they had been answered. */
  async #talk(talker: Talker, chatId: string, name: string, count: number): Promise<void> {
    for (let burst = 0, said = 0; said < count; burst += 1) {
      const size = Math.min(this.#chance.between(1, 6), count - said);
      const ids = Array.from({length: size}, (_, at) => `${name}-b${burst}-${at}`);
      said += size;
      await Promise.all(ids.map((id) => talker.say(chatId, id).then(() => this.#count())));
      if (this.#chance.percent(5)) await talker.say(chatId, ids[0] ?? '');
    }
  }

  #count(): void {
    this.#through += 1;
    while ((this.#troubles[0]?.at ?? Infinity) <= this.#through) {
      const {what} = this.#troubles.shift() ?? {};
      if (what === 'cut') this.#talkers[this.#chance.between(0, this.#talkers.length - 1)]?.cut();
      if (what === 'freeze') {
        const ms = this.#chance.between(300, 2_000);
        this.#trouble = this.#trouble.then(() => this.#gateway.freeze(ms));
      }
      if (what === 'kill') {
        this.#trouble = this.#trouble.then(() => this.#gateway.kill()).then(() => this.#gateway.run());
      }
    }
  }
}

/** Who said something, in which of their bursts. */
const burstOf = (text: string) => {
  const [, name = '', burst = '0'] = /^([av]\d+)-b(\d+)-\d+$/.exec(text) ?? [];
  return {name, burst: Number(burst)};
};

const isInOrder = (texts: readonly string[]): boolean => {
  const latest = new Map<string, number>();
  return texts.every((text) => {
    const {name, burst} = burstOf(text);
    const isLater = burst >= (latest.get(name) ?? 0);
    latest.set(name, burst);
    return isLater;
  });
};

type Texts = ReadonlyMap<string, readonly string[]>;

/** Where two tell a chat differently, in few words: a difference of ten thousand texts is no message. */
const differences = (one: Texts, other: Texts): readonly string[] =>
  [...one].flatMap(([id, texts]) => {
    const others = other.get(id) ?? [];
    const at = texts.findIndex((text, index) => text !== others[index]);
    if (at < 0 && texts.length === others.length) return [];
    return [
      `${id}: ${texts.length} and ${others.length}, at ${at} ${texts[at] ?? '-'} and ${others[at] ?? '-'}`,
    ];
  });

const isSaid = (text: string): boolean => burstOf(text).name !== '';

describe('10,000 messages of 50 visitors, cables cut, the gateway killed, the disk slow', () => {
  let main: string;
  let gateway: GatewayProcess;
  let storm: Storm;
  beforeAll(async () => {
    main = await bundleGateway('slow-gateway.ts');
  }, 30_000);
  afterAll(() => rmSync(dirname(main), {recursive: true, force: true}));
  afterEach(async () => {
    storm.leave();
    await gateway.remove();
  });

  const storedTexts = async (): Promise<Texts> => {
    const store = new SqliteStore(join(gateway.data, 'facts.db'));
    const texts = new Map<string, readonly string[]>();
    for (const {id} of storm.chats) {
      const facts = await store.factsOf(id);
      texts.set(
        id,
        facts.flatMap((fact) => (fact.type === 'message.posted' ? [fact.message.text] : [])),
      );
    }
    await store.close();
    return texts;
  };
  const seenBy = (who: 'visitor' | 'agent'): Texts =>
    new Map(
      storm.chats.map((chat) => [
        chat.id,
        chat[who]
          .messages(chat.id)
          .map(({text}) => text)
          .filter(isSaid),
      ]),
    );
  const countOf = (texts: Texts) => [...texts.values()].flat().length;

  it.each([20_260_713])(
    'lose none, double none, and leave both sides and the store with the same in the same order (seed %i)',
    async (seed) => {
      gateway = new GatewayProcess(main, [], {SEED: `${seed}`});
      await gateway.run();
      storm = new Storm(gateway, seed);
      await storm.gather();
      await storm.rage();

      await eventually('both sides to have everything', () =>
        (['visitor', 'agent'] as const).every((who) => countOf(seenBy(who)) >= TOTAL),
      );
      const seen = {visitor: seenBy('visitor'), agent: seenBy('agent')};
      for (const [at, {id}] of storm.chats.entries()) {
        const texts = seen.visitor.get(id) ?? [];
        expect(new Set(texts).size).toBe(texts.length);
        expect(texts.filter((text) => burstOf(text).name === `v${at}`)).toHaveLength(BY_VISITOR);
        expect(texts.filter((text) => burstOf(text).name === `a${at}`)).toHaveLength(BY_AGENT);
        expect(isInOrder(texts)).toBe(true);
      }
      expect(differences(seen.visitor, seen.agent)).toEqual([]);

      await storm.restart(async () => expect(differences(seen.visitor, await storedTexts())).toEqual([]));
      expect(differences(seen.visitor, seenBy('visitor'))).toEqual([]);
      expect(differences(seen.visitor, seenBy('agent'))).toEqual([]);

      // Nothing was told twice, though much was said twice; and cables that were cut were taken up where they were.
      for (const {told} of storm.talkers) expect(new Set(told).size).toBe(told.length);
      const sum = (what: 'sockets' | 'snapshots' | 'retries') =>
        storm.talkers.reduce((total, talker) => total + talker[what], 0);
      expect(sum('retries')).toBeGreaterThan(0);
      expect(sum('sockets')).toBeGreaterThan(sum('snapshots'));
    },
    120_000,
  );
});

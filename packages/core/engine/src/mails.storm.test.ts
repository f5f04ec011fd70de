import fc from 'fast-check';
import {describe, expect, it, vi} from 'vitest';
import {leavingMail, mailsOf, replyEndsAt, type Fact, type Instant} from '@deskwire/domain';
import type {Centre} from './centre.js';
import type {Input} from './input.js';
import type {Step} from './step.js';
import type {Hall} from './test-kit/hall.js';
import {tenantOf} from './test-kit/house.js';
import {sensible, wake} from './test-kit/storm-agents.js';
import {correspond} from './test-kit/storm-mail.js';
import {perform, read, stormHall, type Move, type Played} from './test-kit/storm.js';

// Storms are long, and the machine may be busy with something else.
vi.setConfig({testTimeout: 60_000});

// Storms of mails, with and without a way to call them back, against a book that is kept of the facts alone.

const nat = fc.noBias(fc.nat({max: 999}));
const storm: fc.Arbitrary<readonly Move[]> = fc.array(fc.tuple(nat, nat, nat, nat), {
  minLength: 100,
  maxLength: 250,
});
const weather = (body: (moves: readonly Move[]) => void, numRuns: number): void =>
  fc.assert(fc.property(storm, body), {seed: 611_211, numRuns});

/** Most moves are about mails, and agents take them. */
const next = (hall: Hall, move: Move): Played => {
  const [what, a, b, c] = move;
  const kinds: readonly (() => Played)[] = [
    () => read(hall, move),
    () => wake(hall, a),
    () => sensible(hall, a, c),
    () => sensible(hall, a, c),
    () => correspond(hall, a, b, c),
    () => correspond(hall, a, b, c),
    () => correspond(hall, a, b, c),
  ];
  return kinds[what % kinds.length]?.() ?? {kind: 'time'};
};

/** What was told of a mail that went out. */
interface Entry {
  readonly leavesAt: Instant | undefined;
  state: 'sending' | 'sent' | 'failed' | 'recalled';
}

/** What the facts say of every mail that went out, and what no fact may say. */
class Book {
  readonly wrongs: string[] = [];
  readonly counts = {sent: 0, failed: 0, recalled: 0, again: 0};
  readonly #mails = new Map<string, Entry>();
  readonly #ended = new Set<string>();

  hear(fact: Fact): void {
    if (fact.type === 'interaction.ended') this.#end(fact.interactionId);
    if (fact.type === 'mail.queued') this.#queue(fact.mail.id, fact.mail.leavesAt);
    if (fact.type === 'mail.recalled') this.#recall(fact.mailId, fact.at);
    if (fact.type === 'mail.sent') this.#move(fact.mailId, 'sent', ['sending', 'failed']);
    if (fact.type === 'mail.failed') this.#move(fact.mailId, 'failed', ['sending', 'sent']);
  }

  isRecalled(mailId: string): boolean {
    return this.#mails.get(mailId)?.state === 'recalled';
  }

  #end(id: string): void {
    if (this.#ended.has(id)) this.wrongs.push(`${id} ended twice`);
    this.#ended.add(id);
  }

  #queue(id: string, leavesAt: Instant | undefined): void {
    if (this.#mails.has(id)) this.wrongs.push(`${id} was written twice`);
    this.#mails.set(id, {leavesAt, state: 'sending'});
  }

  #recall(id: string, at: Instant): void {
    const {leavesAt = 0} = this.#mails.get(id) ?? {};
    if (at >= leavesAt) this.wrongs.push(`${id} was called back too late`);
    this.#move(id, 'recalled', ['sending']);
  }

  #move(id: string, to: 'sent' | 'failed' | 'recalled', from: readonly Entry['state'][]): void {
    const entry = this.#mails.get(id);
    if (!entry || !from.includes(entry.state))
      this.wrongs.push(`${id} was ${entry?.state ?? 'nothing'}, and then ${to}`);
    if (entry) entry.state = to;
    this.counts[to] += 1;
  }
}

interface Seen {
  readonly hall: Hall;
  readonly before: Centre;
  readonly taken: Step;
  readonly input: Input;
}

const inputOf = (played: Played, id: string): Input =>
  played.kind === 'command' ? {...played, id} : played.kind === 'time' ? {kind: 'tick'} : played;

/** Plays a storm; `look` sees every step of it. */
const through = (moves: readonly Move[], undoSeconds: number, look: (seen: Seen) => void): void => {
  const hall = stormHall({email: {...tenantOf().email, undoSeconds}});
  for (const move of moves) {
    hall.now += 1;
    const played = next(hall, move);
    if (played.kind === 'time') {
      const {
        centre: before,
        facts: {length},
      } = hall;
      perform(hall, played, move);
      const taken: Step = {centre: hall.centre, facts: hall.facts.slice(length), result: {ok: true}};
      look({hall, before, taken, input: {kind: 'tick'}});
      continue;
    }
    const before = hall.centre;
    const input = inputOf(played, `x-${hall.now.toString()}`);
    look({hall, before, taken: hall.run(input), input});
  }
};

/** What the mail servers say of a mail that was called back must be refused. */
const spokenOfRecalled = (book: Book, {input, taken}: Seen): readonly string[] => {
  if (input.kind !== 'signal' || !('mailId' in input.signal) || !book.isRecalled(input.signal.mailId))
    return [];
  return taken.result.ok ? [`${input.signal.type} of a mail that was called back`] : [];
};

const partsOf = (centre: Centre, interactionId: string, phase: string): readonly string[] =>
  centre.interactions
    .get(interactionId)
    ?.engagements.filter((one) => one.phase === phase)
    .map(({agent}) => agent.id) ?? [];

/** A wrap-up begins once, for who had the contact; to send again in it begins none. */
const wrongWrapUps = ({before, taken, input}: Seen): readonly string[] =>
  taken.facts.flatMap((fact) => {
    if (fact.type !== 'wrap-up.started') return [];
    const isSending = input.kind === 'command' && input.command.type === 'mail.send';
    const wasActive = partsOf(before, fact.interactionId, 'active').includes(fact.agentId);
    return wasActive ? [] : [`${fact.agentId} wraps up ${isSending ? 'again' : 'for nothing'}`];
  });

/** A reply that could be called back a moment before is not the end yet; one whose time is up is. */
const wrongTimes = ({hall, taken, input, before}: Seen): readonly string[] => {
  const late = [...taken.centre.interactions.values()].filter(
    (one) => (replyEndsAt(one) ?? Infinity) <= hall.now,
  );
  const ended = taken.facts.filter((fact) => fact.type === 'interaction.ended' && input.kind === 'tick');
  return [
    ...(input.kind === 'tick' ? late.map(({id}) => `${id} goes on though its reply has left`) : []),
    ...ended.flatMap((fact) => {
      const one = 'interactionId' in fact ? before.interactions.get(fact.interactionId) : undefined;
      const leavesAt = one && leavingMail(one)?.leavesAt;
      return one?.channel === 'email' && (leavesAt === undefined || leavesAt > hall.now)
        ? [`${one.id} ended too early`]
        : [];
    }),
  ];
};

/** At most one reply waits; no card number stands in any. */
const wrongThreads = ({taken}: Seen): readonly string[] =>
  [...taken.centre.interactions.values()].flatMap((one) => {
    const mails = mailsOf(one);
    const waiting = mails.filter(({delivery, leavesAt}) => delivery === 'sending' && leavesAt !== undefined);
    return [
      ...(waiting.length > 1 ? [`${one.id} has two replies that wait`] : []),
      ...(mails.some(({text}) => text.includes('4111')) ? [`${one.id} has a card number`] : []),
      ...(new Set(mails.map(({id}) => id)).size < mails.length ? [`${one.id} has a mail twice`] : []),
    ];
  });

describe.each([0, 3])('in a storm of mails that can be called back for %i seconds', (undoSeconds) => {
  it('R145 R146 R147 a mail is told once, none is sent that was called back, and a wrap-up begins once', () => {
    const counts = {sent: 0, failed: 0, recalled: 0, again: 0};
    weather((moves) => {
      const book = new Book();
      const wrongs: string[] = [];
      through(moves, undoSeconds, (seen) => {
        wrongs.push(
          ...spokenOfRecalled(book, seen),
          ...wrongWrapUps(seen),
          ...wrongTimes(seen),
          ...wrongThreads(seen),
        );
        for (const fact of seen.taken.facts) {
          book.hear(fact);
          const isAgain =
            fact.type === 'mail.queued' && seen.before.interactions.get(fact.interactionId)?.ending;
          if (isAgain) book.counts.again += 1;
        }
      });
      expect([...book.wrongs, ...wrongs]).toEqual([]);
      for (const key of ['sent', 'failed', 'recalled', 'again'] as const) counts[key] += book.counts[key];
    }, 150);
    expect(Math.min(counts.sent, counts.failed, counts.again)).toBeGreaterThan(20);
    expect(counts.recalled > 20).toBe(undoSeconds > 0);
  });
});

import fc from 'fast-check';
import {describe, expect, it, vi} from 'vitest';
import {readCadValue, type CadVariable, type CommandOf, type Fact, type Interaction} from '@deskwire/domain';
import {applyFact} from './apply.js';
import type {Centre} from './centre.js';
import {contactKey} from './contact-lists.js';
import {Draft} from './draft.js';
import type {Hall} from './test-kit/hall.js';
import {perform, read, stormHall, type Move} from './test-kit/storm.js';

// Storms are long, and the machine may be busy with something else.
vi.setConfig({testTimeout: 60_000});

// Storms, watched for what may not be lost: an edit, a contact of a campaign.

const nat = fc.noBias(fc.nat({max: 999}));
const storm: fc.Arbitrary<readonly Move[]> = fc.array(fc.tuple(nat, nat, nat, nat), {
  minLength: 100,
  maxLength: 250,
});
const weather = (body: (moves: readonly Move[]) => void, numRuns: number): void =>
  fc.assert(fc.property(storm, body), {seed: 4_200_912, numRuns});

const variableOf = (one: Interaction | undefined, name: string): CadVariable | undefined =>
  one?.cad.find((variable) => variable.name === name);

/** Each fact about data, with the interaction just before it. */
const dataFacts = (before: Centre, facts: readonly Fact[]) => {
  const draft = new Draft(before);
  return facts.flatMap((fact) => {
    const one = 'interactionId' in fact ? draft.interactions.get(fact.interactionId) : undefined;
    applyFact(draft, fact);
    return one ? [{fact, one}] : [];
  });
};

/** A change is one version more; a value that a flow brings is above all that were, one that stays is not touched. */
const wrongVersions = (before: Centre, facts: readonly Fact[]): readonly string[] =>
  dataFacts(before, facts).flatMap(({fact, one}) => {
    if (fact.type === 'cad.changed') {
      return fact.changes
        .filter(({name, value, version}) => {
          const old = variableOf(one, name);
          return !old || version !== old.version + 1 || value === old.value;
        })
        .map(({name}) => `${name} was changed wrongly`);
    }
    if (fact.type !== 'cad.defined') return [];
    return fact.variables
      .filter(({name, value, type, version}) => {
        const old = variableOf(one, name);
        if (old?.type === type && old.value === value) return version !== old.version;
        return old !== undefined && version <= old.version;
      })
      .map(({name}) => `${name} was defined wrongly`);
  });

/** What became of each edit that is none of these: the value was there already, it was saved, its agent was told. */
const lostEdits = (
  one: Interaction,
  {edits}: CommandOf<'cad.save'>,
  agentId: string,
  facts: readonly Fact[],
): readonly string[] =>
  edits.flatMap(({name, value, base}) => {
    const variable = variableOf(one, name);
    const reading = variable && readCadValue(variable.type, value);
    if (!variable || !reading || !('value' in reading)) return [`${name} was taken`];
    const saved = facts.filter(
      (fact) =>
        fact.type === 'cad.changed' &&
        fact.changes.some((change) => change.name === name && change.value === reading.value),
    ).length;
    const told = facts.filter(
      (fact) => fact.type === 'cad.overwritten' && fact.name === name && fact.agentId === agentId,
    ).length;
    const isThere = reading.value === variable.value;
    const expected = isThere ? [0, 0] : base === variable.version ? [1, 0] : [0, 1];
    return saved === expected[0] && told === expected[1] ? [] : [`${name}: ${saved} saved, ${told} told`];
  });

describe('call-associated data in a storm', () => {
  it('R122 R123 every version counts one change, and no edit is lost without a word', () => {
    const counts = {saves: 0, overwritten: 0};
    weather((moves) => {
      const hall = stormHall();
      const wrongs: string[] = [];
      for (const move of moves) {
        hall.now += 1;
        const played = read(hall, move);
        const {centre, facts} = hall;
        const count = facts.length;
        perform(hall, played, move);
        const fresh = hall.facts.slice(count);
        wrongs.push(...wrongVersions(centre, fresh));
        if (played.kind !== 'command' || played.command.type !== 'cad.save' || played.who.kind !== 'agent')
          continue;
        const one = centre.interactions.get(played.command.interactionId);
        if (!one || !fresh.length) continue;
        counts.saves += 1;
        counts.overwritten += fresh.filter(({type}) => type === 'cad.overwritten').length;
        wrongs.push(...lostEdits(one, played.command, played.who.agentId, fresh));
      }
      expect(wrongs).toEqual([]);
    }, 150);
    expect(Math.min(counts.saves, counts.overwritten)).toBeGreaterThan(100);
  });
});

/** A book of its own about who had which contact, kept from the facts alone. */
class Ledger {
  readonly #states = new Map<string, 'out' | 'done'>();
  readonly #keys = new Map<string, string>();
  readonly wrongs: string[] = [];

  hear(fact: Fact): void {
    if (fact.type === 'interaction.created') {
      const {campaignId, campaignContactId} = fact.interaction;
      if (campaignId === undefined || campaignContactId === undefined) return;
      const key = contactKey(campaignId, campaignContactId);
      if (this.#states.has(key)) this.wrongs.push(`${key} is ${this.#states.get(key) ?? ''} and was given`);
      this.#states.set(key, 'out');
      this.#keys.set(fact.interactionId, key);
    }
    if (fact.type !== 'interaction.ended') return;
    const key = this.#keys.get(fact.interactionId);
    if (key === undefined) return;
    if (fact.ending.reason === 'cancelled') this.#states.delete(key);
    else this.#states.set(key, 'done');
  }

  get given(): number {
    return this.#keys.size;
  }
}

describe('a campaign in a storm', () => {
  it('R127 R129 gives no contact twice, to nobody, unless it came back untouched', () => {
    let given = 0;
    const again = (hall: Hall): void => {
      const ledger = new Ledger();
      for (const fact of hall.facts) ledger.hear(fact);
      expect(ledger.wrongs).toEqual([]);
      given += ledger.given;
    };
    weather((moves) => {
      const hall = stormHall();
      for (const move of moves) {
        hall.now += 1;
        const played = read(hall, move);
        // With callers about nobody would be free for long.
        const isCaller = played.kind === 'signal' && played.signal.type === 'contact.arrived';
        if (!isCaller) perform(hall, played, move);
      }
      again(hall);
    }, 200);
    expect(given).toBeGreaterThan(500);
  });
});

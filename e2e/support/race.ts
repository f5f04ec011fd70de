import {expect} from '@playwright/test';

import type {Agent} from './agent.js';
import {hear, settle, typeAndSave, type Done, type Edit, type Seen} from './race-page.js';
import {Random} from './random.js';

/** One of the two who race. */
interface Racer {
  readonly agent: Agent;
  readonly name: string;
}

/** What became of it all. */
export interface RaceResult {
  /** Variables that both changed in one round to something else. */
  readonly conflicts: number;
  /** Messages to those who were second. */
  readonly told: number;
  /** By racer: how often each was first in a conflict. */
  readonly wins: readonly [number, number];
  /** What everything is in the end, by variable. */
  readonly values: Readonly<Record<string, string>>;
}

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2030, 0, 1);

interface Field {
  readonly name: string;
  readonly label: string;
  /** A value that nobody else writes in any round. */
  readonly text: (turn: number, chance: Random) => string;
  /** How the English desk writes it in a sentence. */
  readonly shown: (text: string) => string;
}

const asIs = (text: string): string => text;
const number = (text: string): string => Number(text).toLocaleString('en');
const date = (text: string): string =>
  new Date(text).toLocaleDateString('en', {dateStyle: 'medium', timeZone: 'UTC'});

/** The demo's variables of a call that are typed, of every type. */
const FIELDS: readonly Field[] = [
  {
    name: 'plan',
    label: 'Plan',
    text: (turn, chance) => `요금제 ${turn} ${'가나다라마'.slice(chance.below(5))}`,
    shown: asIs,
  },
  {name: 'parcels', label: 'Parcels this month', text: (turn) => `${turn}`, shown: number},
  {
    name: 'balance',
    label: 'Open balance',
    text: (turn, chance) => `${turn}.${1 + chance.below(9)}`,
    shown: number,
  },
  {
    name: 'due-date',
    label: 'Due date',
    text: (turn) => new Date(FIRST_DAY + turn * DAY).toISOString().slice(0, 10),
    shown: date,
  },
  {
    name: 'note',
    label: 'Note',
    text: (turn, chance) => `<b>${turn}</b> 😀 ${chance.below(1_000)}`,
    shown: asIs,
  },
];

/** Every so many rounds the keys are pressed from outside; in between the page types by itself, which is quicker. */
const BY_KEYBOARD = 20;

const other = (at: 0 | 1): 0 | 1 => (at === 0 ? 1 : 0);

type Edits = readonly [readonly Edit[], readonly Edit[]];

interface Act {
  readonly seen: Seen;
  readonly done: Done;
}

/** What one of them typed, and what became of it. */
interface Turn extends Act {
  readonly edits: readonly Edit[];
}

/** Whether the other agent saw this edit saved, and typed another value over it, which was saved. */
const isTypedOver = ({name, label, text}: Edit, {done, seen}: Turn): boolean =>
  done.saved.includes(name) && seen[label] === text;

/** One race of two agents for the data of one contact, round by round, each round seeded. */
export class Race {
  readonly #racers: readonly [Racer, Racer];
  readonly #chance: Random;
  #values: Record<string, string> = {};
  #conflicts = 0;
  #told = 0;
  readonly #wins: [number, number] = [0, 0];

  constructor(racers: readonly [Racer, Racer], seed: number) {
    this.#racers = racers;
    this.#chance = new Random(seed);
  }

  async run(rounds: number): Promise<RaceResult> {
    for (let round = 0; round < rounds; round++) {
      await this.#round(round).catch((error: unknown) => {
        throw new Error(`Round ${round}`, {cause: error});
      });
    }
    return {conflicts: this.#conflicts, told: this.#told, wins: this.#wins, values: this.#values};
  }

  async #round(round: number): Promise<void> {
    const edits: Edits = [this.#edits(round * 2), this.#edits(round * 2 + 1)];
    const [one, two] = await (round % BY_KEYBOARD === 0 ? this.#press(edits) : this.#type(edits));
    const turns = [
      {edits: edits[0], ...one},
      {edits: edits[1], ...two},
    ] as const;
    for (const at of [0, 1] as const) this.#take(turns[at], turns[other(at)], at);
    const said = await this.#both(({agent}) => agent.page.evaluate(settle, this.#values));
    for (const at of [0, 1] as const) this.#check(turns[at], turns[other(at)], said[at], at);
  }

  /** Both at once. */
  #both<T>(act: (racer: Racer, at: 0 | 1) => Promise<T>): Promise<[T, T]> {
    const [one, two] = this.#racers;
    return Promise.all([act(one, 0), act(two, 1)]);
  }

  #type(edits: Edits): Promise<[Act, Act]> {
    return this.#both(({agent}, at) =>
      agent.page.evaluate(typeAndSave, {edits: edits[at], wait: this.#chance.below(6)}),
    );
  }

  /** With keys from outside: both have typed before either saves, so that neither sees what the other does. */
  async #press(edits: Edits): Promise<[Act, Act]> {
    await this.#both(async ({agent}, at) => {
      for (const {label, text} of edits[at]) await agent.cad.write(label, text);
    });
    return this.#both(async ({agent}) => {
      const done = agent.page.evaluate(hear);
      await agent.page.keyboard.press('Enter');
      return {seen: {}, done: await done};
    });
  }

  /** One to three edits; whoever has the turn writes what nobody else ever does. */
  #edits(turn: number): readonly Edit[] {
    return this.#chance.some(FIELDS, 1 + this.#chance.below(3)).map(({name, label, text: textOf, shown}) => {
      const text = textOf(turn + 1, this.#chance);
      return {name, label, text, shown: shown(text)};
    });
  }

  /** Whatever the element told its page is saved must be what everybody has from now on. */
  #take({edits, done}: Turn, second: Turn, at: 0 | 1): void {
    expect([...done.saved, ...done.overwritten].sort()).toEqual(edits.map(({name}) => name).sort());
    for (const edit of edits) {
      const theirs = second.edits.find(({name}) => name === edit.name);
      const isSaved = done.saved.includes(edit.name);
      if (!theirs) expect(isSaved, `${edit.name}, which nobody else edited`).toBe(true);
      if (!isSaved || isTypedOver(edit, second)) continue;
      this.#values[edit.name] = edit.text;
      if (theirs && second.done.overwritten.includes(edit.name)) this.#wins[at]++;
    }
  }

  /**
   * Whoever was second is told which variable, who was first, and both values, and nobody else is told anything. Where both
   * were saved, one of them must have seen the other's value before typing over it.
   */
  #check({edits, seen, done}: Turn, second: Turn, said: Readonly<Record<string, string>>, at: 0 | 1): void {
    for (const edit of edits) {
      const {name, label, shown} = edit;
      const theirs = second.edits.find((one) => one.name === name);
      const words = said[label] ?? '';
      if (done.saved.includes(name)) {
        expect(words, label).toBe('');
        if (theirs && second.done.saved.includes(name))
          expect(isTypedOver(edit, second) !== isTypedOver(theirs, {edits, seen, done}), name).toBe(true);
        continue;
      }
      expect(second.done.saved, `whoever was first with ${name}`).toContain(name);
      this.#conflicts++;
      const [kept, lost] = [theirs?.shown, shown].map((value) => `“${value}”`);
      const winner = this.#racers[other(at)].name;
      expect(words).toContain(`${label}: ${winner} saved ${kept} first. Your ${lost} was overwritten.`);
      this.#told++;
    }
  }
}

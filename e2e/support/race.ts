import {deepEqual, equal, notEqual, ok} from 'node:assert/strict';

import type {Agent} from './agent.js';
import {Meeting} from './meeting.js';
import {editsOf} from './race-edits.js';
import {Random} from './random.js';
import {makeRacer, type Act, type Edit, type Said, type Turn, type Values} from './racer.js';

/** One of the two, with the name under which others know them. */
export interface Entrant {
  readonly agent: Agent;
  readonly name: string;
}

/** What became of a race. */
export interface RaceResult {
  /** How often both changed one variable in one round, neither knowing of the other. */
  readonly conflicts: number;
  /** By agent: how often each was first in a conflict. */
  readonly wins: readonly [number, number];
  /** What everything is in the end. */
  readonly values: Values;
}

type Side = 0 | 1;
type Both<T> = readonly [T, T];

/** Every so many rounds the keys are pressed from outside; in between each page types by itself, which is quicker. */
const STRETCH = 20;

const other = (side: Side): Side => (side === 0 ? 1 : 0);

/** Whether the other agent saw this edit saved before they typed over it. */
const isTypedOver = ({name, label, text}: Edit, {seen}: Act, {done}: Act): boolean =>
  done.saved.includes(name) && seen[label] === text;

/**
 * A race of two agents for the data of one contact. In each round both type into one to three fields and save at once.
 * Every value is written only once in the whole race, so that wherever one stands it is known whose it is.
 *
 * Checked with `node:assert`: the test runner keeps every `expect`, and is slower with each.
 */
export class Race {
  readonly #entrants: Both<Entrant>;
  readonly #chance: Random;
  readonly #acted = new Meeting<Act, Values>((acts) => this.#judge(acts));
  readonly #settled = new Meeting<Said, void>((said) => this.#listen(said));
  readonly #wins: [number, number] = [0, 0];
  #rounds: Both<Turn>[] = [];
  #acts: Both<Act> | undefined;
  #values: Record<string, string> = {};
  #conflicts = 0;
  #turn = 0;

  private constructor(entrants: Both<Entrant>, seed: number) {
    this.#entrants = entrants;
    this.#chance = new Random(seed);
  }

  /** Runs so many rounds; throws at the first that went wrong. */
  static async run(entrants: Both<Entrant>, seed: number, rounds: number): Promise<RaceResult> {
    const race = new Race(entrants, seed);
    await race.#enter();
    for (let left = rounds; left > 0; left -= STRETCH) await race.#stretch(Math.min(left, STRETCH));
    return {conflicts: race.#conflicts, wins: race.#wins, values: race.#values};
  }

  async #enter(): Promise<void> {
    await this.#both(async ({agent: {page}}, side) => {
      await page.exposeFunction('raceActed', (act: Act) => this.#acted.arrive(side, act));
      await page.exposeFunction('raceSettled', (said: Said) => this.#settled.arrive(side, said));
      await page.evaluate(makeRacer);
    });
  }

  async #stretch(rounds: number): Promise<void> {
    this.#rounds = Array.from({length: rounds}, () => [this.#next(), this.#next()] as const);
    const [first, ...rest] = this.#rounds;
    if (first) await this.#press(first);
    await this.#both(({agent: {page}}, side) =>
      page.evaluate(
        (turns) => window.racer.run(turns),
        rest.map((turns) => turns[side]),
      ),
    );
  }

  #next(): Turn {
    return {edits: editsOf(++this.#turn, this.#chance), wait: this.#chance.below(6)};
  }

  #both<T>(act: (entrant: Entrant, side: Side) => Promise<T>): Promise<[T, T]> {
    const [one, two] = this.#entrants;
    return Promise.all([act(one, 0), act(two, 1)]);
  }

  /** A round with keys from outside: both have typed before either saves. */
  async #press(turns: Both<Turn>): Promise<void> {
    await this.#both(async ({agent: {cad}}, side) => {
      for (const {label, text} of turns[side].edits) await cad.write(label, text);
    });
    const done = await this.#both(async ({agent: {page}}) => {
      const heard = page.evaluate(() => window.racer.hear());
      await page.keyboard.press('Enter');
      return heard;
    });
    const values = this.#judge([
      {seen: {}, done: done[0]},
      {seen: {}, done: done[1]},
    ]);
    this.#listen(
      await this.#both(({agent: {page}}) => page.evaluate((now) => window.racer.settle(now), values)),
    );
  }

  /** What everybody should have now: whatever was told to be saved, the later one where one was typed over the other. */
  #judge(acts: Both<Act>): Values {
    this.#acts = acts;
    for (const side of [0, 1] as const) {
      const {edits, done} = {...this.#turnOf(side), ...acts[side]};
      deepEqual([...done.saved, ...done.overwritten].sort(), edits.map(({name}) => name).sort());
      for (const edit of edits) {
        if (!this.#rivalOf(edit, side)) ok(done.saved.includes(edit.name), `${edit.name} had no rival`);
        const isOver = isTypedOver(edit, acts[other(side)], acts[side]);
        if (done.saved.includes(edit.name) && !isOver) this.#values[edit.name] = edit.text;
      }
    }
    return this.#values;
  }

  /** What the two pages say once both show the same. */
  #listen(said: Both<Said>): void {
    for (const side of [0, 1] as const)
      for (const edit of this.#turnOf(side).edits) this.#hear(edit, side, said[side][edit.label] ?? '');
    this.#rounds.shift();
  }

  /**
   * Whoever was second is told which variable, who was first, and both values; nobody else is told anything. Where both
   * were saved, one of them must have seen the other's value before typing over it.
   */
  #hear(edit: Edit, side: Side, words: string): void {
    const [own, theirs] = [this.#acts?.[side], this.#acts?.[other(side)]];
    if (!own || !theirs) throw new Error('nobody has acted');
    const rival = this.#rivalOf(edit, side);
    if (own.done.saved.includes(edit.name)) {
      equal(words, '', edit.label);
      if (rival && theirs.done.saved.includes(edit.name))
        notEqual(isTypedOver(edit, theirs, own), isTypedOver(rival, own, theirs), `${edit.name} was lost`);
      return;
    }
    ok(rival && theirs.done.saved.includes(edit.name), `nobody was first with ${edit.name}`);
    const winner = this.#entrants[other(side)].name;
    const told = `${edit.label}: ${winner} saved “${rival.shown}” first. Your “${edit.shown}” was overwritten.`;
    ok(words.includes(told), `${told} It says: ${words}`);
    this.#conflicts++;
    this.#wins[other(side)]++;
  }

  #turnOf(side: Side): Turn {
    const turn = this.#rounds[0]?.[side];
    if (!turn) throw new Error('no round is under way');
    return turn;
  }

  #rivalOf({name}: Edit, side: Side): Edit | undefined {
    return this.#turnOf(other(side)).edits.find((one) => one.name === name);
  }
}

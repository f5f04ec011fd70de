import type {Centre} from '../centre.js';
import {canonical} from './canonical.js';
import type {Move} from './move.js';
import {make, movesIn, nameOf} from './moves.js';
import {wrongsOfState} from './state-laws.js';
import {wrongsOfStep} from './step-laws.js';
import {opening, type World} from './world.js';

/** What a look through a world came to. */
export interface Exploration {
  /** States that are not alike. */
  readonly states: number;
  /** Moves that were made, refused ones included. */
  readonly moves: number;
  /** Moves that changed something. */
  readonly steps: number;
  /** How many moves from the opening the last states are. */
  readonly depth: number;
  /** There is nothing further: every state that can be reached was seen. */
  readonly isComplete: boolean;
  /** What is wrong, with the way there; empty where nothing is. */
  readonly wrongs: readonly string[];
}

/** How a state was first reached. */
interface Trace {
  readonly from: Trace | undefined;
  readonly move: Move;
}

interface Found {
  readonly centre: Centre;
  readonly trace: Trace | undefined;
}

const storyOf = (trace: Trace | undefined): readonly string[] =>
  trace ? [...storyOf(trace.from), nameOf(trace.move)] : [];

/** At most so many wrongs are told: the first says most. */
const MOST_WRONGS = 5;

/** Goes through the states of one world in breadth, so that the way to whatever is wrong is the shortest one. */
class Explorer {
  readonly #seen = new Set<string>();
  readonly #wrongs: string[] = [];
  #moves = 0;
  #steps = 0;
  #frontier: readonly Found[];

  constructor(world: World) {
    const centre = opening(world);
    this.#seen.add(canonical(centre));
    this.#frontier = [{centre, trace: undefined}];
  }

  get isOver(): boolean {
    return this.#frontier.length === 0 || this.#wrongs.length > 0;
  }

  /** Makes every move in every state of the frontier. */
  deepen(depth: number): void {
    this.#frontier = this.#frontier.flatMap((found) => this.#expand(found, depth));
  }

  result(depth: number): Exploration {
    return {
      states: this.#seen.size,
      moves: this.#moves,
      steps: this.#steps,
      depth,
      isComplete: this.#frontier.length === 0,
      wrongs: this.#wrongs,
    };
  }

  #expand({centre, trace}: Found, depth: number): readonly Found[] {
    const fresh: Found[] = [];
    for (const move of movesIn(centre)) {
      this.#moves += 1;
      const taken = make(centre, move, depth);
      const way = {from: trace, move};
      this.#note(wrongsOfStep({before: centre, move, taken}), way);
      if (!taken.facts.length) continue;
      this.#steps += 1;
      const key = canonical(taken.centre);
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      this.#note(wrongsOfState(taken.centre), way);
      fresh.push({centre: taken.centre, trace: way});
    }
    return fresh;
  }

  #note(wrongs: readonly string[], way: Trace): void {
    for (const wrong of wrongs) {
      if (this.#wrongs.length < MOST_WRONGS) this.#wrongs.push(`${wrong} | ${storyOf(way).join(' → ')}`);
    }
  }
}

/**
 * Looks at every state of a world that can be reached in so many moves.
 * @param progress Called after each level of depth.
 */
export const explore = (
  world: World,
  depth: number,
  progress: (so: Exploration) => void = () => undefined,
): Exploration => {
  const explorer = new Explorer(world);
  let level = 0;
  while (level < depth && !explorer.isOver) {
    level += 1;
    explorer.deepen(level);
    progress(explorer.result(level));
  }
  return explorer.result(level);
};

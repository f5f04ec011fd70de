import type {Path} from './problem.js';

/** A part of a configuration, and where it stands. */
export interface At<T> {
  readonly path: Path;
  readonly value: T;
}

const keyOf = (path: Path): string => JSON.stringify(path);

const prefixesOf = (path: Path): readonly string[] =>
  Array.from({length: path.length + 1}, (_, length) => keyOf(path.slice(0, length)));

const inside = (value: unknown, step: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Readonly<Record<string | number, unknown>>)[step]
    : undefined;

/**
 * A configuration of which parts may be wrong: it hands out only what is right in itself, so that one wrong line does not
 * keep the rest from being checked. The types are those of the schema, which a sound part satisfies.
 */
export class Sound {
  readonly #value: unknown;
  /** Paths at which something is wrong, and every path on the way to them. */
  readonly #wrong: ReadonlySet<string>;
  readonly #above: ReadonlySet<string>;

  constructor(value: unknown, wrong: readonly Path[]) {
    this.#value = value;
    this.#wrong = new Set(wrong.map(keyOf));
    this.#above = new Set(wrong.flatMap(prefixesOf));
  }

  /** What stands at a path; undefined where it is missing or wrong. */
  at<T>(...path: Path): T | undefined {
    return this.#isRight(path) ? (this.#read(path) as T | undefined) : undefined;
  }

  /** The right entries of a list, or of a group, with their paths. */
  each<T>(...path: Path): readonly At<T>[] {
    return this.places(...path).flatMap((here) => {
      const value = this.at<T>(...here);
      return value === undefined ? [] : [{path: here, value}];
    });
  }

  /** The paths of all entries of a list or a group, the wrong ones too: what lies below them may be right. */
  places(...path: Path): readonly Path[] {
    const all = this.#read(path);
    if (typeof all !== 'object' || all === null) return [];
    const steps = Array.isArray(all) ? [...all.keys()] : Object.keys(all);
    return steps.map((step) => [...path, step]);
  }

  /** The ids in a list, also of entries that are wrong elsewhere: nobody should hear that those are unknown. */
  ids(...path: Path): ReadonlySet<string> {
    const all = this.#read(path);
    const ids = Array.isArray(all) ? all.map((one) => inside(one, 'id')) : [];
    return new Set(ids.filter((id): id is string => typeof id === 'string'));
  }

  #isRight(path: Path): boolean {
    if (this.#wrong.size === 0) return true;
    return !this.#above.has(keyOf(path)) && !prefixesOf(path).some((one) => this.#wrong.has(one));
  }

  #read(path: Path): unknown {
    return path.reduce(inside, this.#value);
  }
}

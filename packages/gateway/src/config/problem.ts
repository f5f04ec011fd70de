/** Where in the configuration something stands: keys and positions from the top. */
export type Path = readonly (string | number)[];

/** A place in a file, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong with a configuration: where, what, and what to do about it. Ids are quoted, values never. */
export interface ConfigProblem {
  readonly path: Path;
  readonly problem: string;
  readonly cure: string;
  /** Absent where there is no text to point into. */
  readonly place?: Place;
  /** The file, where it is not the configuration's own. */
  readonly file?: string;
}

/** How checks report. */
export interface Report {
  problem(path: Path, problem: string, cure: string): void;
  warning(path: Path, problem: string, cure: string): void;
}

const PLAIN_KEY = /^[\p{L}\p{N}_$-]+$/u;

const stepText = (step: string | number, index: number): string => {
  if (typeof step === 'number') return `[${step}]`;
  if (!PLAIN_KEY.test(step)) return `[${JSON.stringify(step)}]`;
  return index === 0 ? step : `.${step}`;
};

/** A path as people write it: `tenant.queues[0].channel`. */
export const pathText = (path: Path): string => path.map(stepText).join('') || 'the whole file';

/** A problem in one line: place, path, what is wrong, and the cure. */
export const problemText = ({path, problem, cure, place, file}: ConfigProblem, ownFile = ''): string => {
  const where = [file ?? ownFile, ...(place ? [place.line, place.column] : [])].filter((part) => part !== '');
  return `${where.length ? `${where.join(':')}: ` : ''}${pathText(path)} ${problem}. ${cure}`;
};

/** A configuration that cannot be used. It knows everything that is wrong with it, not only the first thing. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[], file = '') {
    const lines = problems.map((problem) => problemText(problem, file));
    const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
    super([`${count} in the configuration:`, ...lines].join('\n'));
    this.problems = problems;
  }
}

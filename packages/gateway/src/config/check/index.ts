import type {ConfigProblem, Report} from '../problem.js';
import type {Sound} from '../sound.js';
import {checkDuplicates} from './duplicates.js';
import {checkGuides} from './guides.js';
import {checkNumbers} from './numbers.js';
import {checkReferences} from './references.js';
import {checkVariables} from './variables.js';

/** What a check found: what keeps the configuration from being used, and what admin should know. */
export interface Findings {
  readonly problems: readonly ConfigProblem[];
  readonly warnings: readonly ConfigProblem[];
}

/** Checks what no single setting shows: that the parts of a configuration fit one another. */
export const crossCheck = (sound: Sound): Findings => {
  const problems: ConfigProblem[] = [];
  const warnings: ConfigProblem[] = [];
  const report: Report = {
    problem: (path, problem, cure) => problems.push({path, problem, cure}),
    warning: (path, problem, cure) => warnings.push({path, problem, cure}),
  };
  for (const check of [checkReferences, checkDuplicates, checkNumbers, checkVariables, checkGuides])
    check(sound, report);
  return {problems, warnings};
};

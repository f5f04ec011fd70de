import {readFileSync} from 'node:fs';

import {checkConfig, type ConfigCheck} from '../config/check-config.js';
import {problemText} from '../config/problem.js';

/** What `check-config` says. */
export interface ConfigReport {
  readonly isRight: boolean;
  readonly lines: readonly string[];
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const summary = (file: string, {config, problems, warnings}: ConfigCheck): string => {
  const also = warnings.length ? `, ${counted(warnings.length, 'warning')}` : '';
  if (!config) return `${file}: ${counted(problems.length, 'problem')}${also}. It cannot be used.`;
  const {tenant, agents, numbers} = config;
  const parts = [
    counted(agents.length, 'agent'),
    counted(tenant.queues.length, 'queue'),
    counted(tenant.entryPoints.length, 'entry point'),
    counted(tenant.campaigns.length, 'campaign'),
    counted(numbers.length, 'number'),
  ];
  return `${file}: right${also}. ${tenant.name}: ${parts.join(', ')}.`;
};

/**
 * Checks a configuration file as the start does, and says all that was found.
 * @throws When the file cannot be read.
 */
export const configReport = (file: string): ConfigReport => {
  const check = checkConfig(readFileSync(file, 'utf8'), file);
  const lines = [
    ...check.problems.map((problem) => problemText(problem, file)),
    ...check.warnings.map((warning) => `warning: ${problemText(warning, file)}`),
    summary(file, check),
  ];
  return {isRight: check.config !== undefined, lines};
};

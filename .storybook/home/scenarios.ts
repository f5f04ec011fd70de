// What can happen to a desk, as buttons say it. Each widget's page names those that make sense there.
import type {Group, Scenario} from './model.js';
import {AGENT, AGENT_OF_VISITOR} from './scenarios/agent.js';
import {COLLEAGUE} from './scenarios/colleague.js';
import {CUSTOMER} from './scenarios/customer.js';
import {TROUBLE} from './scenarios/trouble.js';

const BY_GROUP: readonly (readonly [Group, Readonly<Record<string, Scenario>>])[] = [
  ['customer', CUSTOMER],
  ['agent', AGENT],
  ['agent', AGENT_OF_VISITOR],
  ['colleague', COLLEAGUE],
  ['trouble', TROUBLE],
];

/** Every scenario by its name, with who makes it happen. */
export const SCENARIOS: ReadonlyMap<string, Scenario & {readonly group: Group}> = new Map(
  BY_GROUP.flatMap(([group, all]) =>
    Object.entries(all).map(([name, one]) => [name, {...one, group}] as const),
  ),
);

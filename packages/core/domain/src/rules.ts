import type {AgentCase, Answer, Case} from './case.js';
import type {CommandType} from './command.js';
import {agentRules} from './rules-agent.js';
import {callRules} from './rules-call.js';
import {consultRules} from './rules-consult.js';
import {contactRules} from './rules-contact.js';
import {mailRules} from './rules-mail.js';

/** A rule about the agent alone, or about an interaction that the agent takes part in. */
export type Rule =
  | {readonly about: 'agent'; readonly answer: (asked: Case) => Answer}
  | {readonly about: 'interaction'; readonly answer: (asked: AgentCase) => Answer};

/** One rule for every command that an agent can give. */
export const rules: Readonly<Record<Exclude<CommandType, 'customer.leave'>, Rule>> = {
  ...agentRules,
  ...contactRules,
  ...mailRules,
  ...callRules,
  ...consultRules,
};

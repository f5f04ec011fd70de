import type {AgentCase, Answer} from './case.js';
import {needs} from './rules-agent.js';
import {ownCall, targetKind} from './rules-call.js';
import {active, onlyOn, owner} from './rules-contact.js';

/** An entry point leads to its queue. */
const queueClosed = ({ask, tenant}: AgentCase): Answer => {
  const kind = targetKind(ask);
  return (kind === 'queue' || kind === 'entry-point') && !tenant.consultToQueue
    ? 'DW_TARGET_KIND'
    : undefined;
};

const start = (asked: AgentCase): Answer => {
  const wrong = needs(asked.profile, 'consult') ?? queueClosed(asked) ?? ownCall(asked);
  if (wrong) return wrong;
  const {kind} = asked.interaction.talk;
  if (kind === 'together' || kind === 'hold') return undefined;
  if (kind === 'none') return 'DW_INTERACTION_NOT_ACTIVE';
  return kind === 'conference' || kind === 'conference-requested'
    ? 'DW_CALL_IN_CONFERENCE'
    : 'DW_CONSULT_RUNNING';
};

const cancel = (asked: AgentCase): Answer => {
  const wrong = onlyOn(asked, 'voice', 'chat', 'social') ?? owner(asked) ?? active(asked);
  if (wrong) return wrong;
  const {kind} = asked.interaction.talk;
  if (kind === 'consult-requested' || kind === 'conference-requested') return undefined;
  return kind === 'consult' ? 'DW_CONSULT_RUNNING' : 'DW_CONSULT_NONE';
};

/** The owner needs a running consult; whose turn it is to be held decides between hold and resume. */
const swap =
  (hears: 'consulted' | 'customer') =>
  (asked: AgentCase): Answer => {
    const wrong = ownCall(asked);
    if (wrong) return wrong;
    const {talk} = asked.interaction;
    if (talk.kind === 'conference') return 'DW_CALL_IN_CONFERENCE';
    if (talk.kind === 'consult-requested') return 'DW_CONSULT_NOT_ACCEPTED';
    if (talk.kind !== 'consult') return 'DW_CONSULT_NONE';
    if (talk.hears === hears) return undefined;
    return hears === 'consulted' ? 'DW_CALL_HELD' : 'DW_CALL_NOT_HELD';
  };

const running = (asked: AgentCase): Answer => {
  const {kind} = asked.interaction.talk;
  if (kind === 'consult') return undefined;
  if (kind === 'consult-requested') return 'DW_CONSULT_NOT_ACCEPTED';
  return kind === 'conference' ? 'DW_CALL_IN_CONFERENCE' : 'DW_CONSULT_NONE';
};

/** Agent 1 ends it for all; agent 2 may only leave, by the same command. */
const end = (asked: AgentCase): Answer => onlyOn(asked, 'voice') ?? active(asked) ?? running(asked);

const handOver = (asked: AgentCase): Answer =>
  needs(asked.profile, 'transfer') ?? ownCall(asked) ?? running(asked);

const agentOnly = ({ask}: AgentCase): Answer => {
  const kind = targetKind(ask);
  return kind === undefined || kind === 'agent' ? undefined : 'DW_TARGET_KIND';
};

/** A call's conference grows out of a running consult; a chat's is asked for directly. */
const startConference = (asked: AgentCase): Answer => {
  const wrong =
    onlyOn(asked, 'voice', 'chat', 'social') ??
    needs(asked.profile, 'conference') ??
    owner(asked) ??
    agentOnly(asked) ??
    active(asked);
  if (wrong) return wrong;
  if (asked.interaction.channel === 'voice') return running(asked);
  const {kind} = asked.interaction.talk;
  if (kind === 'none') return 'DW_INTERACTION_NOT_ACTIVE';
  return kind === 'together' ? undefined : 'DW_CALL_IN_CONFERENCE';
};

/** Agent 1 ends it for all, agent 2 leaves, by the same command. */
const endConference = (asked: AgentCase): Answer =>
  onlyOn(asked, 'voice', 'chat', 'social') ??
  active(asked) ??
  (asked.interaction.talk.kind === 'conference' ? undefined : 'DW_CONFERENCE_NONE');

const transferConference = (asked: AgentCase): Answer =>
  needs(asked.profile, 'transfer') ?? owner(asked) ?? endConference(asked);

/** Rules about consults and conferences (the role tables of CONS-R and CONF-R). */
export const consultRules = {
  'consult.start': {about: 'interaction', answer: start},
  'consult.cancel': {about: 'interaction', answer: cancel},
  'consult.hold': {about: 'interaction', answer: swap('consulted')},
  'consult.resume': {about: 'interaction', answer: swap('customer')},
  'consult.end': {about: 'interaction', answer: end},
  'consult.transfer': {about: 'interaction', answer: handOver},
  'conference.start': {about: 'interaction', answer: startConference},
  'conference.end': {about: 'interaction', answer: endConference},
  'conference.transfer': {about: 'interaction', answer: transferConference},
} as const satisfies Record<string, {about: 'interaction'; answer: (asked: AgentCase) => Answer}>;

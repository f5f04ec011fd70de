// What must hold of every step. Written from the requirements, not from the engine's handlers.
import {
  EMPTY_DESK,
  engagementOf,
  reduce,
  type AgentId,
  type DeskState,
  type Engagement,
  type Who,
} from '@deskwire/domain';
import {replay} from '../apply.js';
import type {Centre} from '../centre.js';
import {DeskFeed} from '../desk-feed.js';
import {same} from '../same.js';
import {snapshotFor} from '../snapshot.js';
import {foresee} from '../test-kit/oracle.js';
import {wrongsOfDialStep} from './dial-laws.js';
import {callOf, legsOf, wrong, type Edge, type Wrongs} from './law.js';
import {wrongsOfRoles} from './roles.js';

/** No command accepted that is not allowed, none refused that is; a refusal changes nothing. */
const verdicts = ({before, move, taken}: Edge): Wrongs => {
  const {result, centre, facts} = taken;
  const isUntouched = centre === before && facts.length === 0;
  if (!result.ok && !isUntouched) return ['a refusal changed something'];
  if (move.kind !== 'command') return [];
  const foreseen = foresee(before, move.who, move.command);
  const came = result.ok ? 'ok' : result.refusal.code;
  return wrong(came !== foreseen, `${came} where ${foreseen} was due`);
};

const partOf = (centre: Centre, agentId: AgentId): Engagement | undefined => {
  const call = callOf(centre);
  return call && engagementOf(call, agentId);
};

const ownedBy = (centre: Centre, agentId: AgentId): boolean => {
  const part = partOf(centre, agentId);
  return part?.role === 'owner' && part.phase === 'active';
};

const wrapsUp = (centre: Centre, agentId: AgentId): boolean => partOf(centre, agentId)?.phase === 'wrap-up';

/** A wrap-up is its agent's until they submit it, or its time is over. */
const keepsWrapUps = ({before, taken}: Edge): Wrongs =>
  [...before.agents.keys()].flatMap((agentId) => {
    const isSubmitted = taken.facts.some(
      (fact) => fact.type === 'wrap-up.submitted' && fact.agentId === agentId,
    );
    const isGone = wrapsUp(before, agentId) && !wrapsUp(taken.centre, agentId);
    return wrong(isGone && !isSubmitted, `${agentId} lost a wrap-up`);
  });

/** Whose page is gone cannot miss what would ring there. */
const blameless = ({before, move, taken}: Edge): Wrongs => {
  if (move.kind !== 'time' || (move.deadline.kind !== 'connect' && move.deadline.kind !== 'ring')) return [];
  const agent = before.agents.get(move.deadline.agentId);
  const isCutOff = agent?.connected === false && agent.profile.station.kind === 'browser-phone';
  const state = taken.centre.agents.get(move.deadline.agentId)?.presence.state;
  return wrong(isCutOff && state === 'rona', 'somebody who is cut off is in RONA');
};

/** Nobody is asked to wrap up what was taken from them, or what never came about. */
const isExcused = ({move, taken}: Edge): boolean =>
  (move.kind === 'time' && move.deadline.kind === 'grace') ||
  taken.facts.some(({type}) => type === 'outdial.failed');

/** Whoever owned the call and does not any more wraps up, and nobody else does (CONS-R13, R17, CONF-R11, R14). */
const wrapUps = (edge: Edge): Wrongs => {
  const {before, taken} = edge;
  return [...before.agents.keys()].flatMap((agentId) => {
    const loses = ownedBy(before, agentId) && !ownedBy(taken.centre, agentId);
    const wraps = wrapsUp(taken.centre, agentId);
    return [
      ...wrong(loses && !wraps && !isExcused(edge), `${agentId} does not wrap up`),
      ...wrong(loses && wraps && isExcused(edge), `${agentId} wraps up what was taken from them`),
      ...wrong(wraps && !loses && !wrapsUp(before, agentId), `${agentId} wraps up for nothing`),
    ];
  });
};

/** A consult that comes to nothing never drops the customer: they are held with whoever asked. */
const failedConsults = ({before, taken}: Edge): Wrongs => {
  const [old, now] = [callOf(before), callOf(taken.centre)];
  if (!taken.facts.some(({type}) => type === 'consult.failed') || old?.talk.kind !== 'consult-requested')
    return [];
  const owner = now && engagementOf(now, old.talk.by);
  const isKept =
    now?.talk.kind === 'hold' && owner?.phase === 'active' && legsOf(now, 'joined', 'customer').length === 1;
  return wrong(!isKept, 'a failed consult cost the customer');
};

/** What happens to the one who was asked may end the consult, never the call. */
const askedOnly = ({before, move, taken}: Edge): Wrongs => {
  const old = callOf(before);
  if (old?.talk.kind !== 'consult-requested') return [];
  const asked = old.engagements.find(({role, phase}) => role === 'consulted' && phase !== 'done')?.agent.id;
  const isTheirs =
    (move.kind === 'signal' && 'agentId' in move.signal && move.signal.agentId === asked) ||
    (move.kind === 'time' && 'agentId' in move.deadline && move.deadline.agentId === asked) ||
    (move.kind === 'signal' && move.signal.type.startsWith('number.'));
  return wrong(isTheirs && callOf(taken.centre)?.ending !== undefined, 'who was asked ended the call');
};

const timers = ({move, taken}: Edge): Wrongs => {
  const stays = move.kind === 'time' && taken.centre.deadlines.some((one) => same(one, move.deadline));
  return wrong(stays, 'a timer that fired is still set');
};

const replays = ({before, taken}: Edge): Wrongs =>
  wrong(
    !same(plainOf(replay(before, taken.facts)), plainOf(taken.centre)),
    'a replay comes to something else',
  );

const plainOf = ({
  agents,
  interactions,
  waiting,
  flows,
  contacts,
  deadlines,
  seq,
  lines,
}: Centre): unknown => [
  [...agents],
  [...interactions],
  [...waiting],
  [...flows],
  [...contacts.marks],
  [...contacts.fronts],
  deadlines,
  seq,
  lines,
];

const deskAfter = (who: Who, {before, taken}: Edge): DeskState => {
  const feed = new DeskFeed(who, 'model');
  let desk = reduce(EMPTY_DESK, feed.hydrate(before, 0));
  for (const fact of taken.facts) {
    for (const told of feed.push(before, taken.centre, fact)) desk = reduce(desk, told);
  }
  return desk;
};

const agrees = (who: Who, edge: Edge): boolean => {
  const {cursor: _, interactions, ...header} = deskAfter(who, edge);
  const {interactions: expected, ...fresh} = snapshotFor(edge.taken.centre, who);
  return same(header, fresh) && same([...interactions.values()], expected);
};

/** What each desk is told makes what a fresh snapshot would say; by induction, however many facts it has been told. */
const desks = (edge: Edge): Wrongs =>
  [...edge.before.agents.keys()].flatMap((agentId) =>
    wrong(!agrees({kind: 'agent', agentId}, edge), `the desk of ${agentId} sees something else`),
  );

/** What is wrong with a step. */
export const wrongsOfStep = (edge: Edge): Wrongs => {
  if (!edge.taken.facts.length) return verdicts(edge);
  return [
    verdicts,
    wrapUps,
    keepsWrapUps,
    blameless,
    failedConsults,
    askedOnly,
    wrongsOfRoles,
    wrongsOfDialStep,
    timers,
    replays,
    desks,
  ].flatMap((law) => law(edge));
};

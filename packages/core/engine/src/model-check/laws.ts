// What must hold in every state, and of every step. Written from the requirements, not from the engine's handlers.
import {
  EMPTY_DESK,
  engagementOf,
  legState,
  reduce,
  type AgentId,
  type DeskState,
  type Engagement,
  type Interaction,
  type Leg,
  type Who,
} from '@deskwire/domain';
import {replay} from '../apply.js';
import type {Centre} from '../centre.js';
import {deadlinesOfAgent, deadlinesOfInteraction} from '../deadlines.js';
import {DeskFeed} from '../desk-feed.js';
import {same} from '../same.js';
import {snapshotFor} from '../snapshot.js';
import type {Step} from '../step.js';
import {foresee, linesOf} from '../test-kit/oracle.js';
import type {Move} from './moves.js';
import {wrongsOfRoles} from './roles.js';
import {CALL} from './world.js';

/** A move with what was before and what came of it. */
export interface Edge {
  readonly before: Centre;
  readonly move: Move;
  readonly taken: Step;
}

/** What is wrong, in words; nothing where nothing is. */
export type Wrongs = readonly string[];

const wrong = (isWrong: boolean, what: string): Wrongs => (isWrong ? [what] : []);

const callOf = ({interactions}: Centre): Interaction | undefined => interactions.get(CALL);

const isThere = ({presence}: Leg): boolean => presence !== 'gone';
const isRequest = ({phase}: Engagement): boolean => phase === 'connecting' || phase === 'offered';

const heldLegs = (call: Interaction): readonly Leg[] =>
  call.legs.filter((leg) => legState(call, leg) === 'held');

/** HOLD-4, CONF-R4, CONF-R6. */
const holds = (call: Interaction): Wrongs => {
  const held = heldLegs(call);
  return [
    ...wrong(held.length > 1, 'both are held'),
    ...wrong(call.talk.kind === 'conference' && held.length > 0, 'somebody is held in a conference'),
  ];
};

const legsOf = ({legs}: Interaction, presence: Leg['presence'], kind: Leg['party']['kind']): readonly Leg[] =>
  legs.filter((leg) => leg.presence === presence && leg.party.kind === kind);

/** Agents who talk have a leg, and nobody else has; a phone rings for a request only. */
const agentLegs = (call: Interaction): Wrongs =>
  call.legs.flatMap((leg) => {
    if (leg.party.kind !== 'agent' || !isThere(leg)) return [];
    const part = engagementOf(call, leg.party.agent.id);
    const fits = leg.presence === 'joined' ? part?.phase === 'active' : part?.phase === 'offered';
    return wrong(!fits, `the leg of ${leg.party.agent.id} is left behind`);
  });

const activeLegs = (call: Interaction): Wrongs =>
  call.engagements
    .filter(({phase}) => phase === 'active')
    .filter(
      ({agent}) =>
        !legsOf(call, 'joined', 'agent').some(
          ({party}) => party.kind === 'agent' && party.agent.id === agent.id,
        ),
    )
    .map(({agent}) => `${agent.id} has no leg`);

const hasOwner = ({engagements}: Interaction): boolean =>
  engagements.some(({role, phase}) => role === 'owner' && phase === 'active');

/** A number is there while it is consulted, in the conference, transferred to, or alone with the customer. */
const numberLegs = (call: Interaction): Wrongs => {
  const {talk, transfer} = call;
  return call.legs.flatMap((leg) => {
    if (leg.party.kind !== 'number' || !isThere(leg)) return [];
    const isIn =
      ('leg' in talk && talk.leg === leg.id) ||
      (talk.kind === 'conference' && talk.legs.includes(leg.id)) ||
      (talk.kind === 'none' && transfer?.to.kind === 'number' && leg.presence === 'ringing') ||
      (talk.kind === 'together' && !hasOwner(call) && leg.presence === 'joined');
    return wrong(!isIn, 'the leg of the number is left behind');
  });
};

const customerLeg = (call: Interaction): Wrongs => {
  const [leg] = call.legs.filter(({party}) => party.kind === 'customer').filter(isThere);
  if (call.ending) return wrong(call.legs.some(isThere), 'a leg is left behind after the end');
  if (call.origin !== 'callback') return wrong(leg?.presence !== 'joined', 'the customer is not there');
  return wrong(call.talk.kind !== 'none' && leg?.presence !== 'joined', 'somebody talks to nobody');
};

/** Whoever it is with, or whatever looks for somebody: exactly one of these, until it is over. */
const responsible = (centre: Centre, call: Interaction): Wrongs => {
  if (call.ending) return [];
  const owners = call.engagements.filter(
    (part) => part.role === 'owner' && (part.phase === 'active' || isRequest(part)),
  );
  const waiting = [...centre.waiting.values()].flat().filter(({role}) => role === 'owner');
  const outside = legsOf(call, 'ringing', 'number').length + legsOf(call, 'joined', 'number').length;
  const count = owners.length + waiting.length + (owners.length ? 0 : outside);
  return wrong(count !== 1, `${count} have the call`);
};

const capacity = ({agents}: Centre): Wrongs =>
  [...agents.values()].flatMap(({profile, work}) =>
    wrong(work.length > 1, `${profile.id} has two parts in one call`),
  );

/** Timers, lines and places in a queue follow from the state, and whatever waits for somebody has a timer. */
const remembered = (centre: Centre, call: Interaction | undefined): Wrongs => {
  const {tenant} = centre.config;
  const expected = [
    ...deadlinesOfInteraction(call, tenant),
    ...[...centre.agents.values()].flatMap((agent) => deadlinesOfAgent(agent, tenant)),
  ];
  const requests = call?.engagements.filter(isRequest).length ?? 0;
  const dialled = call?.legs.filter(
    ({party, presence}) => presence === 'ringing' && party.kind !== 'agent',
  ).length;
  const timers = centre.deadlines.filter(
    ({kind}) => kind === 'connect' || kind === 'ring' || kind === 'dial',
  );
  const key = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).sort();
  return [
    ...wrong(!same(key(centre.deadlines), key(expected)), 'the timers are not those of the state'),
    ...wrong(timers.length !== requests + (dialled ?? 0), 'something rings without a timer'),
    ...wrong(centre.lines !== linesOf(centre), 'the lines are miscounted'),
    ...wrong([...centre.waiting.values()].flat().length > 1, 'it waits twice'),
  ];
};

/** A queue is looked in exactly while it should find somebody to consult. */
const seeking = ({waiting}: Centre, call: Interaction | undefined): Wrongs => {
  const isAsked = call?.engagements.some((part) => part.role === 'consulted' && isRequest(part)) === true;
  const talk = call?.talk;
  const kind = talk?.kind === 'consult-requested' ? talk.target.kind : undefined;
  const isDue = (kind === 'queue' || kind === 'entry-point') && !isAsked;
  const waits = [...waiting.values()].flat().some(({role}) => role === 'consulted');
  return wrong(isDue !== waits, 'a consult is sought in the wrong moment');
};

/** What is wrong with a state. */
export const wrongsOfState = (centre: Centre): Wrongs => {
  const call = callOf(centre);
  const ofCall = call
    ? [holds, agentLegs, activeLegs, numberLegs, customerLeg]
        .flatMap((law) => law(call))
        .concat(responsible(centre, call))
    : [];
  return [...ofCall, ...capacity(centre), ...seeking(centre, call), ...remembered(centre, call)];
};

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

const ownedBy = (centre: Centre, agentId: AgentId): boolean => {
  const part = callOf(centre) && engagementOf(callOf(centre) as Interaction, agentId);
  return part?.role === 'owner' && part.phase === 'active';
};

const wrapsUp = (centre: Centre, agentId: AgentId): boolean => {
  const call = callOf(centre);
  return call !== undefined && engagementOf(call, agentId)?.phase === 'wrap-up';
};

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

const plainOf = ({agents, interactions, waiting, deadlines, seq, lines}: Centre): unknown => [
  [...agents],
  [...interactions],
  [...waiting],
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
    timers,
    replays,
    desks,
  ].flatMap((law) => law(edge));
};

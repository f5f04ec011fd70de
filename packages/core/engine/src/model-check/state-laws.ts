// What must hold in every state. Written from the requirements, not from the engine's handlers.
import {engagementOf, legState, type Interaction, type Leg} from '@deskwire/domain';
import type {Centre} from '../centre.js';
import {deadlinesOfAgent, deadlinesOfInteraction} from '../deadlines.js';
import {same} from '../same.js';
import {linesOf} from '../test-kit/oracle.js';
import {diallerIn, wrongsOfDialState} from './dial-laws.js';
import {callOf, isRequest, isThere, legsOf, wrong, type Wrongs} from './law.js';

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

/** Agents who talk have a leg, and nobody else has; a phone rings for a request only. */
const agentLegs = (call: Interaction): Wrongs =>
  call.legs.flatMap((leg) => {
    if (leg.party.kind !== 'agent' || !isThere(leg)) return [];
    const part = engagementOf(call, leg.party.agent.id);
    const isDialling = diallerIn(call)?.agentId === leg.party.agent.id;
    const fits =
      leg.presence === 'joined' ? part?.phase === 'active' || isDialling : part?.phase === 'offered';
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
  if (call.origin === 'inbound') return wrong(leg?.presence !== 'joined', 'the customer is not there');
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
  const stage = diallerIn(call)?.stage;
  // What is only looked at has time, and a customer who is called has a timer of their own.
  const isTimed = stage === undefined || stage === 'agent';
  const requests = (isTimed && call?.engagements.filter(isRequest).length) || 0;
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
  return [
    ...ofCall,
    ...wrongsOfDialState(centre),
    ...capacity(centre),
    ...seeking(centre, call),
    ...remembered(centre, call),
  ];
};

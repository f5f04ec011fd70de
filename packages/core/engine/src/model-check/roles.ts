// The role tables of the requirements (CONS-R, CONF-R, XFER) as laws of single steps.
import {engagementOf, legState, type Command, type Interaction} from '@deskwire/domain';
import {diallerIn} from './dial-laws.js';
import {callOf, wrong, type Edge, type Wrongs} from './law.js';

const isOver = (call: Interaction | undefined): boolean => !call || call.ending !== undefined;

const isOwner = (call: Interaction, agentId: string): boolean =>
  engagementOf(call, agentId)?.role === 'owner';

/** The owner and the customer go on, and nobody else is there. */
const isTogether = (call: Interaction | undefined, owner: string | undefined): boolean =>
  call?.talk.kind === 'together' &&
  call.engagements.filter(({phase}) => phase === 'active').every(({agent}) => agent.id === owner) &&
  call.legs.filter(({presence}) => presence === 'joined').length === 2;

const ownerOf = (call: Interaction): string | undefined =>
  call.engagements.find(({role, phase}) => role === 'owner' && phase === 'active')?.agent.id;

const heard = (call: Interaction | undefined): string | undefined =>
  call?.talk.kind === 'consult' ? call.talk.hears : undefined;

const isHeld = (call: Interaction | undefined): boolean =>
  call?.legs.some((leg) => leg.party.kind === 'customer' && legState(call, leg) === 'held') === true;

const handedOver = (call: Interaction | undefined, by: string): boolean => {
  const phase = call && engagementOf(call, by)?.phase;
  return phase === 'wrap-up' && call?.talk.kind === 'together' && !call.ending && ownerOf(call) !== by;
};

const afterEnd = (edge: Edge, old: Interaction, by: string, type: Command['type']): Wrongs => {
  const now = callOf(edge.taken.centre);
  if (!isOwner(old, by)) return wrong(!isTogether(now, ownerOf(old)), 'agent 2 did not only leave');
  const returns = type === 'consult.end' && edge.before.config.tenant.endConsult === 'return';
  return returns
    ? wrong(!isTogether(now, by), 'agent 1 did not return to the customer')
    : wrong(!isOver(now), 'agent 1 did not end it');
};

/** What a command that was done came to. */
const commandLaw = (edge: Edge, old: Interaction): Wrongs => {
  const {move, taken} = edge;
  if (move.kind !== 'command' || move.who.kind !== 'agent' || !taken.result.ok) return [];
  const {agentId} = move.who;
  const now = callOf(taken.centre);
  switch (move.command.type) {
    case 'consult.end':
    case 'conference.end':
      return afterEnd(edge, old, agentId, move.command.type);
    case 'consult.transfer':
    case 'conference.transfer':
      return wrong(!handedOver(now, agentId), 'the call was not handed over');
    case 'consult.hold':
    case 'consult.resume':
      return wrong(
        heard(now) !== (move.command.type === 'consult.hold' ? 'customer' : 'consulted'),
        'no swap',
      );
    case 'call.hold':
    case 'call.resume':
      return wrong(
        isHeld(now) !== (move.command.type === 'call.hold'),
        'the customer is not where they should be',
      );
    case 'consult.cancel':
      return wrong(now?.talk.kind !== 'hold' || ownerOf(now) !== agentId, 'cancelling cost the customer');
    case 'conference.start':
      return wrong(now?.talk.kind !== 'conference', 'there is no conference');
    default:
      return [];
  }
};

/** A phone that hangs up, and a customer who does (CONS-R3, R9, R10, R14, R17, CONF-R3, R8, R9, R12, R14). */
const hangUpLaw = ({move, before, taken}: Edge, old: Interaction): Wrongs => {
  // A call that is still being made has laws of its own.
  if (move.kind !== 'signal' || !taken.facts.length || diallerIn(old)) return [];
  const now = callOf(taken.centre);
  if (move.signal.type === 'customer.gone') return wrong(!isOver(now), 'the customer left and it goes on');
  if (move.signal.type !== 'station.hung-up') return [];
  const {agentId} = move.signal;
  return isOwner(old, agentId)
    ? wrong(!isOver(now), 'agent 1 hung up and it goes on')
    : wrong(!isTogether(now, ownerOf(callOf(before) ?? old)), 'agent 2 hung up and did not only leave');
};

/** Whoever was asked for by name and does not come costs the call (XFER-10); only they do. */
const blindLaw = ({taken}: Edge, old: Interaction): Wrongs => {
  const {transfer} = old;
  if (transfer?.to.kind !== 'agent') return [];
  const asked = transfer.to.agentId;
  const isLost = taken.facts.some((fact) => fact.type === 'engagement.left' && fact.agentId === asked);
  return wrong(isLost && !isOver(callOf(taken.centre)), 'the call outlived its transfer');
};

/** Never back to who sent it to an entry point (XFER-11). */
const avoidLaw = ({taken}: Edge, old: Interaction): Wrongs => {
  const now = callOf(taken.centre)?.transfer ?? old.transfer;
  const isBack = taken.facts.some((fact) => fact.type === 'engagement.reserved' && fact.agent.id === now?.by);
  return wrong(now?.to.kind === 'entry-point' && isBack, 'it came back to who sent it');
};

/** What is wrong with a step, by the roles of whoever took it. */
export const wrongsOfRoles = (edge: Edge): Wrongs => {
  const old = callOf(edge.before);
  return old ? [commandLaw, hangUpLaw, blindLaw, avoidLaw].flatMap((law) => law(edge, old)) : [];
};

// Anything at all happens in a hall: contacts, phones, customers, agents who press every button, lost connections, time.
// A move is four numbers, so that fast-check can draw and shrink it; they are read against what is there.
import type {TenantConfig, Who} from '@deskwire/domain';
import {nextDeadline} from '../deadlines.js';
import {Hall} from './hall.js';
import {consult, sensible, wake} from './storm-agents.js';
import {commandOf, customerCommandOf, ownCommand, stateOf} from './storm-commands.js';
import {edit, guide, steer} from './storm-data.js';
import {dial} from './storm-dialling.js';
import {correspond} from './storm-mail.js';
import {STORM} from './storm-house.js';
import {anyAgent, anyId, command, pick, type Move, type Played} from './storm-reading.js';
import {aboutMail, arrive, customer, desk, lines, outside, station} from './storm-world.js';

export type {Move, Played} from './storm-reading.js';

/** What a move comes to, as things stand. */
export const read = (hall: Hall, [what, a, b, c]: Move): Played => {
  const agent: Who = {kind: 'agent', agentId: anyAgent(hall, a)};
  const kinds: readonly (() => Played)[] = [
    () => arrive(hall, a),
    () => arrive(hall, a),
    () => station(hall, a, b),
    () => desk(hall, a, b, c),
    () => outside(hall, a, b, c),
    () => command(agent, stateOf(c)),
    () => command(agent, stateOf(c)),
    () => command(agent, commandOf(hall, anyId(hall, c), b, c)),
    () => ownCommand(hall, a, b, c),
    () => ownCommand(hall, a, b, c),
    () => ownCommand(hall, a, b, c),
    () => ownCommand(hall, a, b, c),
    () => command({kind: 'customer', interactionId: anyId(hall, a)}, customerCommandOf(anyId(hall, c), b, c)),
    () => customer(hall, a, b, c),
    () => customer(hall, a, b, c),
    () => aboutMail(hall, a, b, c),
    () => correspond(hall, a, b, c),
    () => lines(hall, a, b, c),
    () => consult(hall, a, b, c),
    () => consult(hall, a, b, c),
    () => consult(hall, a, b, c),
    () => consult(hall, a, b, c),
    () => consult(hall, a, b, c),
    () => consult(hall, a, b, c),
    () => consult(hall, a, b, c),
    () => consult(hall, a, b, c),
    () => dial(hall, a, b, c),
    () => dial(hall, a, b, c),
    () => dial(hall, a, b, c),
    () => dial(hall, a, b, c),
    () => edit(hall, a, b, c),
    () => edit(hall, a, b, c),
    () => edit(hall, a, b, c),
    () => steer(hall, a, b, c),
    () => guide(hall, a, b, c),
    () => wake(hall, a),
    () => wake(hall, a),
    () => wake(hall, a),
    () => wake(hall, a),
    () => sensible(hall, a, c),
    () => sensible(hall, a, c),
    () => sensible(hall, a, c),
    () => ({kind: 'time'}),
    () => ({kind: 'time'}),
  ];
  return pick(kinds, what)?.() ?? {kind: 'time'};
};

/** A hall in which a storm begins: everybody is signed in and connected, two are available. */
export const stormHall = (tenant: Partial<TenantConfig> = {}): Hall => {
  const hall = new Hall({...STORM, tenant: {...STORM.tenant, ...tenant}}).available('ann', 'bob');
  hall.tell({type: 'agent.signed-in', agentId: 'cho'});
  hall.tell({type: 'agent.connected', agentId: 'cho'});
  return hall;
};

/** Some milliseconds go by, or as much time as it takes until something is due; ticks may come late. */
const passTime = (hall: Hall, [, a, b, c]: Move): void => {
  const due = nextDeadline(hall.centre);
  hall.now = a % 3 && due !== undefined ? Math.max(hall.now + 1, due) : hall.now + b * (c % 40);
  hall.run({kind: 'tick'});
};

/** Does what was read from a move. */
export const perform = (hall: Hall, played: Played, move: Move): void => {
  if (played.kind === 'time') passTime(hall, move);
  else if (played.kind === 'command') hall.give(played.who, played.command);
  else hall.run({kind: 'signal', signal: played.signal});
};

/** Makes one move, a moment after the last one. */
export const play = (hall: Hall, move: Move): void => {
  hall.now += 1;
  perform(hall, read(hall, move), move);
};

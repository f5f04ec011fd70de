// Call-associated data and call guides in a storm.
import type {CadEdit, GuideReply, Interaction} from '@deskwire/domain';
import type {Hall} from './hall.js';
import {FLOWS} from './storm-house.js';
import {anyId, command, interactionsOf, pick, signal, type Played} from './storm-reading.js';

const VALUES = ['', 'Hello', '7', '07', 'a\u0000', 'x'.repeat(257)];
const NAMES = ['note', 'note', 'note', 'age', 'age', 'card', 'tier', 'gone'];

/** An edit of what is there, made from the present version or, now and then, from another one. */
const editOf = ({cad}: Interaction, a: number, b: number, c: number): CadEdit => {
  const name = pick(NAMES, a) ?? 'note';
  const version = cad.find((one) => one.name === name)?.version ?? 0;
  const base = Math.max(0, version + (pick([0, 0, -1, -1, 1], b) ?? 0));
  return {name, value: pick(VALUES.slice(0, c % 11 ? 4 : undefined), c) ?? '', base};
};

/** Somebody who handles a contact saves one or two of its variables. */
export const edit = (hall: Hall, a: number, b: number, c: number): Played => {
  const handled = interactionsOf(hall).flatMap((one) =>
    one.engagements.filter(({phase}) => phase === 'active').map(({agent}) => ({one, agentId: agent.id})),
  );
  const {one, agentId} = pick(handled, a) ?? {};
  if (!one || agentId === undefined) return steer(hall, a, b, c);
  const edits = [editOf(one, a + b, b, c), ...(c % 2 ? [editOf(one, a + b + c, c, b)] : [])];
  return command({kind: 'agent', agentId}, {type: 'cad.save', interactionId: one.id, edits});
};

/** The flow sets values, or has other variables. */
export const steer = (hall: Hall, a: number, b: number, c: number): Played => {
  const interactionId = anyId(hall, a);
  const values = [{name: pick(NAMES, b) ?? 'note', value: pick(VALUES, c) ?? ''}];
  return b % 4
    ? signal({type: 'flow.set', interactionId, values})
    : signal({type: 'flow.defined', interactionId, variables: pick(FLOWS, c) ?? []});
};

const REPLIES: readonly (readonly GuideReply[])[] = [
  [{questionId: 'q1', answer: 'yes'}],
  [
    {questionId: 'q1', answer: 'no'},
    {questionId: 'q2', answer: 'Too dear'},
  ],
  [{questionId: 'q1', answer: 'no'}],
  [{questionId: 'q9', answer: 'no'}],
];

/** Somebody submits the guide of a campaign's contact, if there is one. */
export const guide = (hall: Hall, a: number, b: number, c: number): Played => {
  const parts = interactionsOf(hall)
    .filter(({origin}) => origin === 'campaign')
    .flatMap((one) => one.engagements.map(({agent}) => ({interactionId: one.id, agentId: agent.id})));
  const part = pick(parts, a);
  if (!part) return edit(hall, a, b, c);
  const {interactionId, agentId} = part;
  const replies = pick(REPLIES, b) ?? [];
  return command({kind: 'agent', agentId}, {type: 'call-guide.submit', interactionId, replies});
};

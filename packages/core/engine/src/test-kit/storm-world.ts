// What the world does in a storm: stations, desks, customers, mail servers, lines outside.
import {CHANNELS, type Leg, type Mail} from '@deskwire/domain';
import type {Signal} from '../input.js';
import type {Hall} from './hall.js';
import {customerCommandOf} from './storm-commands.js';
import {
  anyAgent,
  anyId,
  command,
  idWith,
  interactionsOf,
  mailsOf,
  pick,
  pieces,
  signal,
  type Played,
} from './storm-reading.js';

/** A mail of the customer's. */
export const incoming = (hall: Hall, index: number): Mail => ({
  id: `in-${index.toString()}`,
  messageId: `<${index.toString()}@example.com>`,
  at: hall.now,
  direction: 'in',
  from: {address: 'hana@example.com'},
  to: [{address: 'mails@example.com'}],
  cc: [],
  subject: 'My order',
  text: 'Where is it?',
  attachments: [],
});

/** What a station tells. */
export const station = (hall: Hall, a: number, b: number): Played => {
  const {interactionId, agentId} = pick(pieces(hall), a) ?? {interactionId: 'none', agentId: 'ann'};
  const types = ['ringing', 'ringing', 'ringing', 'ringing', 'answered', 'declined', 'failed', 'hung-up'];
  const type = `station.${pick(types, b) ?? 'ringing'}` as 'station.ringing';
  return signal({type, interactionId, agentId});
};

/** What becomes of an agent’s desk. */
export const desk = (hall: Hall, a: number, b: number, c: number): Played => {
  const agentId = anyAgent(hall, a);
  return signal(
    pick<Signal>(
      [
        {type: 'agent.signed-in', agentId},
        {type: 'agent.connected', agentId},
        {type: 'agent.connected', agentId},
        {type: 'agent.disconnected', agentId},
        {type: 'handset.changed', agentId, handset: {offHook: c % 2 === 0}},
      ],
      b,
    ) ?? {type: 'agent.signed-in', agentId},
  );
};

/** What the mail servers tell. */
export const aboutMail = (hall: Hall, a: number, b: number, c: number): Played => {
  const interactionId = idWith(hall, 'email', a);
  const mailId = mailsOf(hall, interactionId).at(-(1 + (c % 2)))?.id ?? 'none';
  const told: readonly Signal[] = [
    {type: 'mail.received', interactionId, mail: incoming(hall, c)},
    {type: 'mail.sent', interactionId, mailId},
    {type: 'mail.failed', interactionId, mailId, failure: '550'},
  ];
  return signal(pick(told, b) ?? {type: 'customer.gone', interactionId});
};

/** What a customer’s device tells, or that they are gone. */
export const outside = (hall: Hall, a: number, b: number, c: number): Played => {
  const interactionId = b % 2 ? anyId(hall, a) : idWith(hall, 'chat', a);
  const {content} = hall.centre.interactions.get(interactionId) ?? {};
  const messageId = (content?.kind === 'chat' && pick(content.transcript.messages, c)?.id) || 'none';
  return b % 3
    ? signal({type: 'message.delivered', interactionId, messageId})
    : signal({type: 'customer.gone', interactionId});
};

/** What a customer does in their conversation. */
export const customer = (hall: Hall, a: number, b: number, c: number): Played => {
  const interactionId = idWith(hall, 'chat', a);
  return command({kind: 'customer', interactionId}, customerCommandOf(interactionId, b, c));
};

const NUMBER_SIGNALS: readonly ((leg: Omit<Extract<Signal, {type: 'number.gone'}>, 'type'>) => Signal)[] = [
  (leg) => ({type: 'number.answered', ...leg}),
  (leg) => ({type: 'number.answered', ...leg}),
  (leg) => ({type: 'number.gone', ...leg}),
  (leg) => ({type: 'number.failed', ...leg, reason: 'declined'}),
  (leg) => ({type: 'number.failed', ...leg, reason: 'failed'}),
];

const CUSTOMER_SIGNALS = [
  'customer.answered',
  'customer.answered',
  'customer.unanswered',
  'customer.rejected',
  'customer.failed',
  'customer.gone',
] as const;

/** What the lines outside do: those that ring or talk now, or any. */
export const lines = (hall: Hall, a: number, b: number, c: number): Played => {
  const isLine = ({party, presence}: Leg) => party.kind === 'number' && (presence !== 'gone' || c % 5 === 0);
  const found = interactionsOf(hall).flatMap(({id, legs}) =>
    legs.filter(isLine).map((leg) => ({interactionId: id, legId: leg.id})),
  );
  const leg = pick(found, a);
  const type = pick(CUSTOMER_SIGNALS, b) ?? 'customer.gone';
  return leg && c % 3
    ? signal(pick(NUMBER_SIGNALS, b)?.(leg) ?? {type: 'number.gone', ...leg})
    : signal({type, interactionId: idWith(hall, 'voice', a)});
};

/** A contact comes in. */
export const arrive = (hall: Hall, a: number): Played => {
  const channel = pick(CHANNELS, a) ?? 'voice';
  const entryPointId = {voice: 'to-calls', chat: 'to-chats', social: 'to-posts', email: 'to-mails'}[channel];
  const content =
    channel === 'email' ? {kind: 'email' as const, thread: {mails: [incoming(hall, hall.now)]}} : undefined;
  return signal({
    type: 'contact.arrived',
    interactionId: `i-${hall.now.toString()}`,
    channel,
    customer: {name: 'Hana', number: '+82215550142'},
    ...(a % 3 === 2 && channel === 'voice' ? {origin: 'callback'} : {}),
    entryPointId,
    cad: [
      {
        name: 'pin',
        label: 'PIN',
        type: 'string',
        value: 'SECRET',
        editable: false,
        secure: true,
        order: 0,
        version: 0,
      },
    ],
    ...(content ? {content} : {}),
  });
};

// Anything at all happens in a hall: contacts, phones, customers, agents who press every button, lost connections, time.
// A move is four numbers, so that fast-check can draw and shrink it; they are read against what is there.
import {
  CHANNELS,
  type AgentId,
  type Command,
  type Content,
  type Interaction,
  type InteractionId,
  type Leg,
  type Mail,
  type Phase,
  type Target,
  type Who,
} from '@deskwire/domain';
import type {CentreConfig} from '../centre.js';
import {nextDeadline} from '../deadlines.js';
import type {Signal} from '../input.js';
import {Hall} from './hall.js';
import {agentOf, type HallOptions} from './house.js';

/** One move of a storm. */
export type Move = readonly [what: number, a: number, b: number, c: number];
/** What was asked or told, for tests that look at it. */
export type Played =
  | {readonly kind: 'command'; readonly who: Who; readonly command: Command}
  | {readonly kind: 'signal'; readonly signal: Signal}
  | {readonly kind: 'time'};

const command = (who: Who, given: Command): Played => ({kind: 'command', who, command: given});
const signal = (told: Signal): Played => ({kind: 'signal', signal: told});

const pick = <T>(from: readonly T[], index: number): T | undefined => from[index % (from.length || 1)];

/** Three agents with little capacity, so that limits are met: one exclusive, one on a desk phone. */
const STORM_AGENTS = [
  agentOf('ann', {capacity: {voice: 1, chat: 2, social: 1, email: 1}}),
  agentOf('bob', {
    capacity: {voice: 1, chat: 2, social: 1, email: 2},
    station: {kind: 'desk-phone', dn: '2002'},
  }),
  agentOf('cho', {capacity: {voice: 1, chat: 1, social: 1, email: 1}, blending: 'exclusive'}),
];

const STORM: HallOptions = {
  agents: STORM_AGENTS,
  tenant: {
    recording: {enabled: true, privacyShield: true, pauseSeconds: 20},
    lostAgent: 'requeue',
    callLimits: {dataCentre: 100, tenant: 6},
  },
};

const LATE = ['none', 'gone'];
const REASONS: readonly (readonly string[])[] = [
  ['resolved'],
  ['callback'],
  ['resolved', 'callback'],
  [],
  ['x'],
];

const interactionsOf = ({centre}: Hall): readonly Interaction[] => [...centre.interactions.values()];

const anyId = (hall: Hall, index: number): InteractionId =>
  pick([...hall.centre.interactions.keys(), ...LATE], index) ?? 'none';

const anyAgent = ({config}: {readonly config: CentreConfig}, index: number): AgentId =>
  pick(config.agents, index)?.id ?? 'nobody';

const pieces = (hall: Hall) =>
  interactionsOf(hall).flatMap(({id, engagements}) =>
    engagements.map(({agent, phase}) => ({interactionId: id, agentId: agent.id, phase})),
  );

const mailsOf = (hall: Hall, interactionId: InteractionId): readonly Mail[] => {
  const content = hall.centre.interactions.get(interactionId)?.content;
  return content?.kind === 'email' ? content.thread.mails : [];
};

const incoming = (hall: Hall, index: number): Mail => ({
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

const TARGETS: readonly Target[] = [
  {kind: 'agent', agentId: 'ann'},
  {kind: 'agent', agentId: 'bob'},
  {kind: 'agent', agentId: 'cho'},
  {kind: 'queue', queueId: 'calls'},
  {kind: 'queue', queueId: 'experts'},
  {kind: 'queue', queueId: 'chats'},
  {kind: 'queue', queueId: 'mails'},
  {kind: 'entry-point', entryPointId: 'to-calls'},
  {kind: 'number', number: '+82 32-555-0119'},
  {kind: 'number', number: '12'},
  {kind: 'number', number: '1588-0420'},
];

const targetAt = (index: number): Target => pick(TARGETS, index) ?? {kind: 'agent', agentId: 'nobody'};

/** What agents try, sensible or not. The last few are not the engine's to do. */
const commandOf = (hall: Hall, interactionId: InteractionId, b: number, c: number): Command => {
  const reasonIds = pick(REASONS, c) ?? [];
  const inReplyTo = pick(mailsOf(hall, interactionId), c)?.id ?? 'none';
  const commands: readonly Command[] = [
    {type: 'interaction.accept', interactionId},
    {type: 'interaction.accept', interactionId},
    {type: 'interaction.accept', interactionId},
    {type: 'interaction.decline', interactionId},
    {type: 'interaction.end', interactionId},
    {type: 'interaction.read', interactionId},
    {type: 'call.hold', interactionId},
    {type: 'call.resume', interactionId},
    {type: 'call.mute', interactionId},
    {type: 'call.unmute', interactionId},
    {type: 'call.dtmf', interactionId, digits: pick(['1', '#', 'x'], c) ?? '1'},
    {type: 'recording.pause', interactionId},
    {type: 'recording.resume', interactionId},
    {type: 'wrap-up.submit', interactionId, reasonIds},
    {type: 'wrap-up.submit', interactionId, reasonIds},
    {type: 'wrap-up.extend', interactionId},
    {type: 'message.send', interactionId, text: pick(['Hello', ' '], c) ?? ''},
    {
      type: 'mail.send',
      interactionId,
      mail: {kind: 'reply', inReplyTo, cc: [], text: 'Hello', attachments: []},
    },
    {type: 'customer.leave', interactionId},
    {type: 'interaction.transfer', interactionId, to: targetAt(c)},
    {type: 'interaction.transfer', interactionId, to: targetAt(c)},
    {type: 'consult.start', interactionId, to: targetAt(c)},
    {type: 'consult.start', interactionId, to: targetAt(c)},
    {type: 'consult.cancel', interactionId},
    {type: 'consult.hold', interactionId},
    {type: 'consult.resume', interactionId},
    {type: 'consult.end', interactionId},
    {type: 'consult.transfer', interactionId},
    {type: 'conference.start', interactionId},
    {type: 'conference.start', interactionId, to: targetAt(c)},
    {type: 'conference.end', interactionId},
    {type: 'conference.transfer', interactionId},
    {type: 'outdial.call', number: '123'},
  ];
  return pick(commands, b) ?? {type: 'agent.sign-out'};
};

/** What an agent tries with something that is theirs. */
const ownCommand = (hall: Hall, a: number, b: number, c: number): Played => {
  const part = pick(
    pieces(hall).filter(({phase}) => phase !== 'done'),
    a,
  );
  const {interactionId, agentId} = part ?? {interactionId: 'none', agentId: 'ann'};
  return command({kind: 'agent', agentId}, commandOf(hall, interactionId, b, c));
};

const stateOf = (c: number): Command =>
  pick<Command>(
    [
      {type: 'agent.set-state', to: {state: 'available'}},
      {type: 'agent.set-state', to: {state: 'available'}},
      {type: 'agent.set-state', to: {state: 'available'}},
      {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}},
      {type: 'agent.set-state', to: {state: 'idle', reasonId: 'golf'}},
      {type: 'agent.sign-out'},
    ],
    c,
  ) ?? {type: 'agent.sign-out'};

const customerCommandOf = (interactionId: InteractionId, b: number, c: number): Command =>
  pick<Command>(
    [
      {type: 'message.send', interactionId, text: pick(['Hello', 'Anybody?', ''], c) ?? ''},
      {type: 'message.send', interactionId, text: 'And then'},
      {type: 'interaction.read', interactionId},
      {type: 'customer.leave', interactionId},
      {type: 'interaction.end', interactionId},
    ],
    b,
  ) ?? {type: 'customer.leave', interactionId};

const station = (hall: Hall, a: number, b: number): Played => {
  const {interactionId, agentId} = pick(pieces(hall), a) ?? {interactionId: 'none', agentId: 'ann'};
  const types = ['ringing', 'ringing', 'ringing', 'ringing', 'answered', 'declined', 'failed', 'hung-up'];
  const type = `station.${pick(types, b) ?? 'ringing'}` as 'station.ringing';
  return signal({type, interactionId, agentId});
};

const desk = (hall: Hall, a: number, b: number, c: number): Played => {
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

/** Mostly a contact whose content is of this kind, so that what is told of it fits. */
const idWith = (hall: Hall, kind: Content['kind'], index: number): InteractionId => {
  const fitting = interactionsOf(hall).filter(({content}) => content.kind === kind);
  return pick(fitting, index)?.id ?? anyId(hall, index);
};

const aboutMail = (hall: Hall, a: number, b: number, c: number): Played => {
  const interactionId = idWith(hall, 'email', a);
  const mailId = mailsOf(hall, interactionId).at(-(1 + (c % 2)))?.id ?? 'none';
  const told: readonly Signal[] = [
    {type: 'mail.received', interactionId, mail: incoming(hall, c)},
    {type: 'mail.sent', interactionId, mailId},
    {type: 'mail.failed', interactionId, mailId, failure: '550'},
  ];
  return signal(pick(told, b) ?? {type: 'customer.gone', interactionId});
};

const outside = (hall: Hall, a: number, b: number, c: number): Played => {
  const interactionId = b % 2 ? anyId(hall, a) : idWith(hall, 'chat', a);
  const {content} = hall.centre.interactions.get(interactionId) ?? {};
  const messageId = (content?.kind === 'chat' && pick(content.transcript.messages, c)?.id) || 'none';
  return b % 3
    ? signal({type: 'message.delivered', interactionId, messageId})
    : signal({type: 'customer.gone', interactionId});
};

const customer = (hall: Hall, a: number, b: number, c: number): Played => {
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
const lines = (hall: Hall, a: number, b: number, c: number): Played => {
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

/** Somebody who takes no work does again: else everybody would be in RONA before long. */
const wake = (hall: Hall, a: number): Played => {
  const resting = [...hall.centre.agents.values()].filter(
    ({presence, connected}) => presence.state !== 'available' || !connected,
  );
  const agent = pick(resting, a);
  if (!agent) return {kind: 'time'};
  const {id: agentId} = agent.profile;
  if (!agent.connected) return signal({type: 'agent.connected', agentId});
  if (agent.presence.state === 'signed-out') return signal({type: 'agent.signed-in', agentId});
  return command({kind: 'agent', agentId}, stateOf(0));
};

const numberAnswers = (hall: Hall, {id: interactionId, legs}: Interaction): Played => {
  const leg = legs.find(({party, presence}) => party.kind === 'number' && presence === 'ringing');
  return leg ? signal({type: 'number.answered', interactionId, legId: leg.id}) : wake(hall, 0);
};

/** The next thing that somebody does in a call that is consulted about, or could be. */
const consult = (hall: Hall, a: number, b: number, c: number): Played => {
  const calls = interactionsOf(hall).filter(({channel, talk}) => talk.kind !== 'none' && channel !== 'email');
  const call = pick(calls, a);
  const part = (role: string) => call?.engagements.find((one) => one.role === role && one.phase === 'active');
  const agentId = (part('owner') ?? part('consulted'))?.agent.id;
  if (!call || agentId === undefined) return arrive(hall, 0);
  const {id: interactionId, talk, engagements} = call;
  const asked = engagements.find(({role, phase}) => role === 'consulted' && phase !== 'done');
  const other = (asked ?? part('conferenced'))?.agent.id ?? agentId;
  const who = (id: AgentId): Who => ({kind: 'agent', agentId: id});
  const commands: Readonly<Record<string, readonly Command['type'][]>> = {
    'consult-requested': ['consult.cancel'],
    consult: [
      'consult.hold',
      'consult.resume',
      'consult.hold',
      'consult.transfer',
      'conference.start',
      'conference.start',
      'consult.end',
    ],
    conference: ['conference.end', 'call.mute', 'conference.transfer'],
    'conference-requested': ['consult.cancel'],
  };
  if (talk.kind === 'together' || talk.kind === 'hold') {
    const to = targetAt(c);
    const type = call.channel === 'voice' ? 'consult.start' : 'conference.start';
    return command(who(agentId), {type, interactionId, to});
  }
  if (asked && asked.phase !== 'active' && b % 8)
    return answer(hall, interactionId, asked.agent.id, asked.phase);
  if (talk.kind === 'consult-requested' && b % 4) return numberAnswers(hall, call);
  const type = pick(commands[talk.kind] ?? [], b) ?? 'consult.end';
  return command(who(c % 3 ? agentId : other), {type, interactionId} as Command);
};

const arrive = (hall: Hall, a: number): Played => {
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

/** The request rings, or is answered where that is done. */
const answer = (hall: Hall, interactionId: InteractionId, agentId: AgentId, phase: Phase): Played => {
  if (phase === 'connecting') return signal({type: 'station.ringing', interactionId, agentId});
  const isPhone = hall.agent(agentId).profile.station.kind === 'desk-phone';
  return isPhone && hall.interaction(interactionId).channel === 'voice'
    ? signal({type: 'station.answered', interactionId, agentId})
    : command({kind: 'agent', agentId}, {type: 'interaction.accept', interactionId});
};

/** An agent does what the situation asks for: else hardly anything would get as far as wrap-up. */
const sensible = (hall: Hall, a: number, c: number): Played => {
  const part = pick(
    pieces(hall).filter(({phase}) => phase !== 'done'),
    a,
  );
  if (!part) return command({kind: 'agent', agentId: anyAgent(hall, a)}, stateOf(0));
  const {interactionId, agentId, phase} = part;
  if (phase === 'connecting' || phase === 'offered') return answer(hall, interactionId, agentId, phase);
  const who: Who = {kind: 'agent', agentId};
  if (phase === 'wrap-up')
    return command(who, {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
  return c % 3
    ? command(who, {type: 'message.send', interactionId, text: 'Hello'})
    : command(who, {type: 'interaction.end', interactionId});
};

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
    () => lines(hall, a, b, c),
    () => consult(hall, a, b, c),
    () => consult(hall, a, b, c),
    () => consult(hall, a, b, c),
    () => consult(hall, a, b, c),
    () => consult(hall, a, b, c),
    () => consult(hall, a, b, c),
    () => consult(hall, a, b, c),
    () => consult(hall, a, b, c),
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
export const stormHall = (): Hall => {
  const hall = new Hall(STORM).available('ann', 'bob');
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

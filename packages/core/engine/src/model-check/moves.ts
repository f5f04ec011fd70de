// Everything that can happen next: every command of everybody, allowed or not, every timer, every phone, every cable.
import type {AgentId, AgentProfile, Command, CommandType, Interaction, Who} from '@deskwire/domain';
import type {Centre} from '../centre.js';
import type {Deadline} from '../deadlines.js';
import {happen} from '../due.js';
import type {Signal} from '../input.js';
import {route} from '../routing.js';
import type {Step} from '../step.js';
import {Turn} from '../turn.js';
import {DIAL_STARTS, dialCommands} from './dial-moves.js';
import {callOf} from './law.js';
import type {Move} from './move.js';
import {CALL, envOf, NUMBER, take, targetsFor} from './world.js';

const ABOUT_CALL: readonly CommandType[] = [
  'interaction.accept',
  'interaction.decline',
  'interaction.end',
  'interaction.read',
  'call.hold',
  'call.resume',
  'call.mute',
  'call.unmute',
  'recording.pause',
  'recording.resume',
  'consult.cancel',
  'consult.hold',
  'consult.resume',
  'consult.end',
  'consult.transfer',
  'conference.start',
  'conference.end',
  'conference.transfer',
  'wrap-up.extend',
  'customer.leave',
];

const on = {interactionId: CALL} as const;

/** Targets that no list would offer: they are asked for all the same. */
const strange = (agentId: AgentId): readonly Command[] => [
  {type: 'consult.start', ...on, to: {kind: 'agent', agentId}},
  {type: 'interaction.transfer', ...on, to: {kind: 'agent', agentId: 'nobody'}},
  {type: 'consult.start', ...on, to: {kind: 'number', number: '+82 1588-0420'}},
  {type: 'interaction.transfer', ...on, to: {kind: 'number', number: '12'}},
];

const plain: readonly Command[] = [
  ...ABOUT_CALL.map((type) => ({type, ...on}) as Command),
  {type: 'agent.sign-out'},
  {type: 'agent.set-state', to: {state: 'available'}},
  {type: 'agent.set-state', to: {state: 'idle', reasonId: 'break'}},
  {type: 'call.dtmf', ...on, digits: '1'},
  {type: 'wrap-up.submit', ...on, reasonIds: ['resolved']},
  {type: 'wrap-up.submit', ...on, reasonIds: []},
  {type: 'message.send', ...on, text: 'Hello'},
];

const commandsOf = (who: Who): readonly Move[] => {
  const agentId = who.kind === 'agent' ? who.agentId : 'ann';
  const targeted = targetsFor(agentId).flatMap((to): readonly Command[] => [
    {type: 'consult.start', ...on, to},
    {type: 'interaction.transfer', ...on, to},
  ]);
  const commands = [...plain, ...targeted, ...strange(agentId)];
  return commands.map((command): Move => ({kind: 'command', who, command}));
};

/** They are the same in every state, and so is what a customer who forges them gets. */
const COMMANDS: readonly Move[] = [
  ...commandsOf({kind: 'agent', agentId: 'ann'}),
  ...commandsOf({kind: 'agent', agentId: 'bob'}),
  ...commandsOf({kind: 'customer', interactionId: CALL}),
];

const signal = (told: Signal): Move => ({kind: 'signal', signal: told});

const arrival = (origin: 'inbound' | 'callback'): Move =>
  signal({
    type: 'contact.arrived',
    interactionId: CALL,
    channel: 'voice',
    origin,
    customer: {number: '+82215550142'},
    entryPointId: 'hotline',
  });

const ARRIVALS: readonly Move[] = [arrival('inbound'), arrival('callback')];

const deskSignals = ({id: agentId, station}: AgentProfile, centre: Centre): readonly Move[] => {
  const agent = centre.agents.get(agentId);
  const offHook = agent?.handset.offHook === true;
  return [
    signal({type: agent?.connected === true ? 'agent.disconnected' : 'agent.connected', agentId}),
    ...(agent?.presence.state === 'signed-out' ? [signal({type: 'agent.signed-in', agentId})] : []),
    ...(station.kind === 'desk-phone'
      ? [signal({type: 'handset.changed', agentId, handset: {offHook: !offHook}})]
      : []),
  ];
};

const STATION = ['ringing', 'answered', 'declined', 'failed', 'hung-up'] as const;

const stationSignals = ({id: interactionId, engagements}: Interaction): readonly Move[] =>
  engagements
    .filter(({phase}) => phase !== 'done' && phase !== 'wrap-up')
    .flatMap(({agent: {id: agentId}}) =>
      STATION.map((what) => signal({type: `station.${what}`, interactionId, agentId})),
    );

const CUSTOMER = ['answered', 'unanswered', 'rejected', 'failed', 'gone'] as const;

/** Late signals too: what a line says of itself may cross what was decided about it. */
const lineSignals = ({id: interactionId, legs}: Interaction): readonly Move[] => [
  ...CUSTOMER.map((what) => signal({type: `customer.${what}`, interactionId})),
  ...legs
    .filter(({party}) => party.kind === 'number')
    .flatMap(({id: legId}) => [
      signal({type: 'number.answered', interactionId, legId}),
      signal({type: 'number.gone', interactionId, legId}),
      signal({type: 'number.failed', interactionId, legId, reason: 'declined'}),
      signal({type: 'number.failed', interactionId, legId, reason: 'failed'}),
    ]),
];

/** Everything that can be tried or can happen in this state of a world in which customers call. */
const callingIn = (centre: Centre): readonly Move[] => {
  const call = centre.interactions.get(CALL);
  return [
    ...COMMANDS,
    ...centre.config.agents.flatMap((profile) => deskSignals(profile, centre)),
    ...(call ? [...stationSignals(call), ...lineSignals(call)] : ARRIVALS),
    ...centre.deadlines.map((deadline): Move => ({kind: 'time', deadline})),
  ];
};

/** Everything that can be tried or can happen in this state of a world in which agents call. */
const diallingIn = (centre: Centre): readonly Move[] => {
  const call = callOf(centre);
  return [
    ...(call ? dialCommands(call, centre.config.agents) : DIAL_STARTS),
    ...centre.config.agents.flatMap((profile) => deskSignals(profile, centre)),
    ...(call ? [...stationSignals(call), ...lineSignals(call)] : []),
    ...centre.deadlines.map((deadline): Move => ({kind: 'time', deadline})),
  ];
};

/** Everything that can be tried or can happen in this state. */
export const movesIn = (centre: Centre): readonly Move[] =>
  centre.config.contacts ? diallingIn(centre) : callingIn(centre);

/** Time fires each timer that is set, in any order: how long they were set for is no concern of this check. */
const fire = (centre: Centre, deadline: Deadline, moves: number): Step => {
  const turn = new Turn(centre, envOf(centre.seq, moves));
  happen(turn, deadline);
  route(turn);
  return {centre: turn.draft.done(), facts: turn.facts, result: {ok: true}};
};

/** Makes a move, so many moves after the opening. */
export const make = (centre: Centre, move: Move, moves: number): Step => {
  if (move.kind === 'time') return fire(centre, move.deadline, moves);
  return take(
    centre,
    move.kind === 'command' ? {...move, id: `c-${moves}`} : {kind: 'signal', signal: move.signal},
    moves,
  );
};

const targetName = (command: Command): string => {
  if (!('to' in command) || !command.to || !('kind' in command.to)) return '';
  const {to} = command;
  if (to.kind === 'number') return to.number === NUMBER ? ' the number' : ` ${to.number}`;
  return to.kind === 'agent' ? ` ${to.agentId}` : ` the ${to.kind}`;
};

/** A move as a line of a story. */
export const nameOf = (move: Move): string => {
  if (move.kind === 'command') {
    const by = move.who.kind === 'agent' ? move.who.agentId : 'customer';
    return `${by}: ${move.command.type}${targetName(move.command)}`;
  }
  if (move.kind === 'time') {
    const {deadline} = move;
    return `time: ${deadline.kind}${'agentId' in deadline ? ` of ${deadline.agentId}` : ''}`;
  }
  const {signal: told} = move;
  const origin = told.type === 'contact.arrived' ? ` ${told.origin ?? 'inbound'}` : '';
  return `world: ${told.type}${origin}${'agentId' in told ? ` of ${told.agentId}` : ''}`;
};

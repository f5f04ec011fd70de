// What the people in a storm ask for, sensible or not.
import type {Command, InteractionId, Target} from '@deskwire/domain';
import type {Hall} from './hall.js';
import {command, mailsOf, pick, pieces, type Played} from './storm-reading.js';

const REASONS: readonly (readonly string[])[] = [
  ['resolved'],
  ['callback'],
  ['resolved', 'callback'],
  [],
  ['x'],
];

const TARGETS: readonly Target[] = [
  {kind: 'agent', agentId: 'ann'},
  {kind: 'agent', agentId: 'bob'},
  {kind: 'agent', agentId: 'cho'},
  {kind: 'queue', queueId: 'calls'},
  {kind: 'queue', queueId: 'experts'},
  {kind: 'queue', queueId: 'chats'},
  {kind: 'queue', queueId: 'mails'},
  {kind: 'entry-point', entryPointId: 'to-calls'},
  {kind: 'entry-point', entryPointId: 'to-experts'},
  {kind: 'number', number: '+82 32-555-0119'},
  {kind: 'number', number: '12'},
  {kind: 'number', number: '1588-0420'},
];

/** Where something could go, or could not. */
export const targetAt = (index: number): Target => pick(TARGETS, index) ?? {kind: 'agent', agentId: 'nobody'};

/** What agents try, sensible or not. */
export const commandOf = (hall: Hall, interactionId: InteractionId, b: number, c: number): Command => {
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
      mail: {kind: 'reply', inReplyTo, cc: [], text: 'Hello', attachmentIds: [], quotes: false},
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
    {type: 'outdial.cancel', interactionId},
    {type: 'campaign.call', interactionId},
    {type: 'campaign.skip', interactionId},
    {type: 'cad.save', interactionId, edits: [{name: 'pin', value: 'x', base: 0}]},
  ];
  return pick(commands, b) ?? {type: 'agent.sign-out'};
};

/** What an agent tries with something that is theirs. */
export const ownCommand = (hall: Hall, a: number, b: number, c: number): Played => {
  const part = pick(
    pieces(hall).filter(({phase}) => phase !== 'done'),
    a,
  );
  const {interactionId, agentId} = part ?? {interactionId: 'none', agentId: 'ann'};
  return command({kind: 'agent', agentId}, commandOf(hall, interactionId, b, c));
};

/** What agents choose for themselves. */
export const stateOf = (c: number): Command =>
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

/** What customers ask for. */
export const customerCommandOf = (interactionId: InteractionId, b: number, c: number): Command =>
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

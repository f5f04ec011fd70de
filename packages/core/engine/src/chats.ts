import {
  refuse,
  type Author,
  type CommandId,
  type CommandOf,
  type Interaction,
  type Message,
} from '@deskwire/domain';
import {diallerOf, failDial} from './dial-out.js';
import {endInteraction, isHandled} from './endings.js';
import {given} from './given.js';
import type {ContactHandlers, CustomerHandlers, Decision, SignalHandlers} from './handlers.js';
import type {Turn} from './turn.js';

const messagesOf = ({content}: Interaction): readonly Message[] =>
  content.kind === 'chat' ? content.transcript.messages : [];

const hasLeft = ({content}: Interaction): boolean =>
  content.kind === 'chat' && content.transcript.customerLeftAt !== undefined;

/** Posts a message under the id of its command, once. Files need a store that the engine does not have. */
const post = (
  turn: Turn,
  id: CommandId,
  from: Author,
  {interactionId, text, attachmentIds = []}: CommandOf<'message.send'>,
): Decision => {
  if (attachmentIds.length) return refuse('DW_INPUT_INVALID', {field: 'attachmentIds'});
  const interaction = turn.interaction(interactionId);
  if (!interaction || messagesOf(interaction).some((message) => message.id === id)) return undefined;
  if (from.kind === 'customer' && hasLeft(interaction)) turn.emit({type: 'customer.returned', interactionId});
  turn.emit({type: 'message.posted', interactionId, message: {id, at: turn.now, from, text}});
  return undefined;
};

/** What an agent does in a conversation. */
export const chatCommands = {
  'message.send': (turn, agentId, {id, command}) => {
    const name = turn.agent(agentId)?.profile.name ?? agentId;
    return post(turn, id, {kind: 'agent', id: agentId, name}, command);
  },
  'interaction.read': (turn, agentId, {command: {interactionId}}) => {
    turn.emit({type: 'engagement.read', interactionId, agentId, readAt: turn.now});
    return undefined;
  },
} as const satisfies ContactHandlers;

/** The customer is out: where nobody handled it yet it was abandoned, else the agent ends the conversation. */
const leave = (turn: Turn, interaction: Interaction): void => {
  if (isHandled(interaction)) turn.emit({type: 'customer.left', interactionId: interaction.id});
  else endInteraction(turn, interaction, 'customer', 'abandoned');
};

/** What a customer does in their own conversation. */
export const customerCommands = {
  'message.send': (turn, {id, command, interaction: {customer}}) =>
    post(turn, id, {kind: 'customer', ...given('name', customer.name)}, command),
  'interaction.read': (turn, {interaction}) => {
    for (const {id, from, readAt} of messagesOf(interaction)) {
      if (from.kind === 'agent' && readAt === undefined) {
        turn.emit({type: 'message.read', interactionId: interaction.id, messageId: id});
      }
    }
    return undefined;
  },
  'customer.leave': (turn, {interaction}) => {
    leave(turn, interaction);
    return undefined;
  },
} as const satisfies CustomerHandlers;

/** A customer who is only being called refuses the call; before that nobody is there to go. */
const hangUp = (turn: Turn, interaction: Interaction): void => {
  const dialler = diallerOf(interaction);
  if (dialler?.stage === 'customer') {
    failDial(turn, interaction, dialler.agentId, {reason: 'customer-rejected'});
  } else if (!dialler) {
    endInteraction(turn, interaction, 'customer', isHandled(interaction) ? 'ended' : 'abandoned');
  }
};

/** What the world tells about customers and their devices. */
export const chatSignals = {
  'customer.gone': (turn, {interactionId}) => {
    const interaction = turn.interaction(interactionId);
    if (!interaction) return refuse('DW_INTERACTION_UNKNOWN');
    if (interaction.ending) return undefined;
    if (interaction.content.kind === 'chat' && !hasLeft(interaction)) leave(turn, interaction);
    if (interaction.content.kind === 'voice') hangUp(turn, interaction);
    return undefined;
  },
  'message.delivered': (turn, {interactionId, messageId}) => {
    const interaction = turn.interaction(interactionId);
    if (!interaction) return refuse('DW_INTERACTION_UNKNOWN');
    const message = messagesOf(interaction).find(({id}) => id === messageId);
    if (message && message.deliveredAt === undefined) {
      turn.emit({type: 'message.delivered', interactionId, messageId});
    }
    return undefined;
  },
} as const satisfies Partial<SignalHandlers>;

import {
  refuse,
  type Attachment,
  type Author,
  type CommandOf,
  type Interaction,
  type Message,
  type Refusal,
  type TenantConfig,
} from '@deskwire/domain';
import {inspectMessage, isRefused} from './card-data.js';
import {diallerOf, failDial} from './dial-out.js';
import {endInteraction, isHandled} from './endings.js';
import {checkAmount, findFiles, isNoFiles} from './files.js';
import {given} from './given.js';
import type {
  Asked,
  ContactHandlers,
  CustomerHandlers,
  Decision,
  SignalHandlers,
  SignalOf,
} from './handlers.js';
import type {Turn} from './turn.js';

const messagesOf = ({content}: Interaction): readonly Message[] =>
  content.kind === 'chat' ? content.transcript.messages : [];

const hasLeft = ({content}: Interaction): boolean =>
  content.kind === 'chat' && content.transcript.customerLeftAt !== undefined;

/** The files that a message names, or why it may not have them. The host has looked them up. */
const filesOf = (
  {chat: {attachments: policy}}: TenantConfig,
  {attachmentIds = []}: CommandOf<'message.send'>,
  files: readonly Attachment[],
): readonly Attachment[] | Refusal => {
  if (attachmentIds.length > 0 && !policy.enabled) return refuse('DW_FILE_OFF');
  const found = findFiles(attachmentIds, (id) => files.find((file) => file.id === id));
  return isNoFiles(found) ? found : (checkAmount(policy, found) ?? found);
};

/** Posts a message under the id of its command, once, without what it must not hold. */
const post = (
  turn: Turn,
  from: Author,
  {id, command, files = []}: Pick<Asked<'message.send'>, 'id' | 'command' | 'files'>,
): Decision => {
  const {interactionId, text} = command;
  const interaction = turn.interaction(interactionId);
  if (!interaction || messagesOf(interaction).some((message) => message.id === id)) return undefined;
  const attachments = filesOf(turn.tenant, command, files);
  if (isNoFiles(attachments)) return attachments;
  const message = {id, at: turn.now, from, text, ...(attachments.length ? {attachments} : {})};
  const inspected = inspectMessage(message, messagesOf(interaction), turn.tenant.cardData.action);
  if (isRefused(inspected)) return inspected;
  if (from.kind === 'customer' && hasLeft(interaction)) turn.emit({type: 'customer.returned', interactionId});
  for (const earlier of inspected.earlier) turn.emit({type: 'message.redacted', interactionId, ...earlier});
  turn.emit({type: 'message.posted', interactionId, message: inspected.message});
  return undefined;
};

/** What an agent does in a conversation. */
export const chatCommands = {
  'message.send': (turn, agentId, asked) => {
    const name = turn.agent(agentId)?.profile.name ?? agentId;
    return post(turn, {kind: 'agent', id: agentId, name}, asked);
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
  'message.send': (turn, asked) =>
    post(turn, {kind: 'customer', ...given('name', asked.interaction.customer.name)}, asked),
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

const itemsOf = ({content}: Interaction): readonly {readonly attachments?: readonly Attachment[]}[] => {
  if (content.kind === 'chat') return content.transcript.messages;
  return content.kind === 'email' ? content.thread.mails : [];
};

/** Whether a held file stands in what was said; of a contact that is over only its store knows. */
const mayHold = (interaction: Interaction | undefined, attachmentId: string): boolean =>
  !interaction ||
  itemsOf(interaction).some(({attachments = []}) =>
    attachments.some(({id, held}) => id === attachmentId && held === true),
  );

const settleFile = (
  turn: Turn,
  {type, interactionId, attachmentId}: SignalOf<'attachment.released' | 'attachment.dropped'>,
): Decision => {
  if (mayHold(turn.interaction(interactionId), attachmentId)) turn.emit({type, interactionId, attachmentId});
  return undefined;
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
  'attachment.released': settleFile,
  'attachment.dropped': settleFile,
} as const satisfies Partial<SignalHandlers>;

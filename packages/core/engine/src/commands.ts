import {
  checkCommand,
  permit,
  type Ask,
  type Attachment,
  type Command,
  type CommandId,
  type CommandType,
  type Interaction,
  type Who,
} from '@deskwire/domain';
import {agentCommands} from './agents.js';
import {cadCommands} from './cad.js';
import {callCommands} from './calls.js';
import {campaignCommands, campaignContactCommands} from './campaigns.js';
import {chatCommands, customerCommands} from './chats.js';
import {consultCommands} from './consults.js';
import {given} from './given.js';
import type {AgentHandlers, ContactHandlers, CustomerHandlers, Decision} from './handlers.js';
import {mailCommands} from './mails.js';
import {offerCommands} from './offers.js';
import {dialCommands, outdialCommands} from './outdials.js';
import {permitView} from './snapshot.js';
import {transferCommands} from './transfers.js';
import type {Turn} from './turn.js';
import {wrapUpCommands} from './wrap-up.js';

const ownCommands = {
  ...agentCommands,
  ...outdialCommands,
  ...campaignCommands,
} satisfies Required<AgentHandlers>;

const contactCommands = {
  ...offerCommands,
  ...callCommands,
  ...transferCommands,
  ...consultCommands,
  ...chatCommands,
  ...mailCommands,
  ...cadCommands,
  ...dialCommands,
  ...campaignContactCommands,
  ...wrapUpCommands,
} satisfies Required<Omit<ContactHandlers, 'customer.leave'>>;

const typesOf = (table: AgentHandlers | ContactHandlers | CustomerHandlers): readonly CommandType[] =>
  Object.keys(table) as CommandType[];

/** What the engine can do. A backend's capabilities name these or fewer. */
export const ENGINE_COMMANDS: readonly CommandType[] = [
  ...new Set([...typesOf(ownCommands), ...typesOf(contactCommands), ...typesOf(customerCommands)]),
];

/** A command, who gives it, and the id under which it is done once. */
export interface Given {
  readonly who: Who;
  readonly id: CommandId;
  readonly command: Command;
  /** What its `attachmentIds` name. */
  readonly files?: readonly Attachment[];
}

type Handler = (turn: Turn, ...rest: readonly unknown[]) => Decision;

/** The tables' types have made sure that there is a handler of each name, and that it takes the command of that name. */
const find = (table: object, type: CommandType): Handler =>
  (table as Readonly<Record<CommandType, Handler>>)[type];

const handle = (
  turn: Turn,
  {who, id, command, files}: Given,
  interaction: Interaction | undefined,
): Decision => {
  const {type} = command;
  const asked = {id, command, interaction, ...given('files', files)};
  if (who.kind === 'customer') return find(customerCommands, type)(turn, asked);
  return Object.hasOwn(ownCommands, type)
    ? find(ownCommands, type)(turn, who.agentId, command)
    : find(contactCommands, type)(turn, who.agentId, asked);
};

const askOf = ({type, ...rest}: Command): Ask => ({type, ...rest});

/** Judges a command as the desk did before it asked, and does it. */
export const decideCommand = (turn: Turn, asked: Given): Decision => {
  const {who, command} = asked;
  const verdict = permit(permitView(turn.draft, who), askOf(command), who);
  if (!verdict.ok) return verdict.refusal;
  const interaction = 'interactionId' in command ? turn.interaction(command.interactionId) : undefined;
  return checkCommand(command, turn.tenant, interaction?.channel) ?? handle(turn, asked, interaction);
};

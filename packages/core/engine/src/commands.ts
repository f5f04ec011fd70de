import {
  checkCommand,
  permit,
  refuse,
  type Ask,
  type Command,
  type CommandId,
  type CommandType,
  type Interaction,
  type Who,
} from '@deskwire/domain';
import {agentCommands} from './agents.js';
import {cadCommands} from './cad.js';
import {callCommands} from './calls.js';
import {chatCommands, customerCommands} from './chats.js';
import {consultCommands} from './consults.js';
import type {AgentHandlers, ContactHandlers, CustomerHandlers, Decision} from './handlers.js';
import {mailCommands} from './mails.js';
import {offerCommands} from './offers.js';
import {permitView} from './snapshot.js';
import {transferCommands} from './transfers.js';
import type {Turn} from './turn.js';
import {wrapUpCommands} from './wrap-up.js';

const contactCommands = {
  ...offerCommands,
  ...callCommands,
  ...transferCommands,
  ...consultCommands,
  ...chatCommands,
  ...mailCommands,
  ...cadCommands,
  ...wrapUpCommands,
};

const typesOf = (table: AgentHandlers | ContactHandlers | CustomerHandlers): readonly CommandType[] =>
  Object.keys(table) as CommandType[];

/** What the engine can do. A backend's capabilities name these or fewer. */
export const ENGINE_COMMANDS: readonly CommandType[] = [
  ...new Set([...typesOf(agentCommands), ...typesOf(contactCommands), ...typesOf(customerCommands)]),
];

/** A command, who gives it, and the id under which it is done once. */
export interface Given {
  readonly who: Who;
  readonly id: CommandId;
  readonly command: Command;
}

type Handler = (turn: Turn, ...rest: readonly unknown[]) => Decision;

/** The tables' types have made sure that the handler of a name takes the command of that name. */
const find = (table: AgentHandlers | ContactHandlers | CustomerHandlers, type: CommandType) =>
  (Object.hasOwn(table, type) ? (table as Readonly<Record<string, unknown>>)[type] : undefined) as
    Handler | undefined;

const handle = (turn: Turn, {who, id, command}: Given, interaction: Interaction | undefined): Decision => {
  const {type} = command;
  const missing: Handler = () => refuse('DW_CAPABILITY_MISSING', {command: type});
  const asked = {id, command, interaction};
  if (who.kind === 'customer') return (find(customerCommands, type) ?? missing)(turn, asked);
  const about = find(agentCommands, type);
  if (about) return about(turn, who.agentId, command);
  return (find(contactCommands, type) ?? missing)(turn, who.agentId, asked);
};

const askOf = ({type, ...rest}: Command): Ask => ({type, ...rest});

/** Judges a command as the desk did before it asked, and does it. */
export const decideCommand = (turn: Turn, given: Given): Decision => {
  const {who, command} = given;
  const verdict = permit(permitView(turn.draft, who), askOf(command), who);
  if (!verdict.ok) return verdict.refusal;
  const interaction = 'interactionId' in command ? turn.interaction(command.interactionId) : undefined;
  return checkCommand(command, turn.tenant, interaction?.channel) ?? handle(turn, given, interaction);
};

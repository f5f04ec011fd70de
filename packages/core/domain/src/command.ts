import type {GuideReply} from './config.js';
import type {Mailbox} from './content.js';
import type {AgentId, CommandId, InteractionId} from './party.js';
import type {Target} from './interaction.js';

/** One value that an agent wants saved, with the version it was made from. */
export interface CadEdit {
  readonly name: string;
  readonly value: string;
  readonly base: number;
}

/** What an agent may choose for themselves. `engaged`, `wrap-up` and `rona` are never chosen. */
export type ChosenState = {readonly state: 'available'} | {readonly state: 'idle'; readonly reasonId: string};

/** An outgoing mail as the agent wrote it. */
export interface OutgoingMail {
  readonly kind: 'quick-reply' | 'reply' | 'reply-all';
  /** The mail that is answered. */
  readonly inReplyTo: string;
  readonly cc: readonly Mailbox[];
  /** What is read where no HTML is shown. */
  readonly text: string;
  /** Images in it have `cid:` and the id of an uploaded file, or of a file of this thread. Absent in a quick reply. */
  readonly html?: string;
  /** Uploaded files, images in the text included. */
  readonly attachmentIds: readonly string[];
  /** Whether the answered mail and what it quotes go along beneath. */
  readonly quotes: boolean;
}

type On<T extends string, Rest = unknown> = {readonly type: T; readonly interactionId: InteractionId} & Rest;
type Of<T extends string, Rest = unknown> = {readonly type: T} & Rest;

/** Everything an agent can ask for. Imperative: a command asks, only its fact makes it true. */
export type AgentCommand =
  | Of<'agent.set-state', {readonly to: ChosenState}>
  | Of<'agent.sign-out'>
  | On<'interaction.accept'>
  | On<'interaction.decline'>
  | On<'interaction.end'>
  | On<'interaction.transfer', {readonly to: Target}>
  | On<'interaction.read'>
  | On<'call.hold'>
  | On<'call.resume'>
  | On<'call.mute'>
  | On<'call.unmute'>
  | On<'call.dtmf', {readonly digits: string}>
  | On<'recording.pause'>
  | On<'recording.resume'>
  | On<'consult.start', {readonly to: Target}>
  | On<'consult.cancel'>
  | On<'consult.hold'>
  | On<'consult.resume'>
  | On<'consult.end'>
  | On<'consult.transfer'>
  /** A call's conference grows out of its consult; a chat's names the agent to ask. */
  | On<'conference.start', {readonly to?: Target}>
  | On<'conference.end'>
  | On<'conference.transfer'>
  | On<'wrap-up.submit', {readonly reasonIds: readonly string[]; readonly note?: string}>
  | On<'wrap-up.extend'>
  | On<'message.send', {readonly text: string; readonly attachmentIds?: readonly string[]}>
  | On<'mail.send', {readonly mail: OutgoingMail}>
  /** Calls back a mail that has not left yet. */
  | On<'mail.recall', {readonly mailId: string}>
  | On<'cad.save', {readonly edits: readonly CadEdit[]}>
  | Of<'outdial.call', {readonly number: string; readonly ani?: string}>
  | On<'outdial.cancel'>
  | Of<'campaign.next', {readonly campaignId: string}>
  | On<'campaign.call'>
  | On<'campaign.skip'>
  | On<'call-guide.submit', {readonly replies: readonly GuideReply[]}>;

/** Everything a customer's page can ask for. */
export type CustomerCommand =
  | On<'message.send', {readonly text: string; readonly attachmentIds?: readonly string[]}>
  | On<'interaction.read'>
  | On<'customer.leave'>;

/** What a desk or a visitor's page sends. */
export type Command = AgentCommand | CustomerCommand;

/** The name of a command. */
export type CommandType = Command['type'];

/** The command of one name. */
export type CommandOf<T extends CommandType> = Extract<Command, {type: T}>;

/**
 * A command before its details are known, for asking `permit` whether a control should be live: the type, and the
 * interaction where it concerns one.
 */
export interface Ask {
  readonly type: CommandType;
  readonly interactionId?: InteractionId;
  readonly to?: Target | ChosenState;
}

/** Who asks. `customer` may only touch their own interaction. */
export type Who =
  | {readonly kind: 'agent'; readonly agentId: AgentId}
  | {readonly kind: 'customer'; readonly interactionId: InteractionId};

/** A command with the id under which it is done once, however often it is sent. */
export interface CommandEnvelope {
  readonly id: CommandId;
  readonly command: Command;
}

/** All command names, for validation and for capability lists. Checked against the types above by a test. */
export const COMMAND_TYPES = [
  'agent.set-state',
  'agent.sign-out',
  'interaction.accept',
  'interaction.decline',
  'interaction.end',
  'interaction.transfer',
  'interaction.read',
  'call.hold',
  'call.resume',
  'call.mute',
  'call.unmute',
  'call.dtmf',
  'recording.pause',
  'recording.resume',
  'consult.start',
  'consult.cancel',
  'consult.hold',
  'consult.resume',
  'consult.end',
  'consult.transfer',
  'conference.start',
  'conference.end',
  'conference.transfer',
  'wrap-up.submit',
  'wrap-up.extend',
  'message.send',
  'mail.send',
  'mail.recall',
  'cad.save',
  'outdial.call',
  'outdial.cancel',
  'campaign.next',
  'campaign.call',
  'campaign.skip',
  'call-guide.submit',
  'customer.leave',
] as const satisfies readonly CommandType[];

/** Fails to compile when a command name is missing from {@link COMMAND_TYPES}. */
export type MissingCommandTypes = Exclude<CommandType, (typeof COMMAND_TYPES)[number]>;

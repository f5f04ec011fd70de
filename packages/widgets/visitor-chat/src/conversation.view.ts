import type {
  Ask,
  Author,
  Customer,
  Ending,
  Instant,
  Interaction,
  InteractionId,
  Message,
  Refusal,
  Transcript,
  Verdict,
} from '@deskwire/domain';
import {controlOf} from '@deskwire/kit';
import type {ConnectionStatus} from '@deskwire/stream';

import type {Attendance} from './attendance.js';

/** Where a conversation stands for the visitor. */
export const CHAT_PHASES = ['waiting', 'talking', 'left', 'over'] as const;
/** One of {@link CHAT_PHASES}. */
export type ChatPhase = (typeof CHAT_PHASES)[number];

/** How a conversation ended, as the visitor is told. */
export type Outcome = 'endedByAgent' | 'endedByYou' | 'unanswered' | 'ended';

/** What the visitor is told beside what was said. */
export type Occurrence =
  | {readonly kind: 'joined' | 'left'; readonly key: string; readonly at: Instant; readonly name: string}
  | {readonly kind: 'youLeft' | Outcome; readonly key: string; readonly at: Instant};

/** The conversation, running or over. */
export interface ChatView {
  readonly phase: ChatPhase;
  readonly interactionId: InteractionId;
  readonly visitor: Customer;
  /** The company, until an agent is there. */
  readonly company: string;
  /** Who is there now. */
  readonly agents: readonly string[];
  /** Somebody was there before: the next one is another agent. */
  readonly wasServed: boolean;
  readonly messages: readonly Message[];
  /** Older messages that are not loaded. */
  readonly earlier: number;
  /** Names of the agents who write just now. */
  readonly writing: readonly string[];
  readonly occurrences: readonly Occurrence[];
  /** Messages that the visitor has not seen yet, and up to where they have. */
  readonly unread: readonly Message[];
  readonly readAt: Instant;
  readonly own: number;
  /** When the visitor left, if they did. */
  readonly leftAt?: Instant;
  readonly isReconnecting: boolean;
  /** Why there is no way back to the server. */
  readonly loss?: Refusal;
  readonly canWrite: boolean;
  readonly canLeave: boolean;
}

/** What the view is made from. */
export interface ChatInput {
  readonly interaction: Interaction;
  /** The server no longer has it. */
  readonly isGone: boolean;
  /** How the company is called. */
  readonly company: string;
  readonly connection: ConnectionStatus | undefined;
  readonly attendance: readonly Attendance[];
  /** Who writes just now. */
  readonly writing: readonly Author[];
  /** When the visitor left, where they took that back. */
  readonly returnedFrom: Instant | undefined;
  /** How the view asks what is allowed. */
  permit(ask: Ask): Verdict;
}

const NO_TRANSCRIPT: Transcript = {messages: [], earlier: 0};

const transcriptOf = ({content}: Interaction): Transcript =>
  content.kind === 'chat' ? content.transcript : NO_TRANSCRIPT;

const outcomeOf = ({by, reason}: Ending): Outcome => {
  if (reason === 'unanswered') return 'unanswered';
  if (by === 'agent') return 'endedByAgent';
  return by === 'customer' ? 'endedByYou' : 'ended';
};

const comings = ({agentId, name, joinedAt, leftAt}: Attendance): readonly Occurrence[] => {
  const key = `${agentId} ${joinedAt}`;
  const joined: Occurrence = {kind: 'joined', key: `joined ${key}`, at: joinedAt, name};
  return leftAt === undefined ? [joined] : [joined, {kind: 'left', key: `left ${key}`, at: leftAt, name}];
};

const occurrencesOf = (
  {ending}: Interaction,
  {customerLeftAt}: Transcript,
  attendance: readonly Attendance[],
): readonly Occurrence[] => [
  ...attendance.flatMap(comings),
  ...(customerLeftAt === undefined
    ? []
    : [{kind: 'youLeft' as const, key: `youLeft ${customerLeftAt}`, at: customerLeftAt}]),
  ...(ending ? [{kind: outcomeOf(ending), key: 'ended', at: ending.at}] : []),
];

const readingOf = (messages: readonly Message[]): Pick<ChatView, 'unread' | 'readAt' | 'own'> => {
  const theirs = messages.filter(({from}) => from.kind === 'agent');
  return {
    unread: theirs.filter(({readAt}) => readAt === undefined),
    readAt: Math.max(0, ...theirs.filter(({readAt}) => readAt !== undefined).map(({at}) => at)),
    own: messages.filter(({from}) => from.kind === 'customer').length,
  };
};

const writingOf = (authors: readonly Author[]): readonly string[] =>
  authors.flatMap((author) => (author.kind === 'agent' ? [author.name] : []));

const isReconnecting = (connection: ConnectionStatus | undefined): boolean =>
  connection !== undefined && connection.state !== 'live' && connection.state !== 'closed';

const phaseOf = (
  {ending, engagements}: Interaction,
  {customerLeftAt}: Transcript,
  {returnedFrom}: ChatInput,
  isCut: boolean,
): ChatPhase => {
  if (ending || isCut) return 'over';
  if (customerLeftAt !== undefined && customerLeftAt !== returnedFrom) return 'left';
  return engagements.length > 0 ? 'talking' : 'waiting';
};

/** What the visitor sees of the conversation, running or over. */
export const viewChat = (input: ChatInput): ChatView => {
  const {interaction, isGone, company, connection, attendance, permit} = input;
  const interactionId = interaction.id;
  const transcript = transcriptOf(interaction);
  const {messages, earlier} = transcript;
  const loss = connection?.state === 'closed' ? connection.loss?.refusal : undefined;
  const phase = phaseOf(interaction, transcript, input, isGone || connection?.state === 'closed');
  const isOpen = phase === 'talking' || phase === 'waiting';
  const can = (type: Ask['type']): boolean => {
    const control = controlOf(permit({type, interactionId}));
    return isOpen && control.shown && !control.refusal;
  };
  return {
    phase,
    interactionId,
    visitor: interaction.customer,
    company,
    agents: isOpen ? interaction.engagements.map(({agent}) => agent.name) : [],
    wasServed: attendance.length > 0 || messages.some(({from}) => from.kind === 'agent'),
    messages,
    earlier,
    writing: phase === 'talking' ? writingOf(input.writing) : [],
    occurrences: occurrencesOf(interaction, transcript, attendance),
    ...readingOf(messages),
    ...(transcript.customerLeftAt === undefined ? {} : {leftAt: transcript.customerLeftAt}),
    isReconnecting: !interaction.ending && isReconnecting(connection),
    ...(loss && !interaction.ending ? {loss} : {}),
    canWrite: can('message.send'),
    canLeave: can('customer.leave'),
  };
};

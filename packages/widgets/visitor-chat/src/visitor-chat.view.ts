import type {
  Ask,
  Customer,
  DeskState,
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

/** How asking the host for a chat stands. `started`: the host said yes, the conversation is not there yet. */
export type StartState =
  {readonly status: 'idle' | 'starting' | 'started'} | {readonly status: 'failed'; readonly refusal: Refusal};

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

/** All that the element shows. */
export type VisitView =
  /** Nothing has begun, or something new begins. */
  | {
      readonly phase: 'form';
      readonly isStarting: boolean;
      readonly refusal?: Refusal;
      /** There is a conversation to go back to. */
      readonly canReturn: boolean;
    }
  /** A conversation that began earlier, e.g. before the page was reloaded, is on its way. */
  | {readonly phase: 'connecting'; readonly isReconnecting: boolean}
  | ChatView;

/** Whether there is a conversation to see. */
export const isChat = (view: VisitView): view is ChatView =>
  view.phase !== 'form' && view.phase !== 'connecting';

/** What the view is made from, beside the visitor's own conversation. */
export interface VisitInput {
  /** Undefined while there is no stream. */
  readonly state: DeskState | undefined;
  readonly connection: ConnectionStatus | undefined;
  /** The conversation, or the last that was known of it. */
  readonly interaction: Interaction | undefined;
  readonly start: StartState;
  /** The conversation that the visitor has put aside for a new one. */
  readonly aside: InteractionId | undefined;
  readonly attendance: readonly Attendance[];
  /** When the visitor left, where they took that back. */
  readonly returnedFrom: Instant | undefined;
  /** How the view asks what is allowed. */
  permit(ask: Ask): Verdict;
}

/** The visitor's own conversation; undefined on an agent's desk and where there is none. */
export const selectVisit = ({viewer, interactions}: DeskState): Interaction | undefined =>
  viewer?.kind === 'customer' ? interactions.get(viewer.interactionId) : undefined;

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

const isReconnecting = (connection: ConnectionStatus | undefined): boolean =>
  connection !== undefined && connection.state !== 'live' && connection.state !== 'closed';

const phaseOf = (
  {ending, engagements}: Interaction,
  {customerLeftAt}: Transcript,
  {returnedFrom}: VisitInput,
  isCut: boolean,
): ChatPhase => {
  if (ending || isCut) return 'over';
  if (customerLeftAt !== undefined && customerLeftAt !== returnedFrom) return 'left';
  return engagements.length > 0 ? 'talking' : 'waiting';
};

const chatView = (interaction: Interaction, input: VisitInput): ChatView => {
  const {state, connection, attendance, permit} = input;
  const interactionId = interaction.id;
  const transcript = transcriptOf(interaction);
  const {messages, earlier} = transcript;
  const loss = connection?.state === 'closed' ? connection.loss?.refusal : undefined;
  const isGone = state?.interactions.has(interactionId) !== true;
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
    company: state?.tenant?.name ?? '',
    agents: isOpen ? interaction.engagements.map(({agent}) => agent.name) : [],
    wasServed: attendance.length > 0 || messages.some(({from}) => from.kind === 'agent'),
    messages,
    earlier,
    occurrences: occurrencesOf(interaction, transcript, attendance),
    ...readingOf(messages),
    ...(transcript.customerLeftAt === undefined ? {} : {leftAt: transcript.customerLeftAt}),
    isReconnecting: !interaction.ending && isReconnecting(connection),
    ...(loss && !interaction.ending ? {loss} : {}),
    canWrite: can('message.send'),
    canLeave: can('customer.leave'),
  };
};

/** Why the way was closed before there was anything to see. */
const lossOf = (connection: ConnectionStatus | undefined): Refusal | undefined =>
  connection?.state === 'closed' ? connection.loss?.refusal : undefined;

const formView = ({connection, start}: VisitInput, isAside: boolean): VisitView => {
  const isClosed = !isAside && connection?.state === 'closed';
  const refusal = start.status === 'failed' ? start.refusal : isClosed ? lossOf(connection) : undefined;
  return {
    phase: 'form',
    isStarting: start.status === 'starting' || (start.status === 'started' && !isClosed),
    ...(refusal ? {refusal} : {}),
    canReturn: isAside,
  };
};

/** What the visitor sees: the form, the way to a conversation, or the conversation. */
export const viewVisit = (input: VisitInput): VisitView => {
  const {state, connection, interaction, start, aside} = input;
  const isAside = interaction !== undefined && interaction.id === aside;
  if (interaction && !isAside) return chatView(interaction, input);
  const isUntold = state !== undefined && !state.viewer && connection?.state !== 'closed';
  return isUntold && start.status === 'idle'
    ? {phase: 'connecting', isReconnecting: connection?.state === 'lost'}
    : formView(input, isAside);
};

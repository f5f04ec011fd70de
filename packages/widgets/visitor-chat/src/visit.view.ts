import type {DeskState, Interaction, InteractionId, Refusal} from '@deskwire/domain';
import type {ConnectionStatus} from '@deskwire/stream';

/** How asking the host for a chat stands. `started`: the host said yes, the conversation is not there yet. */
export type StartState =
  {readonly status: 'idle' | 'starting' | 'started'} | {readonly status: 'failed'; readonly refusal: Refusal};

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
  | {readonly phase: 'chat'};

/** The part of the view that a form is made from. */
export type FormView = Extract<VisitView, {phase: 'form'}>;

/** What the view is made from. */
export interface VisitInput {
  /** Undefined while there is no stream. */
  readonly state: DeskState | undefined;
  readonly connection: ConnectionStatus | undefined;
  /** The conversation, or the last that was known of it. */
  readonly interaction: Interaction | undefined;
  readonly start: StartState;
  /** The conversation that the visitor has put aside for a new one. */
  readonly aside: InteractionId | undefined;
}

/** The visitor's own conversation; undefined on an agent's desk and where there is none. */
export const selectVisit = ({viewer, interactions}: DeskState): Interaction | undefined =>
  viewer?.kind === 'customer' ? interactions.get(viewer.interactionId) : undefined;

/** How many messages of an agent the visitor has not seen. */
export const unseenIn = (interaction: Interaction | undefined): number =>
  interaction?.content.kind === 'chat'
    ? interaction.content.transcript.messages.filter(
        ({from, readAt}) => from.kind === 'agent' && readAt === undefined,
      ).length
    : 0;

/** Why the way was closed before there was anything to see. */
const lossOf = (connection: ConnectionStatus | undefined): Refusal | undefined =>
  connection?.state === 'closed' ? connection.loss?.refusal : undefined;

const formView = ({connection, start}: VisitInput, isAside: boolean): FormView => {
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
  if (interaction && !isAside) return {phase: 'chat'};
  const isUntold = state !== undefined && !state.viewer && connection?.state !== 'closed';
  return isUntold && start.status === 'idle'
    ? {phase: 'connecting', isReconnecting: connection?.state === 'lost'}
    : formView(input, isAside);
};

import {
  checkNumber,
  dialled,
  refuse,
  type Channel,
  type Content,
  type EntryPoint,
  type Instant,
  type Interaction,
  type Mail,
  type Refusal,
} from '@deskwire/domain';
import {cleanArrival} from './card-data.js';
import {given} from './given.js';
import type {SignalHandlers, SignalOf} from './handlers.js';
import {overLimit} from './limits.js';
import type {Turn} from './turn.js';
import {variablesOf} from './variables.js';

type Arrival = SignalOf<'contact.arrived'>;

const emptyContent = (channel: Channel): Content => {
  if (channel === 'voice') return {kind: 'voice'};
  return channel === 'email'
    ? {kind: 'email', thread: {mails: []}}
    : {kind: 'chat', transcript: {messages: [], earlier: 0}};
};

/** A mail of an earlier contact: nobody can call it back any more, and what became of it is told there. */
const past = ({leavesAt: _, delivery, ...mail}: Mail): Mail =>
  delivery === undefined || delivery === 'sending' ? mail : {...mail, delivery};

const contentOf = ({channel, content}: Arrival): Content => {
  const empty = emptyContent(channel);
  if (content?.kind === 'email' && empty.kind === 'email')
    return {...content, thread: {mails: content.thread.mails.map(past)}};
  return content?.kind === empty.kind ? content : empty;
};

const interactionOf = (
  arrival: Arrival,
  entryPoint: EntryPoint,
  legId: string,
  at: Instant,
): Interaction => ({
  id: arrival.interactionId,
  channel: arrival.channel,
  origin: arrival.origin ?? 'inbound',
  customer: arrival.customer,
  entryPointId: entryPoint.id,
  ...given('dnis', arrival.dnis ?? entryPoint.number),
  ...given('subject', arrival.subject),
  createdAt: at,
  // Who wants to be called is not on the line yet.
  legs:
    arrival.origin === 'callback'
      ? []
      : [{id: legId, party: {kind: 'customer'}, presence: 'joined', since: at}],
  talk: {kind: 'none'},
  engagements: [],
  recording: {state: 'off'},
  cad: variablesOf(entryPoint.variables ?? [], arrival.cad),
  content: contentOf(arrival),
});

/** A caller needs a line; who wants to be called needs a number for later. */
const checkCall = (turn: Turn, {channel, origin, customer}: Arrival): Refusal | undefined => {
  if (channel !== 'voice') return undefined;
  return origin === 'callback' ? checkNumber(dialled(customer.number ?? '')) : overLimit(turn);
};

/** A customer came in: the entry point decides queue, number and data. */
export const arrivalSignals = {
  'contact.arrived': (turn, arrival) => {
    const {interactionId, entryPointId} = arrival;
    if (turn.interaction(interactionId)) return undefined;
    const entryPoint = turn.tenant.entryPoints.find(({id}) => id === entryPointId);
    const queue = turn.tenant.queues.find(({id}) => id === entryPoint?.queueId);
    if (!entryPoint || !queue) return refuse('DW_TARGET_UNKNOWN');
    const refusal = checkCall(turn, arrival);
    if (refusal) return refusal;
    turn.emit({
      type: 'interaction.created',
      interactionId,
      interaction: interactionOf(cleanArrival(arrival, turn.tenant), entryPoint, turn.newId(), turn.now),
    });
    turn.emit({type: 'interaction.queued', interactionId, queue: {id: queue.id, name: queue.name}});
    return undefined;
  },
} as const satisfies Partial<SignalHandlers>;

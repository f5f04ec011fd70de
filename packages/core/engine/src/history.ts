import {
  engagementOf,
  HISTORY_MAX_ROWS,
  hasFeature,
  historyEntryOf,
  refuse,
  type AgentId,
  type Content,
  type Customer,
  type HistoryChannel,
  type HistoryPage,
  type Instant,
  type Interaction,
  type InteractionId,
  type Query,
  type Refusal,
  type RefusalCode,
  type Who,
} from '@deskwire/domain';
import type {Centre} from './centre.js';
import {given} from './given.js';
import {readHistoryCursor, type HistoryPlace} from './history-page.js';
import type {QueryOutcome} from './queries.js';
import {customerKeys, isSameCustomer} from './same-customer.js';
import {permitView} from './snapshot.js';

/** A query about the past: answered by whoever keeps it, never by the centre, which knows only what is open. */
export type HistoryQuery = Extract<Query, {type: 'history.mine' | 'history.customer' | 'history.content'}>;

/** Whether a query is about the past. */
export const isHistoryQuery = (query: Query): query is HistoryQuery => query.type.startsWith('history.');

/** Which part of a list. `limit` is between 1 and {@link HISTORY_MAX_ROWS}. */
export interface HistoryRange {
  readonly after?: HistoryPlace;
  readonly limit: number;
}

/** A query that was allowed, in the words of whoever keeps the past. */
export type HistoryRequest =
  | (HistoryRange & {readonly kind: 'mine'; readonly agentId: AgentId; readonly channel?: HistoryChannel})
  | (HistoryRange & {readonly kind: 'customer'; readonly customer: Customer; readonly except: InteractionId})
  | {
      readonly kind: 'content';
      readonly interactionId: InteractionId;
      readonly agentId: AgentId;
      /** Asked for as one of this customer's; absent: as the agent's own. */
      readonly customer?: Customer;
      readonly before?: string;
      readonly limit: number;
    };

/** What became of checking a query. */
export type HistoryCheck =
  {readonly ok: true; readonly request: HistoryRequest} | {readonly ok: false; readonly refusal: Refusal};

const no = (code: RefusalCode, params?: Refusal['params']) =>
  ({ok: false, refusal: refuse(code, params)}) as const;

const limitOf = ({limit}: HistoryQuery): number =>
  Math.min(Math.max(1, Math.floor(limit) || 1), HISTORY_MAX_ROWS);

/** Who may ask at all: an agent who is signed in, where the backend keeps a past and the profile allows to see it. */
const stranger = (centre: Centre, who: Who, {type}: HistoryQuery): Refusal | undefined => {
  if (!hasFeature(centre.config.capabilities, 'history'))
    return refuse('DW_CAPABILITY_MISSING', {query: type});
  if (who.kind === 'customer') return refuse('DW_ROLE_CUSTOMER');
  const {profile, presence} = permitView(centre, who);
  if (!profile || presence.state === 'signed-out') return refuse('DW_AGENT_SIGNED_OUT');
  return profile.permissions.includes('history')
    ? undefined
    : refuse('DW_PERMISSION_DENIED', {permission: 'history'});
};

const rangeOf = (query: Exclude<HistoryQuery, {type: 'history.content'}>): HistoryRange | undefined => {
  const after = query.after === undefined ? undefined : readHistoryCursor(query.after);
  if (query.after !== undefined && !after) return undefined;
  return {limit: limitOf(query), ...given('after', after)};
};

const requestOf = (query: HistoryQuery, agentId: AgentId, centre: Centre): HistoryCheck => {
  const {interactions} = permitView(centre, {kind: 'agent', agentId});
  if (query.type === 'history.content') {
    const {interactionId, customerOf, before} = query;
    const present = customerOf === undefined ? undefined : interactions.get(customerOf);
    if (customerOf !== undefined && !present) return no('DW_INTERACTION_UNKNOWN');
    const asked = {kind: 'content', interactionId, agentId, limit: limitOf(query)} as const;
    return {
      ok: true,
      request: {...asked, ...given('customer', present?.customer), ...given('before', before)},
    };
  }
  const range = rangeOf(query);
  if (!range) return no('DW_INPUT_INVALID', {field: 'after'});
  if (query.type === 'history.mine')
    return {ok: true, request: {kind: 'mine', agentId, ...range, ...given('channel', query.channel)}};
  const customer = interactions.get(query.interactionId)?.customer;
  return customer
    ? {ok: true, request: {kind: 'customer', customer, except: query.interactionId, ...range}}
    : no('DW_INTERACTION_UNKNOWN');
};

/**
 * Decides whether this caller may ask this about the past: an agent about their own contacts, and about those of a
 * customer with whom they have to do now. It says nothing about what there is: for a past contact see {@link pastContent}.
 */
export const checkHistoryQuery = (centre: Centre, who: Who, query: HistoryQuery): HistoryCheck => {
  const refusal = stranger(centre, who, query);
  if (refusal) return {ok: false, refusal};
  return who.kind === 'agent' ? requestOf(query, who.agentId, centre) : no('DW_ROLE_CUSTOMER');
};

/** Where the newest part of a list begins and ends that is asked for; undefined where `before` is not in it. */
const windowOf = (
  items: readonly {readonly id: string}[],
  before: string | undefined,
  limit: number,
): readonly [number, number] | undefined => {
  const end = before === undefined ? items.length : items.findIndex(({id}) => id === before);
  return end < 0 ? undefined : [Math.max(0, end - limit), end];
};

const pageOf = (content: Content, before: string | undefined, limit: number): Content | undefined => {
  if (content.kind === 'voice') return content;
  const items = content.kind === 'chat' ? content.transcript.messages : content.thread.mails;
  const found = windowOf(items, before, limit);
  if (!found) return undefined;
  const [begin, end] = found;
  if (content.kind === 'email') return {...content, thread: {mails: content.thread.mails.slice(begin, end)}};
  const {transcript} = content;
  const earlier = transcript.earlier + begin;
  return {...content, transcript: {...transcript, messages: transcript.messages.slice(begin, end), earlier}};
};

/** One's own is what one has talked in; a contact that one only missed is somebody else's. */
const mayRead = (
  interaction: Interaction,
  {agentId, customer}: Extract<HistoryRequest, {kind: 'content'}>,
) =>
  customer
    ? isSameCustomer(interaction.customer, customer)
    : engagementOf(interaction, agentId)?.acceptedAt !== undefined;

/**
 * What was said in a past contact. One that does not exist and one that is not theirs to see are the same to whoever
 * asks. Never any CAD.
 * @param past The contact with all its messages, or undefined where there is none.
 */
export const pastContent = (
  past: Interaction | undefined,
  request: Extract<HistoryRequest, {kind: 'content'}>,
  {config: {tenant}}: Pick<Centre, 'config'>,
  now: Instant,
): QueryOutcome<'history.content'> => {
  if (!past || !mayRead(past, request)) return no('DW_HISTORY_UNKNOWN');
  const content = pageOf(past.content, request.before, request.limit);
  if (!content) return no('DW_INPUT_INVALID', {field: 'before'});
  const entry = historyEntryOf(past, tenant, now, request.customer ? undefined : request.agentId);
  return {ok: true, answer: {entry, content, ...given('guide', past.guide)}};
};

/** Whether there is anything to look for: a caller who withheld everything is nobody's earlier customer. */
const isKnown = (customer: Customer): boolean => customerKeys(customer).length > 0;

type Range<K extends HistoryRequest['kind']> = Omit<Extract<HistoryRequest, {kind: K}>, 'kind'>;

/** Whoever keeps the past and has it at hand: the simulator's memory. Lists are newest first. */
export interface History {
  /** Contacts in which this agent's part is over. */
  mine(asked: Range<'mine'>): HistoryPage;
  /** Contacts that are over of whoever is the same customer (`isSameCustomer`), but for one. */
  ofCustomer(asked: Range<'customer'>): HistoryPage;
  /** One contact with all its messages, open or past. */
  contact(interactionId: InteractionId): Interaction | undefined;
}

/** The same where the past has to be fetched: the gateway's store. */
export type RemoteHistory = {
  readonly [K in keyof History]: (...asked: Parameters<History[K]>) => Promise<ReturnType<History[K]>>;
};

const NOTHING: HistoryPage = {entries: []};

/** Answers a query about the past out of a memory. */
export const answerHistory = (
  centre: Centre,
  who: Who,
  query: HistoryQuery,
  history: History,
  now: Instant,
): QueryOutcome => {
  const checked = checkHistoryQuery(centre, who, query);
  if (!checked.ok) return checked;
  const {request} = checked;
  switch (request.kind) {
    case 'mine':
      return {ok: true, answer: history.mine(request)};
    case 'customer':
      return {ok: true, answer: isKnown(request.customer) ? history.ofCustomer(request) : NOTHING};
    case 'content':
      return pastContent(history.contact(request.interactionId), request, centre, now);
  }
};

/** Answers a query about the past out of a store. Whether it may be asked is judged when it is asked. */
export const answerRemoteHistory = async (
  centre: Centre,
  who: Who,
  query: HistoryQuery,
  history: RemoteHistory,
  now: Instant,
): Promise<QueryOutcome> => {
  const checked = checkHistoryQuery(centre, who, query);
  if (!checked.ok) return checked;
  const {request} = checked;
  switch (request.kind) {
    case 'mine':
      return {ok: true, answer: await history.mine(request)};
    case 'customer':
      return {ok: true, answer: isKnown(request.customer) ? await history.ofCustomer(request) : NOTHING};
    case 'content':
      return pastContent(await history.contact(request.interactionId), request, centre, now);
  }
};

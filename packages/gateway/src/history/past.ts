import type {HistoryEntry, HistoryPage, Who} from '@deskwire/domain';
import {
  checkHistoryQuery,
  customerKeys,
  historyCursor,
  isSameCustomer,
  pastContent,
  type HistoryPlace,
  type HistoryQuery,
  type HistoryRequest,
  type QueryOutcome,
} from '@deskwire/engine';

import type {Core} from '../core.js';
import type {HistoryStore} from '../store/index.js';

type Request<K extends HistoryRequest['kind']> = Extract<HistoryRequest, {kind: K}>;

/** So many rows are looked at for one page of a customer: many may share a switchboard's number with others. */
const MOST_LOOKED_AT = 2_000;
/** So many rows are read at once, where the first ones were not enough. */
const WIDEST = 500;

const pageOf = (rows: readonly HistoryEntry[], limit: number): HistoryPage => {
  const entries = rows.slice(0, limit);
  const last = entries.at(-1);
  return last && rows.length > limit ? {entries, next: historyCursor(last)} : {entries};
};

const mine = async (store: HistoryStore, {agentId, limit, ...rest}: Request<'mine'>): Promise<HistoryPage> =>
  pageOf(await store.ofAgent(agentId, {...rest, limit: limit + 1}), limit);

/**
 * Who shares a key is not yet the same customer: what is found is compared, and more is looked for until the page is full.
 * A page can have fewer rows than were asked for and still a next one.
 */
const ofCustomer = async (
  store: HistoryStore,
  {customer, except, limit, after}: Request<'customer'>,
): Promise<HistoryPage> => {
  const keys = customerKeys(customer);
  const found: HistoryEntry[] = [];
  let place: HistoryPlace | undefined = after;
  // One row more says whether there is a next page, and one is the contact that they are in now.
  let most = limit + 2;
  for (let seen = 0; seen < MOST_LOOKED_AT && found.length <= limit;) {
    const rows = await store.ofKeys(keys, {limit: most, ...(place ? {after: place} : {})});
    found.push(
      ...rows.filter((row) => row.interactionId !== except && isSameCustomer(row.customer, customer)),
    );
    place = rows.length < most ? undefined : rows.at(-1);
    if (!place) return pageOf(found, limit);
    seen += rows.length;
    most = Math.min(2 * most, WIDEST);
  }
  const page = pageOf(found, limit);
  return place && page.next === undefined ? {...page, next: historyCursor(place)} : page;
};

const content = async (
  {store, host, now}: Core,
  {before, ...request}: Request<'content'>,
): Promise<QueryOutcome> => {
  const {limit, interactionId} = request;
  const past = await store.history.contact(interactionId, {limit, ...(before === undefined ? {} : {before})});
  // The store has cut the window out already, or found that there is nothing to end it before.
  const asked = past?.isPlaced === false && before !== undefined ? {...request, before} : request;
  return pastContent(past?.contact, asked, host.centre, now());
};

/** Answers a query about the past from the store, as far as this caller may know it. */
export const answerPast = async (core: Core, who: Who, query: HistoryQuery): Promise<QueryOutcome> => {
  const checked = checkHistoryQuery(core.host.centre, who, query);
  if (!checked.ok) return checked;
  const {request} = checked;
  switch (request.kind) {
    case 'mine':
      return {ok: true, answer: await mine(core.store.history, request)};
    case 'customer':
      return {ok: true, answer: await ofCustomer(core.store.history, request)};
    case 'content':
      return content(core, request);
  }
};

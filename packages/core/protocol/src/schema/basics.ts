import * as v from 'valibot';
import {CHANNELS, ORIGINS} from '@deskwire/domain';

import {LIMITS} from '../limits.js';

/** A string of at most so many UTF-16 units. Every string of the wire has a limit. */
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

/** A list of at most so many entries. Every list of the wire has a limit. */
export const list = <const Item extends v.GenericSchema>(item: Item, max: number = LIMITS.many) =>
  v.pipe(v.array(item), v.maxLength(max));

/**
 * A string that somebody outside wrote and that a gateway passes on. Longer ones are cut: a stranger's endless subject
 * line must not cost an agent the connection.
 */
export const clipped = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((value) => (value.length > max ? value.slice(0, max) : value)),
  );

/** A list that somebody outside made; see {@link clipped}. */
export const clippedList = <const Item extends v.GenericSchema>(item: Item, max: number) =>
  v.pipe(
    v.array(item),
    v.transform((items) => (items.length > max ? items.slice(0, max) : items)),
  );

/** An optional property that is absent or valid, never undefined. */
export const maybe = <const Schema extends v.GenericSchema>(schema: Schema) => v.exactOptional(schema);

/** How much is asked for at once. */
export const atMost = (max: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(max));

/** An identifier that somebody else made. */
export const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LIMITS.id));
/** The id of a command or a query: chosen by the client, echoed by the gateway. */
export const commandId = v.pipe(v.string(), v.regex(/^[\w.:-]+$/), v.maxLength(LIMITS.commandId));
/** One-line text. */
export const line = text(LIMITS.line);
/** Epoch milliseconds. */
export const instant = v.pipe(v.number(), v.finite());
/** A count or a position. */
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A size, a duration or an order; may be negative. */
export const amount = v.pipe(v.number(), v.finite());

/** One of the channels. */
export const channel = v.picklist(CHANNELS);
/** How an interaction came to be. */
export const origin = v.picklist(ORIGINS);

/** A label of the tenant, in one language or in several. */
export const label = v.union([line, v.object({en: line, ko: line})]);

/** Where a desk stands. */
export const cursor = v.object({epoch: id, seq: count});

/** Where a transfer or a consult goes. */
export const target = v.variant('kind', [
  v.object({kind: v.literal('agent'), agentId: id}),
  v.object({kind: v.literal('queue'), queueId: id}),
  v.object({kind: v.literal('entry-point'), entryPointId: id}),
  v.object({kind: v.literal('number'), number: line}),
]);

/** Who asks. */
export const who = v.variant('kind', [
  v.object({kind: v.literal('agent'), agentId: id}),
  v.object({kind: v.literal('customer'), interactionId: id}),
]);

/** A queue by id and name. */
export const queueRef = v.object({id, name: line});
/** An agent as the others see them. */
export const agentRef = v.object({id, name: line, dn: maybe(line), team: maybe(line)});
const theirs = clipped(LIMITS.line);
/** The person outside. */
export const customer = v.object({
  id: maybe(id),
  name: maybe(theirs),
  number: maybe(theirs),
  email: maybe(theirs),
});

/** Strings of a known list; unknown ones, of a newer gateway, are left out. */
export const knownOf = <const Known extends readonly string[]>(known: Known) =>
  v.pipe(
    list(line, LIMITS.few * 5),
    v.transform((all) => all.filter((one): one is Known[number] => known.includes(one))),
  );

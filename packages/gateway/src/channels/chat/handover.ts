import {createHash} from 'node:crypto';

import * as v from 'valibot';

import {dialled, type Customer, type Instant, type InteractionId, type Message} from '@deskwire/domain';

import {labelIn} from '../../config/gateway-config.js';
import type {IntegrationGuard} from '../../flow/integration-guard.js';
import {address, line, readBody} from '../../http/schema.js';
import {RefusedError} from '../../refused.js';
import type {ChannelApi} from '../channel.js';
import {chatEntryPoint} from './entry-point.js';

/** A talk with a bot is no novel; a whole request has its limit beside. */
const MAX_MESSAGES = 200;
const MAX_TEXT = 4_000;
/** Clocks of others may be ahead of ours by this much. */
const SKEW_MS = 60_000;

const said = v.strictObject({
  from: v.picklist(['customer', 'bot']),
  text: v.pipe(v.string(), v.maxLength(MAX_TEXT), v.regex(/\S/u), v.regex(/^[^\p{Cs}\0]*$/u)),
  /** Epoch milliseconds. */
  at: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
});

const body = v.strictObject({
  entryPointId: v.optional(line(100)),
  customer: v.optional(
    v.strictObject({
      id: v.optional(line(200)),
      name: v.optional(line(100)),
      email: v.optional(address),
      number: v.optional(v.pipe(line(40), v.transform(dialled), v.regex(/^\+?[0-9]{3,20}$/))),
    }),
    {},
  ),
  subject: v.optional(line(200)),
  /** What the bot is called; the assistant of the entry point unless given. */
  botName: v.optional(line(100)),
  transcript: v.optional(v.pipe(v.array(said), v.maxLength(MAX_MESSAGES)), []),
});
type Handover = v.InferOutput<typeof body>;

const KEY_HEADER = 'idempotency-key';

/** The same key is the same contact; without one every request is another. */
const interactionIdOf = (key: unknown, newId: () => string): InteractionId => {
  if (key === undefined) return newId();
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new RefusedError('DW_INPUT_INVALID', {field: KEY_HEADER});
  const hash = createHash('sha256').update(`chat\n${key}`).digest('hex');
  return [8, 4, 4, 4, 12]
    .reduce<{readonly parts: readonly string[]; readonly at: number}>(
      ({parts, at}, length) => ({parts: [...parts, hash.slice(at, at + length)], at: at + length}),
      {parts: [], at: 0},
    )
    .parts.join('-');
};

/** What was said, in order and not in the future; what has no time is as old as what came before it. */
const messagesOf = (
  {transcript, customer}: Handover,
  botName: string,
  now: Instant,
  newId: () => string,
): readonly Message[] => {
  let last = transcript.find(({at}) => at !== undefined)?.at ?? now;
  return transcript.map(({from, text, at = last}, index) => {
    if (at < last || at > now + SKEW_MS)
      throw new RefusedError('DW_INPUT_INVALID', {field: `transcript.${index}.at`});
    last = at;
    const {name} = customer;
    return {
      id: newId(),
      at: Math.min(at, now),
      from:
        from === 'bot'
          ? {kind: 'bot', name: botName}
          : {kind: 'customer', ...(name === undefined ? {} : {name})},
      text,
    };
  });
};

const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

const arrive = async (api: ChannelApi, id: InteractionId, handover: Handover): Promise<void> => {
  const {tenant, assistants} = api.config;
  const entryPoint = chatEntryPoint(tenant.entryPoints, handover.entryPointId);
  const script = assistants[entryPoint.id];
  const botName = handover.botName ?? (script ? labelIn(script.name, tenant.language) : 'Bot');
  const messages = messagesOf(handover, botName, api.now(), () => api.newId());
  const customer: Customer = given(handover.customer);
  const outcome = await api.signal({
    type: 'contact.arrived',
    interactionId: id,
    channel: 'chat',
    customer,
    entryPointId: entryPoint.id,
    content: {kind: 'chat', transcript: {messages, earlier: 0}},
    ...given({subject: handover.subject}),
  });
  if (!outcome.ok) throw new RefusedError(outcome.refusal.code, outcome.refusal.params);
};

/** Whether this contact came in before; one that is over is not begun again. */
const isHere = async ({host, store}: ChannelApi, id: InteractionId): Promise<boolean> => {
  if (host.centre.interactions.has(id)) return true;
  if ((await store.factsOf(id)).length > 0) throw new RefusedError('DW_INTERACTION_ENDED');
  return false;
};

/**
 * POST /api/chats {entryPointId?, customer?, subject?, botName?, transcript?} -> {interactionId, token, expiresAt}: a bot
 * hands a talk over to people. With the token of integrations; what is answered opens this one conversation and goes to
 * the visitor's page. With an `Idempotency-Key` the same request again is the same chat.
 */
export const handoverRoute = (api: ChannelApi, onRequest: IntegrationGuard): void => {
  api.app.post('/api/chats', {onRequest}, async (request, reply) => {
    const handover = readBody(body, request.body);
    const key = request.headers[KEY_HEADER];
    const interactionId = interactionIdOf(key, () => api.newId());
    const isRepeated = key !== undefined && (await isHere(api, interactionId));
    if (!isRepeated) await arrive(api, interactionId, handover);
    const issued = await api.tokens.forVisitor(interactionId);
    api.log.info({interaction: interactionId, messages: handover.transcript.length, isRepeated}, 'handover');
    return reply
      .code(isRepeated ? 200 : 201)
      .header('cache-control', 'no-store')
      .send({interactionId, ...issued});
  });
};

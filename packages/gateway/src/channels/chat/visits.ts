import * as v from 'valibot';

import type {Content, Customer, InteractionId, Message} from '@deskwire/domain';

import {RateLimit, type Rate} from '../../auth/rate-limit.js';
import {labelIn, type AssistantScript} from '../../config/gateway-config.js';
import {address, line, readBody} from '../../http/schema.js';
import {RefusedError} from '../../refused.js';
import type {ChannelApi} from '../channel.js';
import {chatEntryPoint} from './entry-point.js';

/** How often visitors may begin, for one network address. */
export const VISIT_RATE: Rate = {burst: 30, perSecond: 1};

const MAX_QUESTION = 1_000;

const body = v.object({
  name: v.optional(line(100)),
  email: v.optional(address),
  entryPointId: v.optional(line(100)),
  /** What the visitor asked the assistant; becomes the first message of the conversation. */
  question: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(MAX_QUESTION))),
  language: v.optional(v.picklist(['ko', 'en'])),
});
type Visit = v.InferOutput<typeof body>;

const customerOf = ({name, email}: Visit): Customer => ({
  ...(name === undefined ? {} : {name}),
  ...(email === undefined ? {} : {email}),
});

/** Greeting, question, handover: what went before the agent (CHAT-1). */
const transcript = (
  visit: Visit,
  script: AssistantScript | undefined,
  language: 'ko' | 'en',
  stamp: () => {readonly id: string; readonly at: number},
): readonly Message[] => {
  const {question, name} = visit;
  const asked: readonly Message[] = question
    ? [{...stamp(), from: {kind: 'customer', ...(name === undefined ? {} : {name})}, text: question}]
    : [];
  if (!script) return asked;
  const bot = (text: AssistantScript['greeting']): Message => ({
    ...stamp(),
    from: {kind: 'bot', name: labelIn(script.name, language)},
    text: labelIn(text, language),
  });
  const greeting = bot(script.greeting);
  return [greeting, ...asked, bot(script.handover)];
};

const arrive = async (api: ChannelApi, visit: Visit): Promise<InteractionId> => {
  const {tenant, assistants} = api.config;
  const entryPoint = chatEntryPoint(tenant.entryPoints, visit.entryPointId);
  const at = api.now();
  const messages = transcript(visit, assistants[entryPoint.id], visit.language ?? tenant.language, () => ({
    id: api.newId(),
    at,
  }));
  const content: Content = {kind: 'chat', transcript: {messages, earlier: 0}};
  const interactionId = api.newId();
  const outcome = await api.signal({
    type: 'contact.arrived',
    interactionId,
    channel: 'chat',
    customer: customerOf(visit),
    entryPointId: entryPoint.id,
    content,
  });
  if (!outcome.ok) throw new RefusedError(outcome.refusal.code);
  return interactionId;
};

/**
 * POST /api/visits {name?, email?, entryPointId?, question?, language?} -> {interactionId, token, expiresAt}. The token
 * opens this one conversation.
 */
export const visitRoute = (api: ChannelApi, rate: Rate): void => {
  const limit = new RateLimit(rate, () => api.now());
  api.app.post('/api/visits', async (request, reply) => {
    if (!limit.take(request.ip)) throw new RefusedError('DW_WIRE_RATE');
    const interactionId = await arrive(api, readBody(body, request.body));
    const issued = await api.tokens.forVisitor(interactionId);
    api.log.info({interaction: interactionId}, 'visit began');
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({interactionId, ...issued});
  });
};

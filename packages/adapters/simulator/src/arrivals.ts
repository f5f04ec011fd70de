import type {
  AgentRef,
  CadVariable,
  Channel,
  EntryPoint,
  Instant,
  InteractionId,
  Message,
  TenantConfig,
} from '@deskwire/domain';
import {cleanArrival, type Signal} from '@deskwire/engine';

import {OlderMessages, type LongTalk} from './chat/older-messages.js';
import {longTalk} from './sample/long-talk.js';
import type {CallArrival, ChatArrival, PastLine} from './scripts.js';

/** The signal of somebody who has come. */
export type Arrived = Extract<Signal, {type: 'contact.arrived'}>;

/** The newest messages that a transcript begins with; older ones are asked for. */
export const TRANSCRIPT_WINDOW = 50;
/** How far apart the lines of a conversation before the agent are, milliseconds. */
const PAST_STEP = 25_000;

/** A property where there is a value. */
export const given = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : {[key]: value}) as {readonly [P in K]?: V};

/**
 * Where a contact of this channel comes in.
 * @throws {Error} Where the tenant has no such entry point: a mistake of the story.
 */
export const entryPointFor = (tenant: TenantConfig, channel: Channel, id: string | undefined): EntryPoint => {
  const found = tenant.entryPoints.find((one) => one.channel === channel && (!id || one.id === id));
  if (!found) throw new Error(`the tenant has no entry point ${id ?? ''} for ${channel}`);
  return found;
};

/** What the entry point's flow brings, with these values. */
export const variablesOf = (
  {variables = []}: EntryPoint,
  data: Readonly<Record<string, string>> = {},
): readonly CadVariable[] =>
  Object.entries(data).map(([name, value], order) => {
    const flow = variables.find((one) => one.name === name);
    const plain = {name, label: name, type: 'string', editable: false, secure: false} as const;
    return {...plain, ...flow, value, order, version: 0};
  });

/** The signal of a caller. */
export const callSignal = (
  tenant: TenantConfig,
  interactionId: InteractionId,
  call: CallArrival,
): Arrived => {
  const entryPoint = entryPointFor(tenant, 'voice', call.entryPointId);
  return {
    type: 'contact.arrived',
    interactionId,
    channel: 'voice',
    entryPointId: entryPoint.id,
    origin: call.origin ?? 'inbound',
    customer: {...given('name', call.name), ...given('number', call.number), ...given('email', call.email)},
    ...given('dnis', call.dnis),
    cad: variablesOf(entryPoint, call.data),
  };
};

/** What was said before, as messages: the last one now, the others before it. */
const pastMessages = (
  id: InteractionId,
  lines: readonly PastLine[],
  botName: string,
  customerName: string | undefined,
  now: Instant,
): readonly Message[] =>
  lines.map(({from, text}, index) => ({
    id: `${id}-past-${index + 1}`,
    at: now - (lines.length - 1 - index) * PAST_STEP,
    from: from === 'bot' ? {kind: 'bot', name: botName} : {kind: 'customer', ...given('name', customerName)},
    text,
  }));

/** Where a visitor comes in. */
export interface ChatHouse {
  readonly tenant: TenantConfig;
  readonly agents: readonly AgentRef[];
  readonly now: Instant;
}

/** The signal of a visitor, and what is too old to come with it. */
export const chatSignal = (
  {tenant, agents, now}: ChatHouse,
  interactionId: InteractionId,
  chat: ChatArrival,
): {readonly signal: Arrived; readonly older: OlderMessages} => {
  const entryPoint = entryPointFor(tenant, 'chat', chat.entryPointId);
  const {before = [], botName = tenant.name, earlierMessages = 0} = chat.script ?? {};
  const own: readonly PastLine[] = chat.text === undefined ? [] : [{from: 'customer', text: chat.text}];
  const lines = pastMessages(interactionId, [...before, ...own], botName, chat.name, now);
  const arrived: Arrived = {
    type: 'contact.arrived',
    interactionId,
    channel: 'chat',
    entryPointId: entryPoint.id,
    customer: {...given('name', chat.name), ...given('email', chat.email)},
    content: {kind: 'chat', transcript: {messages: lines, earlier: 0}},
    cad: variablesOf(entryPoint, chat.data),
  };
  const clean = cleanArrival(arrived, tenant);
  const talk = longTalk({
    id: interactionId,
    language: tenant.language,
    length: earlierMessages,
    until: lines[0]?.at ?? now,
    customerName: clean.customer.name,
    agents,
  });
  return newestOf(clean, talk);
};

/** Divides what was said into what comes with the contact and what is asked for. */
const newestOf = (arrived: Arrived, talk: LongTalk): ReturnType<typeof chatSignal> => {
  const said = arrived.content?.kind === 'chat' ? arrived.content.transcript.messages : [];
  const all = new OlderMessages(talk, said);
  const earlier = Math.max(0, all.length - TRANSCRIPT_WINDOW);
  const transcript = {messages: all.slice(earlier), earlier};
  return {older: all.first(earlier), signal: {...arrived, content: {kind: 'chat', transcript}}};
};

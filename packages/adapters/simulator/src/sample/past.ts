import type {
  AgentProfile,
  AgentRef,
  Channel,
  Content,
  Customer,
  Engagement,
  Ending,
  Instant,
  Interaction,
  LeaveReason,
  Origin,
  TenantConfig,
} from '@deskwire/domain';

import {PAST_CHATS, PAST_THREADS} from './conversations.js';
import {sampleCustomers} from './crowd.js';
import {pastChat, pastFile, pastThread, type PastTalk} from './past-content.js';
import type {SampleLanguage} from './words.js';

/** Whose past it is. */
export interface PastHouse {
  readonly language: SampleLanguage;
  readonly tenant: TenantConfig;
  readonly agents: readonly AgentProfile[];
}

/** What a past contact was, apart from who had it and when. */
interface Kind {
  readonly channel: Channel;
  readonly origin: Origin;
  /** Which conversation, of those of the channel. */
  readonly said?: number;
  /** How the part of the agent and the contact ended where nobody talked. */
  readonly left?: LeaveReason;
  readonly ending?: Ending['reason'];
}

/** Eleven kinds: a number that the numbers of agents and of customers do not divide, so that everybody has had all. */
const KINDS: readonly Kind[] = [
  {channel: 'voice', origin: 'inbound'},
  {channel: 'chat', origin: 'inbound', said: 0},
  {channel: 'email', origin: 'inbound', said: 0},
  {channel: 'voice', origin: 'callback'},
  {channel: 'chat', origin: 'inbound', said: 1},
  {channel: 'voice', origin: 'outdial'},
  {channel: 'voice', origin: 'inbound', left: 'missed', ending: 'abandoned'},
  {channel: 'email', origin: 'inbound', said: 1},
  {channel: 'chat', origin: 'inbound', said: 2},
  {channel: 'voice', origin: 'outdial', left: 'failed', ending: 'unanswered'},
  {channel: 'email', origin: 'inbound', said: 2},
];

const MINUTE = 60_000;
/** Between two contacts, unless there are so many that they would reach further back than three years. */
const STEP = 331 * MINUTE;
const LONGEST = 3 * 365 * 24 * 60 * MINUTE;

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

/** The same for the same number, and nothing like the next one. */
const scatter = (index: number): number => (Math.imul(index + 1, 0x9e3779b1) >>> 8) / 2 ** 24;

/** Everybody and everything that the contacts before the story began were about; each one is made when it is looked at. */
export class SamplePast {
  readonly length: number;
  readonly customers: readonly Customer[];
  readonly #house: PastHouse;
  readonly #begin: Instant;
  readonly #step: number;

  /** @param begin When the story begins; all of it is older. */
  constructor(house: PastHouse, length: number, begin: Instant) {
    this.#house = house;
    this.#begin = begin;
    this.#step = Math.min(STEP, LONGEST / Math.max(1, length));
    this.length = house.agents.length > 0 ? length : 0;
    this.customers = sampleCustomers(house.language);
  }

  /** Of the newest, 0, to the oldest. */
  id(index: number): string {
    return `past-${index + 1}`;
  }

  /** Which one that is; -1 where it is none. */
  indexOf(id: string): number {
    const index = Number(/^past-(\d{1,9})$/.exec(id)?.[1] ?? 0) - 1;
    return index < this.length ? index : -1;
  }

  /** When it came in: older the greater the index. */
  at(index: number): Instant {
    return Math.round(this.#begin - (index + 1 + 0.4 * scatter(index)) * this.#step);
  }

  channel(index: number): Channel {
    return pick(KINDS, index)?.channel ?? 'voice';
  }

  /** Whose it was, as an index of {@link customers}. */
  customer(index: number): number {
    return (index * 5) % this.customers.length;
  }

  agentId(index: number): string {
    return this.#agent(index).id;
  }

  /** A file of one of these contacts. */
  file(id: string, attachmentId: string): Blob | undefined {
    const index = this.indexOf(id);
    const {channel, said = 0} = (index < 0 ? undefined : pick(KINDS, index)) ?? {};
    const thread = channel === 'email' ? pick(PAST_THREADS, said) : undefined;
    return thread && pastFile(id, thread, attachmentId);
  }

  contact(index: number): Interaction {
    const kind = pick(KINDS, index) ?? {channel: 'voice', origin: 'inbound'};
    const at = this.at(index);
    const acceptedAt = at + 12_000;
    const over = acceptedAt + Math.round((1 + 9 * scatter(index + 7)) * MINUTE);
    const queue = this.#house.tenant.queues.find(({channel}) => channel === kind.channel);
    return {
      id: this.id(index),
      channel: kind.channel,
      origin: kind.origin,
      customer: this.customers[this.customer(index)] ?? {},
      ...(queue ? {queue: {id: queue.id, name: queue.name}} : {}),
      ...this.#subject(kind),
      createdAt: at,
      legs: [],
      talk: {kind: 'none'},
      engagements: [this.#part(index, kind, acceptedAt, over)],
      recording: {state: 'off'},
      cad: [],
      content: this.#content(index, kind, at, over),
      ending: {at: over, by: kind.ending ? 'system' : 'customer', reason: kind.ending ?? 'ended'},
    };
  }

  #agent(index: number): AgentRef {
    const {id, name, station, team} = pick(this.#house.agents, index) ?? {id: '', name: ''};
    return {id, name, ...(station ? {dn: station.dn} : {}), ...(team ? {team: team.name} : {})};
  }

  #part(index: number, {left}: Kind, acceptedAt: Instant, over: Instant): Engagement {
    const part = {agent: this.#agent(index), role: 'owner', phase: 'done'} as const;
    if (left) return {...part, since: over, left};
    const reason = pick(this.#house.tenant.wrapUpReasons, Math.floor(scatter(index + 3) * 100));
    return {
      ...part,
      since: over + 40_000,
      acceptedAt,
      left: 'ended',
      wrapUp: {since: over},
      wrapUpReasonIds: reason ? [reason.id] : [],
    };
  }

  #subject({channel, said = 0}: Kind): Pick<Interaction, 'subject'> {
    const thread = channel === 'email' ? pick(PAST_THREADS, said) : undefined;
    return thread ? {subject: thread.subject[this.#house.language]} : {};
  }

  #content(index: number, {channel, said = 0}: Kind, from: Instant, to: Instant): Content {
    const {language, tenant} = this.#house;
    const talk: PastTalk = {
      id: this.id(index),
      language,
      house: {name: tenant.name, address: this.#address()},
      agent: this.#agent(index),
      customer: this.customers[this.customer(index)] ?? {},
      from,
      to,
    };
    if (channel === 'voice') return {kind: 'voice'};
    return channel === 'email'
      ? pastThread(talk, pick(PAST_THREADS, said))
      : pastChat(talk, pick(PAST_CHATS, said + Math.floor(index / KINDS.length)));
  }

  #address(): string {
    const {entryPoints} = this.#house.tenant;
    return entryPoints.find(({channel}) => channel === 'email')?.number ?? 'desk@hanbit.example';
  }
}

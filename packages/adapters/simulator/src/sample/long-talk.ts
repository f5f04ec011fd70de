import type {AgentRef, Author, Instant, Message} from '@deskwire/domain';

import {NO_TALK, type LongTalk} from '../chat/older-messages.js';

import type {SampleLanguage, Words} from './words.js';

/** Who has talked with whom for so long, and until when. */
export interface LongTalkFacts {
  readonly id: string;
  readonly language: SampleLanguage;
  readonly length: number;
  /** Everything was said before this. */
  readonly until: Instant;
  readonly customerName: string | undefined;
  /** By turns, a day each. */
  readonly agents: readonly AgentRef[];
}

const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;
/** Messages of one day, and how far apart they are. */
const A_DAY = 40;
const STEP = 45_000;

interface Turn extends Words {
  readonly from: 'customer' | 'agent';
}

const customer = (en: string, ko: string): Turn => ({from: 'customer', en, ko});
const agent = (en: string, ko: string): Turn => ({from: 'agent', en, ko});

/** Said again and again, each time about another parcel. */
const TURNS: readonly Turn[] = [
  customer('Good morning. Where is parcel {parcel}?', '안녕하세요. {parcel} 택배는 어디에 있나요?'),
  agent('Good morning. One moment, please.', '안녕하세요. 잠시만 기다려 주세요.'),
  agent(
    'Parcel {parcel} left Incheon at half past six and is on its way to you.',
    '{parcel} 택배는 6시 30분에 인천에서 출발해 배송 중입니다.',
  ),
  customer('Will it be here before noon?', '오전 중에 도착할까요?'),
  agent('Yes, between ten and eleven.', '네, 10시에서 11시 사이입니다.'),
  customer(
    'Then I have another one: the address of the next delivery has to be changed.\nIt goes to the warehouse, gate 2.',
    '하나 더 있습니다. 다음 배송지를 변경해야 합니다.\n창고 2번 출입구로 보내 주세요.',
  ),
  agent('Changed. You get the new label by mail.', '변경했습니다. 새 송장은 메일로 보내 드립니다.'),
  customer('Thank you!', '감사합니다!'),
  agent(
    'You can follow both here: https://hanbit.example/parcels/{parcel}',
    '두 건 모두 여기서 확인하실 수 있습니다: https://hanbit.example/parcels/{parcel}',
  ),
  customer('👍', '👍'),
];

/** The same for the same number, and without a pattern that one sees. */
const scatter = (number: number): number => Math.imul(number ^ 0x9e3779b9, 0x85ebca6b) >>> 8;

/**
 * A conversation of years, for chats that began long ago: 40 messages a day, newest last. Nothing of it is kept; each
 * message comes out of its place.
 */
export const longTalk = (facts: LongTalkFacts): LongTalk => {
  const {id, language, length, until, customerName, agents} = facts;
  if (length === 0) return NO_TALK;
  const prefix = `${id}-earlier-`;
  const authorOf = ({from}: Turn, day: number): Author => {
    const one = agents[day % Math.max(1, agents.length)];
    if (from === 'agent' && one) return {kind: 'agent', id: one.id, name: one.name};
    return {kind: 'customer', ...(customerName === undefined ? {} : {name: customerName})};
  };
  const at = (index: number): Message => {
    const turn = TURNS[index % TURNS.length];
    if (!turn || index < 0 || index >= length) throw new RangeError(`there is no message ${index}`);
    const day = Math.ceil((length - index) / A_DAY);
    const place = day * A_DAY - (length - index);
    const begin = until - day * DAY - (scatter(day) % 240) * MINUTE;
    const parcel = String(4_000 + (scatter(Math.floor(index / TURNS.length)) % 6_000));
    const time = begin + place * STEP;
    const from = authorOf(turn, day);
    return {
      id: `${prefix}${index + 1}`,
      at: time,
      from,
      text: turn[language].replaceAll('{parcel}', parcel),
      ...(from.kind === 'agent' ? {deliveredAt: time, readAt: time + STEP / 3} : {}),
    };
  };
  const indexOf = (messageId: string): number => {
    const index = messageId.startsWith(prefix) ? Number(messageId.slice(prefix.length)) - 1 : -1;
    return Number.isInteger(index) && index >= 0 && index < length ? index : -1;
  };
  return {length, at, indexOf};
};

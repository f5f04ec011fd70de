import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {CARD_MASK} from '@deskwire/card-data';
import type {AgentId, Author, Fact, Message, TenantConfig, Who} from '@deskwire/domain';
import {Hall} from './test-kit/hall.js';
import {agentOf} from './test-kit/house.js';
import {holdsCard, sentCard, type SentCard} from './test-kit/storm-cards.js';

// A customer and two agents of a conference talk at the same time; each sends cards, in pieces, one after another.

const TALK = [
  'Hello',
  '잠시만요',
  'It is order 4471',
  '12 parcels, 3 broken',
  '10:30?',
  'https://hanbit.example/1234',
];

type Sender = 'customer' | 'ann' | 'bob';
/** Who, and whether they begin a card where they have none under way: its number in the list, or talk. */
type Say = readonly [sender: Sender, card: number];

const nat = fc.nat({max: 999});
const anyCard: fc.Arbitrary<SentCard> = fc
  .record({
    issuer: nat,
    digits: fc.array(fc.nat({max: 9}), {minLength: 19, maxLength: 19}),
    cuts: fc.array(nat, {maxLength: 2}),
    separator: nat,
    zero: nat,
    before: nat,
    after: nat,
  })
  .map(sentCard);

const storm = fc.tuple(
  fc.array(anyCard, {minLength: 3, maxLength: 6}),
  fc.array(fc.tuple(fc.constantFrom<Sender>('customer', 'ann', 'bob'), fc.nat({max: 11})), {
    minLength: 10,
    maxLength: 40,
  }),
);

const AGENTS = [agentOf('ann'), agentOf('bob')];

const conference = (action: TenantConfig['cardData']['action']) => {
  const hall = new Hall({agents: AGENTS, tenant: {cardData: {action, unreadable: 'allow'}}}).available(
    'ann',
    'bob',
  );
  const interactionId = hall.handled('chat', 'ann');
  hall.do('ann', {type: 'conference.start', interactionId, to: {kind: 'agent', agentId: 'bob'}});
  hall.tell({type: 'station.ringing', interactionId, agentId: 'bob'});
  hall.do('bob', {type: 'interaction.accept', interactionId});
  const messages = (): readonly Message[] => {
    const {content} = hall.interaction(interactionId);
    return content.kind === 'chat' ? content.transcript.messages : [];
  };
  const say = (sender: Sender, text: string) => {
    const who: Who | AgentId = sender === 'customer' ? {kind: 'customer', interactionId} : sender;
    return hall.give(who, {type: 'message.send', interactionId, text});
  };
  return {hall, messages, say};
};

const isBy = (sender: Sender, {from}: Message): boolean =>
  sender === 'customer' ? from.kind === 'customer' : from.kind === 'agent' && from.id === sender;

const saidIn = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap((fact) => {
    if (fact.type === 'message.posted') return [fact.message.text];
    return fact.type === 'message.redacted' ? [fact.text] : [];
  });

const wrongMasks = (messages: readonly Message[]): readonly Message[] =>
  messages.filter(({text, redactions = []}) =>
    redactions.some(({at = 0, length = 0}) => text.slice(at, at + length) !== CARD_MASK),
  );

/** Says everything of a storm. Returns how many cards came to their end in pieces, and what went wrong. */
const play = (
  action: TenantConfig['cardData']['action'],
  cards: readonly SentCard[],
  says: readonly Say[],
): {readonly split: number; readonly wrongs: readonly unknown[]} => {
  const {hall, messages, say} = conference(action);
  const open = new Map<Sender, {readonly card: SentCard; readonly pieces: readonly string[]}>();
  const wrongs: unknown[] = [];
  let split = 0;
  for (const [sender, choice] of says) {
    hall.now += 1_000;
    const fresh = cards[choice];
    const running = open.get(sender) ?? (fresh && {card: fresh, pieces: fresh.pieces});
    const [text = TALK[choice % TALK.length] ?? '', ...rest] = running?.pieces ?? [];
    const {facts} = say(sender, text);
    for (const {number} of cards) {
      for (const told of saidIn(facts)) if (holdsCard(told, number)) wrongs.push({told, number});
    }
    if (running && rest.length > 0) {
      open.set(sender, {card: running.card, pieces: rest});
      continue;
    }
    open.delete(sender);
    if (!running) continue;
    if (running.card.pieces.length > 1) split += 1;
    const said = messages().filter((message) => isBy(sender, message));
    const left = said.map((message) => message.text).join(' ');
    if (holdsCard(left, running.card.number)) wrongs.push({left, card: running.card});
  }
  return {split, wrongs: [...wrongs, ...wrongMasks(messages())]};
};

describe('card numbers in a storm', () => {
  it.each(['redact', 'drop'] as const)(
    'R141 no fact holds one, and no conversation in which it came to its end in pieces (%s)',
    (action) => {
      let split = 0;
      const body = ([cards, says]: readonly [readonly SentCard[], readonly Say[]]): void => {
        const played = play(action, cards, says);
        expect(played.wrongs).toEqual([]);
        split += played.split;
      };
      fc.assert(fc.property(storm, body), {seed: 4_111_111, numRuns: 150});
      expect(split).toBeGreaterThan(100);
    },
  );

  it('R142 no contact brings one along that was told to a bot', () => {
    const bot: Author = {kind: 'bot', name: 'Helper'};
    const questions = fc.array(fc.nat({max: 3}), {minLength: 3, maxLength: 3});
    const body = ({number, pieces}: SentCard, asks: readonly number[]): void => {
      const hall = new Hall();
      const said = pieces.flatMap((text, index) => [
        ...Array.from({length: asks[index] ?? 0}, () => ({from: bot, text: 'And then?'})),
        {from: {kind: 'customer'} as const, text},
      ]);
      const messages = said.map((one, index) => ({...one, id: `m-${index.toString()}`, at: index}));
      hall.tell({
        type: 'contact.arrived',
        interactionId: 'c1',
        channel: 'chat',
        customer: {name: `Kim ${number}`},
        entryPointId: 'to-chats',
        content: {kind: 'chat', transcript: {messages, earlier: 0}},
      });
      const {customer, content} = hall.interaction('c1');
      const kept = content.kind === 'chat' ? content.transcript.messages : [];
      expect(holdsCard(kept.map(({text}) => text).join(' '), number)).toBe(false);
      expect([holdsCard(customer.name ?? '', number), wrongMasks(kept)]).toEqual([false, []]);
      expect(hall.facts.some((fact) => holdsCard(JSON.stringify(fact), number))).toBe(false);
    };
    fc.assert(fc.property(anyCard, questions, body), {seed: 4_111_112, numRuns: 200});
  });
});

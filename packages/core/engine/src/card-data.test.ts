import {describe, expect, it} from 'vitest';
import {CARD_MASK} from '@deskwire/card-data';
import type {Attachment, Message, TenantConfig, Who} from '@deskwire/domain';
import {Hall} from './test-kit/hall.js';

const CARD = '4111 1111 1111 1111';

const chatting = (tenant: Partial<TenantConfig> = {}) => {
  const hall = new Hall({tenant}).available('ann');
  const interactionId = hall.handled('chat', 'ann');
  const customer: Who = {kind: 'customer', interactionId};
  const give = (who: string | Who, text: string) =>
    hall.give(who, {type: 'message.send', interactionId, text});
  const messages = (): readonly Message[] => {
    const {content} = hall.interaction(interactionId);
    return content.kind === 'chat' ? content.transcript.messages : [];
  };
  return {hall, interactionId, customer, give, texts: () => messages().map(({text}) => text), messages};
};

const dropping = {cardData: {action: 'drop', unreadable: 'allow'}} as const;
const off = {cardData: {action: 'off', unreadable: 'allow'}} as const;

describe('card data in a conversation', () => {
  it('R141 is masked before anybody is told, whoever wrote it', () => {
    const {hall, customer, give, texts, messages} = chatting();
    give(customer, `내 카드는 ${CARD} 입니다`);
    give('ann', `Did you say ${CARD}?`);
    expect(texts()).toEqual([`내 카드는 ${CARD_MASK} 입니다`, `Did you say ${CARD_MASK}?`]);
    expect(messages()[0]?.redactions).toEqual([{kind: 'card', at: 6, length: CARD_MASK.length}]);
    expect(JSON.stringify(hall.facts)).not.toContain('1111');
  });

  it('R141 is taken out of the earlier messages that it was split over', () => {
    const {customer, give, texts, messages} = chatting();
    give(customer, '4111 1111');
    give('ann', 'And the rest?');
    const {facts} = give(customer, '1111 1111, 12/30');
    expect(facts.map(({type}) => type)).toEqual(['message.redacted', 'message.posted']);
    expect(texts()).toEqual([CARD_MASK, 'And the rest?', `${CARD_MASK}, 12/30`]);
    expect(messages()[0]?.redactions).toHaveLength(1);
  });

  it('R141 is no number where two people wrote its halves', () => {
    const {customer, give, texts} = chatting();
    give(customer, '4111 1111');
    give('ann', '1111 1111');
    expect(texts()).toEqual(['4111 1111', '1111 1111']);
  });

  it('R141 is refused with its message where admin wants that; a split one is masked all the same', () => {
    const {customer, give, texts} = chatting(dropping);
    expect(give(customer, CARD).result).toMatchObject({ok: false, refusal: {code: 'DW_MESSAGE_CARD'}});
    give(customer, '4111 1111');
    expect(give(customer, '1111 1111').result).toEqual({ok: true});
    expect(texts()).toEqual([CARD_MASK, CARD_MASK]);
  });

  it('R141 stays where admin has switched this off', () => {
    const {customer, give, texts} = chatting(off);
    give(customer, CARD);
    expect(texts()).toEqual([CARD]);
  });

  it('R142 is taken out of what a contact brings along', () => {
    const hall = new Hall();
    const bot = {kind: 'bot', name: `Helper ${CARD}`} as const;
    const guest = {kind: 'customer', name: `Kim ${CARD}`} as const;
    const said = [
      {id: '1', at: 1, from: guest, text: '4111 1111'},
      {id: '2', at: 2, from: bot, text: 'Your number?'},
      {id: '3', at: 3, from: guest, text: '1111 1111'},
    ];
    hall.tell({
      type: 'contact.arrived',
      interactionId: 'c1',
      channel: 'chat',
      customer: {name: `Kim ${CARD}`},
      entryPointId: 'to-chats',
      subject: `About ${CARD}`,
      content: {kind: 'chat', transcript: {messages: said, earlier: 0}},
    });
    expect(JSON.stringify(hall.facts)).not.toContain('1111');
    expect(hall.interaction('c1')).toMatchObject({
      customer: {name: `Kim ${CARD_MASK}`},
      subject: `About ${CARD_MASK}`,
      content: {transcript: {messages: [{text: CARD_MASK}, {text: 'Your number?'}, {text: CARD_MASK}]}},
    });
  });
});

const file = (id: string, more: Partial<Attachment> = {}): Attachment => ({
  id,
  name: `${id}.pdf`,
  type: 'application/pdf',
  size: 1_000_000,
  ...more,
});

const policy = {enabled: true, maxFiles: 2, maxTotalBytes: 2_500_000, types: ['.pdf']};
const responses = {responses: []};

describe('files of a message', () => {
  const send = (files: readonly Attachment[], attachmentIds: readonly string[], enabled = true) => {
    const {hall, interactionId, customer, messages} = chatting({
      chat: {attachments: {...policy, enabled}, ...responses},
    });
    const {result} = hall.run({
      kind: 'command',
      who: customer,
      id: 'm1',
      command: {type: 'message.send', interactionId, text: '', attachmentIds},
      files,
    });
    return {code: result.ok ? undefined : result.refusal.code, sent: messages()[0]?.attachments};
  };

  it('R140 are posted as the host knows them', () => {
    expect(send([file('a'), file('b')], ['b', 'a']).sent).toEqual([file('b'), file('a')]);
  });

  it('R140 are refused where the host does not know them, or the tenant does not want them', () => {
    expect(send([file('a')], ['a', 'b']).code).toBe('DW_FILE_UNKNOWN');
    expect(send([file('a'), file('b'), file('c')], ['a', 'b', 'c']).code).toBe('DW_FILE_TOO_MANY');
    expect(send([file('a'), file('b', {size: 1_600_000})], ['a', 'b']).code).toBe('DW_FILE_TOO_LARGE');
    expect(send([file('a')], ['a'], false).code).toBe('DW_FILE_OFF');
  });

  it('R142 have no card number in their names', () => {
    expect(send([file('a', {name: `${CARD}.pdf`})], ['a']).sent?.[0]?.name).toBe(`${CARD_MASK}.pdf`);
  });
});

describe('a held file', () => {
  const file: Attachment = {id: 'f', name: 'scan.pdf', type: 'application/pdf', size: 3, held: true};
  const settle = (hall: Hall, interactionId: string, type: 'attachment.released' | 'attachment.dropped') =>
    hall
      .run({kind: 'signal', signal: {type, interactionId, attachmentId: 'f'}})
      .facts.map((fact) => fact.type);

  it.each(['attachment.released', 'attachment.dropped'] as const)('R143 is told of once: %s', (type) => {
    const {hall, interactionId, customer, messages} = chatting();
    expect(settle(hall, interactionId, type)).toEqual([]);
    const command = {type: 'message.send', interactionId, text: 'Here', attachmentIds: ['f']} as const;
    hall.run({kind: 'command', who: customer, id: 'mine', command, files: [file]});
    expect(messages()[0]?.attachments).toEqual([file]);
    expect(settle(hall, interactionId, type)).toEqual([type]);
    expect(settle(hall, interactionId, type)).toEqual([]);
    const {held: _, ...released} = file;
    expect(messages()[0]?.attachments).toEqual(type === 'attachment.released' ? [released] : []);
  });

  it('R143 is told of though the contact is over', () => {
    expect(settle(new Hall(), 'long-gone', 'attachment.released')).toEqual(['attachment.released']);
  });
});

import {describe, expect, it} from 'vitest';

import type {Mail, Mailbox} from './content.js';
import {replyHead, replyRecipients, replySubject} from './reply.js';
import {mail, tenant} from './test-kit/make.js';

const letter = (set: Partial<Mail> = {}): Mail => ({
  id: 'm1',
  messageId: '<m1@mail.example>',
  at: 0,
  direction: 'in',
  from: {address: 'from@mail.example'},
  to: [{address: 'to@mail.example'}],
  cc: [],
  subject: '',
  text: '',
  attachments: [],
  ...set,
});

describe('a reply', () => {
  it.each([
    ['Refund', 'Re: Refund'],
    ['Re: Refund', 'Re: Refund'],
    ['RE : Refund', 'RE : Refund'],
    [' re: Refund', ' re: Refund'],
    ['Re[2]: Refund', 'Re[2]: Refund'],
    ['RE (3): Refund', 'RE (3): Refund'],
    ['Re^4: Refund', 'Re^4: Refund'],
    ['회신: 환불', '회신: 환불'],
    ['회신 : 환불', '회신 : 환불'],
    ['답장: 환불', '답장: 환불'],
    ['답변：환불', '답변：환불'],
    ['Re：환불', 'Re：환불'],
    ['회신 부탁드립니다', 'Re: 회신 부탁드립니다'],
    ['Fwd: Refund', 'Re: Fwd: Refund'],
    ['전달: 환불', 'Re: 전달: 환불'],
    ['Reply wanted', 'Re: Reply wanted'],
    ['Refund\r\nBcc: spy@mail.example', 'Re: Refund Bcc: spy@mail.example'],
    ['', 'Re: '],
  ])('R89 to %j is called %j', (subject, answer) => {
    expect(replySubject(subject)).toBe(answer);
  });

  it('R89 goes to the sender of a mail that came in, and to the reader of one that went out', () => {
    expect(replyRecipients(letter())).toEqual([{address: 'from@mail.example'}]);
    expect(replyRecipients(letter({direction: 'out'}))).toEqual([{address: 'to@mail.example'}]);
  });
});

describe('the head of a reply', () => {
  const at = (...names: readonly string[]): readonly Mailbox[] =>
    names.map((name) => ({address: `${name}@mail.example`}));
  const shop = tenant({
    entryPoints: ['to', 'sales'].map((id) => ({
      id,
      name: id,
      channel: 'email',
      queueId: 'q',
      number: `${id}@mail.example`,
    })),
  });
  const answered = letter({
    to: at('To', 'SALES', 'lee'),
    cc: [...at('LEE', 'from', 'park'), {address: 'nobody'}],
  });

  it('R89 copies everybody on Reply all, each once, but ourselves and what is no address', () => {
    const two = shop.entryPoints.map((one) => ({...one, addresses: ['help@mail.example']}));
    const asked = {...answered, to: [...answered.to, ...at('Help')]};
    const head = replyHead(
      mail(),
      asked,
      {kind: 'reply-all', cc: at('choi', 'Park')},
      {...shop, entryPoints: two},
    );
    expect(head).toEqual({
      from: {name: 'Tenant', address: 'To@mail.example'},
      to: at('from'),
      cc: at('choi', 'Park', 'lee'),
      subject: 'Re: ',
    });
  });

  it.each(['reply', 'quick-reply'] as const)('R89 copies whom the agent names: %s', (kind) => {
    const head = replyHead(mail(), answered, {kind, cc: at('lee', 'sales', 'from', 'LEE')}, shop);
    expect(head.cc).toEqual(at('lee', 'sales'));
  });

  it('R89 has the address that the customer wrote to', () => {
    const {from} = replyHead(mail({dnis: 'to@mail.example'}), answered, {kind: 'reply', cc: []}, shop);
    expect(from).toEqual({name: 'Tenant', address: 'to@mail.example'});
    const ours = letter({direction: 'out', from: {address: 'sales@mail.example'}});
    expect(replyHead(mail(), ours, {kind: 'reply', cc: []}, shop)).toMatchObject({
      from: {address: 'sales@mail.example'},
      to: at('to'),
    });
    const unnamed = replyHead(mail(), letter({to: []}), {kind: 'reply', cc: []}, shop);
    expect(unnamed.from.address).toBe('');
  });
});

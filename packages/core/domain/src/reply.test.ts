import {describe, expect, it} from 'vitest';

import type {Mail} from './content.js';
import {replyRecipients, replySubject} from './reply.js';

const mail = (direction: Mail['direction']): Mail => ({
  id: 'm1',
  messageId: '<m1@mail.example>',
  at: 0,
  direction,
  from: {address: 'from@mail.example'},
  to: [{address: 'to@mail.example'}],
  cc: [],
  subject: '',
  text: '',
  attachments: [],
});

describe('a reply', () => {
  it.each([
    ['Refund', 'Re: Refund'],
    ['Re: Refund', 'Re: Refund'],
    ['RE : Refund', 'RE : Refund'],
    ['Reply wanted', 'Re: Reply wanted'],
    ['', 'Re: '],
  ])('%j is answered as %j', (subject, answer) => {
    expect(replySubject(subject)).toBe(answer);
  });

  it('goes to the sender of a mail that came in, and to the reader of one that went out', () => {
    expect(replyRecipients(mail('in'))).toEqual([{address: 'from@mail.example'}]);
    expect(replyRecipients(mail('out'))).toEqual([{address: 'to@mail.example'}]);
  });
});

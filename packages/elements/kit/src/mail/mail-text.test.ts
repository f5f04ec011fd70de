import {describe, expect, it} from 'vitest';
import type {Mail} from '@deskwire/domain';

import {mailTextOf} from './mail-text.js';

const mail = (set: Partial<Mail>): Mail => ({
  id: 'm',
  messageId: '<m@x.example>',
  at: 0,
  direction: 'in',
  from: {address: 'a@x.example'},
  to: [],
  cc: [],
  subject: '',
  text: '',
  attachments: [],
  ...set,
});

describe('mailTextOf', () => {
  it('splits where the quote begins, and takes the redactions along', () => {
    const redactions = [
      {kind: 'card', at: 2, length: 1},
      {kind: 'card', at: 6, length: 2},
      {kind: 'attachment'},
    ] as const;
    expect(mailTextOf(mail({text: 'a *\n\n> **', quoteAt: 5, redactions}))).toEqual({
      own: {text: 'a *\n\n', redactions: [{kind: 'card', at: 2, length: 1}]},
      quote: {text: '> **', redactions: [{kind: 'card', at: 1, length: 2}, {kind: 'attachment'}]},
    });
  });

  it('takes all of it for what was written where nothing else is there', () => {
    const own = {text: '\n> a', redactions: []};
    expect(mailTextOf(mail({text: '\n> a', quoteAt: 1}))).toEqual({own});
    expect(mailTextOf(mail({text: '\n> a', quoteAt: 9}))).toEqual({own});
    expect(mailTextOf(mail({text: '\n> a'}))).toEqual({own});
  });
});

import {describe, expect, it} from 'vitest';

import type {Mail} from './content.js';
import type {Interaction} from './interaction.js';
import {failedMail, leavingMail, mailsOf, replyEndsAt} from './mail-thread.js';
import {chat, engagement, mail, PARK} from './test-kit/make.js';

const letter = (id: string, set: Partial<Mail> = {}): Mail => ({
  id,
  messageId: `<${id}@mail.example>`,
  at: 5_000,
  direction: 'in',
  from: {address: 'from@mail.example'},
  to: [],
  cc: [],
  subject: '',
  text: '',
  attachments: [],
  ...set,
});

const out = (id: string, delivery: NonNullable<Mail['delivery']>, leavesAt?: number): Mail =>
  letter(id, {direction: 'out', delivery, ...(leavesAt === undefined ? {} : {leavesAt})});

const thread = (mails: readonly Mail[], set: Partial<Interaction> = {}): Interaction =>
  mail({content: {kind: 'email', thread: {mails}}, ...set});

const asked = letter('in');
const waiting = out('out', 'sending', 15_000);

describe('a thread', () => {
  it('R92 knows the reply that waits to leave', () => {
    expect(leavingMail(thread([asked, out('a', 'sent'), waiting]))?.id).toBe('out');
    expect(leavingMail(thread([asked, out('a', 'sending')]))).toBeUndefined();
    expect(leavingMail(thread([asked, out('a', 'sent', 15_000)]))).toBeUndefined();
    expect([leavingMail(chat()), mailsOf(chat())]).toEqual([undefined, []]);
  });

  it('R92 knows the newest reply, where it failed', () => {
    expect(failedMail(thread([asked, out('a', 'sent'), out('b', 'failed'), asked]))?.id).toBe('b');
    expect(failedMail(thread([asked, out('a', 'failed'), out('b', 'sending')]))).toBeUndefined();
    expect(failedMail(thread([asked]))).toBeUndefined();
  });

  const parts = (set: Parameters<typeof engagement>[0]) => ({engagements: [engagement(set)]});
  it.each<readonly [string, Interaction, number | undefined]>([
    ['when it leaves', thread([asked, waiting]), 15_000],
    ['never, where nothing waits', thread([asked, out('a', 'sending')]), undefined],
    [
      'never, once it is over',
      thread([asked, waiting], {ending: {at: 1, by: 'agent', reason: 'ended'}}),
      undefined,
    ],
    ['in wrap-up', thread([asked, waiting], parts({phase: 'wrap-up'})), undefined],
    ['while somebody is asked', thread([asked, waiting], parts({agent: PARK, phase: 'offered'})), undefined],
    ['for who has it now', thread([asked, waiting], parts({agent: PARK, acceptedAt: 5_001})), undefined],
    ['for who accepted in time', thread([asked, waiting], parts({acceptedAt: 5_000})), 15_000],
    ['where the customer wrote again', thread([asked, waiting, letter('b')]), undefined],
    ['where a bounce came', thread([asked, waiting, letter('b', {notice: 'bounce'})]), undefined],
    ['where somebody is away', thread([asked, waiting, letter('b', {notice: 'auto-reply'})]), 15_000],
  ])('R92 is done %s', (_, interaction, expected) => {
    expect(replyEndsAt(interaction)).toBe(expected);
  });
});

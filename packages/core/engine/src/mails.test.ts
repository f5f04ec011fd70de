import {describe, expect, it} from 'vitest';
import type {Mail, OutgoingMail} from '@deskwire/domain';
import {Hall} from './test-kit/hall.js';

const HANA = {name: 'Hana Kim', address: 'hana@example.com'};
const SHOP = {address: 'mails@example.com'};

const mailOf = (set: Partial<Mail> = {}): Mail => ({
  id: 'in-1',
  messageId: '<1@example.com>',
  at: 1,
  direction: 'in',
  from: HANA,
  to: [SHOP],
  cc: [],
  subject: 'My order',
  text: 'Where is it?',
  attachments: [],
  ...set,
});

const reply = (set: Partial<OutgoingMail> = {}): OutgoingMail => ({
  kind: 'quick-reply',
  inReplyTo: 'in-1',
  cc: [],
  text: 'On its way.',
  attachmentIds: [],
  quotes: false,
  ...set,
});

const answering = (mail: Partial<Mail> = {}) => {
  const hall = new Hall().available('ann');
  const interactionId = 'e';
  hall.tell({
    type: 'contact.arrived',
    interactionId,
    channel: 'email',
    customer: {email: HANA.address},
    entryPointId: 'to-mails',
    subject: 'My order',
    content: {kind: 'email', thread: {mails: [mailOf(mail)]}},
  });
  hall.tell({type: 'station.ringing', interactionId, agentId: 'ann'});
  hall.do('ann', {type: 'interaction.accept', interactionId});
  const mails = (): readonly Mail[] => {
    const {content} = hall.interaction(interactionId);
    return content.kind === 'email' ? content.thread.mails : [];
  };
  const send = (set: Partial<OutgoingMail> = {}): Mail | undefined => {
    hall.do('ann', {type: 'mail.send', interactionId, mail: reply(set)});
    return mails().at(-1);
  };
  return {hall, interactionId, mails, send};
};

describe('an answer', () => {
  it('goes to the sender, from the address that they wrote to', () => {
    const {hall, mails, send} = answering();
    expect(send()).toEqual({
      id: expect.any(String) as string,
      messageId: expect.stringMatching(/^<[^<>\s]+@example\.com>$/) as string,
      at: hall.now,
      direction: 'out',
      from: {name: 'Tenant', address: 'mails@example.com'},
      to: [HANA],
      cc: [],
      subject: 'Re: My order',
      text: 'On its way.',
      attachments: [],
      delivery: 'sending',
    });
    expect(mails()).toHaveLength(2);
  });

  it.each(['Re: My order', 'RE: My order', ' re : My order'])('says Re once (%s)', (subject) => {
    expect(answering({subject}).send()?.subject).toBe(subject);
  });

  it('goes to everybody on Reply all, and to nobody twice', () => {
    const lee = {address: 'Lee@example.com'};
    const park = {address: 'park@example.com'};
    const {send} = answering({to: [SHOP, lee], cc: [park, {address: 'HANA@example.com'}]});
    const sent = send({kind: 'reply-all', cc: [{address: 'lee@example.com'}], html: '<p>On its way.</p>'});
    expect([sent?.to, sent?.cc, sent?.html]).toEqual([
      [HANA],
      [{address: 'lee@example.com'}, park],
      '<p>On its way.</p>',
    ]);
  });

  it('goes to the same recipients again, when it follows an answer of ours', () => {
    const {send} = answering();
    const first = send();
    expect(send({inReplyTo: first?.id ?? '', text: 'One more thing'})).toMatchObject({
      to: [HANA],
      from: {address: 'mails@example.com'},
      subject: 'Re: My order',
    });
  });

  it('answers a mail of this thread', () => {
    const {hall, interactionId} = answering();
    const send = {type: 'mail.send', interactionId} as const;
    expect(hall.refused('ann', {...send, mail: reply({inReplyTo: 'other'})})).toBe('DW_MAIL_UNKNOWN');
    expect(hall.refused('ann', {...send, mail: reply({text: ' '})})).toBe('DW_MAIL_EMPTY');
  });

  it('is sent, or failed with what the mail server said, told once', () => {
    const {hall, interactionId, mails, send} = answering();
    const mailId = send()?.id ?? '';
    const failed = {type: 'mail.failed', interactionId, mailId, failure: '550 no such user'} as const;
    expect([hall.tell(failed), hall.tell(failed)]).toEqual([['mail.failed'], []]);
    expect(mails().at(-1)).toMatchObject({delivery: 'failed', failure: '550 no such user'});
    const sent = {type: 'mail.sent', interactionId, mailId} as const;
    expect([hall.tell(sent), hall.tell(sent)]).toEqual([['mail.sent'], []]);
    expect(mails().at(-1)?.delivery).toBe('sent');
    expect(hall.tellRefused({...sent, mailId: 'in-1'})).toBe('DW_MAIL_UNKNOWN');
    expect(hall.tellRefused({...sent, interactionId: 'other'})).toBe('DW_MAIL_UNKNOWN');
  });

  it('keeps the interaction until it has left, also after wrap-up', () => {
    const {hall, interactionId, send} = answering();
    const mailId = send()?.id ?? '';
    hall.do('ann', {type: 'interaction.end', interactionId});
    hall.do('ann', {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
    expect(hall.interaction(interactionId).ending).toBeDefined();
    hall.tell({type: 'mail.sent', interactionId, mailId});
    expect(hall.centre.interactions.size).toBe(0);
  });
});

describe('a further mail', () => {
  const further = mailOf({id: 'in-2', text: 'Hello?'});

  it('joins its thread once, waiting or handled', () => {
    const {hall, interactionId, mails} = answering();
    const received = {type: 'mail.received', interactionId, mail: further} as const;
    expect([hall.tell(received), hall.tell(received)]).toEqual([['mail.received'], []]);
    expect(mails().map(({id}) => id)).toEqual(['in-1', 'in-2']);
  });

  it('is refused on a thread that is over, and makes a new contact', () => {
    const {hall, interactionId} = answering();
    hall.do('ann', {type: 'interaction.end', interactionId});
    const received = {type: 'mail.received', interactionId, mail: further} as const;
    expect(hall.tellRefused(received)).toBe('DW_INTERACTION_ENDED');
    expect(hall.tellRefused({...received, interactionId: 'other'})).toBe('DW_INTERACTION_UNKNOWN');
  });

  it('does not end because its customer is gone', () => {
    const {hall, interactionId} = answering();
    expect(hall.tell({type: 'customer.gone', interactionId})).toEqual([]);
  });
});

import {describe, expect, it} from 'vitest';
import type {CadVariable} from './cad.js';
import type {Mail, Message} from './content.js';
import type {Interaction} from './interaction.js';
import {after, call, chat, mail, PARK, YOON, type Untold} from './test-kit/make.js';

const said = (id: string, at = 9_000): Message => ({id, at, from: {kind: 'customer'}, text: `text of ${id}`});
const letter = (id: string, more: Partial<Mail> = {}): Mail => ({
  id,
  messageId: `<${id}@example.org>`,
  at: 9_000,
  direction: 'in',
  from: {address: 'a@example.org'},
  to: [],
  cc: [],
  subject: 'Bill',
  text: 'Hello',
  attachments: [],
  ...more,
});
const messages = ({content}: Interaction) => (content.kind === 'chat' ? content.transcript.messages : []);
const mails = ({content}: Interaction) => (content.kind === 'email' ? content.thread.mails : []);
const posted = (message: Message): Untold => ({type: 'message.posted', message});

describe('conversation', () => {
  it('R43 appends a message once', () => {
    const one = after(chat(), posted(said('m1')));
    const two = after(one, posted(said('m2')));
    expect(messages(two).map(({id}) => id)).toEqual(['m1', 'm2']);
    expect(after(two, posted(said('m1')))).toBe(two);
  });

  it('R43 keeps the first time of delivery and of reading', () => {
    const one = after(chat(), posted(said('m1')));
    const told: Untold = {type: 'message.delivered', messageId: 'm1'};
    const delivered = after(one, told);
    expect(messages(delivered)[0]?.deliveredAt).toBe(9_000);
    expect(after(delivered, told)).toBe(delivered);
    const read = after(delivered, {type: 'message.read', messageId: 'm1'});
    expect(messages(read)[0]).toMatchObject({deliveredAt: 9_000, readAt: 9_000});
    expect(after(read, {type: 'message.read', messageId: 'stranger'})).toBe(read);
  });

  it('R49 a message is redacted later, a file is released or dropped, each once', () => {
    const file = {id: 'f1', name: 'plan.pdf', type: 'application/pdf', size: 9, held: true};
    const one = after(chat(), posted({...said('m1'), text: '4111 1111', attachments: [file]}));
    const redaction = {kind: 'card', at: 0, length: 4} as const;
    const told: Untold = {type: 'message.redacted', messageId: 'm1', text: '••••', redactions: [redaction]};
    const redacted = after(one, told);
    expect(messages(redacted)[0]).toMatchObject({text: '••••', redactions: [redaction], attachments: [file]});
    expect(after(redacted, told)).toBe(redacted);
    const released = after(redacted, {type: 'attachment.released', attachmentId: 'f1'});
    expect(messages(released)[0]?.attachments).toEqual([
      {id: 'f1', name: 'plan.pdf', type: 'application/pdf', size: 9},
    ]);
    expect(after(released, {type: 'attachment.released', attachmentId: 'f1'})).toBe(released);
    const dropped = after(released, {type: 'attachment.dropped', attachmentId: 'f1'});
    expect(messages(dropped)[0]).toMatchObject({
      attachments: [],
      redactions: [redaction, {kind: 'attachment'}],
    });
    expect(after(dropped, {type: 'attachment.dropped', attachmentId: 'f1'})).toBe(dropped);
  });

  it('R49 a file of a mail is released or dropped', () => {
    const file = {id: 'f1', name: 'plan.pdf', type: 'application/pdf', size: 9, held: true};
    const one = after(mail(), {type: 'mail.received', mail: letter('a', {attachments: [file]})});
    const released = after(one, {type: 'attachment.released', attachmentId: 'f1'});
    expect(mails(released)[0]?.attachments[0]).not.toHaveProperty('held');
    expect(mails(after(released, {type: 'attachment.dropped', attachmentId: 'f1'}))[0]).toMatchObject({
      attachments: [],
      redactions: [{kind: 'attachment'}],
    });
  });

  it('R44 the customer leaves and comes back', () => {
    const left = after(chat(), {type: 'customer.left'});
    expect(left.content).toMatchObject({transcript: {customerLeftAt: 9_000}});
    expect(left.ending).toBeUndefined();
    expect(after(left, {type: 'customer.returned'}).content).toEqual(chat().content);
  });

  it('R45 a mail is appended, or takes the place of itself', () => {
    const one = after(mail(), {type: 'mail.received', mail: letter('a')});
    const two = after(one, {type: 'mail.queued', mail: letter('b', {direction: 'out', delivery: 'sending'})});
    const again = after(two, {type: 'mail.received', mail: letter('a', {text: 'Hello again'})});
    expect(mails(again).map(({id, text}) => [id, text])).toEqual([
      ['a', 'Hello again'],
      ['b', 'Hello'],
    ]);
  });

  it('R45 a mail that is called back is as if it had never been written', () => {
    const one = after(mail(), {type: 'mail.received', mail: letter('a')});
    const two = after(one, {type: 'mail.queued', mail: letter('b', {direction: 'out', delivery: 'sending'})});
    expect(after(two, {type: 'mail.recalled', mailId: 'b'})).toEqual(one);
    expect(after(two, {type: 'mail.recalled', mailId: 'stranger'})).toBe(two);
  });

  it.each(['mail.sent', 'mail.failed'] as const)('R45 a mail can no longer be called back: %s', (type) => {
    const out = after(mail(), {
      type: 'mail.queued',
      mail: letter('b', {direction: 'out', delivery: 'sending', leavesAt: 9}),
    });
    expect(mails(after(out, {type, mailId: 'b', failure: '550'}))[0]).not.toHaveProperty('leavesAt');
  });

  it('R45 tells how delivery stands; sent clears an earlier failure', () => {
    const out = after(mail(), {
      type: 'mail.queued',
      mail: letter('b', {direction: 'out', delivery: 'sending'}),
    });
    const failed = after(out, {type: 'mail.failed', mailId: 'b', failure: '550 no such user'});
    expect(mails(failed)[0]).toMatchObject({delivery: 'failed', failure: '550 no such user'});
    const sent = after(failed, {type: 'mail.sent', mailId: 'b'});
    expect(mails(sent)[0]).toMatchObject({delivery: 'sent'});
    expect(mails(sent)[0]).not.toHaveProperty('failure');
    expect(after(sent, {type: 'mail.sent', mailId: 'stranger'})).toBe(sent);
  });

  const wrong: readonly [Interaction, Untold][] = [
    [call(), posted(said('m1'))],
    [mail(), posted(said('m1'))],
    [call(), {type: 'customer.left'}],
    [chat(), {type: 'mail.received', mail: letter('a')}],
    [call(), {type: 'mail.sent', mailId: 'a'}],
    [mail(), {type: 'message.read', messageId: 'a'}],
  ];
  it.each(wrong)('R46 changes nothing on content of another kind (%#)', (before, happening) => {
    expect(after(before, happening)).toBe(before);
  });
});

describe('call-associated data', () => {
  const variable = (name: string, version = 1): CadVariable => ({
    name,
    label: name,
    type: 'string',
    value: 'old',
    editable: true,
    secure: false,
    order: 1,
    version,
  });
  const defined = after(call(), {type: 'cad.defined', variables: [variable('plan'), variable('note', 4)]});
  const agent = {kind: 'agent', id: PARK.id, name: PARK.name} as const;

  it('R42 sets what is newer, variable by variable', () => {
    const now = after(defined, {
      type: 'cad.changed',
      by: agent,
      changes: [
        {name: 'plan', value: 'gold', version: 2},
        {name: 'note', value: 'stale', version: 4},
        {name: 'stranger', value: 'x', version: 9},
      ],
    });
    expect(now.cad).toEqual([
      {...variable('plan'), value: 'gold', version: 2, changedBy: agent, changedAt: 9_000},
      variable('note', 4),
    ]);
  });

  it('R42 what the flow defines anew takes the place of all that was there', () => {
    const anew = after(defined, {type: 'cad.defined', variables: [variable('plan', 3), variable('region')]});
    expect(anew.cad).toEqual([variable('plan', 3), variable('region')]);
    expect(after(anew, {type: 'cad.defined', variables: []}).cad).toEqual([]);
  });

  it('R42 what is not newer, and news for one agent, change nothing', () => {
    const changes = [{name: 'note', value: 'stale', version: 3}];
    expect(after(defined, {type: 'cad.changed', by: {kind: 'flow'}, changes})).toBe(defined);
    expect(
      after(defined, {
        type: 'cad.overwritten',
        agentId: YOON.id,
        name: 'plan',
        winner: 'Park',
        kept: 'a',
        lost: 'b',
      }),
    ).toBe(defined);
  });
});

describe('a call guide', () => {
  it('R48 is kept with who answered what, and when', () => {
    const replies = [{questionId: 'q', answer: 'yes'}];
    const now = after(call({origin: 'campaign'}), {type: 'call-guide.submitted', by: YOON, replies});
    expect(now.guide).toEqual({by: YOON, at: 9_000, replies});
  });
});

import {describe, expect, it} from 'vitest';
import {CC_MAX, checkCommand, MAIL_MAX_LENGTH, MESSAGE_MAX_LENGTH, NOTE_MAX_LENGTH} from './check-command.js';
import type {Command, OutgoingMail} from './command.js';
import {tenant} from './test-kit/make.js';

const on = {interactionId: 'i1'} as const;
const check = (command: Command, set = {}, channel: 'voice' | 'chat' = 'chat') =>
  checkCommand(command, tenant(set), channel)?.code ?? 'ok';
const message = (text: string, attachmentIds?: readonly string[]) =>
  check({type: 'message.send', ...on, text, ...(attachmentIds ? {attachmentIds} : {})});

describe('a message', () => {
  it('R70 has at most 1,000 units', () => {
    expect(message('x'.repeat(MESSAGE_MAX_LENGTH))).toBe('ok');
    expect(message('가'.repeat(MESSAGE_MAX_LENGTH))).toBe('ok');
    expect(message('x'.repeat(MESSAGE_MAX_LENGTH + 1))).toBe('DW_MESSAGE_TOO_LONG');
    const long: Command = {type: 'message.send', ...on, text: 'x'.repeat(1_234)};
    expect(checkCommand(long, tenant())?.params).toEqual({max: 1_000, length: 1_234});
  });

  it('R71 is not empty, unless it carries a file', () => {
    expect(message('')).toBe('DW_MESSAGE_EMPTY');
    expect(message(' \n\t')).toBe('DW_MESSAGE_EMPTY');
    expect(message('', [])).toBe('DW_MESSAGE_EMPTY');
    expect(message('', ['f1'])).toBe('ok');
  });
});

describe('a mail', () => {
  const mail = (set: Partial<OutgoingMail>) =>
    check({
      type: 'mail.send',
      ...on,
      mail: {
        kind: 'reply',
        inReplyTo: '<a@x>',
        cc: [],
        text: 'Hello',
        attachmentIds: [],
        quotes: false,
        ...set,
      },
    });

  it('R70 is bounded, R71 and not empty', () => {
    expect(mail({})).toBe('ok');
    expect(mail({text: ' '})).toBe('DW_MAIL_EMPTY');
    expect(mail({text: '', html: '<p>Hello</p>'})).toBe('ok');
    expect(mail({text: 'x'.repeat(MAIL_MAX_LENGTH)})).toBe('ok');
    expect(mail({text: 'x'.repeat(MAIL_MAX_LENGTH + 1)})).toBe('DW_MAIL_TOO_LONG');
    expect(mail({html: 'x'.repeat(MAIL_MAX_LENGTH * 5 + 1)})).toBe('DW_MAIL_TOO_LONG');
  });

  it('R70 is plain text as a quick reply', () => {
    expect(mail({kind: 'quick-reply'})).toBe('ok');
    expect(mail({kind: 'quick-reply', html: '<p>Hello</p>'})).toBe('DW_INPUT_INVALID');
  });

  const address = 'kim@example.org';
  it.each([
    [{address}, 'ok'],
    [{address: '김@예시.한국', name: '김민수'}, 'ok'],
    [{address: 'no-at'}, 'DW_MAIL_ADDRESS'],
    [{address: 'two@at@x'}, 'DW_MAIL_ADDRESS'],
    [{address: 'a@x, b@x'}, 'DW_MAIL_ADDRESS'],
    [{address: 'a@x\r\nBcc: b@x'}, 'DW_MAIL_ADDRESS'],
    [{address, name: 'Kim\r\nBcc: b@x'}, 'DW_MAIL_ADDRESS'],
    [{address: `${'a'.repeat(250)}@x.org`}, 'DW_MAIL_ADDRESS'],
  ])('R70 takes the Cc %j: %s', (mailbox, expected) => {
    expect(mail({cc: [mailbox]})).toBe(expected);
  });

  it('R70 has at most 50 recipients in Cc', () => {
    expect(mail({cc: Array.from({length: CC_MAX}, () => ({address}))})).toBe('ok');
    expect(mail({cc: Array.from({length: CC_MAX + 1}, () => ({address}))})).toBe('DW_MAIL_RECIPIENTS');
  });
});

describe('a wrap-up', () => {
  const reasons = ['a', 'b', 'c'].map((id) => ({id, label: id}));
  const set = {wrapUpReasons: reasons};
  const submit = (reasonIds: readonly string[], channel: 'voice' | 'chat', note?: string, more = {}) =>
    check(
      {type: 'wrap-up.submit', ...on, reasonIds, ...(note === undefined ? {} : {note})},
      {...set, ...more},
      channel,
    );

  it('R70 R71 has one reason, or several where the policy allows', () => {
    expect(submit([], 'voice')).toBe('DW_WRAPUP_REASON_REQUIRED');
    expect(submit(['a'], 'voice')).toBe('ok');
    expect(submit(['a', 'b'], 'voice')).toBe('DW_WRAPUP_ONE_REASON');
    expect(submit(['a', 'b'], 'chat')).toBe('ok');
    expect(submit(['a', 'a'], 'chat')).toBe('DW_WRAPUP_REASON_UNKNOWN');
    expect(submit(['z'], 'voice')).toBe('DW_WRAPUP_REASON_UNKNOWN');
    expect(checkCommand({type: 'wrap-up.submit', ...on, reasonIds: ['a', 'b']}, tenant(set))?.code).toBe(
      'DW_WRAPUP_ONE_REASON',
    );
  });

  it('R70 takes only the reasons of the channel', () => {
    const wrapUp = {...tenant().wrapUp, voice: {multiple: false, extendable: false, reasonIds: ['b']}};
    expect(submit(['a'], 'voice', undefined, {wrapUp})).toBe('DW_WRAPUP_REASON_UNKNOWN');
    expect(submit(['b'], 'voice', undefined, {wrapUp})).toBe('ok');
  });

  it('R70 has a short note', () => {
    expect(submit(['a'], 'voice', 'x'.repeat(NOTE_MAX_LENGTH))).toBe('ok');
    expect(submit(['a'], 'voice', 'x'.repeat(NOTE_MAX_LENGTH + 1))).toBe('DW_INPUT_INVALID');
  });
});

describe('others', () => {
  it('R70 bounds edits of data, without telling the value', () => {
    const edit = (value: string, name = 'plan') => ({name, value, base: 1});
    const save = (count: number, value = 'x') =>
      check({
        type: 'cad.save',
        ...on,
        edits: Array.from({length: count}, (_, index) => edit(value, `n${index}`)),
      });
    expect([save(0), save(1), save(30), save(31)]).toEqual([
      'DW_INPUT_INVALID',
      'ok',
      'ok',
      'DW_INPUT_INVALID',
    ]);
    expect(save(1, 'x'.repeat(256))).toBe('ok');
    expect(check({type: 'cad.save', ...on, edits: [edit('a'), edit('b')]})).toBe('DW_INPUT_INVALID');
    const long: Command = {type: 'cad.save', ...on, edits: [edit('secret'.repeat(50))]};
    expect(checkCommand(long, tenant())).toEqual({
      code: 'DW_CAD_TOO_LONG',
      kind: 'input',
      params: {name: 'plan', max: 256},
    });
  });

  it.each([
    ['1', 'ok'],
    ['0123456789*#ABCD', 'ok'],
    ['', 'DW_INPUT_INVALID'],
    ['12 3', 'DW_INPUT_INVALID'],
    ['1'.repeat(32), 'ok'],
    ['1'.repeat(33), 'DW_INPUT_INVALID'],
  ])('R70 sends the digits "%s": %s', (digits, expected) => {
    expect(check({type: 'call.dtmf', ...on, digits})).toBe(expected);
  });

  it('R70 bounds the replies to a call guide, and names the question that was answered at too great length', () => {
    const submit = (count: number, length = 1): Command => ({
      type: 'call-guide.submit',
      ...on,
      replies: Array.from({length: count}, (_, index) => ({
        questionId: `q${index}`,
        answer: 'x'.repeat(length),
      })),
    });
    expect(check(submit(100, 1_000))).toBe('ok');
    expect(check(submit(101))).toBe('DW_INPUT_INVALID');
    expect(checkCommand(submit(2, 1_001), tenant())).toMatchObject({
      code: 'DW_GUIDE_REPLY_TOO_LONG',
      params: {questionId: 'q0', max: 1_000},
    });
  });

  it('R78 an outdial call names an ANI of the list and a number that the dial plan allows', () => {
    const outdial = {
      ...tenant().outdial,
      anis: [{number: '+8225550100', name: 'Front'}],
      dialPlan: [{name: 'Domestic', prefixes: ['0', '+82']}],
    };
    const dialOut = (number: string, ani?: string) =>
      check({type: 'outdial.call', number, ...(ani === undefined ? {} : {ani})}, {outdial});
    expect(dialOut('010-4827-1934')).toBe('ok');
    expect(dialOut('010-4827-1934', '+8225550100')).toBe('ok');
    expect(dialOut('010-4827-1934', '+8225550199')).toBe('DW_ANI_UNKNOWN');
    expect(dialOut('12', '+8225550199')).toBe('DW_ANI_UNKNOWN');
    expect(dialOut('+1 213 373 4253')).toBe('DW_NUMBER_DIAL_PLAN');
    expect(dialOut('call me')).toBe('DW_NUMBER_INVALID');
  });

  const hotline = {id: 'e', name: 'Hotline', channel: 'voice', queueId: 'q', number: '1588-0420'} as const;
  const mailbox = {...hotline, id: 'm', channel: 'email', number: '1588-0421'} as const;
  const dial = (type: 'interaction.transfer' | 'consult.start', number: string) =>
    check({type, ...on, to: {kind: 'number', number}}, {entryPoints: [hotline, mailbox]});

  it.each([
    ['010-4827-1934', 'ok'],
    ['tel:+82-10-4827-1934;ext=1', 'ok'],
    ['1588-0421', 'ok'],
    ['12', 'DW_NUMBER_INVALID'],
    ['call me', 'DW_NUMBER_INVALID'],
    ['9'.repeat(300), 'DW_NUMBER_INVALID'],
    ['15880420', 'DW_NUMBER_ENTRY_POINT'],
    ['+82 1588 0420', 'DW_NUMBER_ENTRY_POINT'],
    ['１５８８－０４２０', 'DW_NUMBER_ENTRY_POINT'],
  ])('R75 transfers to and consults the number "%s": %s', (number, expected) => {
    expect(dial('interaction.transfer', number)).toBe(expected);
    expect(dial('consult.start', number)).toBe(expected);
  });

  it('R70 has nothing to say about a command without text', () => {
    expect(check({type: 'call.hold', ...on})).toBe('ok');
  });
});

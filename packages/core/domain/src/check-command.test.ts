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
      mail: {kind: 'reply', inReplyTo: '<a@x>', cc: [], text: 'Hello', attachments: [], ...set},
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
    [{address: 'no-at'}, 'DW_INPUT_INVALID'],
    [{address: 'two@at@x'}, 'DW_INPUT_INVALID'],
    [{address: 'a@x, b@x'}, 'DW_INPUT_INVALID'],
    [{address: 'a@x\r\nBcc: b@x'}, 'DW_INPUT_INVALID'],
    [{address, name: 'Kim\r\nBcc: b@x'}, 'DW_INPUT_INVALID'],
    [{address: `${'a'.repeat(250)}@x.org`}, 'DW_INPUT_INVALID'],
  ])('R70 takes the Cc %j: %s', (mailbox, expected) => {
    expect(mail({cc: [mailbox]})).toBe(expected);
  });

  it('R70 has at most 50 recipients in Cc', () => {
    expect(mail({cc: Array.from({length: CC_MAX}, () => ({address}))})).toBe('ok');
    expect(mail({cc: Array.from({length: CC_MAX + 1}, () => ({address}))})).toBe('DW_INPUT_INVALID');
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
    const edit = (value: string) => ({name: 'plan', value, base: 1});
    const save = (count: number, value = 'x') =>
      check({type: 'cad.save', ...on, edits: Array.from({length: count}, () => edit(value))});
    expect([save(0), save(1), save(30), save(31)]).toEqual([
      'DW_INPUT_INVALID',
      'ok',
      'ok',
      'DW_INPUT_INVALID',
    ]);
    expect(save(1, 'x'.repeat(256))).toBe('ok');
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

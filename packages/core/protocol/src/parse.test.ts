import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Command, OutgoingMail} from '@deskwire/domain';
import {CC_MAX, checkCommand, COMMAND_TYPES, createTenant, MAIL_MAX_LENGTH, REFUSALS} from '@deskwire/domain';
import {LIMITS, MAIL_BYTES, MESSAGE_BYTES} from './limits.js';
import {encode, PROTOCOL_VERSION, type ClientMessage} from './messages.js';
import {fits, parseClientMessage, type Parsed} from './parse.js';

const hello: ClientMessage = {type: 'hello', protocol: PROTOCOL_VERSION, token: 'token'};
const commandOf = (command: unknown, id: unknown = 'c-1') => JSON.stringify({type: 'command', id, command});
const say = (text: string) => commandOf({type: 'message.send', interactionId: 'i-1', text});
const mail: OutgoingMail = {
  kind: 'reply',
  inReplyTo: 'm-1',
  cc: [],
  text: 'Hello',
  attachmentIds: [],
  quotes: false,
};
const mailOf = (set: Partial<OutgoingMail>) =>
  commandOf({type: 'mail.send', interactionId: 'i-1', mail: {...mail, ...set}});

const refusalOf = <T>(parsed: Parsed<T>) => (parsed.ok ? undefined : parsed.refusal);
const codeOf = <T>(parsed: Parsed<T>) => refusalOf(parsed)?.code;
const fieldOf = <T>(parsed: Parsed<T>) => refusalOf(parsed)?.params?.field;

describe('what a desk says', () => {
  it('is read as it was written', () => {
    const cursor = {epoch: 'e', seq: 7};
    expect(parseClientMessage(encode({...hello, cursor}), 'stranger')).toEqual({
      ok: true,
      value: {...hello, cursor},
    });
    const messages: ClientMessage[] = [
      {type: 'pong'},
      {type: 'query', id: 'q-1', query: {type: 'directory.queues'}},
      {type: 'command', id: 'c-1', command: {type: 'call.hold', interactionId: 'i-1'}},
      {type: 'command', id: 'c-2', command: {type: 'mail.send', interactionId: 'i-1', mail}},
    ];
    for (const message of messages) {
      expect(parseClientMessage(encode(message), 'agent')).toEqual({ok: true, value: message});
      expect(parseClientMessage(new TextEncoder().encode(encode(message)), 'agent')).toEqual({
        ok: true,
        value: message,
      });
    }
  });

  it('loses the keys that a command does not have', () => {
    const parsed = parseClientMessage(
      commandOf({type: 'call.hold', interactionId: 'i-1', agentId: 'somebody else', role: 'admin'}),
      'agent',
    );
    expect(parsed.ok && parsed.value).toEqual({
      type: 'command',
      id: 'c-1',
      command: {type: 'call.hold', interactionId: 'i-1'},
    });
  });

  it.each([
    ['', 'json'],
    ['nonsense', 'json'],
    ['null', 'json'],
    ['[]', 'json'],
    ['"hello"', 'json'],
    ['{', 'json'],
    ['{}', 'type'],
    ['{"type":5}', 'type'],
    [JSON.stringify({type: 'command', id: 'c-1'}), 'command'],
    [commandOf({interactionId: 'i-1'}), 'command.type'],
    [commandOf({type: 'call.hold'}), 'command.interactionId'],
    [commandOf({type: 'call.hold', interactionId: 5}), 'command.interactionId'],
    [commandOf({type: 'call.hold', interactionId: ''}), 'command.interactionId'],
    [commandOf({type: 'agent.set-state', to: {state: 'engaged'}}), 'command.to.state'],
    [
      commandOf({type: 'interaction.transfer', interactionId: 'i', to: {kind: 'agent'}}),
      'command.to.agentId',
    ],
    [commandOf({type: 'call.hold', interactionId: 'i-1'}, 'with space'), 'id'],
    [commandOf({type: 'call.hold', interactionId: 'i-1'}, 'x'.repeat(65)), 'id'],
    [mailOf({cc: [{address: 5}] as never}), 'command.mail.cc.0.address'],
    [
      encode({
        type: 'query',
        id: 'q',
        query: {type: 'messages.before', interactionId: 'i', messageId: 'm', limit: 1e9},
      }),
      'query.limit',
    ],
    [encode(hello), 'type'],
  ])('is malformed at the named field: %s', (text, field) => {
    const parsed = parseClientMessage(text, 'agent');
    expect([codeOf(parsed), fieldOf(parsed)]).toEqual(['DW_WIRE_MALFORMED', field]);
  });

  it('names an unknown word, but only where it looks like one', () => {
    const unknown = parseClientMessage(commandOf({type: 'desk.explode'}), 'agent');
    expect(unknown).toEqual({
      ok: false,
      id: 'c-1',
      refusal: {
        code: 'DW_WIRE_UNKNOWN',
        kind: 'transport',
        params: {field: 'command.type', type: 'desk.explode'},
      },
    });
    const personal = parseClientMessage(commandOf({type: 'Hana Seo, +82 2 1555 0142'}), 'agent');
    expect(refusalOf(personal)?.params).toEqual({field: 'command.type'});
    expect(codeOf(parseClientMessage('{"type":"shout"}', 'agent'))).toBe('DW_WIRE_UNKNOWN');
  });

  it('never puts what was sent into the refusal', () => {
    const secret = 'card 4111 1111 1111 1111';
    for (const command of [
      {type: 'message.send', interactionId: {secret}, text: secret},
      {type: 'message.send', interactionId: 'i', text: [secret]},
      {type: 'cad.save', interactionId: 'i', edits: [{name: 'n', value: secret, base: secret}]},
    ]) {
      const parsed = parseClientMessage(commandOf(command), 'agent');
      expect(parsed.ok).toBe(false);
      expect(JSON.stringify(parsed)).not.toContain('4111');
    }
  });

  it('answers hello of another version with the versions', () => {
    const text = JSON.stringify({
      type: 'hello',
      protocol: PROTOCOL_VERSION + 1,
      credentials: {of: 'another shape'},
    });
    expect(refusalOf(parseClientMessage(text, 'stranger'))).toEqual({
      code: 'DW_WIRE_VERSION',
      kind: 'transport',
      params: {gateway: PROTOCOL_VERSION, desk: PROTOCOL_VERSION + 1},
    });
  });

  it('takes nothing but hello from a stranger', () => {
    expect(codeOf(parseClientMessage(say('Hello'), 'stranger'))).toBe('DW_AUTH_MISSING');
    expect(parseClientMessage(encode(hello), 'stranger').ok).toBe(true);
    expect(codeOf(parseClientMessage(encode({...hello, token: ''}), 'stranger'))).toBe('DW_WIRE_MALFORMED');
  });
});

describe('the size of what a desk says', () => {
  const chars = (bytes: number) => 'x'.repeat(bytes);

  it('has a limit per sender and per kind of message', () => {
    const big = say(chars(LIMITS.message));
    expect(codeOf(parseClientMessage(big, 'customer'))).toBe('DW_WIRE_TOO_LARGE');
    expect(parseClientMessage(big, 'agent').ok).toBe(true);
    expect(fieldOf(parseClientMessage(say(chars(LIMITS.message + 1)), 'agent'))).toBe('command.text');
    expect(codeOf(parseClientMessage(say(chars(MESSAGE_BYTES.agent)), 'agent'))).toBe('DW_WIRE_TOO_LARGE');
    expect(codeOf(parseClientMessage(encode({...hello, token: chars(9_000)}), 'stranger'))).toBe(
      'DW_WIRE_TOO_LARGE',
    );
    expect(parseClientMessage(mailOf({html: chars(300_000)}), 'agent').ok).toBe(true);
    expect(codeOf(parseClientMessage(mailOf({html: chars(MAIL_BYTES)}), 'agent'))).toBe('DW_WIRE_TOO_LARGE');
    expect(codeOf(parseClientMessage(mailOf({html: chars(300_000)}), 'customer'))).toBe('DW_WIRE_TOO_LARGE');
  });

  it('counts bytes, not characters', () => {
    const korean = say('가'.repeat(6_000));
    expect(korean.length).toBeLessThan(MESSAGE_BYTES.customer);
    expect(codeOf(parseClientMessage(korean, 'customer'))).toBe('DW_WIRE_TOO_LARGE');
    expect(codeOf(parseClientMessage(new TextEncoder().encode(korean), 'customer'))).toBe(
      'DW_WIRE_TOO_LARGE',
    );
  });

  it('still tells whose message was too large', () => {
    const parsed = parseClientMessage(say(chars(2_000_000)), 'customer');
    expect(parsed).toMatchObject({ok: false, id: 'c-1', refusal: {code: 'DW_WIRE_TOO_LARGE'}});
  });

  it('can be asked beforehand', () => {
    const small: ClientMessage = {
      type: 'command',
      id: 'c',
      command: {type: 'message.send', interactionId: 'i', text: 'Hi'},
    };
    const large: ClientMessage = {...small, command: {...small.command, text: chars(20_000)} as Command};
    expect(fits(small, encode(small), 'customer')).toBe(true);
    expect(fits(large, encode(large), 'customer')).toBe(false);
    expect(fits(large, encode(large), 'agent')).toBe(true);
    const letter: ClientMessage = {
      type: 'command',
      id: 'c',
      command: {type: 'mail.send', interactionId: 'i', mail: {...mail, html: chars(1_000_000)}},
    };
    expect(fits(letter, encode(letter), 'agent')).toBe(true);
  });

  it('takes the longest mail that may be written, in Korean, to as many as it may go to', () => {
    const longest: OutgoingMail = {
      ...mail,
      cc: Array.from({length: CC_MAX}, () => ({name: '김민수', address: `${'a'.repeat(240)}@example.com`})),
      text: '가'.repeat(MAIL_MAX_LENGTH),
      html: '가'.repeat(MAIL_MAX_LENGTH * 5),
      attachmentIds: Array.from({length: 60}, (_, index) => `file-${index}`),
    };
    const command = {type: 'mail.send', interactionId: 'i-1', mail: longest} as const;
    expect(checkCommand(command, createTenant({id: 't', name: 'T'}))).toBeUndefined();
    const message: ClientMessage = {type: 'command', id: 'c-1', command};
    expect(fits(message, encode(message), 'agent')).toBe(true);
    expect(parseClientMessage(encode(message), 'agent')).toEqual({ok: true, value: message});
  });

  it('refuses bytes that are no text', () => {
    const parsed = parseClientMessage(new Uint8Array([0x7b, 0xff, 0x7d]), 'agent');
    expect([codeOf(parsed), fieldOf(parsed)]).toEqual(['DW_WIRE_MALFORMED', 'utf-8']);
  });
});

describe('hostile input', () => {
  it('cannot reach a prototype', () => {
    for (const key of ['__proto__', 'constructor', '\\u005f_proto__']) {
      const text = `{"type":"command","id":"c","${key}":{"polluted":true},"command":{"type":"call.hold","interactionId":"i","${key}":{"polluted":true}}}`;
      const parsed = parseClientMessage(text, 'agent');
      expect(parsed.ok).toBe(true);
      expect(Object.hasOwn(parsed, key)).toBe(false);
      expect(JSON.stringify(parsed)).not.toContain('polluted');
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('does not break on depth', () => {
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    expect(parseClientMessage(deep, 'agent').ok).toBe(false);
    expect(
      parseClientMessage(commandOf({type: 'call.hold', interactionId: 'i'}).replace('"i"', deep), 'agent').ok,
    ).toBe(false);
  });

  it('never throws, whatever arrives, and always answers with a code of ours', () => {
    const near = fc.record(
      {
        type: fc.oneof(fc.constantFrom('hello', 'command', 'query', 'pong'), fc.string()),
        id: fc.oneof(fc.constant('c-1'), fc.anything()),
        command: fc.record(
          {
            type: fc.oneof(fc.constantFrom(...COMMAND_TYPES), fc.string()),
            interactionId: fc.oneof(fc.constant('i'), fc.anything()),
            to: fc.anything(),
            mail: fc.anything(),
            text: fc.anything(),
          },
          {requiredKeys: []},
        ),
      },
      {requiredKeys: []},
    );
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      near.map((value) => JSON.stringify(value) ?? ''),
    );
    const sender = fc.constantFrom('agent', 'customer', 'stranger');
    fc.assert(
      fc.property(text, sender, (data, from) => {
        const parsed = parseClientMessage(data, from);
        if (!parsed.ok) expect(parsed.refusal.code in REFUSALS).toBe(true);
      }),
      {numRuns: 2_000, seed: 7},
    );
  });
});

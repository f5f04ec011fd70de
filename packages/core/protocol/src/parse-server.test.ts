import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Fact} from '@deskwire/domain';
import {
  aMail,
  anActive,
  aRequest,
  aVariable,
  chatOf,
  aMessage,
  factLog,
  threadOf,
} from '@deskwire/testing/fixtures.js';
import {LIMITS} from './limits.js';
import {encode, PROTOCOL_VERSION, type ServerMessage} from './messages.js';
import {parseAnswer, parseRefusal, parseServerMessage} from './parse-server.js';

const factsOf = (...facts: unknown[]) => JSON.stringify({type: 'facts', facts});
const read = (text: string): readonly Fact[] => {
  const parsed = parseServerMessage(text);
  if (!parsed.ok || parsed.value.type !== 'facts') throw new Error(JSON.stringify(parsed));
  return parsed.value.facts;
};
const refusalOf = (text: string) => {
  const parsed = parseServerMessage(text);
  return parsed.ok ? undefined : parsed.refusal;
};

describe('what a gateway says', () => {
  it('is read as it was written', () => {
    const messages: ServerMessage[] = [
      {
        type: 'welcome',
        protocol: PROTOCOL_VERSION,
        epoch: 'e',
        now: 1_700_000_000_000,
        heartbeatSeconds: 15,
        resumed: false,
      },
      {type: 'result', id: 'c-1', ok: true},
      {type: 'result', id: 'c-1', ok: false, refusal: {code: 'DW_CALL_HELD', kind: 'state'}},
      {type: 'answer', id: 'q-1', ok: true, answer: {queues: []}},
      {type: 'answer', id: 'q-1', ok: false, refusal: {code: 'DW_SERVER_FAILED', kind: 'transport'}},
      {type: 'rejected', refusal: {code: 'DW_WIRE_MALFORMED', kind: 'transport', params: {field: 'x'}}},
      {type: 'refused', refusal: {code: 'DW_AUTH_EXPIRED', kind: 'transport'}, final: true},
      {type: 'ping'},
    ];
    for (const message of messages)
      expect(parseServerMessage(encode(message))).toEqual({ok: true, value: message});
  });

  it('keeps whole facts whole', () => {
    const log = factLog();
    const facts = [
      log.hydrated({
        interactions: [
          aRequest({
            channel: 'chat',
            content: chatOf(
              aMessage({attachments: [{id: 'f', name: 'a.pdf', type: 'application/pdf', size: 3}]}),
            ),
          }),
          anActive({
            channel: 'voice',
            cad: [aVariable({changedBy: {kind: 'flow'}})],
            recording: {state: 'paused', since: 1},
          }),
          anActive({channel: 'email', content: threadOf(aMail({html: '<p>x</p>'}))}),
        ],
      }),
      log.say({type: 'call.held', interactionId: 'voice-1', agentId: 'agent-1'}, {cause: 'c-1'}),
    ];
    expect(read(encode({type: 'facts', facts}))).toEqual(facts);
  });

  it('passes on facts of an unknown type, without what could reach a prototype', () => {
    const [fact] = read(
      '{"type":"facts","facts":[{"type":"call.levitated","seq":4,"at":5,"interactionId":"i","height":{"m":2,"__proto__":{"x":1}}}]}',
    );
    expect(fact).toEqual({type: 'call.levitated', seq: 4, at: 5, interactionId: 'i', height: {m: 2}});
    const [named] = read(factsOf({type: 'toString', seq: 4, at: 5}));
    expect(named?.type).toBe('toString');
  });

  it('drops the fields of a known fact that it does not know', () => {
    const [fact] = read(
      factsOf({type: 'call.held', seq: 1, at: 2, interactionId: 'i', agentId: 'a', why: 'new'}),
    );
    expect(fact).toEqual({type: 'call.held', seq: 1, at: 2, interactionId: 'i', agentId: 'a'});
  });

  it('leaves out capabilities and permissions of a newer gateway', () => {
    const fact = JSON.parse(JSON.stringify(factLog().hydrated()));
    fact.snapshot.capabilities = {
      commands: ['call.hold', 'call.levitate'],
      features: ['resume', 'telepathy'],
    };
    fact.snapshot.profile.permissions.push('fly');
    const [parsed] = read(factsOf(fact));
    expect(parsed?.type === 'desk.hydrated' && parsed.snapshot.capabilities).toEqual({
      commands: ['call.hold'],
      features: ['resume'],
    });
    expect(parsed?.type === 'desk.hydrated' && parsed.snapshot.profile?.permissions).not.toContain('fly');
  });

  it('keeps a refusal that it does not know as a failure of the gateway', () => {
    const parsed = parseServerMessage(
      '{"type":"result","id":"c","ok":false,"refusal":{"code":"DW_CALL_LEVITATES","kind":"mood"}}',
    );
    expect(parsed.ok && parsed.value).toEqual({
      type: 'result',
      id: 'c',
      ok: false,
      refusal: {code: 'DW_SERVER_FAILED', kind: 'transport', params: {code: 'DW_CALL_LEVITATES'}},
    });
  });

  it('names the field that is wrong, down to the fact', () => {
    const good = factLog().hydrated({interactions: [aRequest()]});
    const broken = JSON.parse(JSON.stringify(good));
    broken.snapshot.interactions[0].engagements[0].phase = 'asleep';
    expect(refusalOf(factsOf(good, broken))).toEqual({
      code: 'DW_WIRE_MALFORMED',
      kind: 'transport',
      params: {field: 'facts.1.snapshot.interactions.0.engagements.0.phase'},
    });
    expect(refusalOf(factsOf({type: 'call.held', at: 1}))?.params).toEqual({field: 'facts.0.seq'});
    expect(refusalOf(factsOf('x'))?.code).toBe('DW_WIRE_MALFORMED');
    expect(refusalOf('{"type":"sermon"}')?.code).toBe('DW_WIRE_UNKNOWN');
    expect(refusalOf('nonsense')?.params).toEqual({field: 'json'});
  });

  it('cuts what a stranger made too long, and lives on', () => {
    const mail = aMail({
      subject: 'x'.repeat(1e5),
      cc: Array.from({length: 12_000}, () => ({address: 'y'.repeat(1_100)})),
      redactions: Array.from({length: 5_000}, (_, at) => ({kind: 'card', at: at * 20, length: 16})),
    });
    const [fact] = read(factsOf(factLog().say({type: 'mail.received', interactionId: 'i', mail})));
    if (fact?.type !== 'mail.received') throw new Error('not the mail');
    expect(fact.mail.subject).toHaveLength(8_192);
    expect(fact.mail.cc).toHaveLength(10_000);
    expect(fact.mail.redactions).toHaveLength(LIMITS.few);
    expect(fact.mail.cc[9_999]?.address).toHaveLength(1_024);
  });

  it('never throws, whatever arrives', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.array(fc.anything()).map((facts) => factsOf(...facts)),
        ),
        (text) => {
          const parsed = parseServerMessage(text);
          if (parsed.ok) expect(parsed.value.type).toBeTypeOf('string');
        },
      ),
      {numRuns: 1_000, seed: 11},
    );
  });
});

describe('an answer', () => {
  it('is read by who asked', () => {
    const queues = {queues: [{id: 'q', name: 'Support'}]};
    expect(parseAnswer('directory.queues', queues)).toEqual({ok: true, value: queues});
    expect(parseAnswer('directory.queues', {queues: [{id: 'q'}]})).toMatchObject({
      ok: false,
      refusal: {code: 'DW_WIRE_MALFORMED', params: {field: 'answer.queues.0.name'}},
    });
  });
});

describe('a refusal', () => {
  it('is read where it is one', () => {
    const refusal = {code: 'DW_AUTH_INVALID', kind: 'transport'};
    expect(parseRefusal(refusal)).toEqual(refusal);
    expect(parseRefusal({code: 'DW_NEW', params: {a: 1}})).toMatchObject({code: 'DW_SERVER_FAILED'});
    for (const none of [undefined, null, 'no', {}, {code: 5}]) expect(parseRefusal(none)).toBeUndefined();
  });
});

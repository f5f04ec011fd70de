import {describe, expect, it} from 'vitest';
import type {PermitView} from './case.js';
import type {CommandType} from './command.js';
import type {WrapUpPolicy} from './config.js';
import type {Mail} from './content.js';
import type {Interaction, Phase} from './interaction.js';
import {PHASES} from './interaction.js';
import type {RefusalCode} from './refusal.js';
import {
  asking,
  askingAs2,
  call,
  chat,
  engagement,
  mail,
  PARK,
  profile,
  TALKS,
  tenant,
  verdictOf,
  view,
  AGENT,
} from './test-kit/make.js';
import {permit} from './permit.js';

type Expected = 'ok' | RefusalCode;
const inPhase = (make: typeof call, phase: Phase, more: Partial<Interaction> = {}): Interaction =>
  make({engagements: [engagement({phase})], talk: TALKS.none, ...more});
const deskPhone = {profile: profile({station: {kind: 'desk-phone', dn: '2001'}})};

describe('a request', () => {
  const answers: Readonly<Record<Phase, Expected>> = {
    connecting: 'DW_INTERACTION_CONNECTING',
    offered: 'ok',
    active: 'DW_INTERACTION_NOT_OFFERED',
    'wrap-up': 'DW_INTERACTION_NOT_OFFERED',
    done: 'DW_INTERACTION_NOT_OFFERED',
  };
  it.each(PHASES)('R57 is accepted only while offered (%s)', (phase) => {
    for (const make of [call, chat, mail]) {
      expect(asking('interaction.accept', inPhase(make, phase))).toBe(answers[phase]);
    }
    expect(asking('interaction.decline', inPhase(call, phase))).toBe(answers[phase]);
  });

  it.each(PHASES)('R57 is answered on the phone where the station is a desk phone (%s)', (phase) => {
    expect(asking('interaction.accept', inPhase(call, phase), deskPhone)).toBe(
      'DW_INTERACTION_ANSWER_ON_PHONE',
    );
    expect(asking('interaction.decline', inPhase(call, phase), deskPhone)).toBe(
      'DW_INTERACTION_ANSWER_ON_PHONE',
    );
    expect(asking('interaction.accept', inPhase(chat, phase), deskPhone)).toBe(answers[phase]);
  });

  it('R57 of another channel than voice cannot be declined', () => {
    expect(asking('interaction.decline', inPhase(chat, 'offered'))).toBe('DW_CHANNEL_WRONG');
    expect(asking('interaction.decline', inPhase(mail, 'offered'))).toBe('DW_CHANNEL_WRONG');
  });
});

describe('chat and mail', () => {
  const voiceOnly: readonly CommandType[] = [
    'call.hold',
    'call.resume',
    'call.mute',
    'call.unmute',
    'call.dtmf',
    'consult.start',
    'consult.hold',
    'consult.resume',
    'consult.end',
    'consult.transfer',
  ];
  it.each(voiceOnly)('R53 %s has no meaning there and is absent', (type) => {
    expect(asking(type, chat())).toBe('DW_CHANNEL_WRONG');
    expect(asking(type, mail())).toBe('DW_CHANNEL_WRONG');
  });

  it.each(['consult.cancel', 'conference.start', 'conference.end', 'conference.transfer'] as const)(
    'R53 %s has no meaning for a mail',
    (type) => {
      expect(asking(type, mail())).toBe('DW_CHANNEL_WRONG');
    },
  );

  it('R59 can always be ended by the owner who is active', () => {
    for (const talk of [TALKS.together, TALKS.conference]) {
      expect(asking('interaction.end', chat({talk}))).toBe('ok');
    }
    expect(asking('interaction.end', mail())).toBe('ok');
    expect(asking('interaction.end', inPhase(chat, 'offered'))).toBe('DW_INTERACTION_NOT_ACTIVE');
  });

  it('R63 writes in a chat while the customer is there', () => {
    expect(asking('message.send', chat())).toBe('ok');
    expect(asking('message.send', chat({channel: 'social'}))).toBe('ok');
    expect(asking('message.send', call())).toBe('DW_CHANNEL_WRONG');
    expect(asking('message.send', inPhase(chat, 'wrap-up'))).toBe('DW_INTERACTION_NOT_ACTIVE');
    const transcript = {messages: [], earlier: 0, customerLeftAt: 5};
    expect(asking('message.send', chat({content: {kind: 'chat', transcript}}))).toBe('DW_CHAT_CUSTOMER_LEFT');
    const second = {engagements: [engagement(), engagement({agent: PARK, role: 'conferenced' as const})]};
    expect(askingAs2('message.send', chat(second))).toBe('ok');
  });

  it('R88 answers a mail that one owns', () => {
    expect(asking('mail.send', mail())).toBe('ok');
    expect(asking('mail.send', chat())).toBe('DW_CHANNEL_WRONG');
    expect(asking('mail.send', inPhase(mail, 'offered'))).toBe('DW_INTERACTION_NOT_ACTIVE');
    expect(asking('mail.send', mail({engagements: [engagement({role: 'consulted'})]}))).toBe(
      'DW_CONSULT_NOT_OWNER',
    );
  });

  const letter = (set: Partial<Mail>): Mail => ({
    id: 'm1',
    messageId: '<m1@mail.example>',
    at: 0,
    direction: 'out',
    from: {address: 'us@mail.example'},
    to: [],
    cc: [],
    subject: '',
    text: '',
    attachments: [],
    ...set,
  });
  const thread = (...mails: readonly Mail[]) => ({content: {kind: 'email', thread: {mails}}}) as const;
  const both = (one: Interaction) => [asking('mail.send', one), asking('mail.recall', one)];

  it('R88 calls a mail back that waits to leave, and writes no other one meanwhile', () => {
    const waiting = thread(letter({delivery: 'sending', leavesAt: 9}));
    expect(both(mail(waiting))).toEqual(['DW_MAIL_LEAVING', 'ok']);
    expect(both(mail(thread(letter({delivery: 'sending'}))))).toEqual(['ok', 'DW_MAIL_LEFT']);
    expect(both(mail(thread(letter({delivery: 'sent'}))))).toEqual(['ok', 'DW_MAIL_LEFT']);
    expect(both(inPhase(mail, 'wrap-up', waiting))).toEqual([
      'DW_INTERACTION_NOT_ACTIVE',
      'DW_INTERACTION_NOT_ACTIVE',
    ]);
    expect(asking('mail.recall', chat())).toBe('DW_CHANNEL_WRONG');
    expect(asking('mail.recall', mail({...waiting, engagements: [engagement({role: 'consulted'})]}))).toBe(
      'DW_CONSULT_NOT_OWNER',
    );
  });

  const ended = (at: number) => ({ending: {at, by: 'agent', reason: 'ended'}}) as const;
  const failed = thread(letter({delivery: 'failed'}));
  it.each<readonly [string, Partial<Interaction>, Expected]>([
    ['that failed', {...failed, ...ended(1_000)}, 'ok'],
    ['in a contact that goes on', failed, 'DW_INTERACTION_NOT_ACTIVE'],
    ['that somebody else had at its end', {...failed, ...ended(1_001)}, 'DW_INTERACTION_NOT_ACTIVE'],
    ['that left', {...thread(letter({delivery: 'sent'})), ...ended(1_000)}, 'DW_INTERACTION_NOT_ACTIVE'],
    [
      'that is sent again',
      {...thread(letter({delivery: 'failed'}), letter({id: 'm2', delivery: 'sending'})), ...ended(1_000)},
      'DW_INTERACTION_NOT_ACTIVE',
    ],
  ])('R88 in wrap-up sends a mail %s', (_, set, expected) => {
    expect(asking('mail.send', inPhase(mail, 'wrap-up', set))).toBe(expected);
  });

  it.each(PHASES)('R63 marks as read and saves data (%s)', (phase) => {
    const one = inPhase(chat, phase);
    expect(asking('interaction.read', one)).toBe(phase === 'done' ? 'DW_INTERACTION_NOT_ACTIVE' : 'ok');
    expect(asking('cad.save', one)).toBe(phase === 'active' ? 'ok' : 'DW_INTERACTION_NOT_ACTIVE');
  });

  it('R68 asks one agent into a chat, out of a conversation that runs', () => {
    const to = {kind: 'agent', agentId: PARK.id} as const;
    expect(asking('conference.start', chat(), {to})).toBe('ok');
    expect(asking('conference.start', chat(), {to: {kind: 'queue', queueId: 'q'}})).toBe('DW_TARGET_KIND');
    expect(asking('conference.start', chat({talk: TALKS.none}), {to})).toBe('DW_INTERACTION_NOT_ACTIVE');
    for (const talk of [TALKS['conference-requested'], TALKS.conference]) {
      expect(asking('conference.start', chat({talk}), {to})).toBe('DW_CALL_IN_CONFERENCE');
    }
    expect(asking('consult.cancel', chat({talk: TALKS['conference-requested']}))).toBe('ok');
  });
});

describe('wrap-up', () => {
  it.each(PHASES)('R62 is submitted in wrap-up only (%s)', (phase) => {
    for (const make of [call, chat, mail]) {
      expect(asking('wrap-up.submit', inPhase(make, phase))).toBe(
        phase === 'wrap-up' ? 'ok' : 'DW_WRAPUP_NONE',
      );
    }
  });

  it('R62 is extended where admin allows, in wrap-up, with a countdown', () => {
    const policy: WrapUpPolicy = {multiple: false, extendable: true, autoSeconds: 30};
    const extendable = {tenant: tenant({wrapUp: {...tenant().wrapUp, voice: policy}})};
    const counting = call({
      engagements: [engagement({phase: 'wrap-up', wrapUp: {since: 1, deadline: 30_001}})],
    });
    expect(asking('wrap-up.extend', counting, extendable)).toBe('ok');
    expect(asking('wrap-up.extend', counting)).toBe('DW_WRAPUP_NOT_EXTENDABLE');
    expect(asking('wrap-up.extend', call(), extendable)).toBe('DW_WRAPUP_NONE');
    const still = call({engagements: [engagement({phase: 'wrap-up', wrapUp: {since: 1}})]});
    expect(asking('wrap-up.extend', still, extendable)).toBe('DW_WRAPUP_NO_COUNTDOWN');
  });
});

describe('the agent', () => {
  const agentAsks = (type: CommandType, of: readonly Interaction[], set: Partial<PermitView> = {}) =>
    verdictOf(permit(view(of, set), {type}, AGENT));

  it('R64 chooses Available, or Idle with a reason of the tenant', () => {
    const chosen = (to: {state: 'available'} | {state: 'idle'; reasonId: string}) =>
      verdictOf(permit(view([]), {type: 'agent.set-state', to}, AGENT));
    expect(chosen({state: 'available'})).toBe('ok');
    expect(chosen({state: 'idle', reasonId: 'break'})).toBe('ok');
    expect(chosen({state: 'idle', reasonId: 'holiday'})).toBe('DW_AGENT_REASON_UNKNOWN');
    expect(agentAsks('agent.set-state', [])).toBe('ok');
    const rona = {presence: {state: 'rona', since: 1, interactionId: 'i1', channel: 'chat'}} as const;
    expect(agentAsks('agent.set-state', [], rona)).toBe('ok');
  });

  it.each([
    ['connecting', 'DW_AGENT_REQUEST_PENDING'],
    ['offered', 'DW_AGENT_REQUEST_PENDING'],
    ['active', 'DW_AGENT_BUSY'],
    ['wrap-up', 'DW_AGENT_BUSY'],
    ['done', 'ok'],
  ] as const)('R64 signs out with something in phase %s: %s', (phase, expected) => {
    expect(agentAsks('agent.sign-out', [inPhase(chat, phase)])).toBe(expected);
    expect(
      agentAsks('agent.sign-out', [inPhase(chat, phase, {engagements: [engagement({phase, agent: PARK})]})]),
    ).toBe('ok');
  });
});

import {describe, expect, it} from 'vitest';
import type {CommandType} from './command.js';
import type {Engagement, Phase} from './interaction.js';
import {PHASES} from './interaction.js';
import type {RefusalCode} from './refusal.js';
import {
  asking,
  askingAs2,
  call,
  callIn,
  chat,
  engagement,
  mail,
  profile,
  TALKS,
  tenant,
  type TalkName,
} from './test-kit/make.js';

type Expected = 'ok' | RefusalCode;
const NAMES = Object.keys(TALKS) as TalkName[];

/** R58 to R60, R66 and R67 for agent 1: every command of a call against every arrangement, in the order of `TALKS`. */
const ownerTable: Readonly<Partial<Record<CommandType, readonly Expected[]>>> = {
  // none, together, hold, requested, hears-consulted, hears-customer, conference-requested, conference
  'call.hold': [
    'DW_INTERACTION_NOT_ACTIVE',
    'ok',
    'DW_CALL_HELD',
    'DW_CALL_HELD',
    'DW_CALL_HELD',
    'ok',
    'DW_CALL_IN_CONFERENCE',
    'DW_CALL_IN_CONFERENCE',
  ],
  'call.resume': [
    'DW_CALL_NOT_HELD',
    'DW_CALL_NOT_HELD',
    'ok',
    'DW_CONSULT_NOT_ACCEPTED',
    'ok',
    'DW_CALL_NOT_HELD',
    'DW_CALL_NOT_HELD',
    'DW_CALL_NOT_HELD',
  ],
  'call.dtmf': ['DW_INTERACTION_NOT_ACTIVE', 'ok', 'DW_CALL_HELD', 'DW_CALL_HELD', 'ok', 'ok', 'ok', 'ok'],
  'call.mute': ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  'interaction.end': [
    'ok',
    'ok',
    'DW_CALL_HELD',
    'DW_CALL_IN_CONSULT',
    'DW_CALL_IN_CONSULT',
    'DW_CALL_IN_CONSULT',
    'DW_CALL_IN_CONFERENCE',
    'DW_CALL_IN_CONFERENCE',
  ],
  'interaction.transfer': [
    'DW_INTERACTION_NOT_ACTIVE',
    'ok',
    'ok',
    'DW_CALL_IN_CONSULT',
    'DW_CALL_IN_CONSULT',
    'DW_CALL_IN_CONSULT',
    'DW_CALL_IN_CONFERENCE',
    'DW_CALL_IN_CONFERENCE',
  ],
  'consult.start': [
    'DW_INTERACTION_NOT_ACTIVE',
    'ok',
    'ok',
    'DW_CONSULT_RUNNING',
    'DW_CONSULT_RUNNING',
    'DW_CONSULT_RUNNING',
    'DW_CALL_IN_CONFERENCE',
    'DW_CALL_IN_CONFERENCE',
  ],
  'consult.cancel': [
    'DW_CONSULT_NONE',
    'DW_CONSULT_NONE',
    'DW_CONSULT_NONE',
    'ok',
    'DW_CONSULT_RUNNING',
    'DW_CONSULT_RUNNING',
    'ok',
    'DW_CONSULT_NONE',
  ],
  'consult.hold': [
    'DW_CONSULT_NONE',
    'DW_CONSULT_NONE',
    'DW_CONSULT_NONE',
    'DW_CONSULT_NOT_ACCEPTED',
    'ok',
    'DW_CALL_HELD',
    'DW_CONSULT_NONE',
    'DW_CALL_IN_CONFERENCE',
  ],
  'consult.resume': [
    'DW_CONSULT_NONE',
    'DW_CONSULT_NONE',
    'DW_CONSULT_NONE',
    'DW_CONSULT_NOT_ACCEPTED',
    'DW_CALL_NOT_HELD',
    'ok',
    'DW_CONSULT_NONE',
    'DW_CALL_IN_CONFERENCE',
  ],
  'consult.end': [
    'DW_CONSULT_NONE',
    'DW_CONSULT_NONE',
    'DW_CONSULT_NONE',
    'DW_CONSULT_NOT_ACCEPTED',
    'ok',
    'ok',
    'DW_CONSULT_NONE',
    'DW_CALL_IN_CONFERENCE',
  ],
  'consult.transfer': [
    'DW_CONSULT_NONE',
    'DW_CONSULT_NONE',
    'DW_CONSULT_NONE',
    'DW_CONSULT_NOT_ACCEPTED',
    'ok',
    'ok',
    'DW_CONSULT_NONE',
    'DW_CALL_IN_CONFERENCE',
  ],
  'conference.start': [
    'DW_CONSULT_NONE',
    'DW_CONSULT_NONE',
    'DW_CONSULT_NONE',
    'DW_CONSULT_NOT_ACCEPTED',
    'ok',
    'ok',
    'DW_CONSULT_NONE',
    'DW_CALL_IN_CONFERENCE',
  ],
  'conference.end': [
    'DW_CONFERENCE_NONE',
    'DW_CONFERENCE_NONE',
    'DW_CONFERENCE_NONE',
    'DW_CONFERENCE_NONE',
    'DW_CONFERENCE_NONE',
    'DW_CONFERENCE_NONE',
    'DW_CONFERENCE_NONE',
    'ok',
  ],
  'conference.transfer': [
    'DW_CONFERENCE_NONE',
    'DW_CONFERENCE_NONE',
    'DW_CONFERENCE_NONE',
    'DW_CONFERENCE_NONE',
    'DW_CONFERENCE_NONE',
    'DW_CONFERENCE_NONE',
    'DW_CONFERENCE_NONE',
    'ok',
  ],
};
const callCommands = Object.keys(ownerTable) as CommandType[];

describe('the owner of a call', () => {
  for (const type of callCommands) {
    it.each(NAMES.map((name, index) => [name, ownerTable[type]?.[index]] as const))(
      `R58 R59 R60 R66 R67 ${type} in %s: %s`,
      (name, expected) => {
        expect(asking(type, callIn(name))).toBe(expected);
      },
    );
  }

  it.each(callCommands.filter((type) => type !== 'call.mute'))(
    'R58 %s only while the agent is active',
    (type) => {
      const inPhase = (phase: Phase) =>
        asking(type, call({engagements: [engagement({phase})], talk: TALKS.together}));
      for (const phase of PHASES.filter((one) => one !== 'active')) {
        expect(inPhase(phase)).toBe('DW_INTERACTION_NOT_ACTIVE');
      }
      const ending = {at: 9, by: 'customer', reason: 'ended'} as const;
      expect(asking(type, call({ending}))).toBe('DW_INTERACTION_ENDED');
    },
  );
});

/** R66 and R67: what agent 2 may do, everything else being absent. */
const agent2May: readonly [CommandType, TalkName, Expected][] = [
  ['consult.end', 'hears-consulted', 'ok'],
  ['consult.end', 'hears-customer', 'ok'],
  ['conference.end', 'conference', 'ok'],
  ['call.mute', 'hears-consulted', 'ok'],
  ['call.mute', 'conference', 'ok'],
];

describe('agent 2', () => {
  it.each(agent2May)('R66 R67 may give %s in %s', (type, name, expected) => {
    expect(askingAs2(type, callIn(name))).toBe(expected);
  });

  const ownersOnly = callCommands.filter(
    (type) => !['consult.end', 'conference.end', 'call.mute'].includes(type),
  );
  it.each(ownersOnly)('R66 R67 never %s', (type) => {
    for (const name of NAMES) expect(askingAs2(type, callIn(name))).toBe('DW_CONSULT_NOT_OWNER');
  });

  it('R66 cannot leave a consult that is not accepted, nor a conference that is not there', () => {
    expect(askingAs2('consult.end', callIn('requested'))).toBe('DW_CONSULT_NOT_ACCEPTED');
    expect(askingAs2('conference.end', callIn('hears-consulted'))).toBe('DW_CONFERENCE_NONE');
  });
});

describe('permissions and targets', () => {
  const without = (permission: string) => ({
    profile: profile({permissions: profile().permissions.filter((one) => one !== permission)}),
  });
  it.each([
    ['transfer', 'interaction.transfer', 'together'],
    ['transfer', 'consult.transfer', 'hears-consulted'],
    ['transfer', 'conference.transfer', 'conference'],
    ['consult', 'consult.start', 'together'],
    ['conference', 'conference.start', 'hears-consulted'],
  ] as const)('R51 without "%s" there is no %s', (permission, type, name) => {
    expect(asking(type, callIn(name))).toBe('ok');
    expect(asking(type, callIn(name), without(permission))).toBe('DW_PERMISSION_DENIED');
  });

  const targets = {
    agent: {kind: 'agent', agentId: 'a'},
    queue: {kind: 'queue', queueId: 'q'},
    'entry-point': {kind: 'entry-point', entryPointId: 'e'},
    number: {kind: 'number', number: '+82'},
  } as const;
  const takes = {
    voice: ['agent', 'queue', 'entry-point', 'number'],
    chat: ['agent', 'queue'],
    email: ['queue'],
  };
  it.each([
    ['voice', call()],
    ['chat', chat()],
    ['email', mail()],
  ] as const)('R52 R60 what %s can be transferred to', (channel, one) => {
    for (const [kind, to] of Object.entries(targets)) {
      expect(asking('interaction.transfer', one, {to})).toBe(
        takes[channel].includes(kind) ? 'ok' : 'DW_TARGET_KIND',
      );
    }
    expect(asking('interaction.transfer', one)).toBe('ok');
  });

  it('R60 an outdial call goes to queues only where admin allows', () => {
    const outdial = call({origin: 'outdial'});
    const to = targets.queue;
    expect(asking('interaction.transfer', outdial, {to})).toBe('DW_TARGET_KIND');
    expect(
      asking('interaction.transfer', outdial, {to, tenant: tenant({queueTransferForOutdial: true})}),
    ).toBe('ok');
    expect(asking('interaction.transfer', outdial, {to: targets.agent})).toBe('ok');
  });

  it.each(['queue', 'entry-point'] as const)('R66 a %s is consulted only where admin allows', (kind) => {
    const to = targets[kind];
    expect(asking('consult.start', call(), {to})).toBe('ok');
    const closed = {tenant: tenant({consultToQueue: false})};
    expect(asking('consult.start', call(), {to, ...closed})).toBe('DW_TARGET_KIND');
    expect(asking('consult.start', call(), {to: targets.number, ...closed})).toBe('ok');
  });
});

describe('microphone and recording', () => {
  const muted: Engagement = engagement({muted: true});
  it('R58 mute and unmute, on a browser phone only', () => {
    expect(asking('call.mute', call())).toBe('ok');
    expect(asking('call.unmute', call())).toBe('DW_CALL_NOT_MUTED');
    expect(asking('call.mute', call({engagements: [muted]}))).toBe('DW_CALL_MUTED');
    expect(asking('call.unmute', call({engagements: [muted]}))).toBe('ok');
    const deskPhone = {profile: profile({station: {kind: 'desk-phone', dn: '2001'}})};
    expect(asking('call.mute', call(), deskPhone)).toBe('DW_PERMISSION_OFF');
    expect(asking('call.mute', chat())).toBe('DW_CHANNEL_WRONG');
  });

  const shielded = (enabled: boolean, privacyShield: boolean) => ({
    tenant: tenant({recording: {enabled, privacyShield, pauseSeconds: 30}}),
  });
  const on = call({recording: {state: 'on', since: 1}});
  const paused = call({recording: {state: 'paused', since: 1}});

  it.each([
    [false, false],
    [true, false],
    [false, true],
  ])('R61 absent with recording %s and Privacy Shield %s', (enabled, shield) => {
    expect(asking('recording.pause', on, shielded(enabled, shield))).toBe('DW_PERMISSION_OFF');
    expect(asking('recording.resume', paused, shielded(enabled, shield))).toBe('DW_PERMISSION_OFF');
  });

  it('R61 pauses what runs and resumes what is paused', () => {
    const both = shielded(true, true);
    expect(asking('recording.pause', on, both)).toBe('ok');
    expect(asking('recording.pause', paused, both)).toBe('DW_RECORDING_PAUSED');
    expect(asking('recording.pause', call(), both)).toBe('DW_RECORDING_OFF');
    expect(asking('recording.resume', paused, both)).toBe('ok');
    expect(asking('recording.resume', on, both)).toBe('DW_RECORDING_NOT_PAUSED');
    expect(asking('recording.pause', on, {...both, profile: profile({permissions: []})})).toBe(
      'DW_PERMISSION_DENIED',
    );
    expect(asking('recording.pause', chat(), both)).toBe('DW_CHANNEL_WRONG');
  });
});

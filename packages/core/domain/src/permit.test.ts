import {describe, expect, it} from 'vitest';
import {COMMAND_TYPES, type Ask, type CommandType, type Who} from './command.js';
import {EMPTY_DESK} from './desk-state.js';
import {isHidden, permit} from './permit.js';
import {REFUSALS, refuse, type RefusalCode} from './refusal.js';
import {
  AGENT,
  asking,
  call,
  callIn,
  chat,
  CUSTOMER,
  mail,
  PARK,
  profile,
  tenant,
  verdictOf,
  view,
} from './test-kit/make.js';

const ask = (type: CommandType, interactionId = 'i1'): Ask => ({type, interactionId});

describe('order', () => {
  it.each(COMMAND_TYPES)('R51 R90 %s is refused first of all where the backend cannot do it', (type) => {
    const cannot = view([call()], {capabilities: {commands: [], features: []}});
    for (const who of [AGENT, CUSTOMER]) {
      expect(permit(cannot, ask(type), who)).toEqual({
        ok: false,
        refusal: {code: 'DW_CAPABILITY_MISSING', kind: 'capability', params: {command: type}},
      });
    }
  });

  it.each(['toString', 'constructor', 'no.such-command'])(
    'R51 "%s" is no command, even where it is listed',
    (name) => {
      const odd = view([call()], {capabilities: {commands: [name as CommandType], features: []}});
      expect(verdictOf(permit(odd, ask(name as CommandType), AGENT))).toBe('DW_CAPABILITY_MISSING');
      expect(verdictOf(permit(odd, ask(name as CommandType), CUSTOMER))).toBe('DW_CAPABILITY_MISSING');
    },
  );

  it('R51 refuses by permission before it refuses by state', () => {
    const busy = callIn('conference');
    const denied = {profile: profile({permissions: []})};
    expect(asking('interaction.transfer', busy, denied)).toBe('DW_PERMISSION_DENIED');
    expect(asking('consult.start', busy, denied)).toBe('DW_PERMISSION_DENIED');
    expect(asking('recording.pause', call({recording: {state: 'off'}}))).toBe('DW_PERMISSION_OFF');
    expect(
      asking('consult.start', busy, {
        to: {kind: 'queue', queueId: 'q'},
        tenant: tenant({consultToQueue: false}),
      }),
    ).toBe('DW_TARGET_KIND');
    expect(asking('wrap-up.extend', call())).toBe('DW_WRAPUP_NOT_EXTENDABLE');
  });

  it('R12 before the first snapshot nothing is possible', () => {
    expect(verdictOf(permit(EMPTY_DESK, ask('call.hold'), AGENT))).toBe('DW_CAPABILITY_MISSING');
  });
});

describe('hidden or disabled', () => {
  it('R53 hides by capability and permission, and shows everything else', () => {
    for (const code of Object.keys(REFUSALS) as RefusalCode[]) {
      const refusal = refuse(code);
      const hides = refusal.kind === 'capability' || refusal.kind === 'permission';
      expect(isHidden({ok: false, refusal})).toBe(hides);
    }
    expect(isHidden({ok: true})).toBe(false);
  });

  it('R53 shows End on a held call, disabled, and hides a call control on a chat', () => {
    const verdict = (one = callIn('hold'), type: CommandType = 'interaction.end') =>
      permit(view([one]), ask(type), AGENT);
    expect(isHidden(verdict())).toBe(false);
    expect(verdict()).toEqual({ok: false, refusal: {code: 'DW_CALL_HELD', kind: 'state'}});
    expect(isHidden(verdict(chat(), 'call.hold'))).toBe(true);
  });
});

describe('a customer', () => {
  const may: readonly CommandType[] = ['message.send', 'interaction.read', 'customer.leave'];
  const asked = (type: CommandType, who: Who = CUSTOMER, one = chat(), id = 'i1') =>
    verdictOf(permit(view([one]), ask(type, id), who));

  it.each(COMMAND_TYPES)('R55 asks for %s', (type) => {
    expect(asked(type)).toBe(may.includes(type) ? 'ok' : 'DW_ROLE_CUSTOMER');
  });

  it.each(may)('R55 gets no answer about another conversation (%s)', (type) => {
    expect(asked(type, {kind: 'customer', interactionId: 'i2'})).toBe('DW_INTERACTION_UNKNOWN');
    expect(asked(type, CUSTOMER, chat({id: 'i2'}), 'i2')).toBe('DW_INTERACTION_UNKNOWN');
  });

  it.each(may)('R55 cannot go on after the end, nor in what is no conversation (%s)', (type) => {
    const ending = {at: 9, by: 'agent', reason: 'ended'} as const;
    expect(asked(type, CUSTOMER, chat({ending}))).toBe('DW_INTERACTION_ENDED');
    expect(asked(type, CUSTOMER, call())).toBe('DW_CHANNEL_WRONG');
  });
});

describe('a stranger', () => {
  const stranger: Who = {kind: 'agent', agentId: 'stranger'};
  const aboutOne = COMMAND_TYPES.filter(
    (type) =>
      !['agent.set-state', 'agent.sign-out', 'outdial.call', 'campaign.next', 'customer.leave'].includes(
        type,
      ),
  );

  it.each(aboutOne)('R56 cannot give %s, and does not learn whether the interaction exists', (type) => {
    const forged = view([call(), chat({id: 'i2'}), mail({id: 'i3'})], {profile: profile({id: 'stranger'})});
    for (const id of ['i1', 'i2', 'i3', 'no-such']) {
      expect(verdictOf(permit(forged, ask(type, id), stranger))).toBe('DW_INTERACTION_UNKNOWN');
    }
    expect(verdictOf(permit(forged, {type}, stranger))).toBe('DW_INTERACTION_UNKNOWN');
  });

  it.each(COMMAND_TYPES)('R56 cannot give %s from the desk of another agent', (type) => {
    expect(verdictOf(permit(view([call()]), ask(type), stranger))).toBe(
      type === 'customer.leave' ? 'DW_ROLE_AGENT' : 'DW_AGENT_SIGNED_OUT',
    );
  });

  it.each(COMMAND_TYPES)('R56 an agent who is signed out cannot give %s', (type) => {
    const out = view([call()], {presence: {state: 'signed-out', since: 0}});
    expect(verdictOf(permit(out, ask(type), AGENT))).toBe(
      type === 'customer.leave' ? 'DW_ROLE_AGENT' : 'DW_AGENT_SIGNED_OUT',
    );
  });

  it('R56 an agent of the house is still a stranger to a call of another', () => {
    const other = view([call()], {profile: profile({id: PARK.id})});
    expect(verdictOf(permit(other, ask('interaction.end'), {kind: 'agent', agentId: PARK.id}))).toBe(
      'DW_INTERACTION_UNKNOWN',
    );
  });
});

import {describe, expect, it} from 'vitest';
import {permit, type DeskState, type Interaction, type TenantConfig} from '@deskwire/domain';
import {
  AGENT,
  aDesk,
  anActive,
  anEngagement,
  aProfile,
  aTenant,
  aWrapUp,
  inPhase,
  NOON,
  someCapabilities,
} from '@deskwire/testing/fixtures.js';

import {
  selectHandsetNotice,
  selectWrapUpIds,
  shareLeft,
  viewWrapUp,
  type WrapUpView,
} from './wrap-up.view.js';

const view = (state: DeskState, id: string, chosen: readonly string[] = []): WrapUpView | undefined =>
  viewWrapUp(state, state.interactions.get(id), chosen, (ask) =>
    permit(state, ask, {kind: 'agent', agentId: AGENT.id}),
  );
const wrapUpOf = (
  interaction: Interaction,
  set: Parameters<typeof aDesk>[1] = {},
  chosen: readonly string[] = [],
): WrapUpView => {
  const shown = view(aDesk([interaction], set), interaction.id, chosen);
  if (!shown) throw new Error('nothing is shown');
  return shown;
};
const withVoicePolicy = (policy: Partial<TenantConfig['wrapUp']['voice']>): {tenant: TenantConfig} => {
  const tenant = aTenant();
  return {tenant: {...tenant, wrapUp: {...tenant.wrapUp, voice: {...tenant.wrapUp.voice, ...policy}}}};
};
const withDeadline = aWrapUp({
  engagements: [
    anEngagement({
      phase: 'wrap-up',
      since: NOON,
      wrapUp: {since: NOON, deadline: NOON + 30_000, defaultReasonId: 'resolved'},
    }),
  ],
});

describe('which wrap-up comes first', () => {
  it('is the oldest one, and only the agent’s own', () => {
    const since = (at: number) => [anEngagement({phase: 'wrap-up', since: at, wrapUp: {since: at}})];
    const state = aDesk([
      aWrapUp({id: 'later', engagements: since(NOON + 5)}),
      aWrapUp({id: 'earlier', engagements: since(NOON + 1)}),
      anActive({id: 'running'}),
      aWrapUp({
        id: 'theirs',
        engagements: [anEngagement({agent: {id: 'agent-2', name: 'Leo'}, phase: 'wrap-up'})],
      }),
    ]);
    expect(selectWrapUpIds(state)).toEqual(['earlier', 'later']);
    expect(view(state, 'earlier')?.waiting).toBe(1);
    expect(view(state, 'running')).toBeUndefined();
    expect(view(state, 'theirs')).toBeUndefined();
  });
});

describe('what can be chosen', () => {
  it('is every reason, or those of the channel in admin’s order', () => {
    expect(wrapUpOf(aWrapUp()).reasons.map(({id}) => id)).toEqual(['resolved', 'callback']);
    const some = withVoicePolicy({reasonIds: ['callback', 'gone']});
    expect(wrapUpOf(aWrapUp(), some).reasons.map(({id}) => id)).toEqual(['callback']);
  });

  it('is one for a call, several for a chat, and one where the backend takes only one', () => {
    expect(wrapUpOf(aWrapUp()).multiple).toBe(false);
    expect(wrapUpOf(aWrapUp({channel: 'chat'})).multiple).toBe(true);
    expect(wrapUpOf(aWrapUp(), withVoicePolicy({multiple: true})).multiple).toBe(true);
    const poor = {capabilities: someCapabilities({features: []})};
    expect(wrapUpOf(aWrapUp({channel: 'chat'}), poor).multiple).toBe(false);
  });

  it('forgets a choice that is not offered', () => {
    expect(wrapUpOf(aWrapUp(), {}, ['resolved', 'gone']).chosen).toEqual(['resolved']);
  });

  it('says what stands in the way of submitting', () => {
    const signedOut = {presence: {state: 'signed-out', since: NOON}} as const;
    expect(wrapUpOf(aWrapUp()).refusal).toBeUndefined();
    expect(wrapUpOf(aWrapUp(), signedOut).refusal?.code).toBe('DW_AGENT_SIGNED_OUT');
  });
});

describe('the countdown', () => {
  it('is there while a deadline runs, and names what it submits', () => {
    expect(wrapUpOf(aWrapUp())).not.toHaveProperty('countdown');
    expect(wrapUpOf(withDeadline).countdown).toEqual({
      deadline: NOON + 30_000,
      total: 30_000,
      cancellable: false,
      label: {en: 'Resolved', ko: '해결됨'},
    });
  });

  it('can be cancelled where admin allows extending', () => {
    const extendable = withVoicePolicy({extendable: true, autoSeconds: 30});
    expect(wrapUpOf(withDeadline, extendable).countdown?.cancellable).toBe(true);
  });

  it('has a bar that empties and stays empty', () => {
    const {countdown} = wrapUpOf(withDeadline);
    if (!countdown) throw new Error('no countdown');
    expect([0, 15_000, 30_000, 40_000].map((passed) => shareLeft(countdown, NOON + passed))).toEqual([
      1, 0.5, 0, 0,
    ]);
  });
});

describe('the handset that is off the hook', () => {
  const deskPhone = {
    profile: aProfile({station: {kind: 'desk-phone', dn: '7001'}}),
    handset: {offHook: true},
  };

  it('is told on a desk phone once no call is the reason for it', () => {
    expect(selectHandsetNotice(aDesk([aWrapUp()], deskPhone))).toBe(true);
    expect(selectHandsetNotice(aDesk([], deskPhone))).toBe(true);
    expect(selectHandsetNotice(aDesk([anActive()], deskPhone))).toBe(false);
    expect(selectHandsetNotice(aDesk([inPhase('offered')], deskPhone))).toBe(false);
    expect(selectHandsetNotice(aDesk([anActive({channel: 'chat'})], deskPhone))).toBe(true);
  });

  it('is not told with the handset down, nor in a browser phone', () => {
    expect(selectHandsetNotice(aDesk([aWrapUp()], {...deskPhone, handset: {offHook: false}}))).toBe(false);
    expect(selectHandsetNotice(aDesk([aWrapUp()], {handset: {offHook: true}}))).toBe(false);
  });
});

import {expect} from '@open-wc/testing';
import type {Engagement, Interaction, TenantConfig} from '@deskwire/domain';
import {fakeClock, fakeStream, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {
  AGENT,
  anActive,
  anEngagement,
  aProfile,
  aTenant,
  aWrapUp,
  CUSTOMER,
  NOON,
} from '@deskwire/testing/fixtures.js';
import {
  mountWidget,
  overflows,
  runWidgetSuite,
  textOf,
  unmountAll,
  type Harness,
  type MountOptions,
} from '@deskwire/testing/widgets.js';

import './define.js';
import {WrapUpElement} from './wrap-up.element.js';

const TAG = 'dw-wrap-up';
const REASONS = [
  {id: 'resolved', label: {en: 'Resolved', ko: '해결됨'}},
  {id: 'refund', label: {en: 'Refund promised', ko: '환불 약속'}},
  {id: 'charge', label: {en: 'Charge explained', ko: '요금 설명'}},
];

const tenantWith = (policy: Partial<TenantConfig['wrapUp']['voice']> = {}): TenantConfig => {
  const {wrapUp} = aTenant();
  return aTenant({wrapUpReasons: REASONS, wrapUp: {...wrapUp, voice: {...wrapUp.voice, ...policy}}});
};
const wrapping = (set: Partial<Engagement> = {}): Engagement =>
  anEngagement({phase: 'wrap-up', since: NOON, wrapUp: {since: NOON}, ...set});
const counting = wrapping({wrapUp: {since: NOON, deadline: NOON + 30_000, defaultReasonId: 'resolved'}});
const aDesk = (
  set: Partial<Interaction> = {},
  policy: Partial<TenantConfig['wrapUp']['voice']> = {},
  options: FakeStreamOptions = {},
): FakeStream =>
  fakeStream({
    interactions: [aWrapUp({engagements: [wrapping()], ...set})],
    ...options,
    snapshot: {tenant: tenantWith(policy), ...options.snapshot},
  });
const submitted = (id: string, reasonIds: readonly string[], auto = false) =>
  ({type: 'wrap-up.submitted', interactionId: id, agentId: AGENT.id, reasonIds, auto}) as const;

const mount = async (stream: FakeStream, options: MountOptions<WrapUpElement> = {}) => {
  const mounted = await mountWidget<WrapUpElement>(TAG, {stream, ...options});
  const heard: unknown[] = [];
  for (const type of ['dw-wrap-up-request', 'dw-wrap-up-done', 'dw-extend-wrap-up-done'] as const) {
    mounted.element.addEventListener(type, ({detail}) => heard.push([type, detail]));
  }
  return {...mounted, heard};
};
const options = (harness: Harness): readonly string[] => harness.all('option').map(textOf);

runWidgetSuite('the wrap-up dialog', {
  tag: TAG,
  elementClass: WrapUpElement,
  version: '0.1.0',
  stream: () =>
    aDesk(
      {engagements: [counting]},
      {extendable: true},
      {snapshot: {profile: aProfile({station: {kind: 'desk-phone', dn: '7001'}}), handset: {offHook: true}}},
    ),
  texts: {en: 'Submit wrap-up', ko: '후속 작업 제출'},
  news: (stream) => stream.tell({type: 'wrap-up.extended', interactionId: 'voice-1', agentId: AGENT.id}),
  secrets: [CUSTOMER.name ?? '', CUSTOMER.number ?? '', CUSTOMER.email ?? ''],
});

describe('the wrap-up dialog', () => {
  afterEach(() => {
    unmountAll();
    sessionStorage.clear();
  });

  describe('when a call ends', () => {
    it('[END-1] opens, whoever ended it, and takes no focus', async () => {
      const stream = fakeStream({interactions: [anActive()], snapshot: {tenant: tenantWith()}});
      const {harness} = await mount(stream);
      expect(harness.find('dialog')).to.equal(undefined);
      stream.tell({
        type: 'interaction.ended',
        interactionId: 'voice-1',
        ending: {at: NOON, by: 'customer', reason: 'ended'},
      });
      stream.tell({type: 'wrap-up.started', interactionId: 'voice-1', agentId: AGENT.id});
      await harness.settled();
      expect(harness.find('dialog', 'Wrap-up')).not.to.equal(undefined);
      expect(harness.description('dialog', 'Wrap-up')).to.equal('Call with Hana Seo · Support');
      expect(document.activeElement).to.equal(document.body);
    });

    it('does not close by Escape', async () => {
      const {harness} = await mount(aDesk());
      await harness.focus('combobox', 'Wrap-up reason');
      await harness.press('Escape');
      await harness.press('Escape');
      expect(harness.find('dialog', 'Wrap-up')).not.to.equal(undefined);
    });

    it('shows the one that waits longest, then the next one', async () => {
      const stream = fakeStream({
        interactions: [
          aWrapUp({id: 'voice-2', customer: {name: 'Second'}, engagements: [wrapping({since: NOON + 2})]}),
          aWrapUp({id: 'voice-1', customer: {name: 'First'}, engagements: [wrapping({since: NOON + 1})]}),
        ],
        snapshot: {tenant: tenantWith()},
      });
      const {harness} = await mount(stream);
      expect(harness.text).to.contain('Call with First');
      expect(harness.text).to.contain('1 more to wrap up');
      stream.tell(submitted('voice-1', ['resolved']));
      await harness.settled();
      expect(harness.text).to.contain('Call with Second');
      stream.tell(submitted('voice-2', ['resolved']));
      await harness.settled();
      expect(harness.text).to.equal('');
    });
  });

  describe('reasons', () => {
    it('[END-2] are those of admin, found as typed, one for a call', async () => {
      const stream = aDesk();
      const {harness, heard} = await mount(stream);
      expect(options(harness)).to.deep.equal(['Resolved', 'Refund promised', 'Charge explained']);
      expect(harness.description('button', 'Submit wrap-up')).to.equal('Choose a wrap-up reason.');
      await harness.focus('combobox', 'Wrap-up reason');
      await harness.type('refund');
      expect(options(harness)).to.deep.equal(['Refund promised']);
      await harness.press('Enter');
      expect(harness.text).to.contain('1 chosen');
      await harness.press('Escape');
      await harness.click('option', 'Resolved');
      expect(harness.all('option').map((one) => one.getAttribute('aria-selected'))).to.deep.equal([
        'true',
        'false',
        'false',
      ]);
      await harness.click('button', 'Submit wrap-up');
      const detail = {interactionId: 'voice-1', reasonIds: ['resolved']};
      expect(stream.last).to.deep.equal({type: 'wrap-up.submit', ...detail});
      expect(harness.isLive('button', 'Submit wrap-up')).to.equal(false);
      expect(harness.find('dialog')).not.to.equal(undefined);
      stream.accept([submitted('voice-1', ['resolved'])]);
      await harness.settled();
      expect(harness.find('dialog')).to.equal(undefined);
      expect(heard).to.deep.equal([
        ['dw-wrap-up-request', detail],
        ['dw-wrap-up-done', detail],
      ]);
    });

    it('[END-2] are found by their initial consonants', async () => {
      const {harness} = await mount(aDesk(), {locale: 'ko'});
      await harness.focus('combobox', '후속 작업 사유');
      await harness.type('ㅎㅂ');
      expect(options(harness)).to.deep.equal(['환불 약속']);
      await harness.type('x');
      expect(harness.text).to.contain('일치하는 사유가 없습니다.');
    });

    it('[END-2] are several for a chat, each shown as a chip that takes it back', async () => {
      const stream = aDesk({id: 'chat-1', channel: 'chat'});
      const {harness} = await mount(stream);
      await harness.click('option', 'Refund promised');
      await harness.click('option', 'Resolved');
      await harness.click('option', 'Charge explained');
      expect(harness.text).to.contain('3 chosen');
      await harness.click('button', 'Remove Resolved');
      expect(harness.all('listitem').map(textOf)).to.deep.equal(['Refund promised', 'Charge explained']);
      await harness.click('option', 'Charge explained');
      expect(harness.text).to.contain('1 chosen');
      await harness.click('button', 'Submit wrap-up');
      expect(stream.last).to.deep.equal({
        type: 'wrap-up.submit',
        interactionId: 'chat-1',
        reasonIds: ['refund'],
      });
    });

    it('[END-2] are several for a call where admin allows more', async () => {
      const {harness} = await mount(aDesk({}, {multiple: true}));
      await harness.click('option', 'Refund promised');
      await harness.click('option', 'Resolved');
      expect(harness.text).to.contain('2 chosen');
      expect(harness.get('listbox').getAttribute('aria-multiselectable')).to.equal('true');
    });

    it('say so where admin has set none', async () => {
      const tenant = aTenant({wrapUpReasons: []});
      const {harness} = await mount(aDesk({}, {}, {snapshot: {tenant}}));
      expect(harness.text).to.contain('Your administrator has not set up wrap-up reasons');
    });
  });

  describe('time', () => {
    it('[END-3] shows how long the wrap-up lasts', async () => {
      const {harness, time} = await mount(aDesk());
      time.advance(18_000);
      await harness.settled();
      expect(textOf(harness.get('timer', 'Wrap-up time'))).to.equal('00:18');
      expect(harness.text).not.to.contain('Submits');
    });

    it('[END-3] counts down to the default reason, which the backend submits', async () => {
      const stream = aDesk({engagements: [counting]});
      const {harness, time} = await mount(stream);
      time.advance(6_000);
      await harness.settled();
      expect(harness.text).to.contain('Submits “Resolved” in 00:24');
      expect(harness.find('button', 'Cancel the countdown')).to.equal(undefined);
      time.advance(24_000);
      await harness.settled();
      expect(harness.text).to.contain('Submits “Resolved” in 00:00');
      stream.tell(submitted('voice-1', ['resolved'], true));
      await harness.settled();
      expect(harness.find('dialog')).to.equal(undefined);
    });

    it('[END-3] says shortly before the end that it comes', async () => {
      const {harness, time} = await mount(aDesk({engagements: [counting]}));
      time.advance(20_000);
      await harness.settled();
      const announcer = document.querySelector('dw-announcer');
      expect(announcer && textOf(announcer)).to.contain('Submits by itself in 10 seconds');
    });

    it('[END-3] lets the countdown be cancelled where admin allows it; the focus stays in the dialog', async () => {
      const stream = aDesk({engagements: [counting]}, {extendable: true});
      const {harness, heard} = await mount(stream);
      await harness.focus('button', 'Cancel the countdown');
      await harness.press('Enter');
      expect(stream.last).to.deep.equal({type: 'wrap-up.extend', interactionId: 'voice-1'});
      expect(harness.text).to.contain('Submits “Resolved”');
      stream.accept([{type: 'wrap-up.extended', interactionId: 'voice-1', agentId: AGENT.id}]);
      await harness.settled();
      expect(harness.text).not.to.contain('Submits');
      expect(harness.focused).to.equal('button "Submit wrap-up"');
      expect(heard).to.deep.equal([['dw-extend-wrap-up-done', {interactionId: 'voice-1'}]]);
    });

    it('[END-4] is there again after a reload, with the time that is left and what was chosen', async () => {
      const before = await mount(aDesk({engagements: [counting]}));
      await before.harness.click('option', 'Refund promised');
      unmountAll();
      // A new page: another element, another stream, nothing but the snapshot; 12 seconds have passed.
      const time = fakeClock(NOON + 12_000);
      const {harness} = await mount(aDesk({engagements: [counting]}), {time});
      expect(harness.text).to.contain('Submits “Resolved” in 00:18');
      expect(textOf(harness.get('timer', 'Wrap-up time'))).to.equal('00:12');
      expect(harness.text).to.contain('1 chosen');
      await harness.click('button', 'Submit wrap-up');
      expect(harness.isLive('button', 'Submit wrap-up')).to.equal(false);
    });

    it('keeps nothing about a contact that is done', async () => {
      const stream = aDesk();
      const {harness} = await mount(stream);
      await harness.click('option', 'Resolved');
      expect(Object.keys(sessionStorage)).to.deep.equal(['deskwire:wrap-up:voice-1']);
      stream.tell(submitted('voice-1', ['resolved']));
      await harness.settled();
      expect(sessionStorage.length).to.equal(0);
    });
  });

  describe('the handset', () => {
    const deskPhone = {
      profile: aProfile({station: {kind: 'desk-phone', dn: '7001'}}),
      handset: {offHook: true},
    };

    it('[END-5] must be hung up before the next call, which is said until it is', async () => {
      const stream = aDesk({}, {}, {snapshot: deskPhone});
      const {harness} = await mount(stream);
      const words = 'The handset is off the hook. Hang up before the next call.';
      expect(harness.text).to.contain(words);
      stream.tell(submitted('voice-1', ['resolved']));
      await harness.settled();
      expect(harness.text).to.equal(words);
      stream.tell({type: 'handset.changed', agentId: AGENT.id, handset: {offHook: false}});
      await harness.settled();
      expect(harness.text).to.equal('');
    });
  });

  describe('a refusal', () => {
    it('stands in the dialog, and is tried again with the same choice', async () => {
      const stream = aDesk();
      const {harness} = await mount(stream);
      await harness.click('option', 'Resolved');
      await harness.click('button', 'Submit wrap-up');
      stream.refuse('DW_SEND_OFFLINE');
      await harness.settled();
      expect(textOf(harness.get('alert'))).to.contain('Not connected.');
      expect(harness.text).to.contain('1 chosen');
      await harness.click('button', 'Try again');
      expect(stream.sent.map(({id}) => id)).to.deep.equal([stream.sent[0]?.id, stream.sent[0]?.id]);
    });

    it('goes when something else is chosen', async () => {
      const stream = aDesk();
      const {harness} = await mount(stream);
      await harness.click('option', 'Resolved');
      await harness.click('button', 'Submit wrap-up');
      stream.refuse('DW_WRAPUP_REASON_UNKNOWN');
      await harness.settled();
      expect(harness.find('alert')).not.to.equal(undefined);
      await harness.click('option', 'Refund promised');
      expect(harness.find('alert')).to.equal(undefined);
    });
  });

  it('fits 320 px with everything it can show', async () => {
    const long = {
      id: 'long',
      label: '해지 요청 후 위약금 안내 및 재약정 제안 설명 완료 (상담 이력 확인 필요)',
    };
    const tenant = {...tenantWith({multiple: true, extendable: true}), wrapUpReasons: [...REASONS, long]};
    const stream = aDesk({engagements: [counting]}, {}, {snapshot: {tenant}});
    const {harness, element} = await mount(stream, {width: 320, locale: 'ko'});
    for (const option of harness.all('option')) option.click();
    await harness.settled();
    expect(overflows(element)).to.deep.equal([]);
  });
});

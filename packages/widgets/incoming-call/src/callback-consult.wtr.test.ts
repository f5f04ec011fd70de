import './define.js';

import {expect} from '@open-wc/testing';
import type {DeskSnapshot, FactOf, Interaction} from '@deskwire/domain';
import {
  AGENT,
  anEngagement,
  aProfile,
  aRequest,
  aTenant,
  aVariable,
  NOON,
  OTHER_AGENT,
} from '@deskwire/testing';
import {textOf, unmountAll} from '@deskwire/testing/widgets.js';

import {mountTray, type Tray} from './incoming-call.harness.js';

const SECOND = 1000;
const DESK_PHONE: Partial<DeskSnapshot> = {
  profile: aProfile({station: {kind: 'desk-phone', dn: '7001'}}),
};

const callback = (set: Partial<Interaction> = {}): Interaction =>
  aRequest({
    id: 'call',
    origin: 'callback',
    createdAt: NOON - 75 * SECOND,
    customer: {number: '+82260221180'},
    dnis: '15880420',
    ...set,
  });
/** A call that Leo has had for twenty minutes, and asks about since three seconds. */
const consult = (set: Partial<Interaction> = {}): Interaction =>
  aRequest({
    id: 'call',
    createdAt: NOON - 1200 * SECOND,
    customer: {number: '+82260221180'},
    talk: {
      kind: 'consult-requested',
      by: OTHER_AGENT.id,
      target: {kind: 'agent', agentId: AGENT.id},
      since: NOON - 3 * SECOND,
      heldSince: NOON - 3 * SECOND,
    },
    engagements: [anEngagement({agent: OTHER_AGENT, phase: 'active'}), anEngagement({role: 'consulted'})],
    ...set,
  });

const until = async (check: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 200 && !check(); turn += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
  expect(check()).to.equal(true);
};
const announced = (): string =>
  [...document.querySelectorAll('dw-announcer')].map((one) => textOf(one)).join(' ');
const shapeOf = (node: Element | null | undefined): string | null | undefined =>
  node?.querySelector('svg path')?.getAttribute('d');

describe('dw-incoming-call: callback and consult', () => {
  afterEach(unmountAll);

  describe('a callback', () => {
    /** The call does not come about: the agent is free, and the contact goes back. */
    const fails = async (
      tray: Tray,
      {reason, code}: Pick<FactOf<'outdial.failed'>, 'reason' | 'code'>,
    ): Promise<HTMLElement> => {
      const {stream} = tray;
      const on = {interactionId: 'call', agentId: AGENT.id};
      stream.tell({type: 'outdial.failed', ...on, reason, ...(code === undefined ? {} : {code})});
      stream.tell({type: 'engagement.left', ...on, reason: 'failed'});
      stream.tell({type: 'interaction.hidden', interactionId: 'call'});
      await until(() => tray.root.querySelector('[part="notice"]') !== null);
      await tray.settled();
      const notice = tray.root.querySelector<HTMLElement>('[part="notice"]');
      if (!notice) throw new Error('no notice');
      return notice;
    };

    it('[ARR-7] shows label, icon, number, DNIS, queue and timer, and rings to be seen and heard', async () => {
      const tray = await mountTray({interactions: [callback()]});
      expect(textOf(tray.nodes[0]?.querySelector('.kind') ?? document)).to.equal('Callback');
      expect(tray.requests[0]).to.contain('+82 2-6022-1180').and.to.contain('01:15');
      expect(tray.fields()).to.deep.equal(['Queue: Support', 'DNIS: 1588-0420']);
      const icon = shapeOf(tray.nodes[0]?.querySelector('.channel'));
      const plain = await mountTray({interactions: [callback({origin: 'inbound'})]}, {props: {muted: true}});
      expect(icon)
        .to.be.a('string')
        .and.not.to.equal(shapeOf(plain.nodes[0]?.querySelector('.channel')));
      expect(tray.ringing).to.have.length(1);
      await until(() => tray.sound.playing === 1);
      await tray.harness.click('button', /^Answer/);
      expect(tray.stream.last).to.deep.equal({type: 'interaction.accept', interactionId: 'call'});
      await tray.answered('call');
      expect([tray.sound.playing, tray.isOpen]).to.deep.equal([0, false]);
    });

    it('[ARR-7] says that the customer did not answer and that it is in its queue again, until it is dismissed', async () => {
      const tray = await mountTray({interactions: [callback()]});
      await tray.answered('call');
      const notice = await fails(tray, {reason: 'customer-unanswered'});
      expect(textOf(notice)).to.equal(
        'Callback +82 2-6022-1180 The customer did not answer. The callback is in its queue again.',
      );
      expect(tray.isOpen).to.equal(true);
      expect(announced()).to.contain('Callback. The customer did not answer.');
      await tray.harness.click('button', 'Dismiss');
      expect(tray.isOpen).to.equal(false);
    });

    it('[ARR-7] shows reason 26 and 27 with their text when no more calls can be made', async () => {
      for (const [code, text] of [
        [26, 'Reason 26: the data centre has reached its limit of concurrent calls.'],
        [27, 'Reason 27: your organisation has reached its limit of concurrent calls.'],
      ] as const) {
        const tray = await mountTray({interactions: [callback()]});
        const notice = await fails(tray, {reason: 'limit', code});
        expect(textOf(notice)).to.contain(text);
        tray.mounted.language.set({locale: 'ko', dir: 'ltr'});
        await tray.settled();
        expect(textOf(notice)).to.contain(`사유 ${code}:`).and.to.contain('콜백이 대기열로 돌아갔습니다.');
        unmountAll();
      }
    });

    it('stays while the callback is offered again, and goes when the next contact is accepted', async () => {
      const tray = await mountTray({interactions: [callback()]});
      await fails(tray, {reason: 'limit', code: 27});
      await tray.arrive(callback({id: 'again'}));
      expect(tray.root.querySelector('[part="notice"]')).not.to.equal(null);
      await tray.harness.press('F8');
      expect(tray.harness.focused).to.match(/^button "Answer/);
      await tray.answered('again');
      expect(tray.isOpen).to.equal(false);
    });

    it('is not about a colleague’s failure, or an earlier desk’s', async () => {
      const tray = await mountTray({interactions: [callback()]});
      const on = {interactionId: 'call', agentId: OTHER_AGENT.id};
      tray.stream.tell({type: 'outdial.failed', ...on, reason: 'not-connected'});
      await fails(tray, {reason: 'customer-rejected'});
      expect(tray.root.querySelectorAll('[part="notice"]')).to.have.length(1);
      tray.element.remove();
      tray.mounted.container.append(tray.element);
      await tray.settled();
      expect(tray.root.querySelector('[part="notice"]')).to.equal(null);
    });
  });

  describe('a consult request', () => {
    const names = ['tier', 'pin', 'vip', 'city', 'plan', 'device', 'seventh'];
    const tenant = aTenant({consultVariables: names.map((name) => ({name, label: `Field ${name}`}))});
    const cad = names.map((name, order) =>
      name === 'pin'
        ? aVariable({name, value: '4107', secure: true, order})
        : aVariable({name, value: `value of ${name}`, order}),
    );

    it('[ARR-10] shows agent 1’s name, DN and team, then six of admin’s variables at most, a secure one masked', async () => {
      const tray = await mountTray({interactions: [consult({cad})], snapshot: {tenant}});
      const [node] = tray.nodes;
      expect(textOf(node?.querySelector('.kind') ?? document)).to.equal('Consult request');
      expect(textOf(node?.querySelector('.number') ?? document)).to.equal('Leo Brandt');
      expect(tray.fields()).to.deep.equal([
        'DN: 7002',
        'Team: Support',
        'Field tier: value of tier',
        'Field pin: •••••• Secure',
        'Field vip: value of vip',
        'Field city: value of city',
        'Field plan: value of plan',
        'Field device: value of device',
      ]);
      expect(tray.root.innerHTML).not.to.contain('4107').and.not.to.contain('seventh');
    });

    it('[ARR-10] is violet with a headset, and counts from when the colleague asked', async () => {
      const tray = await mountTray({interactions: [consult()]});
      const [node] = tray.nodes;
      expect(node?.classList.contains('consult')).to.equal(true);
      const probe = document.createElement('i');
      probe.style.color = 'var(--dw-color-state-consult)';
      tray.root.querySelector('.stack')?.append(probe);
      const kind = node?.querySelector('.kind');
      expect(kind && getComputedStyle(kind).color).to.equal(getComputedStyle(probe).color);
      expect(tray.requests[0]).to.contain('00:03').and.not.to.contain('20:0');
      expect(tray.ringing).to.have.length(1);
      await until(() => tray.sound.playing === 1);
    });

    it('[ARR-10] is answered and declined in the page with a browser phone, on the phone with a desk phone', async () => {
      const tray = await mountTray({interactions: [consult()]});
      await tray.harness.click('button', /^Decline/);
      expect(tray.stream.last).to.deep.equal({type: 'interaction.decline', interactionId: 'call'});
      tray.stream.refuse('DW_SEND_TIMEOUT');
      await tray.harness.click('button', /^Answer/);
      expect(tray.stream.last).to.deep.equal({type: 'interaction.accept', interactionId: 'call'});
      tray.stream.tell({type: 'consult.accepted', interactionId: 'call', legId: 'leg-2'});
      await tray.answered('call');
      expect(tray.isOpen).to.equal(false);
      unmountAll();
      const onDesk = await mountTray({interactions: [consult()], snapshot: DESK_PHONE});
      expect(onDesk.harness.all('button')).to.have.length(0);
      expect(onDesk.requests[0]).to.contain('Answer on your desk phone');
      await onDesk.answered('call');
      expect(onDesk.isOpen).to.equal(false);
    });
  });
});

import './define.js';

import {expect} from '@open-wc/testing';
import type {DeskSnapshot, Happening, Interaction} from '@deskwire/domain';
import {
  aCampaign,
  aContact,
  aDiallingProfile,
  aDiallingTenant,
  AGENT,
  anOutdial,
  aVariable,
  fakeStream,
  NOON,
  type FakeStreamOptions,
} from '@deskwire/testing';
import {runWidgetSuite, textOf, unmountAll} from '@deskwire/testing/widgets.js';

import {IncomingCallElement} from './incoming-call.element.js';
import {FakeSound, mountTray, type Tray} from './incoming-call.harness.js';

const SECOND = 1000;
const CANCELLABLE: Partial<DeskSnapshot> = {tenant: aDiallingTenant({callCancellable: true})};
const WITH_DESK_PHONE: Partial<DeskSnapshot> = {
  profile: aDiallingProfile({station: {kind: 'desk-phone', dn: '7001'}}),
};

const outdial = (stage: 'agent' | 'customer' = 'agent', set: Partial<Interaction> = {}): Interaction =>
  anOutdial(stage, {id: 'call', createdAt: NOON - 9 * SECOND, ...set});
const contact = (stage: 'preview' | 'agent' | 'customer' = 'preview', set: Partial<Interaction> = {}) =>
  aContact(stage, {id: 'call', createdAt: NOON - 75 * SECOND, ...set});

/** An agent who may dial, with everything that admin can give. */
const deskWith = (
  interactions: readonly Interaction[],
  set: Partial<DeskSnapshot> = {},
): FakeStreamOptions => ({
  interactions,
  snapshot: {tenant: aDiallingTenant(), profile: aDiallingProfile(), ...set},
});
const mount = (interaction: Interaction, set: Partial<DeskSnapshot> = {}): Promise<Tray> =>
  mountTray(deskWith([interaction], set));
const tell = async (tray: Tray, ...happenings: readonly Happening[]): Promise<void> => {
  for (const one of happenings) tray.stream.tell(one);
  await tray.settled();
};
const ON = {interactionId: 'call', agentId: AGENT.id} as const;
const OWN_LEG = {kind: 'agent', agent: AGENT} as const;
/** The agent's own phone takes the call, and the customer's rings. */
const dialsOn: readonly Happening[] = [
  {type: 'leg.joined', interactionId: 'call', legId: 'leg-agent-1', party: OWN_LEG},
  {type: 'leg.ringing', interactionId: 'call', legId: 'leg-customer', party: {kind: 'customer'}},
];
const failed: readonly Happening[] = [
  {type: 'outdial.failed', ...ON, reason: 'customer-unanswered'},
  {type: 'engagement.left', ...ON, reason: 'failed'},
  {type: 'interaction.ended', interactionId: 'call', ending: {at: NOON, by: 'system', reason: 'unanswered'}},
];
const part = (tray: Tray, selector: string): string =>
  textOf(tray.nodes[0]?.querySelector(selector) ?? document);
const announced = (): string =>
  [...document.querySelectorAll('dw-announcer')].map((one) => textOf(one)).join(' ');
const shapeOf = (tray: Tray): string | null | undefined =>
  tray.nodes[0]?.querySelector('.channel svg')?.innerHTML;
/** Waits longer than it takes to load a notice of a call that failed. */
const aWhile = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 200);
  });

runWidgetSuite<IncomingCallElement>('dw-incoming-call with calls that the agent makes', {
  tag: 'dw-incoming-call',
  elementClass: IncomingCallElement,
  version: '0.1.0',
  stream: () => fakeStream(deskWith([contact('agent')], CANCELLABLE)),
  texts: {en: 'Campaign call', ko: '캠페인 통화'},
  news: (stream) => {
    dialsOn.forEach((one) => stream.tell(one));
  },
  secrets: ['Hana Seo', '+82215550142', '+8225550100'],
  props: {ringDevices: new FakeSound().devices},
});

describe('dw-incoming-call: calls that the agent makes', () => {
  afterEach(unmountAll);

  describe('an outdial call', () => {
    it('[ARR-11] shows label, icon, the contact centre’s number, DNIS, queue and the time since it began', async () => {
      const tray = await mount(outdial());
      expect(part(tray, '.kind')).to.equal('Outdial call');
      expect(part(tray, '.number')).to.equal('Hana Seo');
      expect(part(tray, 'dw-timer')).to.equal('00:09');
      expect(tray.fields()).to.deep.equal([
        'Contact centre: +82 2-555-0100',
        'DNIS: +82 2-1555-0142',
        'Queue: Support',
      ]);
      const own = shapeOf(tray);
      unmountAll();
      expect(own)
        .to.be.a('string')
        .and.not.to.equal(shapeOf(await mount(contact())));
    });

    it('[ARR-11] says which phone rings: lift the handset, or nothing to do; then the customer’s', async () => {
      const tray = await mount(outdial(), WITH_DESK_PHONE);
      expect(part(tray, '.note-line')).to.equal('Your desk phone rings: lift the handset');
      expect(announced()).to.contain('Outdial call: Hana Seo').and.to.contain('lift the handset');
      expect(tray.harness.all('button', /^(Answer|Decline)/)).to.have.length(0);
      await tell(tray, ...dialsOn);
      expect(part(tray, '.note-line')).to.equal('The customer’s phone rings');
      expect(announced()).to.contain('The customer’s phone rings');
      unmountAll();
      const inBrowser = await mount(outdial());
      expect(part(inBrowser, '.note-line')).to.equal('Your phone is joining the call');
      expect(inBrowser.harness.all('button')).to.have.length(0);
    });

    it('[ARR-11] goes when the customer answers, in Korean as in English', async () => {
      const tray = await mount(outdial('customer'));
      tray.mounted.language.set({locale: 'ko', dir: 'ltr'});
      await tray.settled();
      expect(part(tray, '.kind')).to.equal('아웃다이얼 통화');
      expect(part(tray, '.note-line')).to.equal('고객 전화벨이 울리는 중');
      await tray.answered('call');
      expect(tray.isOpen).to.equal(false);
    });

    it('[ARR-11] can be cancelled where admin enabled it, and not elsewhere', async () => {
      const without = await mount(outdial('customer'));
      expect(without.harness.all('button')).to.have.length(0);
      expect(part(without, '.acts .state')).to.equal('Ringing');
      unmountAll();
      const tray = await mount(outdial('customer'), CANCELLABLE);
      await tray.harness.click('button', /^Cancel/);
      expect(tray.stream.last).to.deep.equal({type: 'outdial.cancel', interactionId: 'call'});
      expect(tray.nodes[0]?.querySelector('dw-button')?.pending).to.equal(true);
      tray.stream.accept([
        {type: 'engagement.left', ...ON, reason: 'withdrawn'},
        {
          type: 'interaction.ended',
          interactionId: 'call',
          ending: {at: NOON, by: 'agent', reason: 'cancelled'},
        },
      ]);
      await tray.settled();
      expect(tray.isOpen).to.equal(false);
    });

    it('[ARR-11] says where the agent acted that it cannot be cancelled, and tries again', async () => {
      const tray = await mount(outdial('customer'), CANCELLABLE);
      await tray.harness.click('button', /^Cancel/);
      tray.stream.refuse('DW_SEND_TIMEOUT');
      await tray.settled();
      expect(part(tray, '[role="alert"]')).to.contain('No answer from the server. Try again.');
      await tray.harness.click('button', 'Try again');
      expect(tray.stream.sent.map(({command}) => command.type)).to.deep.equal([
        'outdial.cancel',
        'outdial.cancel',
      ]);
      tray.stream.refuse('DW_INTERACTION_NOT_OFFERED');
      await tray.settled();
      expect(part(tray, '[role="alert"]')).to.contain('This request is no longer waiting for you.');
      await tray.harness.click('button', 'Dismiss');
      expect(tray.nodes[0]?.querySelector('[role="alert"]')).to.equal(null);
    });

    it('goes when it came to nothing, without a word of its own: whoever dialled is told there', async () => {
      const tray = await mount(outdial('customer'));
      await tell(tray, ...failed);
      await aWhile();
      expect(tray.isOpen).to.equal(false);
    });

    it('does not ring in the page, and notifies nobody who made it', async () => {
      const tray = await mount(outdial());
      await aWhile();
      expect(tray.sound.playing).to.equal(0);
      expect(tray.ringing).to.have.length(1);
    });
  });

  describe('a campaign contact', () => {
    const fields = [
      {name: 'plan', label: {en: 'Plan', ko: '요금제'}},
      {name: 'pin', label: 'PIN'},
      {name: 'renewalDate', label: 'Renewal date'},
    ];
    const tenant = aDiallingTenant({campaigns: [aCampaign({fields})]});
    const cad = [
      aVariable({name: 'pin', value: '4471', secure: true}),
      aVariable({name: 'plan', value: '5G Standard'}),
      aVariable({name: 'other', value: 'not for here'}),
    ];

    it('[ARR-12] shows label, icon, admin’s fields in admin’s order, secure ones masked, and the time', async () => {
      const tray = await mount(contact('customer', {cad}), {tenant});
      expect(part(tray, '.kind')).to.equal('Campaign call');
      expect(part(tray, '.number')).to.equal('Hana Seo');
      expect(part(tray, 'dw-timer')).to.equal('01:15');
      expect(tray.fields()).to.deep.equal([
        'Plan: 5G Standard',
        'PIN: •••••• Secure',
        'Renewal date: Not set',
      ]);
      expect(tray.root.innerHTML).not.to.contain('4471').and.not.to.contain('not for here');
      tray.mounted.language.set({locale: 'ko', dir: 'ltr'});
      await tray.settled();
      expect([part(tray, '.kind'), tray.fields()[0]]).to.deep.equal(['캠페인 통화', '요금제: 5G Standard']);
    });

    it('[ARR-12] says in preview where to act, has no Answer, and does not ring', async () => {
      const tray = await mount(contact());
      expect(part(tray, '.note-line')).to.equal('Call or skip in the campaign contact dialog');
      expect(tray.harness.all('button')).to.have.length(0);
      expect(tray.ringing).to.have.length(0);
      expect(tray.nodes[0]?.querySelector('.acts .state')).to.equal(null);
    });

    it('[ARR-12] shows that it rings; where admin enabled it, Cancel stands in that place', async () => {
      const tray = await mount(contact('customer'));
      expect(part(tray, '.acts .state')).to.equal('Ringing');
      expect(tray.ringing).to.have.length(1);
      unmountAll();
      const cancellable = await mount(contact('customer'), CANCELLABLE);
      expect(cancellable.nodes[0]?.querySelector('.acts .state')).to.equal(null);
      await cancellable.harness.click('button', /^Cancel/);
      expect(cancellable.stream.last).to.deep.equal({type: 'outdial.cancel', interactionId: 'call'});
    });

    it('[ARR-12] stays through an attempt that failed: the same row, looked at again', async () => {
      const tray = await mount(contact('agent'), WITH_DESK_PHONE);
      const [row] = tray.nodes;
      expect(part(tray, '.note-line')).to.equal('Your desk phone rings: lift the handset');
      await tell(tray, ...dialsOn);
      expect(part(tray, '.note-line')).to.equal('The customer’s phone rings');
      await tell(
        tray,
        {type: 'outdial.failed', ...ON, reason: 'customer-unanswered'},
        {type: 'leg.left', interactionId: 'call', legId: 'leg-customer'},
        {type: 'leg.left', interactionId: 'call', legId: 'leg-agent-1'},
        {type: 'engagement.offered', ...ON},
      );
      await aWhile();
      expect(tray.nodes[0]).to.equal(row);
      expect(part(tray, '.note-line')).to.equal('Call or skip in the campaign contact dialog');
      expect(tray.root.querySelector('[part="notice"]')).to.equal(null);
    });
  });
});

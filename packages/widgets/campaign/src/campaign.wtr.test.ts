import {expect, nextFrame} from '@open-wc/testing';
import type {Happening, Interaction, LegId, Party} from '@deskwire/domain';
import {fakeClock, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {AGENT, anActive, aProfile, aRequest, CUSTOMER, NOON} from '@deskwire/testing/fixtures.js';
import {
  Harness,
  mountWidget,
  overflows,
  runWidgetSuite,
  settled,
  textOf,
  unmountAll,
  type MountOptions,
} from '@deskwire/testing/widgets.js';

import {CampaignElement, loadCampaign} from './campaign.element.js';
import './define-campaign.js';
import {
  aCampaignDesk,
  aTalk,
  aWaiting,
  campaignTenant,
  ON_CONTACT,
  OTHER_CAMPAIGN,
  SAMPLE_CAMPAIGN,
  without,
} from './samples.harness.js';

const TAG = 'dw-campaign';
const EVENTS = [
  'dw-campaign-next-request',
  'dw-campaign-next-done',
  'dw-campaign-call-request',
  'dw-campaign-call-done',
  'dw-campaign-skip-request',
  'dw-campaign-skip-done',
  'dw-campaign-cancel-request',
  'dw-campaign-cancel-done',
] as const;
const DESK_PHONE = {kind: 'desk-phone', dn: '7001'} as const;

const mount = async (stream: FakeStream, options: MountOptions<CampaignElement> = {}) => {
  const mounted = await mountWidget<CampaignElement>(TAG, {stream, ...options});
  const heard: string[] = [];
  for (const type of EVENTS) mounted.element.addEventListener(type, () => heard.push(type));
  return {...mounted, stream, heard};
};
const open = async (stream: FakeStream, options: MountOptions<CampaignElement> = {}) => {
  const mounted = await mount(stream, options);
  await mounted.harness.click('button', /^Campaign contact|캠페인 연락처/);
  return mounted;
};

const isOpen = (harness: Harness): boolean => harness.find('dialog', 'Campaign contact') !== undefined;
const announced = (): string => {
  const announcer = document.querySelector('dw-announcer');
  return announcer ? textOf(announcer) : '';
};
const stageOf = (harness: Harness): string => harness.description('dialog');
const terms = (harness: Harness): readonly string[] =>
  [...(harness.element.shadowRoot?.querySelectorAll<HTMLElement>('dt, dd') ?? [])].map(textOf);

const AGENT_LEG: Party = {kind: 'agent', agent: AGENT};
const on = <T extends Happening['type']>(type: T, rest: object = {}): Happening =>
  ({type, interactionId: 'contact-1', ...rest}) as unknown as Happening;
const leg = (type: 'leg.ringing' | 'leg.joined', legId: LegId, party: Party): Happening =>
  on(type, {legId, party});
const RINGS_AGENT = leg('leg.ringing', 'leg-agent-1', AGENT_LEG);
const RINGS_CUSTOMER = [
  leg('leg.joined', 'leg-agent-1', AGENT_LEG),
  leg('leg.ringing', 'leg-customer', {kind: 'customer'}),
  on('engagement.offered', {...ON_CONTACT, expiresAt: NOON + 30_000}),
];
const ANSWERS = [
  leg('leg.joined', 'leg-customer', {kind: 'customer'}),
  on('engagement.accepted', ON_CONTACT),
];
const BACK = [
  on('leg.left', {legId: 'leg-agent-1'}),
  on('leg.left', {legId: 'leg-customer'}),
  on('engagement.offered', ON_CONTACT),
];
const failed = (reason: string, code?: number): Happening =>
  on('outdial.failed', {...ON_CONTACT, reason, ...(code !== undefined && {code})});
const shown = (interaction: Interaction): Happening => ({
  type: 'interaction.shown',
  interactionId: interaction.id,
  interaction,
});
const ended = (reason: 'skipped' | 'cancelled' | 'failed'): readonly Happening[] => [
  on('interaction.ended', {ending: {at: NOON, by: reason === 'failed' ? 'system' : 'agent', reason}}),
  on('engagement.left', {...ON_CONTACT, reason: 'withdrawn'}),
  on('interaction.hidden'),
];
const tellAll = async (
  stream: FakeStream,
  harness: Harness,
  ...facts: readonly Happening[]
): Promise<void> => {
  for (const fact of facts) stream.tell(fact);
  await harness.settled();
};

const twoCampaigns = (options: FakeStreamOptions = {}): FakeStream =>
  aCampaignDesk([], {
    ...options,
    snapshot: {tenant: campaignTenant({campaigns: [SAMPLE_CAMPAIGN, OTHER_CAMPAIGN]})},
  });

runWidgetSuite('the campaign contact', {
  tag: TAG,
  elementClass: CampaignElement,
  version: '0.1.0',
  stream: () => aCampaignDesk([aWaiting()]),
  texts: {en: 'Campaign contact', ko: '캠페인 연락처'},
  news: (stream) => stream.tell(RINGS_AGENT),
  secrets: [CUSTOMER.name ?? '', CUSTOMER.number ?? '', '4471-secret'],
});

describe('the campaign contact', () => {
  afterEach(unmountAll);

  describe('the icon', () => {
    it('[CAMP-1] is there for a team with a preview campaign, and live while the agent is Available', async () => {
      const stream = aCampaignDesk();
      const {harness} = await mount(stream);
      expect(harness.isLive('button', 'Campaign contact')).to.equal(true);
      const presence = {state: 'idle', reasonId: 'lunch', since: NOON} as const;
      stream.tell({type: 'agent.state-changed', agentId: AGENT.id, presence});
      await harness.settled();
      expect(harness.isLive('button', 'Campaign contact')).to.equal(false);
      expect(harness.description('button', 'Campaign contact')).to.equal(
        'Set your state to Available first.',
      );
      stream.tell({
        type: 'agent.state-changed',
        agentId: AGENT.id,
        presence: {state: 'available', since: NOON},
      });
      await harness.settled();
      expect(harness.isLive('button', 'Campaign contact')).to.equal(true);
    });

    it('[CAMP-1] is not there for other teams, without the permission, or where the backend has no campaigns', async () => {
      const other = {...SAMPLE_CAMPAIGN, teams: ['team-9']};
      const desks = [
        aCampaignDesk([], {snapshot: {tenant: campaignTenant({campaigns: [other]})}}),
        aCampaignDesk([], {snapshot: {profile: without('campaign')}}),
        aCampaignDesk([], {snapshot: {capabilities: {commands: ['outdial.call'], features: []}}}),
      ];
      for (const desk of desks) {
        const {harness} = await mount(desk);
        expect(harness.text).to.equal('');
      }
    });

    it('says in words why it is off when it is pressed', async () => {
      const stream = aCampaignDesk([anActive()]);
      const {harness} = await mount(stream);
      await harness.focus('button', 'Campaign contact');
      await harness.press('Enter');
      expect(textOf(harness.get('status'))).to.equal('Finish the current call first.');
      expect(stream.sent).to.deep.equal([]);
      await harness.press('Escape');
      expect(harness.find('status')).to.equal(undefined);
    });

    it('says that a call which came in has to be answered first', async () => {
      const {harness} = await mount(aCampaignDesk([aRequest()]));
      expect(harness.isLive('button', 'Campaign contact')).to.equal(false);
    });

    it('offers the campaigns of the team where there are several', async () => {
      const {harness, stream} = await mount(twoCampaigns());
      await harness.focus('button', 'Campaign contact');
      await harness.press('Enter');
      expect(harness.all('option').map(textOf)).to.deep.equal(['Fibre renewal', 'Arrears reminder']);
      await harness.press('ArrowDown');
      await harness.press('Enter');
      expect(stream.last).to.deep.equal({type: 'campaign.next', campaignId: 'arrears'});
      expect(harness.find('listbox')).to.equal(undefined);
      expect(isOpen(harness)).to.equal(true);
      await harness.press('Escape');
      expect(harness.focused).to.equal('button "Campaign contact"');
    });
  });

  describe('getting a contact', () => {
    it('[CAMP-2] opens the dialog with the customer’s details', async () => {
      const {harness, stream, heard, time} = await open(aCampaignDesk());
      expect(stream.last).to.deep.equal({type: 'campaign.next', campaignId: 'fibre'});
      expect(textOf(harness.get('status'))).to.equal('Getting a contact');
      stream.accept([shown(aWaiting())]);
      await harness.settled();
      expect(heard).to.deep.equal(['dw-campaign-next-request', 'dw-campaign-next-done']);
      expect(harness.focused).to.equal('heading "Hana Seo"');
      expect(harness.text).to.contain('+82 2-1555-0142');
      expect(harness.text).to.contain('Campaign call · Fibre renewal');
      expect(terms(harness)).to.deep.equal([
        ...['Plan', 'Fibre 500'],
        ...['Contract ends', '2026-12-31'],
        ...['Automatic payment', 'Yes'],
        ...['Customer PIN', '•••••• Secure'],
        ...['Remark', 'Not set'],
      ]);
      expect(stageOf(harness)).to.equal('Ready to call');
      time.advance(42_000);
      await harness.settled();
      expect(textOf(harness.get('timer', 'Time with this contact'))).to.equal('00:42');
    });

    it('never holds the value of a secure variable', async () => {
      const {element} = await open(aCampaignDesk([aWaiting()]));
      expect(element.shadowRoot?.textContent).not.to.contain('4471');
    });

    it('says when the list is at its end', async () => {
      const {harness, stream} = await open(aCampaignDesk());
      stream.refuse('DW_CAMPAIGN_EMPTY');
      await harness.settled();
      expect(harness.text).to.contain('That was the last contact of Fibre renewal.');
      await harness.click('button', 'Close');
      expect(isOpen(harness)).to.equal(false);
    });

    it('tells why none could be had, and tries again under the same button', async () => {
      const {harness, stream} = await open(aCampaignDesk());
      stream.refuse('DW_SEND_OFFLINE');
      await harness.settled();
      expect(textOf(harness.get('alert'))).to.contain('Not connected.');
      await harness.click('button', 'Try again');
      expect(stream.sent).to.have.lengthOf(2);
      stream.accept([shown(aWaiting())]);
      await harness.settled();
      expect(stageOf(harness)).to.equal('Ready to call');
    });

    it('lets the page prevent it, and opens nothing then', async () => {
      const {harness, element, stream} = await mount(aCampaignDesk());
      element.addEventListener('dw-campaign-next-request', (event) => {
        event.preventDefault();
      });
      await harness.click('button', 'Campaign contact');
      expect(stream.sent).to.deep.equal([]);
      expect(isOpen(harness)).to.equal(false);
    });

    it('opens no dialog for a contact that the agent did not ask for, announces it, and takes no focus', async () => {
      const {harness, stream, time} = await mount(aCampaignDesk());
      stream.tell(shown(aWaiting()));
      await harness.settled();
      expect(isOpen(harness)).to.equal(false);
      expect(document.activeElement).to.equal(document.body);
      expect(announced()).to.contain('Campaign contact waiting: Hana Seo');
      time.advance(9_000);
      await harness.settled();
      expect(textOf(harness.get('button', /one is waiting/))).to.contain('00:09');
      await harness.click('button', /one is waiting/);
      expect(isOpen(harness)).to.equal(true);
      expect(stream.sent).to.deep.equal([]);
    });
  });

  describe('the dialog', () => {
    it('[CAMP-2] is closed and opened again without losing the contact', async () => {
      const {harness, stream} = await open(aCampaignDesk([aWaiting()]));
      await harness.press('Escape');
      expect(isOpen(harness)).to.equal(false);
      expect(harness.focused).to.match(/^button "Campaign contact, one is waiting/);
      await harness.press('Enter');
      expect(harness.focused).to.equal('heading "Hana Seo"');
      await harness.click('button', 'Close');
      expect(isOpen(harness)).to.equal(false);
      expect(stream.sent).to.deep.equal([]);
    });

    it('keeps Tab inside', async () => {
      const {harness} = await open(aCampaignDesk([aWaiting()]));
      await harness.focus('button', 'Call');
      await harness.press('Tab');
      expect(harness.focused).to.equal('button "Close"');
      await harness.press('Shift+Tab');
      expect(harness.focused).to.equal('button "Call"');
    });

    it('calls a nameless contact by its number', async () => {
      const {harness} = await open(aCampaignDesk([aWaiting({customer: {number: '+821048271934'}})]));
      expect(textOf(harness.get('heading', /\d/))).to.equal('+82 10-4827-1934');
    });

    it('offers no skip where the campaign allows none, and no cancel where admin allows none', async () => {
      const tenant = campaignTenant({campaigns: [OTHER_CAMPAIGN], callCancellable: false});
      const {harness} = await open(aCampaignDesk([aWaiting({campaignId: 'arrears'})], {snapshot: {tenant}}));
      const names = harness.all('button').map(textOf);
      expect(names).to.include('Call');
      expect(names).not.to.include.members(['Skip']);
      expect(names).not.to.include.members(['Cancel']);
    });

    it('fits 320 px with long values, which wrap', async () => {
      const customer = {name: '에너지효율관리및재약정전담부서담당자홍길동님', number: '+821048271934'};
      const long = 'Wants to know everything about the contract, '.repeat(6);
      const cad = aWaiting().cad.map((one) =>
        one.name === 'plan' ? {...one, value: `${long}${'x'.repeat(90)}`} : one,
      );
      const {element, harness} = await open(aCampaignDesk([aWaiting({customer, cad})]), {
        width: 320,
        locale: 'ko',
      });
      expect(harness.text).to.contain('xxx');
      expect(overflows(element)).to.deep.equal([]);
    });
  });

  describe('calling', () => {
    it('[CAMP-2] dials, says how far it is, and gives way to the pane when the customer answers', async () => {
      const {harness, stream, heard, time} = await open(aCampaignDesk([aWaiting()]));
      await harness.focus('button', 'Call');
      await harness.press('Enter');
      expect(stream.last).to.deep.equal({type: 'campaign.call', interactionId: 'contact-1'});
      expect(harness.isLive('button', 'Call')).to.equal(false);
      stream.accept([RINGS_AGENT]);
      await harness.settled();
      expect(stageOf(harness)).to.contain('Calling your phone');
      expect(harness.focused).to.equal('button "Call"');
      await tellAll(stream, harness, ...RINGS_CUSTOMER);
      time.advance(7_000);
      await harness.settled();
      expect(stageOf(harness)).to.equal('The customer’s phone rings 00:07');
      expect(announced()).to.contain('The customer’s phone rings');
      await tellAll(stream, harness, ...ANSWERS);
      expect(isOpen(harness)).to.equal(false);
      expect(announced()).to.contain('The customer answered');
      expect(heard).to.deep.equal(['dw-campaign-call-request', 'dw-campaign-call-done']);
    });

    it('[CAMP-3] disables the icon once the call is accepted', async () => {
      const {harness, stream} = await open(aCampaignDesk([aWaiting({}, 'customer')]));
      expect(harness.isLive('button', /the phone rings/)).to.equal(true);
      await tellAll(stream, harness, ...ANSWERS);
      expect(harness.isLive('button', 'Campaign contact')).to.equal(false);
      expect(harness.description('button', 'Campaign contact')).to.equal('Finish the current call first.');
    });

    it('[ARR-12] shows the campaign call with its fields, a timer, how it rings, and Cancel', async () => {
      const {harness, stream} = await open(aCampaignDesk([aWaiting({}, 'customer')]));
      expect(harness.text).to.contain('Campaign call · Fibre renewal');
      expect(terms(harness).slice(0, 4)).to.deep.equal(['Plan', 'Fibre 500', 'Contract ends', '2026-12-31']);
      expect(stageOf(harness)).to.contain('The customer’s phone rings 00:00');
      expect(harness.isLive('button', 'Call')).to.equal(false);
      await harness.click('button', 'Cancel');
      expect(stream.last).to.deep.equal({type: 'outdial.cancel', interactionId: 'contact-1'});
    });

    it('tells the owner of a desk phone to answer it', async () => {
      const snapshot = {profile: {...aProfile(), ...without('history'), station: DESK_PHONE}};
      const {harness, stream} = await open(aCampaignDesk([aWaiting()], {snapshot}));
      expect(stageOf(harness)).to.equal('Ready to call. Your desk phone rings first.');
      await tellAll(stream, harness, RINGS_AGENT);
      expect(stageOf(harness)).to.contain('Your desk phone rings: answer it');
    });

    it('goes on when the dialog is closed, and tells what becomes of it', async () => {
      const {harness, stream} = await open(aCampaignDesk([aWaiting({}, 'agent')]));
      await harness.press('Escape');
      await tellAll(stream, harness, ...RINGS_CUSTOMER);
      expect(harness.find('button', /the phone rings/)).not.to.equal(undefined);
      await tellAll(stream, harness, failed('customer-unanswered'), ...BACK);
      expect(announced()).to.contain('The customer did not answer.');
      expect(isOpen(harness)).to.equal(false);
      await harness.click('button', /one is waiting/);
      expect(stageOf(harness)).to.equal('The customer did not answer.');
    });

    it('cancels the call that rings; the contact stays', async () => {
      const {harness, stream, heard} = await open(aCampaignDesk([aWaiting({}, 'customer')]));
      await harness.focus('button', 'Cancel');
      await harness.press('Enter');
      stream.accept(BACK.slice(1));
      await tellAll(stream, harness, ...BACK);
      expect(stageOf(harness)).to.equal('Ready to call');
      expect(harness.focused).to.equal('button "Cancel"');
      expect(heard).to.deep.equal(['dw-campaign-cancel-request', 'dw-campaign-cancel-done']);
    });

    it('cancels the contact that is not called yet: the dialog closes, the focus is on the icon', async () => {
      const {harness, stream} = await open(aCampaignDesk([aWaiting()]));
      await harness.focus('button', 'Cancel');
      await harness.press('Enter');
      stream.accept(ended('cancelled'));
      await harness.settled();
      expect(isOpen(harness)).to.equal(false);
      expect(harness.focused).to.equal('button "Campaign contact"');
      expect(announced()).to.contain('Contact cancelled');
    });
  });

  describe('a failed attempt', () => {
    const CASES = [
      ['agent-declined', 'Your phone did not take the call.'],
      ['not-connected', 'The call could not be connected.'],
      ['customer-rejected', 'The customer rejected the call.'],
      ['customer-unanswered', 'The customer did not answer.'],
    ] as const;
    for (const [reason, words] of CASES) {
      it(`[CAMP-3] is told and can be tried again: ${reason}`, async () => {
        const {harness, stream} = await open(aCampaignDesk([aWaiting({}, 'customer')]));
        await tellAll(stream, harness, failed(reason), ...BACK);
        expect(stageOf(harness)).to.equal(words);
        expect(announced()).to.contain(words);
        expect(harness.isLive('button', /one is waiting|^Campaign contact/)).to.equal(true);
        expect(harness.isLive('button', 'Skip')).to.equal(true);
        await harness.click('button', 'Call again');
        expect(stream.last).to.deep.equal({type: 'campaign.call', interactionId: 'contact-1'});
        stream.accept([RINGS_AGENT]);
        await harness.settled();
        expect(stageOf(harness)).to.contain('Calling your phone');
      });
    }

    for (const [code, refusal, words] of [
      [
        26,
        'DW_CALL_LIMIT_DATA_CENTRE',
        'Reason 26: the data centre has reached its limit of concurrent calls.',
      ],
      [27, 'DW_CALL_LIMIT_TENANT', 'Reason 27: your organisation has reached its limit of concurrent calls.'],
    ] as const) {
      it(`[CAMP-4] shows reason ${code} with code and text, when it is refused and when it is met later`, async () => {
        const {harness, stream} = await open(aCampaignDesk([aWaiting()]));
        await harness.click('button', 'Call');
        stream.refuse(refusal);
        await harness.settled();
        expect(textOf(harness.get('alert'))).to.contain(words);
        await harness.click('button', 'Call');
        stream.accept([RINGS_AGENT]);
        await tellAll(stream, harness, failed('limit', code), ...BACK);
        expect(harness.find('alert')).to.equal(undefined);
        expect(stageOf(harness)).to.equal(words);
      });
    }

    it('that could not be sent is tried again under its own id', async () => {
      const {harness, stream} = await open(aCampaignDesk([aWaiting()]));
      await harness.click('button', 'Call');
      stream.refuse('DW_SEND_TIMEOUT');
      await harness.settled();
      await harness.click('button', 'Try again');
      expect(stream.sent.map(({id}) => id)).to.deep.equal([stream.sent[0]?.id, stream.sent[0]?.id]);
    });

    it('of somebody else says nothing here', async () => {
      const {harness, stream} = await open(aCampaignDesk([aWaiting()]));
      await tellAll(stream, harness, on('outdial.failed', {agentId: 'agent-2', reason: 'not-connected'}));
      expect(stageOf(harness)).to.equal('Ready to call');
    });
  });

  describe('skipping', () => {
    const next = aWaiting({
      id: 'contact-2',
      createdAt: NOON + 1,
      customer: {name: 'Ida Later', number: '+821048271934'},
    });

    it('[CAMP-2] brings the next contact into the same dialog, keeps the focus, and announces it', async () => {
      const {harness, stream, heard} = await open(aCampaignDesk([aWaiting()]));
      const dialog = harness.get('dialog');
      await harness.focus('button', 'Skip');
      await harness.press('Enter');
      expect(stream.last).to.deep.equal({type: 'campaign.skip', interactionId: 'contact-1'});
      stream.accept([...ended('skipped'), shown(next)]);
      await harness.settled();
      expect(harness.get('dialog')).to.equal(dialog);
      expect(harness.find('heading', 'Ida Later')).not.to.equal(undefined);
      expect(harness.focused).to.equal('button "Skip"');
      expect(announced()).to.contain('Campaign contact: Ida Later');
      expect(heard).to.deep.equal(['dw-campaign-skip-request', 'dw-campaign-skip-done']);
    });

    it('keeps the focus in the dialog when the next contact takes its time', async () => {
      const {harness, stream} = await open(aCampaignDesk([aWaiting()]));
      await harness.focus('button', 'Skip');
      await harness.press('Enter');
      stream.accept(ended('skipped'));
      await harness.settled();
      expect(harness.focused).to.equal('button "Close"');
      await tellAll(stream, harness, shown(next));
      expect(harness.focused).to.equal('heading "Ida Later"');
    });

    it('says that the list is done after the last one', async () => {
      const {harness, stream} = await open(aCampaignDesk([aWaiting()]));
      await harness.click('button', 'Skip');
      stream.accept(ended('skipped'));
      await harness.settled();
      expect(harness.text).to.contain('That was the last contact of Fibre renewal.');
      expect(announced()).to.contain('That was the last contact of Fibre renewal.');
      expect(harness.find('button', 'Next contact')).to.equal(undefined);
    });
  });

  it('says when the contact is taken away, and offers the next one', async () => {
    const {harness, stream} = await open(aCampaignDesk([aWaiting()]));
    await tellAll(stream, harness, ...ended('failed'));
    expect(harness.text).to.contain('This contact is no longer with you.');
    await harness.click('button', 'Next contact');
    expect(stream.last).to.deep.equal({type: 'campaign.next', campaignId: 'fibre'});
  });

  it('closes with the desk', async () => {
    const {harness, stream, element} = await open(aCampaignDesk([aWaiting()]));
    stream.hydrate({interactions: [aTalk()], tenant: campaignTenant(), profile: without('outdial')});
    await harness.settled();
    expect(isOpen(harness)).to.equal(false);
    element.remove();
    expect(stream.listeners).to.equal(0);
  });

  it('leaves nobody listening when it is taken away with its dialog open', async () => {
    const {element, stream, harness} = await open(aCampaignDesk([aWaiting()]));
    expect(isOpen(harness)).to.equal(true);
    element.remove();
    await element.updateComplete;
    expect(stream.listeners).to.equal(0);
  });

  it('opens by its method for a contact, and for nothing else', async () => {
    const stream = aCampaignDesk();
    const {harness, element} = await mount(stream, {time: fakeClock()});
    element.open();
    await harness.settled();
    expect(isOpen(harness)).to.equal(false);
    stream.tell(shown(aWaiting()));
    element.open();
    await harness.settled();
    expect(isOpen(harness)).to.equal(true);
    element.close();
    await harness.settled();
    expect(isOpen(harness)).to.equal(false);
  });
});

describe('the campaign contact before it is loaded', () => {
  afterEach(unmountAll);

  class SlowCampaign extends CampaignElement {
    #answer: ((later: Awaited<ReturnType<typeof loadCampaign>>) => void) | undefined;
    asked = 0;

    protected override readonly later = (): ReturnType<typeof loadCampaign> => {
      this.asked += 1;
      return new Promise((resolve) => {
        this.#answer = resolve;
      });
    };

    async comes(): Promise<void> {
      this.#answer?.(await loadCampaign());
      await settled(this);
    }
  }
  customElements.define('dw-campaign-slow', SlowCampaign);

  /** Not by the harness: it would wait until the element is complete. */
  const slow = async (stream: FakeStream): Promise<SlowCampaign> => {
    const {container} = await mountWidget('dw-timer', {stream});
    const element = document.createElement('dw-campaign-slow') as SlowCampaign;
    container.append(element);
    await nextFrame();
    return element;
  };

  it('opens as soon as it is there, for a page that asked for it before', async () => {
    const element = await slow(aCampaignDesk([aWaiting()]));
    expect([element.asked, element.shadowRoot?.querySelector('button')]).to.deep.equal([1, null]);
    element.open();
    await element.comes();
    const harness = new Harness(element);
    expect(isOpen(harness)).to.equal(true);
    expect(harness.focused).to.equal('heading "Hana Seo"');
  });

  it('is not asked for on behalf of an agent whose team has no campaign, before the page is idle', async () => {
    const tenant = campaignTenant({campaigns: []});
    const element = await slow(aCampaignDesk([], {snapshot: {tenant}}));
    expect(element.shadowRoot?.children.length).to.equal(0);
  });
});

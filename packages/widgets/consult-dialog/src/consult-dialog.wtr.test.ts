import {expect} from '@open-wc/testing';
import type {Happening, Interaction, Target} from '@deskwire/domain';
import {loadTargetDialog} from '@deskwire/kit';
import {FakeDirectory, fakeStream, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {
  AGENT,
  anActive,
  anEngagement,
  aProfile,
  aTenant,
  CUSTOMER,
  NOON,
} from '@deskwire/testing/fixtures.js';
import {Harness, mountWidget, runWidgetSuite, textOf, unmountAll} from '@deskwire/testing/widgets.js';
import '@deskwire/interaction-control/define.js';

import './define.js';
import {ConsultDialogElement} from './consult-dialog.element.js';

const LEO: Target = {kind: 'agent', agentId: 'agent Leo Brandt'};
const requested = (target: Target): readonly Happening[] => [
  {type: 'consult.requested', interactionId: 'voice-1', agentId: AGENT.id, target},
];

// What is in the dialog comes when it is first needed; here it is there from the beginning.
before(async () => {
  await loadTargetDialog();
});

runWidgetSuite<ConsultDialogElement>('the consult dialog', {
  tag: 'dw-consult-dialog',
  elementClass: ConsultDialogElement,
  version: '0.1.0',
  stream: (): FakeStream => fakeStream({interactions: [anActive()], answer: new FakeDirectory().answer}),
  props: {interactionId: 'voice-1'},
  texts: {en: 'Consult request', ko: '상담 요청'},
  news: (stream) => stream.tell({type: 'call.held', interactionId: 'voice-1', agentId: AGENT.id}),
  secrets: [CUSTOMER.name ?? '', CUSTOMER.number ?? '', CUSTOMER.email ?? ''],
});

const mount = async (set: Partial<Interaction> = {}, options: FakeStreamOptions = {}) => {
  const directory = new FakeDirectory();
  const stream = fakeStream({interactions: [anActive(set)], answer: directory.answer, ...options});
  const mounted = await mountWidget<ConsultDialogElement>('dw-consult-dialog', {stream});
  const {container, element, harness} = mounted;
  const heard: unknown[] = [];
  for (const type of ['dw-consult-request', 'dw-consult-done', 'dw-consult-closed'] as const) {
    container.addEventListener(type, ({detail}) => heard.push([type, detail]));
  }
  const opens = async (): Promise<void> => {
    element.open('voice-1');
    await harness.settled();
  };
  return {...mounted, directory, stream, heard, opens, page: new Harness(container)};
};
describe('the consult dialog', () => {
  afterEach(unmountAll);

  it('[CONS-1] opens from "Consult" during a call, and asks the agent who is chosen', async () => {
    const {container, element, harness, page, stream, heard} = await mount();
    container.append(document.createElement('dw-interaction-control'));
    container.addEventListener('dw-consult-open', ({detail}) => {
      element.open(detail.interactionId);
    });
    await page.settled();
    await page.click('button', 'Consult');
    expect(harness.focused).to.equal('combobox "Find an agent"');
    await harness.type('leo');
    await harness.press('Enter');
    await harness.press('Enter');
    const detail = {interactionId: 'voice-1', to: LEO};
    expect(stream.last).to.deep.equal({type: 'consult.start', ...detail});
    stream.accept(requested(LEO));
    await harness.settled();
    expect(harness.find('dialog')).to.equal(undefined);
    expect(page.text).to.contain('Consult requested');
    expect(heard).to.deep.equal([
      ['dw-consult-request', detail],
      ['dw-consult-closed', {interactionId: 'voice-1'}],
      ['dw-consult-done', detail],
    ]);
  });

  it('[CONS-1] shows everybody with icon, colour and text, and asks only who can take it', async () => {
    const {harness, stream, opens} = await mount();
    await opens();
    const presence = harness.all('option').map((option) => {
      const state = option.querySelector('.state') as Element;
      return [textOf(state), state.classList.contains('available'), state.querySelector('svg') !== null];
    });
    expect(presence).to.deep.equal([
      ['Available', true, true],
      ['Available', true, true],
      ['Available', true, true],
      ['Wrap-up', false, true],
      ['Idle · Lunch', false, true],
      ['Engaged', false, true],
    ]);
    await harness.click('option', /김미소/);
    await harness.click('button', 'Consult');
    expect(stream.sent).to.deep.equal([]);
    expect(harness.description('combobox')).to.contain('김미소 cannot take this now: Engaged.');
  });

  it('[CONS-1] asks a queue', async () => {
    const {harness, stream, opens} = await mount();
    await opens();
    await harness.click('tab', 'Queues');
    await harness.click('option', /Roaming/);
    await harness.click('button', 'Consult');
    expect(stream.last).to.deep.include({to: {kind: 'queue', queueId: 'roaming'}});
  });

  it('[CONS-1] asks a number, by the rules of a transfer', async () => {
    const {harness, stream, opens} = await mount();
    await opens();
    await harness.click('tab', 'Dial number');
    await harness.focus('combobox');
    await harness.type('+1 415');
    await harness.click('button', 'Consult');
    expect(harness.description('combobox')).to.equal('A US number needs 7 digits after the area code.');
    expect(stream.sent).to.deep.equal([]);
    await harness.type('-555-0100');
    await harness.press('Enter');
    expect(stream.last).to.deep.include({to: {kind: 'number', number: '+14155550100'}});
  });

  it('has no queues where admin wants none consulted', async () => {
    const {harness, opens} = await mount({}, {snapshot: {tenant: aTenant({consultToQueue: false})}});
    await opens();
    expect(harness.all('tab').map(textOf)).to.deep.equal(['Agents', 'Dial number']);
  });

  it('says before it is sent what happens to the customer', async () => {
    const {harness, stream, opens} = await mount();
    await opens();
    expect(harness.description('dialog')).to.equal('The customer goes on hold.');
    stream.tell({type: 'call.held', interactionId: 'voice-1', agentId: AGENT.id});
    await harness.settled();
    expect(harness.description('dialog')).to.equal('The customer stays on hold.');
  });

  it('says by name who could not be asked, and stays', async () => {
    const {harness, stream, opens} = await mount();
    await opens();
    await harness.click('option', /Leo Brandt/);
    await harness.click('button', 'Consult');
    stream.refuse('DW_TARGET_UNAVAILABLE');
    await harness.settled();
    expect(textOf(harness.get('alert'))).to.contain('Leo Brandt: This target cannot take the contact now.');
    await harness.click('button', 'Dismiss');
    expect(harness.text).not.to.contain('cannot take the contact');
    expect(harness.focused).to.equal('combobox "Find an agent"');
  });

  it('asks nobody when the page prevents it', async () => {
    const {element, harness, stream, opens} = await mount();
    element.addEventListener('dw-consult-request', (event) => {
      event.preventDefault();
    });
    await opens();
    await harness.click('option', /Leo Brandt/);
    await harness.click('button', 'Consult');
    expect(stream.sent).to.deep.equal([]);
  });

  it('closes when the call is another agent’s', async () => {
    const {harness, stream, opens} = await mount();
    await opens();
    stream.tell({
      type: 'engagement.left',
      interactionId: 'voice-1',
      agentId: AGENT.id,
      reason: 'transferred',
    });
    await harness.settled();
    expect(harness.find('dialog')).to.equal(undefined);
  });

  for (const [who, set, options] of [
    ['whose profile allows no consult', {}, {snapshot: {profile: aProfile({permissions: ['transfer']})}}],
    [
      'who is consulted',
      {engagements: [anEngagement({role: 'consulted', phase: 'active', since: NOON})]},
      {},
    ],
  ] as const) {
    it(`does not open for an agent ${who}`, async () => {
      const {harness, opens} = await mount(set, options);
      await opens();
      expect(harness.find('dialog')).to.equal(undefined);
    });
  }
});

import {expect} from '@open-wc/testing';
import type {Interaction} from '@deskwire/domain';
import {fakeStream, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {
  AGENT,
  aHeldCall,
  anActive,
  anEngagement,
  aTenant,
  aWrapUp,
  CUSTOMER,
  NOON,
  someCapabilities,
} from '@deskwire/testing/fixtures.js';
import {
  mountWidget,
  overflows,
  runWidgetSuite,
  textOf,
  unmountAll,
  type MountOptions,
} from '@deskwire/testing/widgets.js';

import './define.js';
import {InteractionControlElement} from './interaction-control.element.js';

const TAG = 'dw-interaction-control';
const held = {type: 'call.held', interactionId: 'voice-1', agentId: AGENT.id} as const;
const resumed = {type: 'call.resumed', interactionId: 'voice-1', agentId: AGENT.id} as const;
const wrappingUp = {type: 'wrap-up.started', interactionId: 'voice-1', agentId: AGENT.id} as const;

const recordedTenant = aTenant({recording: {enabled: true, privacyShield: true, pauseSeconds: 30}});
const aCall = (set: Partial<Interaction> = {}, options: FakeStreamOptions = {}): FakeStream =>
  fakeStream({interactions: [anActive(set)], ...options});

const mount = async (stream: FakeStream, options: MountOptions<InteractionControlElement> = {}) => {
  const mounted = await mountWidget<InteractionControlElement>(TAG, {stream, ...options});
  const heard: string[] = [];
  for (const act of ['hold', 'resume', 'end', 'pause-recording', 'start-recording']) {
    for (const end of ['request', 'done']) {
      mounted.element.addEventListener(`dw-${act}-${end}`, ({type}) => heard.push(type));
    }
  }
  return {...mounted, heard};
};

runWidgetSuite('the interaction control pane', {
  tag: TAG,
  elementClass: InteractionControlElement,
  version: '0.1.0',
  stream: () =>
    fakeStream({
      interactions: [aHeldCall({recording: {state: 'paused', since: NOON, resumeAt: NOON + 23_000}})],
      snapshot: {tenant: recordedTenant},
    }),
  texts: {en: 'Call on hold', ko: '통화 보류'},
  news: (stream) => stream.tell(resumed),
  secrets: [CUSTOMER.name ?? '', CUSTOMER.number ?? '', CUSTOMER.email ?? '', '+82 2-1555-0142'],
});

describe('the interaction control pane', () => {
  afterEach(unmountAll);

  describe('who it is', () => {
    it('names the customer, the number, the queue and what was dialled, with a clock', async () => {
      const {harness, time} = await mount(aCall());
      expect(harness.get('heading').textContent).to.contain('Hana Seo');
      expect(harness.text).to.contain('+82 2-1555-0142');
      expect(harness.text).to.contain('Queue Support');
      expect(harness.text).to.contain('DNIS +82 2-555-0100');
      time.advance(252_000);
      await harness.settled();
      expect(textOf(harness.get('timer', 'Call time'))).to.equal('04:12');
    });

    it('follows the call that it is told, and its own again when it is told none', async () => {
      const stream = fakeStream({
        interactions: [
          anActive({id: 'voice-1', customer: {name: 'First'}}),
          anActive({id: 'voice-2', customer: {name: 'Second'}, createdAt: NOON + 1}),
        ],
      });
      const {harness, element} = await mount(stream);
      expect(harness.text).to.contain('Second');
      element.interactionId = 'voice-1';
      await harness.settled();
      expect(harness.text).to.contain('First');
      element.interactionId = undefined;
      await harness.settled();
      expect(harness.text).to.contain('Second');
    });

    it('shows what the page put there while there is no call', async () => {
      const {element, harness} = await mount(fakeStream());
      const note = document.createElement('p');
      note.slot = 'empty';
      note.textContent = 'No call yet';
      element.append(note);
      expect(harness.text).to.equal('No call yet');
    });

    it('stays with the call in wrap-up, and offers nothing any more', async () => {
      const {harness} = await mount(fakeStream({interactions: [aWrapUp()]}));
      expect(harness.text).to.contain('Wrap-up');
      expect(harness.all('button')).to.deep.equal([]);
    });
  });

  describe('hold', () => {
    it('[HOLD-1] puts the customer on hold, with a timer of its own beside the clock', async () => {
      const stream = aCall();
      const {harness, heard, time} = await mount(stream);
      time.advance(60_000);
      await harness.click('button', 'Hold');
      expect(stream.last).to.deep.equal({type: 'call.hold', interactionId: 'voice-1'});
      expect(harness.isLive('button', 'Hold')).to.equal(false);
      expect(harness.text).not.to.contain('Call on hold');
      stream.accept([held]);
      time.advance(48_000);
      await harness.settled();
      expect(harness.text).to.contain('Call on hold');
      // The fake stream dates its facts at the start of its time, so both began together here.
      expect(textOf(harness.get('timer', 'Call on hold, for'))).to.equal('01:48');
      expect(textOf(harness.get('timer', 'Call time'))).to.equal('01:48');
      expect(heard).to.deep.equal(['dw-hold-request', 'dw-hold-done']);
    });

    it('[HOLD-1] counts the hold from its own beginning while the call’s clock goes on', async () => {
      const {harness, time} = await mount(
        aCall({talk: {kind: 'hold', since: NOON + 200_000, heldSince: NOON + 200_000}}),
      );
      time.advance(248_000);
      await harness.settled();
      expect(textOf(harness.get('timer', 'Call on hold, for'))).to.equal('00:48');
      expect(textOf(harness.get('timer', 'Call time'))).to.equal('04:08');
    });

    it('[HOLD-2] disables End while on hold, keeps it reachable, and says why', async () => {
      const stream = fakeStream({interactions: [aHeldCall()]});
      const {harness} = await mount(stream);
      const reason = 'Resume the customer before you end the call.';
      expect(harness.isLive('button', 'End')).to.equal(false);
      expect(harness.get('button', 'End').hasAttribute('disabled')).to.equal(false);
      expect(harness.description('button', 'End')).to.equal(reason);
      expect(harness.text).to.contain(reason);
      await harness.focus('button', 'End');
      expect(harness.focused).to.equal('button "End"');
      await harness.press('Enter');
      await harness.click('button', 'End');
      expect(stream.sent).to.deep.equal([]);
    });

    it('[HOLD-3] takes the customer off hold', async () => {
      const stream = fakeStream({interactions: [aHeldCall()]});
      const {harness, heard} = await mount(stream);
      await harness.click('button', 'Resume');
      expect(stream.last).to.deep.equal({type: 'call.resume', interactionId: 'voice-1'});
      stream.accept([resumed]);
      await harness.settled();
      expect(harness.text).to.contain('Active');
      expect(harness.isLive('button', 'Hold')).to.equal(true);
      expect(harness.isLive('button', 'End')).to.equal(true);
      expect(heard).to.deep.equal(['dw-resume-request', 'dw-resume-done']);
    });

    it('changes the label in its place: the focus and the width of the button stay', async () => {
      const stream = aCall({}, {respond: ({type}) => (type === 'call.hold' ? [held] : [resumed])});
      const {harness, element} = await mount(stream, {width: 760});
      const button = element.renderRoot.querySelector('dw-button');
      const before = button?.getBoundingClientRect();
      await harness.focus('button', 'Hold');
      await harness.press('Enter');
      expect(harness.focused).to.equal('button "Resume"');
      const after = button?.getBoundingClientRect();
      expect([after?.left, after?.width]).to.deep.equal([before?.left, before?.width]);
      await harness.press('Enter');
      expect(harness.focused).to.equal('button "Hold"');
    });

    it('says the new state to assistive technology', async () => {
      const stream = aCall();
      const {harness} = await mount(stream);
      stream.tell(held);
      await harness.settled();
      const announcer = document.querySelector('dw-announcer');
      expect(announcer && textOf(announcer)).to.contain('Call on hold');
    });
  });

  describe('end', () => {
    it('[END-1] ends the call', async () => {
      const stream = aCall();
      const {harness, heard} = await mount(stream);
      await harness.click('button', 'End');
      expect(stream.last).to.deep.equal({type: 'interaction.end', interactionId: 'voice-1'});
      expect(harness.isLive('button', 'End')).to.equal(false);
      stream.accept([wrappingUp]);
      await harness.settled();
      expect(heard).to.deep.equal(['dw-end-request', 'dw-end-done']);
      expect(harness.text).to.contain('Wrap-up');
      expect(harness.find('button', 'End')).to.equal(undefined);
    });

    it('sends nothing when the page prevents it', async () => {
      const stream = aCall();
      const {harness, element} = await mount(stream);
      element.addEventListener('dw-end-request', (event) => {
        expect(event.detail).to.deep.equal({interactionId: 'voice-1'});
        event.preventDefault();
      });
      await harness.click('button', 'End');
      expect(stream.sent).to.deep.equal([]);
      expect(harness.isLive('button', 'End')).to.equal(true);
    });
  });

  describe('a refusal', () => {
    it('stands where the person acted, and is tried again under the same id', async () => {
      const stream = aCall();
      const {harness} = await mount(stream);
      await harness.click('button', 'Hold');
      stream.refuse('DW_SEND_TIMEOUT');
      await harness.settled();
      expect(textOf(harness.get('alert'))).to.contain('Hold: No answer from the server.');
      await harness.click('button', 'Try again');
      expect(stream.sent.map(({id}) => id)).to.deep.equal([stream.sent[0]?.id, stream.sent[0]?.id]);
      stream.accept([held]);
      await harness.settled();
      expect(harness.find('alert')).to.equal(undefined);
      expect(harness.text).to.contain('Call on hold');
    });

    it('that cannot be helped by trying again can be dismissed', async () => {
      const stream = aCall();
      const {harness} = await mount(stream);
      await harness.click('button', 'End');
      stream.refuse('DW_INTERACTION_ENDED');
      await harness.settled();
      expect(harness.text).to.contain('End: This contact has ended.');
      expect(harness.find('button', 'Try again')).to.equal(undefined);
      await harness.click('button', 'Dismiss');
      expect(harness.find('alert')).to.equal(undefined);
    });
  });

  describe('what cannot be done', () => {
    it('is not shown where the backend cannot do it at all', async () => {
      const snapshot = {capabilities: someCapabilities({commands: ['interaction.end']})};
      const {harness} = await mount(aCall({}, {snapshot}));
      expect(harness.all('button').map(textOf)).to.deep.equal(['End']);
    });

    it('is not shown to an agent who was only consulted', async () => {
      const engagements = [anEngagement({role: 'consulted', phase: 'active', acceptedAt: NOON})];
      const {harness} = await mount(aCall({engagements}));
      expect(harness.all('button')).to.deep.equal([]);
      expect(harness.text).to.contain('Active');
    });

    it('comes back when what is allowed changes while the call does not', async () => {
      const snapshot = {capabilities: someCapabilities({commands: []})};
      const stream = aCall({}, {snapshot});
      const {harness} = await mount(stream);
      expect(harness.all('button')).to.deep.equal([]);
      stream.hydrate({interactions: [...stream.state.interactions.values()]});
      await harness.settled();
      expect(harness.isLive('button', 'Hold')).to.equal(true);
    });
  });

  describe('recording', () => {
    it('is shown only while it runs, with its control only where that is allowed', async () => {
      const snapshot = {tenant: recordedTenant};
      const stream = aCall({}, {snapshot});
      const {harness, heard} = await mount(stream, {width: 760});
      expect(harness.text).not.to.contain('Recording');
      stream.tell({type: 'recording.started', interactionId: 'voice-1'});
      await harness.settled();
      expect(harness.text).to.contain('Recording');
      await harness.click('button', 'Pause recording');
      stream.accept([{type: 'recording.paused', interactionId: 'voice-1', resumeAt: NOON + 30_000}]);
      await harness.settled();
      expect(harness.text).to.contain('Recording paused resumes in 00:30');
      await harness.click('button', 'Start recording');
      stream.accept([{type: 'recording.resumed', interactionId: 'voice-1', auto: false}]);
      await harness.settled();
      expect(harness.find('button', 'Pause recording')).not.to.equal(undefined);
      expect(heard).to.deep.equal([
        'dw-pause-recording-request',
        'dw-pause-recording-done',
        'dw-start-recording-request',
        'dw-start-recording-done',
      ]);
    });

    it('has no control where admin did not enable Privacy Shield', async () => {
      const tenant = aTenant({recording: {enabled: true, privacyShield: false, pauseSeconds: 30}});
      const {harness} = await mount(aCall({recording: {state: 'on', since: NOON}}, {snapshot: {tenant}}));
      expect(harness.text).to.contain('Recording');
      expect(harness.find('button', 'Pause recording')).to.equal(undefined);
    });
  });

  it('fits its widths, with a long name and every strip', async () => {
    const customer = {
      name: '황보 선우남궁민수제갈공명 주식회사 한빛물류 고객지원팀',
      number: '+821048271934',
    };
    const call = aHeldCall({customer, recording: {state: 'paused', since: NOON, resumeAt: NOON + 9_000}});
    for (const width of [320, 360, 420, 480, 760]) {
      const stream = fakeStream({interactions: [call], snapshot: {tenant: recordedTenant}});
      const {element} = await mount(stream, {width, locale: 'ko'});
      expect(overflows(element), String(width)).to.deep.equal([]);
    }
  });
});

import {expect} from '@open-wc/testing';
import type {Happening, Interaction} from '@deskwire/domain';
import {fakeStream, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {
  AGENT,
  aHeldCall,
  anActive,
  anEngagement,
  aProfile,
  aTenant,
  aWrapUp,
  CUSTOMER,
  NOON,
  OTHER_AGENT,
  someCapabilities,
} from '@deskwire/testing/fixtures.js';
import {
  focused,
  mountWidget,
  overflows,
  runWidgetSuite,
  textOf,
  unmountAll,
  type MountOptions,
} from '@deskwire/testing/widgets.js';

import {aConference, aConsult, aRequestedConsult, aVoiceTenant, someData} from './arrangements.harness.js';
import './define.js';
import {InteractionControlElement} from './interaction-control.element.js';

const TAG = 'dw-interaction-control';
const about = {interactionId: 'voice-1', agentId: AGENT.id} as const;
const held: Happening = {type: 'call.held', ...about};
const resumed: Happening = {type: 'call.resumed', ...about};
const wrappingUp: Happening = {type: 'wrap-up.started', ...about};

const recordedTenant = aVoiceTenant();
const on = {recording: {state: 'on', since: NOON}} as const;

const aCall = (set: Partial<Interaction> = {}, options: FakeStreamOptions = {}): FakeStream =>
  fakeStream({interactions: [anActive(set)], ...options});
const withCall = (call: Interaction, options: FakeStreamOptions = {}): FakeStream =>
  fakeStream({interactions: [call], snapshot: {tenant: recordedTenant}, ...options});

const ACTS = [
  'hold',
  'resume',
  'end',
  'mute',
  'unmute',
  'send-digits',
  'pause-recording',
  'start-recording',
  'cancel-consult',
  'hold-consult',
  'resume-consult',
  'end-consult',
  'transfer-consult',
  'start-conference',
  'transfer-conference',
  'end-conference',
];

const mount = async (stream: FakeStream, options: MountOptions<InteractionControlElement> = {}) => {
  const mounted = await mountWidget<InteractionControlElement>(TAG, {stream, ...options});
  const heard: string[] = [];
  const types = ACTS.flatMap((act) => [`dw-${act}-request`, `dw-${act}-done`]);
  for (const type of [...types, 'dw-consult-open', 'dw-transfer-open']) {
    mounted.element.addEventListener(type, ({type}) => heard.push(type));
  }
  return {...mounted, heard};
};

/** What assistive technology was told. */
const announced = (): string => textOf(document.querySelector('dw-announcer') ?? document.body);

runWidgetSuite('the interaction control pane', {
  tag: TAG,
  elementClass: InteractionControlElement,
  version: '0.1.0',
  stream: () => withCall(aHeldCall({recording: {state: 'paused', since: NOON, resumeAt: NOON + 23_000}})),
  texts: {en: 'Call on hold', ko: '통화 보류'},
  news: (stream) => stream.tell(resumed),
  secrets: [CUSTOMER.name ?? '', CUSTOMER.number ?? '', CUSTOMER.email ?? '', '+82 2-1555-0142'],
});

runWidgetSuite('the panes of a consult', {
  tag: TAG,
  elementClass: InteractionControlElement,
  version: '0.1.0',
  stream: () => withCall(aConsult('owner', {}, {cad: someData, ...on})),
  texts: {en: 'Consulting', ko: '상담 중'},
  news: (stream) => stream.tell(resumed),
  secrets: [
    CUSTOMER.name ?? '',
    CUSTOMER.number ?? '',
    OTHER_AGENT.name,
    ...someData.map(({value}) => value),
  ].filter((text) => text.length > 4),
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

    it('says the new state to assistive technology', async () => {
      const stream = aCall();
      const {harness} = await mount(stream);
      stream.tell(held);
      await harness.settled();
      expect(announced()).to.contain('Call on hold');
    });
  });

  describe('the place of a button', () => {
    const boxes = (element: InteractionControlElement): ReadonlyMap<string, DOMRect> =>
      new Map(
        [...element.renderRoot.querySelectorAll('#call .actions dw-button')].map((button) => [
          textOf(button),
          button.getBoundingClientRect(),
        ]),
      );
    const overlap = (a: DOMRect, b: DOMRect): boolean =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    /** Buttons that may stand in one place: one is the other with another label, or neither does harm there. */
    const PLACES = [
      ['Hold', 'Resume'],
      ['Consult'],
      ['Transfer'],
      ['Conference'],
      ['End', 'Cancel consult', 'End conference'],
    ];
    const placeOf = (name: string): number => PLACES.findIndex((names) => names.includes(name));

    it('changes its label without moving: the focus and the width stay', async () => {
      const stream = aCall({}, {respond: ({type}) => (type === 'call.hold' ? [held] : [resumed])});
      const {harness, element} = await mount(stream, {width: 760});
      const button = element.renderRoot.querySelector('.actions dw-button');
      const before = button?.getBoundingClientRect();
      await harness.focus('button', 'Hold');
      await harness.press('Enter');
      expect(harness.focused).to.equal('button "Resume"');
      const after = button?.getBoundingClientRect();
      expect([after?.left, after?.width]).to.deep.equal([before?.left, before?.width]);
      await harness.press('Space');
      expect(harness.focused).to.equal('button "Hold"');
    });

    for (const width of [320, 359, 360, 420, 479, 480, 560, 760]) {
      it(`is never taken by another action, whatever happens to the call (${width} px)`, async () => {
        const calls = [
          anActive(),
          aHeldCall(),
          aRequestedConsult(),
          aConsult(),
          aConsult('owner', {hears: 'customer'}),
          aConference(),
        ];
        const seen: ReadonlyMap<string, DOMRect>[] = [];
        const stream = withCall(anActive());
        const {element, harness} = await mount(stream, {width});
        // The same height above the buttons, since only what moves sideways or between rows is asked here.
        for (const call of calls) {
          stream.hydrate({interactions: [call], tenant: aTenant()});
          await harness.settled();
          const {top} = element.renderRoot.querySelector('.actions')?.getBoundingClientRect() ?? {top: 0};
          seen.push(
            new Map(
              [...boxes(element)].map(([name, box]) => [
                name,
                new DOMRect(box.x, box.y - top, box.width, box.height),
              ]),
            ),
          );
        }
        for (const a of seen) {
          for (const b of seen) {
            for (const [name, box] of a) {
              for (const [other, at] of b) {
                if (overlap(box, at)) expect(placeOf(other), `${other} over ${name}`).to.equal(placeOf(name));
              }
            }
          }
        }
      });
    }
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

  describe('a dialog of the page', () => {
    for (const [name, type] of [
      ['Consult', 'dw-consult-open'],
      ['Transfer', 'dw-transfer-open'],
    ] as const) {
      it(`is asked for by ${name}, through every shadow root, and nothing is sent`, async () => {
        const stream = aCall();
        const {harness} = await mount(stream);
        const details: unknown[] = [];
        const listen = (event: Event): void => void details.push((event as CustomEvent).detail);
        document.addEventListener(type, listen);
        await harness.click('button', name);
        document.removeEventListener(type, listen);
        expect(details).to.deep.equal([{interactionId: 'voice-1'}]);
        expect(stream.sent).to.deep.equal([]);
      });
    }

    it('is not offered where the profile does not allow it', async () => {
      const {harness} = await mount(aCall({}, {snapshot: {profile: aProfile({permissions: []})}}));
      expect(harness.find('button', 'Consult')).to.equal(undefined);
      expect(harness.find('button', 'Transfer')).to.equal(undefined);
    });
  });

  describe('every command', () => {
    const cases = [
      ['Cancel consult', aRequestedConsult(), 'consult.cancel', 'cancel-consult'],
      ['Hold', aConsult(), 'consult.hold', 'hold-consult'],
      ['Resume', aConsult(), 'call.resume', 'resume'],
      ['Resume', aConsult('owner', {hears: 'customer'}), 'consult.resume', 'resume-consult'],
      ['Transfer', aConsult(), 'consult.transfer', 'transfer-consult'],
      ['Conference', aConsult(), 'conference.start', 'start-conference'],
      ['End consult', aConsult(), 'consult.end', 'end-consult'],
      ['End consult', aConsult('beside'), 'consult.end', 'end-consult'],
      ['Transfer', aConference(), 'conference.transfer', 'transfer-conference'],
      ['End conference', aConference(), 'conference.end', 'end-conference'],
      ['End conference', aConference('beside'), 'conference.end', 'end-conference'],
      ['Mute', anActive(), 'call.mute', 'mute'],
      ['Pause recording', anActive(on), 'recording.pause', 'pause-recording'],
    ] as const;
    for (const [name, call, type, act] of cases) {
      it(`${type} is asked, pending, and done (${name})`, async () => {
        const stream = withCall(call);
        const {harness, heard} = await mount(stream);
        await harness.click('button', name);
        expect(stream.last).to.deep.equal({type, interactionId: 'voice-1'});
        expect(harness.get('button', name).getAttribute('aria-busy')).to.equal('true');
        expect(heard).to.deep.equal([`dw-${act}-request`]);
        stream.accept();
        await harness.settled();
        expect(heard).to.deep.equal([`dw-${act}-request`, `dw-${act}-done`]);
      });

      it(`${type} can be prevented by the page (${name})`, async () => {
        const stream = withCall(call);
        const {harness, element} = await mount(stream);
        element.addEventListener(`dw-${act}-request`, (event) => {
          event.preventDefault();
        });
        await harness.click('button', name);
        expect(stream.sent).to.deep.equal([]);
      });
    }
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

    it('stands in the pane of the party that it is about, and stays when that pane goes', async () => {
      const stream = withCall(aConsult());
      const {harness, element} = await mount(stream);
      await harness.click('button', 'Conference');
      stream.refuse('DW_SERVER_FAILED');
      await harness.settled();
      expect(textOf(element.renderRoot.querySelector('#consult') ?? element)).to.contain(
        'Conference: The server',
      );
      stream.tell({type: 'consult.ended', interactionId: 'voice-1', by: OTHER_AGENT.id});
      await harness.settled();
      expect(textOf(element.renderRoot.querySelector('#call') ?? element)).to.contain(
        'Conference: The server',
      );
    });
  });

  describe('what cannot be done', () => {
    const actionsOf = (element: InteractionControlElement): readonly string[] =>
      [...element.renderRoot.querySelectorAll('.actions dw-button')].map(textOf);

    it('is not shown where the backend cannot do it at all', async () => {
      const snapshot = {capabilities: someCapabilities({commands: ['interaction.end']})};
      const {element} = await mount(aCall({}, {snapshot}));
      expect(actionsOf(element)).to.deep.equal(['End']);
    });

    it('comes back when what is allowed changes while the call does not', async () => {
      const snapshot = {capabilities: someCapabilities({commands: []})};
      const stream = aCall({}, {snapshot});
      const {harness, element} = await mount(stream);
      expect(actionsOf(element)).to.deep.equal([]);
      stream.hydrate({interactions: [...stream.state.interactions.values()]});
      await harness.settled();
      expect(harness.isLive('button', 'Hold')).to.equal(true);
    });

    it('says why beside the buttons as soon as it has the focus, and when it is pressed', async () => {
      const {harness, element} = await mount(aCall());
      const why = 'Conference: Consult somebody first.';
      expect(harness.text).not.to.contain(why);
      await harness.focus('button', 'Conference');
      expect(harness.text).to.contain(why);
      expect(harness.description('button', 'Conference')).to.contain('Consult somebody first.');
      await harness.focus('button', 'Transfer');
      expect(harness.text).not.to.contain(why);
      element.renderRoot
        .querySelector('.conference-button')
        ?.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}));
      await harness.settled();
      expect(harness.text).to.contain(why);
    });

    it('says why instead of the standing reason of End, and gives it back', async () => {
      const {harness} = await mount(fakeStream({interactions: [aHeldCall()]}));
      await harness.focus('button', 'Conference');
      expect(harness.text).to.contain('Conference: Consult somebody first.');
      expect(harness.text).not.to.contain('Resume the customer before you end the call.');
      await harness.focus('button', 'End');
      expect(harness.text).to.contain('Resume the customer before you end the call.');
    });
  });

  describe('recording', () => {
    it('[REC-1] is shown only while it runs, and only where admin enabled it', async () => {
      const stream = aCall({}, {snapshot: {tenant: recordedTenant}});
      const {harness, element} = await mount(stream);
      const icon = (): Element | null => element.renderRoot.querySelector('.rec');
      expect(icon()).to.equal(null);
      stream.tell({type: 'recording.started', interactionId: 'voice-1'});
      await harness.settled();
      expect(icon()).not.to.equal(null);
      expect(harness.text).to.contain('Recording');
      stream.tell({type: 'recording.paused', interactionId: 'voice-1', resumeAt: NOON + 30_000});
      await harness.settled();
      expect(icon()).to.equal(null);
      stream.tell({type: 'recording.resumed', interactionId: 'voice-1', auto: true});
      await harness.settled();
      expect(icon()).not.to.equal(null);
      stream.tell({type: 'recording.stopped', interactionId: 'voice-1'});
      await harness.settled();
      expect(icon()).to.equal(null);
      const off = aTenant({recording: {enabled: false, privacyShield: true, pauseSeconds: 30}});
      const {element: another} = await mount(aCall(on, {snapshot: {tenant: off}}));
      expect(another.renderRoot.querySelector('.rec')).to.equal(null);
      expect(textOf(another)).not.to.contain('Recording');
    });

    it('[REC-2] can be paused only where admin enabled Privacy Shield', async () => {
      const {harness} = await mount(withCall(anActive(on)));
      expect(harness.isLive('button', 'Pause recording')).to.equal(true);
      const tenant = aTenant({recording: {enabled: true, privacyShield: false, pauseSeconds: 30}});
      const {harness: without} = await mount(aCall(on, {snapshot: {tenant}}));
      expect(without.text).to.contain('Recording');
      expect(without.find('button', 'Pause recording')).to.equal(undefined);
    });

    it('changes its strip when the fact is there, not before', async () => {
      const stream = withCall(anActive(on));
      const {harness, heard} = await mount(stream, {width: 760});
      await harness.click('button', 'Pause recording');
      expect(harness.text).not.to.contain('Recording paused');
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
  });

  describe('the microphone', () => {
    it('is muted and live again in one place, and the state is said', async () => {
      const stream = aCall();
      const {harness} = await mount(stream);
      await harness.focus('button', 'Mute');
      await harness.press('Enter');
      stream.accept([{type: 'call.muted', ...about}]);
      await harness.settled();
      expect(harness.text).to.contain('Muted');
      expect(harness.focused).to.equal('button "Unmute"');
      expect(announced()).to.contain('Muted');
      await harness.press('Enter');
      stream.accept([{type: 'call.unmuted', ...about}]);
      await harness.settled();
      expect(harness.text).not.to.contain('Muted');
    });

    it('has no control on a desk phone, which has its own', async () => {
      const profile = aProfile({station: {kind: 'desk-phone', dn: '7001'}});
      const {harness} = await mount(aCall({}, {snapshot: {profile}}));
      expect(harness.find('button', 'Mute')).to.equal(undefined);
    });
  });

  describe('variables', () => {
    it('are read-only, with a secure one masked, and all of them on request', async () => {
      const {harness, element} = await mount(withCall(aConsult('owner', {}, {cad: someData})));
      const pane = (): string => textOf(element.renderRoot.querySelector('#call') ?? element);
      expect(pane()).to.contain('Account number 8840-2271-06');
      expect(pane()).to.contain('Callback consent Yes');
      expect(pane()).to.match(/Resident ID, last 4 Secure •••• Hidden value/);
      expect(harness.text).not.to.contain('4107');
      expect(pane()).not.to.contain('Plan tier');
      await harness.click('button', 'Show all 6');
      expect(pane()).to.contain('Plan tier Not set');
      expect(harness.get('button', 'Show fewer').getAttribute('aria-expanded')).to.equal('true');
      expect(harness.find('textbox')).to.equal(undefined);
    });
  });

  describe('the focus', () => {
    it('stays in the pane when its control goes away, without pressing anything', async () => {
      const stream = withCall(aConsult());
      const {harness} = await mount(stream);
      await harness.focus('button', 'Conference');
      stream.tell({type: 'conference.started', ...about, legIds: ['leg-agent-2']});
      await harness.settled();
      expect(harness.focused).to.equal('region "Interaction control pane"');
      expect(stream.sent).to.deep.equal([]);
    });

    it('is left alone when it was elsewhere', async () => {
      const stream = withCall(aConsult());
      const {harness} = await mount(stream);
      const before = focused();
      stream.tell({type: 'conference.started', ...about, legIds: ['leg-agent-2']});
      await harness.settled();
      expect(focused()).to.equal(before);
    });
  });

  it('is accessible with everything open, in every arrangement', async () => {
    const data = {cad: someData, ...on};
    const calls = [
      anActive(data),
      aRequestedConsult({}, data),
      aConsult('owner', {}, data),
      aConsult('beside', {}, data),
      aConference('owner', data),
    ];
    for (const call of calls) {
      const {element, harness} = await mount(withCall(call), {theme: 'dark', width: 760});
      for (const name of ['Dialpad', 'Keyboard shortcuts', 'Show all 6'])
        harness.find('button', name)?.click();
      await harness.settled();
      await expect(element).to.be.accessible();
      unmountAll();
    }
  });

  it('fits its widths, with a long name and everything open', async () => {
    const customer = {
      name: '황보 선우남궁민수제갈공명 주식회사 한빛물류 고객지원팀',
      number: '+821048271934',
    };
    const paused = {recording: {state: 'paused', since: NOON, resumeAt: NOON + 9_000}} as const;
    const calls = [
      aHeldCall({customer, ...paused}),
      aConsult('owner', {}, {customer, cad: someData, ...paused}),
      aConference('owner', {customer, cad: someData}),
      aConsult('beside', {}, {customer, cad: someData}),
    ];
    for (const call of calls) {
      for (const width of [320, 360, 420, 480, 760]) {
        const {element, harness} = await mount(withCall(call), {width, locale: 'ko'});
        for (const name of ['다이얼패드', '키보드 단축키']) {
          const toggle = harness.find('button', name);
          toggle?.click();
        }
        await harness.settled();
        expect(overflows(element), `${call.talk.kind} ${width}`).to.deep.equal([]);
        unmountAll();
      }
    }
  });

  it('is shown to a consulted agent without what is not theirs', async () => {
    const engagements = [anEngagement({role: 'consulted', phase: 'active', acceptedAt: NOON})];
    const {element} = await mount(withCall(aConsult('beside', {}, {...on})));
    expect([...element.renderRoot.querySelectorAll('.actions dw-button')].map(textOf)).to.deep.equal([
      'End consult',
    ]);
    // Accepted, and the consult not begun yet: there is nothing to end, and that is said.
    const {harness} = await mount(aCall({engagements, talk: {kind: 'none'}}));
    expect(harness.isLive('button', 'End consult')).to.equal(false);
  });
});

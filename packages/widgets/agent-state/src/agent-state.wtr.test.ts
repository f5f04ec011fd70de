import './define.js';

import {expect} from '@open-wc/testing';
import type {DeskSnapshot, Happening, Interaction, Presence, Reason} from '@deskwire/domain';
import {
  AGENT,
  anActive,
  anEngagement,
  aRequest,
  aTenant,
  aWrapUp,
  CUSTOMER,
  fakeStream,
  inPhase,
  NOON,
  QUEUE,
  type FakeStream,
} from '@deskwire/testing';
import {mountWidget, runWidgetSuite, settled, unmountAll, type Mounted} from '@deskwire/testing/widgets.js';

import {AgentStateElement} from './agent-state.element.js';

const MINUTE = 60_000;
const LUNCH: Presence = {state: 'idle', reasonId: 'lunch', since: NOON - MINUTE};
const RONA: Presence = {state: 'rona', since: NOON, interactionId: 'voice-1', channel: 'voice', queue: QUEUE};

const NAMES = ['Break', 'Lunch', 'Meeting', 'Training', 'Coaching', 'Paperwork', 'Doctor'];
const KOREAN = ['휴식', '점심', '회의', '교육', '코칭', '서류', '병원'];
const reasons = (count: number): readonly Reason[] =>
  NAMES.slice(0, count).map((en, index) => ({id: en.toLowerCase(), label: {en, ko: KOREAN[index] ?? en}}));

const desk = (snapshot: Partial<DeskSnapshot> = {}, interactions: readonly Interaction[] = []): FakeStream =>
  fakeStream({interactions, snapshot});
const manyReasons = (): FakeStream => desk({tenant: aTenant({idleReasons: reasons(7)})});
const became = (presence: Presence): Happening => ({
  type: 'agent.state-changed',
  agentId: AGENT.id,
  presence,
});

type Widget = Mounted<AgentStateElement>;
const mount = (stream = desk(), options: object = {}): Promise<Widget> =>
  mountWidget<AgentStateElement>('dw-agent-state', {stream, ...options});

const button = /Agent state|상담사 상태/;
const shown = ({harness}: Widget): string => harness.text.replace(/^(Agent state|상담사 상태): /, '');
const options = ({harness}: Widget): readonly string[] =>
  harness.all('option').map(({innerText}) => innerText.replace(/\s+/g, ' ').trim());
const chosen = ({harness}: Widget): readonly string[] =>
  harness
    .all('option')
    .filter((option) => option.getAttribute('aria-selected') === 'true')
    .map(({innerText}) => innerText.trim());
const open = async (widget: Widget): Promise<void> => {
  await widget.harness.focus('button', button);
  await widget.harness.press('Enter');
};
const hue = ({element}: Widget): string => {
  const icon = element.shadowRoot?.querySelector('.agent svg');
  return icon ? getComputedStyle(icon).color : '';
};
const hears = (element: HTMLElement, ...types: readonly string[]): string[] => {
  const heard: string[] = [];
  for (const type of types) element.addEventListener(type, () => heard.push(type));
  return heard;
};

runWidgetSuite<AgentStateElement>('dw-agent-state', {
  tag: 'dw-agent-state',
  elementClass: AgentStateElement,
  version: '0.1.0',
  stream: () => desk({presence: LUNCH}, []),
  texts: {en: 'Idle', ko: '유휴'},
  news: (stream) => stream.tell(became(RONA)),
  secrets: [CUSTOMER.name ?? '', CUSTOMER.number ?? ''],
});

describe('dw-agent-state', () => {
  afterEach(unmountAll);

  describe('the state in force', () => {
    const active = anActive({engagements: [anEngagement({phase: 'active', acceptedAt: NOON - 4 * MINUTE})]});
    const STATES: readonly [string, FakeStream][] = [
      ['Available 00:00', desk()],
      ['Idle · Lunch 01:00', desk({presence: LUNCH})],
      ['RONA 00:00', desk({presence: RONA})],
      ['Engaged 04:00', desk({}, [active])],
      ['Wrap-up 00:00', desk({}, [aWrapUp()])],
    ];

    it('[STATE-1] shows each state as text, icon and time in it, each in a colour of its own', async () => {
      const hues = new Set<string>();
      const icons = new Set<string>();
      for (const [text, stream] of STATES) {
        const widget = await mount(stream);
        expect(shown(widget)).to.equal(text);
        hues.add(hue(widget));
        icons.add(widget.element.shadowRoot?.querySelector('.agent svg path')?.getAttribute('d') ?? '');
      }
      expect(icons.size).to.equal(STATES.length);
      // Available and Engaged share their green: text and icon tell them apart.
      expect(hues.size).to.equal(STATES.length - 1);
    });

    it('[STATE-1] counts the time in the state, and starts anew with the next one', async () => {
      const stream = desk({presence: LUNCH});
      const widget = await mount(stream);
      widget.time.advance(5000);
      await widget.harness.settled();
      expect(shown(widget)).to.equal('Idle · Lunch 01:05');
      stream.tell(became({state: 'available', since: widget.time.now()}));
      await widget.harness.settled();
      expect(shown(widget)).to.equal('Available 00:00');
    });

    it('follows the work: engaged, wrap-up, then what was chosen', async () => {
      const stream = desk({}, [active]);
      const widget = await mount(stream);
      stream.tell({type: 'wrap-up.started', interactionId: 'voice-1', agentId: AGENT.id});
      await widget.harness.settled();
      expect(shown(widget)).to.equal('Wrap-up 00:00');
      stream.tell({
        type: 'wrap-up.submitted',
        interactionId: 'voice-1',
        agentId: AGENT.id,
        reasonIds: ['resolved'],
        auto: false,
      });
      await widget.harness.settled();
      expect(shown(widget)).to.equal('Available 00:00');
    });

    it('shortens the idle reason and never the time', async () => {
      const label = 'A training about everything that one can possibly be trained in';
      const tenant = aTenant({idleReasons: [{id: 'lunch', label}]});
      const {element} = await mount(desk({presence: LUNCH, tenant}), {width: 600});
      const box = element.shadowRoot?.querySelector('.agent')?.getBoundingClientRect();
      const name = element.shadowRoot?.querySelector('.name');
      const timer = element.shadowRoot?.querySelector('dw-timer');
      expect(box?.width).to.be.at.most(280);
      expect(name?.scrollWidth).to.be.greaterThan(name?.clientWidth ?? 0);
      expect(timer?.getBoundingClientRect().right).to.be.lessThan(box?.right ?? 0);
      expect(timer?.scrollWidth).to.equal(timer?.clientWidth);
    });
  });

  describe('choosing', () => {
    it('[STATE-1] [STATE-5] changes the state with the keyboard alone, and shows it only when it is a fact', async () => {
      const stream = desk({presence: LUNCH});
      const widget = await mount(stream);
      const {harness, element} = widget;
      const heard = hears(element, 'dw-agent-state-request', 'dw-agent-state-done');
      await open(widget);
      expect(harness.focused).to.equal('listbox "Choose your state"');
      expect(options(widget)).to.deep.equal(['Available', 'Break', 'Lunch']);
      expect(chosen(widget)).to.deep.equal(['Lunch']);
      await harness.press('Home');
      await harness.press('Enter');
      expect(stream.last).to.deep.equal({type: 'agent.set-state', to: {state: 'available'}});
      expect(shown(widget)).to.contain('Idle · Lunch');
      expect(harness.get('button', button).getAttribute('aria-busy')).to.equal('true');
      stream.accept([became({state: 'available', since: NOON})]);
      await harness.settled();
      expect(shown(widget)).to.equal('Available 00:00');
      expect(harness.all('option')).to.have.length(0);
      expect(harness.focused).to.match(/^button "Agent state: Available/);
      expect(heard).to.deep.equal(['dw-agent-state-request', 'dw-agent-state-done']);
    });

    it('[STATE-1] sends an idle reason that admin named', async () => {
      const stream = desk();
      const widget = await mount(stream);
      await widget.harness.click('button', button);
      await widget.harness.click('option', /Lunch/);
      expect(stream.last).to.deep.equal({type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    });

    it('[STATE-5] has a search from seven idle reasons on, and finds Korean by initial consonants', async () => {
      const few = await mount(desk({tenant: aTenant({idleReasons: reasons(6)})}));
      await open(few);
      expect(few.harness.find('combobox')).to.equal(undefined);
      const stream = manyReasons();
      const widget = await mount(stream, {locale: 'ko'});
      await open(widget);
      expect(widget.harness.focused).to.equal('combobox "상태 선택"');
      await widget.harness.type('ㅎㅇ');
      expect(options(widget)).to.deep.equal(['회의']);
      await widget.harness.press('Enter');
      expect(stream.last).to.deep.equal({type: 'agent.set-state', to: {state: 'idle', reasonId: 'meeting'}});
    });

    it('[STATE-5] opens with the arrow key, and Escape closes it and gives the focus back', async () => {
      const widget = await mount();
      await widget.harness.focus('button', button);
      await widget.harness.press('ArrowDown');
      expect(options(widget)).to.have.length(3);
      await widget.harness.press('Escape');
      expect(options(widget)).to.have.length(0);
      expect(widget.harness.focused).to.match(/^button "Agent state/);
    });

    it('marks a state that is chosen for after the contact', async () => {
      const stream = desk({}, [anActive()]);
      const widget = await mount(stream);
      await open(widget);
      expect(chosen(widget)).to.deep.equal(['Available']);
      expect(widget.harness.text).to.contain('Takes effect after the current contacts');
      await widget.harness.click('option', /Lunch/);
      stream.accept([became(LUNCH)]);
      await widget.harness.settled();
      expect(shown(widget)).to.contain('Engaged');
      await open(widget);
      expect(chosen(widget)).to.deep.equal(['Lunch']);
    });

    it('shows a refusal in the menu, with a retry that sends the same command again', async () => {
      const stream = desk();
      const widget = await mount(stream);
      await open(widget);
      await widget.harness.click('option', /Lunch/);
      stream.refuse('DW_SEND_TIMEOUT');
      await widget.harness.settled();
      expect(widget.harness.get('alert').innerText).to.contain('No answer from the server');
      expect(shown(widget)).to.contain('Available');
      await widget.harness.click('button', 'Try again');
      expect(stream.sent.map(({id}) => id)).to.deep.equal([stream.sent[0]?.id, stream.sent[0]?.id]);
      stream.accept([became(LUNCH)]);
      await widget.harness.settled();
      expect(widget.harness.find('alert')).to.equal(undefined);
      expect(options(widget)).to.have.length(0);
    });

    it('sends nothing when the page prevents it, and closes', async () => {
      const stream = desk();
      const widget = await mount(stream);
      widget.element.addEventListener('dw-agent-state-request', (event) => {
        event.preventDefault();
      });
      await open(widget);
      await widget.harness.click('option', /Lunch/);
      expect(stream.sent).to.deep.equal([]);
      expect(options(widget)).to.have.length(0);
    });

    it('keeps the focus in the menu while facts arrive', async () => {
      const stream = desk();
      const widget = await mount(stream);
      await open(widget);
      stream.tell({type: 'interaction.shown', interactionId: 'voice-1', interaction: aRequest()});
      await settled(widget.element);
      expect(widget.harness.focused).to.equal('listbox "Choose your state"');
    });
  });

  describe('signing out', () => {
    const signOut = async (interactions: readonly Interaction[]): Promise<readonly [Widget, FakeStream]> => {
      const stream = desk({}, interactions);
      const widget = await mount(stream);
      await open(widget);
      await widget.harness.click('button', 'Sign out');
      return [widget, stream];
    };

    it('[STATE-6] is refused, with the reason, while a request or a connecting popover is up', async () => {
      for (const request of [aRequest(), inPhase('connecting'), aRequest({channel: 'chat'})]) {
        const [{harness}, stream] = await signOut([request]);
        expect(harness.isLive('button', 'Sign out')).to.equal(false);
        expect(harness.description('button', 'Sign out')).to.equal('Answer the waiting request first.');
        expect(stream.sent).to.deep.equal([]);
      }
    });

    it('[STATE-6] is possible again as soon as the request is gone', async () => {
      const [{harness}, stream] = await signOut([aRequest()]);
      stream.tell({
        type: 'engagement.left',
        interactionId: 'voice-1',
        agentId: AGENT.id,
        reason: 'withdrawn',
      });
      await harness.settled();
      await harness.click('button', 'Sign out');
      expect(stream.last).to.deep.equal({type: 'agent.sign-out'});
    });

    it('is refused while a contact is not finished', async () => {
      const [{harness}] = await signOut([aWrapUp()]);
      expect(harness.description('button', 'Sign out')).to.equal('Finish and wrap up your contacts first.');
    });

    it('shows that the agent is signed out, with nothing left to choose', async () => {
      const [widget, stream] = await signOut([]);
      const heard = hears(widget.element, 'dw-sign-out-done');
      stream.accept([became({state: 'signed-out', since: NOON})]);
      await widget.harness.settled();
      expect(shown(widget)).to.equal('Signed out 00:00');
      expect(heard).to.deep.equal(['dw-sign-out-done']);
      await widget.harness.click('button', button);
      expect(options(widget)).to.have.length(0);
      expect(widget.harness.isLive('button', button)).to.equal(false);
    });

    it('shows what the server says when it refuses after all', async () => {
      const [{harness}, stream] = await signOut([]);
      stream.refuse('DW_AGENT_REQUEST_PENDING');
      await harness.settled();
      expect(harness.get('alert').innerText).to.contain('Answer the waiting request first.');
    });
  });
});

import './define.js';

import {expect} from '@open-wc/testing';
import {
  aMessage,
  AGENT,
  anActive,
  anEngagement,
  aRequest,
  aWrapUp,
  chatOf,
  CUSTOMER,
  fakeStream,
  NOON,
  type FakeStream,
} from '@deskwire/testing';
import {mountWidget, runWidgetSuite, textOf, unmountAll, type Mounted} from '@deskwire/testing/widgets.js';

import {TaskListElement} from './task-list.element.js';
import type {TaskSelectedEvent} from './task-list.events.js';

const SECOND = 1000;

const desk = (): FakeStream =>
  fakeStream({
    interactions: [
      anActive({id: 'call', createdAt: NOON - 90 * SECOND, customer: {name: 'Kim Min-su'}}),
      anActive({
        id: 'chat',
        channel: 'chat',
        createdAt: NOON - 60 * SECOND,
        customer: {name: 'Lee Seo-yeon'},
        queue: {id: 'web', name: 'Web support'},
        content: chatOf(aMessage({id: 'm1', at: NOON + 1}), aMessage({id: 'm2', at: NOON + 2})),
      }),
      aWrapUp({
        id: 'mail',
        channel: 'email',
        createdAt: NOON - 120 * SECOND,
        customer: {name: 'Hanbit Logistics'},
      }),
      aRequest({id: 'ringing', createdAt: NOON - 9 * SECOND, customer: {number: '+82260221180'}}),
    ],
  });

const mount = (stream = desk(), options: object = {}): Promise<Mounted<TaskListElement>> =>
  mountWidget<TaskListElement>('dw-task-list', {stream, ...options});

runWidgetSuite<TaskListElement>('dw-task-list', {
  tag: 'dw-task-list',
  elementClass: TaskListElement,
  version: '0.1.0',
  stream: () => fakeStream({interactions: [anActive(), aRequest({id: 'voice-2'})]}),
  texts: {en: 'Ringing', ko: '벨이 울리는 중'},
  news: (stream) =>
    stream.tell({type: 'interaction.shown', interactionId: 'new', interaction: aRequest({id: 'new'})}),
  secrets: [CUSTOMER.name ?? '', CUSTOMER.number ?? '', CUSTOMER.email ?? ''],
});

const nameOf = (row: Element): string => row.querySelector('.who')?.textContent ?? '';
const names = ({harness}: Mounted<TaskListElement>): readonly string[] => harness.all('option').map(nameOf);
const selected = ({harness}: Mounted<TaskListElement>): readonly string[] =>
  harness
    .all('option')
    .filter((row) => row.getAttribute('aria-selected') === 'true')
    .map(nameOf);
const selections = (element: HTMLElement): string[] => {
  const heard: string[] = [];
  element.addEventListener('dw-task-selected', ({detail}: TaskSelectedEvent) =>
    heard.push(detail.interactionId),
  );
  return heard;
};
const focusedRow = ({element}: Mounted<TaskListElement>): string | undefined =>
  element.shadowRoot?.activeElement?.querySelector('.who')?.textContent ?? undefined;
const focusFirst = ({element}: Mounted<TaskListElement>): void => {
  element.shadowRoot?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
};

describe('dw-task-list', () => {
  afterEach(unmountAll);

  it('[ARR-14] lists offered, active and wrap-up contacts, newest first, with queue, timer, unread and state', async () => {
    const list = await mount();
    expect(list.harness.get('heading').innerText).to.equal('Task list 4');
    expect(list.harness.all('option').map((row) => textOf(row))).to.deep.equal([
      '+82 2-6022-1180 00:09 Support Ringing',
      'Lee Seo-yeon 00:00 Web support 2 2 unread Active',
      'Kim Min-su 00:00 Support Active',
      'Hanbit Logistics 00:00 Support Wrap-up',
    ]);
  });

  it('[ARR-14] gives every contact the icon of its kind, in the colour of its state', async () => {
    const {harness} = await mount();
    const icons = harness.all('option').map((row) => row.querySelector('svg'));
    const shapes = icons.map((icon) => icon?.querySelector('path')?.getAttribute('d'));
    const hues = icons.map((icon) => icon && getComputedStyle(icon).color);
    expect(new Set(shapes).size).to.equal(4);
    expect(new Set(hues).size).to.equal(3);
    expect(hues[1]).to.equal(hues[2]);
  });

  it('[ARR-14] tells the page which task was chosen, by pointer and by keyboard', async () => {
    const list = await mount();
    const heard = selections(list.element);
    await list.harness.click('option', /Kim Min-su/);
    expect(heard).to.deep.equal(['call']);
    expect(selected(list)).to.deep.equal(['Kim Min-su']);
    focusFirst(list);
    await list.harness.press('ArrowUp');
    await list.harness.press('Enter');
    await list.harness.press('End');
    await list.harness.press('Space');
    expect(heard).to.deep.equal(['call', 'chat', 'mail']);
    expect(selected(list)).to.deep.equal(['Hanbit Logistics']);
  });

  it('is one Tab stop: the arrows, Home and End move the focus and choose nothing', async () => {
    const list = await mount();
    const heard = selections(list.element);
    expect(list.harness.all('option').filter(({tabIndex}) => tabIndex === 0)).to.have.length(1);
    focusFirst(list);
    await list.harness.press('ArrowDown');
    expect(focusedRow(list)).to.equal('Lee Seo-yeon');
    await list.harness.press('End');
    expect(focusedRow(list)).to.equal('Hanbit Logistics');
    await list.harness.press('ArrowDown');
    expect(focusedRow(list)).to.equal('Hanbit Logistics');
    await list.harness.press('Home');
    expect(focusedRow(list)).to.equal('+82 2-6022-1180');
    expect(heard).to.deep.equal([]);
    expect(list.harness.all('option').filter(({tabIndex}) => tabIndex === 0)).to.have.length(1);
  });

  it('[ARR-14] keeps every row in its place, and the focus on it, while states change and tasks arrive', async () => {
    const stream = desk();
    const list = await mount(stream);
    const before = names(list);
    focusFirst(list);
    await list.harness.press('ArrowDown');
    const node = list.element.shadowRoot?.activeElement;
    stream.tell({type: 'call.held', interactionId: 'call', agentId: AGENT.id});
    stream.tell({type: 'wrap-up.started', interactionId: 'chat', agentId: AGENT.id});
    await list.harness.settled();
    expect(names(list)).to.deep.equal(before);
    expect(list.harness.text).to.contain('Call on hold');
    const interaction = aRequest({id: 'new', channel: 'chat', createdAt: NOON + 1, customer: {name: 'New'}});
    stream.tell({type: 'interaction.shown', interactionId: 'new', interaction});
    await list.harness.settled();
    expect(names(list)).to.deep.equal(['New', ...before]);
    expect(list.element.shadowRoot?.activeElement).to.equal(node);
  });

  it('gives the focus to the neighbour when the task that had it is done, in one update', async () => {
    const stream = desk();
    const list = await mount(stream);
    let updates = 0;
    list.element.addController({hostUpdated: () => void (updates += 1)});
    focusFirst(list);
    await list.harness.press('End');
    const reasonIds = ['resolved'];
    updates = 0;
    stream.tell({
      type: 'wrap-up.submitted',
      interactionId: 'mail',
      agentId: AGENT.id,
      reasonIds,
      auto: false,
    });
    await list.harness.settled();
    expect(focusedRow(list)).to.equal('Kim Min-su');
    expect(updates).to.equal(1);
    expect(list.harness.all('option').find(({tabIndex}) => tabIndex === 0)).to.equal(
      list.element.shadowRoot?.activeElement,
    );
  });

  it('shows what the page chose, without an event', async () => {
    const list = await mount();
    const heard = selections(list.element);
    list.element.selectedId = 'mail';
    await list.harness.settled();
    expect(selected(list)).to.deep.equal(['Hanbit Logistics']);
    expect(heard).to.deep.equal([]);
  });

  it('says that there is nothing to do', async () => {
    const list = await mount(fakeStream());
    expect(list.harness.text).to.contain('No tasks');
    expect(list.harness.find('listbox')).to.equal(undefined);
  });

  it('names a consult and a callback beside the queue', async () => {
    const engagements = [anEngagement({role: 'consulted'})];
    const stream = fakeStream({
      interactions: [aRequest({id: 'a', origin: 'callback'}), aRequest({id: 'b', engagements})],
    });
    const {harness} = await mount(stream);
    expect(harness.text).to.contain('Callback · Support').and.to.contain('Consult request · Support');
  });

  it('never cuts time and state, also in 240 px with long names', async () => {
    const customer = {name: 'A customer with a name that is much too long for any list'};
    const queue = {id: 'q', name: 'A queue with a name that is much too long for any list'};
    const {element} = await mount(
      fakeStream({interactions: [anActive({customer, queue, channel: 'chat'})]}),
      {
        width: 240,
      },
    );
    for (const part of element.shadowRoot?.querySelectorAll('dw-timer, .state, .badge') ?? []) {
      expect(part.scrollWidth).to.be.at.most(Math.ceil(part.getBoundingClientRect().width));
    }
    const row = element.shadowRoot?.querySelector('.row');
    expect(row?.getBoundingClientRect().height).to.be.within(56, 58);
  });
});

import './define.js';

import {expect} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import type {HistoryEntry} from '@deskwire/domain';
import {
  AGENT,
  anActive,
  aPastContact,
  aProfile,
  CUSTOMER,
  FakeHistory,
  fakeStream,
  manyPastContacts,
  NOON,
  someCapabilities,
} from '@deskwire/testing';
import {deepElements, runWidgetSuite, textOf, unmountAll} from '@deskwire/testing/widgets.js';

import type {HistoryOpenEvent} from './history.events.js';
import {HistoryElement} from './history.element.js';
import {enterList, focusedRow, listOf, mountHistory, rowsOf, rowTexts, scrollTo} from './history.harness.js';
import {startOfDay} from './history.view.js';

const HOUR = 3_600_000;
const MORNING = startOfDay(NOON);

/** Four days of a working life. */
const aPast = (): FakeHistory =>
  new FakeHistory({
    mine: [
      aPastContact({interactionId: 'call', at: MORNING + 9 * HOUR}),
      aPastContact({
        interactionId: 'mail',
        channel: 'email',
        customer: {email: 'dain@example.com'},
        subject: 'Refund request',
        queue: {id: 'invoices', name: 'Invoices'},
        at: MORNING + 8 * HOUR,
        seconds: 3_725,
        reasons: ['Refund promised', {en: 'Resolved', ko: '해결됨'}],
      }),
      withoutTalk(
        aPastContact({
          interactionId: 'dialled',
          origin: 'outdial',
          customer: {number: '+821048271934'},
          at: MORNING - 2 * HOUR,
          reasons: [],
          outcome: 'unanswered',
        }),
      ),
      aPastContact({interactionId: 'chat', channel: 'chat', at: MORNING - 50 * HOUR}),
    ],
  });

const withoutTalk = ({seconds: _, ...entry}: HistoryEntry): HistoryEntry => entry;

const idle = (interactionId: string) => ({
  type: 'wrap-up.submitted' as const,
  interactionId,
  agentId: AGENT.id,
  reasonIds: ['resolved'],
  auto: false,
});

runWidgetSuite<HistoryElement>('dw-history', {
  tag: 'dw-history',
  elementClass: HistoryElement,
  version: '0.1.0',
  stream: () => fakeStream({answer: new FakeHistory().answer, interactions: [anActive()]}),
  texts: {en: 'View transcript', ko: '대화 내용 보기'},
  news: (stream) => stream.tell(idle('voice-1')),
  secrets: [CUSTOMER.name ?? '', CUSTOMER.number ?? '', CUSTOMER.email ?? '', 'My bill'],
});

describe('dw-history', () => {
  afterEach(unmountAll);

  it('[HIST-1] lists past contacts, newest first, with customer, queue, time, duration and wrap-up reason, day by day', async () => {
    const scene = await mountHistory({past: aPast()});
    expect(rowTexts(scene)).to.deep.equal([
      'Call Hana Seo 09:00 Support · Resolved Duration 03:05 +82 2-1555-0142 View call details',
      'Email dain@example.com 08:00 Invoices · Refund promised · Resolved Duration 1:02:05 View email messages Refund request',
      'Call +82 10-4827-1934 14 Jan 22:00 Outdial call · Support · Customer did not answer',
      'Chat Hana Seo 12 Jan 22:00 Support · Resolved Duration 03:05 View transcript',
    ]);
    const days = scene.harness.all('row').filter((row) => !rowsOf(scene).includes(row));
    // Whether a comma stands after the weekday is the browser's.
    const written = days.map((day) => textOf(day).replace(',', ''));
    expect(written).to.deep.equal(['Today', 'Yesterday', 'Mon 12 Jan']);
  });

  it('[HIST-1] has a tab for all, calls, chats and emails, walked with the arrows', async () => {
    const scene = await mountHistory({past: aPast()});
    const {harness} = scene;
    const selected = (): string =>
      textOf(harness.all('tab').filter((tab) => tab.ariaSelected === 'true')[0] as Node);
    expect(harness.all('tab').map(textOf)).to.deep.equal(['All', 'Calls', 'Chats', 'Emails']);
    expect([selected(), rowsOf(scene).length]).to.deep.equal(['All', 4]);
    await harness.focus('tab', 'All');
    await harness.press('ArrowRight');
    expect([selected(), harness.focused, rowsOf(scene).length]).to.deep.equal(['Calls', 'tab "Calls"', 2]);
    await harness.press('End');
    expect([selected(), rowsOf(scene).length]).to.deep.equal(['Emails', 1]);
    await harness.press('ArrowRight');
    expect([selected(), rowsOf(scene).length]).to.deep.equal(['All', 4]);
    await harness.click('tab', 'Chats');
    expect([selected(), rowTexts(scene).length]).to.deep.equal(['Chats', 1]);
    expect(harness.all('tab').filter(({tabIndex}) => tabIndex === 0)).to.have.length(1);
  });

  it('[HIST-1] loads older contacts before the end is reached, and by a button for those who do not scroll', async () => {
    const past = new FakeHistory({mine: manyPastContacts(180)});
    const scene = await mountHistory({past});
    const {harness} = scene;
    const pages = (): number => past.asked.length;
    expect(pages()).to.equal(1);
    await scrollTo(scene, 3_200);
    expect(pages()).to.equal(2);
    past.refuses = 'DW_SEND_TIMEOUT';
    await scrollTo(scene, listOf(scene).scrollHeight);
    expect(harness.text).to.contain('Older contacts could not be loaded. No answer from the server.');
    past.refuses = undefined;
    await harness.click('button', 'Try again');
    expect(pages()).to.equal(4);
    expect(focusedRow(scene)?.ariaRowIndex).not.to.equal(undefined);
  });

  it('[HIST-1] shows more when asked to, and goes on from the first of them', async () => {
    const past = new FakeHistory({mine: manyPastContacts(70)});
    const scene = await mountHistory({past});
    const {harness} = scene;
    past.holds = true;
    await harness.click('button', 'Show more');
    expect(harness.get('grid').getAttribute('aria-busy')).to.equal('true');
    expect(harness.isLive('button', 'Show more')).to.equal(false);
    past.holds = false;
    past.held.splice(0).forEach((held) => {
      held.release();
    });
    await harness.settled();
    expect(harness.find('button', 'Show more')).to.equal(undefined);
    expect(textOf(focusedRow(scene) as Node)).to.contain('13 Jan 00:00');
    expect(harness.get('grid').getAttribute('aria-rowcount')).to.equal(String(70 + 4));
  });

  it('says that there is nothing yet, for each kind of contact', async () => {
    const {harness} = await mountHistory({past: new FakeHistory({mine: []})});
    expect(harness.text).to.contain('No past contacts Contacts appear here when you are done with them.');
    await harness.click('tab', 'Calls');
    expect(harness.text).to.contain('No past calls');
    await harness.click('tab', 'Emails');
    expect(harness.text).to.contain('No past emails');
  });

  it('says that it loads, why it could not, and tries again', async () => {
    const past = aPast();
    past.holds = true;
    const {harness} = await mountHistory({past});
    expect(textOf(harness.get('status'))).to.equal('Loading');
    past.refuses = 'DW_SEND_TIMEOUT';
    past.holds = false;
    past.held.splice(0).forEach((held) => {
      held.release();
    });
    await harness.settled();
    await harness.click('tab', 'Calls');
    expect(textOf(harness.get('alert'))).to.contain(
      'The history could not be loaded. No answer from the server.',
    );
    past.refuses = undefined;
    await harness.click('button', 'Try again');
    expect(harness.all('grid')).to.have.length(1);
    expect(harness.find('alert')).to.equal(undefined);
  });

  it('says where a platform keeps no history, and where a profile does not allow it, and asks for nothing', async () => {
    const nothingKept = await mountHistory({
      desk: {snapshot: {capabilities: someCapabilities({features: []})}},
    });
    expect(nothingKept.harness.text).to.equal('Agent interaction history This system keeps no history.');
    const denied = await mountHistory({desk: {snapshot: {profile: aProfile({permissions: []})}}});
    expect(denied.harness.text).to.contain('Your profile does not allow you to see past contacts.');
    expect([...nothingKept.past.asked, ...denied.past.asked]).to.deep.equal([]);
  });

  it('keeps its rows while the desk is not connected, says so, and brings itself up to date afterwards', async () => {
    const scene = await mountHistory({past: aPast()});
    const {desk, harness, past} = scene;
    desk.connection({state: 'connecting', since: NOON});
    await harness.settled();
    expect(harness.text).to.contain('Not connected. The list may be out of date.');
    expect(rowsOf(scene)).to.have.length(4);
    past.mine = [aPastContact({interactionId: 'new', at: MORNING + 10 * HOUR}), ...past.mine];
    desk.connection({state: 'live', since: NOON});
    await harness.settled();
    expect(rowTexts(scene)[0]).to.contain('10:00');
    expect(harness.text).not.to.contain('Not connected');
  });

  it('[HIST-1] brings itself up to date when a contact of the agent is done', async () => {
    const scene = await mountHistory({past: aPast(), desk: {interactions: [anActive()]}});
    const {desk, harness, past} = scene;
    const before = past.asked.length;
    desk.tell({type: 'wrap-up.started', interactionId: 'voice-1', agentId: AGENT.id});
    await harness.settled();
    expect(past.asked).to.have.length(before);
    past.mine = [aPastContact({interactionId: 'voice-1', at: NOON}), ...past.mine];
    desk.tell(idle('voice-1'));
    await harness.settled();
    expect(rowsOf(scene)).to.have.length(5);
    expect(rowTexts(scene)[0]).to.contain('Resolved');
  });

  it('moves nothing under a person: what is new waits until it is wanted', async () => {
    const scene = await mountHistory({
      past: new FakeHistory({mine: manyPastContacts(30)}),
      desk: {interactions: [anActive()]},
    });
    const {desk, harness, past} = scene;
    enterList(scene);
    await harness.press('ArrowDown');
    const row = focusedRow(scene);
    const top = row?.getBoundingClientRect().top;
    past.mine = [
      aPastContact({interactionId: 'voice-1', at: NOON, customer: {name: 'New One'}}),
      ...past.mine,
    ];
    desk.tell(idle('voice-1'));
    await harness.settled();
    expect(focusedRow(scene)).to.equal(row);
    expect(row?.getBoundingClientRect().top).to.equal(top);
    expect(harness.text).not.to.contain('New One');
    await harness.click('button', 'Show 1 new contact');
    expect(textOf(focusedRow(scene) as Node)).to.contain('New One');
    expect(harness.find('button', /new contact/)).to.equal(undefined);
  });

  it('lets what is new in once nobody is in the list any more', async () => {
    const scene = await mountHistory({past: aPast(), desk: {interactions: [anActive()]}});
    const {desk, harness, past} = scene;
    enterList(scene);
    past.mine = [aPastContact({interactionId: 'voice-1', at: NOON}), ...past.mine];
    desk.tell(idle('voice-1'));
    await harness.settled();
    expect(rowsOf(scene)).to.have.length(4);
    await harness.focus('tab', 'All');
    expect(rowsOf(scene)).to.have.length(5);
  });

  it('is one stop of Tab, walked like a grid', async () => {
    const scene = await mountHistory({past: aPast()});
    const {harness} = scene;
    const stops = (): number => listOf(scene).querySelectorAll('[tabindex="0"]').length;
    enterList(scene);
    expect([focusedRow(scene), stops()]).to.deep.equal([rowsOf(scene)[0], 1]);
    await harness.press('ArrowDown');
    expect(focusedRow(scene)).to.equal(rowsOf(scene)[1]);
    await harness.press('ArrowUp');
    await harness.press('ArrowRight');
    expect(harness.focused).to.equal('button "+82 2-1555-0142"');
    await harness.press('ArrowRight');
    expect(harness.focused).to.equal('button "View call details"');
    await harness.press('ArrowDown');
    expect(harness.focused).to.equal('button "View email messages"');
    await harness.press('End');
    expect(harness.focused).to.equal('button "View transcript"');
    await harness.press('ArrowUp');
    expect(focusedRow(scene)).to.equal(rowsOf(scene)[2]);
    await harness.press('Home');
    expect([focusedRow(scene), stops()]).to.deep.equal([rowsOf(scene)[0], 1]);
  });

  it('goes through a row against the writing where that goes from right to left', async () => {
    const scene = await mountHistory({past: aPast(), dir: 'rtl'});
    enterList(scene);
    await scene.harness.press('ArrowLeft');
    expect(scene.harness.focused).to.equal('button "+82 2-1555-0142"');
  });

  it('keeps a focused row while one scrolls away from it, and comes back to it with a key', async () => {
    const scene = await mountHistory({past: new FakeHistory({mine: manyPastContacts(400)})});
    const {harness} = scene;
    enterList(scene);
    const row = focusedRow(scene);
    for (let offset = 600; offset < 12_000; offset += 1_900) await scrollTo(scene, offset);
    expect(row?.isConnected).to.equal(true);
    expect(focusedRow(scene)).to.equal(row);
    expect(listOf(scene).scrollTop).to.be.greaterThan(5_000);
    await scrollTo(scene, 200);
    expect(focusedRow(scene)).to.equal(row);
    await scrollTo(scene, 6_000);
    await harness.press('ArrowDown');
    expect(listOf(scene).scrollTop).to.be.lessThan(200);
    expect(focusedRow(scene)?.ariaRowIndex).to.equal('3');
  });

  it('[HIST-1] holds few rows in the document however many were loaded, each in its place', async () => {
    const past = new FakeHistory({mine: manyPastContacts(100_000)});
    const scene = await mountHistory({past});
    const {harness} = scene;
    let most = 0;
    for (let page = 0; page < 40; page += 1) {
      await scrollTo(scene, listOf(scene).scrollHeight);
      most = Math.max(most, deepElements(scene.element).length);
    }
    expect(past.asked.length).to.be.greaterThan(38);
    expect(most).to.be.lessThan(900);
    expect(rowsOf(scene).length).to.be.lessThan(32);
    const box = listOf(scene).getBoundingClientRect();
    const inSight = rowsOf(scene).filter((row) => {
      const {top, bottom} = row.getBoundingClientRect();
      return bottom > box.top && top < box.bottom;
    });
    expect(inSight.length).to.be.greaterThan(3);
    await scrollTo(scene, 0);
    expect(rowsOf(scene)[0]?.ariaRowIndex).to.equal('2');
    expect(harness.get('grid').ariaRowCount).to.equal('-1');
  }).timeout(60_000);

  it('tells the page which contact is opened, which may show it itself', async () => {
    const scene = await mountHistory({past: aPast()});
    const {harness, element} = scene;
    const heard: unknown[] = [];
    element.addEventListener('dw-history-open', (event: HistoryOpenEvent) => {
      heard.push(event.detail);
      event.preventDefault();
    });
    await harness.click('button', 'View email messages');
    enterList(scene);
    await harness.press('Enter');
    expect(heard).to.deep.equal([
      {interactionId: 'mail', kind: 'email'},
      {interactionId: 'call', kind: 'voice'},
    ]);
    expect(harness.find('button', 'Back to the list')).to.equal(undefined);
    expect(rowsOf(scene)).to.have.length(4);
  });

  it('opens no contact that the agent only missed', async () => {
    const missed = withoutTalk(aPastContact({outcome: 'missed', reasons: []}));
    const scene = await mountHistory({past: new FakeHistory({mine: [missed]})});
    expect(rowTexts(scene)[0]).to.contain('Support · Missed');
    expect(scene.harness.find('button', 'View call details')).to.equal(undefined);
  });

  it('never cuts time, duration and number, also in 320 px and Korean', async () => {
    const customer = {name: '이름이 아주 길어서 어떤 목록에도 들어가지 않는 고객', number: '+821048271934'};
    const queue = {id: 'q', name: 'A queue with a name that is much too long for any list'};
    const past = new FakeHistory({
      mine: [aPastContact({customer, queue, at: NOON - 90 * 24 * HOUR, seconds: 36_000})],
    });
    for (const locale of ['en', 'ko'] as const) {
      const {element} = await mountHistory({past, width: 320, locale});
      for (const part of element.shadowRoot?.querySelectorAll('.row .num, .row .number') ?? []) {
        expect(part.scrollWidth).to.be.at.most(Math.ceil(part.getBoundingClientRect().width));
      }
    }
  });

  it('stands at 200 % zoom, which is half the width', async () => {
    await setViewport({width: 640, height: 480});
    const scene = await mountHistory({past: aPast(), width: 320});
    await document.fonts.ready;
    expect(listOf(scene).scrollWidth).to.equal(listOf(scene).clientWidth);
    await setViewport({width: 800, height: 600});
  });
});

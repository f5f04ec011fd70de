import './define.js';

import {expect} from '@open-wc/testing';
import type {Interaction} from '@deskwire/domain';
import {AGENT, anOutdial, aRequest, aTenant, aVariable, inPhase} from '@deskwire/testing';
import {unmountAll} from '@deskwire/testing/widgets.js';

import {mountTray, type Tray} from './incoming-call.harness.js';
import {RingTone} from './ring-tone.js';
import {FakeSystem} from './system.harness.js';

const TITLE = '  Hanbit   desk ';

const call = (set: Partial<Interaction> = {}): Interaction =>
  aRequest({id: 'call', customer: {number: '+82260221180'}, ...set});
const chat = (set: Partial<Interaction> = {}): Interaction =>
  aRequest({id: 'chat', channel: 'chat', customer: {name: 'Choi Ha-eun'}, ...set});

const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
const until = async (check: () => boolean, ms = 3000): Promise<void> => {
  for (let turn = 0; turn * 10 < ms && !check(); turn += 1) await wait(10);
  expect(check()).to.equal(true);
};
const titleElement = (): HTMLTitleElement => {
  const title = document.querySelector('title');
  if (!title) throw new Error('no title');
  return title;
};

describe('dw-incoming-call, for an agent who looks elsewhere', () => {
  let system: FakeSystem;
  const begin = (permission: NotificationPermission): FakeSystem => (system = new FakeSystem(permission));
  const leave = async (
    tray: Tray,
    reason: 'missed' | 'withdrawn' | 'declined' | 'customer-left',
  ): Promise<void> => {
    tray.stream.tell({type: 'engagement.left', interactionId: 'call', agentId: AGENT.id, reason});
    await tray.settled();
  };

  beforeEach(() => {
    document.title = 'x';
    titleElement().text = TITLE;
  });
  afterEach(() => {
    unmountAll();
    system.restore();
  });

  describe('the notification of the system', () => {
    it('[ARR-15] tells a call to the agent in another window: what, who, which queue; no secure value', async () => {
      begin('granted').looks('window');
      const tray = await mountTray();
      await tray.arrive(call());
      await until(() => system.open.length === 1);
      const [notification] = system.open;
      expect(notification?.title).to.equal('Incoming call');
      expect(notification?.options.body).to.equal('+82 2-6022-1180 · Support');
      expect(notification?.options).to.include({lang: 'en', silent: true, requireInteraction: true});
    });

    it('[ARR-15] never holds a secure value, whatever admin chose to show', async () => {
      const variables = {
        popoverVariables: [
          {name: 'pin', label: 'PIN'},
          {name: 'tier', label: 'Tier'},
        ],
      };
      const cad = [
        aVariable({name: 'pin', value: '4107', secure: true, order: 1}),
        aVariable({name: 'tier', value: 'Gold', order: 2}),
      ];
      begin('granted').looks('tab');
      const tray = await mountTray({snapshot: {tenant: aTenant(variables)}});
      await tray.arrive(call({cad}), chat({cad}));
      await until(() => system.shown.length === 2);
      for (const {text} of system.shown) expect(text).not.to.contain('4107');
      expect(document.title).not.to.contain('4107');
    });

    it('[ARR-15] goes with the request, however that ends, and when the agent is back', async () => {
      for (const reason of ['missed', 'withdrawn', 'declined', 'customer-left'] as const) {
        begin('granted').looks('tab');
        const tray = await mountTray({interactions: [call()]});
        await until(() => system.open.length === 1);
        await leave(tray, reason);
        expect(system.open, reason).to.have.length(0);
        unmountAll();
        system.restore();
      }
      begin('granted').looks('tab');
      const tray = await mountTray({interactions: [call(), chat()]});
      await until(() => system.open.length === 2);
      await tray.answered('call');
      expect(system.open.map(({title}) => title)).to.deep.equal(['Chat']);
      system.looks('here');
      expect(system.open).to.have.length(0);
      system.looks('tab');
      expect(system.shown, 'told once').to.have.length(2);
    });

    it('[ARR-15] brings the window to the front when it is clicked', async () => {
      begin('granted').looks('tab');
      await mountTray({interactions: [call()]});
      await until(() => system.open.length === 1);
      system.open[0]?.dispatchEvent(new Event('click'));
      expect(system.focused).to.equal(1);
      expect(system.open).to.have.length(0);
    });

    it('is not there for somebody who looks, while connecting, where the page wants quiet, or after the tray is gone', async () => {
      begin('granted');
      const tray = await mountTray({interactions: [call()]});
      await wait(50);
      expect(system.shown).to.have.length(0);
      await tray.answered('call');
      system.looks('tab');
      await tray.arrive(inPhase('connecting', {id: 'soon'}));
      tray.element.quiet = true;
      await tray.arrive(chat());
      await wait(50);
      expect(system.shown).to.have.length(0);
      expect(titleElement().text).to.equal(TITLE);
      tray.element.quiet = false;
      await until(() => system.open.length === 1);
      tray.element.remove();
      expect(system.open).to.have.length(0);
      expect(titleElement().text).to.equal(TITLE);
    });

    it('is not there for a call that the agent makes', async () => {
      begin('granted').looks('tab');
      const tray = await mountTray({interactions: [anOutdial('customer')]});
      await tray.arrive(chat());
      await until(() => system.open.length === 1);
      expect(system.shown.map(({title}) => title)).to.deep.equal(['Chat']);
    });

    it('[ARR-15] asks the browser on a click, once, and never by itself', async () => {
      begin('default').answer = 'default';
      const tray = await mountTray({interactions: [chat()]});
      await until(() => tray.harness.find('button', 'Notify me') !== undefined);
      system.looks('tab');
      await wait(50);
      expect([system.asked, system.shown.length]).to.deep.equal([0, 0]);
      system.looks('here');
      await tray.harness.click('button', 'Notify me');
      expect(system.asked).to.equal(1);
      await tray.settled();
      expect(tray.harness.find('button', 'Notify me')).to.equal(undefined);
    });

    it('does not offer to ask who has answered already, or where the page wants quiet', async () => {
      for (const [permission, quiet] of [
        ['granted', false],
        ['denied', false],
        ['default', true],
      ] as const) {
        begin(permission);
        const tray = await mountTray({interactions: [chat()]}, {props: {quiet}});
        await wait(50);
        expect(tray.harness.find('button', 'Notify me'), permission).to.equal(undefined);
        unmountAll();
        system.restore();
      }
    });
  });

  describe('the title of the tab', () => {
    it('[ARR-15] flashes while the page is hidden and something waits, without a name, and is put back to the letter', async () => {
      begin('denied').looks('tab');
      const tray = await mountTray({interactions: [chat(), call()]});
      await until(() => document.title === '(2) Incoming call');
      await until(() => titleElement().text === TITLE);
      await until(() => document.title === '(2) Incoming call');
      system.looks('here');
      expect(titleElement().text).to.equal(TITLE);
      system.looks('tab');
      expect(document.title).to.equal('(2) Incoming call');
      await tray.answered('call');
      await until(() => document.title === '(1) Chat');
      await tray.answered('chat');
      expect(titleElement().text).to.equal(TITLE);
      await wait(1100);
      expect(titleElement().text).to.equal(TITLE);
    }).timeout(15_000);

    it('[ARR-15] respects a title that the page sets meanwhile', async () => {
      begin('denied').looks('tab');
      const tray = await mountTray({interactions: [call()]});
      await until(() => document.title === '(1) Incoming call');
      document.title = 'Inbox (3)';
      await until(() => document.title === '(1) Incoming call');
      await leave(tray, 'withdrawn');
      expect(document.title).to.equal('Inbox (3)');
    });

    it('stays the page’s own in a window that is seen, and with two trays on one page', async () => {
      begin('denied').looks('window');
      const first = await mountTray({interactions: [call()]});
      const second = await mountTray({interactions: [call()]});
      await wait(50);
      expect(titleElement().text).to.equal(TITLE);
      system.looks('tab');
      expect(document.title).to.equal('(1) Incoming call');
      first.element.remove();
      expect(document.title).to.equal('(1) Incoming call');
      second.element.remove();
      expect(titleElement().text).to.equal(TITLE);
    });

    it('takes away the title of a page that had none', async () => {
      titleElement().remove();
      begin('denied').looks('tab');
      await mountTray({interactions: [call()]});
      await until(() => document.title === '(1) Incoming call');
      unmountAll();
      expect(document.querySelector('title')).to.equal(null);
      document.title = 'x';
    });
  });

  describe('the ring', () => {
    it('[ARR-15] rings in exactly one of two pages, and in the other one when the first is closed', async () => {
      begin('denied');
      const page = document.createElement('iframe');
      document.body.append(page);
      const tray = await mountTray();
      const {locks} = page.contentWindow?.navigator ?? {};
      expect(locks).not.to.equal(navigator.locks);
      const other = new RingTone(
        () => undefined,
        () => () => ({...tray.sound.devices(), ...(locks ? {locks} : {})}),
      );
      other.ringFor(AGENT.id);
      await until(() => other.state === 'ringing');
      await tray.arrive(call());
      await wait(100);
      expect(tray.sound.playing, 'only the other page').to.equal(1);
      page.remove();
      await until(() => tray.sound.playing === 2);
      other.close();
      await tray.answered('call');
      expect(tray.sound.playing).to.equal(0);
    });
  });
});

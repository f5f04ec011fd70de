import './define.js';

import {expect} from '@open-wc/testing';
import {resetMouse, sendMouse} from '@web/test-runner-commands';
import type {DeskSnapshot, Interaction} from '@deskwire/domain';
import {
  aContact,
  AGENT,
  anEngagement,
  anOutdial,
  aProfile,
  aRequest,
  aTenant,
  aVariable,
  CUSTOMER,
  fakeStream,
  inPhase,
  NOON,
  OTHER_AGENT,
} from '@deskwire/testing';
import {focused, runWidgetSuite, textOf, unmountAll} from '@deskwire/testing/widgets.js';

import {IncomingCallElement} from './incoming-call.element.js';
import {FakeSound, mountTray, type Tray} from './incoming-call.harness.js';

const SECOND = 1000;
const DESK_PHONE: Partial<DeskSnapshot> = {
  profile: aProfile({station: {kind: 'desk-phone', dn: '7001'}}),
};

const call = (set: Partial<Interaction> = {}): Interaction =>
  aRequest({
    id: 'call',
    createdAt: NOON - 9 * SECOND,
    customer: {number: '+82260221180'},
    dnis: '15880420',
    ...set,
  });
const chat = (set: Partial<Interaction> = {}): Interaction =>
  aRequest({
    id: 'chat',
    channel: 'chat',
    createdAt: NOON - 41 * SECOND,
    customer: {name: 'Choi Ha-eun', email: 'haeun@mail.example'},
    ...set,
  });
const mail = (set: Partial<Interaction> = {}): Interaction =>
  aRequest({
    id: 'mail',
    channel: 'email',
    createdAt: NOON - 134 * SECOND,
    customer: {name: 'Jung Da-in', email: 'dain@hanbit.example'},
    ...set,
  });
const chats = (count: number): readonly Interaction[] =>
  Array.from({length: count}, (_, index) =>
    chat({id: `chat-${index}`, createdAt: NOON + index, customer: {name: `Visitor ${index}`}}),
  );
const who = (tray: Tray): readonly string[] =>
  tray.nodes.map((node) => textOf(node.querySelector('.who, .number') ?? node));
/** What Lit has warned of in this page: that the tray made itself render twice. */
const warnings = (): readonly string[] =>
  [...((globalThis as {litIssuedWarnings?: Set<string>}).litIssuedWarnings ?? [])].filter((text) =>
    text.includes('dw-incoming-call'),
  );
const announced = (): string =>
  [...document.querySelectorAll('dw-announcer')].map((one) => textOf(one)).join(' ');
const until = async (check: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 100 && !check(); turn += 1) {
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
  expect(check()).to.equal(true);
};
const hears = (element: HTMLElement, ...types: readonly string[]): string[] => {
  const heard: string[] = [];
  for (const type of types) {
    element.addEventListener(type, (event) => {
      const {interactionId, to} = (event as CustomEvent<{interactionId?: string; to?: {state: string}}>)
        .detail;
      heard.push(`${type} ${interactionId ?? to?.state ?? ''}`);
    });
  }
  return heard;
};

runWidgetSuite<IncomingCallElement>('dw-incoming-call', {
  tag: 'dw-incoming-call',
  elementClass: IncomingCallElement,
  version: '0.1.0',
  stream: () => fakeStream({interactions: [aRequest(), chat(), mail()]}),
  texts: {en: 'Incoming call', ko: '걸려오는 전화'},
  news: (stream) =>
    stream.tell({type: 'interaction.shown', interactionId: 'new', interaction: chat({id: 'new'})}),
  secrets: [CUSTOMER.name ?? '', CUSTOMER.number ?? '', 'Choi Ha-eun', 'haeun@mail.example'],
  props: {ringDevices: new FakeSound().devices},
});

runWidgetSuite<IncomingCallElement>('dw-incoming-call in the flow, with RONA and a handset', {
  tag: 'dw-incoming-call',
  elementClass: IncomingCallElement,
  version: '0.1.0',
  stream: () =>
    fakeStream({
      interactions: [chat()],
      snapshot: {
        ...DESK_PHONE,
        handset: {offHook: true},
        presence: {state: 'rona', since: NOON, interactionId: 'call', channel: 'voice'},
      },
    }),
  texts: {en: 'You missed a call', ko: '전화를 받지 못했습니다'},
  news: (stream) =>
    stream.tell({type: 'interaction.shown', interactionId: 'call', interaction: aRequest({id: 'call'})}),
  secrets: ['Choi Ha-eun', 'haeun@mail.example'],
  props: {placement: 'inline', muted: true},
});

describe('dw-incoming-call', () => {
  afterEach(() => {
    unmountAll();
    expect(warnings()).to.deep.equal([]);
  });

  describe('arrival', () => {
    it('[ARR-1] turns the connecting popover into the request in place: same node, position and height', async () => {
      for (const contact of [call(), chat(), mail()]) {
        const connecting = {...contact, engagements: [anEngagement({phase: 'connecting'})]};
        const tray = await mountTray({interactions: [connecting]});
        const [before] = tray.nodes;
        const box = before?.getBoundingClientRect();
        expect(tray.requests[0]).to.match(/^Connecting /);
        expect(tray.harness.all('button')).to.have.length(0);
        await tray.offer(contact.id);
        expect(tray.nodes[0]).to.equal(before);
        expect(before?.getBoundingClientRect().toJSON()).to.deep.equal(box?.toJSON());
        expect(tray.requests[0]).not.to.contain('Connecting');
        expect(tray.harness.all('button').length).to.be.greaterThan(0);
        unmountAll();
      }
    });

    it('[ARR-13] leaves the focus where it is, and tells assistive technology politely', async () => {
      const tray = await mountTray();
      const field = document.createElement('input');
      tray.mounted.container.prepend(field);
      field.focus();
      await tray.arrive(call(), chat());
      expect(focused()).to.equal(field);
      expect(announced()).to.contain('Incoming call: +82 2-6022-1180, Support. Press F8 to go there.');
      expect(announced()).to.contain('Chat: Choi Ha-eun, Support.');
      const polite = document
        .querySelector('dw-announcer')
        ?.shadowRoot?.querySelector('[aria-live="polite"]');
      expect(textOf(polite ?? document)).to.contain('Incoming call');
    });

    it('announces a request once, not each time that something about it changes', async () => {
      const tray = await mountTray();
      await tray.arrive(call({id: 'told-once', customer: {number: '+14155550132'}}));
      tray.stream.tell({
        type: 'customer.updated',
        interactionId: 'told-once',
        customer: {number: '+14155550132'},
      });
      await tray.settled();
      expect(announced().split('+1 415-555-0132')).to.have.length(2);
    });

    it('[ARR-13] is reached with one key, and left with it again', async () => {
      const tray = await mountTray({interactions: [chat(), call()]});
      const field = document.createElement('input');
      tray.mounted.container.prepend(field);
      field.focus();
      await tray.harness.press('F8');
      expect(tray.harness.focused).to.equal('button "Accept , Choi Ha-eun"');
      await tray.harness.press('F8');
      expect(focused()).to.equal(field);
      await tray.harness.press('F8');
      await tray.harness.press('Escape');
      expect(focused()).to.equal(field);
    });

    it('reaches a request that has no button, and can be given another key or none', async () => {
      const tray = await mountTray({interactions: [call()], snapshot: DESK_PHONE});
      await tray.harness.press('F8');
      expect(tray.harness.focused).to.match(/^region/);
      await tray.harness.press('F8');
      tray.element.shortcut = 'Alt+r';
      await tray.settled();
      await tray.harness.press('F8');
      expect(tray.root.activeElement).to.equal(null);
      await tray.harness.press('Alt+r');
      expect(tray.harness.focused).to.match(/^region/);
      tray.element.shortcut = 'none';
      await tray.settled();
      expect(tray.root.querySelector('kbd')).to.equal(null);
    });
  });

  describe('a call', () => {
    it('[ARR-2] shows label, icon, number, DNIS, queue and the time since it arrived', async () => {
      const tray = await mountTray({interactions: [call()]});
      expect(tray.requests[0])
        .to.contain('Incoming call')
        .and.to.contain('+82 2-6022-1180')
        .and.to.contain('00:09');
      expect(tray.fields()).to.deep.equal(['Queue: Support', 'DNIS: 1588-0420']);
      expect(tray.nodes[0]?.querySelector('.channel svg')).not.to.equal(null);
      const number = tray.nodes[0]?.querySelector('.number');
      expect(number && getComputedStyle(number).fontSize).to.equal('18px');
      tray.mounted.time.advance(51 * SECOND);
      await tray.settled();
      expect(tray.requests[0]).to.contain('01:00');
    });

    it('[ARR-2] rings, to be seen and to be heard, until it is answered', async () => {
      const tray = await mountTray({interactions: [call()]});
      expect(tray.ringing).to.have.length(1);
      await until(() => tray.sound.playing === 1);
      await tray.answered('call');
      expect(tray.sound.playing).to.equal(0);
      expect(tray.ringing).to.have.length(0);
    });

    it('[ARR-2] falls silent whenever the call goes: withdrawn, declined, missed, the desk taken away', async () => {
      for (const reason of ['withdrawn', 'declined', 'missed', 'customer-left'] as const) {
        const tray = await mountTray({interactions: [call()]});
        await until(() => tray.sound.playing === 1);
        tray.stream.tell({type: 'engagement.left', interactionId: 'call', agentId: AGENT.id, reason});
        await tray.settled();
        expect(tray.sound.playing, reason).to.equal(0);
        unmountAll();
      }
      const tray = await mountTray({interactions: [call()]});
      await until(() => tray.sound.playing === 1);
      tray.element.remove();
      expect(tray.sound.playing).to.equal(0);
    });

    it('rings in one of several trays of an agent, and another one takes over', async () => {
      const first = await mountTray({interactions: [call()]});
      await until(() => first.sound.playing === 1);
      const second = await mountTray({interactions: [call()]});
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
      expect(second.sound.playing).to.equal(0);
      first.element.remove();
      await until(() => second.sound.playing === 1);
    });

    it('does not ring where it is muted, for chats and mails, while connecting, and for a dialled call', async () => {
      const muted = await mountTray({interactions: [call()]}, {props: {muted: true}});
      const quiet = await mountTray({
        interactions: [chat(), mail(), inPhase('connecting', {id: 'a'}), anOutdial('customer', {id: 'b'})],
      });
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
      expect(muted.sound.playing + quiet.sound.playing).to.equal(0);
      expect(muted.ringing).to.have.length(1);
      muted.element.muted = false;
      await muted.settled();
      await until(() => muted.sound.playing === 1);
    });

    it('says that the sound is off where the browser blocks it, and rings after a click', async () => {
      const sound = new FakeSound();
      sound.allow = false;
      const tray = await mountTray({interactions: [call()]}, {props: {ringDevices: sound.devices}});
      await until(() => tray.harness.text.includes('Sound is off'));
      sound.allow = true;
      await tray.harness.click('button', 'Turn sound on');
      await until(() => sound.playing === 1);
      await tray.settled();
      expect(tray.harness.text).not.to.contain('Sound is off');
    });

    it('says no more that the sound is off when nothing should ring any more', async () => {
      const sound = new FakeSound();
      sound.allow = false;
      const tray = await mountTray({interactions: [call(), chat()]}, {props: {ringDevices: sound.devices}});
      await until(() => tray.harness.text.includes('Sound is off'));
      tray.element.muted = true;
      await tray.settled();
      expect(tray.harness.text).not.to.contain('Sound is off');
      expect(tray.harness.text).to.contain('Choi Ha-eun');
    });

    it('[ARR-3] shows admin’s variables in admin’s order instead of the default fields, a secure one masked', async () => {
      const tenant = aTenant({
        popoverVariables: [
          {name: 'tier', label: {en: 'Plan tier', ko: '요금제 등급'}},
          {name: 'pin', label: 'Resident ID'},
          {name: 'vip', label: 'VIP'},
          {name: 'later', label: 'Promised date'},
        ],
      });
      const cad = [
        aVariable({name: 'vip', type: 'boolean', value: 'true', order: 1}),
        aVariable({name: 'pin', value: '4107', secure: true, order: 2}),
        aVariable({name: 'tier', value: 'Gold', order: 3}),
      ];
      const tray = await mountTray({interactions: [call({cad})], snapshot: {tenant}});
      expect(tray.fields()).to.deep.equal([
        'Plan tier: Gold',
        'Resident ID: •••••• Secure',
        'VIP: Yes',
        'Promised date: Not set',
      ]);
      expect(tray.requests[0]).not.to.contain('+82').and.not.to.contain('DNIS');
      expect(tray.root.innerHTML).not.to.contain('4107');
      tray.mounted.language.set({locale: 'ko', dir: 'ltr'});
      await tray.settled();
      expect(tray.fields()[0]).to.equal('요금제 등급: Gold');
    });

    it('[ARR-5] has no button on a desk phone; the phone’s answer closes the popover', async () => {
      const tray = await mountTray({interactions: [call()], snapshot: DESK_PHONE});
      expect(tray.harness.all('button')).to.have.length(0);
      expect(tray.requests[0]).to.contain('Answer on your desk phone');
      expect(tray.isOpen).to.equal(true);
      await tray.answered('call');
      expect(tray.isOpen).to.equal(false);
    });

    it('[ARR-5] has Answer and Decline on a browser phone', async () => {
      const tray = await mountTray({interactions: [call()]});
      const heard = hears(tray.element, 'dw-accept-request', 'dw-accept-done', 'dw-decline-request');
      await tray.harness.click('button', /^Answer/);
      expect(tray.stream.last).to.deep.equal({type: 'interaction.accept', interactionId: 'call'});
      expect(tray.harness.isLive('button', /^Answer/)).to.equal(false);
      expect(tray.isOpen).to.equal(true);
      tray.stream.accept([{type: 'engagement.accepted', interactionId: 'call', agentId: AGENT.id}]);
      await tray.settled();
      expect(tray.isOpen).to.equal(false);
      expect(heard).to.deep.equal(['dw-accept-request call', 'dw-accept-done call']);
      await tray.arrive(call({id: 'second'}));
      await tray.harness.click('button', /^Decline/);
      expect(tray.stream.last).to.deep.equal({type: 'interaction.decline', interactionId: 'second'});
    });

    it('is named by its origin and by the agent’s part in it', async () => {
      const consulted = [
        anEngagement({agent: OTHER_AGENT, phase: 'active'}),
        anEngagement({role: 'consulted'}),
      ];
      const tray = await mountTray({
        interactions: [
          call({id: 'a', origin: 'callback', createdAt: NOON}),
          anOutdial('customer', {id: 'b', ani: '15880420', createdAt: NOON + 1}),
          aContact('customer', {id: 'c', createdAt: NOON + 2}),
          call({id: 'd', engagements: consulted, createdAt: NOON + 3}),
        ],
        snapshot: {tenant: aTenant({callCancellable: true})},
      });
      const labels = tray.nodes.map((node) => textOf(node.querySelector('.kind') ?? node));
      expect(labels).to.deep.equal(['Callback', 'Outdial call', 'Campaign call', 'Consult request']);
      const shapes = tray.nodes.map((node) => node.querySelector('.channel path')?.getAttribute('d'));
      expect(new Set(shapes).size).to.equal(4);
      expect(tray.harness.all('button', /^Cancel/)).to.have.length(2);
      expect(tray.harness.all('button', /^Answer/)).to.have.length(2);
      expect(tray.requests[3]).to.contain(OTHER_AGENT.name);
    });

    it('says that the number is withheld', async () => {
      const tray = await mountTray({interactions: [call({customer: {}})]});
      expect(who(tray)).to.deep.equal(['Number withheld']);
    });
  });

  describe('chats and mails', () => {
    it('[ARR-8] shows a chat with icon, customer, address, queue and how long it has waited', async () => {
      const tray = await mountTray({interactions: [chat()]});
      expect(tray.requests).to.deep.equal([
        'Chat 00:41 Choi Ha-eun Support · haeun@mail.example Accept , Choi Ha-eun',
      ]);
      expect(tray.nodes[0]?.querySelector('.channel svg')).not.to.equal(null);
      await tray.harness.click('button', /^Accept/);
      expect(tray.stream.last).to.deep.equal({type: 'interaction.accept', interactionId: 'chat'});
      await tray.answered('chat');
      expect(tray.isOpen).to.equal(false);
    });

    it('[ARR-8] shows a nameless visitor by their id', async () => {
      const tray = await mountTray({interactions: [chat({customer: {id: 'visitor-7f3a'}})]});
      expect(who(tray)).to.deep.equal(['visitor-7f3a']);
    });

    it('[ARR-9] shows a mail with icon, customer, queue, address and time', async () => {
      const tray = await mountTray({interactions: [mail()]});
      expect(tray.requests).to.deep.equal([
        'Email 02:14 Jung Da-in Support · dain@hanbit.example Accept , Jung Da-in',
      ]);
      const shape = (one: Tray) => one.nodes[0]?.querySelector('.channel path')?.getAttribute('d');
      expect(shape(tray)).not.to.equal(shape(await mountTray({interactions: [chat()]})));
      await tray.harness.click('button', /^Accept/);
      expect(tray.stream.last).to.deep.equal({type: 'interaction.accept', interactionId: 'mail'});
    });

    it('shows a refusal where the agent acted, with a retry under the same id', async () => {
      const tray = await mountTray({interactions: [chat(), mail()]});
      await tray.harness.click('button', /^Accept , Jung/);
      tray.stream.refuse('DW_SEND_TIMEOUT');
      await tray.settled();
      const alert = tray.harness.get('alert');
      expect(tray.nodes[0]?.contains(alert)).to.equal(true);
      expect(tray.harness.isLive('button', /^Accept , Jung/)).to.equal(true);
      await tray.harness.click('button', 'Try again');
      expect(tray.stream.sent.map(({id}) => id)).to.deep.equal(
        ['fake-1', 'fake-1'].map(() => tray.stream.sent[0]?.id),
      );
      expect(tray.harness.find('alert')).to.equal(undefined);
    });

    it('sends nothing when the page prevents it', async () => {
      const tray = await mountTray({interactions: [chat()]});
      tray.element.addEventListener('dw-accept-request', (event) => {
        event.preventDefault();
      });
      await tray.harness.click('button', /^Accept/);
      expect(tray.stream.sent).to.deep.equal([]);
      expect(tray.harness.isLive('button', /^Accept/)).to.equal(true);
    });
  });

  describe('several requests', () => {
    it('[ARR-4] stands emails, social, chats and calls in this order, the oldest on top of each', async () => {
      const tray = await mountTray({
        interactions: [
          call({id: '6', customer: {number: '6'}}),
          chat({id: '5', customer: {name: '5'}, createdAt: NOON}),
          chat({id: '4', customer: {name: '4'}, createdAt: NOON - SECOND}),
          chat({id: '3', channel: 'social', customer: {name: '3'}, createdAt: NOON}),
          mail({id: '2', customer: {name: '2'}, createdAt: NOON}),
        ],
      });
      expect(who(tray)).to.deep.equal(['2', '3', '4', '5', '6']);
      await tray.arrive(mail({id: '1', customer: {name: '1'}, createdAt: NOON - SECOND}));
      expect(who(tray)).to.deep.equal(['1', '2', '3', '4', '5']);
    });

    it('[ARR-4] says which of how many it shows past five, and turns the page', async () => {
      const tray = await mountTray({interactions: chats(5)});
      expect(tray.harness.text).not.to.contain('of 5');
      await tray.arrive(...chats(7).slice(5));
      expect(tray.harness.text).to.contain('1-5 of 7');
      expect(tray.nodes).to.have.length(5);
      expect(tray.harness.isLive('button', 'Previous requests')).to.equal(false);
      await tray.harness.click('button', 'Next requests');
      expect(tray.harness.text).to.contain('6-7 of 7');
      expect(who(tray)).to.deep.equal(['Visitor 5', 'Visitor 6']);
      await tray.harness.click('button', 'Previous requests');
      expect(who(tray)[0]).to.equal('Visitor 0');
    });

    it('[ARR-4] accepts one by one, or all that can be accepted from the desk at once', async () => {
      const tray = await mountTray({
        interactions: [mail(), chat(), inPhase('connecting', {id: 'soon', channel: 'chat'}), call()],
        snapshot: DESK_PHONE,
      });
      expect(tray.harness.all('button', /^Accept ,/)).to.have.length(2);
      await tray.harness.click('button', 'Accept 2 requests');
      expect(tray.stream.sent.map(({command}) => command)).to.deep.equal([
        {type: 'interaction.accept', interactionId: 'mail'},
        {type: 'interaction.accept', interactionId: 'chat'},
      ]);
      expect(tray.harness.isLive('button', 'Accept 2 requests')).to.equal(false);
      await tray.answered('mail');
      await tray.answered('chat');
      expect(tray.harness.find('button', /requests/)).to.equal(undefined);
      expect(tray.requests).to.have.length(2);
    });

    it('accepts those on other pages too', async () => {
      const tray = await mountTray({interactions: chats(7)});
      await tray.harness.click('button', 'Accept 7 requests');
      expect(tray.stream.sent).to.have.length(7);
    });

    it('shows that a call rings on another page, one press away', async () => {
      const tray = await mountTray({interactions: [...chats(6), call()]});
      expect(who(tray)).not.to.contain('+82 2-6022-1180');
      await tray.harness.click('button', 'Incoming call');
      expect(who(tray)).to.deep.equal(['Visitor 5', '+82 2-6022-1180']);
      expect(tray.harness.find('button', 'Incoming call')).to.equal(undefined);
    });

    it('keeps each row where it is while the pointer is over them, and sorts them afterwards', async () => {
      const tray = await mountTray({interactions: [chat(), call()]});
      await tray.hover(true);
      const places = () => tray.nodes.slice(-2).map((node) => Math.round(node.getBoundingClientRect().top));
      const before = places();
      await tray.arrive(call({id: 'later', customer: {number: '2'}, createdAt: NOON}), mail());
      expect(places()).to.deep.equal(before);
      await tray.hover(false);
      expect(who(tray)).to.deep.equal(['Jung Da-in', 'Choi Ha-eun', '+82 2-6022-1180', '2']);
    });

    it('keeps the place of a request that goes while the pointer is there, for a moment', async () => {
      const tray = await mountTray({interactions: [chat(), mail()]});
      await tray.hover(true);
      const [, below] = tray.nodes;
      const place = below?.getBoundingClientRect().top;
      tray.stream.tell({
        type: 'engagement.left',
        interactionId: 'mail',
        agentId: AGENT.id,
        reason: 'withdrawn',
      });
      await tray.settled();
      expect(tray.requests[0]).to.match(/^No longer waiting/);
      expect(below?.getBoundingClientRect().top).to.equal(place);
      tray.mounted.time.advance(5 * SECOND);
      await tray.settled();
      expect(tray.requests).to.have.length(1);
      await tray.answered('chat');
      expect(tray.isOpen).to.equal(false);
    });

    it('keeps the focus on its row while others arrive, also where it would fall off the page', async () => {
      const tray = await mountTray({interactions: chats(5)});
      await tray.harness.press('F8');
      for (let tab = 0; tab < 4; tab += 1) await tray.harness.press('Tab');
      expect(tray.harness.focused).to.match(/Visitor 4"$/);
      await tray.arrive(mail(), mail({id: 'mail-2'}));
      expect(tray.harness.focused).to.match(/Visitor 4"$/);
      expect(who(tray)).to.deep.equal(chats(5).map(({customer}) => customer.name));
      expect(tray.harness.text).to.contain('1-5 of 7');
    });

    it('does not put the focus on another request’s button after a click', async () => {
      const tray = await mountTray({interactions: [chat({id: 'a', customer: {name: 'A'}}), mail()]});
      const button = tray.harness.get('button', /^Accept , Jung/);
      const {x, y, width, height} = button.getBoundingClientRect();
      const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
      await sendMouse({type: 'click', position});
      await tray.answered('mail');
      expect(tray.harness.focused).not.to.match(/^button/);
      await resetMouse();
    });

    it('gives the focus to the next request when the one that had it is accepted, and back when none is left', async () => {
      const tray = await mountTray({
        interactions: [chat({id: 'a', customer: {name: 'A'}}), mail({customer: {name: 'B'}})],
      });
      const field = document.createElement('input');
      tray.mounted.container.prepend(field);
      field.focus();
      await tray.harness.press('F8');
      await tray.harness.press('Enter');
      await tray.answered('mail');
      expect(tray.harness.focused).to.equal('button "Accept , A"');
      await tray.answered('a');
      expect(focused()).to.equal(field);
    });
  });

  describe('RONA', () => {
    it('[ARR-6] closes the request that nobody answered and opens the RONA popover', async () => {
      const tray = await mountTray({interactions: [call()]});
      expect(tray.requests).to.have.length(1);
      await tray.missed('call');
      expect(tray.requests).to.have.length(0);
      const dialog = tray.harness.get('alertdialog', 'You missed a call');
      expect(textOf(dialog)).to.contain('RONA 00:00').and.to.contain('Not answered within 20 s.');
      expect(tray.isOpen).to.equal(true);
    });

    it('[STATE-4] offers Available and Idle, no close, and no way round', async () => {
      const tray = await mountTray({interactions: [chat()]});
      await tray.missed('chat');
      const dialog = tray.harness.get('alertdialog', 'You missed a chat');
      expect([...dialog.querySelectorAll('dw-button, button')].map((one) => textOf(one))).to.deep.equal([
        'Available',
        'Idle',
      ]);
      await tray.harness.press('F8');
      expect(tray.harness.focused).to.equal('button "Available"');
      await tray.harness.press('Escape');
      expect(tray.harness.find('alertdialog')).not.to.equal(undefined);
    });

    it('[STATE-4] stays until the chosen state is a fact', async () => {
      for (const [name, to] of [
        ['Available', {state: 'available'}],
        ['Idle', {state: 'idle', reasonId: 'break'}],
      ] as const) {
        const tray = await mountTray({interactions: [call()]});
        const heard = hears(tray.element, 'dw-rona-request', 'dw-rona-done');
        await tray.missed('call');
        await tray.harness.click('button', name);
        expect(tray.stream.last).to.deep.equal({type: 'agent.set-state', to});
        expect(tray.harness.get('button', name).getAttribute('aria-busy')).to.equal('true');
        expect(tray.harness.find('alertdialog')).not.to.equal(undefined);
        const presence = {...to, since: NOON};
        tray.stream.accept([{type: 'agent.state-changed', agentId: AGENT.id, presence}]);
        await tray.settled();
        expect(tray.isOpen).to.equal(false);
        expect(heard).to.deep.equal([`dw-rona-request ${to.state}`, `dw-rona-done ${to.state}`]);
        unmountAll();
      }
    });

    it('tells it at once to assistive technology, without taking the focus', async () => {
      const tray = await mountTray({interactions: [call()]});
      const field = document.createElement('input');
      tray.mounted.container.prepend(field);
      field.focus();
      await tray.missed('call');
      const urgent = document
        .querySelector('dw-announcer')
        ?.shadowRoot?.querySelector('[aria-live="assertive"]');
      expect(textOf(urgent ?? document)).to.contain(
        'You missed a call. No requests arrive until you choose a state.',
      );
      expect(focused()).to.equal(field);
    });
  });

  describe('the handset', () => {
    it('[END-5] says that it must be hung up before the next call, until it is', async () => {
      const tray = await mountTray({snapshot: {...DESK_PHONE, handset: {offHook: true}}});
      expect(tray.isOpen).to.equal(true);
      expect(tray.harness.text).to.equal('Hang up the handset before the next call');
      tray.stream.tell({type: 'handset.changed', agentId: AGENT.id, handset: {offHook: false}});
      await tray.settled();
      expect(tray.isOpen).to.equal(false);
    });

    it('[END-5] says it after the end of a call, not during one', async () => {
      const active = call({engagements: [anEngagement({phase: 'active', acceptedAt: NOON})]});
      const tray = await mountTray({
        interactions: [active],
        snapshot: {...DESK_PHONE, handset: {offHook: true}},
      });
      expect(tray.isOpen).to.equal(false);
      tray.stream.tell({type: 'wrap-up.started', interactionId: 'call', agentId: AGENT.id});
      await tray.settled();
      expect(tray.harness.text).to.equal('Hang up the handset before the next call');
    });
  });

  describe('where it stands', () => {
    it('stands in the top layer at the lower end of the window, 372 px wide', async () => {
      const tray = await mountTray({interactions: [chat()]});
      const box = tray.root.querySelector('.stack')?.getBoundingClientRect();
      expect(box?.width).to.equal(372);
      expect(box?.right).to.equal(document.documentElement.clientWidth - 16);
      expect(box?.bottom).to.equal(window.innerHeight - 16);
    });

    it('stands in the flow where the page wants it there, and changes its place at run time', async () => {
      const tray = await mountTray({interactions: [chat()]}, {props: {placement: 'inline'}, width: 500});
      expect(tray.root.querySelector('.stack')?.hasAttribute('popover')).to.equal(false);
      expect(tray.element.getBoundingClientRect().width).to.equal(500);
      tray.element.placement = 'tray';
      await tray.settled();
      expect(tray.isOpen).to.equal(true);
    });

    it('opens again where it was moved to', async () => {
      const tray = await mountTray({interactions: [chat()]});
      tray.mounted.container.append(tray.element);
      await tray.settled();
      expect(tray.isOpen).to.equal(true);
    });

    it('takes no room where there is nothing to show', async () => {
      const tray = await mountTray();
      expect(tray.isOpen).to.equal(false);
      expect(tray.mounted.container.getBoundingClientRect().height).to.equal(0);
    });
  });
});

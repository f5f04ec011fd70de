import {expect, nextFrame, waitUntil} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import {refuse} from '@deskwire/domain';
import {FAKE_START} from '@deskwire/testing';
import {overflows, unmountAll} from '@deskwire/testing/widgets.js';

import {bot, customer, itemsOf, many, me, mountLog, said, say, scrollTo} from './conversation.harness.js';

const isChromium = 'chrome' in window || navigator.userAgent.includes('Chrome');
const RLO = '\u202e';
const box = (element: Element | null | undefined): DOMRect =>
  (element ?? document.body).getBoundingClientRect();

describe('dw-conversation-log', () => {
  afterEach(() => {
    unmountAll();
    document.querySelector('dw-announcer')?.remove();
  });

  it('says who wrote what, and when', async () => {
    const {harness} = await mountLog({
      messages: [say('1', customer, 'Where is it?'), say('2', me, 'On its way.')],
    });
    expect(harness.text).to.match(
      /Today H Hana Seo \d\d:\d\d Where is it\? M You · Mina Park \d\d:\d\d On its way\./,
    );
  });

  it('marks what was taken out, instead of the mask', async () => {
    const redactions = [{kind: 'card', at: 11, length: 4}, {kind: 'attachment'}] as const;
    const {harness} = await mountLog({
      messages: [say('1', customer, 'My card is ••••, thanks', {redactions})],
    });
    expect(harness.text).to.contain('My card is Card number removed , thanks A file was removed');
  });

  it('tells what happened by a rule across it, at its time', async () => {
    const events = [{key: 'left', at: FAKE_START, text: 'Customer left the chat'}];
    const {harness} = await mountLog({messages: [say('1', customer, 'Bye')], events});
    expect(harness.text).to.match(
      /Bye Customer left the chat · \d\d:\d\d$|Bye Customer left the chat · \d\d:\d\d/,
    );
  });

  describe('what somebody wrote', () => {
    it('is text, with links that lead only where they say', async () => {
      const text =
        '<img src=x onerror=alert(1)> https://example.com/a javascript:alert(1) tel:+82-2-1588-0000';
      const {harness, log} = await mountLog({messages: [say('1', customer, text)]});
      expect(log.renderRoot.querySelector('img')).to.equal(null);
      const links = harness.all('link') as readonly HTMLAnchorElement[];
      expect(links.map(({href, target, rel}) => [href, target, rel])).to.deep.equal([
        ['https://example.com/a', '_blank', 'noopener noreferrer'],
        // A phone and a mailbox are no pages: another tab for them would stay empty.
        ['tel:+82-2-1588-0000', '', 'noopener noreferrer'],
      ]);
    });

    it('says where a link goes that only looks like another, and is copied as it was written', async () => {
      const text = 'https://www.ex\u0430mple.com/a';
      const {log} = await mountLog({messages: [say('1', customer, text)]});
      const link = log.renderRoot.querySelector('a');
      // Firefox leaves `attr()` for later.
      const content = link && getComputedStyle(link, '::after').content;
      expect(content?.replace('attr(data-goes-to)', link?.dataset['goesTo'] ?? '')).to.contain('www.xn--');
      expect(link?.textContent).to.equal(text);
    });

    it('never turns the name and the time around, whatever marks of direction it has', async () => {
      const author = {...customer, name: `${RLO}Hana`};
      const texts = [`${RLO}abc`, '\u2067\u202eمرحبا 123', '\u200f\u202bשלום', 'plain'];
      const {log} = await mountLog({
        messages: texts.map((text, at) => say(`${at}`, {...author, name: `${author.name} ${at}`}, text)),
      });
      const lines = [...log.renderRoot.querySelectorAll('.by')].slice(0, texts.length);
      for (const line of lines) {
        const [name, time] = [box(line.querySelector('bdi')), box(line.querySelector('.num'))];
        expect(name.left).to.be.closeTo(box(line).left, 1);
        expect(time.left).to.be.greaterThan(name.right - 1);
      }
    });

    it('stands on the other side where the page is written from right to left', async () => {
      const messages = [say('1', customer, 'One'), say('2', me, 'Two')];
      const {log} = await mountLog({messages}, {dir: 'rtl'});
      const line = log.renderRoot.querySelector('.by');
      const [name, time] = [box(line?.querySelector('bdi')), box(line?.querySelector('.num'))];
      expect(name.right).to.be.closeTo(box(line).right, 1);
      expect(time.right).to.be.lessThan(name.left + 1);
      const mine = log.renderRoot.querySelector('.mine');
      expect(mine && getComputedStyle(mine).borderRightWidth).to.equal('2px');
    });

    it('stays in its row, however many marks are piled up on a letter', async () => {
      const piled = `Z${'\u0300\u0301\u0302\u0303'.repeat(40)}`;
      const {scroller} = await mountLog({messages: [say('1', customer, 'One'), say('2', customer, piled)]});
      for (const item of itemsOf(scroller)) expect(getComputedStyle(item).overflowY).to.equal('clip');
    });

    it('is named by its first letter, whole', async () => {
      const {harness} = await mountLog({messages: [say('1', {kind: 'customer', name: '👩🏽‍💻 Dev'}, 'Hi')]});
      expect(harness.text).to.contain('👩🏽‍💻 👩🏽‍💻 Dev');
    });

    it('fits 320 px whatever it is', async () => {
      const long = `https://example.com/${'a'.repeat(300)} ${'가'.repeat(200)} ${'W'.repeat(300)}`;
      const attachments = [
        {id: 'f', name: `${'long name '.repeat(20)}.pdf`, type: 'application/pdf', size: 1},
      ];
      const messages = [say('1', customer, long, {attachments}), say('2', me, long, {attachments})];
      const {element} = await mountLog({messages}, {width: 320});
      expect(overflows(element)).to.deep.equal([]);
    });
  });

  describe('the assistant’s part', () => {
    const messages = [
      say('1', bot, 'Hello, I am Robi'),
      say('2', customer, 'Hi'),
      say('3', bot, 'One moment'),
      say('4', customer, 'Anybody?'),
    ];

    it('is folded, and opens by keyboard', async () => {
      const {harness} = await mountLog({messages});
      expect(harness.text).to.contain("Customer's virtual assistant 3 messages");
      expect(harness.text).not.to.contain('Hello, I am Robi');
      await harness.focus('button', /assistant/);
      await harness.press('Enter');
      expect(harness.text).to.contain('Hello, I am Robi');
      expect(harness.get('button', /assistant/).getAttribute('aria-expanded')).to.equal('true');
      expect(harness.focused).to.match(/^button "Customer's virtual assistant/);
    });

    it('opens below its head, which stays where it is', async () => {
      const long = Array.from({length: 30}, (_, at) => say(`bot ${at}`, bot, 'A line of the assistant'));
      const {harness, scroller, log} = await mountLog({messages: [...long, ...messages.slice(3)]});
      const before = box(harness.get('button', /assistant/)).top;
      await harness.click('button', /assistant/);
      expect(scroller.scrollHeight).to.be.greaterThan(scroller.clientHeight);
      expect(box(harness.get('button', /assistant/)).top).to.be.closeTo(before, 1);
      expect(log.isAtEnd).to.equal(false);
      await harness.click('button', /assistant/);
      expect(log.isAtEnd).to.equal(true);
    });
  });

  describe('older messages', () => {
    it('are asked for by a button, and by scrolling to the top', async () => {
      const {element, harness, scroller} = await mountLog({messages: many(60), earlier: 12});
      await harness.click('button', 'Show 12 earlier messages');
      expect(element.heard).to.deep.equal(['dw-log-earlier']);
      await scrollTo(scroller, 0);
      expect(element.heard).to.deep.equal(['dw-log-earlier', 'dw-log-earlier']);
    });

    it('are asked for by Home, once', async () => {
      const {element, harness, scroller} = await mountLog({messages: many(60), earlier: 12});
      await harness.focus('log', 'Conversation');
      await harness.press('Home');
      await nextFrame();
      expect(scroller.scrollTop).to.equal(0);
      expect(element.heard).to.deep.equal(['dw-log-earlier']);
    });

    it('are not asked for twice while they come', async () => {
      const {element, harness, scroller} = await mountLog({messages: many(60), earlier: 12});
      element.loading = true;
      await harness.settled();
      expect(harness.text).to.contain('Loading earlier messages');
      expect(harness.get('feed').getAttribute('aria-busy')).to.equal('true');
      await scrollTo(scroller, 0);
      await harness.focus('log', 'Conversation');
      await harness.press('Home');
      expect(element.heard).to.deep.equal([]);
    });

    it('are asked for in the assistant’s part, where that is what is folded', async () => {
      const {element, harness} = await mountLog({messages: [say('1', bot), say('2', me)], earlier: 12});
      expect(harness.find('button', /earlier/)).to.equal(undefined);
      await harness.focus('log', 'Conversation');
      await harness.press('Home');
      expect(element.heard).to.deep.equal([]);
      await harness.click('button', /assistant/);
      await harness.click('button', 'Show 12 earlier messages');
      expect(element.heard).to.deep.equal(['dw-log-earlier']);
    });
  });

  describe('what was sent', () => {
    const outgoing = {id: 'x', text: 'hello', since: FAKE_START};

    it('is sending, then sent; a failure says why and offers to try again or to edit', async () => {
      const {element, harness, show} = await mountLog({outgoing: [outgoing]});
      expect(harness.text).to.contain('hello Sending');
      await show({outgoing: [{...outgoing, refusal: refuse('DW_SEND_TIMEOUT')}]});
      expect(harness.text).to.contain('hello Not sent Try again Edit');
      expect(said()).to.contain('Message not sent. No answer from the server.');
      expect(harness.description('button', 'Try again')).to.equal('hello');
      await harness.click('button', 'Try again');
      await harness.click('button', 'Edit');
      expect(element.heard).to.deep.equal(['dw-log-retry x', 'dw-log-edit x']);
      await show({outgoing: [], messages: [say('x', me, 'hello')]});
      expect(harness.text).to.contain('hello Sent');
    });

    it('says how far it came, in words and a drawing', async () => {
      const {harness, log, show} = await mountLog({messages: [say('x', me, 'hello', {deliveredAt: 1})]});
      expect(harness.text).to.contain('hello Delivered');
      await show({messages: [say('x', me, 'hello', {deliveredAt: 1, readAt: 2})]});
      expect(harness.text).to.contain('hello Read');
      expect(log.renderRoot.querySelectorAll('.delivery > svg').length).to.equal(1);
    });

    it('says why it failed where trying again would not help', async () => {
      const {harness} = await mountLog({outgoing: [{...outgoing, refusal: refuse('DW_CHAT_CUSTOMER_LEFT')}]});
      expect(harness.text).to.contain('Not sent. The customer has left the chat.');
    });

    it('keeps its row when its fact arrives', async () => {
      const {scroller, show} = await mountLog({outgoing: [outgoing]});
      const row = scroller.querySelector('.turn');
      await show({outgoing: [], messages: [say('x', me, 'hello')]});
      expect(scroller.querySelector('.turn')).to.equal(row);
    });
  });

  describe('a file', () => {
    const file = {id: 'f1', name: 'bill.pdf', type: 'application/pdf', size: 384_000};

    it('has its name and size, and is fetched by a press', async () => {
      const {element, harness} = await mountLog({messages: [say('1', customer, '', {attachments: [file]})]});
      await harness.click('button', 'Download bill.pdf 384 KB');
      expect(element.heard).to.deep.equal(['dw-log-file f1']);
    });

    it('says that it is on its way, and keeps the focus', async () => {
      const {element, harness} = await mountLog({messages: [say('1', customer, '', {attachments: [file]})]});
      await harness.focus('button', /bill/);
      element.fetching = new Set(['f1']);
      await harness.settled();
      expect(harness.focused).to.equal('button "Downloading bill.pdf 384 KB"');
      expect(harness.get('button', /bill/).getAttribute('aria-busy')).to.equal('true');
    });

    it('is listed where it is held, and cannot be fetched', async () => {
      const attachments = [{...file, held: true}];
      const {harness} = await mountLog({messages: [say('1', customer, '', {attachments})]});
      expect(harness.text).to.contain('bill.pdf 384 KB Waits to be checked');
      expect(harness.find('button', /bill/)).to.equal(undefined);
    });
  });

  describe('to those who listen', () => {
    it('reads out what others write, and nothing that was there before or is one’s own', async () => {
      const {show} = await mountLog({messages: [say('1', customer, 'old')]});
      await show({messages: [say('1', customer, 'old'), say('2', me, 'mine'), say('3', customer, 'new')]});
      expect(said()).to.equal('Hana Seo: new');
    });

    it('reads out nothing of what is loaded in front', async () => {
      const {show} = await mountLog({messages: many(20, 20), earlier: 20});
      await show({messages: many(40), earlier: 0});
      expect(said()).to.equal('');
    });

    it('tells many at once as one, and the next ones together', async () => {
      const {show} = await mountLog({messages: [say('0', customer)]});
      const messages = Array.from({length: 20}, (_, at) => say(`${at}`, customer, `line ${at}`));
      await show({messages: messages.slice(0, 11)});
      expect(said()).to.equal('10 new messages. The last one: Hana Seo: line 10');
      await show({messages: messages.slice(0, 12)});
      await show({messages: messages.slice(0, 13)});
      expect(said()).not.to.contain('line 11');
      await waitUntil(() => said().includes('Hana Seo: line 11 Hana Seo: line 12'), 'read together', {
        timeout: 4_000,
      });
    });

    it('says what was taken out instead of reading the mask, and the names of files', async () => {
      const {show} = await mountLog({messages: [say('0', customer)]});
      const attachments = [{id: 'f', name: 'bill.pdf', type: 'application/pdf', size: 1}];
      const redactions = [{kind: 'card', at: 3, length: 4}] as const;
      await show({messages: [say('0', customer), say('1', customer, 'It ••••', {redactions, attachments})]});
      expect(said()).to.equal('Hana Seo: It Card number removed, bill.pdf');
    });

    it('is a feed of articles that know their author and their place in the whole', async () => {
      const {harness} = await mountLog({messages: many(4), earlier: 96});
      const articles = harness.all('article');
      expect(articles.map((item) => [item.ariaPosInSet, item.ariaSetSize])).to.deep.equal([
        ['97', '100'],
        ['98', '100'],
        ['99', '100'],
        ['100', '100'],
      ]);
      expect(harness.get('log', 'Conversation').getAttribute('aria-live')).to.equal('off');
      expect(harness.get('feed', 'Messages')).to.equal(articles[0]?.parentElement);
    });

    it('is accessible', async () => {
      const attachments = [
        {id: 'f', name: 'bill.pdf', type: 'application/pdf', size: 1},
        {id: 'g', name: 'held.pdf', type: 'application/pdf', size: 1, held: true},
      ];
      const refusal = refuse('DW_SEND_TIMEOUT');
      const {element, harness} = await mountLog({
        messages: [
          say('b', bot),
          say('c', customer, 'text', {attachments}),
          say('d', me, 'https://a.example'),
        ],
        events: [{key: 'left', at: FAKE_START, text: 'Customer left the chat'}],
        outgoing: [{id: 'x', text: 'hello', since: FAKE_START, refusal}],
        newSince: 0,
        earlier: 12,
      });
      await harness.click('button', /assistant/);
      await expect(element).to.be.accessible();
    });
  });

  it('keeps apart in forced colours what colour keeps apart', async function (this: Mocha.Context) {
    if (!isChromium) this.skip();
    const redactions = [{kind: 'card', at: 0}] as const;
    const {log} = await mountLog({messages: [say('1', customer, '', {redactions}), say('2', me)]});
    await emulateMedia({forcedColors: 'active'});
    try {
      const styleOf = (part: string): CSSStyleDeclaration =>
        getComputedStyle(log.renderRoot.querySelector(part) ?? document.body);
      expect(styleOf('.redacted').borderTopStyle).to.equal('solid');
      expect(styleOf('.mine').borderLeftWidth).to.equal('2px');
      expect(styleOf('.avatar').borderTopStyle).to.equal('solid');
    } finally {
      await emulateMedia({forcedColors: 'none'});
    }
  });
});

import {aTimeout, expect, nextFrame, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {refuse, type Author, type Message} from '@deskwire/domain';
import {FAKE_START} from '@deskwire/testing';
import {mountWidget, overflows, settled, textOf, unmountAll} from '@deskwire/testing/widgets.js';

import {defineElement} from '../define-element.js';
import {DeskwireElement} from '../element.js';

import type {LogInput} from './log-rows.js';
import {defineComposeBox, defineConversationLog} from './register.js';

const HOUR = 3_600_000;
const customer: Author = {kind: 'customer', name: 'Hana Seo'};
const me: Author = {kind: 'agent', id: 'agent-1', name: 'Mina Park'};
const bot: Author = {kind: 'bot', name: 'Robi'};

const say = (id: string, from: Author, text = id, set: Partial<Message> = {}): Message => ({
  id,
  at: FAKE_START - HOUR,
  from,
  text,
  ...set,
});
const many = (count: number, from = 0): readonly Message[] =>
  Array.from({length: count}, (_, index) =>
    say(`message ${from + index}`, (from + index) % 3 ? customer : me),
  );

const logInput = (set: Partial<LogInput> = {}): LogInput => ({
  viewer: {kind: 'agent', id: 'agent-1', name: 'Mina Park'},
  messages: [],
  earlier: 0,
  outgoing: [],
  events: [],
  foldsBot: true,
  ...set,
});

/** A card with a log and a box, as a widget holds them. */
class ProbeElement extends DeskwireElement {
  @property({attribute: false}) input: LogInput = logInput();
  @property({attribute: false}) conversation = 'chat-1';
  @property({attribute: false}) loading = false;
  @property({attribute: false}) value = '';
  @property({attribute: false}) closed = '';
  readonly heard: string[] = [];

  protected override render(): TemplateResult {
    const hear = (event: Event) => {
      const {id, text} = ((event as CustomEvent).detail ?? {}) as {id?: string; text?: string};
      this.heard.push([event.type, id ?? text].filter((part) => part !== undefined).join(' '));
    };
    return html`<dw-conversation-log
        .conversation=${this.conversation}
        .input=${this.input}
        .customer=${'Hana Seo'}
        .loading=${this.loading}
        @dw-log-earlier=${hear}
        @dw-log-retry=${hear}
        @dw-log-edit=${hear}
      ></dw-conversation-log
      ><dw-compose-box
        .value=${this.value}
        .closed=${this.closed}
        .placeholder=${'Write here'}
        @dw-compose-send=${hear}
      ></dw-compose-box>`;
  }
}

defineConversationLog();
defineComposeBox();
defineElement('dw-conversation-probe', ProbeElement, '0.1.0');

const mount = async (set: Partial<LogInput> = {}, width = 420) => {
  const mounted = await mountWidget<ProbeElement>('dw-conversation-probe', {
    width,
    props: {input: logInput(set)},
  });
  const log = mounted.element.renderRoot.querySelector('dw-conversation-log');
  const scroller = log?.renderRoot.querySelector<HTMLElement>('.log');
  if (!log || !scroller) throw new Error('no log');
  log.style.height = '300px';
  await settled(mounted.element);
  await nextFrame();
  const show = async (next: Partial<LogInput>): Promise<void> => {
    mounted.element.input = {...mounted.element.input, ...next};
    await settled(mounted.element);
  };
  return {...mounted, log, scroller, show};
};
const gap = ({scrollHeight, scrollTop, clientHeight}: HTMLElement): number =>
  scrollHeight - scrollTop - clientHeight;
/** As a reader scrolls: engines tell it in their own time. */
const scrollTo = async (scroller: HTMLElement, top: number): Promise<void> => {
  const told = oneEvent(scroller, 'scroll');
  scroller.scrollTop = top;
  await told;
  await nextFrame();
};
const said = (): string => {
  const announcer = document.querySelector('dw-announcer');
  return announcer ? textOf(announcer) : '';
};

describe('dw-conversation-log', () => {
  afterEach(() => {
    unmountAll();
    document.querySelector('dw-announcer')?.remove();
  });

  it('says who wrote what, and when', async () => {
    const {harness} = await mount({
      messages: [say('1', customer, 'Where is it?'), say('2', me, 'On its way.')],
    });
    expect(harness.text).to.match(
      /Today H Hana Seo \d\d:\d\d Where is it\? M You · Mina Park \d\d:\d\d On its way\./,
    );
  });

  it('shows text as text, and links that lead only where they say', async () => {
    const {harness, log} = await mount({
      messages: [
        say('1', customer, '<img src=x onerror=alert(1)> https://example.com/a javascript:alert(1)'),
      ],
    });
    expect(log.renderRoot.querySelector('img')).to.equal(null);
    const links = harness.all('link') as readonly HTMLAnchorElement[];
    expect(links.map(({href, target, rel}) => [href, target, rel])).to.deep.equal([
      ['https://example.com/a', '_blank', 'noopener noreferrer'],
    ]);
  });

  it('marks what was taken out', async () => {
    const message = say('1', customer, 'My card is , thanks', {redactions: [{kind: 'card', at: 11}]});
    const {harness} = await mount({messages: [message]});
    expect(harness.text).to.contain('My card is Card number removed , thanks');
  });

  it('folds the assistant’s part, and opens it by keyboard', async () => {
    const messages = [
      say('1', bot, 'Hello, I am Robi'),
      say('2', customer, 'Hi'),
      say('3', bot, 'One moment'),
    ];
    const {harness} = await mount({messages: [...messages, say('4', customer, 'Anybody?')]});
    expect(harness.text).to.contain("Customer's virtual assistant 3 messages");
    expect(harness.text).not.to.contain('Hello, I am Robi');
    await harness.focus('button', /assistant/);
    await harness.press('Enter');
    expect(harness.text).to.contain("Customer's virtual assistant");
    expect(harness.text).to.contain('Hello, I am Robi');
    expect(harness.get('button', /assistant/).getAttribute('aria-expanded')).to.equal('true');
  });

  describe('where the reader is', () => {
    it('begins at the end, and stays there when something is added', async () => {
      const {scroller, show, log} = await mount({messages: many(60)});
      expect(gap(scroller)).to.be.lessThan(2);
      await show({messages: many(80)});
      expect(gap(scroller)).to.be.lessThan(2);
      expect(log.isAtEnd).to.equal(true);
    });

    it('stays at the end when the box below grows', async () => {
      const {scroller, log} = await mount({messages: many(60)});
      log.style.height = '180px';
      await aTimeout(50);
      expect(gap(scroller)).to.be.lessThan(2);
    });

    it('stays at the end when what is shown grows by itself', async () => {
      const {scroller, log} = await mount({messages: many(60)});
      scroller.style.fontSize = '40px';
      for (const text of log.renderRoot.querySelectorAll<HTMLElement>('.text')) text.style.fontSize = '40px';
      await aTimeout(50);
      expect(gap(scroller)).to.be.lessThan(2);
      expect(log.isAtEnd).to.equal(true);
    });

    it('stays put when the reader has scrolled up, and says what is new below', async () => {
      const {scroller, show, harness, log} = await mount({messages: many(60)});
      await scrollTo(scroller, 200);
      expect(log.isAtEnd).to.equal(false);
      await show({messages: [...many(60), say('a', customer), say('b', me), say('c', customer)]});
      expect(scroller.scrollTop).to.equal(200);
      await harness.click('button', '2 new messages');
      expect(gap(scroller)).to.be.lessThan(2);
      await nextFrame();
      await harness.settled();
      expect(harness.find('button', /new messages|Latest/)).to.equal(undefined);
    });

    it('keeps the row under the eye when older messages are put in front', async () => {
      const {scroller, show} = await mount({messages: many(60, 40), earlier: 40});
      await scrollTo(scroller, 300);
      const topOf = (text: string): number => {
        const row = [...scroller.querySelectorAll('.turn')].find((child) =>
          child.textContent?.includes(text),
        );
        return row?.getBoundingClientRect().top ?? NaN;
      };
      const seen = 'message 48';
      const before = topOf(seen);
      await show({messages: many(100), earlier: 0});
      expect(Math.abs(topOf(seen) - before)).to.be.lessThan(2);
    });

    it('begins at the end of another conversation', async () => {
      const {scroller, element} = await mount({messages: many(60)});
      await scrollTo(scroller, 0);
      element.conversation = 'chat-2';
      element.input = logInput({messages: many(70)});
      await settled(element);
      expect(gap(scroller)).to.be.lessThan(2);
    });
  });

  describe('older messages', () => {
    it('are asked for by a button, and by scrolling to the top', async () => {
      const {element, harness, scroller} = await mount({messages: many(60), earlier: 12});
      await harness.click('button', 'Show 12 earlier messages');
      expect(element.heard).to.deep.equal(['dw-log-earlier']);
      await scrollTo(scroller, 0);
      expect(element.heard).to.deep.equal(['dw-log-earlier', 'dw-log-earlier']);
    });

    it('are not asked for twice while they come', async () => {
      const {element, harness, scroller} = await mount({messages: many(60), earlier: 12});
      element.loading = true;
      await harness.settled();
      expect(harness.text).to.contain('Loading earlier messages');
      await scrollTo(scroller, 0);
      expect(element.heard).to.deep.equal([]);
    });
  });

  describe('what was sent', () => {
    const outgoing = {id: 'x', text: 'hello', since: FAKE_START};

    it('is sending, then sent; a failure says why and offers to try again or to edit', async () => {
      const {element, harness, show} = await mount({outgoing: [outgoing]});
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

    it('says why it failed where trying again would not help', async () => {
      const {harness} = await mount({outgoing: [{...outgoing, refusal: refuse('DW_CHAT_CUSTOMER_LEFT')}]});
      expect(harness.text).to.contain('Not sent. The customer has left the chat.');
    });

    it('keeps its row when its fact arrives', async () => {
      const {scroller, show} = await mount({outgoing: [outgoing]});
      const row = scroller.querySelector('.turn');
      await show({outgoing: [], messages: [say('x', me, 'hello')]});
      expect(scroller.querySelector('.turn')).to.equal(row);
    });
  });

  it('reads out what others write, and nothing that was there before or is one’s own', async () => {
    const {show} = await mount({messages: [say('1', customer, 'old')]});
    await show({messages: [say('1', customer, 'old'), say('2', me, 'mine'), say('3', customer, 'new')]});
    await aTimeout(0);
    expect(said()).to.equal('Hana Seo: new');
  });

  it('fits 320 px whatever is written', async () => {
    const long = `https://example.com/${'a'.repeat(300)} ${'가'.repeat(200)}`;
    const {element} = await mount({messages: [say('1', customer, long), say('2', me, long)]}, 320);
    expect(overflows(element)).to.deep.equal([]);
  });
});

describe('dw-compose-box', () => {
  afterEach(unmountAll);

  const write = async (element: ProbeElement, text: string): Promise<void> => {
    element.value = text;
    await settled(element);
  };

  it('sends by Enter and by the button, without the space around', async () => {
    const {element, harness} = await mount();
    await harness.focus('textbox', 'Message');
    await harness.type(' one ');
    await harness.press('Enter');
    await harness.click('button', 'Send');
    expect(element.heard).to.deep.equal(['dw-compose-send one', 'dw-compose-send one']);
  });

  it('sends nothing that is empty, and says why', async () => {
    const {element, harness} = await mount();
    await write(element, '  \n ');
    expect(harness.description('button', 'Send')).to.equal('Write a message first.');
    await harness.focus('textbox', 'Message');
    await sendKeys({press: 'Enter'});
    await harness.click('button', 'Send');
    expect(element.heard).to.deep.equal([]);
  });

  it('keeps a text that is too long, and says so', async () => {
    const {element, harness} = await mount();
    await write(element, 'a'.repeat(899));
    expect(harness.text).not.to.contain('/ 1000');
    await write(element, 'a'.repeat(1_001));
    expect(harness.text).to.match(/1,?001 \/ 1,?000/);
    expect(harness.text).to.contain('at most 1,000 characters. Nothing was cut.');
    await harness.click('button', 'Send');
    await harness.focus('textbox', 'Message');
    await harness.press('Enter');
    expect(element.heard).to.deep.equal([]);
    expect((harness.get('textbox', 'Message') as HTMLTextAreaElement).value.length).to.equal(1_001);
  });

  it('says what to do when it is closed', async () => {
    const {element, harness} = await mount();
    element.closed = 'The customer left. End the chat to wrap up.';
    await settled(element);
    expect(harness.text).to.contain('The customer left. End the chat to wrap up.');
    expect(harness.find('textbox')).to.equal(undefined);
    expect(harness.find('button', 'Send')).to.equal(undefined);
  });
});

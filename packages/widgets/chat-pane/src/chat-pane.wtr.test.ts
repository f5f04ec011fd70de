import {aTimeout, expect, nextFrame, oneEvent} from '@open-wc/testing';
import type {Interaction, Message} from '@deskwire/domain';
import {fakeStream, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {
  AGENT,
  aMessage,
  anActive,
  anEngagement,
  aWrapUp,
  chatOf,
  CUSTOMER,
  inPhase,
  NOON,
} from '@deskwire/testing/fixtures.js';
import {
  mountWidget,
  overflows,
  runWidgetSuite,
  textOf,
  unmountAll,
  type Harness,
  type MountOptions,
} from '@deskwire/testing/widgets.js';

import './define.js';
import {ChatPaneElement, loadChatBody} from './chat-pane.element.js';

const TAG = 'dw-chat-pane';
const me = {kind: 'agent', id: AGENT.id, name: AGENT.name} as const;
const customer = {kind: 'customer', name: 'Hana Seo'} as const;
const bot = {kind: 'bot', name: 'Robi'} as const;

const say = (id: string, from: Message['from'], text: string, set: Partial<Message> = {}): Message =>
  aMessage({id, from, text, at: NOON - 60_000, ...set});
const TALK = [
  say('b1', bot, 'Hello, I am Robi.'),
  say('c1', customer, 'I was charged twice'),
  say('b2', bot, 'I connect you to an agent.'),
  say('c2', customer, 'The refund has not arrived'),
];

const aChat = (set: Partial<Interaction> = {}, options: FakeStreamOptions = {}): FakeStream =>
  fakeStream({interactions: [anActive({channel: 'chat', content: chatOf(...TALK), ...set})], ...options});
const seen = [anEngagement({phase: 'active', acceptedAt: NOON, readAt: NOON - 30_000})];
const posted = (message: Message) => ({type: 'message.posted', interactionId: 'chat-1', message}) as const;

const mount = async (stream: FakeStream, options: MountOptions<ChatPaneElement> = {}) => {
  const mounted = await mountWidget<ChatPaneElement>(TAG, {stream, ...options});
  const heard: string[] = [];
  for (const type of ['dw-message-request', 'dw-message-done', 'dw-end-request', 'dw-end-done'] as const) {
    mounted.element.addEventListener(type, () => heard.push(type));
  }
  return {...mounted, heard};
};
const boxOf = (harness: Harness): HTMLTextAreaElement =>
  harness.get('textbox', 'Message') as HTMLTextAreaElement;
const write = async (harness: Harness, text: string): Promise<void> => {
  const box = boxOf(harness);
  box.value = text;
  box.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await harness.settled();
};
/** As a reader scrolls: engines tell it in their own time. */
const scrollToTop = async (scroller: HTMLElement): Promise<void> => {
  const told = oneEvent(scroller, 'scroll');
  scroller.scrollTop = 0;
  await told;
  await nextFrame();
};
/** The commands that were sent, without what marks things as read. */
const sent = (stream: FakeStream): readonly unknown[] =>
  stream.sent.map(({command}) => command).filter(({type}) => type !== 'interaction.read');
const openMessage = (stream: FakeStream): string =>
  stream.open.find(({command}) => command.type === 'message.send')?.id ?? '';

before(loadChatBody);

runWidgetSuite('the chat pane', {
  tag: TAG,
  elementClass: ChatPaneElement,
  version: '0.1.0',
  stream: () =>
    aChat({content: chatOf(...TALK, say('m1', me, 'https://example.com/form', {deliveredAt: NOON}))}),
  texts: {en: 'Active', ko: '진행 중'},
  news: (stream) => stream.tell(posted(say('c3', customer, 'Hello?'))),
  secrets: [CUSTOMER.name ?? '', CUSTOMER.email ?? '', 'I was charged twice'],
});

describe('the chat pane', () => {
  afterEach(() => {
    unmountAll();
    sessionStorage.clear();
  });

  describe('the conversation', () => {
    it('[CHAT-1] is there on accept: the customer, the assistant’s part, each side labelled', async () => {
      const stream = fakeStream({
        interactions: [inPhase('offered', {channel: 'chat', content: chatOf(...TALK)})],
      });
      const {harness} = await mount(stream, {width: 760});
      expect(harness.text).to.equal('');
      stream.tell({type: 'engagement.accepted', interactionId: 'chat-1', agentId: AGENT.id});
      stream.tell({type: 'call.connected', interactionId: 'chat-1', agentId: AGENT.id});
      await harness.settled();
      expect(textOf(harness.get('heading'))).to.equal('Hana Seo');
      expect(harness.text).to.contain('Support · hana@example.com');
      expect(harness.text).to.match(/H Hana Seo \d\d:\d\d The refund has not arrived/);
      expect(harness.text).not.to.contain('I was charged twice');
      await harness.click('button', /Customer's virtual assistant/);
      expect(harness.text).to.match(/Customer's virtual assistant \d\d:\d\d Hello, I am Robi\./);
      expect(harness.text).to.match(/H Hana Seo \d\d:\d\d I was charged twice/);
    });

    it('[CHAT-1] can be scrolled through the whole history, which is fetched as needed', async () => {
      const line = (index: number): Message =>
        say(`m${index}`, index % 2 ? me : customer, `line ${index}`, {at: NOON - 600_000 + index});
      const asked: string[] = [];
      const stream = aChat(
        {
          content: {
            kind: 'chat',
            transcript: {messages: Array.from({length: 30}, (_, index) => line(index + 60)), earlier: 60},
          },
        },
        {
          answer: (query) => {
            if (query.type !== 'messages.before') return undefined;
            asked.push(query.messageId);
            const before = Number(query.messageId.slice(1));
            const from = Math.max(0, before - query.limit);
            return {
              messages: Array.from({length: before - from}, (_, index) => line(from + index)),
              earlier: from,
            };
          },
        },
      );
      const {harness, element} = await mount(stream);
      await harness.click('button', 'Show 60 earlier messages');
      expect(harness.text).to.contain('line 10');
      expect(harness.text).not.to.contain('line 9 ');
      const scroller = harness.get('log', 'Conversation');
      await scrollToTop(scroller);
      await harness.settled();
      expect(asked).to.deep.equal(['m60', 'm10']);
      expect(harness.text).to.contain('line 0 ');
      expect(harness.find('button', /earlier messages/)).to.equal(undefined);
      expect(element.renderRoot.querySelector('dw-conversation-log')?.isAtEnd).to.equal(false);
    });

    it('says why older messages did not come', async () => {
      const content = {kind: 'chat', transcript: {messages: [TALK[3] as Message], earlier: 3}} as const;
      const {harness} = await mount(aChat({content}));
      await harness.click('button', 'Show 3 earlier messages');
      expect(harness.text).to.contain('Earlier messages could not be loaded.');
      expect(harness.find('button', 'Show 3 earlier messages')).not.to.equal(undefined);
    });

    it('[CHAT-4] shows the agent’s name with each reply', async () => {
      const other = {kind: 'agent', id: 'agent-2', name: 'Leo Brandt'} as const;
      const content = chatOf(say('1', customer, 'Hi'), say('2', other, 'Hello'), say('3', me, 'Hello too'));
      const {harness} = await mount(aChat({content}));
      expect(harness.text).to.match(/Leo Brandt \d\d:\d\d Hello /);
      expect(harness.text).to.match(/You · Mina Park \d\d:\d\d Hello too/);
    });

    it('follows the chat that it is told', async () => {
      const stream = fakeStream({
        interactions: [
          anActive({id: 'chat-1', channel: 'chat', customer: {name: 'First'}}),
          anActive({id: 'chat-2', channel: 'chat', customer: {name: 'Second'}, createdAt: NOON + 1}),
        ],
      });
      const {harness, element} = await mount(stream);
      expect(textOf(harness.get('heading'))).to.equal('Second');
      element.interactionId = 'chat-1';
      await harness.settled();
      expect(textOf(harness.get('heading'))).to.equal('First');
    });
  });

  describe('writing', () => {
    it('[CHAT-2] counts near the limit, and refuses more without losing anything', async () => {
      const stream = aChat();
      const {harness} = await mount(stream);
      await write(harness, 'a'.repeat(899));
      expect(harness.text).not.to.match(/899/);
      await write(harness, 'a'.repeat(900));
      expect(harness.text).to.match(/900 \/ 1,?000/);
      const long = 'a'.repeat(1_004);
      await write(harness, long);
      expect(harness.text).to.contain('at most 1,000 characters. Nothing was cut.');
      await harness.focus('textbox', 'Message');
      await harness.press('Enter');
      await harness.click('button', 'Send');
      expect(sent(stream)).to.deep.equal([]);
      expect(boxOf(harness).value).to.equal(long);
      await write(harness, 'a'.repeat(1_000));
      await harness.click('button', 'Send');
      expect(sent(stream)).to.have.length(1);
    });

    it('[CHAT-2] takes a longer text from the clipboard whole', async () => {
      const {harness} = await mount(aChat());
      const box = boxOf(harness);
      box.focus();
      document.execCommand('insertText', false, '가'.repeat(1_200));
      await harness.settled();
      expect(box.value).to.have.length(1_200);
      expect(harness.isLive('button', 'Send')).to.equal(false);
    });

    it('[CHAT-3] sends with Enter and with Send; Shift+Enter is a new line', async () => {
      const stream = aChat();
      const {harness} = await mount(stream);
      await harness.focus('textbox', 'Message');
      await harness.type('one');
      await harness.press('Shift+Enter');
      await harness.type('two');
      await harness.press('Enter');
      await harness.type('three');
      await harness.click('button', 'Send');
      expect(sent(stream)).to.deep.equal([
        {type: 'message.send', interactionId: 'chat-1', text: 'one\ntwo'},
        {type: 'message.send', interactionId: 'chat-1', text: 'three'},
      ]);
      expect(boxOf(harness).value).to.equal('');
    });

    it('[CHAT-3] never sends a half-composed syllable, in the order of either browser', async () => {
      const stream = aChat();
      const {harness} = await mount(stream);
      const box = boxOf(harness);
      const key = (type: string, set: KeyboardEventInit = {}): void => {
        box.dispatchEvent(
          new KeyboardEvent(type, {
            key: 'Enter',
            code: 'Enter',
            bubbles: true,
            composed: true,
            cancelable: true,
            ...set,
          }),
        );
      };
      const composed = (): void => {
        box.dispatchEvent(
          new CompositionEvent('compositionend', {bubbles: true, composed: true, data: '녕'}),
        );
      };
      await write(harness, '안녀');
      // Chromium: the key first, still composing.
      key('keydown', {isComposing: true, keyCode: 229});
      await write(harness, '안녕');
      composed();
      key('keyup');
      expect(sent(stream)).to.deep.equal([]);
      // Safari: the composition ends first, and its key comes as an ordinary one.
      composed();
      key('keydown', {keyCode: 13});
      key('keyup');
      expect(sent(stream)).to.deep.equal([]);
      key('keydown', {keyCode: 13});
      await harness.settled();
      expect(sent(stream)).to.deep.equal([{type: 'message.send', interactionId: 'chat-1', text: '안녕'}]);
    });

    it('keeps a draft per conversation', async () => {
      const stream = fakeStream({
        interactions: [
          anActive({id: 'chat-1', channel: 'chat'}),
          anActive({id: 'chat-2', channel: 'chat', createdAt: NOON + 1}),
        ],
      });
      const {harness, element} = await mount(stream);
      await write(harness, 'for the second');
      element.interactionId = 'chat-1';
      await harness.settled();
      expect(boxOf(harness).value).to.equal('');
      await write(harness, 'for the first');
      element.interactionId = 'chat-2';
      await harness.settled();
      expect(boxOf(harness).value).to.equal('for the second');
      element.interactionId = 'chat-1';
      await harness.settled();
      expect(boxOf(harness).value).to.equal('for the first');
    });

    it('does not touch the box while something arrives', async () => {
      const stream = aChat();
      const {harness} = await mount(stream);
      const box = boxOf(harness);
      await harness.focus('textbox', 'Message');
      await harness.type('half a sent');
      box.setSelectionRange(4, 4);
      stream.tell(posted(say('c9', customer, 'Are you there?')));
      await harness.settled();
      expect([box.value, box.selectionStart]).to.deep.equal(['half a sent', 4]);
      expect(harness.focused).to.equal('textbox "Message"');
    });

    it('leaves the text where the page prevents it', async () => {
      const stream = aChat();
      const {harness, element} = await mount(stream);
      element.addEventListener('dw-message-request', (event) => {
        event.preventDefault();
      });
      await write(harness, 'Not yet');
      await harness.click('button', 'Send');
      expect(sent(stream)).to.deep.equal([]);
      expect(boxOf(harness).value).to.equal('Not yet');
    });
  });

  describe('what was sent', () => {
    it('is sending, then sent, then delivered, in the same row', async () => {
      const stream = aChat();
      const {harness, heard} = await mount(stream);
      await write(harness, 'Two working days.');
      await harness.click('button', 'Send');
      expect(harness.text).to.contain('Two working days. Sending');
      const id = openMessage(stream);
      stream.accept([posted(say(id, me, 'Two working days.'))], id);
      await harness.settled();
      expect(harness.text).to.contain('Two working days. Sent');
      expect(harness.text.match(/Two working days\./g)).to.have.length(1);
      stream.tell({type: 'message.delivered', interactionId: 'chat-1', messageId: id});
      await harness.settled();
      expect(harness.text).to.contain('Two working days. Delivered');
      expect(heard).to.deep.equal(['dw-message-request', 'dw-message-done']);
    });

    it('says when it failed, and is tried again under its own id', async () => {
      const stream = aChat();
      const {harness} = await mount(stream);
      await write(harness, 'Hello');
      await harness.click('button', 'Send');
      const id = openMessage(stream);
      stream.refuse('DW_SEND_TIMEOUT', id);
      await harness.settled();
      expect(harness.text).to.contain('Hello Not sent Try again');
      await harness.click('button', 'Try again');
      expect(openMessage(stream)).to.equal(id);
      expect(harness.text).to.contain('Hello Sending');
      stream.accept([posted(say(id, me, 'Hello'))], id);
      await harness.settled();
      expect(harness.text).to.contain('Hello Sent');
    });

    it('goes back to the box when it is to be edited, below what was begun there', async () => {
      const stream = aChat();
      const {harness} = await mount(stream);
      await write(harness, 'First');
      await harness.click('button', 'Send');
      stream.refuse('DW_SERVER_FAILED', openMessage(stream));
      await write(harness, 'Second');
      await harness.click('button', 'Edit');
      expect(boxOf(harness).value).to.equal('Second\nFirst');
      expect(harness.text).not.to.contain('Not sent');
      expect(harness.focused).to.equal('textbox "Message"');
    });

    it('is there again in a pane that is built anew', async () => {
      const stream = aChat();
      const first = await mount(stream);
      await write(first.harness, 'Hello');
      await first.harness.click('button', 'Send');
      stream.refuse('DW_SEND_TIMEOUT', openMessage(stream));
      unmountAll();
      const {harness} = await mount(stream);
      expect(harness.text).to.contain('Hello Not sent Try again');
    });
  });

  describe('what is new', () => {
    // A window that a driver opened has the focus in some engines only.
    const {hasFocus} = document;
    beforeEach(() => {
      document.hasFocus = () => true;
    });
    afterEach(() => {
      document.hasFocus = hasFocus;
    });

    it('is marked as read once it is seen', async () => {
      const stream = aChat({engagements: seen});
      await mount(stream);
      await aTimeout(100);
      expect(stream.sent).to.deep.equal([]);
      stream.tell(posted(say('c3', customer, 'Hello?', {at: NOON})));
      await aTimeout(100);
      expect(stream.sent.map(({command}) => command)).to.deep.equal([
        {type: 'interaction.read', interactionId: 'chat-1'},
      ]);
    });

    it('is not marked as read while the agent looks at what was said before', async () => {
      const lines = Array.from({length: 60}, (_, index) => say(`m${index}`, customer, `line ${index}`));
      const stream = aChat({engagements: seen, content: chatOf(...lines)});
      const {harness} = await mount(stream);
      await scrollToTop(harness.get('log', 'Conversation'));
      stream.tell(posted(say('c3', customer, 'Hello?', {at: NOON})));
      await aTimeout(100);
      expect(stream.sent).to.deep.equal([]);
      await harness.click('button', '1 new message');
      await aTimeout(100);
      expect(stream.sent.map(({command}) => command.type)).to.deep.equal(['interaction.read']);
    });

    it('is not marked as read in a window that nobody looks at', async () => {
      document.hasFocus = () => false;
      const stream = aChat({engagements: seen});
      await mount(stream);
      stream.tell(posted(say('c3', customer, 'Hello?', {at: NOON})));
      await aTimeout(100);
      expect(stream.sent).to.deep.equal([]);
      document.hasFocus = () => true;
      window.dispatchEvent(new Event('focus'));
      await aTimeout(100);
      expect(stream.sent.map(({command}) => command.type)).to.deep.equal(['interaction.read']);
    });

    it('has a rule above it, which stays until the agent answers', async () => {
      const content = chatOf(...TALK, say('c3', customer, 'Hello?', {at: NOON}));
      const stream = aChat({engagements: seen, content});
      const {harness} = await mount(stream);
      await aTimeout(100);
      const read = {
        type: 'engagement.read',
        interactionId: 'chat-1',
        agentId: AGENT.id,
        readAt: NOON,
      } as const;
      stream.accept([read]);
      await harness.settled();
      expect(harness.text).to.contain('1 new');
      await write(harness, 'Here I am');
      await harness.click('button', 'Send');
      const id = openMessage(stream);
      stream.accept([posted(say(id, me, 'Here I am', {at: NOON + 1}))], id);
      await harness.settled();
      expect(harness.text).not.to.contain('1 new');
    });

    it('is read out', async () => {
      const stream = aChat();
      const {harness} = await mount(stream);
      stream.tell(posted(say('c3', customer, 'Where are you?')));
      await harness.settled();
      const announcer = document.querySelector('dw-announcer');
      expect(announcer && textOf(announcer)).to.contain('Hana Seo: Where are you?');
    });
  });

  describe('the end', () => {
    it('ends the chat', async () => {
      const stream = aChat({engagements: seen});
      const {harness, heard} = await mount(stream);
      await harness.click('button', 'End');
      expect(sent(stream)).to.deep.equal([{type: 'interaction.end', interactionId: 'chat-1'}]);
      expect(harness.isLive('button', 'End')).to.equal(false);
      stream.accept([{type: 'wrap-up.started', interactionId: 'chat-1', agentId: AGENT.id}]);
      await harness.settled();
      expect(heard).to.deep.equal(['dw-end-request', 'dw-end-done']);
      expect(harness.find('button', 'End')).to.equal(undefined);
      expect(harness.text).to.contain('The chat has ended. Submit the wrap-up.');
    });

    it('says that the customer left, closes the box and says what to do', async () => {
      const stream = aChat({engagements: seen});
      const {harness} = await mount(stream);
      await write(harness, 'A moment');
      stream.tell({type: 'customer.left', interactionId: 'chat-1'});
      await harness.settled();
      expect(harness.text).to.match(/Customer left the chat · \d\d:\d\d/);
      expect(harness.text).to.contain('The customer left. End the chat to wrap up.');
      expect(harness.find('textbox')).to.equal(undefined);
      expect(harness.isLive('button', 'End')).to.equal(true);
      stream.tell({type: 'customer.returned', interactionId: 'chat-1'});
      await harness.settled();
      expect(boxOf(harness).value).to.equal('A moment');
    });

    it('shows a refusal beside End, and tries again', async () => {
      const stream = aChat({engagements: seen});
      const {harness} = await mount(stream);
      await harness.click('button', 'End');
      stream.refuse('DW_SEND_OFFLINE');
      await harness.settled();
      expect(textOf(harness.get('alert', /^/))).to.contain('End: Not connected.');
      await harness.click('button', 'Try again');
      expect(stream.sent.map(({id}) => id)).to.deep.equal([stream.sent[0]?.id, stream.sent[0]?.id]);
    });

    it('stays readable in wrap-up', async () => {
      const {harness} = await mount(
        fakeStream({interactions: [aWrapUp({channel: 'chat', content: chatOf(...TALK)})]}),
      );
      expect(harness.text).to.contain('Wrap-up');
      expect(harness.text).to.contain('The refund has not arrived');
    });
  });

  it('fits 320 px with a long name and long words', async () => {
    const content = chatOf(
      say('1', customer, 'x'.repeat(400)),
      say('2', me, `https://a.example/${'y'.repeat(200)}`),
    );
    const stream = aChat({content, customer: {name: '황보선우남궁민수제갈공명 주식회사 한빛물류'}});
    const {element} = await mount(stream, {width: 320, locale: 'ko'});
    expect(overflows(element)).to.deep.equal([]);
  });
});

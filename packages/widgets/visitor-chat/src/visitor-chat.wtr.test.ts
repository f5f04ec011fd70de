import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import {refuse, type Message} from '@deskwire/domain';
import {fakeStream, type FakeStream} from '@deskwire/testing';
import {anEngagement, NOON, OTHER_AGENT} from '@deskwire/testing/fixtures.js';
import {overflows, runWidgetSuite, textOf, unmountAll} from '@deskwire/testing/widgets.js';

import {loadConversation, VisitorChatElement} from './visitor-chat.element.js';
import {
  aChat,
  agent,
  bot,
  endedBy,
  field,
  fillIn,
  Host,
  me,
  mount,
  noVisit,
  openId,
  posted,
  readOut,
  say,
  sent,
  shown,
  TAG,
  TALK,
  visit,
  write,
} from './visitor-chat.harness.js';

// As on a page on which somebody has begun to write.
before(loadConversation);

runWidgetSuite('the visitor’s chat', {
  tag: TAG,
  elementClass: VisitorChatElement,
  version: '0.1.0',
  stream: () =>
    visit(aChat({}, {messages: [...TALK, say('a1', agent, 'https://example.com/form', {at: NOON + 1})]})),
  texts: {en: 'Mina Park joined the chat', ko: 'Mina Park 상담사가 참여했습니다'},
  news: (stream) => stream.tell(posted(say('a2', agent, 'Hello?', {at: NOON + 2}))),
  secrets: ['Hana Seo', 'I was charged twice'],
});

describe('the visitor’s chat', () => {
  afterEach(() => {
    unmountAll();
    document.querySelector('dw-announcer')?.remove();
    sessionStorage.clear();
  });

  describe('the form', () => {
    it('asks who it is and what it is about, and hands that to the host', async () => {
      const host = new Host();
      const {harness, heard} = await mount(undefined, {props: {start: host.start}, locale: 'en'});
      expect(harness.get('heading').textContent).to.equal('Chat with us');
      await write(harness, 'Name', ' Hana Seo ');
      await write(harness, 'Email (optional)', 'hana@example.com');
      await write(harness, 'How can we help?', 'Where is my parcel?');
      await harness.click('button', 'Start chat');
      expect(host.asked).to.deep.equal([
        {name: 'Hana Seo', email: 'hana@example.com', message: 'Where is my parcel?', language: 'en'},
      ]);
      expect(heard).to.deep.equal(['dw-visit-request']);
      expect(harness.isLive('button', 'Start chat')).to.equal(false);
    });

    it('says at each field what is wrong, and brings the visitor to the first', async () => {
      const host = new Host();
      const {harness} = await mount(undefined, {props: {start: host.start}});
      await write(harness, 'Email (optional)', 'hana@');
      await harness.click('button', 'Start chat');
      expect(harness.description('textbox', 'Name')).to.equal('Enter your name.');
      expect(harness.description('textbox', 'Email (optional)')).to.contain('Enter an address such as');
      expect(harness.description('textbox', 'How can we help?')).to.contain('Write what it is about.');
      expect(field(harness, 'Name').getAttribute('aria-invalid')).to.equal('true');
      expect(harness.focused).to.equal('textbox "Name"');
      await harness.type('Hana');
      expect(harness.description('textbox', 'Name')).to.equal('');
      expect(host.asked).to.deep.equal([]);
    });

    it('refuses a message that is too long, counts it, and cuts nothing', async () => {
      const host = new Host();
      const {harness} = await mount(undefined, {props: {start: host.start}});
      await write(harness, 'Name', 'Hana');
      await write(harness, 'How can we help?', 'a'.repeat(1_001));
      expect(harness.text).to.match(/1,?001 \/ 1,?000/);
      await harness.click('button', 'Start chat');
      expect(harness.text).to.contain('Use at most 1,000 characters. Nothing was cut.');
      expect(field(harness, 'How can we help?').value).to.have.length(1_001);
      expect(host.asked).to.deep.equal([]);
    });

    it('goes with Enter from every field', async () => {
      const host = new Host();
      const {harness} = await mount(undefined, {props: {start: host.start}});
      await harness.focus('textbox', 'Name');
      await harness.type('Hana');
      await harness.press('Enter');
      expect(harness.focused).to.equal('textbox "How can we help?"');
      await harness.type('Hello');
      await harness.press('Shift+Enter');
      await harness.type('there');
      expect(host.asked).to.deep.equal([]);
      await harness.press('Enter');
      expect(host.asked).to.deep.equal([{name: 'Hana', message: 'Hello\nthere', language: 'en'}]);
    });

    it('is not sent by the Enter that ends a syllable', async () => {
      const host = new Host();
      const {harness} = await mount(undefined, {props: {start: host.start}});
      await fillIn(harness);
      const composing = {
        key: 'Enter',
        code: 'Enter',
        isComposing: true,
        keyCode: 229,
        bubbles: true,
        composed: true,
      };
      for (const name of ['Name', 'How can we help?']) {
        field(harness, name).dispatchEvent(new KeyboardEvent('keydown', composing));
      }
      await harness.settled();
      expect(host.asked).to.deep.equal([]);
    });

    it('keeps everything when the host says no, says why, and tries again', async () => {
      const host = new Host();
      const {harness} = await mount(undefined, {props: {start: host.start}});
      await fillIn(harness);
      await harness.click('button', 'Start chat');
      host.refuse('DW_SEND_OFFLINE');
      await harness.settled();
      expect(harness.text).to.contain('The chat could not be started. Not connected.');
      expect(field(harness, 'Name').value).to.equal('Hana Seo');
      expect(field(harness, 'How can we help?').value).to.equal('Where is my parcel?');
      await harness.focus('button', 'Try again');
      await harness.press('Enter');
      expect(host.asked).to.have.length(2);
      expect(harness.text).not.to.contain('could not be started');
      expect(harness.focused).to.equal('button "Start chat"');
    });

    it('puts what the server does not take to its field', async () => {
      const host = new Host();
      const {harness} = await mount(undefined, {props: {start: host.start}});
      await fillIn(harness);
      await harness.click('button', 'Start chat');
      host.refuse('DW_INPUT_INVALID', {field: 'name'});
      await harness.settled();
      expect(harness.description('textbox', 'Name')).to.contain('This cannot be used.');
      expect(harness.text).not.to.contain('could not be started');
    });

    it('says that there is no chat where the page has not said how one begins', async () => {
      const {harness, element} = await mount();
      expect(harness.isLive('button', 'Start chat')).to.equal(false);
      expect(harness.description('button', 'Start chat')).to.equal('Chat is not available right now.');
      expect(harness.text).to.contain('Chat is not available right now.');
      element.start = new Host().start;
      await harness.settled();
      expect(harness.isLive('button', 'Start chat')).to.equal(true);
    });

    it('leaves it to a page that prevents it', async () => {
      const host = new Host();
      const {harness, element} = await mount(undefined, {props: {start: host.start}});
      element.addEventListener('dw-visit-request', (event) => {
        expect(event.detail.form.name).to.equal('Hana Seo');
        event.preventDefault();
      });
      await fillIn(harness);
      await harness.click('button', 'Start chat');
      expect(host.asked).to.deep.equal([]);
      expect(harness.isLive('button', 'Start chat')).to.equal(true);
    });

    it('has room for the page’s own words', async () => {
      const {element, harness} = await mount();
      const note = document.createElement('p');
      note.slot = 'intro';
      note.textContent = 'We keep chats for 30 days.';
      element.append(note);
      expect(harness.text).to.contain('We keep chats for 30 days.');
      expect(harness.text).not.to.contain('Leave your name');
    });

    it('becomes the conversation, and the visitor goes on writing', async () => {
      const host = new Host();
      const {harness, stream, heard} = await mount(undefined, {props: {start: host.start}});
      await fillIn(harness);
      await harness.press('Enter');
      host.say();
      const backend = noVisit();
      stream.set(backend.handle);
      await harness.settled();
      expect(harness.isLive('button', 'Start chat')).to.equal(false);
      backend.tell(shown(aChat({engagements: []})));
      await harness.settled();
      await harness.settled();
      expect(harness.text).to.contain('I was charged twice');
      expect(harness.focused).to.equal('textbox "Message"');
      expect(heard).to.deep.equal(['dw-visit-request', 'dw-visit-done']);
      expect(readOut()).to.contain('An agent will be with you soon');
    });

    it('does not take the focus that is elsewhere on the page', async () => {
      const host = new Host();
      const {harness, stream, container} = await mount(undefined, {props: {start: host.start}});
      await fillIn(harness);
      await harness.click('button', 'Start chat');
      const other = document.createElement('input');
      other.ariaLabel = 'Other';
      container.append(other);
      other.focus();
      stream.set(visit().handle);
      await harness.settled();
      await harness.settled();
      expect(document.activeElement).to.equal(other);
    });
  });

  describe('the conversation', () => {
    it('waits for an agent, and lets the visitor write meanwhile', async () => {
      const {harness} = await mount(visit(aChat({engagements: []})));
      expect(harness.get('heading').textContent).to.equal('Example');
      expect(harness.text).to.contain('Waiting');
      expect(harness.text).to.contain('An agent will be with you soon');
      expect(harness.find('textbox', 'Message')).not.to.equal(undefined);
    });

    it('labels the assistant’s part', async () => {
      const {harness} = await mount(visit());
      expect(harness.text).to.match(/Virtual assistant \d\d:\d\d Hello, I am Robi\./);
      expect(harness.text).to.match(/You \d\d:\d\d I was charged twice/);
      expect(harness.text).not.to.contain('Customer');
    });

    it('[CHAT-4] shows the agent’s name with each reply', async () => {
      const stream = visit(aChat({engagements: []}));
      const {harness} = await mount(stream);
      expect(harness.text).not.to.contain('Mina Park');
      stream.tell(shown(aChat()));
      await harness.settled();
      expect(harness.get('heading').textContent).to.equal('Mina Park');
      expect(harness.text).to.match(/Mina Park joined the chat · \d\d:\d\d/);
      stream.tell(posted(say('a1', agent, 'I see both charges.', {at: NOON + 1_000})));
      stream.tell(posted(say('c2', me, 'Thanks', {at: NOON + 2_000})));
      const other = {kind: 'agent', id: OTHER_AGENT.id, name: OTHER_AGENT.name} as const;
      stream.tell(posted(say('a2', other, 'I go on from here.', {at: NOON + 3_000})));
      await harness.settled();
      expect(harness.text).to.match(/Mina Park \d\d:\d\d I see both charges\./);
      expect(harness.text).to.match(/Leo Brandt \d\d:\d\d I go on from here\./);
      expect(readOut()).to.contain('Mina Park: I see both charges.');
      expect(readOut()).to.contain('Mina Park joined the chat');
    });

    it('tells that one agent has gone and another one comes', async () => {
      const stream = visit();
      const {harness} = await mount(stream);
      stream.tell(shown(aChat({engagements: []})));
      await harness.settled();
      expect(harness.text).to.contain('Mina Park left the chat');
      expect(harness.text).to.contain('Another agent will be with you soon');
      const leo = anEngagement({agent: OTHER_AGENT, phase: 'active', since: NOON + 9, acceptedAt: NOON + 9});
      stream.tell(shown(aChat({engagements: [leo]})));
      await harness.settled();
      expect(harness.text).to.contain('Leo Brandt joined the chat');
      expect(harness.get('heading').textContent).to.equal('Leo Brandt');
    });

    it('shows older messages when they are asked for, and says where they cannot be had', async () => {
      const old = [say('o1', me, 'My parcel is late'), say('o2', bot, 'Which parcel?')];
      const answers = ['DW_SEND_TIMEOUT', {messages: old, earlier: 0}];
      const stream = visit(aChat({}, {messages: TALK, earlier: 2}), {answer: () => answers.shift()});
      const {harness} = await mount(stream);
      await harness.click('button', 'Show 2 earlier messages');
      expect(harness.text).to.contain('Earlier messages could not be loaded.');
      await harness.click('button', 'Show 2 earlier messages');
      expect(harness.text).to.contain('My parcel is late');
      expect(harness.text).to.contain('I was charged twice');
      expect(harness.find('button', /earlier/)).to.equal(undefined);
    });

    it('sends with Enter, shows it on its way and then as sent, and keeps Shift+Enter for a new line', async () => {
      const stream = visit();
      const {harness, heard} = await mount(stream);
      await harness.focus('textbox', 'Message');
      await harness.type('One');
      await harness.press('Shift+Enter');
      await harness.type('two');
      expect(sent(stream)).to.deep.equal([]);
      await harness.press('Enter');
      expect(sent(stream)).to.deep.equal([{type: 'message.send', interactionId: 'chat-1', text: 'One\ntwo'}]);
      expect(field(harness, 'Message').value).to.equal('');
      expect(harness.text).to.contain('Sending');
      const id = openId(stream, 'message.send');
      stream.accept([posted(say(id, me, 'One\ntwo', {at: NOON + 1}))], id);
      await harness.settled();
      expect(harness.text).not.to.contain('Sending');
      expect(harness.text).to.contain('Sent');
      expect(heard).to.deep.equal(['dw-visitor-message-request', 'dw-visitor-message-done']);
      expect(harness.focused).to.equal('textbox "Message"');
    });

    it('does not send what is too long, and keeps it', async () => {
      const stream = visit();
      const {harness} = await mount(stream);
      await write(harness, 'Message', 'a'.repeat(950));
      expect(harness.text).to.match(/950 \/ 1,?000/);
      await write(harness, 'Message', 'a'.repeat(1_001));
      await harness.press('Enter');
      expect(harness.isLive('button', 'Send')).to.equal(false);
      expect(field(harness, 'Message').value).to.have.length(1_001);
      expect(sent(stream)).to.deep.equal([]);
    });

    it('tries a message again under its own id', async () => {
      const stream = visit();
      const {harness, heard} = await mount(stream);
      await write(harness, 'Message', 'Hello?');
      await harness.click('button', 'Send');
      const id = openId(stream, 'message.send');
      stream.refuse('DW_SEND_TIMEOUT', id);
      await harness.settled();
      expect(harness.text).to.contain('Not sent');
      await harness.click('button', 'Try again');
      expect(
        stream.sent.filter(({command}) => command.type === 'message.send').map((one) => one.id),
      ).to.deep.equal([id, id]);
      stream.accept([posted(say(id, me, 'Hello?', {at: NOON + 1}))], id);
      await harness.settled();
      expect(harness.text).not.to.contain('Not sent');
      expect(harness.text.match(/Hello\?/g)).to.have.length(1);
      expect(heard.at(-1)).to.equal('dw-visitor-message-done');
    });

    it('takes a message back that failed, to be edited, without losing what was begun since', async () => {
      const stream = visit();
      const {harness, heard} = await mount(stream);
      await write(harness, 'Message', 'Helo');
      await harness.click('button', 'Send');
      stream.refuse('DW_SERVER_FAILED', openId(stream, 'message.send'));
      await harness.settled();
      await write(harness, 'Message', 'And more');
      await harness.click('button', 'Edit');
      await harness.settled();
      expect(field(harness, 'Message').value).to.equal('And more\nHelo');
      expect(harness.text).not.to.contain('Not sent');
      expect(harness.focused).to.equal('textbox "Message"');
      expect(heard).not.to.contain('dw-visitor-message-done');
    });

    it('keeps the text where the page prevents the message', async () => {
      const stream = visit();
      const {harness, element} = await mount(stream);
      element.addEventListener('dw-visitor-message-request', (event) => {
        expect(event.detail).to.deep.equal({interactionId: 'chat-1', text: 'Hello?', files: 0});
        event.preventDefault();
      });
      await write(harness, 'Message', 'Hello?');
      await harness.click('button', 'Send');
      expect(sent(stream)).to.deep.equal([]);
      expect(field(harness, 'Message').value).to.equal('Hello?');
    });

    describe('that is looked at', () => {
      const {hasFocus} = document;
      const posts = (stream: FakeStream, id: string, from: Message['from'], after: number) =>
        stream.tell(posted(say(id, from, 'Hello', {at: NOON + after})));
      const reads = (stream: FakeStream) =>
        stream.sent.filter(({command}) => command.type === 'interaction.read');
      const seen = (stream: FakeStream) => reads(stream).map(({command}) => command);
      const read = {type: 'interaction.read', interactionId: 'chat-1'} as const;

      beforeEach(() => {
        document.hasFocus = () => true;
      });
      afterEach(() => {
        document.hasFocus = hasFocus;
      });

      it('says that the agent’s messages were seen, once', async () => {
        const stream = visit();
        const {harness} = await mount(stream);
        posts(stream, 'a1', agent, 1_000);
        await waitUntil(() => reads(stream).length > 0);
        expect(seen(stream)).to.deep.equal([read]);
        stream.accept(
          [{type: 'message.read', interactionId: 'chat-1', messageId: 'a1'}],
          reads(stream)[0]?.id,
        );
        posts(stream, 'c9', me, 2_000);
        await harness.settled();
        expect(seen(stream)).to.deep.equal([read]);
      });

      it('says nothing while the visitor is elsewhere, and marks what is new until they answer', async () => {
        document.hasFocus = () => false;
        const stream = visit(aChat({}, {messages: [...TALK, say('a0', agent, 'Hi', {readAt: NOON})]}));
        const {harness} = await mount(stream);
        posts(stream, 'a1', agent, 1_000);
        await aTimeout(50);
        await harness.settled();
        expect(seen(stream)).to.deep.equal([]);
        expect(harness.text).to.contain('1 new');
        document.hasFocus = () => true;
        window.dispatchEvent(new Event('focus'));
        await waitUntil(() => reads(stream).length > 0);
        expect(harness.text).to.contain('1 new');
        posts(stream, 'c9', me, 2_000);
        await harness.settled();
        expect(harness.text).not.to.contain('1 new');
      });
    });

    it('goes on after the connection is lost, and says so', async () => {
      const stream = visit();
      const {harness} = await mount(stream);
      const refusal = refuse('DW_SEND_OFFLINE');
      stream.connection({state: 'lost', since: NOON, attempt: 1, loss: {refusal, final: false}});
      await harness.settled();
      await aTimeout(1_100);
      await harness.settled();
      expect(textOf(harness.get('status'))).to.equal(
        'Connection lost. Reconnecting. Your messages are sent once it is back.',
      );
      await write(harness, 'Message', 'Are you there?');
      await harness.press('Enter');
      expect(harness.text).to.contain('Sending');
      stream.connection({state: 'live', since: NOON});
      await harness.settled();
      expect(harness.text).not.to.contain('Reconnecting');
      expect(readOut()).to.contain('Connected again');
    });

    it('says nothing of a moment without a connection, and moves nothing', async () => {
      const stream = visit();
      const {harness, element} = await mount(stream);
      const conversation = element.renderRoot.querySelector('dw-visitor-conversation');
      const log = conversation?.renderRoot.querySelector('dw-conversation-log');
      const before = log?.getBoundingClientRect().top;
      const refusal = refuse('DW_SEND_OFFLINE');
      stream.connection({state: 'lost', since: NOON, attempt: 1, loss: {refusal, final: false}});
      await harness.settled();
      expect(harness.text).not.to.contain('Connection lost');
      expect(log?.getBoundingClientRect().top).to.equal(before);
      stream.connection({state: 'live', since: NOON});
      await harness.settled();
      expect(readOut()).not.to.contain('Connected again');
    });

    it('can be read where it was opened elsewhere, and says so', async () => {
      const stream = visit();
      const {harness} = await mount(stream);
      stream.connection({
        state: 'closed',
        since: NOON,
        loss: {refusal: refuse('DW_WIRE_REPLACED'), final: true},
      });
      await harness.settled();
      expect(harness.text).to.contain('This chat was opened in another window.');
      expect(harness.text).to.contain('I was charged twice');
      expect(harness.find('textbox', 'Message')).to.equal(undefined);
      expect(harness.find('button', 'Continue here')).to.equal(undefined);
    });

    it('is taken back from another window where the page can do that', async () => {
      let taken = 0;
      const stream = visit();
      const {harness} = await mount(stream, {props: {resume: () => void (taken += 1)}});
      const refusal = refuse('DW_WIRE_REPLACED');
      stream.connection({state: 'closed', since: NOON, loss: {refusal, final: true}});
      await harness.settled();
      await harness.click('button', 'Continue here');
      expect(taken).to.equal(1);
      stream.connection({state: 'live', since: NOON});
      await harness.settled();
      expect(harness.find('textbox', 'Message')).not.to.equal(undefined);
    });
  });

  describe('the end', () => {
    it('is asked for in its place; Escape and No go back', async () => {
      const stream = visit();
      const {harness} = await mount(stream);
      await harness.focus('button', 'End chat');
      await harness.press('Enter');
      expect(harness.text).to.contain('End this chat?');
      expect(harness.focused).to.equal('button "Keep chatting"');
      await harness.press('Escape');
      await harness.settled();
      expect(harness.text).not.to.contain('End this chat?');
      expect(harness.focused).to.equal('button "End chat"');
      await harness.press('Enter');
      await harness.click('button', 'Keep chatting');
      expect(harness.text).not.to.contain('End this chat?');
      expect(sent(stream)).to.deep.equal([]);
    });

    it('[CHAT-R1] leaves the chat, and nothing of a conference is offered', async () => {
      const stream = visit();
      const {harness, heard} = await mount(stream);
      expect(harness.find('button', /conference|transfer/i)).to.equal(undefined);
      await harness.click('button', 'End chat');
      await harness.click('button', 'End chat');
      expect(sent(stream)).to.deep.equal([{type: 'customer.leave', interactionId: 'chat-1'}]);
      expect(harness.isLive('button', 'End chat')).to.equal(false);
      stream.accept([{type: 'customer.left', interactionId: 'chat-1'}], openId(stream, 'customer.leave'));
      await harness.settled();
      expect(harness.text).to.contain('You left the chat');
      expect(harness.find('textbox', 'Message')).to.equal(undefined);
      expect(heard).to.deep.equal(['dw-leave-request', 'dw-leave-done']);
    });

    it('that failed can be tried again, or let be', async () => {
      const stream = visit();
      const {harness} = await mount(stream);
      await harness.click('button', 'End chat');
      await harness.click('button', 'End chat');
      stream.refuse('DW_SERVER_FAILED', openId(stream, 'customer.leave'));
      await harness.settled();
      expect(textOf(harness.get('alert', /could not be ended/) ?? '')).to.contain(
        'The chat could not be ended.',
      );
      await harness.click('button', 'Try again');
      expect(stream.sent.map(({id}) => id)).to.deep.equal([stream.sent[0]?.id, stream.sent[0]?.id]);
      stream.refuse('DW_SEND_TIMEOUT', openId(stream, 'customer.leave'));
      await harness.settled();
      await harness.click('button', 'Dismiss');
      expect(harness.text).not.to.contain('could not be ended');
    });

    it('can be taken back: the visitor writes, and is in it again', async () => {
      const stream = visit(aChat({}, {customerLeftAt: NOON + 5}));
      const {harness} = await mount(stream);
      expect(harness.text).to.contain('You left');
      await harness.focus('button', 'Return to this chat');
      await harness.press('Enter');
      await harness.settled();
      expect(harness.focused).to.equal('textbox "Message"');
      await harness.type('Sorry, back again');
      await harness.press('Enter');
      const id = openId(stream, 'message.send');
      stream.accept(
        [{type: 'customer.returned', interactionId: 'chat-1'}, posted(say(id, me, 'Sorry, back again'))],
        id,
      );
      await harness.settled();
      expect(harness.text).to.contain('Connected');
      expect(harness.text).not.to.contain('You left');
    });

    it('[CHAT-12] by the agent is told, and the conversation stays to be read', async () => {
      const stream = visit();
      const {harness} = await mount(stream);
      await harness.focus('textbox', 'Message');
      await harness.type('One more th');
      stream.tell(endedBy('agent'));
      stream.tell(shown(aChat({engagements: [], ending: {at: NOON, by: 'agent', reason: 'ended'}})));
      await harness.settled();
      await harness.settled();
      expect(harness.text).to.contain('The agent ended the chat');
      expect(harness.text).not.to.contain('left the chat');
      expect(harness.text).to.contain('I was charged twice');
      expect(harness.find('button', 'End chat')).to.equal(undefined);
      expect(readOut()).to.contain('The agent ended the chat');
      // Not on a button: whoever is typing must not begin another chat with their next Enter.
      expect(harness.focused).not.to.contain('button');
    });

    it('leads to another chat, with who the visitor is and what was not sent', async () => {
      const host = new Host();
      const stream = visit();
      const {harness, heard} = await mount(stream, {props: {start: host.start}});
      await write(harness, 'Message', 'One more thing');
      stream.tell(endedBy('agent'));
      await harness.settled();
      await harness.click('button', 'Start a new chat');
      await harness.settled();
      expect(field(harness, 'Name').value).to.equal('Hana Seo');
      expect(field(harness, 'How can we help?').value).to.equal('One more thing');
      expect(harness.focused).to.equal('textbox "How can we help?"');
      await harness.click('button', 'Back to the conversation');
      expect(harness.text).to.contain('The agent ended the chat');
      await harness.click('button', 'Start a new chat');
      await harness.click('button', 'Start chat');
      expect(host.asked).to.deep.equal([{name: 'Hana Seo', message: 'One more thing', language: 'en'}]);
      expect(heard).to.deep.equal(['dw-new-visit-request', 'dw-new-visit-request', 'dw-visit-request']);
    });

    it('leads to another conversation, of which nothing of the first is left', async () => {
      const host = new Host();
      const first = visit(aChat({ending: {at: NOON, by: 'agent', reason: 'ended'}, engagements: []}));
      const {harness, stream} = await mount(first, {props: {start: host.start}});
      await harness.click('button', 'Start a new chat');
      await write(harness, 'How can we help?', 'Another question');
      await harness.click('button', 'Start chat');
      const second = fakeStream({
        snapshot: {
          viewer: {kind: 'customer', interactionId: 'chat-2'},
          interactions: [
            aChat({id: 'chat-2', engagements: []}, {messages: [say('n1', me, 'Another question')]}),
          ],
        },
      });
      stream.set(second.handle);
      host.say();
      await harness.settled();
      expect(harness.text).to.contain('Another question');
      expect(harness.text).not.to.contain('I was charged twice');
      expect(harness.text).to.contain('An agent will be with you soon');
      expect(first.listeners).to.equal(0);
    });

    it('leaves another chat to a page that prevents it', async () => {
      const stream = visit(aChat({ending: {at: NOON, by: 'agent', reason: 'ended'}, engagements: []}));
      const {harness, element} = await mount(stream);
      element.addEventListener('dw-new-visit-request', (event) => event.preventDefault());
      await harness.click('button', 'Start a new chat');
      expect(harness.text).to.contain('The agent ended the chat');
      expect(harness.find('textbox', 'Name')).to.equal(undefined);
    });
  });

  it('is accessible in every state', async () => {
    const over = aChat({engagements: [], ending: {at: NOON, by: 'agent', reason: 'ended'}});
    const left = aChat({}, {customerLeftAt: NOON});
    const form = await mount();
    await form.harness.click('button', 'Start chat');
    await expect(form.element).to.be.accessible();
    for (const chat of [aChat({engagements: []}), over, left]) {
      const {element} = await mount(visit(chat));
      await expect(element).to.be.accessible();
    }
    const asking = await mount(visit());
    await asking.harness.click('button', 'End chat');
    await expect(asking.element).to.be.accessible();
  });

  it('fits its widths in every state', async () => {
    const customer = {name: '황보 선우남궁민수제갈공명'};
    const long = anEngagement({
      agent: {id: 'x', name: 'Maximiliana Featherstonehaugh-Cholmondeley'},
      phase: 'active',
      acceptedAt: NOON,
    });
    for (const width of [288, 320, 360, 420, 760]) {
      for (const locale of ['en', 'ko'] as const) {
        const form = await mount(undefined, {width, locale, props: {start: new Host().start}});
        await form.harness.click('button', /Start chat|채팅 시작/);
        expect(overflows(form.element), `form ${width} ${locale}`).to.deep.equal([]);
        const talk = await mount(visit(aChat({customer, engagements: [long]})), {width, locale});
        expect(overflows(talk.element), `talk ${width} ${locale}`).to.deep.equal([]);
        await talk.harness.click('button', /End chat|채팅 종료/);
        expect(overflows(talk.element), `asking ${width} ${locale}`).to.deep.equal([]);
        const left = await mount(visit(aChat({customer}, {customerLeftAt: NOON})), {width, locale});
        expect(overflows(left.element), `left ${width} ${locale}`).to.deep.equal([]);
      }
    }
  });
});

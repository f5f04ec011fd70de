import {expect, waitUntil} from '@open-wc/testing';
import {defineElement} from '@deskwire/kit';
import {NOON} from '@deskwire/testing/fixtures.js';
import {mountWidget, overflows, textOf, unmountAll} from '@deskwire/testing/widgets.js';

import {loadConversation, VisitorChatElement} from './visitor-chat.element.js';
import {aChat, agent, field, fillIn, Host, mount, posted, say, TALK, visit} from './visitor-chat.harness.js';

const launcher = {launcher: true} as const;

describe('the chat in the corner of a page', () => {
  before(loadConversation);
  afterEach(() => {
    unmountAll();
    document.querySelector('dw-announcer')?.remove();
    sessionStorage.clear();
  });

  it('is a button, which opens the form and brings the visitor into it', async () => {
    const {harness, element} = await mount(undefined, {props: launcher});
    expect(harness.find('textbox', 'Name')).to.equal(undefined);
    const told: boolean[] = [];
    element.addEventListener('dw-opened-changed', ({detail}) => told.push(detail.opened));
    await harness.focus('button', 'Chat');
    await harness.press('Enter');
    expect(harness.focused).to.equal('textbox "Name"');
    expect(harness.find('button', 'Chat')).to.equal(undefined);
    await harness.press('Escape');
    expect(harness.focused).to.equal('button "Chat"');
    expect(told).to.deep.equal([true, false]);
  });

  it('is opened and closed by the page, which leaves the focus where it is', async () => {
    const {harness, element, container} = await mount(visit(), {props: launcher});
    const other = document.createElement('input');
    other.ariaLabel = 'Other';
    container.append(other);
    other.focus();
    element.open();
    await harness.settled();
    expect(harness.find('textbox', 'Message')).not.to.equal(undefined);
    expect(document.activeElement).to.equal(other);
    element.close();
    await harness.settled();
    expect(harness.find('textbox', 'Message')).to.equal(undefined);
    expect(document.activeElement).to.equal(other);
  });

  it('opens at the message that is written, which is kept while it is closed', async () => {
    const {harness} = await mount(visit(), {props: launcher});
    await harness.click('button', 'Chat');
    expect(harness.focused).to.equal('textbox "Message"');
    await harness.type('I was ab');
    await harness.click('button', 'Minimise the chat');
    expect(harness.focused).to.equal('button "Chat"');
    await harness.press('Enter');
    expect(field(harness, 'Message').value).to.equal('I was ab');
  });

  it('says how many messages are new while it is closed, and does not count them as seen', async () => {
    const {hasFocus} = document;
    document.hasFocus = () => true;
    const stream = visit(aChat({}, {messages: [...TALK, say('a1', agent, 'Hi', {readAt: NOON})]}));
    const {harness} = await mount(stream, {props: launcher});
    stream.tell(posted(say('a2', agent, 'Are you there?', {at: NOON + 1_000})));
    await harness.settled();
    expect(harness.find('button', /1 new message/)).not.to.equal(undefined);
    expect(stream.sent).to.deep.equal([]);
    await harness.click('button', /Chat/);
    await waitUntil(() => stream.sent.some(({command}) => command.type === 'interaction.read'));
    document.hasFocus = hasFocus;
  });

  it('stays a part of the page without the attribute, whatever the page asks', async () => {
    const {harness, element} = await mount();
    element.close();
    await harness.settled();
    expect(harness.find('textbox', 'Name')).not.to.equal(undefined);
    expect(harness.find('button', 'Minimise the chat')).to.equal(undefined);
    await harness.focus('textbox', 'Name');
    await harness.press('Escape');
    expect(harness.find('textbox', 'Name')).not.to.equal(undefined);
  });

  it('is accessible, open and closed, and fits', async () => {
    const {element, harness} = await mount(visit(), {props: launcher});
    await expect(element).to.be.accessible();
    await harness.click('button', 'Chat');
    await expect(element).to.be.accessible();
    expect(overflows(element)).to.deep.equal([]);
  });
});

describe('what a page tells the chat', () => {
  before(loadConversation);
  afterEach(() => {
    unmountAll();
    sessionStorage.clear();
  });

  it('is who the visitor is, which they can change', async () => {
    const customer = {name: 'Hana Seo', email: 'hana@example.com'};
    const {harness, element} = await mount(undefined, {props: {customer}});
    expect(field(harness, 'Name').value).to.equal('Hana Seo');
    expect(field(harness, 'Email (optional)').value).to.equal('hana@example.com');
    await harness.focus('textbox', 'Name');
    await harness.type('!');
    element.customer = {name: 'Somebody else'};
    await harness.settled();
    expect(field(harness, 'Name').value).to.contain('!');
  });

  it('is where the chat begins, and how the website is called', async () => {
    const given: unknown[] = [];
    const start = (...all: readonly unknown[]): Promise<void> => {
      given.push(all[1]);
      return new Promise(() => undefined);
    };
    const {harness, element} = await mount(undefined, {props: {start}});
    element.setAttribute('server', 'https://chat.example');
    element.setAttribute('entry-point', 'refunds');
    element.setAttribute('site', 'Hanbit');
    await harness.settled();
    expect(harness.get('heading').textContent).to.equal('Chat with Hanbit');
    await fillIn(harness);
    await harness.click('button', 'Start chat');
    expect(given).to.deep.equal([{server: 'https://chat.example', entryPointId: 'refunds'}]);
  });
});

class FailingChatElement extends VisitorChatElement {
  static answers: (typeof loadConversation)[] = [];
  protected override readonly loadPart = (): ReturnType<typeof loadConversation> =>
    FailingChatElement.answers.shift()?.() ?? Promise.resolve(undefined);
}
defineElement('dw-failing-visitor-chat', FailingChatElement, '0');

describe('a conversation whose part cannot be had', () => {
  afterEach(unmountAll);

  it('says so, and is tried again', async () => {
    FailingChatElement.answers = [() => Promise.resolve(undefined), loadConversation];
    const {harness} = await mountWidget<FailingChatElement>('dw-failing-visitor-chat', {stream: visit()});
    expect(textOf(harness.get('alert'))).to.contain('The chat could not be opened.');
    await harness.focus('button', 'Try again');
    await harness.press('Enter');
    await waitUntil(() => harness.focused === 'textbox "Message"');
    expect(harness.text).to.contain('I was charged twice');
  });

  it('keeps what was typed, and takes the visitor along when it comes', async () => {
    let come = (): void => undefined;
    const late = new Promise<void>((resolve) => (come = resolve));
    FailingChatElement.answers = [() => late.then(loadConversation)];
    const host = new Host();
    const {harness, stream} = await mountWidget<FailingChatElement>('dw-failing-visitor-chat', {
      props: {start: host.start},
    });
    await fillIn(harness);
    await harness.press('Enter');
    host.say();
    stream.set(visit().handle);
    await harness.settled();
    expect(harness.text).to.contain('Opening the chat');
    come();
    await waitUntil(() => harness.focused === 'textbox "Message"');
  });
});

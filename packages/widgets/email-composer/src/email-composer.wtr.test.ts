import {expect} from '@open-wc/testing';
import type {Interaction} from '@deskwire/domain';
import {fakeStream, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {AGENT, aMail, anActive, CUSTOMER, NOON, threadOf} from '@deskwire/testing/fixtures.js';
import {mountWidget, runWidgetSuite, unmountAll} from '@deskwire/testing/widgets.js';

import './define.js';
import {EmailComposerElement} from './email-composer.element.js';

const TAG = 'dw-email-composer';
const id = 'email-1';

const aDesk = (set: Partial<Interaction> = {}, options: FakeStreamOptions = {}): FakeStream =>
  fakeStream({interactions: [anActive({channel: 'email', ...set})], ...options});

const reply = (set = {}) =>
  aMail({
    id: 'mail-2',
    direction: 'out',
    at: NOON + 60_000,
    text: 'It left today.',
    delivery: 'sending',
    ...set,
  });

const mount = (stream: FakeStream) => mountWidget<EmailComposerElement>(TAG, {stream});

runWidgetSuite('the email composer', {
  tag: TAG,
  elementClass: EmailComposerElement,
  version: '0.1.0',
  stream: () => {
    const first = aMail({text: 'See https://example.com/orders/A-1042?long=address-that-goes-on-and-on'});
    const files = [{id: 'f1', name: '십일월-청구서.pdf', type: 'application/pdf', size: 412_000}];
    const mails = [
      first,
      reply({delivery: 'failed'}),
      aMail({id: 'mail-3', at: NOON + 9, attachments: files}),
    ];
    return aDesk({content: threadOf(...mails)});
  },
  texts: {en: 'Quick reply', ko: '빠른 회신'},
  news: (stream) => stream.tell({type: 'mail.received', interactionId: id, mail: aMail({id: 'mail-9'})}),
  secrets: [CUSTOMER.name ?? '', CUSTOMER.email ?? '', 'Where is my order?'],
});

describe('the email composer', () => {
  afterEach(unmountAll);

  it('shows subject, sender, date, text and attachments', async () => {
    const attachments = [{id: 'f1', name: 'bill.pdf', type: 'application/pdf', size: 412_000}];
    const {harness} = await mount(aDesk({content: threadOf(aMail({attachments}))}));
    expect(harness.get('heading', 'My order')).to.be.instanceOf(HTMLElement);
    expect(harness.text).to.contain('hana@example.com');
    expect(harness.text).to.contain('Where is my order?');
    expect(harness.text).to.contain('bill.pdf');
    expect(harness.text).to.contain('412 KB');
  });

  it('shows markup as the text that it is, and makes addresses links', async () => {
    const text = '<img src=x onerror=alert(1)> https://example.com/a';
    const {harness} = await mount(aDesk({content: threadOf(aMail({text}))}));
    expect(harness.text).to.contain('<img src=x onerror=alert(1)>');
    expect(harness.get('link').getAttribute('href')).to.equal('https://example.com/a');
  });

  it('folds the previous thread', async () => {
    const mails = [aMail({text: 'The first one'}), aMail({id: 'mail-2', at: NOON + 1})];
    const {harness} = await mount(aDesk({content: threadOf(...mails)}));
    expect(harness.text).not.to.contain('The first one');
    await harness.click('button', /Show previous thread/);
    expect(harness.text).to.contain('The first one');
    await harness.click('button', /Hide previous thread/);
    expect(harness.text).not.to.contain('The first one');
  });

  it('[MAIL-2] answers in plain text, with To and Subject fixed, and says when it was sent', async () => {
    const stream = aDesk();
    const {harness, element} = await mount(stream);
    const heard: string[] = [];
    element.addEventListener('dw-mail-send-request', ({type}) => heard.push(type));
    element.addEventListener('dw-mail-send-done', ({type}) => heard.push(type));
    expect(harness.text).to.contain('Re: My order');
    expect(harness.all('textbox')).to.have.length(1);
    await harness.focus('textbox', 'Write a reply');
    await harness.type('It left today.');
    await harness.click('button', 'Send');
    expect(stream.last).to.deep.equal({
      type: 'mail.send',
      interactionId: id,
      mail: {kind: 'quick-reply', inReplyTo: 'mail-1', cc: [], text: 'It left today.', attachments: []},
    });
    expect(harness.isLive('button', 'Send')).to.equal(false);
    stream.accept([{type: 'mail.queued', interactionId: id, mail: reply()}]);
    await harness.settled();
    expect(harness.text).to.contain('Sending');
    expect((harness.get('textbox') as HTMLTextAreaElement).value).to.equal('');
    stream.tell({type: 'mail.sent', interactionId: id, mailId: 'mail-2'});
    await harness.settled();
    expect(harness.text).to.contain('Sent');
    expect(heard).to.deep.equal(['dw-mail-send-request', 'dw-mail-send-done']);
  });

  it('sends nothing when the page prevents it, and keeps the text', async () => {
    const stream = aDesk();
    const {harness, element} = await mount(stream);
    element.addEventListener('dw-mail-send-request', (event) => {
      event.preventDefault();
    });
    await harness.focus('textbox');
    await harness.type('Wait');
    await harness.click('button', 'Send');
    expect(stream.sent).to.deep.equal([]);
    expect((harness.get('textbox') as HTMLTextAreaElement).value).to.equal('Wait');
  });

  it('says that an empty reply cannot be sent', async () => {
    const stream = aDesk();
    const {harness} = await mount(stream);
    await harness.click('button', 'Send');
    expect(stream.sent).to.deep.equal([]);
    expect(harness.get('alert').textContent).to.contain('Send:');
  });

  it('keeps the text when sending fails, and tries again under the same id', async () => {
    const stream = aDesk();
    const {harness} = await mount(stream);
    await harness.focus('textbox');
    await harness.type('Hello');
    await harness.click('button', 'Send');
    stream.refuse('DW_SEND_TIMEOUT');
    await harness.settled();
    expect((harness.get('textbox') as HTMLTextAreaElement).value).to.equal('Hello');
    await harness.click('button', 'Try again');
    expect(stream.sent.map((one) => one.id)).to.deep.equal([stream.sent[0]?.id, stream.sent[0]?.id]);
  });

  it('brings the text back when the mail server did not take it', async () => {
    const stream = aDesk();
    const {harness} = await mount(stream);
    stream.tell({type: 'mail.queued', interactionId: id, mail: reply()});
    stream.tell({type: 'mail.failed', interactionId: id, mailId: 'mail-2', failure: '550'});
    await harness.settled();
    expect(harness.text).to.contain('Not sent');
    expect((harness.get('textbox') as HTMLTextAreaElement).value).to.equal('It left today.');
  });

  it('keeps a draft for each contact', async () => {
    const stream = fakeStream({
      interactions: ['email-1', 'email-2'].map((one) => anActive({id: one, channel: 'email'})),
    });
    const {harness, element} = await mount(stream);
    const show = async (one: string) => {
      element.interactionId = one;
      await harness.settled();
    };
    await show('email-1');
    await harness.focus('textbox');
    await harness.type('For the first');
    await show('email-2');
    expect((harness.get('textbox') as HTMLTextAreaElement).value).to.equal('');
    await show('email-1');
    expect((harness.get('textbox') as HTMLTextAreaElement).value).to.equal('For the first');
  });

  it('ends without a reply', async () => {
    const stream = aDesk();
    const {harness} = await mount(stream);
    await harness.click('button', 'End');
    expect(stream.last).to.deep.equal({type: 'interaction.end', interactionId: id});
    stream.accept([
      {type: 'interaction.ended', interactionId: id, ending: {at: NOON, by: 'agent', reason: 'ended'}},
      {type: 'wrap-up.started', interactionId: id, agentId: AGENT.id},
    ]);
    await harness.settled();
    expect(harness.text).to.contain('Wrap-up');
    expect(harness.all('button')).to.deep.equal([]);
  });
});

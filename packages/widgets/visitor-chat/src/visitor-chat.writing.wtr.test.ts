import {expect, waitUntil} from '@open-wc/testing';
import {createTenant, type Attachment, type Message} from '@deskwire/domain';
import type {FakeStream, FakeStreamOptions} from '@deskwire/testing';
import {aTenant, NOON, OTHER_AGENT} from '@deskwire/testing/fixtures.js';
import {pasteEvent, unmountAll, type Harness} from '@deskwire/testing/widgets.js';

import {loadConversation} from './visitor-chat.element.js';
import {
  aChat,
  agent,
  field,
  fillIn,
  Host,
  me,
  mount,
  openId,
  posted,
  readOut,
  say,
  sent,
  TALK,
  visit,
  write,
} from './visitor-chat.harness.js';

const CARD = '4111 1111 1111 1111';
const {chat: policy} = createTenant({id: 'example', name: 'Example'});
const aFile = (name: string, size = 1_000): File => new File([new Uint8Array(size)], name);
const stored = (name: string, set: Partial<Attachment> = {}): Attachment => ({
  id: `stored-${name}`,
  name,
  type: 'application/pdf',
  size: 1_000,
  ...set,
});
const withTenant = (set: Parameters<typeof aTenant>[0], options: FakeStreamOptions = {}): FakeStream =>
  visit(aChat(), {...options, snapshot: {tenant: aTenant(set)}});
/** As the browser does it when files are pasted into the box. */
const paste = async (harness: Harness, ...files: readonly File[]): Promise<void> => {
  const clipboardData = new DataTransfer();
  for (const file of files) clipboardData.items.add(file);
  field(harness, 'Message').dispatchEvent(pasteEvent(clipboardData));
};
const messages = (stream: FakeStream): readonly unknown[] =>
  sent(stream).filter((command) => (command as {readonly type: string}).type === 'message.send');

describe('what a visitor writes', () => {
  before(loadConversation);
  afterEach(() => {
    unmountAll();
    document.querySelector('dw-announcer')?.remove();
    sessionStorage.clear();
  });

  describe('and was not sent', () => {
    it('is there again after a reload, and gone once it was sent', async () => {
      const first = await mount(visit());
      await write(first.harness, 'Message', 'I was about to');
      unmountAll();
      const stream = visit();
      const {harness} = await mount(stream);
      expect(field(harness, 'Message').value).to.equal('I was about to');
      await harness.click('button', 'Send');
      expect(messages(stream)).to.have.length(1);
      unmountAll();
      expect(field((await mount(visit())).harness, 'Message').value).to.equal('');
    });

    it('is there again in the form, and gone once the chat has begun', async () => {
      const host = new Host();
      const first = await mount(undefined, {props: {start: host.start}});
      await fillIn(first.harness);
      unmountAll();
      const {harness, stream} = await mount(undefined, {props: {start: host.start}});
      expect(field(harness, 'Name').value).to.equal('Hana Seo');
      expect(field(harness, 'How can we help?').value).to.equal('Where is my parcel?');
      await harness.click('button', 'Start chat');
      host.say();
      stream.set(visit().handle);
      await harness.settled();
      expect(sessionStorage.length).to.equal(0);
    });

    it('stays out of the storage where the page says so', async () => {
      document.documentElement.dataset['dwDrafts'] = 'memory';
      await fillIn((await mount()).harness);
      await write((await mount(visit())).harness, 'Message', 'Secret');
      delete document.documentElement.dataset['dwDrafts'];
      expect(sessionStorage.length).to.equal(0);
    });

    it('has the browser ask before the page is left', async () => {
      const {harness} = await mount(visit());
      const asks = () => !window.dispatchEvent(new Event('beforeunload', {cancelable: true}));
      expect(asks()).to.equal(false);
      await write(harness, 'Message', 'Half a sen');
      expect(asks()).to.equal(true);
      await write(harness, 'Message', '');
      expect(asks()).to.equal(false);
    });
  });

  it('is not sent by the Enter that ends a syllable, and then by the next', async () => {
    const stream = visit();
    const {harness} = await mount(stream);
    await write(harness, 'Message', '안녕하세요');
    const box = field(harness, 'Message');
    const press = (isComposing: boolean) =>
      box.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'Enter',
          code: 'Enter',
          isComposing,
          keyCode: isComposing ? 229 : 13,
          bubbles: true,
          composed: true,
          cancelable: true,
        }),
      );
    press(true);
    expect(messages(stream)).to.deep.equal([]);
    box.dispatchEvent(new CompositionEvent('compositionend', {data: '요', bubbles: true, composed: true}));
    box.dispatchEvent(new KeyboardEvent('keyup', {key: 'Enter', bubbles: true, composed: true}));
    press(false);
    await harness.settled();
    expect(messages(stream)).to.deep.equal([
      {type: 'message.send', interactionId: 'chat-1', text: '안녕하세요'},
    ]);
  });

  it('says why in words where it was too much at once, and keeps the text', async () => {
    const stream = visit();
    const {harness} = await mount(stream);
    await write(harness, 'Message', 'Hello?');
    await harness.click('button', 'Send');
    stream.refuse('DW_WIRE_RATE', openId(stream, 'message.send'));
    await harness.settled();
    expect(harness.text).to.contain('Hello?');
    expect(harness.text).to.contain('Not sent');
    expect(readOut()).to.contain('That was too much at once.');
    expect(harness.find('button', 'Try again')).not.to.equal(undefined);
  });

  describe('is told to the others', () => {
    it('[CHAT-14] while it is written, and no longer when it is sent', async () => {
      const stream = visit();
      const {harness} = await mount(stream);
      await write(harness, 'Message', 'Hel');
      expect(stream.typed.at(-1)).to.deep.equal({type: 'typing', interactionId: 'chat-1', isTyping: true});
      await harness.click('button', 'Send');
      expect(stream.typed.at(-1)?.isTyping).to.equal(false);
    });

    it('[CHAT-14] as the visitor is told who writes, without anything that moves', async () => {
      const stream = visit();
      const {harness, element} = await mount(stream);
      const conversation = element.renderRoot.querySelector('dw-visitor-conversation');
      const box = conversation?.renderRoot.querySelector('dw-compose-box');
      const top = box?.getBoundingClientRect().top;
      stream.typing('chat-1', [agent]);
      await harness.settled();
      expect(harness.text).to.contain('Mina Park is typing');
      expect(box?.getBoundingClientRect().top).to.equal(top);
      stream.typing('chat-1', [agent, {kind: 'agent', id: OTHER_AGENT.id, name: OTHER_AGENT.name}]);
      await harness.settled();
      expect(harness.text).to.contain('Mina Park, Leo Brandt are typing');
      stream.typing('chat-1', []);
      await harness.settled();
      expect(harness.text).not.to.contain('typing');
    });
  });

  describe('with a card number', () => {
    it('[CHAT-8] is said before it is sent, and sent without it when the visitor says so', async () => {
      const stream = visit();
      const {harness} = await mount(stream);
      await write(harness, 'Message', `My card is ${CARD}`);
      await harness.click('button', 'Send');
      await waitUntil(() => harness.text.includes('This looks like a card number.'));
      expect(messages(stream)).to.deep.equal([]);
      expect(sessionStorage.length).to.equal(0);
      await harness.click('button', 'Send without the number');
      expect(messages(stream)).to.have.length(1);
      const id = openId(stream, 'message.send');
      const redacted: Message = say(id, me, 'My card is ', {
        at: NOON + 1,
        redactions: [{kind: 'card', at: 11, length: 19}],
      });
      stream.accept([posted(redacted)], id);
      await harness.settled();
      expect(harness.text).to.contain('Card number removed');
      expect(harness.text).not.to.contain('4111');
      expect(harness.focused).to.equal('textbox "Message"');
    });

    it('[CHAT-8] that was begun in the message before is found too', async () => {
      const stream = visit(aChat({}, {messages: [...TALK, say('c8', me, '4111 1111')]}));
      const {harness} = await mount(stream);
      await write(harness, 'Message', '1111 1111');
      await harness.press('Enter');
      await waitUntil(() => harness.text.includes('This looks like a card number.'));
      expect(messages(stream)).to.deep.equal([]);
    });

    it('[CHAT-8] cannot be sent where the company drops such messages', async () => {
      const stream = withTenant({cardData: {action: 'drop', unreadable: 'allow'}});
      const {harness} = await mount(stream);
      await write(harness, 'Message', CARD);
      await harness.press('Enter');
      await waitUntil(() => harness.text.includes('Card numbers cannot be sent here'));
      expect(harness.find('button', 'Send without the number')).to.equal(undefined);
      await harness.click('button', 'Edit');
      expect(harness.focused).to.equal('textbox "Message"');
      expect(field(harness, 'Message').value).to.equal(CARD);
      expect(messages(stream)).to.deep.equal([]);
    });

    it('[CHAT-8] that the server found is told at the message, whose text is kept to be edited', async () => {
      const stream = visit();
      const {harness} = await mount(stream);
      await write(harness, 'Message', 'card four one one one');
      await harness.click('button', 'Send');
      stream.refuse('DW_MESSAGE_CARD', openId(stream, 'message.send'));
      await harness.settled();
      expect(harness.text).to.contain('it holds a card number');
      await harness.click('button', 'Edit');
      expect(field(harness, 'Message').value).to.equal('card four one one one');
    });

    it('[CHAT-8] is said in the form, once, and kept out of the storage', async () => {
      const host = new Host();
      const {harness} = await mount(undefined, {props: {start: host.start}});
      await write(harness, 'Name', 'Hana Seo');
      await write(harness, 'How can we help?', CARD);
      await harness.click('button', 'Start chat');
      await waitUntil(() => harness.text.includes('This looks like a card number.'));
      expect(host.asked).to.deep.equal([]);
      expect(JSON.stringify({...sessionStorage})).not.to.contain('4111');
      await harness.click('button', 'Start chat');
      expect(host.asked).to.have.length(1);
      host.refuse('DW_MESSAGE_CARD');
      await harness.settled();
      expect(harness.description('textbox', 'How can we help?')).to.contain('Card numbers cannot be sent');
    });
  });

  describe('with files', () => {
    it('[CHAT-5] takes several, shows how far they are, and sends them with the message', async () => {
      const stream = visit();
      const {harness} = await mount(stream);
      await paste(harness, aFile('bill.pdf'), aFile('form.pdf'));
      await waitUntil(() => stream.uploads.length === 2);
      await harness.settled();
      expect(harness.isLive('button', 'Send')).to.equal(false);
      stream.uploads[0]?.upload.onProgress?.(0.4);
      await harness.settled();
      expect(harness.text).to.contain('40 %');
      for (const {upload, answer} of stream.uploads) answer({ok: true, attachment: stored(upload.file.name)});
      await harness.settled();
      await harness.click('button', 'Send');
      expect(messages(stream)).to.deep.equal([
        {
          type: 'message.send',
          interactionId: 'chat-1',
          text: '',
          attachmentIds: ['stored-bill.pdf', 'stored-form.pdf'],
        },
      ]);
      expect(harness.text).to.contain('bill.pdf');
      expect(harness.text).to.contain('Sending');
      expect(harness.find('list', 'Files to send')).to.equal(undefined);
    });

    it('[CHAT-5] refuses what admin does not allow, in words, and takes it out again', async () => {
      const stream = visit();
      const {harness} = await mount(stream);
      await paste(harness, aFile('setup.exe'), aFile('empty.pdf', 0));
      await waitUntil(() => harness.text.includes('setup.exe'));
      await harness.settled();
      expect(harness.text).to.contain('This file type is not allowed.');
      expect(harness.text).to.contain('This file is empty.');
      expect(stream.uploads).to.deep.equal([]);
      await harness.click('button', 'Remove setup.exe');
      expect(harness.text).not.to.contain('setup.exe');
    });

    it('[CHAT-5] tries a broken one again, and cancels one that is on its way', async () => {
      const stream = visit();
      const {harness} = await mount(stream);
      await paste(harness, aFile('bill.pdf'));
      await waitUntil(() => stream.uploads.length === 1);
      stream.uploads[0]?.answer({ok: false, refusal: {code: 'DW_FILE_BROKEN', kind: 'transport'}});
      await harness.settled();
      await harness.settled();
      expect(harness.text).to.contain('The upload was interrupted.');
      await harness.click('button', 'Try again');
      expect(stream.uploads).to.have.length(2);
      await harness.click('button', 'Cancel bill.pdf');
      expect(stream.uploads[1]?.upload.signal?.aborted).to.equal(true);
      expect(harness.text).not.to.contain('bill.pdf');
      expect(harness.focused).to.equal('textbox "Message"');
    });

    it('[CHAT-5] takes what is dropped on the conversation', async () => {
      const stream = visit();
      const {harness, element} = await mount(stream);
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(aFile('bill.pdf'));
      const conversation = element.renderRoot.querySelector('dw-visitor-conversation');
      const drag = (type: string) =>
        conversation?.dispatchEvent(new DragEvent(type, {dataTransfer, bubbles: true, cancelable: true}));
      drag('dragenter');
      await harness.settled();
      expect(harness.text).to.contain('Drop files here');
      drag('drop');
      await waitUntil(() => stream.uploads.length === 1);
      await harness.settled();
      expect(harness.text).not.to.contain('Drop files here');
    });

    it('[CHAT-5] offers nothing where admin allows none', async () => {
      const attachments = {...policy.attachments, enabled: false};
      const {harness} = await mount(withTenant({chat: {...policy, attachments}}));
      expect(harness.find('button', 'Attach file')).to.equal(undefined);
    });

    it('[CHAT-5] of the agent are saved by a press, held ones say so, and a broken one is tried again', async () => {
      const answers = [
        {ok: false, refusal: {code: 'DW_FILE_BROKEN', kind: 'transport'}},
        {ok: true, file: new Blob(['x'])},
      ] as const;
      const asked: string[] = [];
      const reply = say('a1', agent, 'Here it is', {
        attachments: [stored('form.pdf'), stored('bill.pdf', {held: true})],
      });
      const stream = visit(aChat({}, {messages: [...TALK, reply]}), {
        files: ({attachmentId}) => answers[asked.push(attachmentId) - 1] ?? answers[1],
      });
      const {harness} = await mount(stream);
      expect(harness.find('button', /bill\.pdf/)).to.equal(undefined);
      await harness.click('button', /form\.pdf/);
      await harness.settled();
      expect(harness.text).to.contain('“form.pdf” could not be opened.');
      await harness.click('button', 'Try again');
      await harness.settled();
      expect(asked).to.deep.equal(['stored-form.pdf', 'stored-form.pdf']);
      expect(harness.text).not.to.contain('could not be opened');
    });

    it('comes back with a message that failed and is edited', async () => {
      const stream = visit();
      const {harness} = await mount(stream);
      await paste(harness, aFile('bill.pdf'));
      await waitUntil(() => stream.uploads.length === 1);
      stream.uploads[0]?.answer({ok: true, attachment: stored('bill.pdf')});
      await harness.settled();
      await write(harness, 'Message', 'See the bill');
      await harness.click('button', 'Send');
      stream.refuse('DW_SERVER_FAILED', openId(stream, 'message.send'));
      await harness.settled();
      await harness.click('button', 'Edit');
      expect(field(harness, 'Message').value).to.equal('See the bill');
      expect(harness.text).to.contain('bill.pdf');
      await harness.click('button', 'Send');
      expect(messages(stream).at(-1)).to.deep.include({attachmentIds: ['stored-bill.pdf']});
    });
  });
});

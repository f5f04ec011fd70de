import {expect} from '@open-wc/testing';
import {createTenant, refuse, type Attachment, type Message, type TenantConfig} from '@deskwire/domain';
import {fakeStream, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {AGENT, aMessage, anActive, aTenant, aVariable, chatOf, NOON} from '@deskwire/testing/fixtures.js';
import {
  mountWidget,
  overflows,
  pasteEvent,
  settled,
  textOf,
  unmountAll,
  type Harness,
} from '@deskwire/testing/widgets.js';
import {loadFiles} from '@deskwire/kit';

import './define.js';
import {loadChatBody} from './chat-pane.element.js';
import {loadCanned} from './canned-controller.js';
import type {ChatPaneElement} from './chat-pane.element.js';

const TAG = 'dw-chat-pane';
const me = {kind: 'agent', id: AGENT.id, name: AGENT.name} as const;
const {chat} = createTenant({id: 't', name: 'T'});

const withTenant = (set: Partial<TenantConfig>, options: FakeStreamOptions = {}): FakeStream =>
  fakeStream({
    snapshot: {tenant: aTenant(set)},
    interactions: [
      anActive({
        channel: 'chat',
        content: chatOf(aMessage()),
        cad: [
          aVariable({name: 'order', value: 'A-1042'}),
          aVariable({name: 'pin', value: '4107', secure: true}),
        ],
      }),
    ],
    ...options,
  });

const mount = async (stream: FakeStream, locale: 'en' | 'ko' = 'en', width = 420) => {
  const mounted = await mountWidget<ChatPaneElement>(TAG, {stream, locale, width});
  await mounted.harness.settled();
  return mounted;
};

const boxOf = (harness: Harness): HTMLTextAreaElement =>
  harness.get('textbox', /^(Message|메시지)$/) as HTMLTextAreaElement;

const write = async (harness: Harness, text: string): Promise<void> => {
  const box = boxOf(harness);
  box.value = text;
  box.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await harness.settled();
};

const sent = (stream: FakeStream): readonly unknown[] =>
  stream.sent.map(({command}) => command).filter(({type}) => type !== 'interaction.read');

const openMessage = (stream: FakeStream): string =>
  stream.open.find(({command}) => command.type === 'message.send')?.id ?? '';

const file = (name: string, size = 1_200_000): File => new File([new Uint8Array(size)], name);
const stored = (id: string, name: string, size = 1_200_000): Attachment => ({id, name, size, type: ''});

const dropped = (target: EventTarget, ...files: readonly File[]): DragEvent => {
  const dataTransfer = new DataTransfer();
  for (const one of files) dataTransfer.items.add(one);
  for (const type of ['dragenter', 'dragover', 'drop'] as const) {
    const event = new DragEvent(type, {bubbles: true, composed: true, cancelable: true, dataTransfer});
    target.dispatchEvent(event);
    if (type === 'drop') return event;
  }
  throw new Error('nothing was dropped');
};

const posted = (message: Message) => ({type: 'message.posted', interactionId: 'chat-1', message}) as const;

describe('what is written in the chat pane', () => {
  before(async () => {
    await loadChatBody();
    await loadFiles();
    (await loadCanned())?.defineCannedList();
  });
  afterEach(() => {
    unmountAll();
    sessionStorage.clear();
  });

  describe('files', () => {
    const attach = async (harness: Harness, element: Element, ...files: readonly File[]): Promise<void> => {
      dropped(element, ...files);
      await harness.settled();
    };

    it('[CHAT-5] can be attached only where admin enabled it', async () => {
      const off = withTenant({chat: {...chat, attachments: {...chat.attachments, enabled: false}}});
      const {harness, element} = await mount(off);
      expect(harness.find('button', 'Attach file')).to.equal(undefined);
      expect(dropped(element, file('bill.pdf')).defaultPrevented).to.equal(false);
      await harness.settled();
      expect(off.uploads).to.have.length(0);
      unmountAll();
      const on = await mount(withTenant({}));
      expect(on.harness.isLive('button', 'Attach file')).to.equal(true);
    });

    it('[CHAT-5] several are sent with the message once they are there, with progress', async () => {
      const stream = withTenant({});
      const {harness, element} = await mount(stream);
      await attach(harness, element, file('refund-form.pdf'), file('november-bill.xlsx', 384_000));
      expect(harness.text).to.match(/refund-form\.pdf 0 % 1\.2 MB/);
      expect(harness.text).to.contain('384 KB');
      stream.uploads[0]?.upload.onProgress?.(0.62);
      await harness.settled();
      expect(harness.text).to.contain('refund-form.pdf 62 %');
      const [bar] = harness.all('progressbar');
      expect((bar as HTMLProgressElement).value).to.equal(0.62);
      await write(harness, 'Please see the two files.');
      expect(harness.description('button', 'Send')).to.equal('The files are still on their way.');
      await harness.click('button', 'Send');
      expect(sent(stream)).to.deep.equal([]);
      stream.uploads[0]?.answer({ok: true, attachment: stored('f1', 'refund-form.pdf')});
      stream.uploads[1]?.answer({ok: true, attachment: stored('f2', 'november-bill.xlsx', 384_000)});
      await harness.settled();
      await harness.click('button', 'Send');
      expect(sent(stream)).to.deep.equal([
        {
          type: 'message.send',
          interactionId: 'chat-1',
          text: 'Please see the two files.',
          attachmentIds: ['f1', 'f2'],
        },
      ]);
      expect(harness.find('list', 'Files to send')).to.equal(undefined);
      expect(harness.text).to.match(/refund-form\.pdf.*november-bill\.xlsx/);
    });

    it('[CHAT-5] are chosen with the paperclip, too, and go without a text', async () => {
      const stream = withTenant(
        {},
        {receive: ({file: {name}}) => ({ok: true, attachment: stored('f1', name)})},
      );
      const {harness, element} = await mount(stream);
      const picker = element.renderRoot
        .querySelector('dw-compose-box')
        ?.renderRoot.querySelector<HTMLInputElement>('input[type="file"]');
      expect(picker?.multiple).to.equal(true);
      expect(picker?.accept).to.contain('.pdf');
      const chosen = new DataTransfer();
      chosen.items.add(file('bill.pdf'));
      if (picker) picker.files = chosen.files;
      picker?.dispatchEvent(new Event('change'));
      await harness.settled();
      await harness.click('button', 'Send');
      expect(sent(stream)).to.deep.equal([
        {type: 'message.send', interactionId: 'chat-1', text: '', attachmentIds: ['f1']},
      ]);
    });

    it('[CHAT-5] are pasted, but not the picture of a text', async () => {
      const stream = withTenant({});
      const {harness} = await mount(stream);
      const paste = (text: string): ClipboardEvent => {
        const clipboardData = new DataTransfer();
        clipboardData.items.add(file('bill.pdf'));
        if (text) clipboardData.setData('text/plain', text);
        const event = pasteEvent(clipboardData);
        boxOf(harness).dispatchEvent(event);
        return event;
      };
      expect(paste('a cell').defaultPrevented).to.equal(false);
      expect(paste('').defaultPrevented).to.equal(true);
      await harness.settled();
      expect(stream.uploads).to.have.length(1);
    });

    it('[CHAT-5] say why one is refused, and keep nothing from the others', async () => {
      const stream = withTenant({});
      const {harness, element} = await mount(stream);
      await attach(harness, element, file('setup.exe'), file('empty.pdf', 0), file('bill.pdf', 30_000_000));
      await attach(harness, element, file('more.pdf', 6_000_000));
      expect(harness.text).to.contain('setup.exe This file type is not allowed.');
      expect(harness.text).to.contain('empty.pdf This file is empty.');
      expect(harness.text).to.contain('more.pdf All files together can have at most 35 MB.');
      expect(stream.uploads.map(({upload}) => upload.file.name)).to.deep.equal(['bill.pdf']);
      stream.uploads[0]?.answer({ok: false, refusal: refuse('DW_FILE_CARD', {name: 'bill.pdf'})});
      await harness.settled();
      expect(harness.text).to.contain('bill.pdf This file holds a card number and cannot be sent.');
    });

    it('[CHAT-5] are taken out with X, by keyboard, and a transfer is cancelled', async () => {
      const stream = withTenant({});
      const {harness, element} = await mount(stream);
      await attach(harness, element, file('a.pdf'), file('b.pdf'));
      await harness.focus('button', 'Cancel a.pdf');
      await harness.press('Enter');
      expect(stream.uploads[0]?.upload.signal?.aborted).to.equal(true);
      expect(harness.text).not.to.contain('a.pdf');
      expect(harness.focused).to.equal('button "Cancel b.pdf"');
      stream.uploads[1]?.answer({ok: true, attachment: stored('f2', 'b.pdf')});
      await harness.settled();
      await harness.focus('button', 'Remove b.pdf');
      await harness.press('Enter');
      expect(harness.focused).to.equal('textbox "Message"');
      await write(harness, 'Without a file');
      await harness.click('button', 'Send');
      expect(sent(stream)).to.deep.equal([
        {type: 'message.send', interactionId: 'chat-1', text: 'Without a file'},
      ]);
    });

    it('[CHAT-5] are tried again where the transfer broke off', async () => {
      const stream = withTenant({});
      const {harness, element} = await mount(stream);
      await attach(harness, element, file('a.pdf'));
      stream.uploads[0]?.answer({ok: false, refusal: refuse('DW_FILE_BROKEN')});
      await harness.settled();
      expect(harness.text).to.contain('a.pdf The upload was interrupted.');
      expect(harness.description('button', 'Send')).to.contain('A file was not uploaded.');
      await harness.click('button', 'Try again');
      stream.uploads[1]?.answer({ok: true, attachment: stored('f1', 'a.pdf')});
      await harness.settled();
      expect(harness.isLive('button', 'Send')).to.equal(true);
    });

    it('go back into the box with a message that failed', async () => {
      const stream = withTenant(
        {},
        {receive: ({file: {name}}) => ({ok: true, attachment: stored('f1', name)})},
      );
      const {harness, element} = await mount(stream);
      await attach(harness, element, file('a.pdf'));
      await write(harness, 'See the file');
      await harness.click('button', 'Send');
      stream.refuse('DW_SERVER_FAILED', openMessage(stream));
      await harness.settled();
      await harness.click('button', 'Edit');
      expect(boxOf(harness).value).to.equal('See the file');
      await harness.click('button', 'Send');
      expect(stream.last).to.deep.include({text: 'See the file', attachmentIds: ['f1']});
    });

    it('fit 320 px with a name of any length', async () => {
      const stream = withTenant({});
      const {harness, element} = await mount(stream, 'ko', 320);
      await attach(harness, element, file(`${'청구서'.repeat(40)}.pdf`), file(`${'x'.repeat(100)}.exe`));
      expect(overflows(element)).to.deep.equal([]);
      const edge = element.getBoundingClientRect().right;
      const outs = harness.all('button', /(제거|취소)$/);
      expect(outs.map((out) => out.getBoundingClientRect().right < edge)).to.deep.equal([true, true]);
      expect(harness.text).to.contain('허용되지 않는 파일 형식입니다.');
    });
  });

  describe('files of the conversation', () => {
    /** What the browser was given to save, instead of saving it. */
    const saved: {name: string; href: string}[] = [];
    const {click} = HTMLAnchorElement.prototype;
    before(() => {
      HTMLAnchorElement.prototype.click = function () {
        saved.push({name: this.download, href: this.href});
      };
    });
    after(() => {
      HTMLAnchorElement.prototype.click = click;
    });
    beforeEach(() => {
      saved.length = 0;
    });

    const withFile = (set: Partial<Attachment>, options: FakeStreamOptions): FakeStream => {
      const stream = withTenant({}, options);
      const attachments = [{...stored('f1', 'bill.html'), ...set}];
      stream.tell(posted(aMessage({id: 'm1', text: '', attachments, at: NOON + 1})));
      return stream;
    };

    it('are saved under their names, whatever they are, and never opened in the page', async () => {
      const wanted: string[] = [];
      const stream = withFile(
        {},
        {
          files: ({attachmentId}) => {
            wanted.push(attachmentId);
            return {ok: true, file: new Blob(['<script>alert(1)</script>'], {type: 'text/html'})};
          },
        },
      );
      const {harness} = await mount(stream);
      await harness.click('button', /^Download ?bill\.html/);
      expect(wanted).to.deep.equal(['f1']);
      expect(saved.map(({name}) => name)).to.deep.equal(['bill.html']);
      expect(saved[0]?.href).to.match(/^blob:/);
    });

    it('say why one could not be fetched, and are tried again', async () => {
      let fails = true;
      const stream = withFile(
        {},
        {
          files: () =>
            fails ? {ok: false, refusal: refuse('DW_FILE_BROKEN')} : {ok: true, file: new Blob([''])},
        },
      );
      const {harness} = await mount(stream);
      await harness.click('button', /^Download ?bill\.html/);
      expect(harness.text).to.contain('bill.html: The transfer was interrupted.');
      fails = false;
      await harness.click('button', 'Try again');
      expect(saved).to.have.length(1);
      expect(harness.text).not.to.contain('interrupted');
    });

    it('that are held say so, and cannot be fetched until they are released', async () => {
      const stream = withFile({held: true}, {files: () => ({ok: true, file: new Blob([''])})});
      const {harness} = await mount(stream);
      expect(harness.text).to.contain('Waits to be checked');
      expect(harness.find('button', /Download/)).to.equal(undefined);
      stream.tell({type: 'attachment.released', interactionId: 'chat-1', attachmentId: 'f1'});
      await harness.settled();
      expect(harness.find('button', /Download/)).not.to.equal(undefined);
    });
  });

  describe('canned responses', () => {
    const responses = [
      {
        id: 'hello',
        title: {en: 'Greeting', ko: '첫인사'},
        text: 'Hello {{customer.name}}, this is {{agent}}.',
      },
      {
        id: 'refund',
        title: {en: 'Refund, how long', ko: '환불 소요 기간'},
        text: 'Two working days for {{order}}.',
      },
      {id: 'pin', title: {en: 'Check', ko: '확인'}, text: 'Your PIN is {{pin}}, is it?'},
    ];
    const withResponses = (): FakeStream => withTenant({chat: {...chat, responses}});

    it('[CHAT-7] are listed, filtered as one types, and several go into one reply', async () => {
      const stream = withResponses();
      const {harness} = await mount(stream);
      await harness.click('button', 'Canned responses');
      await harness.settled();
      expect(harness.focused).to.equal('combobox "Canned responses"');
      expect(harness.all('option')).to.have.length(3);
      await harness.type('greet');
      expect(harness.all('option')).to.have.length(1);
      expect(harness.text).to.contain('1 of 3');
      await harness.press('Enter');
      await harness.type('refu');
      await harness.press('Enter');
      expect(boxOf(harness).value).to.equal(
        'Hello Hana Seo, this is Mina Park. Two working days for A-1042.',
      );
      await harness.press('Escape');
      expect(harness.focused).to.equal('textbox "Message"');
      expect(harness.find('listbox')).to.equal(undefined);
      await harness.type(' Bye!');
      await harness.press('Enter');
      expect(sent(stream)).to.deep.equal([
        {
          type: 'message.send',
          interactionId: 'chat-1',
          text: 'Hello Hana Seo, this is Mina Park. Two working days for A-1042. Bye!',
        },
      ]);
    });

    it('[CHAT-7] are opened by a slash, and found by Korean initial consonants', async () => {
      const {harness} = await mount(withResponses(), 'ko');
      boxOf(harness).focus();
      await harness.press('/');
      await harness.settled();
      expect(harness.focused).to.equal('combobox "사전 정의된 채팅 응답"');
      await harness.type('ㅎㅂ');
      expect(harness.all('option').map(textOf)).to.deep.equal([
        '환불 소요 기간 Two working days for A-1042.',
      ]);
      await harness.press('Enter');
      expect(boxOf(harness).value).to.equal('Two working days for A-1042.');
    });

    it('let a slash be written: inside a word, or twice', async () => {
      const {harness} = await mount(withResponses());
      boxOf(harness).focus();
      await harness.type('and');
      await harness.press('/');
      await harness.type('or ');
      expect(harness.find('listbox')).to.equal(undefined);
      await harness.press('/');
      await harness.settled();
      await harness.press('/');
      await harness.settled();
      expect(harness.focused).to.equal('textbox "Message"');
      expect(boxOf(harness).value).to.equal('and/or /');
    });

    it('[CHAT-7] mark what has no value and say so before it is sent; a secure value is never filled in', async () => {
      const stream = withResponses();
      const {harness} = await mount(stream);
      await harness.click('button', 'Canned responses');
      await harness.settled();
      await harness.type('check');
      await harness.press('Enter');
      const box = boxOf(harness);
      expect(box.value).to.equal('Your PIN is {{pin}}, is it?');
      expect(harness.focused).to.equal('textbox "Message"');
      expect(box.value.slice(box.selectionStart, box.selectionEnd)).to.equal('{{pin}}');
      await harness.click('button', 'Send');
      expect(sent(stream)).to.deep.equal([]);
      expect(harness.text).to.contain('{{pin}} has no value. Fill it in before you send.');
      box.focus();
      box.setSelectionRange(12, 19);
      await harness.type('known');
      expect(harness.text).not.to.contain('has no value');
      await harness.press('Enter');
      expect(stream.last).to.deep.include({text: 'Your PIN is known, is it?'});
    });

    it('stand over the log and never over the text', async () => {
      const {harness, element} = await mount(withResponses());
      await harness.click('button', 'Canned responses');
      await harness.settled();
      const list = element.renderRoot.querySelector('dw-canned-list')?.getBoundingClientRect();
      const box = element.renderRoot.querySelector('dw-compose-box')?.getBoundingClientRect();
      expect(list?.bottom).to.be.at.most(box?.top ?? 0);
      expect(list?.height).to.be.greaterThan(120);
    });
  });

  describe('card numbers', () => {
    const CARD = '4111 1111 1111 1111';

    it('[CHAT-8] are warned about before sending, and sent where the agent wants it', async () => {
      const stream = withTenant({cardData: {action: 'redact', unreadable: 'allow'}});
      const {harness} = await mount(stream);
      await write(harness, `Is it ${CARD}?`);
      await harness.click('button', 'Send');
      expect(sent(stream)).to.deep.equal([]);
      expect(harness.text).to.contain('This looks like a card number. It is removed');
      await harness.click('button', 'Edit');
      expect(harness.focused).to.equal('textbox "Message"');
      expect(harness.text).not.to.contain('looks like a card number');
      await harness.press('Enter');
      await harness.settled();
      await harness.click('button', 'Send anyway');
      expect(stream.last).to.deep.include({text: `Is it ${CARD}?`});
    });

    it('[CHAT-8] tells the sender what was taken out', async () => {
      const stream = withTenant({cardData: {action: 'redact', unreadable: 'allow'}});
      const {harness} = await mount(stream);
      const text = 'Is it •••?';
      const redactions = [{kind: 'card', at: 6, length: 3}] as const;
      stream.tell(posted(aMessage({id: 'm1', from: me, text, redactions, at: NOON + 1})));
      await harness.settled();
      expect(harness.text).to.contain('Card number removed');
    });

    it('[CHAT-8] leave no choice but to edit where admin has messages dropped', async () => {
      const stream = withTenant({cardData: {action: 'drop', unreadable: 'allow'}});
      const {harness} = await mount(stream);
      await write(harness, CARD);
      await harness.click('button', 'Send');
      expect(harness.text).to.contain('A message with a card number is not sent');
      expect(harness.find('button', 'Send anyway')).to.equal(undefined);
      expect(boxOf(harness).value).to.equal(CARD);
    });

    it('[CHAT-8] are found where they are split over messages', async () => {
      const stream = withTenant({cardData: {action: 'redact', unreadable: 'allow'}});
      const {harness} = await mount(stream);
      stream.tell(posted(aMessage({id: 'm1', from: me, text: '4111 1111', at: NOON + 1})));
      await write(harness, '1111 1111');
      await harness.click('button', 'Send');
      expect(harness.text).to.contain('This looks like a card number.');
    });

    it('are not looked for where admin does not care, and never in other numbers', async () => {
      const off = withTenant({cardData: {action: 'off', unreadable: 'allow'}});
      const one = await mount(off);
      await write(one.harness, CARD);
      await one.harness.click('button', 'Send');
      expect(sent(off)).to.have.length(1);
      unmountAll();
      const stream = withTenant({cardData: {action: 'redact', unreadable: 'allow'}});
      const {harness} = await mount(stream);
      await write(harness, 'Order 2024 1105 0001 2345, phone 02-1234-5678');
      await harness.click('button', 'Send');
      await harness.settled();
      expect(sent(stream)).to.have.length(1);
    });
  });

  describe('drafts', () => {
    const leaves = (): boolean => !window.dispatchEvent(new Event('beforeunload', {cancelable: true}));

    it('[CHAT-6] survive a reload, but for files and for what looks like a card number', async () => {
      const first = await mount(withTenant({}));
      dropped(first.element, file('bill.pdf'));
      await write(first.harness, 'Half a sentence');
      unmountAll();
      const again = await mount(withTenant({}));
      await again.harness.settled();
      expect(boxOf(again.harness).value).to.equal('Half a sentence');
      expect(again.harness.text).to.contain('“bill.pdf” was not kept when the page was loaded anew.');
      await again.harness.click('button', 'Dismiss');
      expect(again.harness.text).not.to.contain('was not kept');
      await write(again.harness, 'It is 4111 1111 1111 1111');
      expect(JSON.stringify({...sessionStorage})).not.to.contain('1111');
    });

    it('[CHAT-6] have the browser ask before the page is left, and only then', async () => {
      const stream = withTenant(
        {},
        {receive: ({file: {name}}) => ({ok: true, attachment: stored('f1', name)})},
      );
      const {harness, element} = await mount(stream);
      expect(leaves()).to.equal(false);
      await write(harness, 'Half a sentence');
      expect(leaves()).to.equal(true);
      await write(harness, '');
      expect(leaves()).to.equal(false);
      dropped(element, file('bill.pdf'));
      await harness.settled();
      expect(leaves()).to.equal(true);
      await harness.click('button', 'Send');
      expect(leaves()).to.equal(true);
      const id = openMessage(stream);
      stream.accept(
        [posted(aMessage({id, from: me, text: '', attachments: [stored('f1', 'bill.pdf')]}))],
        id,
      );
      await harness.settled();
      expect(leaves()).to.equal(false);
    });
  });

  describe('who writes', () => {
    it('[CHAT-14] is shown, in a place that is kept', async () => {
      const stream = withTenant({});
      const {harness, element} = await mount(stream);
      const log = element.renderRoot.querySelector('dw-conversation-log');
      const before = log?.getBoundingClientRect().height;
      stream.typing('chat-1', [{kind: 'customer'}]);
      await harness.settled();
      expect(harness.text).to.contain('Hana Seo is typing');
      expect(log?.getBoundingClientRect().height).to.equal(before);
      stream.typing('chat-1', []);
      await harness.settled();
      expect(harness.text).not.to.contain('is typing');
    });

    it('[CHAT-14] is told to the others: while something is in the box', async () => {
      const stream = withTenant({});
      const {harness} = await mount(stream);
      await write(harness, 'T');
      await write(harness, '');
      await write(harness, 'Two days');
      await harness.click('button', 'Send');
      expect(stream.typed.map(({isTyping}) => isTyping)).to.deep.equal([true, false, true, false]);
    });
  });

  it('sends nothing of a page that is somewhere else by then', async () => {
    const stream = withTenant({});
    const {harness, element} = await mount(stream);
    await write(harness, 'Half');
    element.remove();
    await settled(document.body);
    expect(stream.typed.at(-1)?.isTyping).to.equal(false);
    expect(window.dispatchEvent(new Event('beforeunload', {cancelable: true}))).to.equal(true);
  });
});

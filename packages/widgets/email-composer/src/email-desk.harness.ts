import type {Attachment, Interaction, Mail, OutgoingMail, TenantConfig} from '@deskwire/domain';
import {fakeClock, fakeStream, type FakeStream, type FakeStreamOptions} from '@deskwire/testing';
import {aMail, anActive, aTenant, NOON, threadOf} from '@deskwire/testing/fixtures.js';
import {mountWidget, settled, type Harness} from '@deskwire/testing/widgets.js';

import type {EmailComposerElement} from './email-composer.element.js';
import type {MailEditor} from './editor/editor.types.js';

/** The contact of the tests. */
export const ID = 'email-1';

/** What its tenant allows: three templates, files, a few seconds to undo. */
export const TENANT: TenantConfig = aTenant({
  email: {
    attachments: {enabled: true, maxFiles: 2, maxTotalBytes: 1_000_000, types: ['.pdf', '.png', '.txt']},
    templates: [
      {
        id: 'refund',
        title: {en: 'Refund', ko: '환불'},
        text: 'Dear {{customer.name}},\n\nKind regards, {{agent.name}}',
        html: '<p>Dear {{customer.name}},</p><p>Kind regards, {{agent.name}}</p>',
        isDefault: true,
      },
      {
        id: 'apology',
        title: {en: 'Apology', ko: '사과'},
        text: 'We are sorry about {{orderId}} and {{plan}}.',
      },
    ],
    undoSeconds: 5,
  },
});

/** An answer of ours. */
export const anAnswer = (set: Partial<Mail> = {}): Mail =>
  aMail({
    id: 'mail-2',
    direction: 'out',
    at: NOON + 60_000,
    from: {name: 'Example', address: 'help@example.com'},
    to: [{name: 'Hana Seo', address: 'hana@example.com'}],
    text: 'It left today.',
    delivery: 'sending',
    ...set,
  });

/** A file as the backend knows it. */
export const aFile = (set: Partial<Attachment> = {}): Attachment => ({
  ...{id: 'f1', name: 'bill.pdf', type: 'application/pdf', size: 412_000},
  ...set,
});

/** A desk with one active mail. */
export const aDesk = (set: Partial<Interaction> = {}, options: FakeStreamOptions = {}): FakeStream =>
  fakeStream({
    interactions: [anActive({id: ID, channel: 'email', ...set})],
    ...options,
    snapshot: {tenant: TENANT, ...options.snapshot},
  });

/** A desk whose thread is this. */
export const aDeskWith = (...mails: readonly Mail[]): FakeStream => aDesk({content: threadOf(...mails)});

/** The pane on a desk, in an agent's words. */
export class EmailDesk {
  private constructor(
    readonly stream: FakeStream,
    readonly element: EmailComposerElement,
    readonly harness: Harness<EmailComposerElement>,
    readonly clock: ReturnType<typeof fakeClock>,
  ) {}

  static async open(stream: FakeStream, set: {readonly width?: number} = {}): Promise<EmailDesk> {
    const clock = fakeClock();
    const {element, harness} = await mountWidget<EmailComposerElement>('dw-email-composer', {
      stream,
      time: clock,
      ...set,
    });
    const desk = new EmailDesk(stream, element, harness, clock);
    await desk.settled();
    return desk;
  }

  /** What was asked for last, if that was to send a mail. */
  get mail(): OutgoingMail | undefined {
    const {last} = this.stream;
    return last?.type === 'mail.send' ? last.mail : undefined;
  }

  get editor(): MailEditor {
    const editor = this.element.renderRoot.querySelector('dw-mail-editor');
    if (!editor) throw new Error('no editor');
    return editor;
  }

  /** What stands in the text box. */
  get text(): string {
    const area = this.element.renderRoot.querySelector('dw-text-area');
    return (
      area?.value ?? this.editor.shadowRoot?.querySelector<HTMLElement>('[role="textbox"]')?.innerText ?? ''
    );
  }

  async choose(mode: string): Promise<void> {
    await this.harness.click('radio', mode);
    await this.loaded(() => this.element.renderRoot.querySelector('dw-mail-editor, dw-text-area') !== null);
  }

  /** Waits for what is loaded when it is first wanted. */
  async loaded(isThere: () => boolean): Promise<void> {
    for (let turn = 0; turn < 300 && !isThere(); turn += 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    }
    await this.settled();
  }

  /** Writes at the end of the text, whichever box it is. */
  async writes(text: string): Promise<void> {
    const area = this.element.renderRoot.querySelector('dw-text-area');
    (area ?? this.editor).focus();
    await this.settled();
    if (!area) await this.harness.press('Control+End');
    await this.harness.type(text);
  }

  async adds(...recipients: readonly string[]): Promise<void> {
    await this.harness.focus('textbox', 'Cc');
    for (const one of recipients) {
      await this.harness.type(one);
      await this.harness.press('Enter');
    }
  }

  async sends(): Promise<void> {
    await this.harness.click('button', 'Send');
    await this.settled();
  }

  /** The backend takes the mail; it can be called back until then. */
  async isTaken(set: Partial<Mail> = {}): Promise<void> {
    const leavesAt = this.clock.now() + 5_000;
    this.stream.accept([{type: 'mail.queued', interactionId: ID, mail: anAnswer({leavesAt, ...set})}]);
    await this.settled();
  }

  async settled(): Promise<void> {
    await settled(document.body);
    await settled(document.body);
  }
}

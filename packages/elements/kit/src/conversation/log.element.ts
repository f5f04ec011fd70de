import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {Attachment, Message, Refusal} from '@deskwire/domain';

import {announce, announcerFor} from '../announce.js';
import {ClockController} from '../controllers/clock-controller.js';
import {LanguageController} from '../controllers/language-controller.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {chipStyles} from '../styles/chip.styles.js';
import {focusStyles} from '../styles/focus.styles.js';
import {spinnerStyles} from '../styles/spinner.styles.js';

import {authorText} from './author-text.js';
import {conversationWords} from './conversation.messages.js';
import {explain, type Explain} from './explain.js';
import {isMine, isTheirs, startOfDay, type LogInput} from './log-rows.js';
import {LogNews} from './log-news.js';
import {LogSpeaker} from './log-speaker.js';
import {LogWindow} from './log-window.js';
import {earlierTemplate, itemTemplate, type LogScene} from './log.template.js';
import {redactedWords} from './redacted.js';
import {Timeline} from './timeline.js';

import {logStyles} from './log.styles.js';
import {messageFilesStyles} from './message-files.styles.js';
import {richTextStyles} from './rich-text.styles.js';

/** Nearer to the top than this, px, what came earlier is asked for. */
const NEAR_TOP = 48;

const EMPTY: LogInput = {
  viewer: {kind: 'customer'},
  messages: [],
  earlier: 0,
  outgoing: [],
  events: [],
  foldsBot: false,
};

const NONE: ReadonlySet<string> = new Set();

/**
 * A conversation as it is read: newest at the bottom, where it stays unless the reader scrolls away. Of a long one only what
 * is in sight stands in the document. What others write is read out. It shows what it is given and keeps nothing.
 *
 * @element dw-conversation-log
 * @csspart log - What scrolls.
 * @fires dw-log-earlier - Older messages are wanted; does not bubble.
 * @fires {CustomEvent<{id: string}>} dw-log-retry - A message that failed should be sent again; does not bubble.
 * @fires {CustomEvent<{id: string}>} dw-log-edit - A message that failed should go back to be edited; does not bubble.
 * @fires {CustomEvent<{file: Attachment}>} dw-log-file - A file is wanted; does not bubble.
 * @fires dw-log-view - The reader came to the end, or left it; does not bubble.
 */
export class ConversationLogElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    chipStyles,
    focusStyles,
    spinnerStyles,
    richTextStyles,
    logStyles,
    messageFilesStyles,
  ];

  /** Which conversation it is: another one is shown from its end. */
  @property({attribute: false}) conversation = '';
  /** What it is made of. */
  @property({attribute: false}) input: LogInput = EMPTY;
  /** How the customer is called where a message does not say. */
  @property({attribute: false}) customer = '';
  /** How the assistant is called; unset, as an agent calls it. */
  @property({attribute: false}) assistant = '';
  /** Older messages are on their way. */
  @property({attribute: false}) loading = false;
  /** Why older messages could not be loaded. */
  @property({attribute: false}) earlierRefusal: Refusal | undefined;
  /** The ids of files that are being fetched. */
  @property({attribute: false}) fetching: ReadonlySet<string> = NONE;
  /** How a refusal is said, where those of a conversation are not enough. */
  @property({attribute: false}) explain: Explain = explain;

  @state() private isBotOpen = false;
  /** The newest message when the reader left the end; undefined at the end. */
  @state() private leftAt: string | undefined;

  @query('.log') private readonly log!: HTMLElement | null;

  readonly #language = new LanguageController(this, conversationWords);
  readonly #clock = new ClockController(this, () => {
    if (startOfDay(this.#clock.now()) !== this.#today) this.requestUpdate();
  });
  readonly #window = new LogWindow(this, {
    items: () => this.#timeline,
    root: () => this.renderRoot as ShadowRoot,
    changed: (isAtEnd) => {
      this.leftAt = isAtEnd ? undefined : (this.input.messages.at(-1)?.id ?? '');
      this.dispatchEvent(new CustomEvent('dw-log-view'));
    },
  });
  readonly #news = new LogNews();
  readonly #speaker = new LogSpeaker((text) => {
    announce(this, text);
  });
  #timeline = new Timeline(EMPTY, false);
  #made: readonly unknown[] = [];
  #today = 0;
  /** For which of the inputs older messages were asked for without a press. */
  #asked: LogInput | undefined;

  /** Whether the newest message is in view. */
  get isAtEnd(): boolean {
    return this.#window.isAtEnd;
  }

  /** Goes to the newest message, e.g. after the reader has sent one. */
  scrollToEnd(): void {
    this.#window.toEnd();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#speaker.hush();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('conversation')) {
      this.isBotOpen = false;
      this.#window.toEnd();
      this.#speaker.hush();
    }
    if (this.#made[0] !== this.input || this.#made[1] !== this.isBotOpen) {
      this.#made = [this.input, this.isBotOpen];
      this.#timeline = new Timeline(this.input, this.isBotOpen);
    }
    this.#today = startOfDay(this.#clock.now());
  }

  protected override render(): TemplateResult {
    const scene = this.#scene();
    const {start, end} = this.#window.span;
    // Not a live region itself: items come and go here as one scrolls.
    return html`<div
        class="log"
        part="log"
        role="log"
        aria-live="off"
        tabindex="0"
        aria-label=${this.#language.t('log')}
        @scroll=${this.#handleScroll}
        @keydown=${this.#handleKey}
      >
        ${this.#timeline.hasBot ? nothing : earlierTemplate(scene)}
        <div class="above"></div>
        <div class="feed" role="feed" aria-label=${this.#language.t('feed')} aria-busy=${this.loading}>
          ${repeat(
            this.#timeline.items(start, end),
            ({key}) => key,
            (item) => itemTemplate(item, scene),
          )}
        </div>
        <div class="below"></div>
      </div>
      ${this.leftAt === undefined ? nothing : this.#latest(this.leftAt)}`;
  }

  protected override updated(): void {
    this.#tell();
  }

  #scene(): LogScene {
    const {customer, assistant, fetching, isBotOpen} = this;
    return {
      ...{customer, assistant, fetching, isBotOpen},
      language: this.#language,
      explain: this.explain,
      today: this.#today,
      total: this.#timeline.total,
      older: {
        count: this.input.earlier,
        isLoading: this.loading,
        refusal: this.earlierRefusal,
        want: () => this.dispatchEvent(new CustomEvent('dw-log-earlier')),
      },
      toggleBot: () => {
        this.#window.hold();
        this.isBotOpen = !isBotOpen;
      },
      retry: (id) => this.dispatchEvent(new CustomEvent('dw-log-retry', {detail: {id}})),
      edit: (id) => this.dispatchEvent(new CustomEvent('dw-log-edit', {detail: {id}})),
      fetch: (file: Attachment) => this.dispatchEvent(new CustomEvent('dw-log-file', {detail: {file}})),
    };
  }

  #latest(leftAt: string): TemplateResult {
    const {messages, viewer} = this.input;
    let count = 0;
    for (let at = messages.length - 1; at >= 0; at -= 1) {
      const message = messages[at];
      if (!message || message.id === leftAt) break;
      if (isTheirs(message.from, viewer)) count += 1;
    }
    return html`<div class="latest">
      <button type="button" class="btn small" @click=${this.#handleLatest}>
        ${count > 0 ? this.#language.t('newBelow', {count}) : this.#language.t('latest')}
      </button>
    </div>`;
  }

  /** What is folded belongs to the assistant's part, and is asked for there. */
  #wantEarlier(): void {
    if (this.#timeline.isFolded || this.input.earlier === 0 || this.loading) return;
    this.#asked = this.input;
    this.dispatchEvent(new CustomEvent('dw-log-earlier'));
  }

  readonly #handleScroll = (): void => {
    this.#window.scrolled();
    const isNearTop = (this.log?.scrollTop ?? 0) < NEAR_TOP && !this.#window.isAtEnd;
    if (isNearTop && this.#asked !== this.input && !this.earlierRefusal) this.#wantEarlier();
  };

  /** At once to either end, over however many messages; what came earlier is asked for there. */
  readonly #handleKey = (event: KeyboardEvent): void => {
    const {key, altKey, metaKey, shiftKey} = event;
    if ((key !== 'Home' && key !== 'End') || altKey || metaKey || shiftKey) return;
    event.preventDefault();
    if (key === 'End') {
      this.scrollToEnd();
      return;
    }
    this.#window.toStart();
    this.#wantEarlier();
  };

  readonly #handleLatest = (): void => {
    // The button goes away: the focus stays in the log.
    this.log?.focus();
    this.scrollToEnd();
  };

  /** Reads out what others have written since the last time, and what could not be sent. */
  #tell(): void {
    const {posted, failed} = this.#news.look(this.conversation, this.input);
    const texts = posted.filter(({from}) => !isMine(from, this.input.viewer)).map((one) => this.#said(one));
    this.#speaker.say(texts, (count, last) => this.#language.t('saidMany', {count, last}));
    for (const refusal of failed) {
      const reason = this.explain(this.#language.locale, refusal);
      announce(this, this.#language.t('notSent', {reason}), 'assertive');
    }
  }

  #said({from, text: written, redactions, attachments}: Message): string {
    const language = this.#language;
    const words = {card: language.t('cardRemoved'), attachment: language.t('attachmentRemoved')};
    const author = authorText(from, false, {language, customer: this.customer, assistant: this.assistant});
    const names = attachments?.map(({name}) => name) ?? [];
    const text = [redactedWords(written, redactions, words), ...names]
      .filter((part) => part !== '')
      .join(', ');
    return author ? language.t('said', {author, text}) : text;
  }
}

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

import {conversationWords} from './conversation.messages.js';
import {EndAnchor} from './end-anchor.js';
import {explain, type Explain} from './explain.js';
import {isMine, isTheirs, logRows, startOfDay, type LogInput, type LogRow} from './log-rows.js';
import {authorText, logRow, type LogScene} from './log.template.js';
import {messageFilesStyles} from './message-files.styles.js';

import {logStyles} from './log.styles.js';

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

/**
 * A conversation as it is read: rows, newest at the bottom, where it stays unless the reader scrolls away. What others
 * write is read out. It shows what it is given and keeps nothing, so that another way of rendering can take its place.
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
  readonly #anchor = new EndAnchor(
    this,
    () => this.log,
    (isAtEnd) => {
      this.leftAt = isAtEnd ? undefined : (this.input.messages.at(-1)?.id ?? '');
      this.dispatchEvent(new CustomEvent('dw-log-view'));
    },
  );
  #today = 0;
  #rows: readonly LogRow[] = [];
  #heard:
    | {readonly conversation: string; readonly newest: string; readonly failed: ReadonlySet<string>}
    | undefined;

  /** Whether the newest message is in view. */
  get isAtEnd(): boolean {
    return this.#anchor.isAtEnd;
  }

  /** Goes to the newest message, e.g. after the reader has sent one. */
  scrollToEnd(): void {
    this.#anchor.toEnd();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('conversation')) {
      this.isBotOpen = false;
      this.#anchor.toEnd();
    }
    if (changed.has('input')) this.#rows = logRows(this.input);
    this.#today = startOfDay(this.#clock.now());
  }

  protected override render(): TemplateResult {
    const scene = this.#scene();
    const hasBot = this.#rows[0]?.kind === 'bot';
    return html`<div
        class="log"
        part="log"
        role="log"
        aria-live="off"
        tabindex="0"
        aria-label=${this.#language.t('log')}
        @scroll=${this.#handleScroll}
      >
        <div class="rows">
          ${hasBot ? nothing : scene.earlier}
          ${repeat(
            this.#rows,
            ({key}) => key,
            (row) => logRow(row, scene),
          )}
        </div>
      </div>
      ${this.leftAt === undefined ? nothing : this.#latest(this.leftAt)}`;
  }

  protected override updated(): void {
    this.#tell();
  }

  #scene(): LogScene {
    return {
      language: this.#language,
      customer: this.customer,
      assistant: this.assistant,
      explain: this.explain,
      today: this.#today,
      isBotOpen: this.isBotOpen,
      earlier: this.#earlier(),
      toggleBot: () => {
        this.isBotOpen = !this.isBotOpen;
      },
      retry: (id) => {
        this.dispatchEvent(new CustomEvent('dw-log-retry', {detail: {id}}));
      },
      edit: (id) => {
        this.dispatchEvent(new CustomEvent('dw-log-edit', {detail: {id}}));
      },
      fetch: (file: Attachment) => {
        this.dispatchEvent(new CustomEvent('dw-log-file', {detail: {file}}));
      },
    };
  }

  #earlier(): unknown {
    const count = this.input.earlier;
    if (this.loading)
      return html`<p class="earlier meta"><span class="spin"></span>${this.#language.t('loading')}</p>`;
    if (count === 0) return nothing;
    const refusal = this.earlierRefusal;
    const why = refusal && this.explain(this.#language.locale, refusal);
    return html`<div class="earlier">
      ${why ? html`<p class="meta">${this.#language.t('earlierFailed', {reason: why})}</p>` : nothing}
      <button type="button" class="btn small ghost" @click=${this.#wantEarlier}>
        ${this.#language.t('earlier', {count})}
      </button>
    </div>`;
  }

  #latest(leftAt: string): TemplateResult {
    const {messages, viewer} = this.input;
    const from = messages.findIndex(({id}) => id === leftAt) + 1;
    const count = messages.slice(from).filter((message) => isTheirs(message.from, viewer)).length;
    return html`<div class="latest">
      <button type="button" class="btn small" @click=${this.#handleLatest}>
        ${count > 0 ? this.#language.t('newBelow', {count}) : this.#language.t('latest')}
      </button>
    </div>`;
  }

  readonly #wantEarlier = (): void => {
    this.dispatchEvent(new CustomEvent('dw-log-earlier'));
  };

  readonly #handleScroll = (): void => {
    this.#anchor.scrolled();
    const isNearTop = (this.log?.scrollTop ?? 0) < NEAR_TOP && !this.#anchor.isAtEnd;
    const hidden = this.#rows[0]?.kind === 'bot' && !this.isBotOpen;
    if (isNearTop && !hidden && this.input.earlier > 0 && !this.loading && !this.earlierRefusal) {
      this.#wantEarlier();
    }
  };

  readonly #handleLatest = (): void => {
    // The button goes away: the focus stays in the log.
    this.log?.focus();
    this.scrollToEnd();
  };

  /** Reads out what others have written since the last time, and what could not be sent. */
  #tell(): void {
    const {messages, outgoing} = this.input;
    const before = this.#heard;
    const failed = outgoing.filter(({refusal}) => refusal);
    this.#heard = {
      conversation: this.conversation,
      newest: messages.at(-1)?.id ?? '',
      failed: new Set(failed.map(({id}) => id)),
    };
    if (before?.conversation !== this.conversation) return;
    for (const message of this.#since(before.newest)) this.#say(message);
    for (const {id, refusal} of failed) {
      if (!refusal || before.failed.has(id)) continue;
      const reason = this.explain(this.#language.locale, refusal);
      announce(this, this.#language.t('notSent', {reason}), 'assertive');
    }
  }

  /** Nothing where the newest one that was known is gone: then this is another part of the conversation. */
  #since(newest: string): readonly Message[] {
    const {messages} = this.input;
    if (messages.at(-1)?.id === newest) return [];
    const index = messages.findLastIndex(({id}) => id === newest);
    return index === -1 && newest !== '' ? [] : messages.slice(index + 1);
  }

  #say(message: Message): void {
    const {from, text} = message;
    if (isMine(from, this.input.viewer)) return;
    const author = authorText(from, false, this.#scene());
    announce(this, author ? this.#language.t('said', {author, text}) : text);
  }
}

import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import type {Ask, Interaction, InteractionId, Verdict} from '@deskwire/domain';
import {
  announce,
  announcerFor,
  buttonStyles,
  ConnectionController,
  DeskwireElement,
  FileDownloads,
  focusStyles,
  LanguageController,
  noteStyles,
  ReadController,
  spinnerStyles,
  stateStyles,
  StreamController,
  surfaceStyles,
  type ConversationLogElement,
  type Unread,
} from '@deskwire/kit';

import {attend, type Attendance} from './attendance.js';
import {VisitorLog} from './conversation-log.js';
import {newsOf} from './conversation-news.js';
import {talkWords} from './conversation.messages.js';
import {conversation, type ChatScene} from './conversation.template.js';
import {viewChat, type ChatView} from './conversation.view.js';
import {FocusKeeper} from './focus-keeper.js';
import {Leaving} from './leaving.js';
import {Patience} from './patience.js';
import {NewVisitRequestEvent} from './visitor-chat.events.js';
import {VisitorComposer} from './visitor-composer.js';

import {conversationStyles} from './conversation.styles.js';

const OFFLINE: Verdict = {ok: false, refusal: {code: 'DW_SEND_OFFLINE', kind: 'transport'}};

/** Where the focus goes when what had it is gone: the first of these that is there. */
const PLACES = ['dw-compose-box', '.closing'];

/**
 * The conversation of a visitor: who is there, what was said, and where to write. It is a part of `<dw-visitor-chat>`, and
 * loaded when a chat begins.
 *
 * @element dw-visitor-conversation
 * @slot corner - At the end of its head.
 * @fires {CustomEvent<{draft: string}>} dw-talk-again - Another chat is wanted, with what was not sent; does not bubble.
 */
export class VisitorConversationElement extends DeskwireElement {
  static override styles = [
    surfaceStyles,
    buttonStyles,
    focusStyles,
    noteStyles,
    spinnerStyles,
    stateStyles,
    conversationStyles,
  ];

  /** The conversation, or the last that was known of it. */
  @property({attribute: false}) interaction: Interaction | undefined;
  /** The server no longer has it. */
  @property({attribute: false}) isGone = false;

  /** Takes the conversation back from another window. */
  @property({attribute: false}) resume: (() => void) | undefined;

  @query('dw-conversation-log') private readonly log!: ConversationLogElement | null;

  readonly #language = new LanguageController(this, talkWords);
  readonly #company = new StreamController(this, ({tenant}) => tenant?.name ?? '');
  readonly #connection = new ConnectionController(this);
  readonly #leaving = new Leaving(this);
  readonly #patience = new Patience(this);
  readonly #input = new VisitorLog(() => {
    this.requestUpdate();
  });
  readonly #downloads = new FileDownloads(this);
  readonly #focus = new FocusKeeper(this, PLACES);
  readonly #reads = new ReadController(this, () => this.#unread());
  readonly #composer = new VisitorComposer(this, {
    stream: () => this.#company.stream,
    id: () => (this.#view?.canWrite ? this.#view.interactionId : undefined),
    said: () => this.#said(),
    focus: () => {
      this.#focus.next('dw-compose-box');
    },
    sent: () => {
      this.log?.scrollToEnd();
    },
  });
  #attendance: readonly Attendance[] = [];
  #view: ChatView | undefined;
  #before: ChatView | undefined;
  #shownId: InteractionId | undefined;
  /** The visitor had been told that the connection was lost. */
  #sawLoss = false;

  constructor() {
    super();
    // What is allowed depends on who one is.
    new StreamController(this, ({viewer}) => viewer);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  /** Goes to where the visitor goes on. */
  override focus(): void {
    this.#focus.next(...PLACES);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('interaction')) this.#take(this.interaction);
    this.#before = this.#view;
    this.#view = this.interaction && this.#look(this.interaction);
    this.#sawLoss = this.#patience.isOver;
    this.#patience.look(this.#view?.isReconnecting === true);
  }

  protected override render(): TemplateResult | typeof nothing {
    const {locale, dir} = this.#language;
    const view = this.#view;
    return view
      ? html`<div class="talk" lang=${locale} dir=${dir}>${conversation(view, this.#scene(view))}</div>`
      : nothing;
  }

  protected override updated(): void {
    const now = this.#view;
    if (!now) return;
    // The log measures itself after this element has rendered.
    void this.log?.updateComplete.then(() => {
      this.#reads.check();
    });
    for (const text of newsOf(this.#before, now, this.#sawLoss, this.#language)) announce(this, text);
  }

  /** Another conversation than before: what belonged to the last one is done with. */
  #take(interaction: Interaction | undefined): void {
    if (!interaction) return;
    if (interaction.id !== this.#shownId) {
      this.#shownId = interaction.id;
      this.#attendance = [];
      this.#leaving.reset();
    }
    this.#attendance = attend(this.#attendance, interaction, this.#company.stream?.now() ?? 0);
  }

  #look(interaction: Interaction): ChatView {
    const {stream, value: company = ''} = this.#company;
    this.#input.follow(stream);
    return viewChat({
      interaction,
      company,
      isGone: this.isGone,
      connection: this.#connection.value,
      attendance: this.#attendance,
      writing: this.#composer.typing.value ?? [],
      returnedFrom: this.#leaving.returnedFrom,
      permit: (ask: Ask) => stream?.permit(ask) ?? OFFLINE,
    });
  }

  #scene(view: ChatView): ChatScene {
    const {interactionId: id} = view;
    const composer = this.#composer;
    const {outbox} = composer;
    const isWatched = this.#reads.isWatched && (this.log?.isAtEnd ?? true);
    return {
      language: this.#language,
      composer,
      downloads: this.#downloads,
      leaving: this.#leaving,
      isLost: this.#patience.isOver,
      log: this.#input.input(view, outbox.of(id), outbox.all, isWatched, this.#language),
      whole: this.#input.whole(view),
      loadEarlier: () => {
        this.#input.load(view);
      },
      ask: (isAsking) => {
        this.#leaving.ask(isAsking);
        this.#focus.next(isAsking ? '.keep' : '.end');
      },
      look: () => {
        this.#reads.check();
      },
      resume: this.resume,
      newVisit: () => {
        this.#newVisit(id);
      },
    };
  }

  #newVisit(interactionId: InteractionId): void {
    if (!this.dispatchEvent(new NewVisitRequestEvent({interactionId}))) return;
    const draft = this.#composer.leave(interactionId);
    this.dispatchEvent(new CustomEvent('dw-talk-again', {detail: {draft}}));
  }

  #said(): readonly string[] {
    const messages = this.#view?.messages ?? [];
    return messages.flatMap(({from, text}) => (from.kind === 'customer' ? [text] : []));
  }

  /** What is new and in view. */
  #unread(): Unread | undefined {
    const newest = this.#view?.unread.at(-1);
    return this.#view && newest && this.log?.isAtEnd
      ? {interactionId: this.#view.interactionId, newestId: newest.id}
      : undefined;
  }
}

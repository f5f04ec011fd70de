import {html, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {Ask, InteractionId, Verdict} from '@deskwire/domain';
import {
  announce,
  announcerFor,
  buttonStyles,
  ConnectionController,
  DeskwireElement,
  fieldStyles,
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

import {connecting, conversation, type ChatScene} from './conversation.template.js';
import {FocusKeeper} from './focus-keeper.js';
import {Patience} from './patience.js';
import {VisitEntry} from './visit-entry.js';
import {firstFault, type VisitForm} from './visit-form.js';
import {visitFormTemplate, type FormScene} from './visit-form.template.js';
import {VisitMemory} from './visit-memory.js';
import {VisitorActs} from './visitor-acts.js';
import {NewVisitRequestEvent, VisitDoneEvent, VisitRequestEvent} from './visitor-chat.events.js';
import {visitorWords} from './visitor-chat.messages.js';
import {isChat, selectVisit, viewVisit, type ChatView, type VisitView} from './visitor-chat.view.js';
import {VisitorLog} from './visitor-log.js';
import {newsOf} from './visitor-news.js';

import {visitorStyles} from './visitor-chat.styles.js';

const OFFLINE: Verdict = {ok: false, refusal: {code: 'DW_SEND_OFFLINE', kind: 'transport'}};

/** Where the focus goes when what had it is gone: the first of these that is there. */
const PLACES = ['dw-compose-box', '.closing', '#name'];

/**
 * The customer's side of a chat, for a company's website: a form, then the conversation.
 *
 * Give it `start`, which asks the backend for a chat, and put it in a `<dw-desk>` whose port leads to the conversation
 * that the backend named. On a page that is loaded again with a conversation still open it shows that conversation.
 *
 * @element dw-visitor-chat
 * @slot intro - Stands below the title of the form, e.g. a notice about privacy.
 * @csspart pane - The card.
 * @cssprop --dw-accent - The page's accent colour.
 * @cssprop --dw-font - The page's font family.
 * @cssprop --dw-radius - Corner radius of controls, 0 to 12px.
 * @cssprop --dw-density - 0.875 compact, 1, 1.25 touch.
 * @fires dw-visit-request - Before `start` is called; cancelable.
 * @fires dw-visit-done - The conversation that was asked for is there.
 * @fires dw-new-visit-request - Before the form for another chat is shown; cancelable.
 * @fires dw-visitor-message-request - Before a message is sent; cancelable.
 * @fires dw-visitor-message-done - A message is in the conversation.
 * @fires dw-leave-request - Before the visitor leaves the chat; cancelable.
 * @fires dw-leave-done - The visitor has left the chat.
 */
export class VisitorChatElement extends DeskwireElement {
  static override styles = [
    surfaceStyles,
    buttonStyles,
    fieldStyles,
    focusStyles,
    noteStyles,
    spinnerStyles,
    stateStyles,
    visitorStyles,
  ];

  /**
   * Asks the backend for a chat and gives its conversation to the desk around. A rejection with a refusal, or with an
   * error that has one as `refusal`, is shown to the visitor, who can try again.
   */
  @property({attribute: false}) start: ((form: VisitForm) => Promise<void>) | undefined;

  @query('dw-conversation-log') private readonly log!: ConversationLogElement | null;
  /** The conversation that is put aside while the form for another one is shown. */
  @state() private aside: InteractionId | undefined;

  readonly #language = new LanguageController(this, visitorWords);
  readonly #visit = new StreamController(this, selectVisit);
  readonly #connection = new ConnectionController(this);
  readonly #acts = new VisitorActs(this);
  readonly #entry = new VisitEntry(() => {
    this.requestUpdate();
  });
  readonly #memory = new VisitMemory();
  readonly #patience = new Patience(this);
  readonly #input = new VisitorLog();
  readonly #focus = new FocusKeeper(this, PLACES);
  readonly #reads = new ReadController(this, () => this.#unread());
  #view: VisitView = {phase: 'connecting', isReconnecting: false};
  #before: VisitView | undefined;
  /** The visitor had been told that the connection was lost. */
  #sawLoss = false;
  /** The newest conversation that was shown. */
  #shownId: InteractionId | undefined;

  constructor() {
    super();
    // Wakes the element with the first word of a backend, and with every new beginning.
    new StreamController(this, ({viewer}) => viewer);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  protected override willUpdate(): void {
    this.#before = this.#view;
    this.#view = this.#look();
    this.#sawLoss = this.#patience.isOver;
    this.#patience.look(isChat(this.#view) && this.#view.isReconnecting);
  }

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language;
    return html`<section
      class="card"
      part="pane"
      lang=${locale}
      dir=${dir}
      aria-label=${this.#language.t('pane')}
    >
      ${this.#content(this.#view)}
    </section>`;
  }

  protected override updated(): void {
    const before = this.#before;
    const now = this.#view;
    if (!isChat(now)) return;
    // The log measures itself after this element has rendered.
    void this.log?.updateComplete.then(() => {
      this.#reads.check();
    });
    if (before?.phase === 'form' && before.isStarting) {
      this.dispatchEvent(new VisitDoneEvent({interactionId: now.interactionId}));
    }
    for (const text of newsOf(before, now, this.#sawLoss, this.#language)) announce(this, text);
  }

  #look(): VisitView {
    const {stream, value} = this.#visit;
    const memory = this.#memory;
    memory.look(stream, value, stream?.now() ?? 0);
    const {interaction, attendance} = memory;
    const input = {
      interaction,
      attendance,
      aside: this.aside,
      returnedFrom: this.#acts.returnedFrom,
      state: stream?.snapshot(),
      connection: this.#connection.value,
      start: this.#entry.start.state,
      permit: (ask: Ask) => stream?.permit(ask) ?? OFFLINE,
    };
    const view = viewVisit(input);
    if (isChat(view) && view.interactionId !== this.#shownId) this.#begin(view.interactionId);
    return view;
  }

  #content(view: VisitView): TemplateResult {
    switch (view.phase) {
      case 'form':
        return visitFormTemplate(view, this.#formScene());
      case 'connecting':
        return connecting(view.isReconnecting, this.#language);
      default:
        return conversation(view, this.#chatScene(view));
    }
  }

  /** Another conversation than before: what belonged to the last one, and the form that led here, are done with. */
  #begin(id: InteractionId): void {
    this.#shownId = id;
    this.aside = undefined;
    this.#acts.reset();
    this.#entry.clear();
  }

  #formScene(): FormScene {
    const entry = this.#entry;
    return {
      language: this.#language,
      values: entry.values,
      faults: entry.faults,
      canStart: this.start !== undefined,
      enter: entry.enter,
      write: (field, text) => {
        entry.write(field, text);
      },
      submit: this.#submit,
      retry: () => {
        this.#focus.next('.submit');
        this.#submit();
      },
      goBack: () => {
        this.aside = undefined;
      },
    };
  }

  readonly #submit = (): void => {
    const {start} = this;
    const form = this.#entry.finish(this.#language.locale);
    const wrong = firstFault(this.#entry.faults);
    if (!form && wrong) this.#focus.next(`#${wrong}`);
    if (!form || !start || this.#entry.start.state.status === 'starting') return;
    if (this.dispatchEvent(new VisitRequestEvent(form))) void this.#entry.start.begin(start, form);
  };

  #chatScene(view: ChatView): ChatScene {
    const acts = this.#acts;
    return {
      language: this.#language,
      acts,
      isLost: this.#patience.isOver,
      log: this.#input.input(
        view,
        acts.outgoing(view.interactionId),
        this.#reads.isWatched && (this.log?.isAtEnd ?? true),
        this.#language,
      ),
      ask: (isAsking) => {
        acts.ask(isAsking);
        this.#focus.next(isAsking ? '.keep' : '.end');
      },
      send: (text) => {
        acts.send(view.interactionId, text);
        this.log?.scrollToEnd();
      },
      edit: (id) => {
        acts.edit(id);
        this.#focus.next('dw-compose-box');
      },
      look: () => {
        this.#reads.check();
      },
      newVisit: () => {
        this.#newVisit(view);
      },
    };
  }

  #newVisit({interactionId, visitor}: ChatView): void {
    if (!this.dispatchEvent(new NewVisitRequestEvent({interactionId}))) return;
    this.#entry.suggest(visitor, this.#acts.reset());
    this.aside = interactionId;
    this.#focus.next(this.#entry.values.name ? '#message' : '#name');
  }

  /** What is new and in view. */
  #unread(): Unread | undefined {
    const view = this.#view;
    const newest = isChat(view) ? view.unread.at(-1) : undefined;
    return isChat(view) && newest && this.log?.isAtEnd
      ? {interactionId: view.interactionId, newestId: newest.id}
      : undefined;
  }
}

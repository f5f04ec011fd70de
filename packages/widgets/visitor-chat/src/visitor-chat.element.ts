import {html, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {InteractionId} from '@deskwire/domain';
import {
  buttonStyles,
  ConnectionController,
  DeskwireElement,
  fieldStyles,
  focusStyles,
  isComposingKey,
  LanguageController,
  lazily,
  noteStyles,
  readNearest,
  spinnerStyles,
  StreamController,
  surfaceStyles,
} from '@deskwire/kit';

import {FocusKeeper} from './focus-keeper.js';
import {coming, corner, launch, type FrameScene} from './frame.template.js';
import {PartLoader} from './part-loader.js';
import {ViewHeight} from './view-height.js';
import {VisitEntry} from './visit-entry.js';
import {firstFault, type VisitCustomer, type VisitForm, type VisitPlace} from './visit-form.js';
import {visitFormTemplate, type FormScene} from './visit-form.template.js';
import {VisitMemory} from './visit-memory.js';
import {selectVisit, unseenIn, viewVisit, type VisitView} from './visit.view.js';
import {OpenedChangedEvent, VisitDoneEvent, VisitRequestEvent} from './visitor-chat.events.js';
import {visitorWords} from './visitor-chat.messages.js';

import {visitorStyles} from './visitor-chat.styles.js';

/** Loads what a conversation needs; a page that wants it before a chat begins calls it early. */
export const loadConversation = lazily(() => import('./conversation.parts.js'));

/** Where the focus goes when what had it is gone: the first of these that is there. */
const PLACES = ['dw-visitor-conversation:not([hidden])', '.coming', '#name'];

/**
 * The customer's side of a chat, for a company's website: a form, then the conversation.
 *
 * Give it `start`, which asks the backend for a chat, and put it in a `<dw-desk>` whose port leads to the conversation
 * that the backend named. On a page that is loaded again with a conversation still open it shows that conversation. It
 * stands where it is put; with `launcher` it is a button in the corner of the page that opens it there, and below 480 px
 * it takes the whole page. It never takes the focus by itself. The conversation is loaded when somebody begins to write.
 *
 * What was typed and not sent is kept for the tab; `data-dw-drafts="memory"` on the page, or on anything around the
 * element, keeps it out of the session storage.
 *
 * @element dw-visitor-chat
 * @slot intro - Stands below the title of the form, e.g. a notice about privacy.
 * @csspart pane - The card.
 * @csspart launcher - The button in the corner of the page.
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
 * @fires dw-opened-changed - The chat in the page's corner was opened or closed.
 */
export class VisitorChatElement extends DeskwireElement {
  static override styles = [
    surfaceStyles,
    buttonStyles,
    fieldStyles,
    focusStyles,
    noteStyles,
    spinnerStyles,
    visitorStyles,
  ];

  /**
   * Asks the backend for a chat and gives its conversation to the desk around. A rejection with a refusal, or with an
   * error that has one as `refusal`, is shown to the visitor, who can try again.
   */
  @property({attribute: false}) start: ((form: VisitForm, place: VisitPlace) => Promise<void>) | undefined;
  /**
   * Takes the conversation back from another window that has it, e.g. `() => desk.reconnect()`; without it the visitor is
   * not offered that.
   */
  @property({attribute: false}) resume: (() => void) | undefined;
  /** Who is on the website, where the page knows; it fills the form. */
  @property({attribute: false}) customer: VisitCustomer | undefined;
  /** A button in the corner of the page, which opens the chat. */
  @property({type: Boolean, reflect: true}) launcher = false;
  /** With `launcher`: whether the chat is open. */
  @property({type: Boolean, reflect: true}) opened = false;
  /** The address of the backend, handed to `start`. */
  @property() server = '';
  /** The entry point at which the chat begins, handed to `start`; without it, the backend's own. */
  @property({attribute: 'entry-point'}) entryPoint = '';
  /** How the website is called: stands in the title of the form. */
  @property() site = '';

  /** The conversation that is put aside while the form for another one is shown. */
  @state() private aside: InteractionId | undefined;

  readonly #language = new LanguageController(this, visitorWords);
  readonly #visit = new StreamController(this, selectVisit);
  readonly #connection = new ConnectionController(this);
  readonly #entry = new VisitEntry(() => {
    this.requestUpdate();
  });
  readonly #memory = new VisitMemory();
  readonly #focus = new FocusKeeper(this, PLACES);
  readonly #part = new PartLoader(
    () => this.loadPart(),
    (part) => {
      part.defineVisitorConversation();
    },
    () => {
      this.requestUpdate();
    },
  );
  #view: VisitView = {phase: 'connecting', isReconnecting: false};
  #before: VisitView | undefined;
  /** The newest conversation that was shown. */
  #shownId: InteractionId | undefined;

  constructor() {
    super();
    new ViewHeight(this);
    // Wakes the element with the first word of a backend, and with every new beginning.
    new StreamController(this, ({viewer}) => viewer);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (readNearest(this, 'data-dw-drafts') !== 'memory') this.#entry.keep();
  }

  /** Opens the chat in the page's corner. The focus stays where it is. */
  open(): void {
    this.#setOpened(true);
  }

  /** Closes it again; a conversation goes on. */
  close(): void {
    this.#setOpened(false);
  }

  /** How the conversation's part is loaded. */
  protected readonly loadPart: typeof loadConversation = loadConversation;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('customer') && this.customer) this.#entry.suggest(this.customer);
    this.#before = this.#view;
    this.#view = this.#look();
    if (this.#view.phase !== 'form' || this.#view.isStarting) void this.#part.want();
  }

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language;
    const scene = this.#frame();
    const isShut = this.launcher && !this.opened;
    return html`<div class="frame" lang=${locale} dir=${dir}>
      ${isShut ? launch(scene, unseenIn(this.#memory.interaction)) : ''}
      <section
        class="card"
        part="pane"
        aria-label=${this.#language.t('pane')}
        ?hidden=${isShut}
        @keydown=${this.#handleKey}
      >
        ${this.#form(this.#view)} ${this.#conversation(this.#view, scene)}
      </section>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = this.#before;
    const id = this.#memory.interaction?.id;
    if (before?.phase === 'form' && before.isStarting && this.#view.phase === 'chat' && id !== undefined) {
      this.dispatchEvent(new VisitDoneEvent({interactionId: id}));
    }
    const was = changed.get('opened');
    if (was !== undefined && this.launcher) this.dispatchEvent(new OpenedChangedEvent(this.opened));
  }

  #look(): VisitView {
    const {stream, value} = this.#visit;
    this.#memory.look(stream, value);
    const {interaction} = this.#memory;
    const view = viewVisit({
      interaction,
      aside: this.aside,
      state: stream?.snapshot(),
      connection: this.#connection.value,
      start: this.#entry.start.state,
    });
    if (view.phase === 'chat' && interaction?.id !== this.#shownId) this.#begin(interaction?.id);
    return view;
  }

  /** Another conversation than before: what was asked in the form is in it. */
  #begin(id: InteractionId | undefined): void {
    this.#shownId = id;
    this.aside = undefined;
    this.#entry.clear();
  }

  #form(view: VisitView): unknown {
    return view.phase === 'form' ? visitFormTemplate(view, this.#formScene()) : '';
  }

  /** It stays while another chat is asked for: the way back leads to what was there. */
  #conversation(view: VisitView, scene: FrameScene): unknown {
    const {interaction} = this.#memory;
    const isReady = this.#part.status === 'ready' && interaction !== undefined;
    if (view.phase !== 'form' && !isReady) return coming(view, this.#part.status, scene);
    if (!isReady) return '';
    return html`<dw-visitor-conversation
      ?hidden=${view.phase === 'form'}
      .interaction=${interaction}
      .isGone=${this.#visit.value === undefined}
      .resume=${this.resume}
      @dw-talk-again=${({detail}: CustomEvent<{draft: string}>) => {
        this.#again(detail.draft);
      }}
      >${corner(scene, 'corner')}</dw-visitor-conversation
    >`;
  }

  #again(draft: string): void {
    const {interaction} = this.#memory;
    if (!interaction) return;
    this.#entry.suggest(interaction.customer, draft);
    this.aside = interaction.id;
    this.#focus.next(this.#entry.values.name ? '#message' : '#name');
  }

  #frame(): FrameScene {
    return {
      language: this.#language,
      launcher: this.launcher,
      open: () => {
        this.open();
        this.#focus.next(...PLACES);
      },
      close: this.#close,
      again: () => {
        void this.#part.want(true);
      },
    };
  }

  readonly #close = (): void => {
    this.close();
    this.#focus.next('.launch');
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (!this.launcher || event.key !== 'Escape' || event.defaultPrevented || isComposingKey(event)) return;
    event.preventDefault();
    this.#close();
  };

  #setOpened(opened: boolean): void {
    if (this.launcher) this.opened = opened;
  }

  #formScene(): FormScene {
    const entry = this.#entry;
    return {
      language: this.#language,
      site: this.site,
      values: entry.values,
      faults: entry.faults,
      hasCard: entry.hasCard,
      canStart: this.start !== undefined,
      enter: entry.enter,
      corner: corner(this.#frame()),
      write: (field, text) => {
        // Whoever writes is about to begin: then there is nothing to wait for.
        void this.#part.want();
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
    const mayGo = this.#entry.look();
    if (mayGo instanceof Promise) void mayGo.then((isClear) => isClear && this.#ask(start, form));
    else if (mayGo) this.#ask(start, form);
  };

  #ask(start: NonNullable<typeof this.start>, form: VisitForm): void {
    const place = this.#place;
    if (!this.dispatchEvent(new VisitRequestEvent({form, place}))) return;
    void this.#entry.start.begin(() => start(form, place));
  }

  get #place(): VisitPlace {
    const {server, entryPoint} = this;
    return {...(server ? {server} : {}), ...(entryPoint ? {entryPointId: entryPoint} : {})};
  }
}

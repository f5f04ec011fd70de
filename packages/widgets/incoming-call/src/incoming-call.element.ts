import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {engagementOf, type ChosenState, type InteractionId} from '@deskwire/domain';
import {
  announce,
  announcerFor,
  buttonStyles,
  ClockController,
  PlainCommandController,
  deskPhoneIcon,
  DeskwireElement,
  focusStyles,
  LanguageController,
  noteStyles,
  requestStyles,
  spinnerStyles,
  stateStyles,
  StreamController,
  surfaceStyles,
} from '@deskwire/kit';

import {ArrivalNews} from './arrival-news.js';
import {CompanyController} from './company-controller.js';
import {FocusKeeper} from './focus-keeper.js';
import {requestAct, ronaAct} from './incoming-call.acts.js';
import {words} from './incoming-call.messages.js';
import {
  acceptable,
  requestRows,
  rings,
  ronaView,
  sameTray,
  selectTraySlice,
  type AskPermit,
  type RequestRow,
  type RonaView,
} from './incoming-call.view.js';
import {actKey, type RequestAct} from './request.template.js';
import type {RingDevices} from './ring-tone.js';
import type {RefusalActs} from './refusal.template.js';
import {RONA_KEY, ronaTemplate} from './rona.template.js';
import {isShortcut, readShortcut} from './shortcut.js';
import {TrayKeeper, type Departure, type TrayView} from './tray-keeper.js';
import {trayTemplate} from './tray.template.js';

import {incomingCallStyles} from './incoming-call.styles.js';

/** Where the tray stands. */
export const PLACEMENTS = ['tray', 'inline'] as const;
/** One of {@link PLACEMENTS}. */
export type Placement = (typeof PLACEMENTS)[number];

const EMPTY: TrayView = {entries: [], page: 0, pages: 1, total: 0};

/**
 * Every request that waits for the agent (calls, chats, emails), the RONA popover, and the word that a handset is still
 * off the hook. It stands in the top layer at the window's lower corner, or where the page puts it.
 *
 * All outside an open modal dialog of the page is dead, the top layer included: as long as requests wait, the surfaces
 * stand inside the topmost one, so that the agent can answer. `::part` of the page does not reach them there.
 *
 * It never takes the focus by itself; it tells assistive technology what arrived, and one key (F8) leads to the first
 * thing to do and back again. A call that waits for an answer rings, in exactly one of the agent's tabs. An agent who
 * looks at another tab or window gets a notification of the system, once they allowed it by a click, and the tab's title
 * flashes.
 *
 * @element dw-incoming-call
 * @csspart stack - All surfaces together, for where they stand.
 * @csspart tray - The requests.
 * @csspart request - One request.
 * @csspart action - A button of a request.
 * @csspart rona - The RONA popover.
 * @csspart handset - The notice about the handset.
 * @csspart notice - Why a customer could not be called back.
 * @fires {AcceptRequestEvent} dw-accept-request - The agent accepts or answers; cancelable.
 * @fires {AcceptDoneEvent} dw-accept-done - The contact is the agent's.
 * @fires {DeclineRequestEvent} dw-decline-request - The agent declines a call; cancelable.
 * @fires {DeclineDoneEvent} dw-decline-done - The call went back to its queue.
 * @fires {CancelCallRequestEvent} dw-cancel-call-request - The agent cancels a call that they dialled; cancelable.
 * @fires {CancelCallDoneEvent} dw-cancel-call-done - The dialled call is cancelled.
 * @fires {RonaRequestEvent} dw-rona-request - The agent leaves RONA; cancelable.
 * @fires {RonaDoneEvent} dw-rona-done - The agent has left RONA.
 */
export class IncomingCallElement extends DeskwireElement {
  static override styles = [
    surfaceStyles,
    requestStyles,
    stateStyles,
    buttonStyles,
    noteStyles,
    spinnerStyles,
    focusStyles,
    incomingCallStyles,
  ];

  /** `tray`: in the top layer, at the lower end of the window; `inline`: in the flow, where the element stands. */
  @property({reflect: true}) placement: Placement = 'tray';
  /** The key that leads into the tray and out again, such as `F8` or `Alt+R`; `none` or empty: no key. */
  @property() shortcut = 'F8';
  /** No ring tone, for pages that ring by themselves. */
  @property({type: Boolean}) muted = false;
  /** No notification of the system and no flashing title, for pages that tell the agent by themselves. */
  @property({type: Boolean}) quiet = false;
  /** Where the ring tone gets its sound from; set it before the first call. Unset: the browser. */
  @property({attribute: false}) ringDevices: (() => RingDevices) | undefined;

  @state() private page = 0;
  @state() private isHovered = false;
  @state() private isSoundOff = false;

  readonly #language = new LanguageController(this, words);
  readonly #commands = new PlainCommandController(this);
  readonly #slice = new StreamController(this, selectTraySlice, sameTray);
  readonly #clock = new ClockController(this, () => {
    if (this.#keeper.isLingering) this.requestUpdate();
  });
  readonly #focus = new FocusKeeper(() => this.#root);
  readonly #keeper = new TrayKeeper();
  readonly #news = new ArrivalNews();
  readonly #company = new CompanyController(this, {
    words: this.#language,
    slice: this.#slice,
    rows: () => (this.quiet ? undefined : this.#rows.filter(({connecting, stage}) => !connecting && !stage)),
    ringsFor: () => (!this.muted && rings(this.#rows) ? this.#slice.value?.own : undefined),
    devices: () => this.ringDevices,
    rang: (state) => {
      this.isSoundOff = state === 'blocked';
    },
  });
  #rows: readonly RequestRow[] = [];
  #rona: RonaView | undefined;
  #view = EMPTY;
  #hasAcceptAll = false;
  #chosen: ChosenState['state'] | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
    this.ownerDocument.addEventListener('keydown', this.#handleShortcut);
    // A popover closes when its element leaves the page.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('keydown', this.#handleShortcut);
  }

  protected override willUpdate(): void {
    this.#focus.remember();
    const slice = this.#slice.value;
    const permit: AskPermit = (ask) => this.#slice.stream?.permit(ask);
    const isHeld = this.isHovered || this.#focus.holds;
    this.#rows = slice ? requestRows(slice, permit) : [];
    this.#rona = slice && ronaView(slice, permit);
    if (!this.#hasContent) this.isHovered = false;
    this.#view = this.#keeper.update({
      rows: this.#rows,
      page: this.page,
      isHeld,
      grows: this.placement === 'inline' ? 'down' : 'up',
      now: this.#clock.now(),
      departure: this.#departure,
    });
    this.page = this.#view.page;
    if (!isHeld || this.#rows.length === 0) this.#hasAcceptAll = acceptable(this.#rows).length > 1;
  }

  protected override render(): TemplateResult {
    const {locale, dir} = this.#language;
    const inTray = this.placement !== 'inline' || this.#company.here?.root;
    return html`<div
      class="stack ${inTray ? 'tray-place' : 'inline'}"
      part="stack"
      popover=${inTray ? 'manual' : nothing}
      lang=${locale}
      dir=${dir}
      @pointerover=${this.#handlePointer}
      @pointerleave=${this.#handlePointer}
      @pointerdown=${this.#handlePress}
      @focusout=${this.#handleFocusOut}
      @keydown=${this.#handleKey}
    >
      ${this.#ronaCard()} ${this.#handsetNotice()} ${this.#company.here?.card}
      ${this.#view.entries.length ? this.#tray() : nothing}
    </div>`;
  }

  protected override updated(): void {
    this.#showStack();
    this.#focus.restore();
    this.#tell();
    if (this.#rows.length > 0 || this.#rona) void this.#company.come();
  }

  #ronaCard(): TemplateResult | typeof nothing {
    if (!this.#rona) return nothing;
    return ronaTemplate({...this.#acts, chosen: this.#chosen, choose: this.#choose}, this.#rona);
  }

  #handsetNotice(): TemplateResult | typeof nothing {
    if (!this.#slice.value?.handsetOff) return nothing;
    return html`<p class="top surface note hold handset" part="handset">
      ${deskPhoneIcon}${this.#language.t('handset')}
    </p>`;
  }

  #tray(): TemplateResult {
    return trayTemplate({
      ...this.#acts,
      rows: this.#rows,
      view: this.#view,
      shortcut: this.#shortcutText,
      isSoundOff: this.isSoundOff,
      hasAcceptAll: this.#hasAcceptAll,
      act: this.#act,
      acceptAll: this.#acceptAll,
      turnTo: this.#turnTo,
      soundOn: this.#company.unlock,
      notifyMe: this.#company.here?.ask,
    });
  }

  get #acts(): RefusalActs {
    return {
      words: this.#language,
      commands: this.#commands,
      refusalText: this.#company.refusalText,
    };
  }

  /** As a person reads it; empty where there is none. */
  get #shortcutText(): string {
    return readShortcut(this.shortcut) && this.shortcut;
  }

  /** Where the surfaces are: at home, or in a modal dialog of the page. */
  get #root(): ShadowRoot | null {
    return this.#company.here?.root ?? this.shadowRoot;
  }

  get #hasContent(): boolean {
    const {value} = this.#slice;
    return this.#rows.length > 0 || !!this.#rona || !!value?.handsetOff || !!this.#company.here?.card;
  }

  #showStack(): void {
    const stack = this.#root?.querySelector<HTMLElement>('.stack[popover]');
    if (this.isConnected) stack?.togglePopover(this.#hasContent);
  }

  #tell(): void {
    const rows = this.#rows;
    const rona = this.#rona;
    const handsetOff = this.#slice.value?.handsetOff ?? false;
    const place = this.#company.here?.root?.host ?? this;
    const news = this.#news.next(this.#language, {
      rows,
      rona,
      handsetOff,
      shortcut: this.#shortcutText,
      place,
    });
    for (const {text, urgency} of news) announce(place, text, urgency);
  }

  readonly #departure = (id: InteractionId): Departure => {
    const interaction = this.#slice.stream?.snapshot().interactions.get(id);
    const phase = interaction && engagementOf(interaction, this.#slice.value?.own)?.phase;
    return phase === 'active' ? 'accepted' : 'left';
  };

  readonly #act = (act: RequestAct, row: RequestRow): void => {
    this.#commands.run(actKey(act, row), requestAct(act, row.id));
  };

  readonly #acceptAll = (rows: readonly RequestRow[]): void => {
    for (const row of rows) this.#act('accept', row);
  };

  readonly #choose = (to: ChosenState): void => {
    this.#chosen = to.state;
    this.#commands.run(RONA_KEY, ronaAct(to));
  };

  readonly #turnTo = (page: number): void => {
    this.#keeper.release();
    this.page = page;
  };

  /** A finger does not hover: only what rests over the tray holds it. */
  readonly #handlePointer = (event: PointerEvent): void => {
    this.isHovered = event.type === 'pointerover' && event.pointerType === 'mouse';
  };

  readonly #handlePress = (): void => {
    this.#focus.isByPointer = true;
  };

  readonly #handleFocusOut = (event: FocusEvent): void => {
    if (!event.relatedTarget) this.#focus.isByPointer = false;
    // The focus may move within an update: not before that is over.
    void this.updateComplete.then(() => {
      this.requestUpdate();
    });
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    this.#focus.isByPointer = false;
    if (event.key !== 'Escape' || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#focus.leave();
  };

  /** Into the tray, or out of it. */
  readonly #handleShortcut = (event: KeyboardEvent): void => {
    if (!this.#hasContent || !isShortcut(this.shortcut, event)) return;
    event.preventDefault();
    if (this.#focus.isWithin) this.#focus.leave();
    else this.#focus.enter();
  };
}

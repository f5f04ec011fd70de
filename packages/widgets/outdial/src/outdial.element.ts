import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {checkOutdialNumber, dialled, losesLetters, type Refusal} from '@deskwire/domain';
import {
  agentRefusals,
  announce,
  announcerFor,
  buttonStyles,
  DeskwireElement,
  dialogStyles,
  dialRefusals,
  focusStyles,
  isSameList,
  LanguageController,
  lazily,
  noteStyles,
  OutdialController,
  outdialIcon,
  popoverStyles,
  refusalTextFrom,
  spinnerStyles,
  stateStyles,
  StreamController,
  surfaceStyles,
  tabsStyles,
  targetDialogStyles,
  type DialEnd,
  type DialOutcome,
} from '@deskwire/kit';

import {NoticeSurface} from './notice-surface.js';
import {OutdialDialog} from './outdial-dialog.js';
import type * as Body from './outdial.body.js';
import {OutdialClosedEvent} from './outdial.events.js';
import {outdialWords} from './outdial.messages.js';
import {selectOutdial, viewOutdial, type OutdialView} from './outdial.view.js';
import type {TelLinks} from './tel-links.js';
import {TelLinksController} from './tel-links-controller.js';

import {outdialStyles} from './outdial.styles.js';

/** What can stand in the way before anything was dialled. */
const reasonText = refusalTextFrom(agentRefusals, dialRefusals);

/** Loads what is in the dialog and in the notice. */
export const loadOutdial = lazily(() => import('./outdial.body.js'));

/** More about a call than its number. */
export interface DialOptions {
  /** What the customer sees: one of the tenant's ANIs; absent: its default. */
  readonly ani?: string;
}

/**
 * Outdial calls: a button that opens a dialog with the address book and, where the profile allows it, a dialpad; the
 * request, and a notice of what became of it where it came to nothing. For pages, `dial(number)` calls at once, and
 * `tel-links` takes the clicks on `tel:` links of the document. While it rings, the request stands in the tray
 * (`<dw-incoming-call>`); pane and clock begin when the customer answers.
 *
 * @element dw-outdial
 * @attr {"ask" | "call"} tel-links - Clicks on `tel:` links: `ask` opens the dialog with the number in it, `call` dials.
 * @attr {boolean} hide-button - For `tel-links`, `open` and `dial` alone.
 * @csspart button - The button that opens the dialog.
 * @csspart dialog - The surface of the dialog.
 * @csspart notice - What became of a call that came to nothing.
 * @fires dw-outdial-request - Before a number is called; cancelable.
 * @fires dw-outdial-done - The request was taken: the call is being made.
 * @fires dw-outdial-failed - It came to nothing: refused, or failed.
 * @fires dw-outdial-closed - The dialog was closed, whether anybody was called or not.
 */
export class OutdialElement extends DeskwireElement {
  static override styles = [
    surfaceStyles,
    buttonStyles,
    focusStyles,
    noteStyles,
    spinnerStyles,
    stateStyles,
    tabsStyles,
    popoverStyles,
    dialogStyles,
    targetDialogStyles,
    outdialStyles,
  ];

  /** What a click on a `tel:` link of the document does; undefined: what the browser does. The bare attribute asks. */
  @property({
    attribute: 'tel-links',
    converter: (value): TelLinks | undefined =>
      value === null ? undefined : value === 'call' ? value : 'ask',
  })
  telLinks: TelLinks | undefined;
  /** Shows no button: the page opens the dialog or dials. */
  @property({type: Boolean, attribute: 'hide-button'}) hideButton = false;

  @state() private body: typeof Body | 'loading' | 'failed' = 'loading';

  @query('.notice') private readonly notice!: HTMLElement | null;
  @query('.anchor') private readonly anchor!: HTMLElement | null;

  readonly #own = new LanguageController(this, outdialWords);
  readonly #desk = new StreamController(this, selectOutdial, isSameList);
  readonly #check = (number: string): Refusal | undefined => {
    const tenant = this.#desk.stream?.snapshot().tenant;
    return tenant && checkOutdialNumber(number, tenant);
  };
  readonly #load = (): void => void this.#loadBody();
  readonly #outdial = new OutdialController(this, () => {
    this.close();
  });
  readonly #dialog = new OutdialDialog(this, {
    own: this.#own,
    outdial: this.#outdial,
    view: () => this.#view(),
    body: () => this.body,
    load: this.#load,
    check: this.#check,
    closed: () => {
      this.requestUpdate();
      this.dispatchEvent(new OutdialClosedEvent());
    },
  });
  #isLoading = false;
  #heeded: DialEnd | undefined;

  constructor() {
    super();
    new NoticeSurface(this, {
      surface: () => this.notice,
      anchor: () => this.anchor,
      isShown: () => this.#hasNotice,
    });
    new TelLinksController(this, {
      isOn: () => this.telLinks !== undefined,
      take: (text) => this.#takeLink(text),
    });
  }

  /** Opens the dialog, with a number in it where one is given; the focus goes to its field. */
  open(number?: string): void {
    this.#dialog.open(number);
  }

  /** Closes the dialog; the focus goes back where it was. What is under way goes on. */
  close(): void {
    this.#dialog.close();
  }

  /**
   * Calls a number at once. What came to nothing is shown here, too.
   * @returns What became of it: connected, failed, refused, cancelled, prevented, unknown. It is never rejected.
   */
  dial(number: string, {ani}: DialOptions = {}): Promise<DialOutcome> {
    return this.#outdial.call({number, ...(ani !== undefined && {ani})});
  }

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const view = this.#view();
    const {locale, dir} = this.#own;
    if (view.kind === 'hidden') return html`${nothing}`;
    return html`<div class="frame ${this.hideButton ? 'bare' : ''}" lang=${locale} dir=${dir}>
        ${this.hideButton ? nothing : this.#renderButton(view.refusal)} ${this.#renderNotice(view.refusal)}
      </div>
      ${this.#dialog.render(view)}`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    void this.updateComplete.then(() => {
      if (this.#view().kind === 'hidden') this.close();
      this.#dialog.rendered();
      this.#heed();
    });
  }

  #renderButton(refusal: Refusal | undefined): TemplateResult {
    const reason = refusal ? reasonText(this.#own.locale, refusal) : '';
    return html`<dw-button
        class="anchor"
        part="button"
        .pending=${this.#outdial.isPending && !this.#dialog.isOpen}
        .reason=${reason}
        .popup=${'dialog'}
        .expanded=${this.#dialog.isOpen}
        @click=${this.#toggle}
        @pointerenter=${this.#load}
        @focusin=${this.#load}
        >${outdialIcon}${this.#own.t('title')}</dw-button
      >${reason ? html`<span class="meta muted">${reason}</span>` : nothing}`;
  }

  #renderNotice(refusal: Refusal | undefined): TemplateResult {
    return html`<div
      class="popover top notice ${this.hideButton ? 'afloat' : ''}"
      part="notice"
      popover="manual"
      role="group"
      aria-labelledby="notice-text"
    >
      ${this.#hasNotice ? this.#noticeContent(refusal) : nothing}
    </div>`;
  }

  /** What the notice says; without its part of the program, which could not be loaded, only that it came to nothing. */
  #noticeContent(refusal: Refusal | undefined): TemplateResult | typeof nothing {
    const {body} = this;
    const {end} = this.#outdial;
    if (!end || body === 'loading') return nothing;
    if (body !== 'failed')
      return body.noticeBody({
        own: this.#own,
        end,
        refusal,
        again: this.#again,
        dismiss: this.#dismissNotice,
      });
    return html`<p id="notice-text" class="grow what">${this.#own.t('failed')}</p>
      <dw-button small @click=${this.#dismissNotice}>${this.#own.t('dismiss')}</dw-button>`;
  }

  /** A refusal is shown in the dialog while that is open; everything else, and afterwards, in the notice. */
  get #hasNotice(): boolean {
    const {end} = this.#outdial;
    return (
      end !== undefined && this.body !== 'loading' && !(this.#dialog.isOpen && end.outcome.kind === 'refused')
    );
  }

  #view(): OutdialView {
    const state = this.#desk.stream?.snapshot();
    return state ? viewOutdial(state, this.#outdial.control) : {kind: 'hidden'};
  }

  async #loadBody(): Promise<void> {
    if (typeof this.body !== 'string' || this.#isLoading) return;
    this.#isLoading = true;
    this.body = 'loading';
    const loaded = await loadOutdial();
    loaded?.defineOutdialParts();
    this.body = loaded ?? 'failed';
    this.#isLoading = false;
    await this.updateComplete;
    this.#dialog.loaded();
  }

  /** Draws what follows from what came to nothing, once: it is said where it is shown. */
  #heed(): void {
    const {end} = this.#outdial;
    if (!end || end === this.#heeded) return;
    if (this.body === 'loading') {
      this.#load();
      return;
    }
    this.#heeded = end;
    const {outcome} = end;
    if (this.#hasNotice) this.#announce(end);
    else if (outcome.kind === 'refused') this.#dialog.heed(outcome.refusal);
  }

  #announce({outcome}: DialEnd): void {
    const {body} = this;
    const text = typeof body === 'string' ? undefined : body.outdialText(this.#own.locale, outcome);
    announce(this, text ?? this.#own.t('failed'));
  }

  /** @returns Whether the link is ours; without the permission the browser does what it does with such links. */
  #takeLink(text: string): boolean {
    if (this.#view().kind === 'hidden') return false;
    const number = dialled(text);
    // What is not certain is asked: letters that were left out, a number that needs mending.
    const isCertain = !losesLetters(text) && this.#check(number) === undefined;
    if (this.telLinks === 'call' && isCertain) void this.dial(number);
    else this.open(text);
    return true;
  }

  readonly #toggle = (): void => {
    if (this.#dialog.isOpen) this.#dialog.dismiss();
    else this.open();
  };

  readonly #again = (): void => {
    void this.#outdial.again();
    this.anchor?.focus();
  };

  /** The button for it goes with the notice: the focus stays at what is left. */
  readonly #dismissNotice = (): void => {
    this.#outdial.dismiss();
    this.anchor?.focus();
  };
}

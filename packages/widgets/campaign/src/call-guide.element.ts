import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {DeskState, InteractionId} from '@deskwire/domain';
import {
  announcerFor,
  buttonStyles,
  DeskwireElement,
  DraftController,
  fieldStyles,
  focusStyles,
  InteractionController,
  LanguageController,
  lazily,
  menuStyles,
  noteStyles,
  PlainCommandController,
  spinnerStyles,
  stateStyles,
  StreamController,
  surfaceStyles,
  warningIcon,
} from '@deskwire/kit';

import type {GuideBody} from './call-guide.body.js';
import {callGuideWords} from './call-guide.messages.js';
import {isGuideDraft} from './guide-draft.js';
import {hasGuide, selectGuideId} from './guided-contact.js';
import {LatePart} from './late-part.js';

import {callGuideStyles} from './call-guide.styles.js';

/** What of the desk, beside the contact itself, changes what the guide shows. */
const selectAround = ({viewer, capabilities, tenant, profile, presence}: DeskState): readonly unknown[] => [
  ...[viewer, capabilities, tenant, profile, presence.state],
];
const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((one, at) => one === b[at]);

/** Loads what is in the guide; most calls have none. */
export const loadCallGuide = lazily(() => import('./call-guide.body.js'));

/**
 * The call guide of a campaign contact: question by question, the next one by the answer, back at any time, and a summary
 * before it is submitted. What was answered stays when the agent turns to another task, and over a reload.
 *
 * It shows the newest contact with a guide that the agent talks to or wraps up, or the one whose id is set; where there is
 * none it shows nothing.
 *
 * @element dw-call-guide
 * @csspart card - The surface.
 * @csspart reminder - What is said while a contact without a submitted guide is wrapped up.
 * @fires dw-call-guide-submit-request - Before the answers are submitted; cancelable.
 * @fires dw-call-guide-submit-done - The answers were submitted.
 */
export class CallGuideElement extends DeskwireElement {
  static override styles = [
    surfaceStyles,
    buttonStyles,
    fieldStyles,
    focusStyles,
    menuStyles,
    noteStyles,
    spinnerStyles,
    stateStyles,
    callGuideStyles,
  ];

  /** Loads what is in the guide; undefined where it cannot be had just now. */
  protected readonly loadBody: typeof loadCallGuide = loadCallGuide;

  /** The contact whose guide is shown; unset, the newest that has one. */
  @property({attribute: false}) interactionId: InteractionId | undefined;

  readonly #language = new LanguageController(this, callGuideWords);
  readonly #commands = new PlainCommandController(this);
  readonly #newest = new StreamController(this, selectGuideId);
  readonly #contact = new InteractionController(this, () => this.interactionId ?? this.#newest.value);
  readonly #drafts = new DraftController(this, 'call-guide', isGuideDraft);
  readonly #body = new LatePart<GuideBody>(this, async () =>
    (await this.loadBody())?.openGuide({
      host: this,
      language: this.#language,
      commands: this.#commands,
      drafts: this.#drafts,
      contact: this.#contact,
    }),
  );
  #hadFocus = false;

  constructor() {
    super();
    // Wakes the guide when what is allowed changes without the contact changing.
    new StreamController(this, selectAround, isSame);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#hadFocus = this.shadowRoot?.activeElement != null;
    this.#body.value?.update();
  }

  protected override render(): TemplateResult {
    const content = this.#isShown() ? this.#content() : undefined;
    if (!content) return html`${nothing}`;
    const {locale, dir} = this.#language;
    return html`<section class="card" part="card" aria-labelledby="title" lang=${locale} dir=${dir}>
      ${content}
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#isShown()) this.#body.want();
    this.#body.value?.updated(this.#hadFocus);
  }

  #isShown(): boolean {
    const {stream, value} = this.#contact;
    if (!stream || !value) return false;
    return hasGuide(stream.snapshot(), value, (ask) => stream.permit(ask));
  }

  #content(): TemplateResult | undefined {
    const {state: body} = this.#body;
    if (typeof body !== 'string') return body.part.render();
    return html`<header class="head"><h2 id="title">${this.#language.t('title')}</h2></header>
      ${body === 'failed' ? this.#notLoaded() : this.#loading()}`;
  }

  #loading(): TemplateResult {
    return html`<p class="empty line" role="status">
      <span class="spin"></span>${this.#language.t('loading')}
    </p>`;
  }

  #notLoaded(): TemplateResult {
    return html`<div class="note bar danger" role="alert">
      ${warningIcon}<span class="grow">${this.#language.t('notLoaded')}</span>
      <button class="btn small" type="button" @click=${this.#again}>${this.#language.t('retry')}</button>
    </div>`;
  }

  readonly #again = (): void => {
    this.#body.again();
  };
}

import {html, nothing, type LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {DeskState, InteractionId, Refusal} from '@deskwire/domain';
import {
  announce,
  announcerFor,
  buttonStyles,
  CommandController,
  DeskwireElement,
  DraftController,
  focusStyles,
  fieldStyles,
  InteractionController,
  LanguageController,
  menuStyles,
  noteStyles,
  stateStyles,
  StreamController,
  surfaceStyles,
} from '@deskwire/kit';

import {CallGuideSubmitDoneEvent, CallGuideSubmitRequestEvent} from './call-guide.events.js';
import {callGuideWords} from './call-guide.messages.js';
import {callGuide, type GuideScene} from './call-guide.template.js';
import {selectGuideId, viewCallGuide, type GuideView} from './call-guide.view.js';
import {
  backward,
  forward,
  isGuideDraft,
  NO_DRAFT,
  placeOf,
  repliesOf,
  withAnswer,
  type GuideDraft,
} from './guide-walk.js';

import {callGuideStyles} from './call-guide.styles.js';

/** What of the desk, beside the contact itself, changes what the guide shows. */
const selectAround = ({viewer, capabilities, tenant, profile, presence}: DeskState): readonly unknown[] => [
  ...[viewer, capabilities, tenant, profile, presence.state],
];
const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((one, at) => one === b[at]);

/** Why the agent stays at a question. */
interface Fault {
  readonly interactionId: InteractionId;
  readonly questionId: string;
  readonly refusal: Refusal;
}

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
    stateStyles,
    callGuideStyles,
  ];

  /** The contact whose guide is shown; unset, the newest that has one. */
  @property({attribute: false}) interactionId: InteractionId | undefined;

  @state() private fault: Fault | undefined;

  readonly #language = new LanguageController(this, callGuideWords);
  readonly #commands = new CommandController(this);
  readonly #newest = new StreamController(this, selectGuideId);
  readonly #contact = new InteractionController(this, () => this.interactionId ?? this.#newest.value);
  readonly #drafts = new DraftController(this, 'call-guide', isGuideDraft);
  #shown: GuideView | undefined;
  /** The focus is to follow where the agent goes. */
  #moves = false;
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
    this.#forget();
  }

  protected override render(): TemplateResult {
    const view = this.#view();
    if (!view) return html`${nothing}`;
    const {locale, dir} = this.#language;
    return html`<section class="card" part="card" aria-labelledby="title" lang=${locale} dir=${dir}>
      ${callGuide(view, this.#scene(view))}
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const before = this.#shown;
    const now = this.#view();
    this.#shown = now;
    const isSameContact = now?.interactionId === before?.interactionId;
    if (now && now.stage.kind === 'submitted' && before?.stage.kind !== 'submitted' && isSameContact)
      this.#submitted();
    else if (now?.due && !before?.due && isSameContact) announce(this, this.#language.t('due'));
    if (this.#moves) void this.#focus();
    this.#moves = false;
  }

  #draft(interactionId: InteractionId): GuideDraft {
    return this.#drafts.read(interactionId) ?? NO_DRAFT;
  }

  #view(): GuideView | undefined {
    const {stream, value} = this.#contact;
    if (!stream || !value) return undefined;
    return viewCallGuide(stream.snapshot(), value, this.#draft(value.id), (ask) => stream.permit(ask));
  }

  #scene(view: GuideView): GuideScene {
    const {interactionId, stage} = view;
    const key = `submit ${interactionId}`;
    const {pending, refusal} = this.#commands.state(key);
    const {fault} = this;
    const isHere =
      fault?.interactionId === interactionId &&
      stage.kind === 'question' &&
      fault.questionId === stage.question.id;
    return {
      language: this.#language,
      isPending: pending,
      refusal,
      fault: isHere ? fault.refusal : undefined,
      answer: (questionId, answer) => {
        this.fault = undefined;
        this.#commands.dismiss(key);
        this.#drafts.write(interactionId, withAnswer(this.#draft(interactionId), questionId, answer));
      },
      next: () => {
        this.#next(view);
      },
      back: () => {
        this.#go(interactionId, backward(view.way, this.#draft(interactionId)));
      },
      goTo: (at) => {
        this.#go(interactionId, {...this.#draft(interactionId), at});
      },
      submit: () => {
        this.#submit(key, view);
      },
      retry: () => {
        this.#commands.retry(key);
      },
      dismiss: () => {
        this.#commands.dismiss(key);
      },
    };
  }

  #go(interactionId: InteractionId, draft: GuideDraft): void {
    this.fault = undefined;
    this.#moves = true;
    this.#drafts.write(interactionId, draft);
  }

  #next({interactionId, questions, way}: GuideView): void {
    const draft = this.#draft(interactionId);
    const place = placeOf(way, draft);
    if (!place) return;
    const next = forward(questions, draft, place);
    if ('replies' in next) {
      this.#go(interactionId, next);
      return;
    }
    this.fault = {interactionId, questionId: place.id, refusal: next};
    void this.#focus();
  }

  #submit(key: string, {interactionId, way}: GuideView): void {
    const detail = {interactionId, replies: repliesOf(way, this.#draft(interactionId))};
    this.#commands.run(key, {
      command: {type: 'call-guide.submit', ...detail},
      request: () => new CallGuideSubmitRequestEvent(detail),
      done: () => new CallGuideSubmitDoneEvent(detail),
    });
  }

  /** What is submitted, here or elsewhere, is no draft any more. */
  #forget(): void {
    const {value} = this.#contact;
    if (value?.guide && this.#drafts.read(value.id)) this.#drafts.drop(value.id);
  }

  /** Nothing is left to answer: the focus, where it was in the guide, goes to what there is to read. */
  #submitted(): void {
    announce(this, this.#language.t('announced'));
    if (this.#hadFocus) void this.#focus();
  }

  /** The focus follows the agent to the question: to its answer, or to the heading where there is nothing to answer. */
  async #focus(): Promise<void> {
    await this.updateComplete;
    const root = this.renderRoot;
    const target =
      root.querySelector<HTMLElement>('input:checked') ??
      root.querySelector<HTMLElement>('input, dw-text-area') ??
      root.querySelector<HTMLElement>('#ask');
    await (target as Partial<LitElement> | null)?.updateComplete;
    target?.focus();
  }
}

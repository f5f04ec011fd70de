import {html, type LitElement, type TemplateResult} from 'lit';
import type {InteractionId, Refusal} from '@deskwire/domain';
import {
  announce,
  buttonStyles,
  defineButton,
  defineTextArea,
  defineTimer,
  DraftController,
  fieldStyles,
  focusStyles,
  InteractionController,
  LanguageController,
  LateBody,
  menuStyles,
  noteStyles,
  PlainCommandController,
  RulesController,
  spinnerStyles,
  stateStyles,
  StreamController,
  surfaceStyles,
} from '@deskwire/kit';

import type {CallGuideElement} from './call-guide.element.js';
import {CallGuideSubmitDoneEvent, CallGuideSubmitRequestEvent} from './call-guide.events.js';
import {callGuideWords} from './call-guide.messages.js';
import {callGuide, type GuideScene} from './call-guide.template.js';
import {viewCallGuide, type GuideView} from './call-guide.view.js';
import {isGuideDraft, type GuideDraft} from './guide-draft.js';
import {backward, forward, NO_DRAFT, placeOf, repliesOf, withAnswer} from './guide-walk.js';
import {selectGuideId} from './guided-contact.js';

import {callGuideStyles} from './call-guide.styles.js';

/** In the order in which they come after the element's own. */
export const styles = [
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

/** Registers what the guide is made of, and makes the inside of one. */
export const open = (host: CallGuideElement): CallGuideBody => {
  defineButton();
  defineTextArea();
  defineTimer();
  return new CallGuideBody(host);
};

/** Why the agent stays at a question. */
interface Fault {
  readonly interactionId: InteractionId;
  readonly questionId: string;
  readonly refusal: Refusal;
}

const keyOf = (interactionId: InteractionId): string => `submit ${interactionId}`;

/** The guide itself: what is shown of it, where the agent goes in it, and its submission. */
export class CallGuideBody extends LateBody<CallGuideElement> {
  readonly #language = new LanguageController(this.host, callGuideWords);
  readonly #commands = new PlainCommandController(this.host);
  readonly #newest = new StreamController(this.host, selectGuideId);
  readonly #contact = new InteractionController(
    this.host,
    () => this.host.interactionId ?? this.#newest.value,
  );
  readonly #drafts = new DraftController(this.host, 'call-guide', isGuideDraft);
  #fault: Fault | undefined;
  #shown: GuideView | undefined;
  #hadFocus = false;
  /** The focus is to follow where the agent goes. */
  #moves = false;

  constructor(host: CallGuideElement) {
    super(host);
    // Wakes the guide when what is allowed changes without the contact changing.
    new RulesController(host);
  }

  /** What is submitted, here or elsewhere, is no draft any more. */
  override look(): void {
    this.#hadFocus = this.host.shadowRoot?.activeElement != null;
    const {value} = this.#contact;
    if (value?.guide && this.#drafts.read(value.id)) this.#drafts.drop(value.id);
  }

  override render(): TemplateResult | undefined {
    const view = this.#view();
    if (!view) return undefined;
    const {locale, dir} = this.#language;
    return html`<section class="card" part="card" aria-labelledby="title" lang=${locale} dir=${dir}>
      ${callGuide(view, this.#scene(view))}
    </section>`;
  }

  override shown(): void {
    const before = this.#shown;
    const now = this.#view();
    this.#shown = now;
    if (now && now.interactionId === before?.interactionId) this.#tell(before, now, this.#hadFocus);
    if (this.#moves) void this.#focus();
    this.#moves = false;
  }

  /** Once it is submitted, the focus goes to what there is to read. */
  #tell(before: GuideView, now: GuideView, hadFocus: boolean): void {
    const language = this.#language;
    if (now.stage.kind === 'submitted' && before.stage.kind !== 'submitted') {
      announce(this.host, language.t('announced'));
      this.#moves ||= hadFocus;
    } else if (now.due && !before.due) announce(this.host, language.t('due'));
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
    const commands = this.#commands;
    const language = this.#language;
    const {interactionId, way} = view;
    const key = keyOf(interactionId);
    const {pending, refusal} = commands.state(key);
    return {
      ...{language, refusal, isPending: pending, fault: this.#faultAt(view)},
      answer: (questionId, answer) => {
        this.#fault = undefined;
        commands.dismiss(key);
        this.#drafts.write(interactionId, withAnswer(this.#draft(interactionId), questionId, answer));
      },
      next: () => {
        this.#next(view);
      },
      back: () => {
        this.#go(interactionId, backward(way, this.#draft(interactionId)));
      },
      goTo: (at) => {
        this.#go(interactionId, {...this.#draft(interactionId), at});
      },
      submit: () => {
        this.#submit(view);
      },
      retry: () => {
        commands.retry(key);
      },
      dismiss: () => {
        commands.dismiss(key);
      },
    };
  }

  #faultAt({interactionId, stage}: GuideView): Refusal | undefined {
    const fault = this.#fault;
    const isHere = stage.kind === 'question' && fault?.questionId === stage.question.id;
    return isHere && fault?.interactionId === interactionId ? fault.refusal : undefined;
  }

  #go(interactionId: InteractionId, draft: GuideDraft): void {
    this.#fault = undefined;
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
    this.#fault = {interactionId, questionId: place.id, refusal: next};
    this.#moves = true;
    this.host.requestUpdate();
  }

  #submit({interactionId, way}: GuideView): void {
    const detail = {interactionId, replies: repliesOf(way, this.#draft(interactionId))};
    this.#commands.run(keyOf(interactionId), {
      command: {type: 'call-guide.submit', ...detail},
      request: () => new CallGuideSubmitRequestEvent(detail),
      done: () => new CallGuideSubmitDoneEvent(detail),
    });
  }

  /** The focus follows the agent to the question: to its answer, or to the heading where there is nothing to answer. */
  async #focus(): Promise<void> {
    const {renderRoot: root} = this.host;
    const target =
      root.querySelector<HTMLElement>('input:checked') ??
      root.querySelector<HTMLElement>('input, dw-text-area') ??
      root.querySelector<HTMLElement>('#ask');
    await (target as Partial<LitElement> | null)?.updateComplete;
    target?.focus();
  }
}

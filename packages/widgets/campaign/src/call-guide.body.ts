import type {LitElement, TemplateResult} from 'lit';
import type {Interaction, InteractionId, Refusal} from '@deskwire/domain';
import {
  announce,
  defineButton,
  defineTextArea,
  defineTimer,
  type DraftController,
  type LanguageController,
  type PlainCommandController,
} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

import {CallGuideSubmitDoneEvent, CallGuideSubmitRequestEvent} from './call-guide.events.js';
import type {callGuideWords} from './call-guide.messages.js';
import {callGuide, type GuideScene} from './call-guide.template.js';
import {viewCallGuide, type GuideView} from './call-guide.view.js';
import type {GuideDraft} from './guide-draft.js';
import {backward, forward, NO_DRAFT, placeOf, repliesOf, withAnswer} from './guide-walk.js';

/** What the element gives to what is loaded when there is a guide to show. */
export interface GuideShell {
  readonly host: LitElement;
  readonly language: LanguageController<(typeof callGuideWords)['en']>;
  readonly commands: PlainCommandController;
  readonly drafts: DraftController<GuideDraft>;
  readonly contact: {readonly stream: StreamHandle | undefined; readonly value: Interaction | undefined};
}

/** Why the agent stays at a question. */
interface Fault {
  readonly interactionId: InteractionId;
  readonly questionId: string;
  readonly refusal: Refusal;
}

const keyOf = (interactionId: InteractionId): string => `submit ${interactionId}`;

/** The guide itself: what is shown of it, where the agent goes in it, and its submission. */
export class GuideBody {
  #fault: Fault | undefined;
  #shown: GuideView | undefined;
  /** The focus is to follow where the agent goes. */
  #moves = false;

  constructor(private readonly shell: GuideShell) {}

  /** Before each render. What is submitted, here or elsewhere, is no draft any more. */
  update(): void {
    const {contact, drafts} = this.shell;
    if (contact.value?.guide && drafts.read(contact.value.id)) drafts.drop(contact.value.id);
  }

  render(): TemplateResult | undefined {
    const view = this.#view();
    return view && callGuide(view, this.#scene(view));
  }

  /** After each render. @param hadFocus Whether the focus was in the guide before it. */
  updated(hadFocus: boolean): void {
    const before = this.#shown;
    const now = this.#view();
    this.#shown = now;
    if (now && now.interactionId === before?.interactionId) this.#tell(before, now, hadFocus);
    if (this.#moves) void this.#focus();
    this.#moves = false;
  }

  /** Once it is submitted, the focus goes to what there is to read. */
  #tell(before: GuideView, now: GuideView, hadFocus: boolean): void {
    const {host, language} = this.shell;
    if (now.stage.kind === 'submitted' && before.stage.kind !== 'submitted') {
      announce(host, language.t('announced'));
      this.#moves ||= hadFocus;
    } else if (now.due && !before.due) announce(host, language.t('due'));
  }

  #draft(interactionId: InteractionId): GuideDraft {
    return this.shell.drafts.read(interactionId) ?? NO_DRAFT;
  }

  #view(): GuideView | undefined {
    const {stream, value} = this.shell.contact;
    if (!stream || !value) return undefined;
    return viewCallGuide(stream.snapshot(), value, this.#draft(value.id), (ask) => stream.permit(ask));
  }

  #scene(view: GuideView): GuideScene {
    const {commands, language} = this.shell;
    const {interactionId, way} = view;
    const key = keyOf(interactionId);
    const {pending, refusal} = commands.state(key);
    return {
      ...{language, refusal, isPending: pending, fault: this.#faultAt(view)},
      answer: (questionId, answer) => {
        this.#fault = undefined;
        commands.dismiss(key);
        this.shell.drafts.write(interactionId, withAnswer(this.#draft(interactionId), questionId, answer));
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
    this.shell.drafts.write(interactionId, draft);
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
    this.shell.host.requestUpdate();
  }

  #submit({interactionId, way}: GuideView): void {
    const detail = {interactionId, replies: repliesOf(way, this.#draft(interactionId))};
    this.shell.commands.run(keyOf(interactionId), {
      command: {type: 'call-guide.submit', ...detail},
      request: () => new CallGuideSubmitRequestEvent(detail),
      done: () => new CallGuideSubmitDoneEvent(detail),
    });
  }

  /** The focus follows the agent to the question: to its answer, or to the heading where there is nothing to answer. */
  async #focus(): Promise<void> {
    const {renderRoot: root} = this.shell.host;
    const target =
      root.querySelector<HTMLElement>('input:checked') ??
      root.querySelector<HTMLElement>('input, dw-text-area') ??
      root.querySelector<HTMLElement>('#ask');
    await (target as Partial<LitElement> | null)?.updateComplete;
    target?.focus();
  }
}

/** Makes what is in the guide, and registers what it is made of. */
export const openGuide = (shell: GuideShell): GuideBody => {
  defineButton();
  defineTextArea();
  defineTimer();
  return new GuideBody(shell);
};

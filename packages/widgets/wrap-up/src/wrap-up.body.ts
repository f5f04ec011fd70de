import {html, type TemplateResult} from 'lit';
import type {InteractionId} from '@deskwire/domain';
import {
  announce,
  buttonStyles,
  chipStyles,
  ClockController,
  CommandController,
  defineButton,
  defineSearchList,
  defineTimer,
  focusStyles,
  InteractionController,
  isSameList,
  LanguageController,
  LateBody,
  noteStyles,
  RulesController,
  stateStyles,
  StreamController,
  surfaceStyles,
  type Act,
} from '@deskwire/kit';

import {Choices} from './choices.js';
import type {WrapUpElement} from './wrap-up.element.js';
import {
  ExtendWrapUpDoneEvent,
  ExtendWrapUpRequestEvent,
  WrapUpDoneEvent,
  WrapUpRequestEvent,
} from './wrap-up.events.js';
import {wrapUpWords} from './wrap-up.messages.js';
import {contextText, dialog, handsetNote, type Scene, type WrapUpAct} from './wrap-up.template.js';
import {selectHandsetNotice, selectWrapUpIds, viewWrapUp, type WrapUpView} from './wrap-up.view.js';

import {wrapUpStyles} from './wrap-up.styles.js';

/** In the order in which they come after the element's own. */
export const styles = [
  surfaceStyles,
  buttonStyles,
  chipStyles,
  focusStyles,
  noteStyles,
  stateStyles,
  wrapUpStyles,
];

/** Registers what the dialog is made of, and makes the inside of one. */
export const open = (host: WrapUpElement): WrapUpBody => {
  defineButton();
  defineSearchList();
  defineTimer();
  return new WrapUpBody(host);
};

/** How many seconds before the end of the countdown it is said. */
const SOON = 10;

/** The inside of the dialog: the form, its countdown, and what becomes of it. */
export class WrapUpBody extends LateBody<WrapUpElement> {
  readonly #language = new LanguageController(this.host, wrapUpWords);
  readonly #commands = new CommandController(this.host);
  readonly #waiting = new StreamController(this.host, selectWrapUpIds, isSameList);
  readonly #isOffHook = new StreamController(this.host, selectHandsetNotice);
  readonly #contact = new InteractionController(
    this.host,
    () => this.host.interactionId ?? this.#waiting.value?.[0],
  );
  readonly #clock = new ClockController(this.host, () => {
    this.#handleSecond();
  });
  readonly #choices = new Choices();
  #known: readonly InteractionId[] = [];
  #shown: WrapUpView | undefined;
  #saidSoon = '';
  #wasInCountdown = false;

  constructor(host: WrapUpElement) {
    super(host);
    // Wakes the dialog when what is allowed changes without the contact changing.
    new RulesController(host);
  }

  override look(): void {
    this.#wasInCountdown = this.host.shadowRoot?.activeElement?.closest('.countdown') != null;
  }

  override render(): TemplateResult | undefined {
    const view = this.#view();
    const {locale, dir} = this.#language;
    const isOffHook = this.#isOffHook.value ?? false;
    if (!view) {
      return isOffHook
        ? html`<div class="top dialog" part="dialog" lang=${locale} dir=${dir}>
            ${handsetNote({language: this.#language})}
          </div>`
        : undefined;
    }
    return html`<section
      class="top dialog"
      part="dialog"
      role="dialog"
      aria-labelledby="title"
      aria-describedby="context"
      lang=${locale}
      dir=${dir}
    >
      ${dialog(view, isOffHook, this.#scene(view))}
    </section>`;
  }

  override shown(): void {
    this.#forgetDone();
    const before = this.#shown;
    const now = this.#view();
    this.#shown = now;
    if (now && now.interactionId !== before?.interactionId) {
      announce(
        this.host,
        this.#language.t('opened', {contact: contextText(now, {language: this.#language})}),
      );
    }
    if (now && before?.countdown && !now.countdown && before.interactionId === now.interactionId) {
      announce(this.host, this.#language.t('countdownCancelled'));
      // The button that had the focus is gone: it goes to the one that is left.
      if (this.#wasInCountdown) this.host.renderRoot.querySelector<HTMLElement>('.submit')?.focus();
    }
  }

  #view(): WrapUpView | undefined {
    const {stream, value} = this.#contact;
    if (!stream || !value) return undefined;
    return viewWrapUp(stream.snapshot(), value, this.#choices.get(value.id), (ask) => stream.permit(ask));
  }

  #scene(view: WrapUpView): Scene {
    const commands = this.#commands;
    const key = (act: WrapUpAct): string => `${act} ${view.interactionId}`;
    return {
      language: this.#language,
      now: this.#clock.now(),
      isPending: (act) => commands.isPending(key(act)),
      refusal: (act) => commands.refusal(key(act)),
      act: (act) => commands.run(key(act), act === 'submit' ? this.#submit(view) : this.#extend(view)),
      retry: (act) => {
        commands.retry(key(act));
      },
      dismiss: (act) => {
        commands.dismiss(key(act));
      },
      choose: (reasonIds) => {
        this.#choices.set(view.interactionId, reasonIds);
        commands.dismiss(key('submit'));
        this.host.requestUpdate();
      },
    };
  }

  #submit({interactionId, chosen}: WrapUpView): Act {
    const detail = {interactionId, reasonIds: chosen};
    return {
      command: {type: 'wrap-up.submit', ...detail},
      request: () => new WrapUpRequestEvent(detail),
      done: () => new WrapUpDoneEvent(detail),
    };
  }

  #extend({interactionId}: WrapUpView): Act {
    return {
      command: {type: 'wrap-up.extend', interactionId},
      request: () => new ExtendWrapUpRequestEvent({interactionId}),
      done: () => new ExtendWrapUpDoneEvent({interactionId}),
    };
  }

  /** What was submitted, by the agent or by the countdown, is remembered no longer. */
  #forgetDone(): void {
    const ids = this.#waiting.value;
    if (!ids) {
      // No stream: nothing is known, so nothing is done.
      this.#known = [];
      return;
    }
    for (const id of this.#known) if (!ids.includes(id)) this.#choices.forget(id);
    this.#known = ids;
  }

  /** The bar, and one word shortly before the end. */
  #handleSecond(): void {
    const {countdown, interactionId = ''} = this.#shown ?? {};
    if (!countdown) return;
    this.host.requestUpdate();
    const left = Math.ceil((countdown.deadline - this.#clock.now()) / 1000);
    if (left > SOON || left <= 0 || this.#saidSoon === interactionId) return;
    this.#saidSoon = interactionId;
    announce(this.host, this.#language.t('soon', {count: left}));
  }
}

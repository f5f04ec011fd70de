import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {DeskState, InteractionId} from '@deskwire/domain';
import {
  announce,
  announcerFor,
  buttonStyles,
  chipStyles,
  ClockController,
  CommandController,
  DeskwireElement,
  focusStyles,
  InteractionController,
  LanguageController,
  noteStyles,
  stateStyles,
  StreamController,
  surfaceStyles,
  type Act,
} from '@deskwire/kit';

import {Choices} from './choices.js';
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

/** How many seconds before the end of the countdown it is said. */
const SOON = 10;

const isSame = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** What of the desk, beside the contact itself, changes what the dialog shows. */
const selectAround = ({capabilities, tenant, profile, presence}: DeskState): readonly unknown[] => [
  capabilities,
  tenant,
  profile,
  presence.state,
];

/**
 * The wrap-up dialog: choose what the contact was about and submit it, or let the countdown do so. It appears by itself
 * when a contact of this agent ends, takes no focus, and does not close before it is submitted.
 *
 * It shows the contact that waits longest, or the one whose id is set.
 *
 * @element dw-wrap-up
 * @csspart dialog - The surface.
 * @fires dw-wrap-up-request - Before the wrap-up is submitted; cancelable.
 * @fires dw-wrap-up-done - The wrap-up was submitted by the agent.
 * @fires dw-extend-wrap-up-request - Before the countdown is cancelled; cancelable.
 * @fires dw-extend-wrap-up-done - No countdown runs any more.
 */
export class WrapUpElement extends DeskwireElement {
  static override styles = [
    surfaceStyles,
    buttonStyles,
    chipStyles,
    focusStyles,
    noteStyles,
    stateStyles,
    wrapUpStyles,
  ];

  /** The contact to wrap up; unset, the one that waits longest. */
  @property({attribute: false}) interactionId: InteractionId | undefined;

  readonly #language = new LanguageController(this, wrapUpWords);
  readonly #commands = new CommandController(this);
  readonly #waiting = new StreamController(this, selectWrapUpIds, isSame);
  readonly #isOffHook = new StreamController(this, selectHandsetNotice);
  readonly #contact = new InteractionController(this, () => this.interactionId ?? this.#waiting.value?.[0]);
  readonly #clock = new ClockController(this, () => {
    this.#handleSecond();
  });
  readonly #choices = new Choices();
  #known: readonly InteractionId[] = [];
  #shown: WrapUpView | undefined;
  #saidSoon = '';
  #wasInCountdown = false;

  constructor() {
    super();
    // Wakes the dialog when what is allowed changes without the contact changing.
    new StreamController(this, selectAround, isSame);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#wasInCountdown = this.shadowRoot?.activeElement?.closest('.countdown') != null;
  }

  protected override render(): TemplateResult {
    const view = this.#view();
    const {locale, dir} = this.#language;
    const isOffHook = this.#isOffHook.value ?? false;
    if (!view) {
      return isOffHook
        ? html`<div class="top dialog" part="dialog" lang=${locale} dir=${dir}>
            ${handsetNote({language: this.#language})}
          </div>`
        : html`${nothing}`;
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

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#forgetDone();
    const before = this.#shown;
    const now = this.#view();
    this.#shown = now;
    if (now && now.interactionId !== before?.interactionId) {
      announce(this, this.#language.t('opened', {contact: contextText(now, {language: this.#language})}));
    }
    if (now && before?.countdown && !now.countdown && before.interactionId === now.interactionId) {
      announce(this, this.#language.t('countdownCancelled'));
      // The button that had the focus is gone: it goes to the one that is left.
      if (this.#wasInCountdown) this.renderRoot.querySelector<HTMLElement>('.submit')?.focus();
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
        this.requestUpdate();
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
    this.requestUpdate();
    const left = Math.ceil((countdown.deadline - this.#clock.now()) / 1000);
    if (left > SOON || left <= 0 || this.#saidSoon === interactionId) return;
    this.#saidSoon = interactionId;
    announce(this, this.#language.t('soon', {count: left}));
  }
}

import {html, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {DeskState, InteractionId} from '@deskwire/domain';
import {
  announce,
  announcerFor,
  buttonStyles,
  CommandController,
  DeskwireElement,
  focusStyles,
  InteractionController,
  LanguageController,
  stateStyles,
  StreamController,
  surfaceStyles,
} from '@deskwire/kit';

import {actOf, keyOf} from './interaction-control.acts.js';
import {controlWords} from './interaction-control.messages.js';
import {
  actions,
  failures,
  identity,
  reason,
  recordingStrip,
  type Scene,
} from './interaction-control.template.js';
import {selectOwnCallId, viewControl, type ControlView} from './interaction-control.view.js';

import {controlStyles} from './interaction-control.styles.js';

/** What of the desk, beside the call itself, changes what the pane shows. */
const selectAround = ({capabilities, tenant, profile, presence}: DeskState): readonly unknown[] => [
  capabilities,
  tenant,
  profile,
  presence.state,
];

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.every((part, index) => part === b[index]);

/**
 * The interaction control pane of a call: who it is, how long it lasts, what state it is in, and what can be done.
 *
 * It follows the agent's newest active call, or the one whose id is set. Without a call it shows the `empty` slot.
 *
 * @element dw-interaction-control
 * @slot empty - Shown while there is no call.
 * @csspart pane - The card.
 * @fires dw-hold-request - Before the customer is put on hold; cancelable.
 * @fires dw-hold-done - The customer is on hold.
 * @fires dw-resume-request - Before the customer is taken off hold; cancelable.
 * @fires dw-resume-done - The customer is off hold.
 * @fires dw-end-request - Before the call is ended; cancelable.
 * @fires dw-end-done - The call has ended.
 * @fires dw-pause-recording-request - Before recording is paused; cancelable.
 * @fires dw-pause-recording-done - Recording is paused.
 * @fires dw-start-recording-request - Before recording starts again; cancelable.
 * @fires dw-start-recording-done - Recording runs again.
 */
export class InteractionControlElement extends DeskwireElement {
  static override styles = [surfaceStyles, buttonStyles, focusStyles, stateStyles, controlStyles];

  /** The call to show; unset, the pane follows the agent's newest active one. */
  @property({attribute: false}) interactionId: InteractionId | undefined;

  readonly #language = new LanguageController(this, controlWords);
  readonly #commands = new CommandController(this);
  readonly #own = new StreamController(this, selectOwnCallId);
  readonly #call = new InteractionController(this, () => this.interactionId ?? this.#own.value);
  #shown: ControlView | undefined;

  constructor() {
    super();
    // Wakes the pane when what is allowed changes without the call changing.
    new StreamController(this, selectAround, isSame);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  protected override render(): TemplateResult {
    const view = this.#view();
    if (!view) return html`<slot name="empty"></slot>`;
    const {locale, dir} = this.#language;
    const scene = this.#scene(view.interactionId);
    return html`<section
      class="card"
      part="pane"
      lang=${locale}
      dir=${dir}
      aria-label=${this.#language.t('pane')}
    >
      ${identity(view, scene)} ${recordingStrip(view, scene)} ${actions(view, scene)} ${reason(view, scene)}
      ${failures(scene)}
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const before = this.#shown;
    this.#shown = this.#view();
    this.#tell(before, this.#shown);
  }

  // Asked for in render, since the controllers follow a new id just before it.
  #view(): ControlView | undefined {
    const {stream} = this.#call;
    return stream && viewControl(stream.snapshot(), this.#call.value, (ask) => stream.permit(ask));
  }

  #scene(id: InteractionId): Scene {
    const commands = this.#commands;
    return {
      language: this.#language,
      state: (command) => commands.state(keyOf(command, id)),
      act: (command) => commands.run(keyOf(command, id), actOf(command, id)),
      retry: (command) => {
        commands.retry(keyOf(command, id));
      },
      dismiss: (command) => {
        commands.dismiss(keyOf(command, id));
      },
    };
  }

  /** A change of state is said, since the label changes under the finger that rests on the button. */
  #tell(before: ControlView | undefined, now: ControlView | undefined): void {
    const state = now?.chips[0].chip;
    if (!state || before?.interactionId !== now.interactionId || before.chips[0].chip === state) return;
    announce(this, this.#language.t(state), 'polite');
  }
}

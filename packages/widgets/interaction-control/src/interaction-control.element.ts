import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {DeskState, InteractionId} from '@deskwire/domain';
import {
  announce,
  announcerFor,
  buttonStyles,
  DeskwireElement,
  focusStyles,
  InteractionController,
  keypadStyles,
  LanguageController,
  PlainCommandController,
  stateStyles,
  StreamController,
  surfaceStyles,
} from '@deskwire/kit';

import {DigitsSender} from './digits-sender.js';
import {HandOverGuard} from './hand-over-guard.js';
import {actOf, keyOf, openEvent} from './interaction-control.acts.js';
import {controlWords} from './interaction-control.messages.js';
import {paneTemplate} from './interaction-control.template.js';
import type {
  ActionView,
  ControlCommand,
  ControlView,
  PaneId,
  PlainCommand,
} from './interaction-control.types.js';
import {selectOwnCallId, viewControl} from './interaction-control.view.js';
import {NoticeController} from './notices.js';
import {reasonText, type Panel, type Scene} from './scene.js';
import {actionOf, hasRows, rowsOf} from './shortcut-actions.js';
import {ShortcutController} from './shortcut-controller.js';
import type {ShortcutMap, ShortcutName} from './shortcuts.js';

import {controlStyles} from './interaction-control.styles.js';

/** What of the desk, beside the call itself, changes what the panes show. */
const selectAround = ({capabilities, tenant, profile, presence}: DeskState): readonly unknown[] => [
  capabilities,
  tenant,
  profile,
  presence.state,
];

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.every((part, index) => part === b[index]);

/**
 * The interaction control pane of a call: who it is, how long it lasts, what state it is in, and what can be done. In a
 * consult there is one pane per party; a conference is one pane for all.
 *
 * It follows the agent's newest active call, or the one whose id is set. Without a call it shows the `empty` slot.
 * "Consult" and "Transfer" send nothing: they ask the page to open its dialog.
 *
 * @element dw-interaction-control
 * @slot empty - Shown while there is no call.
 * @csspart pane - A card: one per party of a consult, else one.
 * @fires dw-consult-open - The page should open its consult dialog for the call.
 * @fires dw-transfer-open - The page should open its transfer dialog for the call.
 * @fires dw-hold-request - Before the customer is put on hold; cancelable.
 * @fires dw-hold-done - The customer is on hold.
 * @fires dw-resume-request - Before the customer is taken off hold; cancelable.
 * @fires dw-resume-done - The customer is off hold.
 * @fires dw-end-request - Before the call is ended; cancelable.
 * @fires dw-end-done - The call has ended.
 * @fires dw-cancel-consult-request - Before a requested consult is withdrawn; cancelable.
 * @fires dw-cancel-consult-done - The consult was withdrawn.
 * @fires dw-hold-consult-request - Before the consulted party is put on hold; cancelable.
 * @fires dw-hold-consult-done - The consulted party is on hold.
 * @fires dw-resume-consult-request - Before the consulted party is taken off hold; cancelable.
 * @fires dw-resume-consult-done - The consulted party is off hold.
 * @fires dw-end-consult-request - Before the consult is ended or left; cancelable.
 * @fires dw-end-consult-done - The consult is over for this agent.
 * @fires dw-transfer-consult-request - Before the call is handed to the consulted party; cancelable.
 * @fires dw-transfer-consult-done - The consulted party has the call.
 * @fires dw-start-conference-request - Before the consult becomes a conference; cancelable.
 * @fires dw-start-conference-done - The conference has begun.
 * @fires dw-transfer-conference-request - Before the conference is handed to the others; cancelable.
 * @fires dw-transfer-conference-done - The others go on without this agent.
 * @fires dw-end-conference-request - Before the conference is ended or left; cancelable.
 * @fires dw-end-conference-done - The conference is over for this agent.
 * @fires dw-pause-recording-request - Before recording is paused; cancelable.
 * @fires dw-pause-recording-done - Recording is paused.
 * @fires dw-start-recording-request - Before recording starts again; cancelable.
 * @fires dw-start-recording-done - Recording runs again.
 * @fires dw-mute-request - Before the agent's microphone is muted; cancelable.
 * @fires dw-mute-done - The microphone is muted.
 * @fires dw-unmute-request - Before the agent's microphone is live again; cancelable.
 * @fires dw-unmute-done - The microphone is live.
 * @fires dw-send-digits-request - Before in-call digits are sent; cancelable. It does not say which.
 * @fires dw-send-digits-done - In-call digits were sent.
 */
export class InteractionControlElement extends DeskwireElement {
  static override styles = [
    surfaceStyles,
    buttonStyles,
    focusStyles,
    stateStyles,
    keypadStyles,
    controlStyles,
  ];

  /** The call to show; unset, the pane follows the agent's newest active one. */
  @property({attribute: false}) interactionId: InteractionId | undefined;
  /** Keys by what they do, e.g. `{hold: 'Alt+Shift+H', end: false}`; what is left out keeps its default; `false`: none. */
  @property({attribute: false}) shortcuts: Partial<ShortcutMap> | false = {};

  readonly #language = new LanguageController(this, controlWords);
  readonly #commands = new PlainCommandController(this);
  readonly #digits = new DigitsSender(this, this.#commands);
  readonly #guard = new HandOverGuard(this);
  readonly #own = new StreamController(this, selectOwnCallId);
  readonly #call = new InteractionController(this, () => this.interactionId ?? this.#own.value);
  readonly #notices = new NoticeController(this, (id, notice) => {
    if (id === this.#view?.interactionId) announce(this, this.#language.t(notice), 'polite');
  });
  #view: ControlView | undefined;
  #explained: ControlCommand | undefined;
  #isRendering = false;
  readonly #panels = new Set<Panel>();
  /** The pane whose dialpad was just opened. */
  #opened: PaneId | undefined;
  #focused: Element | null = null;

  constructor() {
    super();
    // Wakes the panes when what is allowed changes without the call changing.
    new StreamController(this, selectAround, isSame);
    new ShortcutController(this, {
      shortcuts: () => this.shortcuts,
      run: (name) => this.#runShortcut(name),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  // Not earlier: the controllers follow a new id just before this.
  protected override update(changed: PropertyValues): void {
    const before = this.#view;
    this.#view = this.#look();
    if (this.#guard.follow(before, this.#view)) this.#view = this.#look();
    this.#follow(before, this.#view);
    this.#focused = this.shadowRoot?.activeElement ?? null;
    this.#isRendering = true;
    super.update(changed);
    this.#isRendering = false;
  }

  protected override render(): TemplateResult {
    const view = this.#view;
    if (!view) return html`<slot name="empty"></slot>`;
    const {locale, dir} = this.#language;
    const scene = this.#scene(view);
    const [first, second] = view.panes;
    return html`<div class="panes" lang=${locale} dir=${dir}>
      ${paneTemplate(first, view, scene)} ${second ? paneTemplate(second, view, scene) : nothing}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // A control that went away takes the focus with it: the pane that is left keeps the place, without pressing anything.
    if (this.#focused && !this.#focused.isConnected) this.#pane()?.focus();
    // Whoever opens the dialpad wants to press digits.
    if (this.#opened) this.renderRoot.querySelector<HTMLElement>(`#${this.#opened} [tabindex="0"]`)?.focus();
    this.#opened = undefined;
  }

  #look(): ControlView | undefined {
    const {stream} = this.#call;
    if (!stream) return undefined;
    return viewControl(stream.snapshot(), this.#call.value, (ask) => stream.permit(ask), this.#guard.isOn);
  }

  #scene(view: ControlView): Scene {
    const {interactionId: id} = view;
    const commands = this.#commands;
    return {
      language: this.#language,
      state: (command) => commands.state(keyOf(command, id)),
      act: (command) => {
        this.#act(command, id);
      },
      retry: (command) => {
        commands.retry(keyOf(command, id));
      },
      dismiss: (command) => {
        commands.dismiss(keyOf(command, id));
        if (command === 'call.dtmf') this.#digits.giveUp();
      },
      explained: this.#explained,
      explain: (command) => {
        this.#explain(command);
      },
      forget: (command) => {
        if (this.#explained === command) this.#explain(undefined);
      },
      isOpen: (panel) => this.#panels.has(panel),
      toggle: (panel) => {
        this.#toggle(panel);
      },
      digits: (pane) => this.#digits.line(pane),
      press: (pane, digit) => {
        const keypad = view.panes.find((one) => one.id === pane)?.keypad;
        if (keypad && !keypad.reason) this.#digits.press(pane, digit);
      },
      hasShortcuts: hasRows(this.shortcuts, view),
      shortcutRows: () => rowsOf(this.shortcuts, id, this.#call.stream),
      notice: this.#notices.of(this.#call.value),
      dismissNotice: () => {
        this.#notices.dismiss();
      },
    };
  }

  #act(command: ControlCommand, id: InteractionId): void {
    const opens = openEvent(command, id);
    if (opens) this.dispatchEvent(opens);
    else this.#commands.run(keyOf(command, id), actOf(command as PlainCommand, id));
  }

  #runShortcut(name: ShortcutName): boolean {
    const view = this.#view;
    const action = view && actionOf(name, view);
    if (!view || !action) return false;
    if (action.command === 'call.dtmf') this.#openKeypad(view);
    else if (action.reason) this.#refuse(action);
    else this.#act(action.command, view.interactionId);
    return true;
  }

  /** A key that does nothing now says why, in sight and aloud. */
  #refuse({command, reason}: ActionView): void {
    this.#explain(command);
    announce(this, reasonText({language: this.#language}, reason), 'assertive');
  }

  #openKeypad({panes}: ControlView): void {
    const pane = panes.find(({keypad}) => keypad && !keypad.reason) ?? panes[0];
    this.#toggle(`keypad ${pane.id}`);
  }

  #explain(command: ControlCommand | undefined): void {
    this.#explained = command;
    // What goes away loses the focus while it is taken out.
    if (!this.#isRendering) this.requestUpdate();
  }

  #toggle(panel: Panel): void {
    if (!this.#panels.delete(panel)) {
      this.#panels.add(panel);
      if (panel.startsWith('keypad')) this.#opened = panel.endsWith('consult') ? 'consult' : 'call';
    }
    this.requestUpdate();
  }

  #pane(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.card');
  }

  /** Another call has nothing of this one. A change of state is said, since labels change under the resting finger. */
  #follow(before: ControlView | undefined, now: ControlView | undefined): void {
    this.#digits.follow(now?.interactionId);
    if (before?.interactionId !== now?.interactionId) {
      this.#panels.clear();
      this.#explained = undefined;
      return;
    }
    const known = new Set(before && chipsOf(before));
    for (const chip of now ? chipsOf(now) : []) {
      if (!known.has(chip)) announce(this, this.#language.t(chip), 'polite');
    }
  }
}

const chipsOf = ({panes}: ControlView) => panes.flatMap(({chips}) => chips.map(({chip}) => chip));

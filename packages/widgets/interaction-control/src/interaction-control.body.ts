import {html, nothing, type TemplateResult} from 'lit';
import type {InteractionId} from '@deskwire/domain';
import {
  announce,
  buttonStyles,
  defineButton,
  defineTimer,
  focusStyles,
  InteractionController,
  keypadStyles,
  LanguageController,
  LateBody,
  PlainCommandController,
  RulesController,
  stateStyles,
  StreamController,
  surfaceStyles,
} from '@deskwire/kit';

import {DigitsSender} from './digits-sender.js';
import {HandOverGuard} from './hand-over-guard.js';
import {actOf, keyOf, openEvent} from './interaction-control.acts.js';
import type {InteractionControlElement} from './interaction-control.element.js';
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
import type {ShortcutName} from './shortcuts.js';

import {controlStyles} from './interaction-control.styles.js';

/** In the order in which they come after the element's own. */
export const styles = [surfaceStyles, buttonStyles, focusStyles, stateStyles, keypadStyles, controlStyles];

/** Registers what the panes are made of, and makes the inside of one element. */
export const open = (host: InteractionControlElement): InteractionControlBody => {
  defineButton();
  defineTimer();
  return new InteractionControlBody(host);
};

/** The inside of the pane: what is shown of a call, what can be done with it, and the keys for that. */
export class InteractionControlBody extends LateBody<InteractionControlElement> {
  readonly #language = new LanguageController(this.host, controlWords);
  readonly #commands = new PlainCommandController(this.host);
  readonly #digits = new DigitsSender(this.host, this.#commands);
  readonly #guard = new HandOverGuard(this.host);
  readonly #own = new StreamController(this.host, selectOwnCallId);
  readonly #call = new InteractionController(this.host, () => this.host.interactionId ?? this.#own.value);
  readonly #notices = new NoticeController(this.host, (id, notice) => {
    if (id === this.#view?.interactionId) announce(this.host, this.#language.t(notice), 'polite');
  });
  #view: ControlView | undefined;
  #explained: ControlCommand | undefined;
  #isRendering = false;
  readonly #panels = new Set<Panel>();
  /** The pane whose dialpad was just opened. */
  #opened: PaneId | undefined;
  #focused: Element | null = null;

  constructor(host: InteractionControlElement) {
    super(host);
    // Wakes the panes when what is allowed changes without the call changing.
    new RulesController(host);
    new ShortcutController(host, {
      shortcuts: () => host.shortcuts,
      run: (name) => this.#runShortcut(name),
    });
  }

  override look(): void {
    const before = this.#view;
    this.#view = this.#look();
    if (this.#guard.follow(before, this.#view)) this.#view = this.#look();
    this.#follow(before, this.#view);
    this.#focused = this.host.shadowRoot?.activeElement ?? null;
    this.#isRendering = true;
  }

  override render(): TemplateResult | undefined {
    const view = this.#view;
    if (!view) return undefined;
    const {locale, dir} = this.#language;
    const scene = this.#scene(view);
    const [first, second] = view.panes;
    return html`<div class="panes" lang=${locale} dir=${dir}>
      ${paneTemplate(first, view, scene)} ${second ? paneTemplate(second, view, scene) : nothing}
    </div>`;
  }

  override shown(): void {
    this.#isRendering = false;
    // A control that went away takes the focus with it: the pane that is left keeps the place, without pressing anything.
    if (this.#focused && !this.#focused.isConnected) this.#pane()?.focus();
    // Whoever opens the dialpad wants to press digits.
    if (this.#opened)
      this.host.renderRoot.querySelector<HTMLElement>(`#${this.#opened} [tabindex="0"]`)?.focus();
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
      hasShortcuts: hasRows(this.host.shortcuts, view),
      shortcutRows: () => rowsOf(this.host.shortcuts, id, this.#call.stream),
      notice: this.#notices.of(this.#call.value),
      dismissNotice: () => {
        this.#notices.dismiss();
      },
    };
  }

  #act(command: ControlCommand, id: InteractionId): void {
    const opens = openEvent(command, id);
    if (opens) this.host.dispatchEvent(opens);
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
    announce(this.host, reasonText({language: this.#language}, reason), 'assertive');
  }

  #openKeypad({panes}: ControlView): void {
    const pane = panes.find(({keypad}) => keypad && !keypad.reason) ?? panes[0];
    this.#toggle(`keypad ${pane.id}`);
  }

  #explain(command: ControlCommand | undefined): void {
    this.#explained = command;
    // What goes away loses the focus while it is taken out.
    if (!this.#isRendering) this.host.requestUpdate();
  }

  #toggle(panel: Panel): void {
    if (!this.#panels.delete(panel)) {
      this.#panels.add(panel);
      if (panel.startsWith('keypad')) this.#opened = panel.endsWith('consult') ? 'consult' : 'call';
    }
    this.host.requestUpdate();
  }

  #pane(): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>('.card');
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
      if (!known.has(chip)) announce(this.host, this.#language.t(chip), 'polite');
    }
  }
}

const chipsOf = ({panes}: ControlView) => panes.flatMap(({chips}) => chips.map(({chip}) => chip));

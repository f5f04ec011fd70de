import {
  callRefusals,
  consultRefusals,
  contactRefusals,
  refusalTextFrom,
  type ActState,
  type DialKey,
  type LanguageController,
} from '@deskwire/kit';

import type {DigitLine} from './digit-line.js';
import type {ControlWords} from './interaction-control.messages.js';
import type {ControlCommand, PaneId, Reason} from './interaction-control.types.js';
import type {Notice} from './notices.js';
import type {ShortcutName} from './shortcuts.js';

/** What a person opens and closes in a pane. */
export type Panel = `keypad ${PaneId}` | `variables ${PaneId}` | 'shortcuts';

/** One line of the list of keys. */
export interface ShortcutRow {
  readonly name: ShortcutName;
  readonly keys: readonly string[];
}

/** What the templates need beside the view: words, how commands are doing, what is open, and where a press goes. */
export interface Scene {
  readonly language: LanguageController<ControlWords>;
  state(command: ControlCommand): ActState;
  act(command: ControlCommand): void;
  retry(command: ControlCommand): void;
  dismiss(command: ControlCommand): void;
  /** The control whose reason is in view, since it has the focus or was pressed. */
  readonly explained: ControlCommand | undefined;
  explain(command: ControlCommand): void;
  forget(command: ControlCommand): void;
  isOpen(panel: Panel): boolean;
  toggle(panel: Panel): void;
  /** The digits of one pane. */
  digits(pane: PaneId): DigitLine;
  press(pane: PaneId, digit: DialKey): void;
  /** Whether there are any keys to list. */
  readonly hasShortcuts: boolean;
  shortcutRows(): readonly ShortcutRow[];
  readonly notice: Notice | undefined;
  dismissNotice(): void;
}

/** Every refusal that a control of this pane can meet. */
export const refusalText = refusalTextFrom(callRefusals, consultRefusals, contactRefusals);

/** Why a control does nothing now, in words; empty where it does. */
export const reasonText = ({language}: Pick<Scene, 'language'>, reason: Reason | undefined): string => {
  if (!reason) return '';
  return reason.words ? language.t(reason.words) : refusalText(language.locale, reason.refusal);
};

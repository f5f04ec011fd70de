import type {InteractionId} from '@deskwire/domain';
import {controlOf} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

import type {ActionView, ControlCommand, ControlView} from './interaction-control.types.js';
import type {ShortcutRow} from './scene.js';
import {chordParts, shortcutsOf, type ShortcutMap, type ShortcutName} from './shortcuts.js';

/**
 * What a key does in what is shown now. Of two panes the customer's is held and resumed, and the consulted party's is handed
 * over, joined and ended.
 * @returns Undefined where there is no such control.
 */
export const actionOf = (name: ShortcutName, {panes}: ControlView): ActionView | undefined => {
  const [first] = panes;
  const last = panes.at(-1) ?? first;
  switch (name) {
    case 'mute':
      return first.mute;
    case 'recording':
      return first.recording?.control;
    case 'keypad':
      return (panes.find(({keypad}) => keypad && !keypad.reason) ?? first).keypad;
    case 'hold':
      return first.actions.hold;
    default:
      return last.actions[name];
  }
};

/** The commands that make a key worth listing: one of them is possible for this agent at all. */
const COMMANDS: Readonly<Record<ShortcutName, readonly ControlCommand[]>> = {
  hold: ['call.hold'],
  consult: ['consult.start'],
  transfer: ['interaction.transfer', 'consult.transfer'],
  conference: ['conference.start'],
  end: ['interaction.end', 'consult.end', 'conference.end'],
  mute: ['call.mute', 'call.unmute'],
  keypad: ['call.dtmf'],
  recording: ['recording.pause'],
};

const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

/** Whether there are keys in force, and something for them to do. */
export const hasRows = (
  shortcuts: Partial<ShortcutMap> | false,
  {panes: [{columns, actions}]}: ControlView,
): boolean => (columns > 0 || actions.end !== undefined) && shortcutsOf(shortcuts).length > 0;

/** The keys that are in force and that can do something for this agent in this call. */
export const rowsOf = (
  shortcuts: Partial<ShortcutMap> | false,
  interactionId: InteractionId,
  stream: StreamHandle | undefined,
): readonly ShortcutRow[] => {
  const isPossible = (type: ControlCommand): boolean =>
    controlOf(stream?.permit({type, interactionId})).shown;
  return shortcutsOf(shortcuts)
    .filter(({name}) => COMMANDS[name].some(isPossible))
    .map(({name, text}) => ({name, keys: chordParts(text, isMac())}));
};

import {
  callIcon,
  conferenceIcon,
  consultIcon,
  endCallIcon,
  holdIcon,
  incomingCallIcon,
  recordingIcon,
  resumeIcon,
  waitingIcon,
  wrapUpIcon,
  type Hue,
  type Icon,
} from '@deskwire/kit';

import type {Chip, ControlCommand} from './interaction-control.view.js';

/** How a state looks: its hue, the icon of its chip, and that of the tile beside the name. */
export interface ChipLook {
  readonly hue: Hue;
  readonly icon: Icon;
  readonly tile: Icon;
}

/** One look per state. */
export const chipLooks: Readonly<Record<Chip, ChipLook>> = {
  connecting: {hue: 'connecting', icon: waitingIcon, tile: callIcon},
  ringing: {hue: 'ringing', icon: incomingCallIcon, tile: incomingCallIcon},
  active: {hue: 'active', icon: callIcon, tile: callIcon},
  hold: {hue: 'hold', icon: holdIcon, tile: callIcon},
  'consult-requested': {hue: 'consult', icon: consultIcon, tile: callIcon},
  consult: {hue: 'consult', icon: consultIcon, tile: consultIcon},
  'consult-hold': {hue: 'hold', icon: holdIcon, tile: consultIcon},
  conference: {hue: 'conference', icon: conferenceIcon, tile: conferenceIcon},
  'wrap-up': {hue: 'wrapup', icon: wrapUpIcon, tile: callIcon},
  ended: {hue: 'idle', icon: endCallIcon, tile: callIcon},
};

/** One icon per control. */
export const controlIcons: Readonly<Record<ControlCommand, Icon>> = {
  'call.hold': holdIcon,
  'call.resume': resumeIcon,
  'interaction.end': endCallIcon,
  'recording.pause': holdIcon,
  'recording.resume': recordingIcon,
};

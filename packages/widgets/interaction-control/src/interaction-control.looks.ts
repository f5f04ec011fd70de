import {
  callIcon,
  closeIcon,
  conferenceIcon,
  consultIcon,
  dialpadIcon,
  endCallIcon,
  holdIcon,
  incomingCallIcon,
  muteIcon,
  recordingIcon,
  resumeIcon,
  transferIcon,
  unmuteIcon,
  waitingIcon,
  wrapUpIcon,
  type Hue,
  type Icon,
} from '@deskwire/kit';

import type {Chip, ControlCommand} from './interaction-control.types.js';

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
  muted: {hue: 'idle', icon: muteIcon, tile: muteIcon},
};

/** One icon per control. */
export const controlIcons: Readonly<Record<ControlCommand, Icon>> = {
  'call.hold': holdIcon,
  'call.resume': resumeIcon,
  'consult.hold': holdIcon,
  'consult.resume': resumeIcon,
  'consult.start': consultIcon,
  'interaction.transfer': transferIcon,
  'consult.transfer': transferIcon,
  'conference.transfer': transferIcon,
  'conference.start': conferenceIcon,
  'interaction.end': endCallIcon,
  'consult.cancel': closeIcon,
  'consult.end': endCallIcon,
  'conference.end': endCallIcon,
  'recording.pause': holdIcon,
  'recording.resume': recordingIcon,
  'call.mute': muteIcon,
  'call.unmute': unmuteIcon,
  'call.dtmf': dialpadIcon,
};

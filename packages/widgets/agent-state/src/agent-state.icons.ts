import type {Channel} from '@deskwire/domain';
import {
  availableIcon,
  callIcon,
  chatIcon,
  emailIcon,
  idleIcon,
  offlineIcon,
  ronaIcon,
  signedOutIcon,
  socialIcon,
  wrapUpIcon,
  type Hue,
  type Icon,
} from '@deskwire/kit';

import type {AgentStateName, CurrentState} from './agent-state.view.js';

/** The colour of a state. */
export const STATE_HUES: Readonly<Record<AgentStateName, Hue>> = {
  unknown: 'connecting',
  'signed-out': 'idle',
  available: 'available',
  idle: 'idle',
  rona: 'rona',
  engaged: 'active',
  'wrap-up': 'wrapup',
};

const STATE_ICONS: Readonly<Record<AgentStateName, Icon>> = {
  unknown: offlineIcon,
  'signed-out': signedOutIcon,
  available: availableIcon,
  idle: idleIcon,
  rona: ronaIcon,
  engaged: callIcon,
  'wrap-up': wrapUpIcon,
};

const ENGAGED_ICONS: Readonly<Record<Channel, Icon>> = {
  voice: callIcon,
  chat: chatIcon,
  email: emailIcon,
  social: socialIcon,
};

/** The icon of a state; an engaged agent shows what with. */
export const currentIcon = ({state, channel}: CurrentState): Icon =>
  channel ? ENGAGED_ICONS[channel] : STATE_ICONS[state];

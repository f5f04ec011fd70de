import type {Channel} from '@deskwire/domain';
import {
  callbackIcon,
  callIcon,
  campaignIcon,
  chatIcon,
  conferenceIcon,
  consultIcon,
  emailIcon,
  holdIcon,
  incomingCallIcon,
  outdialIcon,
  socialIcon,
  waitingIcon,
  wrapUpIcon,
  type Hue,
  type Icon,
} from '@deskwire/kit';

import type {TaskRow, TaskState} from './task-list.view.js';

const CHANNEL_ICONS: Readonly<Record<Channel, Icon>> = {
  voice: callIcon,
  chat: chatIcon,
  email: emailIcon,
  social: socialIcon,
};

const ORIGIN_ICONS = {callback: callbackIcon, outdial: outdialIcon, campaign: campaignIcon} as const;

/** The colour of a state. */
export const STATE_HUES: Readonly<Record<TaskState, Hue>> = {
  connecting: 'connecting',
  ringing: 'ringing',
  waiting: 'ringing',
  active: 'active',
  held: 'hold',
  'consult-requested': 'consult',
  consulting: 'consult',
  'consult-held': 'hold',
  'conference-requested': 'conference',
  conference: 'conference',
  'wrap-up': 'wrapup',
};

const STATE_ICONS: Partial<Readonly<Record<TaskState, Icon>>> = {
  connecting: waitingIcon,
  ringing: incomingCallIcon,
  waiting: waitingIcon,
  held: holdIcon,
  'consult-requested': consultIcon,
  consulting: consultIcon,
  'consult-held': holdIcon,
  'conference-requested': conferenceIcon,
  conference: conferenceIcon,
  'wrap-up': wrapUpIcon,
};

/** What kind of contact it is: its channel, or how a call came to be. */
export const contactIcon = ({channel, origin, consult, state}: TaskRow): Icon => {
  if (channel !== 'voice') return CHANNEL_ICONS[channel];
  if (consult) return consultIcon;
  if (origin) return ORIGIN_ICONS[origin];
  return state === 'ringing' || state === 'connecting' ? incomingCallIcon : callIcon;
};

/** What state it is in; an active one shows its channel again. */
export const stateIcon = ({channel, state}: TaskRow): Icon => STATE_ICONS[state] ?? CHANNEL_ICONS[channel];

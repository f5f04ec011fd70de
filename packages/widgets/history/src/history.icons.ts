import {
  callbackIcon,
  callIcon,
  campaignIcon,
  chatIcon,
  emailIcon,
  incomingCallIcon,
  outdialIcon,
  socialIcon,
  type Icon,
} from '@deskwire/kit';
import type {Channel} from '@deskwire/domain';

import type {EntryView} from './history.view.js';

const CHANNEL_ICONS: Readonly<Record<Channel, Icon>> = {
  voice: callIcon,
  chat: chatIcon,
  email: emailIcon,
  social: socialIcon,
};

const ORIGIN_ICONS = {callback: callbackIcon, outdial: outdialIcon, campaign: campaignIcon} as const;

/** What kind of contact it was: its channel, or how a call came to be. */
export const contactIcon = ({channel, origin}: Pick<EntryView, 'channel' | 'origin'>): Icon => {
  if (channel !== 'voice') return CHANNEL_ICONS[channel];
  return origin ? ORIGIN_ICONS[origin] : incomingCallIcon;
};

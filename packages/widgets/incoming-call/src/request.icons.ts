import {
  callbackIcon,
  campaignIcon,
  chatIcon,
  consultIcon,
  emailIcon,
  incomingCallIcon,
  outdialIcon,
  socialIcon,
  type Icon,
} from '@deskwire/kit';

import type {RequestKind} from './request-kind.js';

/** One icon per kind of request, the same wherever the kind is shown. */
export const KIND_ICONS: Readonly<Record<RequestKind, Icon>> = {
  'incoming-call': incomingCallIcon,
  callback: callbackIcon,
  outdial: outdialIcon,
  campaign: campaignIcon,
  consult: consultIcon,
  chat: chatIcon,
  social: socialIcon,
  email: emailIcon,
};

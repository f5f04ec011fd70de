import type {DialStage} from '@deskwire/domain';
import {callIcon, deskPhoneIcon, infoIcon, type Icon} from '@deskwire/kit';

/** What the row of a call says in a sentence: where to answer it, or how far a call is that the agent makes. */
export const REQUEST_NOTES = ['onDeskPhone', 'preview', 'liftHandset', 'joins', 'customerRings'] as const;
/** One of {@link REQUEST_NOTES}. */
export type RequestNote = (typeof REQUEST_NOTES)[number];

/** The sentence for a call: by how far it is where the agent makes it, else by where it is answered. */
export const callNote = (stage: DialStage | undefined, hasDeskPhone: boolean): RequestNote | undefined => {
  if (stage === 'preview') return 'preview';
  if (stage === 'customer') return 'customerRings';
  if (stage === 'agent') return hasDeskPhone ? 'liftHandset' : 'joins';
  return hasDeskPhone ? 'onDeskPhone' : undefined;
};

/** One icon per sentence. */
export const NOTE_ICONS: Readonly<Record<RequestNote, Icon>> = {
  onDeskPhone: deskPhoneIcon,
  preview: infoIcon,
  liftHandset: deskPhoneIcon,
  joins: callIcon,
  customerRings: callIcon,
};

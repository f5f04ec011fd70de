import type {InteractionId} from '@deskwire/domain';

/** Why a contact is about to be left: another one is shown, or the pane was taken out of the page. */
export type LeaveReason = 'selection' | 'removal';

/** Another contact should be shown, and there are unsaved edits in this one (CAD-8). */
export interface Leaving {
  readonly to: InteractionId | undefined;
  /** `asked`: the page was told, nobody answered; `staying`: the agent stays for the time being. */
  readonly phase: 'new' | 'asking' | 'staying';
}

/** Which contact stands in the pane, and whether it is about to be left. */
export interface Place {
  readonly shown: InteractionId | undefined;
  readonly leaving?: Leaving;
}

/**
 * Which contact to show next. One with something unsaved stays until that is answered, and as soon as nothing holds it any
 * more, saved or discarded, the pane goes on to where it should be.
 * @param isHeld Whether something of the contact is unsaved.
 */
export const follow = (
  {shown, leaving}: Place,
  wanted: InteractionId | undefined,
  isHeld: (id: InteractionId) => boolean,
): Place => {
  if (shown === undefined || shown === wanted || !isHeld(shown)) return {shown: wanted};
  return leaving?.to === wanted && leaving ? {shown, leaving} : {shown, leaving: {to: wanted, phase: 'new'}};
};

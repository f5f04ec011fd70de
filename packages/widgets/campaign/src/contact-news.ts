import type {InteractionId} from '@deskwire/domain';

import type {ContactView} from './campaign.view.js';

/** What the agent did with a contact. */
export interface Acted {
  readonly interactionId: InteractionId;
  readonly act: 'skip' | 'cancel';
}

/** What happened to the contact in front of the agent since it was last looked at. */
export type ContactNews =
  /** Another one is there. */
  | 'arrived'
  /** It rings elsewhere, or no longer. */
  | 'stage'
  /** The customer answered. */
  | 'accepted'
  /** The agent skipped it, and no other one came. */
  | 'skipped'
  | 'cancelled'
  /** It was taken away. */
  | 'gone';

/**
 * @param isAccepted Whether the agent talks to the contact that was there before.
 * @param acted What the agent did last, where it has become a fact.
 */
export const contactNews = (
  before: ContactView | undefined,
  now: ContactView | undefined,
  isAccepted: boolean,
  acted: Acted | undefined,
): ContactNews | undefined => {
  if (now) {
    if (now.interactionId !== before?.interactionId) return 'arrived';
    return now.stage === before.stage ? undefined : 'stage';
  }
  if (!before) return undefined;
  if (isAccepted) return 'accepted';
  if (acted?.interactionId !== before.interactionId) return 'gone';
  return acted.act === 'skip' ? 'skipped' : 'cancelled';
};

/** Looks at the contact in front of the agent again and again, and says what happened in between. */
export class ContactWatch {
  #before: ContactView | undefined;
  #acted: Acted | undefined;

  /** The agent did something, and it has become a fact; what follows from it is no news from elsewhere. */
  acted(acted: Acted): void {
    this.#acted = acted;
  }

  /** @param isAccepted Whether the agent talks to a contact. */
  look(now: ContactView | undefined, isAccepted: (id: InteractionId) => boolean): ContactNews | undefined {
    const before = this.#before;
    const accepted = before !== undefined && isAccepted(before.interactionId);
    const news = contactNews(before, now, accepted, this.#acted);
    this.#before = now;
    if (news) this.#acted = undefined;
    return news;
  }
}

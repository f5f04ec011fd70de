import type {Channel, Instant, InteractionId, QueueRef} from './party.js';

/**
 * What the agent said about themselves, or what the system said for them. Engaged and wrap-up are never stored: they
 * follow from the engagements (`selectAvailability`).
 */
export type Presence =
  | {readonly state: 'signed-out'; readonly since: Instant}
  | {readonly state: 'available'; readonly since: Instant}
  | {readonly state: 'idle'; readonly reasonId: string; readonly since: Instant}
  | {
      readonly state: 'rona';
      readonly since: Instant;
      /** The request that was not answered. */
      readonly interactionId: InteractionId;
      readonly channel: Channel;
      readonly queue?: QueueRef;
      readonly missedAfterSeconds?: number;
    };

/** The handset of a desk phone. Off the hook after a call means: hang up before the next one (END-5). */
export interface Handset {
  readonly offHook: boolean;
}

/** Identifies a call: the interaction's id. */
export type CallId = string;
/** A phone's number as it is dialled: a customer's, an outside number, or the dial number of an agent's desk phone. */
export type LineNumber = string;

/** What one end of a call hears: its own ringing, music while nobody is there, the others, or hold music. */
export type Hearing = 'ringing' | 'waiting' | 'talking' | 'held';

/** Who is at the phone, as far as the call is concerned. */
export type Side = 'customer' | 'agent' | 'outside';

/** One end of a call as it should be. */
export interface MediaLeg {
  readonly line: LineNumber;
  readonly side: Side;
  readonly hears: Hearing;
  /** The number that this phone shows. */
  readonly peer: LineNumber;
}

/** What the phones tell. */
export type MediaEvent =
  /** Somebody outside calls `to`. */
  | {readonly type: 'called'; readonly callId: CallId; readonly from: LineNumber; readonly to: LineNumber}
  /** Somebody outside wants to be called back by `to`. */
  | {
      readonly type: 'callback-asked';
      readonly callId: CallId;
      readonly from: LineNumber;
      readonly to: LineNumber;
    }
  | {
      readonly type: 'ringing' | 'answered' | 'declined' | 'failed' | 'hung-up';
      readonly callId: CallId;
      readonly line: LineNumber;
      readonly side: Side;
    }
  | {readonly type: 'handset'; readonly line: LineNumber; readonly offHook: boolean};

/**
 * The phones, as the voice channel sees them. An implementation MUST:
 * - make a call's ends what `arrange` says, whatever they were: an end that is not named any more is let go, one that
 *   is new rings or is connected, and saying the same twice changes nothing. That is also how calls are found again
 *   after a restart, as far as the lines still exist;
 * - answer a new ringing end with `ringing`, or with `failed` where the phone cannot ring: it is busy, or has another
 *   end of this very call;
 * - tell each event once, and never from within `arrange`.
 * It MUST NOT decide anything: who hears whom follows from the facts.
 */
export interface MediaPort {
  listen(listener: (event: MediaEvent) => void): void;
  arrange(callId: CallId, legs: readonly MediaLeg[]): void;
  start(): void;
  stop(): void;
}

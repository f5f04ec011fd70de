import type {CallId, Hearing, LineNumber, MediaLeg, Side} from './media-port.js';

/** A simulated phone as its page shows it. Times are epoch milliseconds. */
export interface LineView {
  readonly number: LineNumber;
  readonly kind: 'customer' | 'desk';
  readonly state: 'idle' | 'ended' | Hearing;
  readonly since: number;
  readonly offHook: boolean;
  /** It cannot be reached: whoever calls it is told so, and it does not ring. */
  readonly switchedOff: boolean;
  /** The other number, while there is a call. */
  readonly peer?: LineNumber;
  readonly callId?: CallId;
}

/** What a person can do with a phone. `answer` lifts the receiver of one that rings. */
export const LINE_ACTS = [
  'dial',
  'ask-callback',
  'answer',
  'decline',
  'hang-up',
  'lift',
  'switch-off',
  'switch-on',
] as const;
/** One of {@link LINE_ACTS}. */
export type LineAct = (typeof LINE_ACTS)[number];

/** One simulated phone. It only keeps what is so; the switch decides. */
export class Line {
  readonly number: LineNumber;
  readonly kind: LineView['kind'];
  readonly #now: () => number;
  readonly #watchers = new Set<(line: LineView) => void>();
  #view: LineView;
  #side: Side = 'customer';
  /** When a call on this phone is given up, since nobody holds the phone any more. */
  keptUntil = Infinity;

  constructor(number: LineNumber, kind: LineView['kind'], now: () => number) {
    this.number = number;
    this.kind = kind;
    this.#now = now;
    this.#view = {number, kind, state: 'idle', since: now(), offHook: false, switchedOff: false};
  }

  /** The phone as it is. */
  get view(): LineView {
    return this.#view;
  }

  /** The call that the phone is in. */
  get callId(): CallId | undefined {
    return this.#view.callId;
  }

  /** Whose end of its call this phone is. */
  get side(): Side {
    return this.#side;
  }

  /** Whether another call can be put on this phone. */
  get isFree(): boolean {
    return this.callId === undefined && !this.#view.offHook && !this.#view.switchedOff;
  }

  /** How many pages show this phone. */
  get watched(): number {
    return this.#watchers.size;
  }

  /** Calls back with each change. */
  watch(watcher: (line: LineView) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Puts a call on the phone, or changes what is heard in it. */
  hear(callId: CallId, {side, hears, peer}: Omit<MediaLeg, 'line'>): void {
    this.#side = side;
    const {state, callId: old, offHook, since} = this.#view;
    if (state === hears && old === callId) return;
    this.#change({
      ...this.#base(),
      offHook: offHook || (this.kind === 'desk' && hears !== 'ringing'),
      state: hears,
      // The clock of a call goes on through hold.
      since: state === 'talking' || state === 'held' ? since : this.#now(),
      callId,
      peer,
    });
  }

  /** The call is over; a phone that only rang has nothing to say about it. */
  release(): void {
    const {state, offHook} = this.#view;
    this.#change({
      ...this.#base(),
      offHook,
      state: state === 'ringing' ? 'idle' : 'ended',
      since: this.#now(),
    });
  }

  /** The receiver was lifted or put down. */
  setHook(offHook: boolean): void {
    const {state} = this.#view;
    const ended = !offHook && state === 'ended';
    this.#change({...this.#view, offHook, ...(ended ? {state: 'idle', since: this.#now()} : {})});
  }

  /** It was switched off or on again. One that is off has nothing to say any more. */
  setPower(switchedOff: boolean): void {
    const isOver = this.#view.state === 'ended';
    this.#change({...this.#view, switchedOff, ...(isOver ? {state: 'idle', since: this.#now()} : {})});
  }

  #base(): Pick<LineView, 'number' | 'kind' | 'switchedOff'> {
    return {number: this.number, kind: this.kind, switchedOff: this.#view.switchedOff};
  }

  #change(view: LineView): void {
    this.#view = view;
    for (const watcher of this.#watchers) watcher(view);
  }
}

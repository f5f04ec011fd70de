import {systemClock, type StreamClock} from '../clock.js';
import {randomId} from '../random-id.js';

/** As much of a BroadcastChannel as is needed. */
export type TabChannel = Pick<BroadcastChannel, 'onmessage' | 'postMessage' | 'close'>;

/** What tabs find each other by. The browser's own, unless a test brings others. */
export interface TabDevices {
  readonly clock: StreamClock;
  readonly newId: () => string;
  /** Missing on pages without HTTPS. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly channel: ((name: string) => TabChannel) | undefined;
  /** Says `freeze` and `pagehide`. */
  readonly page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> | undefined;
}

/** Those of this page. */
export const browserDevices = (): TabDevices => ({
  clock: systemClock,
  newId: randomId,
  locks: (globalThis.navigator as Navigator | undefined)?.locks,
  channel: 'BroadcastChannel' in globalThis ? (name) => new BroadcastChannel(name) : undefined,
  page: typeof window === 'undefined' ? undefined : window,
});

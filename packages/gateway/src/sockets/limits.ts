import type {Who} from '@deskwire/domain';

import type {Rate} from '../auth/rate-limit.js';

/** How sockets are kept. All of it can be made smaller for tests. */
export interface SocketLimits {
  readonly heartbeatSeconds: number;
  /** A stranger who says no hello for so long is closed. */
  readonly helloSeconds: number;
  readonly rate: Readonly<Record<Who['kind'], Rate>>;
  /** So many refusals for rate in a row, and the socket is closed. */
  readonly rateStrikes: number;
  /** Bytes that may wait for a slow reader. */
  readonly maxBuffered: number;
  /** Sockets of one viewer. */
  readonly maxDesks: Readonly<Record<Who['kind'], number>>;
}

/** What holds unless told otherwise. */
export const SOCKET_LIMITS: SocketLimits = {
  heartbeatSeconds: 20,
  helloSeconds: 10,
  rate: {agent: {burst: 120, perSecond: 40}, customer: {burst: 40, perSecond: 8}},
  rateStrikes: 200,
  maxBuffered: 8 * 1024 * 1024,
  maxDesks: {agent: 16, customer: 8},
};

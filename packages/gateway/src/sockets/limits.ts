import type {Who} from '@deskwire/domain';

import type {Rate} from '../auth/rate-limit.js';

/** How sockets are kept. All of it can be made smaller for tests. */
export interface SocketLimits {
  readonly heartbeatSeconds: number;
  /** A stranger who says no hello for so long is closed. */
  readonly helloSeconds: number;
  /** Messages of one viewer, over all their sockets. */
  readonly rate: Readonly<Record<Who['kind'], Rate>>;
  /** Messages beyond that which are refused one by one; whoever sends more is closed. */
  readonly strikes: Rate;
  /** Notices of one viewer that they write, beside what goes on in one conversation. */
  readonly typing: Rate;
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
  strikes: {burst: 600, perSecond: 60},
  typing: {burst: 12, perSecond: 2},
  maxBuffered: 8 * 1024 * 1024,
  maxDesks: {agent: 16, customer: 8},
};

import type {Who} from '@deskwire/domain';

import type {Rate} from '../auth/rate-limit.js';

/** How files are taken, beside what the tenant says about one message. All of it can be made smaller for tests. */
export interface FileLimits {
  /** Uploads of one sender at once. */
  readonly atOnce: Readonly<Record<Who['kind'], number>>;
  /** Uploads of everybody at once. */
  readonly atOnceInAll: number;
  /** How often one sender may begin an upload. */
  readonly uploadRate: Rate;
  /** How often one reader may fetch a file. */
  readonly downloadRate: Rate;
  /** Files that a sender has not sent yet, as a multiple of what one message may have: some are taken out again. */
  readonly unsentMessages: number;
  /** How long a file waits for its message. */
  readonly keepUnsentSeconds: number;
  /** All files of one interaction. */
  readonly interactionFiles: number;
  readonly interactionBytes: number;
  /** All files of this gateway. */
  readonly totalBytes: number;
  /** What is left of the disk for everything else. */
  readonly spareBytes: number;
  /** An upload of which nothing came for so long is cut. */
  readonly idleSeconds: number;
  /** An upload that is slower than this, after {@link idleSeconds}, is cut. */
  readonly leastBytesPerSecond: number;
  /** How long a file may be looked into. */
  readonly inspectSeconds: number;
  /** Files that are looked into at once. */
  readonly inspectAtOnce: number;
}

const GIGABYTE = 1_000_000_000;

/** What holds unless told otherwise. */
export const FILE_LIMITS: FileLimits = {
  atOnce: {customer: 3, agent: 6},
  atOnceInAll: 64,
  uploadRate: {burst: 30, perSecond: 0.5},
  downloadRate: {burst: 120, perSecond: 10},
  unsentMessages: 3,
  keepUnsentSeconds: 3_600,
  interactionFiles: 500,
  interactionBytes: GIGABYTE,
  totalBytes: 100 * GIGABYTE,
  spareBytes: GIGABYTE / 2,
  idleSeconds: 20,
  leastBytesPerSecond: 2_000,
  inspectSeconds: 30,
  inspectAtOnce: 2,
};

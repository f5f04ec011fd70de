import type {Command, Who} from '@deskwire/domain';
import type {Deadline} from '../deadlines.js';
import type {Signal} from '../input.js';

/** One thing that can happen. */
export type Move =
  | {readonly kind: 'command'; readonly who: Who; readonly command: Command}
  | {readonly kind: 'signal'; readonly signal: Signal}
  | {readonly kind: 'time'; readonly deadline: Deadline};

import type {Target} from '@deskwire/domain';

/** The lists of a directory: each is a tab of the picker. */
export const DIRECTORY_LISTS = ['agents', 'queues', 'numbers'] as const;
/** One of {@link DIRECTORY_LISTS}. */
export type DirectoryList = (typeof DIRECTORY_LISTS)[number];

/** The list in which each kind of target stands. */
export const LIST_OF = {
  agent: 'agents',
  queue: 'queues',
  'entry-point': 'queues',
  number: 'numbers',
} as const satisfies Record<Target['kind'], DirectoryList>;

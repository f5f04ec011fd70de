import type {Channel, Target} from '@deskwire/domain';
import {LIST_OF, type DirectoryList} from '@deskwire/kit';

/** What happens after the transfer, each with words of its own. */
export const CONSEQUENCES = [
  'callToAgent',
  'callToNumber',
  'callToQueue',
  'callToEntryPoint',
  'chatToAgent',
  'chatToQueue',
  'mailToQueue',
] as const;
/** One of {@link CONSEQUENCES}. */
export type Consequence = (typeof CONSEQUENCES)[number];

const OF_CALL = {
  agent: 'callToAgent',
  number: 'callToNumber',
  queue: 'callToQueue',
  'entry-point': 'callToEntryPoint',
} as const satisfies Record<Target['kind'], Consequence>;

/** What a list is for, before one of its rows is chosen. */
const kindIn = (list: DirectoryList): Target['kind'] =>
  (Object.keys(LIST_OF) as readonly Target['kind'][]).find((kind) => LIST_OF[kind] === list) ?? 'agent';

/**
 * What the agent is told before they commit (XFER-10): by the kind of target that is chosen, or that the list which is
 * shown is for.
 */
export const consequenceOf = (
  channel: Channel,
  target: Target | undefined,
  list: DirectoryList = 'agents',
): Consequence => {
  const kind = target?.kind ?? kindIn(list);
  if (channel === 'voice') return OF_CALL[kind];
  if (channel === 'email') return 'mailToQueue';
  return kind === 'agent' ? 'chatToAgent' : 'chatToQueue';
};

import type {CardDataPolicy} from '@deskwire/domain';

import type {InspectedFile} from './inspect.js';
import type {Inspector} from './inspector.js';

/** What becomes of a file: it stays, it waits for somebody to look at it, or it goes, and why. */
export type FileFate = 'keep' | 'hold' | 'card' | 'unreadable';

/** What the tenant wants of a file with card numbers, or of one that cannot be looked into (CHAT-8, MAIL-8). */
export const fateOf = async (
  inspector: Inspector,
  {action, unreadable}: CardDataPolicy,
  file: InspectedFile,
): Promise<FileFate> => {
  if (action === 'off') return 'keep';
  const {verdict} = await inspector.look(file);
  // Nobody can take a number out of a file and leave the rest: it goes as a whole, redacting or not.
  if (verdict === 'cards') return 'card';
  if (verdict === 'clean' || unreadable === 'allow') return 'keep';
  return unreadable === 'drop' ? 'unreadable' : 'hold';
};

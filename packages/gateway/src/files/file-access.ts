import type {Who} from '@deskwire/domain';
import {permitView} from '@deskwire/engine';

import {callerName} from '../centre/caller.js';
import type {Core} from '../core.js';
import {answerPast} from '../history/past.js';
import type {StoredFile} from '../store/index.js';

/** What an agent may read in a contact that is over, they may fetch too. */
const mayReadPast = async (core: Core, who: Who, interactionId: string): Promise<boolean> =>
  (await answerPast(core, who, {type: 'history.content', interactionId, limit: 1})).ok;

/**
 * Whether this caller may have a file: who takes part in its conversation, or took part in it; before it is sent, only
 * whoever sent it.
 */
export const mayFetch = async (core: Core, who: Who, file: StoredFile): Promise<boolean> => {
  const {interactionId} = file;
  if (file.state === 'unsent') return file.caller === callerName(who);
  if (file.state !== 'sent') return false;
  if (who.kind === 'customer') return who.interactionId === interactionId;
  const isHere = permitView(core.host.centre, who).interactions.has(interactionId);
  return isHere || mayReadPast(core, who, interactionId);
};

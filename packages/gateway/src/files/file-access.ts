import {mailsOf, type Interaction, type InteractionId, type Who} from '@deskwire/domain';
import {permitView} from '@deskwire/engine';

import {callerName} from '../centre/caller.js';
import type {Core} from '../core.js';
import {answerPast} from '../history/past.js';
import type {StoredFile} from '../store/index.js';

/** Of which contact a file is asked for, and as whose. */
export interface Wanted {
  readonly interactionId: InteractionId;
  /** The contact of now whose customer it was; absent: the agent's own. */
  readonly customerOf?: InteractionId;
}

/** What an agent may read in a contact that is over, they may fetch too. */
const mayReadPast = async (core: Core, who: Who, {interactionId, customerOf}: Wanted): Promise<boolean> => {
  const as = customerOf === undefined ? {} : {customerOf};
  return (await answerPast(core, who, {type: 'history.content', interactionId, ...as, limit: 1})).ok;
};

const carries = (contact: Pick<Interaction, 'content'>, fileId: string): boolean =>
  mailsOf(contact).some(({attachments}) => attachments.some(({id}) => id === fileId));

/**
 * Whether a contact is where a file belongs: it came with it, or with an earlier contact whose mails this one was made
 * with. Who handles a thread now has the files of all its mails.
 */
const belongsTo = async ({store}: Core, interactionId: InteractionId, file: StoredFile): Promise<boolean> => {
  if (file.interactionId === interactionId) return true;
  const facts = await store.factsOf(interactionId);
  return facts.some((fact) => fact.type === 'interaction.created' && carries(fact.interaction, file.id));
};

/**
 * Whether this caller may have a file of this contact: who takes part in its conversation, or took part in it; before it
 * is sent, only whoever sent it.
 */
export const mayFetch = async (core: Core, who: Who, wanted: Wanted, file: StoredFile): Promise<boolean> => {
  const {interactionId} = wanted;
  if (file.state === 'unsent') return file.interactionId === interactionId && file.caller === callerName(who);
  if (file.state !== 'sent') return false;
  if (who.kind === 'customer')
    return who.interactionId === interactionId && file.interactionId === interactionId;
  const isHere = permitView(core.host.centre, who).interactions.has(interactionId);
  if (!isHere && !(await mayReadPast(core, who, wanted))) return false;
  return belongsTo(core, interactionId, file);
};

import type {Interaction, InteractionFact, Target} from '@deskwire/domain';
import type {FlowPath} from './centre.js';
import {given} from './given.js';

const entryPointOf = (to: Target): string | undefined =>
  to.kind === 'entry-point' ? to.entryPointId : undefined;

/** In which flow a contact is now, by the id of its entry point. */
export const flowOf = ({entryPointId}: Interaction, path: FlowPath | undefined): string | undefined =>
  path?.entryPointId ?? entryPointId;

/** What a fact does to a contact's way through the flows; the same object where it does nothing. */
export const pathAfter = (path: FlowPath | undefined, fact: InteractionFact): FlowPath | undefined => {
  if (fact.type === 'consult.requested') {
    const {consulted: _, ...rest} = path ?? {};
    const consulted = entryPointOf(fact.target);
    return path || consulted !== undefined ? {...rest, ...given('consulted', consulted)} : path;
  }
  if (fact.type !== 'interaction.transferred') return path;
  const entryPointId = fact.how === 'blind' ? entryPointOf(fact.to) : path?.consulted;
  return entryPointId === undefined ? path : {entryPointId};
};

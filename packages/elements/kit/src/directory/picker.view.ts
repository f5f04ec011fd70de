import {isHidden, type Ask, type InteractionId, type Target, type Verdict} from '@deskwire/domain';

import {DIRECTORY_LISTS, LIST_OF, type DirectoryList} from './lists.js';
import type {DirectoryPresence, DirectoryRow} from './rows.js';

/** The commands that want a target. */
export type TargetCommand = 'interaction.transfer' | 'consult.start' | 'conference.start';
/** What a picker can choose for: a contact's target, or a number to call, which is about no contact. */
export type PickerCommand = TargetCommand | 'outdial.call';

/** A target as the agent chose it. */
export interface DirectoryChoice {
  readonly target: Target;
  /** What it is called; the number itself where it was typed. */
  readonly name: string;
}

const KINDS = Object.keys(LIST_OF) as readonly Target['kind'][];

/** A target of a kind, before one is chosen: enough for `permit`, which decides by kind. */
const someTarget = (kind: Target['kind']): Target => {
  switch (kind) {
    case 'agent':
      return {kind, agentId: ''};
    case 'queue':
      return {kind, queueId: ''};
    case 'entry-point':
      return {kind, entryPointId: ''};
    case 'number':
      return {kind, number: ''};
  }
};

/**
 * The kinds of target that this contact could be sent to at all: by its channel, its origin, and what admin allows. Without
 * a contact, only a number can be called.
 */
export const kindsTaken = (
  permit: (ask: Ask) => Verdict,
  type: PickerCommand,
  interactionId: InteractionId | undefined,
): readonly Target['kind'][] => {
  if (type === 'outdial.call') return isHidden(permit({type})) ? [] : ['number'];
  if (interactionId === undefined) return [];
  return KINDS.filter((kind) => !isHidden(permit({type, interactionId, to: someTarget(kind)})));
};

/** The lists that hold these kinds, in the order of the tabs. */
export const listsFor = (kinds: readonly Target['kind'][]): readonly DirectoryList[] =>
  DIRECTORY_LISTS.filter((list) => kinds.some((kind) => LIST_OF[kind] === list));

/** What an agent's presence is called. Available without room for this contact is not available to whoever looks. */
export const presenceWord = ({state, canReceive}: DirectoryPresence): DirectoryPresence['state'] | 'busy' =>
  state === 'available' && !canReceive ? 'busy' : state;

/** The choice that a row stands for. */
export const choiceOf = ({target, name}: DirectoryRow): DirectoryChoice => ({target, name});

import {engagementOf, isOpen, type DeskState, type InteractionId, type Who} from '@deskwire/domain';
import type {StreamHandle} from '@deskwire/stream';

import {Drafts} from './drafts.js';

const nameOf = (who: Who): string => (who.kind === 'agent' ? who.agentId : who.interactionId);

const known = new WeakMap<StreamHandle, Drafts>();

/** The drafts of whoever looks at a stream: one store per stream, however many elements use it. */
export const draftsOf = (stream: StreamHandle): Drafts => {
  const drafts =
    known.get(stream) ??
    new Drafts({
      viewer: () => {
        const {viewer} = stream.snapshot();
        return viewer && `${viewer.kind} ${nameOf(viewer)}`;
      },
    });
  known.set(stream, drafts);
  return drafts;
};

/** Whether the viewer still has something to do with an interaction: its drafts are kept as long. */
export const isAtHand = ({viewer, interactions}: DeskState, id: InteractionId): boolean => {
  const interaction = interactions.get(id);
  if (viewer?.kind !== 'agent') return interaction !== undefined;
  const engagement = interaction && engagementOf(interaction, viewer.agentId);
  return engagement !== undefined && isOpen(engagement);
};

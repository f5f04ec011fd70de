import type {EntryPoint} from '@deskwire/domain';

import {RefusedError} from '../../refused.js';

/**
 * Where a chat comes in: the one that is named, or the first one for chats.
 * @throws {RefusedError} DW_INPUT_INVALID where there is none.
 */
export const chatEntryPoint = (points: readonly EntryPoint[], id: string | undefined): EntryPoint => {
  const chats = points.filter(({channel}) => channel === 'chat');
  const found = id === undefined ? chats[0] : chats.find((one) => one.id === id);
  if (!found) throw new RefusedError('DW_INPUT_INVALID', {field: 'entryPointId'});
  return found;
};

import type {Message, Refusal} from '@deskwire/domain';

import type {LogInput} from './log-rows.js';

/** What is new in a log since it was last looked at. */
export interface News {
  readonly posted: readonly Message[];
  /** Of messages that have failed since. */
  readonly failed: readonly Refusal[];
}

interface Known {
  readonly conversation: string;
  readonly newest: string;
  readonly failed: ReadonlySet<string>;
}

const NOTHING: News = {posted: [], failed: []};

/** Nothing where the newest one that was known is gone: then this is another part of the conversation. */
const since = (newest: string, messages: readonly Message[]): readonly Message[] => {
  if (messages.at(-1)?.id === newest) return [];
  const index = messages.findLastIndex(({id}) => id === newest);
  return index === -1 && newest !== '' ? [] : messages.slice(index + 1);
};

/**
 * Finds what is to be read out. What was there when a conversation is opened is not new, and neither is what is loaded in
 * front of it.
 */
export class LogNews {
  #known: Known | undefined;

  look(conversation: string, {messages, outgoing}: LogInput): News {
    const before = this.#known;
    const failed = outgoing.filter(({refusal}) => refusal);
    this.#known = {
      conversation,
      newest: messages.at(-1)?.id ?? '',
      failed: new Set(failed.map(({id}) => id)),
    };
    if (before?.conversation !== conversation) return NOTHING;
    return {
      posted: since(before.newest, messages),
      failed: failed.flatMap(({id, refusal}) => (refusal && !before.failed.has(id) ? [refusal] : [])),
    };
  }
}

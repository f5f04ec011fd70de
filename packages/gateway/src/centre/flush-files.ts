import type {Attachment, Fact, Mail, Message} from '@deskwire/domain';
import type {Input} from '@deskwire/engine';

import type {FileChange, StoredFile} from '../store/index.js';
import {callerName} from './caller.js';

/** Files that no message has yet, as far as they can be used now. Answers at once: it is asked while inputs are stepped. */
export interface UnsentFiles {
  get(id: string): StoredFile | undefined;
}

/** A file as conversations tell it. */
export const attachmentOf = ({id, name, type, size, held}: StoredFile): Attachment => ({
  id,
  name,
  type,
  size,
  ...(held ? {held} : {}),
});

const idsOf = (input: Input): readonly string[] => {
  if (input.kind !== 'command') return [];
  const {command} = input;
  if (command.type === 'message.send') return command.attachmentIds ?? [];
  return command.type === 'mail.send' ? command.mail.attachmentIds : [];
};

/** What an agent or a visitor sent with this fact, with its files; undefined for every other fact. */
export const sentBy = (fact: Fact): Message | Mail | undefined => {
  if (fact.type === 'message.posted') return fact.message;
  return fact.type === 'mail.queued' ? fact.mail : undefined;
};

/** The files of one flush: what its inputs name, and what becomes of them. */
export class FlushFiles {
  readonly #unsent: UnsentFiles;
  readonly #changes: FileChange[] = [];

  constructor(unsent: UnsentFiles) {
    this.#unsent = unsent;
  }

  get changes(): readonly FileChange[] {
    return this.#changes;
  }

  /**
   * The input with the files that it names, as far as they are its caller's to use: each is given only to whoever sent it,
   * for the contact that it was sent for, once. The engine refuses what names others, and knows those of a mail that failed.
   */
  fill(input: Input): Input {
    const ids = idsOf(input);
    if (input.kind !== 'command' || ids.length === 0) return input;
    const caller = callerName(input.who);
    const interactionId = 'interactionId' in input.command ? input.command.interactionId : undefined;
    const files = [...new Set(ids)].flatMap((id) => {
      const file = this.#now(id);
      return file?.caller === caller && file.interactionId === interactionId ? [attachmentOf(file)] : [];
    });
    return {...input, files};
  }

  /** What facts and their input made of files. */
  add(facts: readonly Fact[], alongside: readonly FileChange[] = []): void {
    this.#changes.push(...alongside);
    for (const fact of facts) {
      if (fact.type === 'mail.recalled')
        this.#changes.push({kind: 'unsent', messageId: fact.mailId, at: fact.at});
      const sent = sentBy(fact);
      for (const {id} of sent?.attachments ?? [])
        this.#changes.push({kind: 'sent', id, messageId: sent?.id ?? ''});
    }
  }

  /** A file after everything that this flush did before. */
  #now(id: string): StoredFile | undefined {
    const changes = this.#changes.filter((change) => 'id' in change && change.id === id);
    if (changes.some(({kind}) => kind !== 'released')) return undefined;
    const file = this.#unsent.get(id);
    return file && changes.length > 0 ? {...file, held: false} : file;
  }
}

import type {InteractionId} from '@deskwire/domain';
import {DraftController, isSameList, type ControllerHost, type FileTray} from '@deskwire/kit';

/** What was written and not sent. Files are kept by their names alone: their bytes are gone with the page. */
export interface MessageDraft {
  readonly text: string;
  readonly files?: readonly string[];
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Whether something that was found is a draft of this version. */
export const isMessageDraft = (value: unknown): value is MessageDraft => {
  if (typeof value !== 'object' || value === null) return false;
  const {text, files = []} = value as {text?: unknown; files?: unknown};
  return isText(text) && Array.isArray(files) && files.every(isText);
};

const NONE: readonly string[] = [];

/** The drafts of chat messages, one per conversation (CHAT-6); and the files that a reload has taken from them. */
export class MessageDrafts {
  readonly #drafts: DraftController<MessageDraft>;
  /** Conversations whose files are those of this page. */
  readonly #known = new Set<InteractionId>();
  readonly #lost = new Map<InteractionId, readonly string[]>();

  constructor(host: ControllerHost) {
    this.#drafts = new DraftController(host, 'message', isMessageDraft);
  }

  text(id: InteractionId): string {
    return this.#drafts.read(id)?.text ?? '';
  }

  /** Files that were attached before the page was loaded anew. */
  lost(id: InteractionId): readonly string[] {
    return this.#lost.get(id) ?? NONE;
  }

  /** @param stays Whether it may outlive the page: what looks like a card number may not. */
  write(id: InteractionId, text: string, stays = true): void {
    const files = this.#drafts.read(id)?.files ?? NONE;
    this.#put(id, text, files, stays);
  }

  /** It is sent. */
  drop(id: InteractionId): void {
    this.#lost.delete(id);
    this.#drafts.drop(id);
  }

  forgetLost(id: InteractionId): void {
    this.#lost.delete(id);
    this.#put(id, this.text(id), this.#drafts.read(id)?.files ?? NONE);
  }

  /** Keeps the names of the files with the text, and finds out which of them are gone. */
  follow(id: InteractionId, tray: FileTray): void {
    const names = tray.files.filter(({progress}) => progress.state !== 'refused').map(({name}) => name);
    const before = this.#drafts.read(id)?.files ?? NONE;
    if (!this.#known.has(id)) {
      this.#known.add(id);
      const gone = before.filter((name) => !names.includes(name));
      if (gone.length > 0) this.#lost.set(id, gone);
    }
    if (!isSameList(names, before)) this.#put(id, this.text(id), names);
  }

  #put(id: InteractionId, text: string, files: readonly string[], stays = true): void {
    if (text === '' && files.length === 0) this.#drafts.drop(id);
    else this.#drafts.write(id, files.length ? {text, files} : {text}, stays);
  }
}

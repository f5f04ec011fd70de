import {NewMark, type LogInput, type OutgoingMessage} from '@deskwire/kit';

import type {VisitorLanguage} from './visitor-chat.scene.js';
import type {ChatView} from './visitor-chat.view.js';
import {occurrenceText} from './visitor-news.js';

/** What the log is given: the same object as long as nothing in it has changed, so that it renders only then. */
export class VisitorLog {
  readonly #mark = new NewMark();
  #parts: readonly unknown[] = [];
  #input: LogInput | undefined;

  /** @param watched Whether the visitor can be looking at the end of the conversation. */
  input(
    view: ChatView,
    outgoing: readonly OutgoingMessage[],
    watched: boolean,
    language: VisitorLanguage,
  ): LogInput {
    const {interactionId: id, messages, occurrences, unread, readAt, own} = view;
    const newSince = this.#mark.look({id, unread: unread.length, readAt, watched, own});
    const events = occurrences.map((one) => ({
      key: one.key,
      at: one.at,
      text: occurrenceText(one, language),
    }));
    const told = events.map(({key}) => key).join();
    const sent = outgoing.map(({id, refusal}) => `${id} ${refusal?.code ?? ''}`).join();
    const parts = [id, messages, newSince, told, sent, language.locale];
    if (this.#input && parts.every((part, index) => part === this.#parts[index])) return this.#input;
    this.#parts = parts;
    this.#input = {
      viewer: {kind: 'customer'},
      messages,
      earlier: 0,
      outgoing,
      events,
      ...(newSince === undefined ? {} : {newSince}),
      foldsBot: false,
    };
    return this.#input;
  }
}

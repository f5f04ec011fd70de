import {NewMark, type LogInput, type OutgoingMessage} from '@deskwire/kit';

import type {ChatView} from './conversation.view.js';
import {occurrenceText, type TalkLanguage} from './conversation-news.js';

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((part, index) => part === b[index]);

/** What the log is given: the same object as long as nothing in it has changed, so that it renders only then. */
export class VisitorLog {
  readonly #mark = new NewMark();
  #parts: readonly unknown[] = [];
  #input: LogInput | undefined;

  /**
   * @param pending Another one whenever something in `outgoing` is.
   * @param watched Whether the visitor can be looking at the end of the conversation.
   */
  input(
    view: ChatView,
    outgoing: readonly OutgoingMessage[],
    pending: unknown,
    watched: boolean,
    language: TalkLanguage,
  ): LogInput {
    const {interactionId: id, messages, occurrences, unread, readAt, own} = view;
    const newSince = this.#mark.look({id, unread: unread.length, readAt, watched, own});
    const told = occurrences.map(({key}) => key).join();
    const parts = [id, messages, newSince, told, pending, language.locale];
    if (this.#input && isSame(parts, this.#parts)) return this.#input;
    this.#parts = parts;
    this.#input = {
      viewer: {kind: 'customer'},
      messages,
      earlier: 0,
      outgoing,
      events: occurrences.map((one) => ({key: one.key, at: one.at, text: occurrenceText(one, language)})),
      ...(newSince === undefined ? {} : {newSince}),
      foldsBot: false,
    };
    return this.#input;
  }
}

import {Earlier, isSameList, NewMark, type LogInput, type OutgoingMessage, type Whole} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

import type {ChatView} from './conversation.view.js';
import {occurrenceText, type TalkLanguage} from './conversation-news.js';

/** What the log is given: the same object as long as nothing in it has changed, so that it renders only then. */
export class VisitorLog {
  readonly #mark = new NewMark();
  readonly #earlier: Earlier;
  #parts: readonly unknown[] = [];
  #input: LogInput | undefined;
  #stream: StreamHandle | undefined;

  /** @param changed Called when older messages have arrived. */
  constructor(changed: () => void) {
    this.#earlier = new Earlier(changed);
  }

  /** The conversation with what was loaded in front of it. */
  whole(view: ChatView): Whole {
    return this.#earlier.whole(view);
  }

  /** What was loaded belongs to the stream that gave it. */
  follow(stream: StreamHandle | undefined): void {
    if (stream !== this.#stream) this.#earlier.clear();
    this.#stream = stream;
  }

  /** Asks for older messages. */
  load(view: ChatView): void {
    if (this.#stream) void this.#earlier.load(this.#stream, view);
  }

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
    const {interactionId: id, occurrences, unread, readAt, own} = view;
    const {messages, earlier} = this.whole(view);
    const newSince = this.#mark.look({id, unread: unread.length, readAt, watched, own});
    const told = occurrences.map(({key}) => key).join();
    const parts = [id, messages, earlier, newSince, told, pending, language.locale];
    if (this.#input && isSameList(parts, this.#parts)) return this.#input;
    this.#parts = parts;
    this.#input = {
      viewer: {kind: 'customer'},
      messages,
      earlier,
      outgoing,
      events: occurrences.map((one) => ({key: one.key, at: one.at, text: occurrenceText(one, language)})),
      ...(newSince === undefined ? {} : {newSince}),
      foldsBot: false,
    };
    return this.#input;
  }
}

import type {ReactiveController} from 'lit';
import type {InteractionId} from '@deskwire/domain';
import {
  announce,
  Earlier,
  isSameList,
  NewMark,
  type ControllerHost,
  type ConversationLogElement,
  type LogInput,
  type LogViewer,
  type OutgoingMessage,
  type Whole,
} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

import type {BodyLanguage} from './body-scene.js';
import type {ChatView} from './chat-pane.view.js';
import {keyOf, type Happened} from './happened.js';

/** What the feed needs of the pane. */
export interface FeedOptions {
  readonly language: BodyLanguage;
  readonly log: () => ConversationLogElement | null;
  readonly isWatched: () => boolean;
}

/** Counted without a list: a conversation may have very many messages. */
const countOf = (messages: ChatView['messages'], viewer: LogViewer): number => {
  let count = 0;
  for (const {from} of messages) {
    if (from.kind === 'agent' && viewer.kind === 'agent' && from.id === viewer.id) count += 1;
  }
  return count;
};

/**
 * What the log is given: the conversation with all that was loaded of it, what is under way, and what happened beside the
 * messages. The same object as long as nothing in it has changed, so that the log renders only then.
 */
export class LogFeed implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: FeedOptions;
  readonly #mark = new NewMark();
  readonly #earlier: Earlier;
  /** Who came and went, by conversation: the state forgets those who come twice. */
  readonly #happened = new Map<InteractionId, readonly Happened[]>();
  #made: {readonly parts: readonly unknown[]; readonly input: LogInput} | undefined;
  #stream: StreamHandle | undefined;

  constructor(host: ControllerHost, options: FeedOptions) {
    this.#host = host;
    this.#options = options;
    this.#earlier = new Earlier(() => {
      host.requestUpdate();
    });
    host.addController(this);
  }

  /** Nothing to do: the feed is asked while the host renders. */
  hostConnected(): void {
    this.#made = undefined;
  }

  /** Older messages belong to the stream that gave them. */
  follow(stream: StreamHandle | undefined): void {
    if (stream === this.#stream) return;
    this.#stream = stream;
    this.#earlier.clear();
    this.#happened.clear();
  }

  whole(view: ChatView): Whole {
    return this.#earlier.whole(view);
  }

  loadEarlier(view: ChatView): void {
    if (this.#stream) void this.#earlier.load(this.#stream, view);
  }

  input(view: ChatView, outgoing: readonly OutgoingMessage[], pending: unknown): LogInput {
    const {interactionId, viewer} = view;
    const {messages, earlier} = this.whole(view);
    const happened = this.#remember(view);
    const newSince = this.#newSince(view);
    const {locale} = this.#options.language;
    const name = viewer.kind === 'agent' ? viewer.name : '';
    const parts = [interactionId, messages, earlier, pending, happened, newSince, locale, name];
    if (this.#made && isSameList(this.#made.parts, parts)) return this.#made.input;
    const input: LogInput = {
      viewer,
      messages,
      earlier,
      outgoing,
      events: happened.map((one) => ({key: keyOf(one), at: one.at, text: this.#text(one, view)})),
      foldsBot: true,
      ...(newSince === undefined ? {} : {newSince}),
    };
    this.#made = {parts, input};
    return input;
  }

  #remember(view: ChatView): readonly Happened[] {
    const {interactionId: id, happened} = view;
    const before = this.#happened.get(id);
    const known = before ?? [];
    const still = known.filter(
      (one) => 'agentId' in one || happened.some((two) => keyOf(two) === keyOf(one)),
    );
    const fresh = happened.filter((one) => !known.some((two) => keyOf(two) === keyOf(one)));
    if (before && fresh.length === 0 && still.length === known.length) return before;
    const all = [...still, ...fresh].sort((a, b) => a.at - b.at);
    this.#happened.set(id, all);
    if (before) for (const one of fresh) announce(this.#host, this.#text(one, view));
    return all;
  }

  #text(one: Happened, {viewer}: ChatView): string {
    const {language} = this.#options;
    if (!('agentId' in one)) return language.t(one.kind === 'ended' ? 'chatEnded' : 'customerLeft');
    const {kind, name, agentId} = one;
    if (viewer.kind === 'agent' && viewer.id === agentId)
      return language.t(kind === 'joined' ? 'youJoined' : 'youLeft');
    return language.t(kind === 'joined' ? 'joined' : 'left', {name});
  }

  /** Before the first look at a conversation all of it is new, and nothing is marked. */
  #newSince({interactionId: id, unread, readAt, messages, viewer}: ChatView): number | undefined {
    return this.#mark.look({
      id,
      unread: readAt === undefined ? 0 : unread,
      readAt: readAt ?? 0,
      watched: this.#options.isWatched() && (this.#options.log()?.isAtEnd ?? true),
      own: countOf(messages, viewer),
    });
  }
}

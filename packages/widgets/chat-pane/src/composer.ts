import type {ReactiveController} from 'lit';
import type {InteractionId, Message, Refusal} from '@deskwire/domain';
import {
  blanksIn,
  CardGuard,
  FileDropController,
  FilesController,
  LeaveGuard,
  MessageOutbox,
  TypingController,
  type CardFate,
  type ComposeBoxElement,
  type ControllerHost,
} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

import {MessageDoneEvent, MessageRequestEvent} from './chat-pane.events.js';
import type {ChatView} from './chat-pane.view.js';
import {MessageDrafts} from './message-drafts.js';

/** Why a message was not sent when it was asked for, and what the agent can decide. */
export type Obstacle =
  | {readonly why: 'card'; readonly fate: CardFate}
  | {readonly why: 'blanks'; readonly places: readonly string[]}
  | {readonly why: 'unsent'; readonly refusal: Refusal};

/** What the composer needs of the pane. */
export interface ComposerOptions {
  readonly stream: () => StreamHandle | undefined;
  readonly view: () => ChatView | undefined;
  readonly box: () => ComposeBoxElement | null;
  /** A message is on its way. */
  readonly sent: () => void;
}

/**
 * A message from its first letter to its sending: its text and its files, per conversation, and what is looked at before
 * it goes. Nothing of it is lost before it is in the conversation.
 */
export class Composer implements ReactiveController {
  readonly outbox: MessageOutbox;
  readonly drafts: MessageDrafts;
  readonly files: FilesController;
  readonly typing: TypingController;
  readonly drop: FileDropController;
  readonly #host: ControllerHost;
  readonly #options: ComposerOptions;
  readonly #cards: CardGuard;
  readonly #guard: LeaveGuard;
  readonly #obstacles = new Map<InteractionId, Obstacle>();
  #looking: InteractionId | undefined;

  constructor(host: ControllerHost, options: ComposerOptions) {
    this.#host = host;
    this.#options = options;
    const {stream, view} = options;
    const id = (): InteractionId | undefined => view()?.interactionId;
    this.outbox = new MessageOutbox(host, {
      request: (interactionId, {text, files = []}) =>
        new MessageRequestEvent({interactionId, text, files: files.length}),
      done: (interactionId, {text, files = []}) =>
        new MessageDoneEvent({interactionId, text, files: files.length}),
    });
    this.drafts = new MessageDrafts(host);
    this.files = new FilesController(host, {
      id,
      policy: ({tenant}) => tenant?.chat.attachments,
      emptied: () => {
        options.box()?.focus();
      },
    });
    this.typing = new TypingController(host, id);
    this.drop = new FileDropController(host, {
      takes: () => this.takesFiles,
      take: (files) => void this.files.add(files),
    });
    this.#cards = new CardGuard(() => stream()?.snapshot().tenant?.cardData.action);
    this.#guard = new LeaveGuard(host, () => this.#hasUnsent());
    host.addController(this);
  }

  /** Whether a file can be put to what is written now. */
  get takesFiles(): boolean {
    const view = this.#options.view();
    return view !== undefined && !view.closed && this.files.policy !== undefined;
  }

  obstacle(id: InteractionId): Obstacle | undefined {
    return this.#obstacles.get(id);
  }

  /** A text is looked at before it is sent. */
  isLooking(id: InteractionId): boolean {
    return this.#looking === id;
  }

  /** What stands in the box now. */
  write(view: ChatView, text: string): void {
    const {interactionId: id} = view;
    void this.#cards.warm();
    this.#obstacles.delete(id);
    this.drafts.write(id, text, this.#cards.look([], text) === undefined);
    this.typing.wrote(id, text);
    this.#guard.check();
  }

  /** Sends it, unless there is something that its writer should see first. */
  send(view: ChatView, text: string): void {
    if (this.#looking !== undefined) return;
    const {interactionId: id} = view;
    const found = this.#lookAt(view, text);
    if (!(found instanceof Promise)) {
      this.#decide(view, text, found);
      return;
    }
    this.#looking = id;
    this.#host.requestUpdate();
    void found.then((obstacle) => {
      this.#looking = undefined;
      this.#host.requestUpdate();
      // Whoever has gone on writing has not meant this text.
      if (this.drafts.text(id).trim() === text) this.#decide(view, text, obstacle);
    });
  }

  /** Sends it after all. */
  sendAnyway(view: ChatView): void {
    this.#deliver(view, this.drafts.text(view.interactionId).trim());
  }

  /** Back to the text: what is to be changed is selected, where it is known. */
  edit(id: InteractionId): void {
    this.#obstacles.delete(id);
    this.#host.requestUpdate();
    this.#options.box()?.focus();
  }

  /** A message that failed goes back to the box, below what was begun there since. */
  takeBack(id: InteractionId, messageId: string): void {
    const said = this.outbox.takeBack(messageId);
    if (!said) return;
    const draft = this.drafts.text(id);
    const {text, files = []} = said;
    this.drafts.write(id, draft.trim() === '' ? text : [draft, text].filter(Boolean).join('\n'));
    this.files.tray?.putBack(files);
    void this.#host.updateComplete.then(() => {
      this.#options.box()?.focus();
    });
  }

  /** Before each render: the files that wait are part of the draft. */
  hostUpdate(): void {
    const id = this.#options.view()?.interactionId;
    const {tray} = this.files;
    if (id !== undefined && tray) this.drafts.follow(id, tray);
  }

  #decide(view: ChatView, text: string, obstacle: Obstacle | undefined): void {
    if (!obstacle) {
      this.#deliver(view, text);
      return;
    }
    this.#obstacles.set(view.interactionId, obstacle);
    this.#host.requestUpdate();
  }

  #lookAt(view: ChatView, text: string): Obstacle | undefined | Promise<Obstacle | undefined> {
    const places = blanksIn(text);
    if (places.length > 0) return {why: 'blanks', places};
    const obstacle = (fate: CardFate | undefined): Obstacle | undefined => fate && {why: 'card', fate};
    const found = this.#cards.look(this.#lastSaid(view), text);
    return found instanceof Promise ? found.then(obstacle) : obstacle(found);
  }

  /** What this agent said last, what is still under way included: a card number can be split over it. */
  #lastSaid({interactionId, messages, viewer}: ChatView): readonly string[] {
    const isOwn = ({from}: Message) =>
      from.kind === 'agent' && viewer.kind === 'agent' && from.id === viewer.id;
    const last = messages.findLastIndex(isOwn);
    const before = messages.slice(0, Math.max(0, last)).findLast(isOwn);
    const said = [...(before ? [before] : []), ...messages.slice(last, last + 1).filter(isOwn)];
    return [...said, ...this.outbox.of(interactionId)].slice(-2).map(({text}) => text);
  }

  #deliver({interactionId: id}: ChatView, text: string): void {
    const files = this.files.tray?.ready ?? [];
    const refusal = this.outbox.send(id, files.length ? {text, files} : {text});
    if (refusal === undefined) {
      this.#obstacles.delete(id);
      this.files.tray?.clear();
      this.drafts.drop(id);
      this.typing.rest();
      this.#options.sent();
    } else if (refusal) {
      this.#obstacles.set(id, {why: 'unsent', refusal});
    }
    this.#host.requestUpdate();
  }

  /** In any conversation of this desk: what is on its way, or failed, is not sent either. */
  #hasUnsent(): boolean {
    const ids = [...(this.#options.stream()?.snapshot().interactions.keys() ?? [])];
    const isWritten = (id: InteractionId) => this.drafts.text(id).trim() !== '' || this.files.has(id);
    return this.outbox.all.length > 0 || ids.some(isWritten);
  }
}

import type {InteractionId, Refusal} from '@deskwire/domain';
import {
  CardGuard,
  DraftController,
  FileDropController,
  FilesController,
  LeaveGuard,
  MessageOutbox,
  TypingController,
  type CardFate,
  type ControllerHost,
} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

import {VisitorMessageDoneEvent, VisitorMessageRequestEvent} from './visitor-chat.events.js';

/** What the composer needs of the conversation. */
export interface ComposerOptions {
  readonly stream: () => StreamHandle | undefined;
  /** The conversation in which can be written now. */
  readonly id: () => InteractionId | undefined;
  /** What the visitor said in it, oldest first. */
  readonly said: () => readonly string[];
  /** Gives the focus back to the box. */
  readonly focus: () => void;
  /** A message is on its way. */
  readonly sent: () => void;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * A visitor's message from its first letter to its sending: text, files, and what is looked at before it goes. Nothing of it
 * is lost before it is in the conversation.
 */
export class VisitorComposer {
  readonly outbox: MessageOutbox;
  readonly files: FilesController;
  readonly typing: TypingController;
  readonly drop: FileDropController;
  readonly #host: ControllerHost;
  readonly #options: ComposerOptions;
  readonly #drafts: DraftController<string>;
  readonly #cards: CardGuard;
  readonly #guard: LeaveGuard;
  #fate: CardFate | undefined;
  #refusal: Refusal | undefined;
  #isLooking = false;

  constructor(host: ControllerHost, options: ComposerOptions) {
    this.#host = host;
    this.#options = options;
    this.#drafts = new DraftController(host, 'message', isText);
    this.outbox = new MessageOutbox(host, {
      request: (interactionId, {text, files = []}) =>
        new VisitorMessageRequestEvent({interactionId, text, files: files.length}),
      done: (interactionId) => new VisitorMessageDoneEvent({interactionId}),
    });
    this.files = new FilesController(host, {
      id: options.id,
      policy: ({tenant}) => tenant?.chat.attachments,
      emptied: options.focus,
    });
    this.typing = new TypingController(host, options.id);
    this.drop = new FileDropController(host, {
      takes: () => this.takesFiles,
      take: (files) => void this.files.add(files),
    });
    this.#cards = new CardGuard(() => options.stream()?.snapshot().tenant?.cardData.action);
    this.#guard = new LeaveGuard(host, () => this.#hasUnsent);
  }

  /** Whether a file can be put to what is written now. */
  get takesFiles(): boolean {
    return this.#options.id() !== undefined && this.files.policy !== undefined;
  }

  /** What would become of the card number that stands in the text: to be said before it is sent (CHAT-8). */
  get fate(): CardFate | undefined {
    return this.#fate;
  }

  /** Why it was not even sent. */
  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  /** A text is looked at before it is sent. */
  get isLooking(): boolean {
    return this.#isLooking;
  }

  text(id: InteractionId): string {
    return this.#drafts.read(id) ?? '';
  }

  /** What stands in the box now. What looks like a card number does not outlive the page. */
  write(id: InteractionId, text: string): void {
    void this.#cards.warm();
    this.#forget();
    if (text === '') this.#drafts.drop(id);
    else this.#drafts.write(id, text, this.#cards.look([], text) === undefined);
    this.typing.wrote(id, text);
    this.#guard.check();
  }

  /** Sends it, unless there is something that the visitor should see first. */
  send(id: InteractionId, text: string): void {
    if (this.#isLooking) return;
    const found = this.#cards.look(this.#said(id), text);
    if (!(found instanceof Promise)) {
      this.#decide(id, text, found);
      return;
    }
    this.#isLooking = true;
    this.#host.requestUpdate();
    void found.then((fate) => {
      this.#isLooking = false;
      this.#host.requestUpdate();
      // Whoever has gone on writing has not meant this text.
      if (this.text(id).trim() === text) this.#decide(id, text, fate);
    });
  }

  /** Sends it after all, without the number. */
  sendAnyway(id: InteractionId): void {
    this.#deliver(id, this.text(id).trim());
    this.#options.focus();
  }

  /** Back to the text. */
  edit(): void {
    this.#forget();
    this.#host.requestUpdate();
    this.#options.focus();
  }

  /** A message that failed goes back into the box, below what was begun there since. */
  takeBack(id: InteractionId, messageId: string): void {
    const said = this.outbox.takeBack(messageId);
    if (!said) return;
    const draft = this.text(id);
    const parts = draft.trim() === '' ? [said.text] : [draft, said.text];
    this.write(id, parts.filter(Boolean).join('\n'));
    this.files.tray?.putBack(said.files ?? []);
    this.#options.focus();
  }

  /** Another conversation begins: what was not sent goes with the visitor. @returns It. */
  leave(id: InteractionId): string {
    const text = this.text(id);
    this.#drafts.drop(id);
    this.#forget();
    return text;
  }

  #forget(): void {
    this.#fate = this.#refusal = undefined;
  }

  #said(id: InteractionId): readonly string[] {
    return [...this.#options.said(), ...this.outbox.of(id).map(({text}) => text)];
  }

  #decide(id: InteractionId, text: string, fate: CardFate | undefined): void {
    this.#fate = fate;
    this.#host.requestUpdate();
    if (!fate) this.#deliver(id, text);
  }

  #deliver(id: InteractionId, text: string): void {
    const {tray} = this.files;
    const files = tray?.ready ?? [];
    const refusal = this.outbox.send(id, files.length ? {text, files} : {text});
    this.#fate = undefined;
    this.#refusal = refusal || undefined;
    if (refusal === undefined) {
      tray?.clear();
      this.#drafts.drop(id);
      this.typing.rest();
      this.#options.sent();
    }
    this.#host.requestUpdate();
  }

  /** A text outlives a reload, but not the tab; files, and what is on its way, do not outlive the page. */
  get #hasUnsent(): boolean {
    const id = this.#options.id();
    return (
      id !== undefined && (this.text(id).trim() !== '' || this.files.has(id) || this.outbox.all.length > 0)
    );
  }
}

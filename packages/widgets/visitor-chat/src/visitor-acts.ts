import type {ReactiveController} from 'lit';
import type {CustomerCommand, Instant, InteractionId, Refusal} from '@deskwire/domain';
import {
  PendingController,
  type ControllerHost,
  type DoneEvent,
  type OutgoingMessage,
  type RequestEvent,
} from '@deskwire/kit';
import type {PendingCommand, StreamHandle} from '@deskwire/stream';

import {
  LeaveDoneEvent,
  LeaveRequestEvent,
  VisitorMessageDoneEvent,
  VisitorMessageRequestEvent,
} from './visitor-chat.events.js';

/** An event for each command that is under way, for when its fact is there. */
type Promised = Map<unknown, () => DoneEvent<unknown>>;

/** What the visitor does in a conversation, and how it is going. The stream remembers what is open or has failed. */
export class VisitorActs implements ReactiveController {
  /** The visitor is asked whether to end the chat. */
  isAsking = false;
  /** The leaving that the visitor took back: once they write, everybody is told. */
  returnedFrom: Instant | undefined;
  /** Not yet sent. The box shows it while it is typed; a letter renders nothing else. */
  draft = '';
  readonly #host: ControllerHost;
  readonly #pending: PendingController;
  readonly #promised: Promised = new Map();
  #stream: StreamHandle | undefined;

  constructor(host: ControllerHost) {
    this.#host = host;
    this.#pending = new PendingController(
      host,
      ({command: {type}}) => type === 'message.send' || type === 'customer.leave',
    );
    host.addController(this);
  }

  /** What is under way or has failed in a conversation, oldest first. */
  outgoing(interactionId: InteractionId): readonly OutgoingMessage[] {
    return this.#all.flatMap(({id, command, since, refusal}) =>
      command.type === 'message.send' && command.interactionId === interactionId
        ? [{id, text: command.text, since, ...(refusal && {refusal})}]
        : [],
    );
  }

  get isLeaving(): boolean {
    return this.#leaving?.state === 'sending';
  }

  /** Why the visitor is still there. */
  get leaveRefusal(): Refusal | undefined {
    return this.#leaving?.refusal;
  }

  /** The box is emptied only when the text was really sent. */
  send(interactionId: InteractionId, text: string): void {
    const detail = {interactionId, text};
    const isSent = this.#ask(
      {type: 'message.send', ...detail},
      new VisitorMessageRequestEvent(detail),
      () => new VisitorMessageDoneEvent({interactionId}),
    );
    if (isSent) this.draft = '';
    this.#host.requestUpdate();
  }

  leave(interactionId: InteractionId): void {
    this.#ask(
      {type: 'customer.leave', interactionId},
      new LeaveRequestEvent({interactionId}),
      () => new LeaveDoneEvent({interactionId}),
    );
  }

  /** Once more, under the same id: it is done once. */
  again(id: string | undefined = this.#leaving?.id): void {
    const failed = this.#all.find((one) => one.id === id);
    if (failed?.state === 'failed') void this.#pending.stream?.send(failed.command, id);
  }

  /** Forgets what has failed. @returns It. */
  dismiss(id: string | undefined = this.#leaving?.id): PendingCommand | undefined {
    const failed = this.#all.find((one) => one.id === id);
    if (failed) {
      this.#promised.delete(failed.command);
      this.#pending.stream?.dismiss(failed.id);
    }
    return failed;
  }

  /** A message that failed goes back into the box, below what was begun there since. */
  edit(id: string): void {
    const failed = this.dismiss(id)?.command;
    if (failed?.type !== 'message.send') return;
    this.draft = this.draft.trim() === '' ? failed.text : `${this.draft}\n${failed.text}`;
    this.#host.requestUpdate();
  }

  ask(isAsking: boolean): void {
    this.isAsking = isAsking;
    this.#host.requestUpdate();
  }

  comeBack(leftAt: Instant | undefined): void {
    this.returnedFrom = leftAt;
    this.ask(false);
  }

  /** Another conversation begins: nothing of this one goes with it. @returns What was not sent. */
  reset(): string {
    const {draft} = this;
    this.isAsking = false;
    this.returnedFrom = undefined;
    this.draft = '';
    return draft;
  }

  /** What is no longer open and was not taken back has its fact. */
  hostUpdated(): void {
    const {stream} = this.#pending;
    if (stream !== this.#stream) this.#promised.clear();
    this.#stream = stream;
    for (const [command, event] of [...this.#promised]) {
      if (this.#all.some((one) => one.command === command)) continue;
      this.#promised.delete(command);
      this.#host.dispatchEvent(event());
    }
  }

  get #all(): readonly PendingCommand[] {
    return this.#pending.value ?? [];
  }

  get #leaving(): PendingCommand | undefined {
    return this.#all.find(({command}) => command.type === 'customer.leave');
  }

  /** @returns Whether it was sent: it is allowed, and the page did not prevent it. */
  #ask(command: CustomerCommand, request: RequestEvent<unknown>, done: () => DoneEvent<unknown>): boolean {
    const {stream} = this.#pending;
    if (!stream?.permit(command).ok || !this.#host.dispatchEvent(request)) return false;
    this.#promised.set(command, done);
    void stream.send(command);
    return true;
  }
}

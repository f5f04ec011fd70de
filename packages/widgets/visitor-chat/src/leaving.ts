import type {Instant, InteractionId, Refusal} from '@deskwire/domain';
import {PlainCommandController, type ControllerHost} from '@deskwire/kit';

import {LeaveDoneEvent, LeaveRequestEvent} from './visitor-chat.events.js';

const KEY = 'leave';

/** How a visitor leaves a chat: asked first, sent, and taken back as long as the chat goes on. */
export class Leaving {
  /** The visitor is asked whether to end the chat. */
  isAsking = false;
  /** The leaving that the visitor took back: once they write, everybody is told. */
  returnedFrom: Instant | undefined;
  readonly #host: ControllerHost;
  readonly #commands: PlainCommandController;

  constructor(host: ControllerHost) {
    this.#host = host;
    this.#commands = new PlainCommandController(host);
  }

  get isPending(): boolean {
    return this.#commands.isPending(KEY);
  }

  /** Why the visitor is still there. */
  get refusal(): Refusal | undefined {
    return this.#commands.refusal(KEY);
  }

  ask(isAsking: boolean): void {
    this.isAsking = isAsking;
    this.#host.requestUpdate();
  }

  leave(interactionId: InteractionId): void {
    this.#commands.run(KEY, {
      command: {type: 'customer.leave', interactionId},
      request: () => new LeaveRequestEvent({interactionId}),
      done: () => new LeaveDoneEvent({interactionId}),
    });
  }

  retry(): void {
    this.#commands.retry(KEY);
  }

  dismiss(): void {
    this.#commands.dismiss(KEY);
  }

  comeBack(leftAt: Instant | undefined): void {
    this.returnedFrom = leftAt;
    this.ask(false);
  }

  /** Another conversation begins. */
  reset(): void {
    this.isAsking = false;
    this.returnedFrom = undefined;
    this.dismiss();
  }
}

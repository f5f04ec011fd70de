import type {InteractionId, Refusal} from '@deskwire/domain';
import {CommandController, PendingController, type OutgoingMessage} from '@deskwire/kit';
import type {PendingCommand} from '@deskwire/stream';

import {MessageDoneEvent, MessageRequestEvent} from './chat-pane.events.js';

const NONE: readonly PendingCommand[] = [];

type Host = ConstructorParameters<typeof CommandController>[0];

/** What was sent and has no fact yet. It follows the stream, so that a pane that is built anew shows the same. */
export class Outbox {
  readonly #commands: CommandController;
  readonly #pending: PendingController;
  readonly #keys = new Map<string, string>();
  #count = 0;

  constructor(host: Host) {
    this.#commands = new CommandController(host);
    this.#pending = new PendingController(host, ({command}) => command.type === 'message.send');
  }

  /** What is under way or has failed in one chat, oldest first. */
  of(interactionId: InteractionId): readonly OutgoingMessage[] {
    return this.all.flatMap(({id, command, since, refusal}) =>
      command.type === 'message.send' && command.interactionId === interactionId
        ? [{id, text: command.text, since, ...(refusal && {refusal})}]
        : [],
    );
  }

  /** @returns Undefined once it is under way; false where the page prevented it, or why it was not sent at all. */
  send(interactionId: InteractionId, text: string): Refusal | false | undefined {
    const key = `message ${(this.#count += 1)}`;
    const id = this.#commands.run(key, {
      command: {type: 'message.send', interactionId, text},
      request: () => new MessageRequestEvent({interactionId, text}),
      done: () => new MessageDoneEvent({interactionId, text}),
    });
    if (id !== undefined) {
      this.#keys.set(id, key);
      return undefined;
    }
    const refusal = this.#commands.refusal(key);
    this.#commands.dismiss(key);
    return refusal ?? false;
  }

  /** Once more, under the same id: it arrives once. */
  resend(id: string): void {
    const failed = this.#find(id);
    if (failed?.state === 'failed') void this.#pending.stream?.send(failed.command, id);
  }

  /** Takes back what failed. @returns Its text. */
  takeBack(id: string): string {
    const failed = this.#find(id);
    const key = this.#keys.get(id);
    if (key !== undefined) this.#commands.dismiss(key);
    this.#keys.delete(id);
    this.#pending.stream?.dismiss(id);
    return failed?.command.type === 'message.send' ? failed.command.text : '';
  }

  /** The same list as long as nothing in it changed. */
  get all(): readonly PendingCommand[] {
    return this.#pending.value ?? NONE;
  }

  #find(id: string): PendingCommand | undefined {
    return this.all.find((one) => one.id === id);
  }
}

import type {ReactiveController} from 'lit';
import {MESSAGE_MAX_LENGTH, type Attachment, type InteractionId, type Refusal} from '@deskwire/domain';
import type {PendingCommand, StreamHandle} from '@deskwire/stream';

import type {ControllerHost} from '../context/consume.js';
import type {DoneEvent, RequestEvent} from '../events.js';
import {newId} from '../new-id.js';

import type {OutgoingMessage} from './log-rows.js';
import {PendingController} from './pending-controller.js';

/** What is said in one message: a text, files that the backend has, or both. */
export interface Said {
  readonly text: string;
  readonly files?: readonly Attachment[];
}

/** The events of a widget around a message. */
export interface OutboxEvents {
  /** Asks the page; prevented, nothing is sent. */
  request(interactionId: InteractionId, said: Said): RequestEvent<unknown>;
  /** The message is in the conversation. */
  done(interactionId: InteractionId, said: Said): DoneEvent<unknown>;
}

/** Made by hand: the table of all refusals would come with `refuse`. */
const OFFLINE: Refusal = {code: 'DW_SEND_OFFLINE', kind: 'transport'};
const EMPTY: Refusal = {code: 'DW_MESSAGE_EMPTY', kind: 'input'};
const tooLong = (length: number): Refusal => ({
  code: 'DW_MESSAGE_TOO_LONG',
  kind: 'input',
  params: {max: MESSAGE_MAX_LENGTH, length},
});

/** What the files of open messages are called: a command names them by id only. They live as long as their stream. */
const namesOf = new WeakMap<StreamHandle, Map<string, Attachment>>();

const filesOf = (stream: StreamHandle): Map<string, Attachment> => {
  const known = namesOf.get(stream) ?? new Map<string, Attachment>();
  namesOf.set(stream, known);
  return known;
};

const NONE: readonly PendingCommand[] = [];

/**
 * Messages on their way, for the agent's side and the customer's. What is open or has failed is kept by the stream, so that
 * an element that is built anew shows the same; under one id a message arrives once, however often it is tried.
 */
export class MessageOutbox implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #events: OutboxEvents;
  readonly #pending: PendingController;
  /** What is to be told once the message is there, by its id. */
  readonly #promised = new Map<string, () => DoneEvent<unknown>>();
  #stream: StreamHandle | undefined;

  constructor(host: ControllerHost, events: OutboxEvents) {
    this.#host = host;
    this.#events = events;
    this.#pending = new PendingController(host, ({command}) => command.type === 'message.send');
    host.addController(this);
  }

  /** The commands that are open or have failed; the same list as long as nothing in it changed. */
  get all(): readonly PendingCommand[] {
    return this.#pending.value ?? NONE;
  }

  /** What is under way or has failed in one conversation, oldest first, as the log wants it. */
  of(interactionId: InteractionId): readonly OutgoingMessage[] {
    return this.all.flatMap((pending) => {
      const {id, command, since, refusal} = pending;
      if (command.type !== 'message.send' || command.interactionId !== interactionId) return [];
      const {text, files = []} = this.#said(pending);
      return [
        {id, text, since, ...(files.length ? {attachments: files} : {}), ...(refusal ? {refusal} : {})},
      ];
    });
  }

  /** @returns Undefined once it is under way; false where the page prevented it, or why it was not sent at all. */
  send(interactionId: InteractionId, said: Said): Refusal | false | undefined {
    const {stream} = this.#pending;
    const {text, files = []} = said;
    const refusal = stream ? this.#obstacle(stream, interactionId, said) : OFFLINE;
    if (!stream || refusal) return refusal ?? OFFLINE;
    if (!this.#host.dispatchEvent(this.#events.request(interactionId, said))) return false;
    const id = newId();
    for (const file of files) filesOf(stream).set(file.id, file);
    this.#promised.set(id, () => this.#events.done(interactionId, said));
    const attachmentIds = files.map((file) => file.id);
    const command = {type: 'message.send', interactionId, text} as const;
    void stream.send(attachmentIds.length ? {...command, attachmentIds} : command, id);
    return undefined;
  }

  /** Once more, under the same id. */
  resend(id: string): void {
    const failed = this.#failed(id);
    if (failed) void this.#pending.stream?.send(failed.command, id);
  }

  /** Forgets what failed. @returns What it said, to be edited. */
  takeBack(id: string): Said | undefined {
    const failed = this.#failed(id);
    if (!failed) return undefined;
    const said = this.#said(failed);
    this.#promised.delete(id);
    this.#pending.stream?.dismiss(id);
    return said;
  }

  /** What is no longer open, and was not taken back, has its fact. */
  hostUpdated(): void {
    const {stream} = this.#pending;
    if (stream !== this.#stream) this.#promised.clear();
    this.#stream = stream;
    for (const [id, event] of [...this.#promised]) {
      if (this.all.some((one) => one.id === id)) continue;
      this.#promised.delete(id);
      this.#host.dispatchEvent(event());
    }
  }

  #obstacle(
    stream: StreamHandle,
    interactionId: InteractionId,
    {text, files = []}: Said,
  ): Refusal | undefined {
    const verdict = stream.permit({type: 'message.send', interactionId});
    if (!verdict.ok) return verdict.refusal;
    if (text.trim() === '' && files.length === 0) return EMPTY;
    return text.length > MESSAGE_MAX_LENGTH ? tooLong(text.length) : undefined;
  }

  #failed(id: string): PendingCommand | undefined {
    return this.all.find((one) => one.id === id && one.state === 'failed');
  }

  #said({command}: PendingCommand): Said {
    if (command.type !== 'message.send') return {text: ''};
    const {stream} = this.#pending;
    const known = stream && filesOf(stream);
    const files = (command.attachmentIds ?? []).flatMap((id) => known?.get(id) ?? []);
    return files.length ? {text: command.text, files} : {text: command.text};
  }
}

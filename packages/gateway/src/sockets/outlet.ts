import process from 'node:process';
import type {Duplex} from 'node:stream';

import type {WebSocket} from 'ws';

import {encode, type ServerMessage} from '@deskwire/protocol';

/** After a close, how long the other side may take to close too. */
const CLOSE_MS = 2_000;

/** The way out to one reader, who may be slow. */
export class Outlet {
  readonly #socket: WebSocket;
  readonly #connection: Duplex;
  readonly #maxBuffered: number;
  readonly #tooSlow: () => void;
  #isOpen = true;
  #isHeld = false;

  /**
   * @param connection What the socket writes to.
   * @param tooSlow Called instead of writing when the reader does not keep up.
   */
  constructor(socket: WebSocket, connection: Duplex, maxBuffered: number, tooSlow: () => void) {
    this.#socket = socket;
    this.#connection = connection;
    this.#maxBuffered = maxBuffered;
    this.#tooSlow = tooSlow;
  }

  /** Sends a message. */
  send(message: ServerMessage): void {
    this.write(encode(message));
  }

  /** Sends a message that is text already. After a close it is dropped. */
  readonly write = (text: string): void => {
    if (!this.#isOpen || this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > this.#maxBuffered) return this.#tooSlow();
    this.#hold();
    this.#socket.send(text);
  };

  /** Closes with a code, by force when the other side does not answer. */
  close(code: number): void {
    this.#isOpen = false;
    this.#socket.close(code);
    setTimeout(() => this.#socket.terminate(), CLOSE_MS).unref();
  }

  /** What is said to one reader in one breath, facts and the answer to their command say, is one write to the system. */
  #hold(): void {
    if (this.#isHeld) return;
    this.#isHeld = true;
    this.#connection.cork();
    process.nextTick(() => {
      this.#isHeld = false;
      this.#connection.uncork();
    });
  }
}

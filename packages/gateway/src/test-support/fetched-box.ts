import {once} from 'node:events';
import {createRequire} from 'node:module';
import type {AddressInfo, Server, Socket} from 'node:net';

interface Message {
  readonly raw: string;
  readonly flags: string[];
  uid: number;
}

interface Folder {
  uidvalidity: number;
  uidnext: number;
  messages: Message[];
}

interface Hoodiecrow {
  readonly server: Server;
  listen(port: number, host: string): void;
  getMailbox(path: string): Folder;
  appendMessage(path: string, flags: string[], date: Date | undefined, raw: string): unknown;
}

const hoodiecrow = createRequire(import.meta.url)('hoodiecrow-imap') as (options: object) => Hoodiecrow;

/** A mailbox on a mail server in memory, into which customers' mails come. */
export class FetchedBox {
  readonly #server: Hoodiecrow;
  readonly #sockets = new Set<Socket>();
  port = 0;

  constructor(user: string, password: string) {
    this.#server = hoodiecrow({
      plugins: ['ID', 'IDLE', 'UIDPLUS', 'ENABLE', 'LITERALPLUS'],
      users: {[user]: {password}},
      storage: {INBOX: {}},
    });
    this.#server.server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.on('error', () => undefined);
    });
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server.server, 'listening');
    this.port = (this.#server.server.address() as AddressInfo).port;
  }

  /** A mail comes in. */
  put(raw: string | Buffer, flags: string[] = []): void {
    const text = typeof raw === 'string' ? Buffer.from(raw.replace(/\r?\n/g, '\r\n')) : raw;
    this.#server.appendMessage('INBOX', flags, undefined, text.toString('latin1'));
  }

  /** Flags of all mails that are there, in order. */
  get flags(): readonly (readonly string[])[] {
    return this.#folder.messages.map(({flags}) => flags);
  }

  /** The server forgets its numbers, as after a restore: all mails get new ones. */
  renumber(): void {
    const folder = this.#folder;
    folder.uidvalidity += 1;
    folder.messages.forEach((message, index) => (message.uid = index + 1));
    folder.uidnext = folder.messages.length + 1;
    this.hangUp();
  }

  /** Somebody removes a mail. */
  remove(index: number): void {
    this.#folder.messages.splice(index, 1);
  }

  /** Every connection ends. */
  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    this.hangUp();
    this.#server.server.close();
  }

  get #folder(): Folder {
    return this.#server.getMailbox('INBOX');
  }
}

import {once} from 'node:events';
import {createRequire} from 'node:module';
import type {AddressInfo, Server} from 'node:net';

interface Hoodiecrow {
  readonly server: Server;
  listen(port: number, host: string): void;
  getMailbox(path: string): {
    readonly messages: readonly {readonly raw: string; readonly flags: readonly string[]}[];
  };
}

const hoodiecrow = createRequire(import.meta.url)('hoodiecrow-imap') as (options: object) => Hoodiecrow;

const PLUGINS = [
  'ID',
  'IDLE',
  'UIDPLUS',
  'SPECIAL-USE',
  'MOVE',
  'UNSELECT',
  'NAMESPACE',
  'ENABLE',
  'LITERALPLUS',
];

/** A mailbox on a mail server in memory, with a folder of sent mails that is marked as such. */
export class SentBox {
  readonly #server: Hoodiecrow;
  port = 0;

  constructor(password: string) {
    this.#server = hoodiecrow({
      plugins: PLUGINS,
      users: {support: {password}},
      storage: {INBOX: {}, '': {folders: {'Sent Items': {'special-use': '\\Sent'}, Drafts: {}}}},
    });
  }

  async listen(port = 0): Promise<void> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server.server, 'listening');
    this.port = (this.#server.server.address() as AddressInfo).port;
  }

  /** What is in the folder of sent mails. */
  get sent(): readonly {readonly raw: Buffer; readonly flags: readonly string[]}[] {
    const folder = this.#server.getMailbox('Sent Items');
    return folder.messages.map(({raw, flags}) => ({raw: Buffer.from(raw, 'binary'), flags}));
  }

  close(): void {
    this.#server.server.close();
  }
}

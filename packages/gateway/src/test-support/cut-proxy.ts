import {once} from 'node:events';
import {connect, createServer, type AddressInfo, type Socket} from 'node:net';

/** A line to a server that breaks where a test wants it to. */
export class CutProxy {
  readonly #sockets = new Set<Socket>();
  readonly #cuts: number[] = [];
  readonly #target: () => number;
  readonly #server = createServer((socket) => this.#join(socket));
  /** Lines that were cut so far. */
  cuts = 0;
  port = 0;

  constructor(target: () => number) {
    this.#target = target;
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = (this.#server.address() as AddressInfo).port;
  }

  /** The next lines break, one after another, after so many bytes from the server; those after them hold. */
  cutAfter(...bytes: readonly number[]): void {
    this.#cuts.push(...bytes);
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  #join(client: Socket): void {
    const server = connect(this.#target(), '127.0.0.1');
    const limit = this.#cuts.shift() ?? Infinity;
    const cut = (): void => {
      client.destroy();
      server.destroy();
    };
    let passed = 0;
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', cut);
    }
    client.on('data', (part: Buffer) => server.write(part));
    server.on('data', (part: Buffer) => {
      const room = limit - passed;
      passed += part.length;
      if (room > part.length) return void client.write(part);
      this.cuts += 1;
      client.write(part.subarray(0, Math.max(0, room)), cut);
    });
  }
}

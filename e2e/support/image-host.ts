import {createServer, type Server} from 'node:http';
import {once} from 'node:events';

import {DOT_PNG} from './sample-mail.js';

/** A server of pictures somewhere on the net, as senders use them to learn who reads their mail; it writes down every request. */
export class ImageHost {
  readonly requests: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.requests.push(request.url ?? '');
      response.writeHead(200, {'content-type': 'image/png', 'cache-control': 'no-store'}).end(DOT_PNG);
    });
  }

  static async start(): Promise<ImageHost> {
    const host = new ImageHost();
    host.#server.listen(0, '127.0.0.1');
    await once(host.#server, 'listening');
    return host;
  }

  /** Where a picture of this name is. */
  url(name: string): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/${name}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

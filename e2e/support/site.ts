import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {extname, join, normalize} from 'node:path';

/** What docs/embedding.md tells a host to allow, for a page whose files and backend are its own. */
export const DOCUMENTED_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html dompurify 'allow-duplicates'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** A host's web server: folders of this machine, pages that a test writes, and answers that come when the test says so. */
export class Site {
  /** Sent with every page. */
  csp = DOCUMENTED_CSP;
  readonly #server: Server;
  readonly #files = new Map<string, string | Buffer>();
  readonly #held = new Map<string, Promise<void>>();

  private constructor(private readonly folders: Readonly<Record<string, string>>) {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  /** @param folders What lies below which path: `{'/deskwire/': 'dist'}`. */
  static async start(folders: Readonly<Record<string, string>>): Promise<Site> {
    const site = new Site(folders);
    await once(site.#server.listen(0, '127.0.0.1'), 'listening');
    return site;
  }

  get url(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  /** Answers a path with this, whatever the folders have there. */
  put(path: string, content: string | Buffer): void {
    this.#files.set(path, content);
  }

  /** Writes a page with these in its head and its body. */
  page(path: string, {head = '', body = ''}: {readonly head?: string; readonly body?: string}): void {
    this.put(
      path,
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body>${body}</body></html>`,
    );
  }

  /** Keeps whoever asks for this path waiting until the answer is called. */
  hold(path: string): () => void {
    let release = (): void => undefined;
    this.#held.set(path, new Promise((resolve) => (release = resolve)));
    return () => {
      release();
    };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer({url = '/'}: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = normalize(decodeURIComponent(new URL(url, 'http://site').pathname));
    await this.#held.get(path);
    const content = this.#files.get(path) ?? (await this.#read(path));
    const headers = {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
      ...(path.endsWith('.html') && {'content-security-policy': this.csp}),
    };
    response.writeHead(content === undefined ? 404 : 200, headers).end(content);
  }

  async #read(path: string): Promise<Buffer | undefined> {
    const prefix = Object.keys(this.folders).find((one) => path.startsWith(one));
    const folder = prefix && this.folders[prefix];
    return folder ? readFile(join(folder, path.slice(prefix.length))).catch(() => undefined) : undefined;
  }
}

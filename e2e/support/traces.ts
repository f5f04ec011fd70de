import type {BrowserContext, Page} from '@playwright/test';

/** Every attribute of a page, in all shadow roots, and what the page keeps for later. Runs in the page. */
const look = (): string => {
  const attributes = (root: ParentNode): readonly string[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...[...element.attributes].map(({name, value}) => `${element.localName} ${name}=${value}`),
      ...(element.shadowRoot ? attributes(element.shadowRoot) : []),
    ]);
  const stored = [localStorage, sessionStorage].map((storage) => JSON.stringify({...storage}));
  return [...attributes(document), ...stored, document.cookie, document.title, location.href].join('\n');
};

/** What a browser leaves behind outside of the values of its fields: attributes, addresses, storage, console. */
export class Traces {
  readonly #pages: readonly Page[];
  readonly #seen: string[] = [];
  readonly #addresses: string[] = [];
  readonly #console: string[] = [];

  constructor(...contexts: readonly BrowserContext[]) {
    this.#pages = contexts.flatMap((context) => context.pages());
    for (const context of contexts) {
      context.on('request', (request) => this.#addresses.push(request.url()));
      context.on('console', (message) => this.#console.push(message.text()));
    }
    for (const page of this.#pages) page.on('websocket', (socket) => this.#addresses.push(socket.url()));
  }

  /** Takes down how every page stands now. */
  async look(): Promise<void> {
    this.#seen.push(...(await Promise.all(this.#pages.map((page) => page.evaluate(look)))));
  }

  /** All of it, by what it is. */
  get texts(): Readonly<Record<string, string>> {
    return {
      pages: this.#seen.join('\n'),
      addresses: this.#addresses.join('\n'),
      console: this.#console.join('\n'),
    };
  }
}

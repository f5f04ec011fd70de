import type {BrowserContext, WebSocketRoute} from '@playwright/test';

type Message = string | Buffer;

/** The way from the gateway to one desk, which can be held up, as a slow network does. The way back stays quick. */
export class SlowWire {
  readonly #waiting: (() => void)[] = [];
  #isHeld = false;

  /** Goes between the gateway and the desk that is opened in this browser next. */
  async join(context: BrowserContext): Promise<void> {
    await context.routeWebSocket(/\/api\/socket/, (desk) => {
      desk.connectToServer().onMessage((message) => {
        this.#pass(desk, message);
      });
    });
  }

  hold(): void {
    this.#isHeld = true;
  }

  /** Everything that was held comes, in its order. */
  release(): void {
    this.#isHeld = false;
    for (const send of this.#waiting.splice(0)) send();
  }

  #pass(desk: WebSocketRoute, message: Message): void {
    if (this.#isHeld) this.#waiting.push(() => desk.send(message));
    else desk.send(message);
  }
}

import {expect} from '@playwright/test';

import type {RunningGateway} from './gateway.js';

type Act = 'dial' | 'answer' | 'decline' | 'lift' | 'hang-up' | 'switch-off' | 'switch-on';

/** A simulated phone that nobody looks at: quicker to use than its page, and the same phone. */
export class Line {
  readonly #address: string;

  constructor(gateway: RunningGateway, number: string) {
    this.#address = `${gateway.url}/api/lines/${encodeURIComponent(number)}`;
  }

  /** Uses the phone; it must be able to. */
  async does(act: Act, to?: string): Promise<void> {
    const response = await fetch(this.#address, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify(to === undefined ? {act} : {act, to}),
    });
    const {done} = (await response.json()) as {readonly done: boolean};
    if (!done) throw new Error(`The phone cannot ${act}.`);
  }

  /** Waits until the phone is in this state, then does what is to be done. */
  async when(state: string, act?: Act): Promise<void> {
    await expect.poll(() => this.#state()).toBe(state);
    if (act) await this.does(act);
  }

  async #state(): Promise<string> {
    const {line} = (await (await fetch(this.#address)).json()) as {readonly line: {readonly state: string}};
    return line.state;
  }
}

import {expect, type Locator, type Page} from '@playwright/test';
import type {Simulator} from '@deskwire/adapter-simulator';

declare global {
  interface Window {
    /** Put there by the page's own script, for the story that a test tells. */
    simulator: Simulator;
  }
}

/** Code of a page whose first desk talks to a contact centre in the page: `yoon` sits there. */
export const simulatorScript = (deskModule: string): string => `
  import {Simulator} from '${deskModule}';
  window.simulator = new Simulator({connectDelayMs: 50});
  document.querySelector('dw-desk').port = window.simulator.port('yoon');
`;

/** One desk of a host's page, by what an agent sees of it. Words are those of the English desk. */
export class EmbeddedDesk {
  constructor(
    readonly page: Page,
    /** The part of the page in which the widgets are. */
    readonly root: Locator | Page = page,
  ) {}

  get state(): Locator {
    return this.root.locator('dw-agent-state').getByRole('button').first();
  }

  get tray(): Locator {
    return this.root.locator('dw-incoming-call');
  }

  get call(): Locator {
    return this.root.locator('dw-interaction-control');
  }

  get chat(): Locator {
    return this.root.locator('dw-chat-pane');
  }

  get tasks(): Locator {
    return this.root.locator('dw-task-list');
  }

  get wrapUp(): Locator {
    return this.root.locator('dw-wrap-up').getByRole('dialog');
  }

  async choose(state: string): Promise<void> {
    await this.state.click();
    await this.root.locator('dw-agent-state').getByRole('option', {name: state}).click();
    await expect(this.state).toContainText(state);
  }

  async press(button: string): Promise<void> {
    await this.tray.getByRole('button', {name: new RegExp(`^${button}\\b`)}).click();
  }

  /** A customer calls. */
  callArrives(name: string): Promise<string> {
    return this.page.evaluate(
      (customer) => window.simulator.callArrives({name: customer, number: '+821048271934'}),
      name,
    );
  }

  /** A customer writes. */
  chatArrives(text: string): Promise<string> {
    return this.page.evaluate((first) => window.simulator.chatArrives({text: first}), text);
  }
}

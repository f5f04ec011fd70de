import {expect, type Browser, type Locator} from '@playwright/test';

import {Agent} from './agent.js';
import {Phone} from './customers.js';
import type {RunningGateway} from './gateway.js';

/** A customer, the agent who took the call, and a colleague to ask: everybody that the role tables speak of. */
export class Triangle {
  private constructor(
    readonly one: Agent,
    readonly two: Agent,
    readonly customer: Phone,
  ) {}

  /**
   * Brings a call to agent 1 and makes agent 2 available.
   * @param first The user of agent 1; `han` has a phone on the desk, which `answer` lifts.
   */
  static async onCall(
    browser: Browser,
    gateway: RunningGateway,
    {first = 'yoon', answer}: {readonly first?: string; readonly answer?: () => Promise<void>} = {},
  ): Promise<Triangle> {
    const one = await Agent.signIn(browser, gateway, first);
    const two = await Agent.signIn(browser, gateway, 'park');
    await one.choose('Available');
    const customer = await Phone.open(browser, gateway, '+821048271934');
    await customer.call();
    await (answer ? answer() : one.press('Answer'));
    await expect(customer.state).toContainText('Talking');
    await two.choose('Available');
    return new Triangle(one, two, customer);
  }

  /** The three of them in one conversation. */
  static async inConference(browser: Browser, gateway: RunningGateway): Promise<Triangle> {
    const scene = await Triangle.onCall(browser, gateway);
    await scene.confer();
    return scene;
  }

  /** Asks agent 2 from the consult dialog. */
  async ask(): Promise<void> {
    await this.one.call.getByRole('button', {name: 'Consult', exact: true}).click();
    const dialog = this.one.page.locator('dw-consult-dialog');
    await dialog.getByRole('option', {name: /박지우/}).click();
    await dialog.getByRole('button', {name: 'Consult', exact: true}).click();
    await expect(this.one.call).toContainText('Consult requested');
  }

  /** Asks, and agent 2 answers. */
  async consult(): Promise<void> {
    await this.ask();
    await this.two.press('Answer');
    await expect(this.one.call).toContainText('Consulting');
    await expect(this.customer.state).toContainText('On hold');
  }

  /** Makes it a conference of three. */
  async confer(): Promise<void> {
    await this.consult();
    await this.button(this.one, 'Conference').click();
    await expect(this.customer.state).toContainText('Talking');
    await expect(this.two.call).toContainText('Conference');
  }

  /** A button of an agent's call pane that can be pressed. */
  button(agent: Agent, name: string): Locator {
    return agent.call
      .getByRole('button', {name, exact: true})
      .and(agent.page.locator(':not([aria-disabled="true"])'));
  }
}

import {expect, type Browser} from '@playwright/test';

import {Agent} from './agent.js';
import {Visitor} from './customers.js';
import type {RunningGateway} from './gateway.js';

/** A visitor who chats with agent 1, and a colleague who is there: everybody that the role table of chats speaks of. */
export class ChatFloor {
  private constructor(
    readonly one: Agent,
    readonly two: Agent,
    readonly visitor: Visitor,
  ) {}

  /** Agent 1 has accepted the visitor's chat; agent 2 is available. */
  static async talking(browser: Browser, gateway: RunningGateway): Promise<ChatFloor> {
    const one = await Agent.signIn(browser, gateway, 'yoon');
    const two = await Agent.signIn(browser, gateway, 'park');
    await one.choose('Available');
    const visitor = await Visitor.open(browser, gateway);
    await visitor.begin('Lee Seo-yeon', 'Where is my refund?');
    await one.press('Accept');
    await expect(one.chat).toContainText('Lee Seo-yeon');
    await expect(visitor.chat).toContainText('Connected');
    await two.choose('Available');
    return new ChatFloor(one, two, visitor);
  }

  /** Agent 2 is asked in, and accepts. */
  async confer(): Promise<void> {
    await this.one.invite('박지우');
    await this.two.press('Accept');
    await expect(this.one.chat).toContainText('박지우 joined');
    await expect(this.two.chat).toContainText('You joined');
  }
}

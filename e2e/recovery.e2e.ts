import {expect, test, type Locator} from '@playwright/test';

import {Agent} from './support/agent.js';
import {Visitor} from './support/customers.js';
import {RunningGateway} from './support/gateway.js';

/** How often each of the texts stands in a conversation. */
const counts = (chat: Locator, texts: readonly string[]): Promise<readonly number[]> =>
  Promise.all(texts.map((text) => chat.getByText(text, {exact: true}).count()));

test.describe('a gateway that is killed', () => {
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  test.afterEach(async () => {
    await gateway.stop();
  });

  test('loses no message, doubles none, and both pages recover by themselves', async ({browser}) => {
    // Three deaths, each with two pages that wait longer and longer before they try again.
    test.slow();
    const yoon = await Agent.signIn(browser, gateway, 'yoon');
    await yoon.choose('Available');
    const visitor = await Visitor.open(browser, gateway);
    await visitor.begin('Lee Seo-yeon', 'Hello');
    await yoon.press('Accept');
    const texts: string[] = [];
    const both = async (name: string): Promise<void> => {
      texts.push(`visitor ${name}.`, `agent ${name}.`);
      await visitor.write(`visitor ${name}.`);
      await yoon.write(`agent ${name}.`);
    };

    await both('one');
    await expect(yoon.chat).toContainText('visitor one.');
    await expect(visitor.chat).toContainText('agent one.');
    for (const round of ['two', 'three', 'four']) {
      // Sent and killed at once: some of it is stored, some on its way.
      await both(round);
      await gateway.kill();
      await both(`${round} in the dark`);
      await gateway.run();
      await expect(yoon.chat).toContainText(`visitor ${round} in the dark.`, {timeout: 30_000});
      await expect(visitor.chat).toContainText(`agent ${round} in the dark.`, {timeout: 30_000});
      await expect(yoon.chat.getByText('Sending', {exact: true})).toHaveCount(0, {timeout: 30_000});
      await expect(visitor.chat.getByText('Sending', {exact: true})).toHaveCount(0, {timeout: 30_000});
    }
    expect(await counts(yoon.chat, texts)).toEqual(texts.map(() => 1));
    expect(await counts(visitor.chat, texts)).toEqual(texts.map(() => 1));

    await yoon.page.reload();
    await expect(yoon.chat).toContainText('agent four in the dark.');
    expect(await counts(yoon.chat, texts)).toEqual(texts.map(() => 1));
  });
});

import {expect, test} from '@playwright/test';

import {Agent} from './support/agent.js';
import {Visitor} from './support/customers.js';
import {RunningGateway} from './support/gateway.js';

test.describe('a visitor of the website', () => {
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  test.afterEach(async () => {
    await gateway.stop();
  });

  test('goes on in a second window and after a reload, with what was not sent, until the chat is over', async ({
    browser,
  }) => {
    const yoon = await Agent.signIn(browser, gateway, 'yoon');
    await yoon.choose('Available');
    const visitor = await Visitor.open(browser, gateway);
    await visitor.begin('Lee Seo-yeon', 'I was charged twice for roaming.');
    await yoon.press('Accept');

    const second = await visitor.page.context().newPage();
    await second.goto(visitor.page.url());
    const other = second.locator('dw-visitor-chat');
    await expect(other).toContainText('I was charged twice for roaming.');
    await other.getByRole('textbox').fill('Written in the second window');
    await other.getByRole('textbox').press('Enter');
    await expect(visitor.chat).toContainText('Written in the second window');
    await expect(yoon.chat).toContainText('Written in the second window');

    await visitor.chat.getByRole('textbox').fill('Half a sen');
    visitor.page.on('dialog', (dialog) => void dialog.accept());
    await visitor.page.reload();
    await expect(visitor.chat.getByRole('textbox')).toHaveValue('Half a sen');

    await yoon.chat.getByRole('button', {name: 'End', exact: true}).click();
    await expect(visitor.chat).toContainText('The agent ended the chat');
    await expect(other).toContainText('The agent ended the chat');
    await second.reload();
    await expect(other.getByRole('button', {name: 'Start chat'})).toBeVisible();
  });
});

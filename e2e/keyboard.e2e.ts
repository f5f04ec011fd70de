import {expect, test} from '@playwright/test';

import {Agent} from './support/agent.js';
import {Visitor} from './support/customers.js';
import {RunningGateway} from './support/gateway.js';
import {pressByKey, tabTo} from './support/keys.js';

test.describe('without a pointer', () => {
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  test.afterEach(async () => {
    await gateway.stop();
  });

  test('[ARR-8] [CHAT-2] [CHAT-7] [CHAT-13] a chat is taken, answered, ended and wrapped up', async ({
    browser,
  }) => {
    const one = await Agent.signIn(browser, gateway, 'yoon');
    const {keyboard} = one.page;
    await one.choose('Available');
    const visitor = await Visitor.open(browser, gateway);
    await visitor.begin('Lee Seo-yeon', 'Where is my refund?');

    await pressByKey(one.tray.getByRole('button', {name: /^Accept\b/}));
    await expect(one.chat).toContainText('Lee Seo-yeon');
    await tabTo(one.box);
    await keyboard.type('I am looking.');
    await keyboard.press('Shift+Enter');
    await keyboard.type('One moment, please.');
    await keyboard.press('Enter');
    await expect(visitor.chat).toContainText('One moment, please.');
    await expect(one.box).toHaveValue('');
    await expect(one.box).toBeFocused();

    await pressByKey(one.chatButton('Canned responses'));
    const list = one.chat.locator('dw-canned-list');
    await expect(list.getByRole('combobox').or(list.getByRole('searchbox'))).toBeFocused();
    await keyboard.type('Order');
    await keyboard.press('Enter');
    await keyboard.press('Escape');
    await expect(one.box).toBeFocused();
    await expect(one.box).not.toHaveValue('');
    await keyboard.press('Enter');
    await expect(one.box).toHaveValue('');

    const log = one.chat.getByRole('log');
    await tabTo(log, 'Shift+Tab');
    await keyboard.press('Home');
    await keyboard.press('End');
    await tabTo(one.chatButton('End'), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(visitor.chat).toContainText('The agent ended the chat');

    const reasons = one.wrapUp.getByRole('combobox');
    await tabTo(reasons);
    await keyboard.type('Resolved');
    await keyboard.press('Enter');
    await expect(one.wrapUp).toContainText('Resolved');
    await pressByKey(one.wrapUp.getByRole('button', {name: 'Submit wrap-up'}));
    await expect(one.wrapUp).toBeHidden();
    await expect(one.tasks).toHaveCount(0);
  });
});

import {expect, test} from '@playwright/test';

import {Agent} from './support/agent.js';
import {Visitor} from './support/customers.js';
import {RunningGateway} from './support/gateway.js';

test.describe('a chat, from the website to the wrap-up', () => {
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  test.afterEach(async () => {
    await gateway.stop();
  });

  test('[STATE-3] [ARR-8] [CHAT-1] [CHAT-3] [CHAT-4] rings at who waited longest, is answered, ended and wrapped up', async ({
    browser,
  }) => {
    const yoon = await Agent.signIn(browser, gateway, 'yoon');
    const park = await Agent.signIn(browser, gateway, 'park');
    await expect(yoon.state).toContainText('Idle');
    await park.choose('Available');
    await yoon.choose('Available');

    const visitor = await Visitor.open(browser, gateway);
    await visitor.begin('Lee Seo-yeon', 'I was charged twice for roaming.');

    await expect(park.tray).toContainText('Lee Seo-yeon');
    await expect(park.tray).toContainText('Web support');
    await expect(yoon.tray).not.toContainText('Lee Seo-yeon');
    await park.press('Accept');
    await expect(park.state).toContainText('Engaged');
    await park.chat.getByRole('button', {name: /virtual assistant/}).click();
    await expect(park.chat).toContainText('I was charged twice for roaming.');

    const box = park.chat.getByRole('textbox');
    await box.pressSequentially('First line');
    await box.press('Shift+Enter');
    await box.pressSequentially('second line');
    await box.press('Enter');
    await expect(visitor.chat).toContainText('박지우');
    const sent = visitor.chat.getByText('First line');
    await expect(sent).toBeVisible();
    expect(await sent.textContent()).toContain('First line\nsecond line');
    await visitor.write('Thank you.');
    await expect(park.chat).toContainText('Thank you.');

    await park.chat.getByRole('button', {name: 'End', exact: true}).click();
    await expect(visitor.chat).toContainText(/ended/i);
    await expect(park.wrapUp).toBeVisible();
    await park.wrapUpWith('Resolved');
    await expect(park.state).toContainText('Available');
    await expect(park.tasks).toHaveCount(0);
  });

  test('[STATE-6] a desk that has a request cannot sign out', async ({browser}) => {
    const yoon = await Agent.signIn(browser, gateway, 'yoon');
    await yoon.choose('Available');
    const visitor = await Visitor.open(browser, gateway);
    await visitor.begin('Lee Seo-yeon', 'Hello');
    await expect(yoon.tray.getByRole('button', {name: /^Accept/})).toBeVisible();
    await yoon.state.click();
    const signOut = yoon.page.locator('dw-agent-state').getByRole('button', {name: 'Sign out'});
    await expect(signOut).toHaveAttribute('aria-disabled', 'true');
  });
});

test.describe('a chat that nobody answers', () => {
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    gateway = await RunningGateway.start({ringSeconds: 3});
  });
  test.afterEach(async () => {
    await gateway.stop();
  });

  test('[ARR-6] [STATE-2] [STATE-4] goes to the other agent; the first sees RONA and gets nothing until they choose', async ({
    browser,
  }) => {
    const yoon = await Agent.signIn(browser, gateway, 'yoon');
    const park = await Agent.signIn(browser, gateway, 'park');
    await yoon.choose('Available');

    const visitor = await Visitor.open(browser, gateway);
    await visitor.begin('Lee Seo-yeon', 'Is anybody there?');
    await expect(yoon.tray).toContainText('Lee Seo-yeon');
    await expect(yoon.rona).toBeVisible();
    await expect(yoon.tray.getByRole('button', {name: /^Accept/})).toHaveCount(0);
    await expect(yoon.state).toContainText('RONA');
    // It waits in its queue, and an idle agent is not asked.
    await expect(park.state).toContainText('Idle');
    await expect(park.tray).not.toContainText('Lee Seo-yeon');

    await park.choose('Available');
    await park.press('Accept');
    await expect(park.chat).toContainText('Lee Seo-yeon');

    const another = await Visitor.open(browser, gateway);
    await another.begin('Choi Ha-eun', 'Me too');
    await expect(park.tray).toContainText('Choi Ha-eun');
    await expect(yoon.tray).not.toContainText('Choi Ha-eun');
    await yoon.rona.getByRole('button', {name: 'Available'}).click();
    await expect(yoon.rona).toHaveCount(0);
    await expect(yoon.tray).toContainText('Choi Ha-eun');
  });
});

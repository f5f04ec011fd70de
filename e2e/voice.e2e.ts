import {expect, test} from '@playwright/test';

import {Agent} from './support/agent.js';
import {Phone} from './support/customers.js';
import {RunningGateway} from './support/gateway.js';

test.describe('a call', () => {
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  test.afterEach(async () => {
    await gateway.stop();
  });

  test('[ARR-2] [HOLD-1] [HOLD-2] [HOLD-3] [END-1] is answered, held, resumed, ended and wrapped up', async ({
    browser,
  }) => {
    const yoon = await Agent.signIn(browser, gateway, 'yoon');
    await yoon.choose('Available');
    const customer = await Phone.open(browser, gateway, '+821048271934');
    await customer.call();
    await expect(yoon.tray).toContainText('Incoming call');
    await expect(yoon.tray).toContainText('Billing');
    await yoon.press('Answer');
    await expect(customer.state).toContainText('Talking');

    await yoon.call.getByRole('button', {name: 'Hold'}).click();
    await expect(yoon.call).toContainText('Call on hold');
    await expect(customer.state).toContainText('On hold');
    await expect(yoon.call.getByRole('button', {name: 'End'})).toHaveAttribute('aria-disabled', 'true');
    await yoon.call.getByRole('button', {name: 'Resume'}).click();
    await expect(customer.state).toContainText('Talking');
    await yoon.call.getByRole('button', {name: 'End'}).click();
    await expect(customer.state).toContainText('Call ended');
    await yoon.wrapUpWith('Resolved');
    await expect(yoon.state).toContainText('Available');
  });

  test('[END-3] [END-4] a reload during wrap-up brings the dialog back with the countdown, which can be cancelled', async ({
    browser,
  }) => {
    const yoon = await Agent.signIn(browser, gateway, 'yoon');
    await yoon.choose('Available');
    const customer = await Phone.open(browser, gateway, '+821048271934');
    await customer.call();
    await yoon.press('Answer');
    await expect(customer.state).toContainText('Talking');
    await customer.press('Hang up');
    await expect(yoon.wrapUp).toContainText('Submits');
    await yoon.page.reload();
    await expect(yoon.wrapUp).toContainText('Submits');
    await yoon.wrapUp.getByRole('button', {name: 'Cancel the countdown'}).click();
    await expect(yoon.wrapUp).not.toContainText('Submits');
    await yoon.wrapUpWith('Refund promised');
  });

  test('[ARR-5] [END-5] a desk phone is answered by lifting it, and must be hung up before the next call', async ({
    browser,
  }) => {
    const han = await Agent.signIn(browser, gateway, 'han');
    await han.choose('Available');
    const desk = await Phone.open(browser, gateway, '7003');
    const customer = await Phone.open(browser, gateway, '+821048271934');
    await customer.call();
    await expect(han.tray).toContainText('Answer on your desk phone');
    await expect(han.tray.getByRole('button', {name: /^Answer/})).toHaveCount(0);
    await desk.press('Answer');
    await expect(han.call).toContainText('Active');
    await expect(han.tray).not.toContainText('Incoming call');
    await customer.press('Hang up');
    await expect(han.wrapUp).toContainText('handset');
    await han.wrapUpWith('Resolved');

    await customer.call();
    await expect(customer.state).toContainText('Waiting for an agent');
    await expect(han.tray).toContainText(/hang up the handset/i);
    await expect(han.tray).not.toContainText('Incoming call');
    await desk.press('Hang up');
    await expect(han.tray).toContainText('Incoming call');
  });
});

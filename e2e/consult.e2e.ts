import {expect, test} from '@playwright/test';

import {Phone} from './support/customers.js';
import {RunningGateway} from './support/gateway.js';
import {Triangle} from './support/triangle.js';

test.describe('a consult', () => {
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  test.afterEach(async () => {
    await gateway.stop();
  });

  test('[CONS-1] [CONS-2] [CONS-3] [CONS-4] [CONS-5] [HOLD-4] [CONS-R1] [CONS-R2] [CONS-R5] [CONS-R6] [CONS-R11] [CONS-R12] is asked for, taken, and held by turns', async ({
    browser,
  }) => {
    const scene = await Triangle.onCall(browser, gateway);
    const {one, two, customer} = scene;
    await expect(customer.page.getByRole('button', {name: /consult|conference/i})).toHaveCount(0);
    await scene.consult();
    await expect(one.call).toContainText('Call on hold');
    await expect(one.call).toContainText('박지우');
    await expect(scene.button(two, 'Hold')).toHaveCount(0);
    await expect(scene.button(two, 'Resume')).toHaveCount(0);
    await expect(scene.button(two, 'End')).toHaveCount(0);

    await scene.button(one, 'Resume').first().click();
    await expect(customer.state).toContainText('Talking');
    await expect(one.call).toContainText('Consult on hold');
    await scene.button(one, 'Hold').first().click();
    await expect(customer.state).toContainText('On hold');
    await expect(one.call).not.toContainText('Consult on hold');

    await one.call
      .getByRole('region', {name: 'consult'})
      .getByRole('button', {name: 'Hold', exact: true})
      .click();
    await expect(one.call).toContainText('Consult on hold');
    await expect(customer.state).toContainText('Talking');
  });

  test('[CONS-9] [CONS-R13] [CONS-R14] agent 2 leaves without wrap-up; the call goes on', async ({
    browser,
  }) => {
    const scene = await Triangle.onCall(browser, gateway);
    await scene.consult();
    await scene.button(scene.two, 'End consult').click();
    await expect(scene.customer.state).toContainText('Talking');
    await expect(scene.two.state).toContainText('Available');
    await expect(scene.two.wrapUp).toHaveCount(0);
    await scene.button(scene.one, 'End').click();
    await expect(scene.one.wrapUp).toBeVisible();
  });

  test('[CONS-8] [CONS-R4] agent 1 ends it: everybody is dropped, and only agent 1 wraps up', async ({
    browser,
  }) => {
    const scene = await Triangle.onCall(browser, gateway);
    await scene.consult();
    await scene.button(scene.one, 'End consult').click();
    await expect(scene.customer.state).toContainText('Call ended');
    await expect(scene.one.wrapUp).toBeVisible();
    await expect(scene.two.state).toContainText('Available');
    await expect(scene.two.wrapUp).toHaveCount(0);
  });

  test('[CONS-6] [CONS-R7] [CONS-R15] agent 1 hands the call over: wrap-up for agent 1, agent 2 goes on with the customer', async ({
    browser,
  }) => {
    const scene = await Triangle.onCall(browser, gateway);
    await scene.consult();
    await scene.one.call.getByRole('button', {name: 'Transfer', exact: true}).last().click();
    await expect(scene.one.wrapUp).toBeVisible();
    await expect(scene.customer.state).toContainText('Talking');
    await expect(scene.two.call).toContainText('Active');
    await scene.button(scene.two, 'End').click();
    await expect(scene.customer.state).toContainText('Call ended');
    await expect(scene.two.wrapUp).toBeVisible();
  });

  test('[CONS-R3] [CONS-R9] [CONS-R17] the customer hangs up: wrap-up for agent 1, none for agent 2', async ({
    browser,
  }) => {
    const scene = await Triangle.onCall(browser, gateway);
    await scene.consult();
    await scene.customer.press('Hang up');
    await expect(scene.one.wrapUp).toBeVisible();
    await expect(scene.two.state).toContainText('Available');
    await expect(scene.two.wrapUp).toHaveCount(0);
  });

  test('[CONS-R10] agent 1 hangs up the phone on the desk: customer and agent 2 are dropped', async ({
    browser,
  }) => {
    const desk = await Phone.open(browser, gateway, '7003');
    const scene = await Triangle.onCall(browser, gateway, {first: 'han', answer: () => desk.press('Answer')});
    await scene.consult();
    await desk.press('Hang up');
    await expect(scene.customer.state).toContainText('Call ended');
    await expect(scene.one.wrapUp).toBeVisible();
    await expect(scene.two.state).toContainText('Available');
  });

  test('[CONS-2] is withdrawn before anybody answers; the customer is still there', async ({browser}) => {
    const scene = await Triangle.onCall(browser, gateway);
    await scene.ask();
    await scene.button(scene.one, 'Cancel consult').click();
    await expect(scene.two.tray.getByRole('button', {name: /^Answer/})).toHaveCount(0);
    await expect(scene.customer.state).toContainText('On hold');
    await scene.button(scene.one, 'Resume').click();
    await expect(scene.customer.state).toContainText('Talking');
  });
});

test.describe('a conference', () => {
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  test.afterEach(async () => {
    await gateway.stop();
  });

  test('[CONS-7] [CONF-1] [CONS-R8] [CONS-R16] [CONF-R1] [CONF-R2] [CONF-R4] [CONF-R6] [CONF-4] [CONF-R10] [CONF-R11] [CONF-R12] grows out of a consult; nobody is held; agent 2 leaves', async ({
    browser,
  }) => {
    const scene = await Triangle.onCall(browser, gateway);
    await expect(scene.button(scene.one, 'Conference')).toHaveCount(0);
    await scene.confer();
    await expect(scene.customer.page.getByRole('button', {name: /consult|conference/i})).toHaveCount(0);
    await expect(scene.button(scene.one, 'Hold')).toHaveCount(0);
    await expect(scene.button(scene.two, 'Hold')).toHaveCount(0);
    await scene.button(scene.two, 'End conference').click();
    await expect(scene.two.state).toContainText('Available');
    await expect(scene.two.wrapUp).toHaveCount(0);
    await expect(scene.customer.state).toContainText('Talking');
    await expect(scene.button(scene.one, 'End')).toBeVisible();
  });

  test('[CONF-5] [CONF-R5] agent 1 ends it for all', async ({browser}) => {
    const scene = await Triangle.onCall(browser, gateway);
    await scene.confer();
    await scene.button(scene.one, 'End conference').click();
    await expect(scene.customer.state).toContainText('Call ended');
    await expect(scene.one.wrapUp).toBeVisible();
    await expect(scene.two.wrapUp).toHaveCount(0);
  });

  test('[CONF-3] [CONF-R7] [CONF-R13] agent 1 hands it to agent 2', async ({browser}) => {
    const scene = await Triangle.onCall(browser, gateway);
    await scene.confer();
    await scene.button(scene.one, 'Transfer').click();
    await expect(scene.one.wrapUp).toBeVisible();
    await expect(scene.customer.state).toContainText('Talking');
    await scene.button(scene.two, 'End').click();
    await expect(scene.two.wrapUp).toBeVisible();
  });

  test('[CONF-R3] [CONF-R8] [CONF-R14] the customer leaves: it is over, wrap-up for agent 1 alone', async ({
    browser,
  }) => {
    const scene = await Triangle.onCall(browser, gateway);
    await scene.confer();
    await scene.customer.press('Hang up');
    await expect(scene.one.wrapUp).toBeVisible();
    await expect(scene.two.state).toContainText('Available');
    await expect(scene.two.wrapUp).toHaveCount(0);
  });

  test('[CONF-R9] agent 1 hangs up the phone on the desk: everybody is dropped', async ({browser}) => {
    const desk = await Phone.open(browser, gateway, '7003');
    const scene = await Triangle.onCall(browser, gateway, {first: 'han', answer: () => desk.press('Answer')});
    await scene.confer();
    await desk.press('Hang up');
    await expect(scene.customer.state).toContainText('Call ended');
    await expect(scene.one.wrapUp).toBeVisible();
    await expect(scene.two.state).toContainText('Available');
  });
});

test.describe('a blind transfer', () => {
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    gateway = await RunningGateway.start({ringSeconds: 4});
  });
  test.afterEach(async () => {
    await gateway.stop();
  });

  const transfer = async (scene: Triangle): Promise<void> => {
    await scene.button(scene.one, 'Transfer').click();
    const dialog = scene.one.page.locator('dw-transfer-dialog');
    await dialog.getByRole('option', {name: /박지우/}).click();
    await expect(dialog).toContainText('the call is dropped');
    await dialog.getByRole('button', {name: 'Transfer', exact: true}).click();
    await expect(scene.one.wrapUp).toBeVisible();
  };

  test('[XFER-1] [XFER-2] [XFER-9] goes to the chosen agent at once', async ({browser}) => {
    const scene = await Triangle.onCall(browser, gateway);
    await transfer(scene);
    await scene.two.press('Answer');
    await expect(scene.customer.state).toContainText('Talking');
    await expect(scene.two.call).toContainText('Active');
  });

  test('[XFER-10] drops the call when the agent does not answer', async ({browser}) => {
    const scene = await Triangle.onCall(browser, gateway);
    await transfer(scene);
    await expect(scene.customer.state).toContainText('Call ended', {timeout: 20_000});
    await expect(scene.two.rona).toBeVisible();
  });
});

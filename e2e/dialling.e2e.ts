import {expect, test, type Locator} from '@playwright/test';

import {Agent} from './support/agent.js';
import {Phone} from './support/customers.js';
import {RunningGateway, type GatewayOptions} from './support/gateway.js';
import {SlowWire} from './support/slow-wire.js';

test.describe('a call that an agent makes', () => {
  let gateway: RunningGateway;
  const start = async (options?: GatewayOptions): Promise<void> => {
    gateway = await RunningGateway.start(options);
  };
  test.afterEach(async () => {
    await gateway.stop();
  });

  const button = ({outdial}: Agent): Locator => outdial.getByRole('button', {name: 'Outdial call'});
  const dialog = ({outdial}: Agent): Locator => outdial.getByRole('dialog', {name: 'Outdial call'});
  const call = async (agent: Agent): Promise<void> => {
    await dialog(agent).getByRole('button', {name: 'Call', exact: true}).click();
  };
  const dial = async (agent: Agent, number: string): Promise<void> => {
    await button(agent).click();
    await dialog(agent).getByRole('tab', {name: 'Dialpad'}).click();
    const field = dialog(agent).getByRole('textbox', {name: 'Number to call'});
    await field.fill(number);
    await field.press('Enter');
  };

  test('[OUT-2] [OUT-5] [OUT-6] [OUT-9] [ARR-11] goes to a number of the address book with the chosen ANI, from Idle, and ends Available', async ({
    browser,
  }) => {
    await start();
    const yoon = await Agent.signIn(browser, gateway, 'yoon');
    const warehouse = await Phone.open(browser, gateway, '+82 32-555-0119');
    await button(yoon).click();
    await dialog(yoon)
      .getByRole('searchbox')
      .or(dialog(yoon).getByRole('combobox'))
      .first()
      .fill('ㅎㅂ ㅁㄹ');
    await dialog(yoon)
      .getByRole('option', {name: /한빛 물류창고/})
      .click();
    await dialog(yoon)
      .getByRole('button', {name: /Select outdial ANI/})
      .click();
    await dialog(yoon)
      .getByRole('option', {name: /서울 사무소/})
      .click();
    await call(yoon);

    await expect(yoon.tray).toContainText('Outdial call');
    await expect(yoon.tray).toContainText('02-555-0142');
    await expect(warehouse.page.locator('main')).toContainText('025550142');
    await expect(yoon.call).not.toContainText('Active');
    await warehouse.press('Answer');
    await expect(yoon.call).toContainText('Active');
    await expect(yoon.tray).not.toContainText('Outdial call');
    await expect(button(yoon)).toHaveAttribute('aria-disabled', 'true');
    await warehouse.press('Hang up');
    await expect(button(yoon)).toHaveAttribute('aria-disabled', 'true');
    await yoon.wrapUpWith('Resolved');
    await expect(yoon.state).toContainText('Available');
  });

  test("[OUT-3] goes to a number of the dialpad, by its keys and the keyboard's; the dial plan says which rule keeps one out", async ({
    browser,
  }) => {
    await start();
    const yoon = await Agent.signIn(browser, gateway, 'yoon');
    const customer = await Phone.open(browser, gateway, '010-4827-1934');
    await dial(yoon, '060-700-1234');
    await expect(dialog(yoon)).toContainText('유료 정보 번호 제외');
    const field = dialog(yoon).getByRole('textbox', {name: 'Number to call'});
    await field.fill('1588-0420');
    await field.press('Enter');
    await expect(dialog(yoon)).toContainText('The number of an entry point cannot be dialled.');
    await field.fill('');
    for (const key of '010') {
      await dialog(yoon)
        .getByRole('button', {name: new RegExp(`^${key}\\b`)})
        .click();
    }
    await field.press('End');
    await field.pressSequentially('48271934');
    await field.press('Enter');
    await customer.press('Answer');
    await expect(yoon.call).toContainText('Active');
  });

  test("a page's own tel: link asks with its number, and dials it", async ({browser}) => {
    await start();
    const yoon = await Agent.signIn(browser, gateway, 'yoon');
    await yoon.choose('Available');
    const customer = await Phone.open(browser, gateway, '010-4827-1934');
    await customer.call();
    await yoon.press('Answer');
    await customer.press('Hang up');
    await yoon.wrapUpWith('Resolved');
    await yoon.page.locator('#account-number').click();
    await expect(dialog(yoon).getByRole('textbox', {name: 'Number to call'})).toHaveValue('01048271934');
    await call(yoon);
    await customer.press('Answer');
    await expect(yoon.call).toContainText('Active');
  });

  test('[OUT-7] says which of four failures it was, and can be tried again', async ({browser}) => {
    await start({ringSeconds: 3, tenant: {dialSeconds: 3}});
    const han = await Agent.signIn(browser, gateway, 'han');
    const desk = await Phone.open(browser, gateway, '7003');
    const customer = await Phone.open(browser, gateway, '010-4827-1934');

    await dial(han, '010-4827-1934');
    await desk.press('Decline');
    await expect(han.outdial).toContainText('Your phone did not take the call.');

    const again = () => han.outdial.getByRole('button', {name: 'Call again'}).click();
    await again();
    await desk.press('Answer');
    await customer.press('Decline');
    await expect(han.outdial).toContainText('The customer rejected the call.');
    await desk.press('Hang up');

    await again();
    await desk.press('Answer');
    await expect(han.outdial).toContainText('The customer did not answer.');
    await desk.press('Hang up');

    await customer.press('Switch off');
    await again();
    await desk.press('Answer');
    await expect(han.outdial).toContainText('The call could not be connected.');
  });

  test('[OUT-7] an inbound call that came first wins, also while the desk does not know of it', async ({
    browser,
  }) => {
    await start();
    const wire = new SlowWire();
    const yoon = await Agent.signIn(browser, gateway, 'yoon', {wire});
    await yoon.choose('Available');
    const customer = await Phone.open(browser, gateway, '010-4827-1934');
    await button(yoon).click();
    await dialog(yoon).getByRole('tab', {name: 'Dialpad'}).click();
    await dialog(yoon).getByRole('textbox', {name: 'Number to call'}).fill('010-2222-3333');
    wire.hold();
    await customer.call();
    await call(yoon);
    wire.release();
    await expect(yoon.outdial).toContainText('An inbound call came first, so this call was not made.');
    await expect(yoon.tray).toContainText('Incoming call');
    await expect(dialog(yoon).getByRole('button', {name: 'Call', exact: true})).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await yoon.page.keyboard.press('Escape');
    await yoon.press('Answer');
    await expect(customer.state).toContainText('Talking');
  });

  for (const [code, callLimits] of [
    [26, {dataCentre: 0, tenant: 10}],
    [27, {dataCentre: 10, tenant: 0}],
  ] as const) {
    test(`[OUT-8] [CAMP-4] a limit of concurrent calls is said with its reason ${code}`, async ({
      browser,
    }) => {
      await start({tenant: {callLimits}});
      const yoon = await Agent.signIn(browser, gateway, 'yoon');
      await dial(yoon, '010-4827-1934');
      await expect(yoon.outdial).toContainText(`Reason ${code}`);
      await yoon.page.keyboard.press('Escape');
      await yoon.choose('Available');
      await yoon.campaign.getByRole('button', {name: /^Campaign contact/}).click();
      await yoon.campaign.getByRole('button', {name: 'Call', exact: true}).click();
      await expect(yoon.campaign).toContainText(`Reason ${code}`);
    });
  }
});

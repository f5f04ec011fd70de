import {expect, test, type Locator} from '@playwright/test';

import {Agent} from './support/agent.js';
import {Phone, Visitor} from './support/customers.js';
import {RunningGateway} from './support/gateway.js';

test.describe('a preview campaign', () => {
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  test.afterEach(async () => {
    await gateway.stop();
  });

  const icon = ({campaign}: Agent): Locator => campaign.getByRole('button', {name: /^Campaign contact/});
  const dialog = ({campaign}: Agent): Locator => campaign.getByRole('dialog');
  const answer = async ({guide}: Agent, name: string): Promise<void> => {
    await guide.getByRole('radio', {name, exact: true}).check();
    await guide.getByRole('button', {name: 'Next'}).click();
  };
  const write = async ({guide}: Agent, text: string): Promise<void> => {
    await guide.getByRole('textbox').fill(text);
    await guide.getByRole('button', {name: /Next|Check the answers/}).click();
  };

  test('[CAMP-1] [CAMP-2] [CAMP-3] brings a contact, skips to the next, tries one again and is off while they talk', async ({
    browser,
  }) => {
    const yoon = await Agent.signIn(browser, gateway, 'yoon');
    await expect(icon(yoon)).toHaveAttribute('aria-disabled', 'true');
    await yoon.choose('Available');
    await expect(icon(yoon)).not.toHaveAttribute('aria-disabled', 'true');

    await icon(yoon).click();
    await expect(dialog(yoon)).toContainText('김서연');
    await expect(dialog(yoon)).toContainText('Business');
    await dialog(yoon).getByRole('button', {name: 'Skip'}).click();
    await expect(dialog(yoon)).toContainText('이도윤');

    const customer = await Phone.open(browser, gateway, '010-5550-0102');
    await dialog(yoon).getByRole('button', {name: 'Call', exact: true}).click();
    await expect(dialog(yoon)).toContainText('The customer’s phone rings');
    await customer.press('Decline');
    await expect(dialog(yoon)).toContainText(/rejected/i);
    await expect(icon(yoon)).not.toHaveAttribute('aria-disabled', 'true');

    await dialog(yoon).getByRole('button', {name: 'Call again'}).click();
    await customer.press('Answer');
    await expect(customer.state).toContainText('Talking');
    await expect(yoon.call).toContainText('Active');
    await expect(icon(yoon)).toHaveAttribute('aria-disabled', 'true');
    await customer.press('Hang up');
    await yoon.wrapUpWith('Resolved');
    await expect(icon(yoon)).not.toHaveAttribute('aria-disabled', 'true');
  });

  test('[CAMP-5] a guide of branching questions is gone through, back and forth, over another task and a reload, to its end and into the record', async ({
    browser,
  }) => {
    const yoon = await Agent.signIn(browser, gateway, 'yoon');
    await yoon.choose('Available');
    const customer = await Phone.open(browser, gateway, '010-5550-0101');
    await icon(yoon).click();
    await dialog(yoon).getByRole('button', {name: 'Call', exact: true}).click();
    await customer.press('Answer');
    await expect(yoon.call).toContainText('Active');

    await answer(yoon, 'Yes');
    await answer(yoon, 'Partly');
    await write(yoon, 'Faster parcels');
    await expect(yoon.guide).toContainText('Will they renew for a year?');
    await answer(yoon, 'Decides later');
    await yoon.guide.getByRole('textbox').fill('Next Monday');

    const visitor = await Visitor.open(browser, gateway);
    await visitor.begin('Lee Seo-yeon', 'Hello');
    await yoon.press('Accept');
    await expect(yoon.guide.getByRole('textbox')).toHaveCount(0);
    await yoon.turnTo('김서연');
    await expect(yoon.guide.getByRole('textbox')).toHaveValue('Next Monday');
    await yoon.page.reload();
    await expect(yoon.guide.getByRole('textbox')).toHaveValue('Next Monday');
    await yoon.guide.getByRole('button', {name: 'Back'}).click();
    await answer(yoon, 'Does not renew');
    await answer(yoon, 'Price');
    await write(yoon, '가격을 다시 제안하기로 함');

    await customer.press('Hang up');
    await expect(yoon.guide).toContainText('Submit the call guide before you finish the wrap-up');
    await yoon.guide.getByRole('button', {name: 'Submit', exact: true}).click();
    await expect(yoon.guide).toContainText('Submitted at');
    await yoon.wrapUpWith('Resolved');

    await yoon.mine.getByRole('tab', {name: 'Calls'}).click();
    await yoon.mine
      .getByRole('row')
      .filter({hasText: '김서연'})
      .getByRole('button', {name: 'View call details'})
      .click();
    for (const text of ['Partly', 'Faster parcels', 'Does not renew', 'Price', '가격을 다시 제안하기로 함']) {
      await expect(yoon.mine).toContainText(text);
    }
    await expect(yoon.mine).not.toContainText('Next Monday');
  });
});

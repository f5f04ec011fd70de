import {expect, test, type Locator} from '@playwright/test';

import {Agent} from './support/agent.js';
import {Phone, sendMail, Visitor} from './support/customers.js';
import {RunningGateway} from './support/gateway.js';

test.describe('what was', () => {
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  test.afterEach(async () => {
    await gateway.stop();
  });

  const rowOf = (list: Locator, text: string): Locator => list.getByRole('row').filter({hasText: text});

  test('[HIST-1] [HIST-2] [OUT-10] is listed by kind, opened with what was said, and called back with another number', async ({
    browser,
  }) => {
    const yoon = await Agent.signIn(browser, gateway, 'yoon');
    await expect(yoon.mine).toContainText('No past contacts');
    await yoon.choose('Available');

    const customer = await Phone.open(browser, gateway, '010-4827-1934');
    await customer.call();
    await yoon.press('Answer');
    await customer.press('Hang up');
    await yoon.wrapUpWith('Refund promised');

    const visitor = await Visitor.open(browser, gateway);
    await visitor.begin('이서연', '배송이 아직 안 왔어요');
    await yoon.press('Accept');
    await yoon.write('확인해 보겠습니다.');
    await yoon.chat.getByRole('button', {name: 'End', exact: true}).click();
    await yoon.wrapUpWith('Delivery question');

    await expect(rowOf(yoon.mine, '010')).toContainText('Refund promised');
    await yoon.mine.getByRole('tab', {name: 'Chats'}).click();
    await expect(rowOf(yoon.mine, '이서연')).toContainText('Delivery question');
    await expect(rowOf(yoon.mine, '010')).toHaveCount(0);
    await rowOf(yoon.mine, '이서연').getByRole('button', {name: 'View transcript'}).click();
    await yoon.mine.getByRole('button', {name: /virtual assistant/}).click();
    await expect(yoon.mine).toContainText('배송이 아직 안 왔어요');
    await expect(yoon.mine).toContainText('확인해 보겠습니다.');
    await yoon.mine.getByRole('button', {name: 'Back to the list'}).click();

    await yoon.mine.getByRole('tab', {name: 'Calls'}).click();
    await rowOf(yoon.mine, '010').getByRole('button', {name: '010-4827-1934'}).hover();
    await yoon.mine.getByRole('button', {name: 'Edit before calling'}).click();
    const field = yoon.mine.getByRole('textbox');
    await field.press('End');
    await field.press('Backspace');
    await field.pressSequentially('5');
    const other = await Phone.open(browser, gateway, '010-4827-1935');
    await yoon.mine.getByRole('button', {name: 'Call', exact: true}).click();
    await other.press('Answer');
    await expect(yoon.call).toContainText('Active');
    await expect(rowOf(yoon.mine, '010').getByRole('button', {name: 'Call', exact: true})).toHaveCount(0);
    await other.press('Hang up');
    await yoon.wrapUpWith('Resolved');

    await rowOf(yoon.mine, '010-4827-1935').getByRole('button', {name: '010-4827-1935'}).click();
    await yoon.mine.getByRole('button', {name: 'Call', exact: true}).click();
    await other.press('Answer');
    await expect(yoon.call).toContainText('Active');
    await other.press('Hang up');
    await yoon.wrapUpWith('Resolved');

    // The customer's own past, with another agent.
    await yoon.choose('Break');
    const park = await Agent.signIn(browser, gateway, 'park');
    await park.choose('Available');
    await customer.call();
    await park.press('Answer');
    await expect(rowOf(park.past, '윤지호')).toContainText('Refund promised');
  });

  test('[HIST-1] [HIST-2] a customer who writes again is known: the chat with its transcript, the mails with what was answered', async ({
    browser,
  }) => {
    const yoon = await Agent.signIn(browser, gateway, 'yoon');
    await yoon.choose('Available');
    const address = 'seoyeon.lee@customer.example';
    const visitor = await Visitor.open(browser, gateway);
    await visitor.begin('이서연', '배송이 아직 안 왔어요', address);
    await yoon.press('Accept');
    await yoon.write('확인해 보겠습니다.');
    await expect(visitor.chat).toContainText('확인해 보겠습니다.');
    await yoon.chat.getByRole('button', {name: 'End', exact: true}).click();
    await yoon.wrapUpWith('Delivery question');

    const mail = {from: address, subject: '배송 지연'};
    await sendMail(gateway, {...mail, text: '언제 도착하나요?'});
    await yoon.press('Accept');
    await expect(rowOf(yoon.past, 'Web support')).toContainText('Delivery question');
    await yoon.letter.answerWith('Quick reply');
    await yoon.letter.quick.fill('내일 도착합니다.');
    await yoon.letter.send();
    await yoon.wrapUpWith('Resolved');
    await yoon.mine.getByRole('tab', {name: 'Emails'}).click();
    await expect(rowOf(yoon.mine, '배송 지연')).toContainText('Resolved');

    await sendMail(gateway, {...mail, subject: '감사합니다', text: '잘 받았습니다.'});
    await yoon.press('Accept');
    await rowOf(yoon.past, '배송 지연').getByRole('button', {name: 'View email messages'}).click();
    await expect(yoon.past).toContainText('언제 도착하나요?');
    await expect(yoon.past).toContainText('내일 도착합니다.');
    await yoon.past.getByRole('button', {name: 'Back to the list'}).click();
    await yoon.past.getByRole('tab', {name: 'Chats'}).click();
    await expect(rowOf(yoon.past, '배송 지연')).toHaveCount(0);
    await rowOf(yoon.past, 'Web support').getByRole('button', {name: 'View transcript'}).click();
    await expect(yoon.past).toContainText('확인해 보겠습니다.');
  });
});

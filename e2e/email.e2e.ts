import {expect, test} from '@playwright/test';
import {createTransport} from 'nodemailer';

import {Agent} from './support/agent.js';
import {MailboxPage} from './support/customers.js';
import {RunningGateway} from './support/gateway.js';

test.describe('an email', () => {
  let gateway: RunningGateway;
  test.beforeEach(async () => {
    gateway = await RunningGateway.start();
  });
  test.afterEach(async () => {
    await gateway.stop();
  });

  test('[ARR-9] [MAIL-2] comes by SMTP, is answered in plain text, and the reply is in the mailbox', async ({
    browser,
  }) => {
    const park = await Agent.signIn(browser, gateway, 'park');
    await park.choose('Available');
    const transport = createTransport({host: '127.0.0.1', port: gateway.smtpPort, ignoreTLS: true});
    await transport.sendMail({
      from: {name: '정다인', address: 'dain@customer.example'},
      to: 'support@deskwire.example',
      subject: '로밍 요금 환불',
      text: '11월 로밍 요금이 두 번 청구되었습니다.',
    });

    await expect(park.tray).toContainText('정다인');
    await expect(park.tray).toContainText('dain@customer.example');
    await expect(park.tray).toContainText('Invoices');
    await park.press('Accept');
    await expect(park.letter.root).toContainText('11월 로밍 요금이 두 번 청구되었습니다.');
    await park.letter.answerWith('Quick reply');
    await park.letter.quick.fill('한 건을 환불해 드렸습니다.');
    await park.letter.send();
    await park.wrapUpWith('Refund promised');

    const mailbox = await MailboxPage.open(browser, gateway, 'dain@customer.example');
    await expect(mailbox.received).toContainText('Re: 로밍 요금 환불');
    await expect(mailbox.received).toContainText('한 건을 환불해 드렸습니다.');
  });
});

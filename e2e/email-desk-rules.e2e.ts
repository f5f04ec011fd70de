import {expect, test} from '@playwright/test';

import type {GatewayOptions} from './support/gateway.js';
import {FORM, mailTenant, MailDesk, SUBJECT} from './support/mail-desk.js';
import {BILL_NAME, FORM_NAME} from './support/sample-mail.js';

let desk: MailDesk;
const running = (options: GatewayOptions): void => {
  test.beforeEach(async () => {
    desk = await MailDesk.start(options);
  });
  test.afterEach(async () => {
    await desk.stop();
  });
};

test.describe('a mail on its way out', () => {
  running({tenant: mailTenant({}, 20)});

  test('[MAIL-9] [MAIL-11] can be called back for a while, and is a draft again, as it was', async ({
    browser,
  }) => {
    const yoon = await desk.reading(browser);
    const {letter, page} = yoon;
    await letter.answerWith('Reply');
    await letter.goToEnd();
    await page.keyboard.type(' 이만');
    await letter.attach(FORM);
    await expect(letter.button(`Remove ${FORM_NAME}`)).toBeVisible();
    await letter.send();
    await expect(letter.root).toContainText(/Sending in \d+ s/);
    await letter.button('Undo').click();
    await expect(letter.editor).toContainText('윤지호 드림 이만');
    await expect(letter.button(`Remove ${FORM_NAME}`)).toBeVisible();
    await expect(page.getByText('Sending was undone. Your draft is back.')).toBeAttached();
    expect(await desk.dain.isEmpty()).toBe(true);
    await letter.send();
    await expect(yoon.wrapUp).toBeVisible({timeout: 40_000});
    await yoon.wrapUpWith('Resolved');
    const [answer] = await desk.dain.received();
    expect(answer?.text).toContain('윤지호 드림 이만');
    expect(answer?.files.map(({name}) => name)).toEqual([FORM_NAME]);
  });
});

test.describe('two email queues', () => {
  const queues = [
    {id: 'invoices', name: 'Invoices', channel: 'email'},
    {id: 'claims', name: 'Claims', channel: 'email'},
    {id: 'returns', name: 'Returns', channel: 'email'},
    {id: 'web-support', name: 'Web support', channel: 'chat'},
    {id: 'billing', name: 'Billing', channel: 'voice'},
    {id: 'delivery', name: 'Delivery', channel: 'voice'},
  ] as const;
  running({
    tenant: mailTenant({queues}),
    queueIds: {yoon: ['invoices'], park: ['claims']},
  });

  test('[MAIL-12] a mail goes to another queue with its whole thread, never to an agent, and wrap-up follows', async ({
    browser,
  }) => {
    const yoon = await desk.reading(browser);
    await yoon.letter.button('Transfer').click();
    const dialog = yoon.page.locator('dw-transfer-dialog');
    await expect(dialog.getByRole('tab', {name: 'Agents'})).toHaveCount(0);
    await expect(dialog.getByRole('option')).toHaveCount(3);
    await expect(dialog.getByRole('option', {name: 'Billing'})).toHaveCount(0);
    await dialog.getByRole('button', {name: 'Refresh list'}).click();
    await dialog.getByRole('searchbox').or(dialog.getByRole('combobox')).pressSequentially('Cla');
    await expect(dialog.getByRole('option')).toHaveCount(1);
    await dialog.getByRole('option', {name: 'Claims'}).click();
    await dialog.getByRole('button', {name: 'Transfer', exact: true}).click();
    await yoon.wrapUpWith('Wrong department');

    const park = await desk.available(browser, 'park');
    await expect(park.tray).toContainText('Claims');
    await park.press('Accept');
    await expect(park.letter.body().getByText('환불해 주세요.')).toBeVisible();
    await expect(park.letter.file(BILL_NAME)).toBeVisible();
    await park.letter.answerWith('Reply all');
    await park.letter.send();
    await park.wrapUpWith('Resolved');
    const [answer] = await desk.dain.received();
    expect(answer?.subject).toBe(`Re: ${SUBJECT}`);
    expect(answer?.text).toContain('박지우 드림');
  });
});

test.describe('card data in mails', () => {
  const CARD = '4111 1111 1111 1111';
  running({tenant: mailTenant({cardData: {action: 'redact', unreadable: 'allow'}})});

  test('[MAIL-8] card numbers in subject, body and files are in nobody’s copy and not in the store, and the agent is warned', async ({
    browser,
  }) => {
    const yoon = await desk.available(browser);
    await desk.dain.send({
      subject: `카드 ${CARD}`,
      text: `제 카드는 ${CARD}입니다.`,
      html: `<p>제 카드는 <b>4111 1111</b> <i>1111 1111</i>입니다.</p>`,
      attachments: [{filename: '카드.txt', content: `card ${CARD}`}],
    });
    await yoon.press('Accept');
    const {letter} = yoon;
    await expect(letter.body().getByText('제 카드는')).toBeVisible();
    await expect(letter.root).not.toContainText('1111');
    await expect(letter.body().locator('body')).not.toContainText('1111');
    await letter.answerWith('Reply');
    await letter.editor.click();
    await letter.caret('Control+Home');
    await yoon.page.keyboard.type(`${CARD} 카드를 확인했습니다. `);
    await expect(letter.root).toContainText('Card data found in the body.');
    await letter.attach({name: 'card.txt', mimeType: 'text/plain', buffer: Buffer.from(CARD)});
    await expect(letter.root).toContainText('card number');
    await letter.button('Remove card.txt').click();
    await letter.send();
    await yoon.wrapUpWith('Resolved');
    const [answer] = await desk.dain.received();
    expect(answer?.text).toContain('카드를 확인했습니다.');
    for (const text of [answer?.text, answer?.html, answer?.subject]) expect(text).not.toMatch(/1111/);
    await desk.gateway.kill();
    expect(await desk.gateway.stored(`제 카드는 ${CARD}`, `${CARD} 카드를`)).toEqual([]);
  });
});

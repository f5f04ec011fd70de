import {expect} from '@playwright/test';

import {Agent} from '../../e2e/support/agent.js';
import {readMail} from '../../e2e/support/read-mail.js';
import {BILL_NAME, BILL_PDF, billMail, DOT_PNG, FORM_NAME, FORM_PDF} from '../../e2e/support/sample-mail.js';
import {PASSWORD} from './company.js';
import {test} from './fixtures.js';
import {mailsOnceThereAre, post} from './mail-client.js';
import {PEOPLE} from './server-configs.js';

const SUPPORT = PEOPLE.support.address;
const DAIN = {name: '정다인', address: PEOPLE.dain.address};
const SUBJECT = '로밍 요금 환불 문의';

test('an agent reads a mail from Dovecot in a browser, and answers it through OpenSMTPD with a table, colours, a list and a file', async ({
  servers: {lab},
  gateway,
  browser,
}) => {
  const yoon = await Agent.signIn(browser, gateway, 'yoon', {password: PASSWORD});
  const {letter, page} = yoon;
  const {keyboard} = page;
  await yoon.choose('Available');
  const asked = await post(lab, {from: DAIN, to: SUPPORT, subject: SUBJECT, ...billMail()});
  await yoon.press('Accept');
  await expect(letter.body().getByText('환불해 주세요.')).toBeVisible();
  const dot = letter.body().getByRole('img', {name: '영수증'});
  await expect.poll(() => dot.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(5);
  expect(await letter.save(BILL_NAME)).toEqual(BILL_PDF);

  await letter.answerWith('Reply');
  await letter.goToEnd();
  await keyboard.type('환불 ');
  await letter.ink('Red');
  await keyboard.type('확정');
  await letter.ink('Default');
  await keyboard.press('Enter');
  await keyboard.press('Control+Shift+7');
  await keyboard.type('신청서');
  await keyboard.press('Enter');
  await keyboard.type('계좌');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await letter.table('2 rows, 2 columns');
  for (const [at, cell] of ['회선', '환불', '1934', '12,400'].entries()) {
    if (at) await keyboard.press('Tab');
    await keyboard.type(cell);
  }
  await letter.caret('Control+End');
  await letter.pasteImage('직인.png', DOT_PNG);
  await expect(letter.editor.getByRole('img')).toHaveCount(1);
  await letter.attach({name: FORM_NAME, mimeType: 'application/pdf', buffer: FORM_PDF});
  await expect(letter.button(`Remove ${FORM_NAME}`)).toBeVisible();
  await letter.send();
  await yoon.wrapUpWith('Resolved');

  const [raw = Buffer.alloc(0)] = await mailsOnceThereAre(lab, 1, 'dain');
  const answer = await readMail(raw);
  expect(answer).toMatchObject({subject: `Re: ${SUBJECT}`, inReplyTo: asked, references: [asked]});
  expect(answer.html).toMatch(/color:\s?#b3261e[^>]*>확정/);
  expect(answer.html).toMatch(/<ol[^>]*>\s*<li[^>]*>(<p[^>]*>)?신청서/);
  expect(answer.html).toMatch(/<t[dh][^>]*>(<p[^>]*>)?12,400/);
  expect(answer.text).toContain('> 환불해 주세요.');
  expect(answer.files.map(({name, content}) => [name, content])).toEqual([[FORM_NAME, FORM_PDF]]);
  expect(answer.images.map(({content}) => content)).toEqual([DOT_PNG, DOT_PNG]);
  const [copy = Buffer.alloc(0)] = await mailsOnceThereAre(lab, 1, 'support', 'Sent');
  expect(raw.subarray(-copy.length).equals(copy)).toBe(true);

  await post(lab, {
    from: DAIN,
    to: SUPPORT,
    subject: answer.subject,
    text: `고맙습니다.\n\n${answer.text.replace(/^/gm, '> ')}`,
    inReplyTo: answer.messageId,
    references: [asked, answer.messageId],
  });
  await yoon.press('Accept');
  await expect(letter.root).toContainText('고맙습니다.');
  await expect(letter.root).not.toContainText('확정');
  await letter
    .button(/^Show previous thread/)
    .first()
    .click();
  await expect(letter.root).toContainText('확정');
});

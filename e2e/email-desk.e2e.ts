import {expect, test} from '@playwright/test';

import type {GatewayOptions} from './support/gateway.js';
import {ImageHost} from './support/image-host.js';
import {FORM, mailTenant, MailDesk, SUBJECT} from './support/mail-desk.js';
import {Mailbox} from './support/mailbox.js';
import {BILL_NAME, BILL_PDF, billMail, DOT_PNG, FORM_NAME, FORM_PDF} from './support/sample-mail.js';

let desk: MailDesk;
const running = (options: GatewayOptions): void => {
  test.beforeEach(async () => {
    desk = await MailDesk.start(options);
  });
  test.afterEach(async () => {
    await desk.stop();
  });
};

test.describe('the email desk', () => {
  running({tenant: mailTenant()});

  test('[ARR-9] [MAIL-1] a mail is shown as it was made, with its images and files, and fetches nothing from outside before it may', async ({
    browser,
  }) => {
    const images = await ImageHost.start();
    const html =
      `<img src="${images.url('pixel.png')}" width="60" height="20" alt="logo">` +
      `<script>fetch('${images.url('script')}')</script><img src="x" onerror="fetch('${images.url('handler')}')">` +
      `<div style="background:url(${images.url('background.png')})">—</div>`;
    const yoon = await desk.available(browser);
    await desk.dain.send({subject: SUBJECT, ...billMail(html)});
    await expect(yoon.tray).toContainText('정다인');
    await expect(yoon.tray).toContainText('dain@customer.example');
    await expect(yoon.tray).toContainText('Invoices');
    await expect(yoon.tray.getByRole('timer').first()).toBeVisible();
    await yoon.press('Accept');

    const {letter} = yoon;
    await expect(letter.body().getByText('환불해 주세요.')).toBeVisible();
    await expect(letter.body().getByText('두 번')).toHaveCSS('color', 'rgb(192, 0, 0)');
    const inline = letter.body().getByRole('img', {name: '영수증'});
    await expect.poll(() => inline.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(5);
    await expect(letter.root).toContainText('blocked');
    expect(images.requests).toEqual([]);

    expect(await letter.save(BILL_NAME)).toEqual(BILL_PDF);
    // What the text shows is no file of the list.
    await expect(letter.file('dot.png')).toHaveCount(0);

    await letter.button('Show images').click();
    const logo = letter.body().getByRole('img', {name: 'logo'});
    await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(5);
    expect(images.requests.filter((path) => path !== '/background.png')).toEqual(['/pixel.png']);
    await images.stop();
  });

  test('[MAIL-1] images of a sender whom the agent trusts are fetched at once, also after a reload, until they are not', async ({
    browser,
  }) => {
    const images = await ImageHost.start();
    const picture = (name: string): string => `<p>그림</p><img src="${images.url(name)}" alt="${name}">`;
    const yoon = await desk.reading(browser, picture('one'));
    const {letter, page} = yoon;
    await letter.button('Always for this sender').click();
    await expect.poll(() => images.requests).toEqual(['/one']);
    await page.reload();
    await expect(letter.original).toContainText('Remote images of this sender are always shown.');
    await desk.dain.send({subject: '또', html: picture('two')});
    await yoon.press('Accept');
    await expect.poll(() => images.requests).toContain('/two');
    await letter.button('Stop showing').click();
    await expect(letter.original).toContainText('1 remote image blocked.');
    const minsu = new Mailbox(desk.gateway, '김민수', 'minsu@customer.example');
    await minsu.send({subject: '다른 사람', html: picture('three')});
    await yoon.press('Accept');
    await expect(letter.original).toContainText('김민수');
    await expect(letter.original).toContainText('1 remote image blocked.');
    expect(images.requests).not.toContain('/three');
    await images.stop();
  });

  test('[MAIL-3] [MAIL-4] [MAIL-5] [MAIL-6] [MAIL-7] [MAIL-10] [MAIL-11] is answered by keyboard with everything that a mail can have; two readers read the same, and the answer to it threads back', async ({
    browser,
  }) => {
    const yoon = await desk.reading(browser);
    const {letter, page} = yoon;
    const {keyboard} = page;
    await letter.answerWith('Reply');
    await expect(letter.root).toContainText(`Re: ${SUBJECT}`);
    await expect(letter.root.getByRole('textbox', {name: 'Subject'})).toHaveCount(0);
    // The default template is there, filled.
    await expect(letter.editor).toContainText('정다인 고객님,');
    await expect(letter.editor).toContainText('윤지호 드림');

    await letter.goToEnd();
    await keyboard.press('Enter');
    await keyboard.type('환불 안내');
    await keyboard.press('Control+Alt+1');
    await keyboard.press('Enter');
    await keyboard.press('Control+b');
    await keyboard.type('24,800원');
    await keyboard.press('Control+b');
    await keyboard.type(' 을 ');
    await letter.ink('Red');
    await keyboard.type('환불합니다');
    await letter.ink('Default');
    await keyboard.press('Enter');
    await keyboard.press('Control+Shift+8');
    await keyboard.type('신청서');
    await keyboard.press('Enter');
    await keyboard.type('계좌');
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await letter.link('https://carrier.example/refund', '안내');
    await keyboard.press('Enter');
    await letter.table('2 rows, 2 columns');
    for (const [at, cell] of ['회선', '환불', '1934', '12,400'].entries()) {
      if (at) await keyboard.press('Tab');
      await keyboard.type(cell);
    }
    await letter.caret('Control+End');
    await letter.pasteImage('직인.png', DOT_PNG);
    await expect(letter.editor.getByRole('img')).toHaveCount(1);
    await expect(letter.editor.getByRole('table').getByRole('img')).toHaveCount(0);

    await letter.cc.fill('ops@customer.example, not-an-address');
    await letter.cc.press('Enter');
    await expect(letter.root).toContainText('Not an email address');
    await letter.button(/^Remove not-an-address/).click();
    await expect(letter.button(/^Remove ops@customer.example/)).toBeVisible();
    await letter.attach(FORM);
    await expect(letter.button(`Remove ${FORM_NAME}`)).toBeVisible();
    await letter.button('View original email').click();
    await expect(letter.original.getByRole('heading', {name: SUBJECT})).toBeFocused();
    await letter.send();
    await yoon.wrapUpWith('Refund promised');

    const [answer] = await desk.dain.received();
    if (!answer) throw new Error('nothing came');
    expect(answer).toMatchObject({
      subject: `Re: ${SUBJECT}`,
      from: ['Hanbit Logistics', 'support@deskwire.example'],
      to: ['dain@customer.example'],
      cc: ['ops@customer.example'],
    });
    expect(answer.references).toContain(answer.inReplyTo);
    expect(answer.html).toMatch(/<h1[^>]*>환불 안내<\/h1>/);
    expect(answer.html).toMatch(/<(strong|b)[^>]*>24,800원<\/\1>/);
    expect(answer.html).toMatch(/color:\s?#b3261e[^>]*>환불합니다/);
    expect(answer.html).toMatch(/<li[^>]*>(<p[^>]*>)?신청서/);
    expect(answer.html).toMatch(/<a [^>]*href="https:\/\/carrier\.example\/refund"[^>]*>안내<\/a>/);
    expect(answer.html).toMatch(/<t[dh][^>]*>(<p[^>]*>)?12,400/);
    expect(answer.text).toContain('24,800원 을 환불합니다');
    expect(answer.text).toContain('1934');
    expect(answer.text).toContain('> 환불해 주세요.');
    expect(answer.files.map(({name, content}) => [name, content])).toEqual([[FORM_NAME, FORM_PDF]]);
    expect(answer.images.map(({content}) => content)).toEqual([DOT_PNG, DOT_PNG]);
    expect(await new Mailbox(desk.gateway, 'Ops', 'ops@customer.example').received()).toEqual([answer]);

    await desk.dain.answer(answer, '고맙습니다. 신청서를 보냈습니다.');
    await yoon.press('Accept');
    await expect(letter.original).toContainText('고맙습니다. 신청서를 보냈습니다.');
    // What it quotes is folded, and so are the mails before it.
    await expect(letter.original).not.toContainText('24,800원');
    await letter.button('Show quoted text').click();
    await expect(letter.original).toContainText('24,800원');
    await letter.button('Hide quoted text').click();
    await expect(letter.original).not.toContainText('24,800원');
    await expect(letter.original).toContainText('2 earlier messages');
    const previous = letter.original.getByRole('button', {name: 'Show previous thread'});
    await previous.click();
    await letter.entry('Hanbit Logistics').click();
    await expect(letter.body().getByRole('cell', {name: '12,400'})).toBeVisible();
    await letter.original.getByRole('button', {name: 'Hide previous thread'}).click();
    await expect(letter.entry('Hanbit Logistics')).toHaveCount(0);
  });

  test('[MAIL-2] [MAIL-5] [MAIL-9] drafts of each way to answer are kept over reloads and turns to other mails', async ({
    browser,
  }) => {
    const yoon = await desk.reading(browser);
    const {letter, page} = yoon;
    await letter.answerWith('Quick reply');
    await expect(letter.toolbar).toHaveCount(0);
    await expect(letter.quick).toHaveValue('');
    await letter.quick.fill('빠른 답입니다.');
    await letter.answerWith('Reply');
    await letter.template('Apology');
    await expect(letter.editor).toContainText('정다인 고객님, 죄송합니다.');
    await letter.goToEnd();
    await page.keyboard.press('Control+b');
    await page.keyboard.type(' 곧 처리합니다.');
    await letter.cc.fill('ops@customer.example');
    await letter.cc.press('Enter');
    await letter.attach(FORM);
    await expect(letter.button(`Remove ${FORM_NAME}`)).toBeVisible();
    await expect(letter.root).toContainText('Draft saved');

    const isThere = async (): Promise<void> => {
      await letter.answerWith('Quick reply');
      await expect(letter.quick).toHaveValue('빠른 답입니다.');
      await letter.answerWith('Reply');
      await expect(letter.editor).toHaveText('정다인 고객님, 죄송합니다. 곧 처리합니다.');
      await expect(letter.editor.locator('strong')).toHaveText('죄송합니다.');
      await expect(letter.button(/^Remove ops@customer.example/)).toBeVisible();
      await expect(letter.button(`Remove ${FORM_NAME}`)).toBeVisible();
    };
    await isThere();
    await page.reload();
    await isThere();
    const minsu = new Mailbox(desk.gateway, '김민수', 'minsu@customer.example');
    await minsu.send({subject: '배송', text: '언제 오나요?'});
    await yoon.press('Accept');
    await expect(letter.root).toContainText('언제 오나요?');
    await letter.answerWith('Reply');
    await expect(letter.editor).not.toContainText('곧 처리합니다.');
    await yoon.turnTo('정다인');
    await isThere();
    await letter.send();
    await yoon.wrapUpWith('Resolved');
    const [answer] = await desk.dain.received();
    expect(answer?.text).toContain('죄송합니다. 곧 처리합니다.');
    expect(answer?.files.map(({content}) => content)).toEqual([FORM_PDF]);
  });

  test('[MAIL-13] [HIST-2] ends without an answer; what was written both ways is read again when the customer writes anew', async ({
    browser,
  }) => {
    const yoon = await desk.reading(browser);
    await yoon.letter.answerWith('Quick reply');
    await yoon.letter.quick.fill('환불해 드렸습니다.');
    await yoon.letter.send();
    await yoon.wrapUpWith('Refund promised');
    const [answer] = await desk.dain.received();
    if (!answer) throw new Error('nothing came');
    expect(answer.html).toBe('');

    await desk.dain.send({subject: '다른 문의', text: '주소를 바꿔 주세요.'});
    await yoon.press('Accept');
    await yoon.letter.button('End').click();
    await yoon.wrapUpWith('Resolved');
    expect(await desk.dain.received()).toHaveLength(1);

    await desk.dain.send({subject: '세 번째', text: '안녕하세요.'});
    await yoon.press('Accept');
    const row = yoon.past.getByRole('row').filter({hasText: SUBJECT});
    await expect(row).toContainText('Refund promised');
    await row.getByRole('button', {name: 'View email messages'}).click();
    await expect(yoon.past).toContainText('환불해 드렸습니다.');
    await expect(yoon.past).toContainText(BILL_NAME);
  });

  test('a mail that no server takes comes back into the composer, and says so', async ({browser}) => {
    const yoon = await desk.available(browser);
    await desk.dain.send({
      from: {name: '나그네', address: 'stranger@elsewhere.example'},
      subject: '문의',
      text: '안녕하세요.',
    });
    await yoon.press('Accept');
    await yoon.letter.answerWith('Reply');
    await yoon.letter.editor.click();
    await yoon.letter.caret('Control+Home');
    await yoon.page.keyboard.type('답장입니다. ');
    await yoon.letter.attach(FORM);
    await expect(yoon.letter.button(`Remove ${FORM_NAME}`)).toBeVisible();
    await yoon.letter.send();
    await expect(yoon.letter.root).toContainText('Your reply was not sent.');
    await expect(yoon.letter.editor).toContainText('답장입니다. 나그네 고객님,');
    await expect(yoon.letter.button(`Remove ${FORM_NAME}`)).toBeVisible();
    await expect(yoon.letter.button('Send')).toBeEnabled();
  });
});

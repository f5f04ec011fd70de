import {expect} from '@playwright/test';

import {readMail} from '../../e2e/support/read-mail.js';
import {BILL_NAME, BILL_PDF, billMail, DOT_PNG, FORM_NAME, FORM_PDF} from '../../e2e/support/sample-mail.js';
import {test} from './fixtures.js';
import {mailsOnceThereAre, post} from './mail-client.js';
import {MOVED_AWAY, PEOPLE} from './server-configs.js';
import {WireAgent} from './wire-agent.js';

const SUPPORT = PEOPLE.support.address;
const CLAIMS = PEOPLE.claims.address;
const DAIN = {name: '정다인', address: PEOPLE.dain.address};
const SUBJECT = '로밍 요금 환불 문의';

test.describe('a thread on Dovecot and OpenSMTPD', () => {
  test('is one for the customer, the agent and the mail server, with every byte of its files', async ({
    servers: {lab},
    gateway,
  }) => {
    const yoon = await WireAgent.available(gateway, 'yoon');
    const asked = await post(lab, {from: DAIN, to: SUPPORT, subject: SUBJECT, ...billMail()});
    const contact = await yoon.accept(SUBJECT);
    expect(contact.customer).toEqual({name: '정다인', email: DAIN.address});
    expect(contact.queue?.name).toBe('Invoices');
    const [first] = await yoon.thread(contact.id, 1);
    const bill = first?.attachments.find(({name}) => name === BILL_NAME);
    const dot = first?.attachments.find(({inline}) => inline);
    if (!bill || !dot) throw new Error(`Files are missing: ${JSON.stringify(first?.attachments)}`);
    expect(first?.html).toContain(`cid:${dot.contentId}`);
    expect(await yoon.download(contact.id, bill)).toEqual(BILL_PDF);
    expect(await yoon.download(contact.id, dot)).toEqual(DOT_PNG);

    const form = await yoon.upload(contact.id, FORM_NAME, FORM_PDF);
    const seal = await yoon.upload(contact.id, '직인.png', DOT_PNG, true);
    await yoon.reply(contact, {
      text: '환불해 드립니다.\n\n회선 | 환불\n1934 | 12,400',
      html:
        '<p>환불해 <span style="color:#c00000">드립니다</span>.</p>' +
        '<table border="1" cellpadding="6" style="border-collapse:collapse"><tbody>' +
        '<tr><th>회선</th><th>환불</th></tr><tr><td>1934</td><td>12,400</td></tr></tbody></table>' +
        `<ol><li>신청서</li><li>계좌</li></ol><img src="cid:${seal.id}" alt="직인">`,
      attachmentIds: [form.id, seal.id],
      quotes: true,
    });
    const [raw = Buffer.alloc(0)] = await mailsOnceThereAre(lab, 1, 'dain');
    const answer = await readMail(raw);
    expect(answer).toMatchObject({
      subject: `Re: ${SUBJECT}`,
      from: ['Hanbit Logistics', SUPPORT],
      to: [DAIN.address],
      inReplyTo: asked,
      references: [asked],
    });
    expect(answer.text).toMatch(/^환불해 드립니다\.\n\n회선 \| 환불\n1934 \| 12,400\n/);
    expect(answer.text).toContain('> 환불해 주세요.');
    expect(answer.html).toMatch(/<td>1934<\/td>\s*<td>12,400<\/td>/);
    expect(answer.html).toMatch(/color:\s?#c00000/);
    expect(answer.html).toContain('<li>계좌</li>');
    expect(answer.html).toContain('로밍 요금');
    expect(answer.files.map(({name, content}) => [name, content])).toEqual([[FORM_NAME, FORM_PDF]]);
    // The agent's own picture, and that of the mail that is quoted beneath.
    expect(answer.images.map(({content}) => content)).toEqual([DOT_PNG, DOT_PNG]);
    expect(answer.images.every(({type}) => type === 'image/png')).toBe(true);

    const [copy = Buffer.alloc(0)] = await mailsOnceThereAre(lab, 1, 'support', 'Sent');
    // Servers put their own lines in front on the way; what left stands beneath, byte for byte.
    expect(raw.subarray(-copy.length).equals(copy)).toBe(true);

    const thanks = {from: DAIN, to: SUPPORT, subject: `RE: Re: ${SUBJECT}`, text: '고맙습니다.'};
    await yoon.wrapUp(contact.id);
    await post(lab, {...thanks, inReplyTo: answer.messageId, references: [asked, answer.messageId]});
    const next = await yoon.accept();
    const thread = await yoon.thread(next.id, 3);
    expect(thread.map(({direction, subject}) => [direction, subject])).toEqual([
      ['in', SUBJECT],
      ['out', `Re: ${SUBJECT}`],
      ['in', `RE: Re: ${SUBJECT}`],
    ]);
    expect(await yoon.download(next.id, bill)).toEqual(BILL_PDF);
    yoon.close();
  });

  test('feeds two queues from two mailboxes, each answered under its own address', async ({
    servers: {lab},
    gateway,
  }) => {
    const [yoon, park] = [
      await WireAgent.available(gateway, 'yoon'),
      await WireAgent.available(gateway, 'park'),
    ];
    await post(lab, {from: DAIN, to: SUPPORT, subject: '청구', text: '청구서를 주세요.'});
    await post(lab, {from: DAIN, to: CLAIMS, subject: '파손', text: '상자가 파손되었습니다.'});
    // One mail to both is a contact of each.
    await post(lab, {from: DAIN, to: [SUPPORT, CLAIMS], subject: '둘 다', text: '둘 다 봐 주세요.'});
    for (const [agent, subject, queue, person] of [
      [yoon, '청구', 'Invoices', 'support'],
      [park, '파손', 'Claims', 'claims'],
    ] as const) {
      const contact = await agent.accept(subject);
      expect(contact.queue?.name).toBe(queue);
      expect(contact.dnis).toBe(PEOPLE[person].address);
      await agent.reply(contact, {kind: 'quick-reply', text: `${queue}에서 답합니다.`});
      await agent.wrapUp(contact.id);
      await mailsOnceThereAre(lab, 1, person, 'Sent');
      expect((await agent.accept('둘 다')).queue?.name).toBe(queue);
    }
    const answers = await Promise.all((await mailsOnceThereAre(lab, 2, 'dain')).map(readMail));
    expect(answers.map(({from}) => from[1]).sort()).toEqual([CLAIMS, SUPPORT]);
    for (const agent of [yoon, park]) agent.close();
  });

  test('reads EUC-KR, CP949 and ISO-2022-KR as the customer wrote them', async ({
    servers: {lab},
    gateway,
  }) => {
    const envelope = {from: PEOPLE.minsu.address, to: [SUPPORT]};
    const raw = (charset: string, name: string, subject: string, encoding: string, body: Buffer) => {
      const head = [
        `From: =?${charset}?B?${name}?= <${PEOPLE.minsu.address}>`,
        `To: ${SUPPORT}`,
        `Subject: =?${charset}?B?${subject}?=`,
        `Content-Type: text/plain; charset=${charset}`,
        `Content-Transfer-Encoding: ${encoding}`,
      ].join('\r\n');
      return {envelope, raw: Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body, Buffer.from('\r\n')])};
    };
    const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');
    const name = 'sei5zrz2';
    const mails = {
      // 8-bit bytes as they are.
      '배송 문의': raw(
        'EUC-KR',
        name,
        'uei82yC5rsDH',
        '8bit',
        bytes('ubCwx8DMIL7Gwfcgv8DB9iC+yr7SvcC0z7TZLiC+7rXwv6EgwNazqr/kPw=='),
      ),
      // Syllables that EUC-KR does not have.
      '쀍뷁 펲시 똠방각하': raw(
        'ks_c_5601-1987',
        name,
        'l82U7iC8hL3DIIxjueawosfP',
        'base64',
        Buffer.from('l82U7iC8hL3DIIxjueawosfP'),
      ),
      // Seven bits, with shifts in and out.
      '요금 문의': raw(
        'ISO-2022-KR',
        'GyQpQw4xaDlOPHYP',
        'GyQpQw4/ZDFdDyAOOS5ARw8=',
        '7bit',
        bytes('GyQpQw45MDBHQEwPIA4+RkF3DyAOP0BBdg8gDj5KPlI9QDRPNFkPLg=='),
      ),
    };
    const texts = {
      '배송 문의': '물건이 아직 오지 않았습니다. 어디에 있나요?',
      '쀍뷁 펲시 똠방각하': '쀍뷁 펲시 똠방각하',
      '요금 문의': '물건이 아직 오지 않았습니다.',
    };
    const yoon = await WireAgent.available(gateway, 'yoon');
    for (const [subject, mail] of Object.entries(mails)) {
      await post(lab, mail);
      const contact = await yoon.accept(subject);
      expect(contact.customer.name).toBe('김민수');
      const [mine] = await yoon.thread(contact.id, 1);
      expect(mine?.text.trim()).toBe(texts[subject as keyof typeof texts]);
      await yoon.desk.do({type: 'interaction.end', interactionId: contact.id});
      await yoon.wrapUp(contact.id);
    }
    yoon.close();
  });

  test('takes in the bounce of an answer that went to nobody any more', async ({servers: {lab}, gateway}) => {
    const yoon = await WireAgent.available(gateway, 'yoon');
    await post(lab, {from: MOVED_AWAY, to: SUPPORT, subject: '주소 변경', text: '곧 이사합니다.'});
    const contact = await yoon.accept('주소 변경');
    await yoon.reply(contact, {text: '알겠습니다.'});
    await yoon.wrapUp(contact.id);
    // The server takes it, and finds only later that nobody is there: it writes to us, from nobody.
    const back = await yoon.accept();
    const thread = await yoon.thread(back.id, 3);
    expect(thread.map(({direction, notice}) => [direction, notice])).toEqual([
      ['in', undefined],
      ['out', undefined],
      ['in', 'bounce'],
    ]);
    expect(thread[2]?.text).toContain(MOVED_AWAY);
    yoon.close();
  });
});

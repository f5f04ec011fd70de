import {connect} from 'node:net';
import {once} from 'node:events';

import {createTransport} from 'nodemailer';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {Interaction} from '@deskwire/domain';

import {eventually, Harness, pass} from './test-support/harness.js';
import {mailsOf, phaseOf} from './test-support/look.js';
import type {WireDesk} from './test-support/desk.js';

const SUPPORT = 'support@deskwire.example';
const KIM = 'kim@customer.example';

interface BoxMail {
  readonly messageId: string;
  readonly inReplyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly from: {readonly name?: string; readonly address: string};
}

describe('a mail over the wire', {timeout: 20_000}, () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await Harness.start({maxMailBytes: 300_000});
  });
  afterEach(() => harness.stop());

  const send = (mail: object) =>
    createTransport({host: '127.0.0.1', port: harness.smtpPort, ignoreTLS: true}).sendMail({
      from: {name: '김민수', address: KIM},
      to: SUPPORT,
      subject: '배송 문의',
      text: '언제 오나요?',
      ...mail,
    });
  const raw = (text: string, to: string = SUPPORT) =>
    send({raw: text.replace(/\n/g, '\r\n'), envelope: {from: KIM, to: [to]}});
  const box = async (address = KIM) =>
    (await harness.get<{mails: BoxMail[]}>(`/api/mailboxes/${address}`)).mails;
  const firstIn = (address: string) => eventually('a mail', async () => (await box(address))[0]);
  const offered = (desk: WireDesk) =>
    desk.interaction('the mail', (one) => phaseOf(one, 'yoon') === 'offered');
  const reply = async (desk: WireDesk, {id, ...interaction}: Interaction, text: string) => {
    const inReplyTo = mailsOf({id, ...interaction}).at(-1)?.id ?? '';
    await desk.do({
      type: 'mail.send',
      interactionId: id,
      mail: {kind: 'quick-reply', inReplyTo, cc: [], text, attachmentIds: [], quotes: false},
    });
    await desk.fact('mail.sent');
  };

  it('[ARR-9] rings with name, queue and address, and the reply lands in the mailbox of the sender', async () => {
    const yoon = await harness.available('yoon');
    const {messageId} = await send({});
    const mail = await offered(yoon);
    expect([mail.customer, mail.queue?.name, mail.subject, mail.dnis]).toEqual([
      {name: '김민수', email: KIM},
      'Invoices',
      '배송 문의',
      SUPPORT,
    ]);
    await yoon.do({type: 'interaction.accept', interactionId: mail.id});
    expect(mailsOf(mail).map(({text, direction}) => [text.trim(), direction])).toEqual([
      ['언제 오나요?', 'in'],
    ]);
    await reply(yoon, mail, '내일 도착합니다.\n고맙습니다.');
    const answer = await firstIn(KIM);
    expect(await box()).toHaveLength(1);
    expect(answer).toMatchObject({
      subject: 'Re: 배송 문의',
      inReplyTo: messageId,
      from: {name: 'Hanbit Logistics', address: SUPPORT},
    });
    expect(answer.text.trim()).toBe('내일 도착합니다.\n고맙습니다.');
  });

  it('joins the thread while it is open, and continues it in a new contact when it is over', async () => {
    const yoon = await harness.available('yoon');
    const {messageId} = await send({});
    const mail = await offered(yoon);
    await yoon.do({type: 'interaction.accept', interactionId: mail.id});
    await send({text: '책이요.', inReplyTo: messageId});
    await yoon.interaction('the second mail', (one) => mailsOf(one).length === 2);
    await reply(yoon, mail, '무엇을요?');
    const answer = (await firstIn(KIM)).messageId;
    await yoon.do({type: 'wrap-up.submit', interactionId: mail.id, reasonIds: ['resolved']});
    await send({text: '아직 안 왔어요.', references: [answer]});
    const next = await offered(yoon);
    expect(next.id).not.toBe(mail.id);
    expect(mailsOf(next).map(({direction, text}) => [direction, text.trim()])).toEqual([
      ['in', '언제 오나요?'],
      ['in', '책이요.'],
      ['out', '무엇을요?'],
      ['in', '아직 안 왔어요.'],
    ]);
    await yoon.do({type: 'interaction.accept', interactionId: next.id});
    await send({text: '네?', inReplyTo: answer});
    await yoon.interaction('the mail in the new contact', (one) => mailsOf(one).length === 5);
    expect(yoon.state.interactions.size).toBe(1);
  });

  it('takes one Message-ID once', async () => {
    const yoon = await harness.available('yoon');
    const text = `From: ${KIM}\nTo: ${SUPPORT}\nMessage-ID: <same@customer.example>\nSubject: twice\n\nhello\n`;
    await raw(text);
    await offered(yoon);
    await raw(text);
    await pass(300);
    expect(harness.gateway.core.host.centre.interactions.size).toBe(1);
  });

  it.each([
    [
      'a boundary that never comes',
      'Content-Type: multipart/mixed; boundary="nowhere"\nSubject: odd\n\nlost text\n',
    ],
    ['headers without a body', 'Subject: odd\nContent-Type: multipart/related\n'],
    ['no headers at all', '\nlost text\n'],
    ['an encoding that is none', 'Subject: odd\nContent-Transfer-Encoding: base64\n\n%%%%\n'],
    ['a charset that is none', 'Subject: odd\nContent-Type: text/plain; charset=x-\xff\xfe\n\nlost text\n'],
    ['nothing', ''],
    ['a hundred nested parts', `Subject: odd\n${nested(100)}`],
    ['bytes', `Subject: odd\n\n${String.fromCharCode(...Array.from({length: 32}, (_, at) => at))}\n`],
  ])('makes a contact of a mail with %s', async (_, text) => {
    const yoon = await harness.available('yoon');
    await raw(text);
    const mail = await offered(yoon);
    expect(mail.customer.email).toBe(KIM);
    await yoon.do({type: 'interaction.accept', interactionId: mail.id});
    expect(mailsOf(mail)).toHaveLength(1);
  });

  it('refuses what is too large with 552, and goes on', async () => {
    await expect(send({text: 'x'.repeat(400_000)})).rejects.toMatchObject({responseCode: 552});
    const socket = connect(harness.smtpPort, '127.0.0.1');
    await once(socket, 'connect');
    const answers: string[] = [];
    socket.on('data', (data: Buffer) => answers.push(data.toString()));
    const until = (code: string) =>
      eventually(code, () => answers.join('').includes(`\n${code} `) || answers.join('').startsWith(code));
    await until('220');
    for (const line of ['EHLO x', `MAIL FROM:<${KIM}>`, `RCPT TO:<${SUPPORT}>`, 'DATA']) {
      socket.write(`${line}\r\n`);
      await pass(50);
    }
    await until('354');
    socket.write(`${'y'.repeat(78)}\r\n`.repeat(5_000));
    socket.write('.\r\n');
    await until('552');
    socket.destroy();
    const yoon = await harness.available('yoon');
    await send({});
    await offered(yoon);
  });

  it('takes nothing for addresses that are not here', async () => {
    await expect(send({to: 'somebody@elsewhere.example'})).rejects.toMatchObject({responseCode: 550});
  });

  it('tells the agent when an answer cannot be delivered', async () => {
    const yoon = await harness.available('yoon');
    await send({from: 'stranger@elsewhere.example'});
    const mail = await offered(yoon);
    await yoon.do({type: 'interaction.accept', interactionId: mail.id});
    await yoon.do({
      type: 'mail.send',
      interactionId: mail.id,
      mail: {
        kind: 'quick-reply',
        inReplyTo: mailsOf(mail)[0]?.id ?? '',
        cc: [],
        text: 'hello',
        attachmentIds: [],
        quotes: false,
      },
    });
    expect((await yoon.fact('mail.failed')).failure).toBe('SMTP 550');
  });

  it('lets no subject begin a header, and no address an envelope of its own', async () => {
    const yoon = await harness.available('yoon');
    await raw(
      `From: ${KIM}\nTo: ${SUPPORT}\nSubject: =?utf-8?Q?hello=0D=0ABcc:_spy@customer.example?=\n\nhi\n`,
    );
    const mail = await offered(yoon);
    await yoon.do({type: 'interaction.accept', interactionId: mail.id});
    const refused = await yoon.refused({
      type: 'mail.send',
      interactionId: mail.id,
      mail: {
        kind: 'reply',
        inReplyTo: mailsOf(mail)[0]?.id ?? '',
        cc: [{address: 'a@customer.example> BODY=8BITMIME\r\nRCPT TO:<spy@customer.example'}],
        text: 'hi',
        attachmentIds: [],
        quotes: false,
      },
    });
    expect(refused).toBe('DW_MAIL_ADDRESS');
    await reply(yoon, mail, 'hi\r\n.\r\nMAIL FROM:<spy@customer.example>');
    await firstIn(KIM);
    expect(await box('spy@customer.example')).toEqual([]);
    expect((await box())[0]?.text).toContain('MAIL FROM');
  });

  it('writes from a mailbox as any mail client does', async () => {
    const yoon = await harness.available('yoon');
    const response = await harness.post(`/api/mailboxes/${KIM}`, {
      to: SUPPORT,
      subject: 'Hi',
      text: 'Hello',
      name: 'Kim',
    });
    expect(response.status).toBe(201);
    expect((await offered(yoon)).customer).toEqual({name: 'Kim', email: KIM});
    const bare = await harness.post(`/api/mailboxes/${KIM}`, {
      to: SUPPORT,
      subject: '',
      text: 'Hello',
      name: '',
    });
    expect(bare.status).toBe(201);
    const outside = await harness.post(`/api/mailboxes/${KIM}`, {to: 'x@elsewhere.example', text: 'Hello'});
    expect(outside.status).toBe(400);
    expect((await harness.post('/api/mailboxes/support@deskwire.example', {to: KIM, text: 'x'})).status).toBe(
      404,
    );
  });

  it('writes and reads mails with HTML, images of the text and files, as mail clients do', async () => {
    const yoon = await harness.available('yoon');
    const png = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64');
    const pdf = Buffer.from('%PDF-1.4 a bill').toString('base64');
    const other = 'lee@customer.example';
    const response = await harness.post(`/api/mailboxes/${KIM}`, {
      to: SUPPORT,
      cc: [other],
      subject: '청구서',
      text: '보세요',
      html: '<p>보세요 <img src="cid:chart@kim"></p>',
      attachments: [
        {name: 'chart.png', type: 'image/png', content: png, contentId: 'chart@kim'},
        {name: '청구서 "9월".pdf', type: 'application/pdf', content: pdf},
      ],
      inReplyTo: '<b@desk.example>',
      references: ['<a@desk.example>', '<b@desk.example>'],
    });
    expect(response.status).toBe(201);
    await offered(yoon);
    const [mail] = (await harness.get<{mails: Record<string, unknown>[]}>(`/api/mailboxes/${other}`)).mails;
    expect(mail).toMatchObject({
      html: expect.stringContaining('<img src="cid:chart@kim">') as string,
      inReplyTo: '<b@desk.example>',
      references: ['<a@desk.example>', '<b@desk.example>'],
      to: [{address: SUPPORT}],
      cc: [{address: other}],
      attachments: [
        {id: '0', name: 'chart.png', type: 'image/png', size: 8, contentId: 'chart@kim', inline: true},
        {id: '1', name: '청구서 "9월".pdf', type: 'application/pdf', size: 15},
      ],
    });
    const path = `/api/mailboxes/${other}/${String(mail?.['id'])}`;
    const file = await fetch(`${harness.url}${path}/files/1`);
    expect(await file.text()).toBe('%PDF-1.4 a bill');
    expect(file.headers.get('content-disposition')).toContain("filename*=UTF-8''%EC%B2%AD");
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect(await (await fetch(`${harness.url}${path}/raw`)).text()).toMatch(
      /^In-Reply-To: <b@desk\.example>\r$/m,
    );
    const strange = [
      `${path}/files/9`,
      `/api/mailboxes/${KIM}/${String(mail?.['id'])}/raw`,
      `/api/mailboxes/${other}/nothing/raw`,
    ];
    for (const one of strange) expect((await fetch(harness.url + one)).status).toBe(404);
  });
});

function nested(depth: number): string {
  const open = Array.from(
    {length: depth},
    (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\n\n--b${at}\n`,
  );
  return `${open.join('')}\ntext\n`;
}

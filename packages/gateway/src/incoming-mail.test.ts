import {existsSync, readdirSync} from 'node:fs';
import {createConnection} from 'node:net';
import {join} from 'node:path';

import iconv from 'iconv-lite';
import {createTransport} from 'nodemailer';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {Attachment, Interaction, Mail} from '@deskwire/domain';
import {FILE_INLINE_HEADER} from '@deskwire/protocol';

import {demoWith, eventually, Harness} from './test-support/harness.js';
import {mailsOf, phaseOf} from './test-support/look.js';
import {SAMPLES} from './test-support/samples.js';
import type {WireDesk} from './test-support/desk.js';
import {FileClient, inspectHere, storedFiles} from './test-support/upload.js';

const SUPPORT = 'support@deskwire.example';
const GONE = 'gone@deskwire.example';
const KIM = 'kim@customer.example';
const CARD = '4000 0566 5566 5556';

const quickReply = (inReplyTo: string, text: string) => ({
  kind: 'quick-reply' as const,
  inReplyTo,
  cc: [],
  text,
  attachmentIds: [],
  quotes: false,
});

describe('a mail that comes in', {timeout: 30_000}, () => {
  let harness: Harness;
  const begin = async (cardData?: {
    readonly action: 'off' | 'redact' | 'drop';
    readonly unreadable: 'allow' | 'hold' | 'drop';
  }): Promise<void> => {
    harness = await Harness.start({
      inspect: inspectHere(),
      ...(cardData ? {config: demoWith({cardData})} : {}),
    });
  };
  afterEach(() => harness.stop());

  const send = (mail: object) =>
    createTransport({host: '127.0.0.1', port: harness.smtpPort, ignoreTLS: true}).sendMail({
      from: {name: '김민수', address: KIM},
      to: SUPPORT,
      subject: '배송 문의',
      text: '언제 오나요?',
      ...mail,
    });
  const sendRaw = (text: string | Buffer) =>
    send({
      raw: typeof text === 'string' ? text.replace(/\r?\n/g, '\r\n') : text,
      envelope: {from: KIM, to: [SUPPORT]},
    });
  const accepted = async (desk: WireDesk): Promise<Interaction> => {
    const mail = await desk.interaction('the mail', (one) => phaseOf(one, 'yoon') === 'offered');
    await desk.do({type: 'interaction.accept', interactionId: mail.id});
    return mail;
  };
  const newest = (contact: Interaction): Mail => {
    const mail = mailsOf(contact).at(-1);
    if (!mail) throw new Error('There is no mail.');
    return mail;
  };
  const filesOf = async (id: string, user = 'yoon') =>
    new FileClient(harness.url, await harness.token(user), id);
  const bytesOf = async (files: FileClient, {id}: Attachment): Promise<Buffer> => {
    const response = await files.get(id);
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };
  const finish = async (desk: WireDesk, interactionId: string): Promise<void> => {
    await desk.do({type: 'interaction.end', interactionId});
    await desk.do({type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
  };
  const spooled = (): readonly string[] => readdirSync(join(harness.data, 'mail'));

  it('waits where no contact may come of it, tried once in each life, and keeps nobody else from theirs', async () => {
    const config = demoWith({});
    const gone = {[SUPPORT]: 'support-mail', [GONE]: 'gone'};
    harness = await Harness.start({config: {...config, mail: {...config.mail, addresses: gone}}});
    const yoon = await harness.available('yoon');
    await send({to: [GONE, SUPPORT], subject: '첫째'});
    await send({subject: '둘째'});
    for (const subject of ['첫째', '둘째']) {
      const {id} = await accepted(yoon);
      expect(yoon.state.interactions.get(id)?.subject).toBe(subject);
      await finish(yoon, id);
    }
    expect(harness.logLines.filter((line) => line.includes('refused by the engine'))).toHaveLength(1);
    expect(spooled()).toHaveLength(1);
    await harness.halt();
    const mended = {...gone, [GONE]: 'support-mail'};
    await harness.run({config: {...config, mail: {...config.mail, addresses: mended}}});
    const again = await harness.available('yoon');
    const mail = await accepted(again);
    expect([mail.subject, mail.dnis]).toEqual(['첫째', GONE]);
    await eventually('an empty spool', () => spooled().length === 0);
  });

  describe('with files', () => {
    beforeEach(() => begin());

    it('[MAIL-1] has its attachments and the images of its text for whoever accepts it', async () => {
      const yoon = await harness.available('yoon');
      await send({
        html: '<p>주문 <img src="cid:logo@customer.example"></p>',
        attachments: [
          {filename: '영수증 "가".pdf', content: SAMPLES.pdf},
          {filename: 'logo.png', content: SAMPLES.png, cid: 'logo@customer.example'},
        ],
      });
      const contact = await accepted(yoon);
      const mail = newest(contact);
      expect(mail.html).toContain('cid:logo@customer.example');
      expect(mail.attachments.map(({id: _, ...rest}) => rest)).toEqual(
        expect.arrayContaining([
          {name: '영수증 "가".pdf', type: 'application/pdf', size: SAMPLES.pdf.length},
          {
            name: 'logo.png',
            type: 'image/png',
            size: SAMPLES.png.length,
            contentId: 'logo@customer.example',
            inline: true,
          },
        ]),
      );
      const files = await filesOf(contact.id);
      for (const one of mail.attachments) {
        const wanted = one.inline ? SAMPLES.png : SAMPLES.pdf;
        expect((await bytesOf(files, one)).equals(wanted)).toBe(true);
      }
      // Nobody else has them, and the mail as it came is gone.
      expect(await (await filesOf(contact.id, 'han')).refused(mail.attachments[0]?.id ?? '')).toBe(
        'DW_FILE_UNKNOWN',
      );
      await eventually('the empty spool', () => spooled().length === 0);
    });

    it('[HIST-2] has those of earlier mails too where the thread goes on in a new contact', async () => {
      const yoon = await harness.available('yoon');
      const {messageId} = await send({attachments: [{filename: 'first.pdf', content: SAMPLES.pdf}]});
      const first = await accepted(yoon);
      const [file] = newest(first).attachments;
      await finish(yoon, first.id);
      await send({inReplyTo: messageId, text: '아직요?'});
      const second = await accepted(yoon);
      expect(second.id).not.toBe(first.id);
      expect(mailsOf(second)[0]?.attachments[0]?.id).toBe(file?.id);
      expect(file && (await bytesOf(await filesOf(second.id), file)).equals(SAMPLES.pdf)).toBe(true);
      // A contact in which the file never was does not give it out.
      await finish(yoon, second.id);
      await send({text: 'another'});
      const third = await accepted(yoon);
      expect(await (await filesOf(third.id)).refused(file?.id ?? '')).toBe('DW_FILE_UNKNOWN');
    });

    it('keeps names that are paths, have line breaks or turn letters around, as names', async () => {
      const yoon = await harness.available('yoon');
      const named = [
        '../../etc/passwd',
        'a\r\nBcc: spy@customer.example\r\n.pdf',
        'C:\\temp\\x.pdf',
        'fdp.\u202exe',
        '...',
      ];
      const parts = named.map(
        (name) => `--b
Content-Type: application/octet-stream
Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(name)}

data
`,
      );
      await sendRaw(
        `From: ${KIM}\nTo: ${SUPPORT}\nSubject: names\nContent-Type: multipart/mixed; boundary=b\n\n${parts.join('')}--b--\n`,
      );
      const contact = await accepted(yoon);
      expect(newest(contact).attachments.map(({name}) => name)).toEqual([
        'passwd',
        'a Bcc: spy@customer.example .pdf',
        'x.pdf',
        'fdp.xe',
        'attachment',
      ]);
      expect(existsSync(join(harness.data, '..', 'etc'))).toBe(false);
    });

    it('keeps mails in mails, thirty deep, as one file', async () => {
      const yoon = await harness.available('yoon');
      let inner = 'From: deep@customer.example\nSubject: the innermost\n\nthe words\n';
      for (let depth = 30; depth > 0; depth -= 1) {
        inner = `Subject: level ${depth}
Content-Type: multipart/mixed; boundary="b${depth}"

--b${depth}
Content-Type: text/plain

words of level ${depth}
--b${depth}
Content-Type: message/rfc822

${inner}
--b${depth}--
`;
      }
      await sendRaw(`From: ${KIM}\nTo: ${SUPPORT}\n${inner}`);
      const contact = await accepted(yoon);
      const mail = newest(contact);
      expect([mail.subject, mail.text.trim()]).toEqual(['level 1', 'words of level 1']);
      expect(mail.attachments).toMatchObject([{name: 'message.eml', type: 'message/rfc822'}]);
      const [file] = mail.attachments;
      const bytes = file && (await bytesOf(await filesOf(contact.id), file));
      expect(bytes?.toString()).toContain('the innermost');
    });

    it('[MAIL-1] reads Korean in the encodings of old mail programs', async () => {
      const yoon = await harness.available('yoon');
      const name = iconv.encode('김민수', 'cp949').toString('base64');
      const file = iconv.encode('견적서.pdf', 'cp949').toString('base64');
      await sendRaw(
        Buffer.concat([
          Buffer.from(
            [
              `From: =?ks_c_5601-1987?B?${name}?= <${KIM}>`,
              `To: ${SUPPORT}`,
              'Subject: =?iso-2022-kr?B?GyQpQw4+SDNnDw==?=',
              'Content-Type: multipart/mixed; boundary=b',
              '',
              '--b',
              'Content-Type: text/plain; charset=ks_c_5601-1987',
              'Content-Transfer-Encoding: 8bit',
              '',
              '',
            ].join('\r\n'),
          ),
          iconv.encode('펲시와 똠양꿍, 배송 문의', 'cp949'),
          Buffer.from(
            [
              '',
              '--b',
              `Content-Type: application/pdf; name="=?euc-kr?B?${file}?="`,
              'Content-Disposition: attachment',
              '',
              '%PDF-1.7',
              '--b--',
              '',
            ].join('\r\n'),
          ),
        ]),
      );
      const contact = await accepted(yoon);
      const mail = newest(contact);
      expect(contact.customer.name).toBe('김민수');
      expect([mail.subject, mail.text.trim()]).toEqual(['안녕', '펲시와 똠양꿍, 배송 문의']);
      expect(mail.attachments[0]?.name).toBe('견적서.pdf');
    });

    it('folds away what it quotes', async () => {
      const yoon = await harness.available('yoon');
      const own = '네, 맞습니다.\n\n';
      await send({
        text: `${own}2026년 11월 20일 (금) 오전 9:41, 한빛 <${SUPPORT}>님이 작성:\n\n> 주소가 맞나요?\n> 한빛`,
      });
      const mail = newest(await accepted(yoon));
      expect(mail.text.slice(0, mail.quoteAt)).toBe(own);
    });
  });

  describe('and its answer', () => {
    beforeEach(() => begin());
    const inline = {[FILE_INLINE_HEADER]: '1'};

    it('[MAIL-6] takes images of its text by what they are, whatever their names end in', async () => {
      const yoon = await harness.available('yoon');
      await send({});
      const contact = await accepted(yoon);
      const files = await filesOf(contact.id);
      expect((await files.send('pasted', SAMPLES.png, inline)).attachment).toMatchObject({type: 'image/png'});
      for (const [name, content] of [
        ['a.png', SAMPLES.pdf],
        ['a.png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
        ['a.png', 'x'],
      ] as const)
        expect((await files.send(name, content, inline)).refusal?.code).toBe('DW_FILE_TYPE');
      expect(storedFiles(harness.data)).toHaveLength(1);
    });

    it('[MAIL-7] takes files as admin allows for mails', async () => {
      const yoon = await harness.available('yoon');
      await send({});
      const contact = await accepted(yoon);
      const files = await filesOf(contact.id);
      expect((await files.sent('offer.pdf', SAMPLES.pdf)).name).toBe('offer.pdf');
      expect((await files.send('run.exe', SAMPLES.exe)).refusal?.code).toBe('DW_FILE_TYPE');
    });
  });

  describe('with card data in its files', () => {
    const withFiles = () =>
      send({
        attachments: [
          {filename: 'card.txt', content: `my card is ${CARD}`},
          {filename: 'clean.txt', content: 'no card here'},
          {filename: 'photo.png', content: SAMPLES.png},
        ],
      });

    it('[MAIL-8] drops the file that has it, and holds what cannot be looked into', async () => {
      await begin({action: 'drop', unreadable: 'hold'});
      const yoon = await harness.available('yoon');
      await withFiles();
      const contact = await accepted(yoon);
      const mail = newest(contact);
      expect(mail.attachments.map(({name, held = false}) => [name, held])).toEqual([
        ['clean.txt', false],
        ['photo.png', true],
      ]);
      expect(mail.redactions).toEqual([{kind: 'attachment'}]);
      expect(await (await filesOf(contact.id)).refused(mail.attachments[1]?.id ?? '')).toBe('DW_FILE_HELD');
      await eventually('the empty spool', () => spooled().length === 0);
      expect(storedFiles(harness.data)).toHaveLength(2);
    });

    it('[MAIL-8] keeps everything where the tenant does not look', async () => {
      await begin({action: 'off', unreadable: 'hold'});
      const yoon = await harness.available('yoon');
      await withFiles();
      expect(newest(await accepted(yoon)).attachments).toHaveLength(3);
    });
  });

  describe('from a machine', () => {
    beforeEach(() => begin());

    const bounceOf = (messageId: string): string => `From: Mail Delivery System <mailer-daemon@mx.example>
To: ${SUPPORT}
Subject: Undelivered Mail Returned to Sender
Message-ID: <bounce.1@mx.example>
Auto-Submitted: auto-replied
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b

I am sorry to inform you.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ${KIM}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 No such user ${KIM}
--b
Content-Type: text/rfc822-headers

Message-ID: ${messageId}
Subject: Re: hello
--b--
`;
    const replied = async (desk: WireDesk, contact: Interaction): Promise<string> => {
      await desk.do({
        type: 'mail.send',
        interactionId: contact.id,
        mail: quickReply(newest(contact).id, '내일 도착합니다.'),
      });
      const {mail} = await desk.fact('mail.queued');
      return mail.messageId;
    };

    it('tells whoever is in wrap-up that the reply came back, and nobody else', async () => {
      const yoon = await harness.available('yoon');
      await send({});
      const contact = await accepted(yoon);
      const messageId = await replied(yoon, contact);
      await yoon.fact('mail.sent');
      await sendRaw(bounceOf(messageId));
      const told = await yoon.fact('mail.failed');
      expect([told.interactionId, told.failure]).toEqual([contact.id, 'SMTP 550']);
      await eventually('the empty spool', () => spooled().every((name) => !name.startsWith(contact.id)));
      await sendRaw(bounceOf(messageId));
      await eventually('the repeat', async () =>
        /outcome="repeated"\} 1/.test(await (await fetch(`${harness.url}/metrics`)).text()),
      );
      expect(harness.gateway.core.host.centre.interactions.size).toBe(1);
    });

    it('tells the thread that goes on that an earlier reply came back', async () => {
      const yoon = await harness.available('yoon');
      await send({});
      const contact = await accepted(yoon);
      const messageId = await replied(yoon, contact);
      await yoon.fact('mail.sent');
      await yoon.do({type: 'wrap-up.submit', interactionId: contact.id, reasonIds: ['resolved']});
      await send({text: '그런데요', inReplyTo: messageId});
      const next = await accepted(yoon);
      await sendRaw(bounceOf(messageId));
      const after = await yoon.interaction('the bounce', (one) =>
        mailsOf(one).some(({notice}) => notice === 'bounce'),
      );
      expect(after.id).toBe(next.id);
      expect(mailsOf(after).map(({direction, delivery, notice}) => [direction, delivery ?? notice])).toEqual([
        ['in', undefined],
        ['out', 'failed'],
        ['in', undefined],
        ['in', 'bounce'],
      ]);
    });

    it('brings a thread that is over back to its queue, with the customer whom it was about', async () => {
      const yoon = await harness.available('yoon');
      await send({});
      const contact = await accepted(yoon);
      const messageId = await replied(yoon, contact);
      await yoon.fact('mail.sent');
      if (phaseOf(yoon.state.interactions.get(contact.id), 'yoon') === 'active')
        await yoon.do({type: 'interaction.end', interactionId: contact.id});
      await yoon.do({type: 'wrap-up.submit', interactionId: contact.id, reasonIds: ['resolved']});
      await sendRaw(bounceOf(messageId));
      const again = await accepted(yoon);
      expect(again.id).not.toBe(contact.id);
      expect(again.customer.email).toBe(KIM);
      expect(mailsOf(again)[1]).toMatchObject({direction: 'out', delivery: 'failed', failure: 'SMTP 550'});
      expect(newest(again).notice).toBe('bounce');
    });

    it('knows an answer that nobody wrote', async () => {
      const yoon = await harness.available('yoon');
      await send({headers: {'Auto-Submitted': 'auto-replied'}, text: '휴가 중입니다.'});
      expect(newest(await accepted(yoon)).notice).toBe('auto-reply');
    });
  });

  describe('that is too much', () => {
    beforeEach(() => begin());

    it('is refused with 40 MB, and the next one is taken', async () => {
      const line = `${'x'.repeat(76)}\r\n`;
      const raw = Buffer.concat([Buffer.from('Subject: 40 MB\r\n\r\n'), Buffer.alloc(40_000_000, line)]);
      await expect(sendRaw(raw)).rejects.toMatchObject({responseCode: 552});
      expect(spooled()).toEqual([]);
      const yoon = await harness.available('yoon');
      await send({});
      expect((await accepted(yoon)).subject).toBe('배송 문의');
    });

    it('has ten thousand recipients in its head, and tells of some', async () => {
      const yoon = await harness.available('yoon');
      const all = Array.from({length: 10_000}, (_, at) => `Person ${at} <p${at}@customer.example>`);
      await sendRaw(`From: ${KIM}\nTo: ${all.join(',\n ')}\nSubject: all of you\n\nhello\n`);
      const mail = newest(await accepted(yoon));
      expect(mail.to).toHaveLength(200);
      expect(mail.to[0]).toEqual({name: 'Person 0', address: 'p0@customer.example'});
    });

    it('is not taken for ten thousand recipients at once', async () => {
      const socket = createConnection(harness.smtpPort, '127.0.0.1');
      let said = '';
      socket.on('data', (part: Buffer) => (said += part.toString()));
      const answers = (code: string) => said.split('\n').filter((one) => one.startsWith(`${code} `)).length;
      await eventually('the greeting', () => answers('220') === 1);
      socket.write(`EHLO x\r\n`);
      await eventually('the answer', () => answers('250') === 1);
      socket.write(`MAIL FROM:<${KIM}>\r\n`);
      await eventually('the sender', () => answers('250') === 2);
      for (let at = 0; at < 10_000; at += 1) socket.write(`RCPT TO:<p${at}@customer.example>\r\n`);
      await eventually('the limit', () => answers('452') > 0);
      await eventually('all answers', () => answers('250') + answers('452') >= 10_002, 20_000);
      expect(answers('250')).toBe(102);
      socket.destroy();
    });
  });
});

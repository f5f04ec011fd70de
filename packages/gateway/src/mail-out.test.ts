import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';

import {simpleParser} from 'mailparser';
import {createTransport} from 'nodemailer';
import PostalMime from 'postal-mime';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import type {Attachment, Interaction, OutgoingMail} from '@deskwire/domain';
import {FILE_INLINE_HEADER} from '@deskwire/protocol';

import type {MailboxConfig} from './config/gateway-config.js';
import type {WireDesk} from './test-support/desk.js';
import {demoWith, eventually, Harness, pass} from './test-support/harness.js';
import {mailsOf, phaseOf} from './test-support/look.js';
import {RecordingSmtp} from './test-support/recording-smtp.js';
import {SentBox} from './test-support/sent-box.js';
import {FileClient} from './test-support/upload.js';

const SUPPORT = 'support@deskwire.example';
const SALES = 'sales@deskwire.example';
const KIM = 'kim@elsewhere.example';
const LEE = 'lee@elsewhere.example';
const CHOI = 'choi@elsewhere.example';
const PASSWORD = 'a secret of the mailbox';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

describe('mail out of the gateway', {timeout: 30_000}, () => {
  let harness: Harness;
  let smtp: RecordingSmtp;
  let other: RecordingSmtp;
  let box: SentBox;
  let clock: number | undefined;

  const mailbox = (address: string, port: number): MailboxConfig => ({
    address,
    imap: {
      host: '127.0.0.1',
      port: box.port,
      security: 'none',
      user: 'support',
      passwordEnv: 'DW_TEST_MAIL',
      folder: 'INBOX',
    },
    smtp: {host: '127.0.0.1', port, security: 'none', user: 'support', passwordEnv: 'DW_TEST_MAIL'},
  });
  const begin = async (undoSeconds = 0) => {
    const config = demoWith({});
    harness = await Harness.start({
      now: () => clock ?? Date.now(),
      config: {
        ...config,
        tenant: {...config.tenant, email: {...config.tenant.email, undoSeconds}},
        mail: {
          ...config.mail,
          addresses: {[SUPPORT]: 'support-mail', [SALES]: 'support-mail'},
          mailboxes: [mailbox(SUPPORT, smtp.port), mailbox(SALES, other.port)],
        },
      },
    });
  };
  beforeEach(async () => {
    process.env['DW_TEST_MAIL'] = PASSWORD;
    clock = undefined;
    smtp = await RecordingSmtp.start({user: 'support', password: PASSWORD});
    other = await RecordingSmtp.start({user: 'support', password: PASSWORD});
    box = new SentBox(PASSWORD);
    await box.listen();
  });
  afterEach(async () => {
    await harness.stop();
    await Promise.all([smtp.stop(), other.stop()]);
    box.close();
  });

  const arrive = (mail: object = {}) =>
    createTransport({host: '127.0.0.1', port: harness.smtpPort, ignoreTLS: true}).sendMail({
      from: {name: '김민수', address: KIM},
      to: SUPPORT,
      subject: '견적 요청',
      text: '견적을 보내 주세요.',
      html: '<p>견적을 <b>보내 주세요</b>.</p>',
      ...mail,
    });
  const accepted = async (yoon: WireDesk, known: readonly string[] = []): Promise<Interaction> => {
    const mail = await yoon.interaction(
      'a mail',
      (one) => phaseOf(one, 'yoon') === 'offered' && !known.includes(one.id),
    );
    await yoon.do({type: 'interaction.accept', interactionId: mail.id});
    return mail;
  };
  const send = (yoon: WireDesk, mail: Interaction, more: Partial<OutgoingMail> = {}) =>
    yoon.do({
      type: 'mail.send',
      interactionId: mail.id,
      mail: {
        kind: 'reply',
        inReplyTo: mailsOf(mail)[0]?.id ?? '',
        cc: [],
        text: '보내 드립니다.',
        attachmentIds: [],
        quotes: false,
        ...more,
      },
    });
  const wrapUp = (yoon: WireDesk, {id}: Interaction) =>
    yoon.do({type: 'wrap-up.submit', interactionId: id, reasonIds: ['resolved']});

  it('[MAIL-11] leaves by the server of its mailbox with text, HTML, an image and a file, and a copy is kept of the same bytes', async () => {
    await begin();
    const token = await harness.token('yoon');
    const yoon = await harness.open(token);
    await yoon.do({type: 'agent.set-state', to: {state: 'available'}});
    const {messageId} = await arrive();
    const mail = await accepted(yoon);
    const files = new FileClient(harness.url, token, mail.id);
    const image = await files.send('chart.png', PNG, {[FILE_INLINE_HEADER]: '1'});
    const pdf = await files.sent('견적서 최종.txt', '한 개 1,000원');
    const ids = [image.attachment, pdf].map((one) => (one as Attachment).id);
    await send(yoon, mail, {
      html: `<p>표:</p><table><tbody><tr><td style="color:#a8322d">1,000원</td></tr></tbody></table><img src="cid:${ids[0]}">`,
      attachmentIds: ids,
      quotes: true,
    });
    await yoon.fact('mail.sent');
    expect(smtp.mails.map(({from, to}) => [from, to])).toEqual([[SUPPORT, [KIM]]]);
    const [{raw}] = smtp.mails as [RecordingSmtp['mails'][number]];
    const read = await simpleParser(raw, {skipImageLinks: true});
    expect(read.inReplyTo).toBe(messageId);
    expect(read.text).toMatch(
      /^보내 드립니다\.\n\n\d{4}년 .*김민수 <kim@elsewhere\.example>님이 작성:\n> 견적을 보내 주세요\.\n$/,
    );
    expect(String(read.html)).toMatch(
      /<td style="color:#a8322d">1,000원<\/td>.*<blockquote type="cite".*<b>보내 주세요<\/b>/s,
    );
    const second = await PostalMime.parse(raw);
    expect(
      second.attachments.map(({filename, contentId, related}) => [filename, contentId, related]),
    ).toEqual([
      ['chart.png', `<${ids[0]}@deskwire.example>`, true],
      ['견적서 최종.txt', undefined, undefined],
    ]);
    expect(Buffer.from(second.attachments[0]?.content as ArrayBuffer).equals(PNG)).toBe(true);
    await eventually('the copy', () => box.sent.length > 0);
    expect(box.sent[0]?.raw.equals(raw)).toBe(true);
    expect(box.sent[0]?.flags).toContain('\\Seen');
    await harness.halt();
    await harness.run();
    await pass(500);
    expect([box.sent.length, smtp.mails.length]).toEqual([1, 1]);
  });

  it('makes a copy as soon as the mailbox can be reached, and one only', async () => {
    await begin();
    const {port} = box;
    box.close();
    const yoon = await harness.available('yoon');
    await arrive();
    await send(yoon, await accepted(yoon));
    await yoon.fact('mail.sent');
    await eventually('a failed copy', () =>
      harness.logLines.some((line) => line.includes('copies of sent mails')),
    );
    expect(box.sent).toHaveLength(0);
    await box.listen(port);
    await eventually('the copy', () => box.sent.length > 0, 15_000);
    expect(box.sent).toHaveLength(1);
  });

  it('never sends again to whoever has it, and tells of whoever was refused', async () => {
    await begin();
    const yoon = await harness.available('yoon');
    await arrive({cc: [LEE, CHOI]});
    smtp.refuses = {[LEE]: 550, [CHOI]: 451};
    const mail = await accepted(yoon);
    await send(yoon, mail, {kind: 'reply-all'});
    await eventually('the first attempt', () => smtp.mails.length === 1);
    expect(smtp.mails[0]?.to).toEqual([KIM]);
    smtp.refuses = {};
    await yoon.fact('mail.sent');
    expect([...smtp.counts.values()]).toEqual([1, 1]);
    expect(smtp.mails[1]?.to).toEqual([CHOI]);
    expect(yoon.facts.some(({type}) => type === 'mail.failed')).toBe(false);
    await wrapUp(yoon, mail);
    const told = await yoon.interaction('the notice', (one) =>
      mailsOf(one).some(({notice}) => notice === 'bounce'),
    );
    const notice = mailsOf(told).find((one) => one.notice === 'bounce');
    expect(notice?.text).toContain(`${LEE}: SMTP 550`);
    expect(notice?.text).not.toContain(KIM);
  });

  it('says that nobody has it where everybody was refused', async () => {
    await begin();
    const yoon = await harness.available('yoon');
    await arrive();
    smtp.refuses = {[KIM]: 550};
    await send(yoon, await accepted(yoon));
    expect((await yoon.fact('mail.failed')).failure).toBe('SMTP 550');
    expect(smtp.mails).toEqual([]);
  });

  it.each(['mail', 'recipient', 'end'] as const)(
    'comes back whole where a server refuses it for good at its %s, and nothing of it stays behind',
    async (moment) => {
      await begin();
      const token = await harness.token('yoon');
      const yoon = await harness.open(token);
      await yoon.do({type: 'agent.set-state', to: {state: 'available'}});
      await arrive();
      const mail = await accepted(yoon);
      const file = await new FileClient(harness.url, token, mail.id).sent('견적서.txt', '한 개 1,000원');
      const attachmentIds = [(file as Attachment).id];
      smtp.whims = {[moment]: 554};
      await send(yoon, mail, {html: '<p><b>보내</b> 드립니다.</p>', attachmentIds});
      expect((await yoon.fact('mail.failed')).failure).toBe('SMTP 554');
      await eventually('an empty spool', () => readdirSync(join(harness.data, 'mail-out')).length === 0);
      expect(await harness.gateway.core.store.mail.outbox()).toEqual([]);
      const failed = mailsOf(yoon.state.interactions.get(mail.id)).find(({direction}) => direction === 'out');
      expect(failed).toMatchObject({text: '보내 드립니다.', html: expect.stringContaining('<b>보내</b>')});
      expect(failed?.attachments.map(({id}) => id)).toEqual(attachmentIds);
      smtp.whims = {};
      await send(yoon, mail, {html: failed?.html ?? '', attachmentIds});
      await yoon.fact('mail.sent');
      expect(smtp.mails.map(({to}) => to)).toEqual([[KIM]]);
      expect((await simpleParser(smtp.mails[0]?.raw ?? '')).attachments).toHaveLength(1);
    },
  );

  it('is not held up by a server of another mailbox that stalls', async () => {
    await begin();
    const yoon = await harness.available('yoon');
    smtp.whims = {data: 'stall'};
    await arrive();
    const first = await accepted(yoon);
    await send(yoon, first);
    await arrive({to: SALES, subject: '다른 일'});
    const second = await accepted(yoon, [first.id]);
    await send(yoon, second);
    await yoon.fact('mail.sent');
    expect([smtp.mails.length, other.mails.length]).toEqual([0, 1]);
    expect(other.mails[0]?.from).toBe(SALES);
  });

  it('does not send again what a server that died may have taken, and says so', async () => {
    await begin();
    const yoon = await harness.available('yoon');
    smtp.whims = {end: 'die'};
    await arrive();
    await send(yoon, await accepted(yoon));
    expect((await yoon.fact('mail.failed')).failure).toBe('IN_DOUBT');
    smtp.whims = {};
    await pass(1_500);
    expect([...smtp.counts.values()]).toEqual([1]);
    expect(box.sent).toEqual([]);
  });

  it('sends again what a server did not take', async () => {
    await begin();
    const yoon = await harness.available('yoon');
    smtp.whims = {end: 451};
    await arrive();
    await send(yoon, await accepted(yoon));
    await eventually('a postponed mail', () =>
      harness.logLines.some((line) => line.includes('mail postponed')),
    );
    smtp.whims = {};
    await yoon.fact('mail.sent');
    expect([...smtp.counts.values()]).toEqual([1]);
  });

  it('brings a mail back that fails when nobody has its thread any more', async () => {
    await begin();
    const yoon = await harness.available('yoon');
    await arrive();
    let goOn: (() => void) | undefined;
    smtp.heard = (moment) =>
      moment === 'recipient' ? new Promise((resolve) => (goOn = resolve)) : undefined;
    smtp.refuses = {[KIM]: 554};
    const mail = await accepted(yoon);
    await send(yoon, mail);
    await wrapUp(yoon, mail);
    (await eventually('a server that thinks', () => goOn))();
    const again = await accepted(yoon, [mail.id]);
    expect(again.customer).toEqual({name: '김민수', email: KIM});
    expect(mailsOf(again).map(({direction, delivery, failure}) => [direction, delivery, failure])).toEqual([
      ['in', undefined, undefined],
      ['out', 'failed', 'SMTP 554'],
    ]);
    smtp.heard = () => undefined;
    smtp.refuses = {};
    await send(yoon, again);
    await yoon.fact('mail.sent');
    expect(smtp.mails).toHaveLength(1);
  });

  it('[MAIL-11] leaves or is called back, and never both, at whatever moment it is asked', async () => {
    clock = Date.UTC(2026, 10, 20);
    await begin(1);
    const yoon = await harness.available('yoon');
    const known: string[] = [];
    for (const offset of [-1_000, -1, 0, 1]) {
      await arrive();
      const mail = await accepted(yoon, known);
      known.push(mail.id);
      await send(yoon, mail);
      const queued = await yoon.until('the mail', () =>
        mailsOf(yoon.state.interactions.get(mail.id)).find(({direction}) => direction === 'out'),
      );
      clock = (queued.leavesAt ?? 0) + offset;
      const answer = await yoon.refused({type: 'mail.recall', interactionId: mail.id, mailId: queued.id});
      clock = (queued.leavesAt ?? 0) + 1_000;
      const before = smtp.mails.length;
      if (answer === 'done') {
        await pass(1_500);
        expect([offset, smtp.mails.length - before]).toEqual([offset, 0]);
        expect(offset).toBeLessThan(0);
        await yoon.do({type: 'interaction.end', interactionId: mail.id});
      } else {
        expect(offset).toBeGreaterThanOrEqual(0);
        await eventually('the mail outside', () => smtp.mails.length > before);
      }
      await wrapUp(yoon, mail);
    }
    expect([...smtp.counts.values()]).toEqual([1, 1]);
  });
});

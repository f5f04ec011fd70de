import {afterEach, describe, expect, it} from 'vitest';
import {fakeClock} from '@deskwire/testing';
import type {Mail, OutgoingMail, TenantConfig} from '@deskwire/domain';
import type {Upload} from '@deskwire/stream';
import {sampleCustomers} from '../sample/crowd.js';
import {loadSampleMails} from '../sample/mails.js';
import {sampleMail} from '../sample/people.js';
import {sampleTenant} from '../sample/tenant.js';
import type {MailArrival} from '../scripts.js';
import type {TestDesk} from '../test-kit/desk.js';
import {Stage, toldOf} from '../test-kit/stage.js';

const opened: Stage[] = [];
afterEach(() => {
  for (const {simulator} of opened.splice(0)) simulator.close();
});

const tenantWith = (undoSeconds: number, set: Partial<TenantConfig> = {}): TenantConfig => {
  const tenant = sampleTenant('en', set);
  return {...tenant, email: {...tenant.email, undoSeconds}};
};
const PIXEL = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);

/** A mail that a desk has accepted, with ways to answer it. */
const open = async (arrival: MailArrival = sampleMail('en'), tenant = tenantWith(0)) => {
  const stage = new Stage(fakeClock(), {tenant});
  opened.push(stage);
  const {simulator, clock} = stage;
  const desk = await stage.desk('yoon');
  const id = simulator.mailArrives(arrival);
  await clock.pass(600);
  await stage.does(desk, {type: 'interaction.accept', interactionId: id});
  const mails = (of = id): readonly Mail[] => {
    const {content} = desk.interaction(of);
    return content.kind === 'email' ? content.thread.mails : [];
  };
  const reply = (set: Partial<OutgoingMail> = {}, of = id) =>
    stage.does(desk, {
      type: 'mail.send',
      interactionId: of,
      mail: {
        ...{
          kind: 'reply',
          inReplyTo: mails(of)[0]?.id ?? '',
          cc: [],
          text: 'Yes.',
          attachmentIds: [],
          quotes: true,
        },
        ...set,
      },
    });
  const wrapUp = (of = id) =>
    stage.does(desk, {type: 'wrap-up.submit', interactionId: of, reasonIds: ['resolved']});
  const upload = async (file: File, more: Partial<Upload> = {}) => {
    const sent = desk.upload({interactionId: id, file, ...more});
    await clock.pass(2_000);
    return sent.then(async (result) => {
      await clock.pass(0);
      return result;
    });
  };
  const fetched = async (attachmentId: string, of = id, from: TestDesk = desk) => {
    const asked = from.download(of, attachmentId);
    await clock.pass(0);
    const result = await asked;
    return result.ok ? result.file : result.refusal.code;
  };
  return {stage, simulator, clock, desk, id, mails, reply, wrapUp, upload, fetched};
};

const deliveries = (mails: readonly Mail[]) => mails.map(({direction, delivery}) => delivery ?? direction);

describe('a mail that came in', () => {
  it('brings its files: those that its HTML shows are no list’s', async () => {
    const {invoice} = await loadSampleMails('ko');
    const {mails, fetched, simulator, stage} = await open(invoice);
    const [mail] = mails();
    expect(mail?.html).toContain('cid:logo@saebyeok');
    expect(mail?.attachments).toMatchObject([
      {name: 'logo.png', type: 'image/png', inline: true, contentId: 'logo@saebyeok'},
      {name: '11월 청구서 (최종).pdf', type: 'application/pdf'},
    ]);
    const [image, pdf] = mail?.attachments ?? [];
    const bytes = await fetched(pdf?.id ?? '');
    expect(typeof bytes === 'string' ? bytes : (await bytes.text()).slice(0, 8)).toBe('%PDF-1.4');
    expect(await fetched(image?.id ?? '')).toBeInstanceOf(Blob);
    const other = simulator.mailArrives(sampleMail('ko'));
    expect(await fetched(pdf?.id ?? '', other)).toBe('DW_FILE_UNKNOWN');
    const stranger = await stage.desk('park');
    expect(await fetched(pdf?.id ?? '', undefined, stranger)).toBe('DW_FILE_UNKNOWN');
  });

  it('has its files judged by the tenant’s rule: held, or dropped with a mark', async () => {
    const {invoice} = await loadSampleMails('en');
    const held = await open(invoice, tenantWith(0, {cardData: {action: 'redact', unreadable: 'hold'}}));
    const [mail] = held.mails();
    expect(mail?.attachments.map((one) => one.held)).toEqual([true, true]);
    const [image] = mail?.attachments ?? [];
    expect(await held.fetched(image?.id ?? '')).toBe('DW_FILE_HELD');
    held.simulator.releasesFile(held.id, image?.id ?? '');
    await held.clock.pass(0);
    expect(held.mails()[0]?.attachments[0]?.held).toBeUndefined();
    expect(await held.fetched(image?.id ?? '')).toBeInstanceOf(Blob);
    const dropped = await open(invoice, tenantWith(0, {cardData: {action: 'redact', unreadable: 'drop'}}));
    expect(dropped.mails()[0]).toMatchObject({
      attachments: [],
      redactions: [{kind: 'attachment'}, {kind: 'attachment'}],
    });
  });

  it('can be the newest of a thread, with what it quotes told apart', async () => {
    const {thread} = await loadSampleMails('en');
    const {mails, clock} = await open(thread);
    expect(deliveries(mails())).toEqual(['in', 'sent', 'in']);
    const [first, second, third] = mails();
    expect(third?.text.slice(0, third.quoteAt).trim()).toBe(
      'Four parcels, 12 Mapo-daero. Eleven o’clock would be best.',
    );
    expect(third?.text.slice(third.quoteAt)).toMatch(/^On .*wrote:\n> Good morning/);
    expect(third?.text).toContain('> > do you pick up parcels');
    expect(first?.at).toBeLessThan(second?.at ?? 0);
    expect(second?.at).toBeLessThan(third?.at ?? 0);
    expect(third?.at).toBeLessThanOrEqual(clock.now());
    expect([first?.subject, third?.subject]).toEqual(['Pick-up on Saturday', 'Re: Pick-up on Saturday']);
  });

  it.each(['away', 'bounce'] as const)('can be a machine’s: %s', async (kind) => {
    const {[kind]: arrival} = await loadSampleMails('en');
    const {mails} = await open(arrival);
    expect(mails().at(-1)?.notice).toBe(kind === 'away' ? 'auto-reply' : 'bounce');
  });

  it('is answered by machines in its thread while that is handled', async () => {
    const {simulator, id, mails, clock} = await open();
    simulator.customerIsAway(id);
    simulator.mailBounces(id);
    await clock.pass(0);
    expect(mails().map(({notice, from}) => [notice, from.name])).toEqual([
      [undefined, 'Jung Da-in'],
      ['auto-reply', 'Jung Da-in'],
      ['bounce', 'Mail Delivery System'],
    ]);
  });
});

describe('a mail that leaves', () => {
  it('is the end of the work, and the customer who writes again is a new contact that knows the thread', async () => {
    const {invoice} = await loadSampleMails('en');
    const {simulator, id, reply, wrapUp, clock, desk, stage, mails, fetched} = await open(invoice);
    const file = mails()[0]?.attachments.at(-1)?.id ?? '';
    expect(await reply()).toBe('ok');
    expect(desk.part(id)?.phase).toBe('wrap-up');
    await clock.pass(1_000);
    expect(deliveries(mails())).toEqual(['in', 'sent']);
    await wrapUp();
    await clock.pass(40_000);
    const next = simulator.currentThread(id);
    expect(next).not.toBe(id);
    await stage.does(desk, {type: 'interaction.accept', interactionId: next});
    expect(deliveries(mails(next))).toEqual(['in', 'sent', 'in']);
    const last = mails(next).at(-1);
    expect(last?.text.slice(0, last.quoteAt)).toContain('accounts department');
    expect(last?.text.slice(last.quoteAt)).toContain('> Yes.');
    expect(await fetched(file, next)).toBeInstanceOf(Blob);
  });

  it('leaves no sooner than it can no longer be called back, and a file of one that was can be sent again', async () => {
    const {id, reply, clock, mails, desk, stage, upload, fetched} = await open(
      sampleMail('en'),
      tenantWith(5),
    );
    const sent = await upload(new File(['%PDF-1.7'], 'bill.pdf'));
    const attachmentIds = sent.ok ? [sent.attachment.id] : [];
    await reply({attachmentIds});
    await clock.pass(4_000);
    expect(deliveries(mails())).toEqual(['in', 'sending']);
    const mailId = mails()[1]?.id ?? '';
    expect(await stage.does(desk, {type: 'mail.recall', interactionId: id, mailId})).toBe('ok');
    await clock.pass(10_000);
    expect(toldOf(desk, 'mail.sent')).toEqual([]);
    expect([deliveries(mails()), desk.part(id)?.phase]).toEqual([['in'], 'active']);
    expect(await reply({attachmentIds})).toBe('ok');
    expect(await fetched(attachmentIds[0] ?? '')).toBeInstanceOf(Blob);
    await clock.pass(5_000);
    expect([deliveries(mails()), desk.part(id)?.phase]).toEqual([['in', 'sending'], 'wrap-up']);
    await clock.pass(1_000);
    expect(deliveries(mails())).toEqual(['in', 'sent']);
  });

  it('can be refused by the mail server and sent again from wrap-up', async () => {
    const {simulator, reply, clock, mails, desk, id} = await open();
    simulator.mailServerRefuses('550 no such user');
    await reply();
    await clock.pass(1_000);
    expect(mails()[1]).toMatchObject({delivery: 'failed', failure: '550 no such user'});
    expect(desk.part(id)?.phase).toBe('wrap-up');
    simulator.mailServerRefuses();
    expect(await reply()).toBe('ok');
    await clock.pass(1_000);
    expect(deliveries(mails())).toEqual(['in', 'failed', 'sent']);
  });

  it('comes back as a new contact where it fails when nobody has its thread any more', async () => {
    const {simulator, reply, wrapUp, clock, desk, id, stage, mails} = await open();
    simulator.mailServerRefuses('550 no such user');
    await reply();
    await wrapUp();
    await clock.pass(2_000);
    const next = simulator.currentThread(id);
    expect(next).not.toBe(id);
    expect(await stage.does(desk, {type: 'interaction.accept', interactionId: next})).toBe('ok');
    expect(mails(next)).toMatchObject([{direction: 'in'}, {delivery: 'failed', failure: '550 no such user'}]);
  });

  it('shows images that were uploaded for its text, judged by their content', async () => {
    const {upload, reply, mails, fetched} = await open();
    const sent = await upload(new File([PIXEL], 'dot.dat'), {inline: true});
    expect(sent).toMatchObject({ok: true, attachment: {name: 'dot.dat', type: 'image/png', inline: true}});
    const id = sent.ok ? sent.attachment.id : '';
    const fake = await upload(new File(['<svg/>'], 'a.png'), {inline: true});
    expect(fake).toMatchObject({ok: false, refusal: {code: 'DW_FILE_TYPE'}});
    const listed = await upload(new File([PIXEL], 'dot.dat'));
    expect(listed).toMatchObject({ok: false, refusal: {code: 'DW_FILE_TYPE'}});
    expect(await reply({html: `<p><img src="cid:${id}"></p>`, attachmentIds: [id]})).toBe('ok');
    expect(mails()[1]?.attachments).toMatchObject([{id, inline: true, contentId: id}]);
    expect(await fetched(id)).toBeInstanceOf(Blob);
  });
});

describe('the past of a mail', () => {
  it('that a colleague had is read with its files for as long as one has to do with its customer', async () => {
    const past = sampleCustomers('en').map(({name = '', email = ''}) => ({name, from: email}));
    const {stage, simulator, clock} = await open();
    const desk = await stage.desk('park');
    const wanted = async (customerOf: string) => {
      const asked = desk.query({type: 'history.customer', interactionId: customerOf, limit: 50});
      await clock.pass(0);
      const listed = await asked;
      const entries = listed.ok ? listed.answer.entries : [];
      return entries.find(({subject, agent}) => subject === 'Invoice for October' && agent?.id !== 'park');
    };
    const fetch = async (interactionId: string, customerOf?: string) => {
      const attachmentId = `${interactionId}-2-file`;
      const as = customerOf === undefined ? {} : {customerOf};
      const asked = desk.session.download?.({interactionId, attachmentId, ...as});
      await clock.pass(0);
      const result = await asked;
      return result?.ok ? result.file.type : result?.refusal.code;
    };
    let found = 0;
    for (const customer of past) {
      const id = simulator.mailArrives({...customer, subject: 'Again', text: 'Me again.'});
      simulator.colleague('yoon').does({type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
      await clock.pass(600);
      await stage.does(desk, {type: 'interaction.accept', interactionId: id});
      const entry = await wanted(id);
      if (entry) {
        found += 1;
        expect(await fetch(entry.interactionId)).toBe('DW_FILE_UNKNOWN');
        expect(await fetch(entry.interactionId, id)).toBe('application/pdf');
        expect(await fetch(entry.interactionId, 'other')).toBe('DW_FILE_UNKNOWN');
      }
      await stage.does(desk, {type: 'interaction.end', interactionId: id});
      await stage.does(desk, {type: 'wrap-up.submit', interactionId: id, reasonIds: ['resolved']});
    }
    expect(found).toBeGreaterThan(0);
  });

  it('can be read with its files by whoever may read it', async () => {
    const {desk, clock, simulator} = await open();
    const asked = desk.query({type: 'history.mine', channel: 'email', limit: 50});
    await clock.pass(0);
    const listed = await asked;
    const entries = listed.ok ? listed.answer.entries : [];
    const entry = entries.find(({subject}) => subject === 'Invoice for October');
    const wanted = desk.query({
      type: 'history.content',
      interactionId: entry?.interactionId ?? '',
      limit: 10,
    });
    await clock.pass(0);
    const past = await wanted;
    const content = past.ok ? past.answer.content : undefined;
    const mail = content?.kind === 'email' ? content.thread.mails[1] : undefined;
    const [file] = mail?.attachments ?? [];
    expect(mail?.html).toContain('31 October');
    expect(file).toMatchObject({name: '10월 청구서.pdf', type: 'application/pdf'});
    const fetch = async (attachmentId: string) => {
      const result = desk.download(entry?.interactionId ?? '', attachmentId);
      await clock.pass(0);
      return result;
    };
    const bytes = await fetch(file?.id ?? '');
    expect(bytes.ok && bytes.file.size).toBe(file?.size);
    expect(await fetch('past-1-1-file')).toMatchObject({ok: false, refusal: {code: 'DW_FILE_UNKNOWN'}});
    expect(simulator.centre.interactions.has(entry?.interactionId ?? '')).toBe(false);
  });
});

import {afterEach, describe, expect, it} from 'vitest';
import {fakeClock} from '@deskwire/testing';
import type {Attachment, Command, TenantConfig} from '@deskwire/domain';
import type {Upload, UploadResult} from '@deskwire/stream';
import type {SimulatorOptions} from '../options.js';
import {sampleTenant} from '../sample/tenant.js';
import {TestDesk} from '../test-kit/desk.js';
import {Stage, toldOf} from '../test-kit/stage.js';

const opened: Stage[] = [];
afterEach(() => {
  for (const {simulator} of opened.splice(0)) simulator.close();
});

const pdf = (name = 'bill.pdf', bytes = '%PDF-1.7') => new File([bytes], name, {type: 'text/html'});

/** A chat between a desk and a visitor's page, with ways to send files. */
const open = async (options: SimulatorOptions = {}) => {
  const stage = new Stage(fakeClock(), options);
  opened.push(stage);
  const {simulator, clock} = stage;
  const desk = await stage.desk('yoon');
  const id = await stage.chat(desk);
  const page = await stage.page(id);
  const parts: number[] = [];
  const begin = (from: TestDesk, file = pdf(), more: Partial<Upload> = {}) => {
    const seen: {result?: UploadResult} = {};
    const onProgress = (part: number) => parts.push(part);
    void from.upload({interactionId: id, file, onProgress, ...more}).then((result) => (seen.result = result));
    return seen;
  };
  const upload = async (from: TestDesk, file = pdf()): Promise<Attachment> => {
    const seen = begin(from, file);
    await clock.pass(2_000);
    if (!seen.result?.ok) throw new Error(JSON.stringify(seen));
    return seen.result.attachment;
  };
  const send = (from: TestDesk, ...attachmentIds: readonly string[]) =>
    stage.does(from, {type: 'message.send', interactionId: id, text: '', attachmentIds});
  const download = async (from: TestDesk, attachmentId: string, of = id) => {
    const asked = from.download(of, attachmentId);
    await clock.pass(0);
    const result = await asked;
    return result.ok ? result.file : result.refusal.code;
  };
  const attachments = (from: TestDesk): readonly Attachment[] => {
    const {content} = from.interaction(id);
    return content.kind === 'chat' ? content.transcript.messages.flatMap((one) => one.attachments ?? []) : [];
  };
  return {stage, simulator, clock, desk, page, id, parts, begin, upload, send, download, attachments};
};

const codeOf = ({result}: {result?: UploadResult}) => (result?.ok === false ? result.refusal.code : result);

const holding = (unreadable: TenantConfig['cardData']['unreadable']): SimulatorOptions => ({
  tenant: sampleTenant('en', {cardData: {action: 'redact', unreadable}}),
});

describe('a file', () => {
  it('goes both ways: uploaded over time, sent with a message, fetched by the other side', async () => {
    const {desk, page, clock, parts, begin, send, download, attachments} = await open();
    const seen = begin(page, pdf(' Bill.PDF '));
    await clock.pass(600);
    expect(parts.at(-1)).toBe(0.5);
    expect(seen.result).toBeUndefined();
    await clock.pass(600);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts.at(-1)).toBe(1);
    const file = {id: expect.any(String), name: 'Bill.PDF', type: 'application/pdf', size: 8};
    expect(seen.result).toEqual({ok: true, attachment: file});
    const {id} = seen.result?.ok ? seen.result.attachment : {id: ''};
    expect(await download(desk, id)).toBe('DW_FILE_UNKNOWN');
    expect(await send(page, id)).toBe('ok');
    expect(attachments(desk)).toEqual([file]);
    const bytes = await download(desk, id);
    if (typeof bytes === 'string') throw new Error(bytes);
    expect([await bytes.text(), bytes.type]).toEqual(['%PDF-1.7', 'application/pdf']);
  });

  it('is used once, by its sender, for its conversation', async () => {
    const {stage, desk, page, upload, send, attachments, download} = await open();
    const {id} = await upload(page);
    expect(await send(desk, id)).toBe('DW_FILE_UNKNOWN');
    expect(await send(page, id, id)).toBe('DW_FILE_UNKNOWN');
    expect(await send(page, id, 'file-99')).toBe('DW_FILE_UNKNOWN');
    const other = await stage.chat(desk, {text: 'Second'});
    const strangers = await stage.page(other);
    const elsewhere: Command = {
      type: 'message.send',
      interactionId: other,
      text: 'Mine',
      attachmentIds: [id],
    };
    expect(await stage.does(desk, elsewhere)).toBe('DW_FILE_UNKNOWN');
    expect(await send(page, id)).toBe('ok');
    expect(await send(page, id)).toBe('DW_FILE_UNKNOWN');
    expect(attachments(desk)).toHaveLength(1);
    expect(await download(strangers, id)).toBe('DW_FILE_UNKNOWN');
    expect(await download(strangers, id, other)).toBe('DW_FILE_UNKNOWN');
    expect(await download(page, id)).toBeInstanceOf(Blob);
  });

  it('keeps the order of its message, and is counted there', async () => {
    const {desk, upload, send, attachments} = await open();
    const names = ['a.pdf', 'b.pdf', 'c.pdf'];
    const files: Attachment[] = [];
    for (const name of names) files.push(await upload(desk, pdf(name)));
    const [a, b, c] = files.map(({id}) => id);
    expect(await send(desk, c ?? '', a ?? '', b ?? '')).toBe('ok');
    expect(attachments(desk).map(({name}) => name)).toEqual(['c.pdf', 'a.pdf', 'b.pdf']);
    const many: string[] = [];
    for (let count = 0; count < 11; count += 1) many.push((await upload(desk)).id);
    expect(await send(desk, ...many)).toBe('DW_FILE_TOO_MANY');
  });

  it.each([
    ['DW_FILE_EMPTY', pdf('bill.pdf', '')],
    ['DW_FILE_TYPE', pdf('setup.exe')],
    ['DW_FILE_NAME', pdf('bill\u202egpj.pdf')],
  ])('is refused with %s at once', async (code, file) => {
    const {desk, clock, parts, begin} = await open();
    const seen = begin(desk, file);
    await clock.pass(0);
    expect([codeOf(seen), parts]).toEqual([code, []]);
  });

  it('is refused where files are off, the backend has none, or nobody may write', async () => {
    const {chat} = sampleTenant('en');
    const off = sampleTenant('en', {chat: {...chat, attachments: {...chat.attachments, enabled: false}}});
    for (const [options, code] of [
      [{tenant: off}, 'DW_FILE_OFF'],
      [{capabilities: {features: ['typing']}}, 'DW_CAPABILITY_MISSING'],
    ] as const) {
      const {desk, clock, begin, download} = await open(options);
      const seen = begin(desk);
      await clock.pass(0);
      expect(codeOf(seen)).toBe(code);
      expect(await download(desk, 'file-1')).toMatch(/DW_FILE_UNKNOWN|DW_CAPABILITY_MISSING/);
    }
    const {simulator, id, desk, page, clock, begin} = await open();
    const late = begin(desk);
    await clock.pass(600);
    simulator.customerLeaves(id);
    await clock.pass(2_000);
    expect(codeOf(late)).toBe('DW_CHAT_CUSTOMER_LEFT');
    const other = begin(page, pdf(), {interactionId: 'chat-99'});
    await clock.pass(0);
    expect(codeOf(other)).toBe('DW_INTERACTION_UNKNOWN');
  });

  it('can still be fetched when the chat is over, by those who were in it', async () => {
    const {stage, simulator, clock, desk, page, id, upload, send, download} = await open();
    const file = await upload(page);
    const unsent = await upload(page);
    await send(page, file.id);
    await stage.does(desk, {type: 'interaction.end', interactionId: id});
    await stage.does(desk, {type: 'wrap-up.submit', interactionId: id, reasonIds: ['resolved']});
    await clock.pass(0);
    expect(simulator.centre.interactions.has(id)).toBe(false);
    expect(await download(desk, file.id)).toBeInstanceOf(Blob);
    expect(await download(await stage.desk('park'), file.id)).toBe('DW_FILE_UNKNOWN');
    expect(await download(page, unsent.id)).toBe('DW_FILE_UNKNOWN');
  });

  it('has no card number in its name when it is told', async () => {
    const {desk, upload, send, attachments} = await open();
    await send(desk, (await upload(desk, pdf('card 4111 1111 1111 1111.pdf'))).id);
    expect(attachments(desk)[0]?.name).not.toMatch(/\d/);
  });
});

describe('an upload', () => {
  it('is cancelled by its signal, whenever that comes', async () => {
    for (const ms of [undefined, 0, 700, 1_199]) {
      const {desk, clock, parts, begin} = await open();
      const abort = new AbortController();
      if (ms === undefined) abort.abort();
      const seen = begin(desk, pdf(), {signal: abort.signal});
      await clock.pass(ms ?? 0);
      abort.abort();
      const told = parts.length;
      await clock.pass(3_000);
      expect(codeOf(seen)).toBe('DW_FILE_BROKEN');
      expect(parts).toHaveLength(told);
      expect(clock.waiting).toBe(0);
    }
  });

  it('is broken off with the session, and nothing is kept', async () => {
    for (const breaks of ['networkDrops', 'close'] as const) {
      const {simulator, desk, clock, parts, begin} = await open();
      const seen = begin(desk);
      await clock.pass(500);
      if (breaks === 'close') desk.session.close();
      else simulator.networkDrops();
      const told = parts.length;
      await clock.pass(3_000);
      expect([codeOf(seen), parts.length]).toEqual(['DW_FILE_BROKEN', told]);
      const after = begin(desk);
      await clock.pass(0);
      expect(codeOf(after)).toBe('DW_FILE_BROKEN');
    }
  });

  it('fails once where the story says so, and goes on stalling until it does not', async () => {
    const {simulator, desk, clock, parts, begin} = await open();
    simulator.uploadsFail('DW_FILE_CARD', 0.25);
    const first = begin(desk);
    await clock.pass(2_000);
    expect([codeOf(first), parts.at(-1)]).toEqual(['DW_FILE_CARD', 0.25]);
    simulator.uploadsFail();
    const second = begin(desk);
    await clock.pass(2_000);
    expect([codeOf(second), parts.at(-1)]).toEqual(['DW_FILE_BROKEN', 0.5]);
    simulator.uploadsStall(0.6);
    const third = begin(desk);
    await clock.pass(60_000);
    expect([third.result, parts.at(-1)]).toEqual([undefined, 0.6]);
    simulator.uploadsGoOn();
    await clock.pass(600);
    expect(third.result).toMatchObject({ok: true});
  });

  it('that has stalled can be cancelled, and does not come back', async () => {
    const {simulator, desk, clock, begin} = await open();
    simulator.uploadsStall(1);
    const abort = new AbortController();
    const seen = begin(desk, pdf(), {signal: abort.signal});
    await clock.pass(5_000);
    expect(seen.result).toBeUndefined();
    abort.abort();
    simulator.uploadsGoOn();
    await clock.pass(5_000);
    expect(codeOf(seen)).toBe('DW_FILE_BROKEN');
  });

  it('tells nothing more of what was still on its way when it was cancelled', async () => {
    const clock = fakeClock();
    const stage = new Stage(clock, {latencyMs: 100, pace: {uploadMs: 200}});
    opened.push(stage);
    const id = stage.simulator.chatArrives({text: 'Hello'});
    const page = new TestDesk(stage.simulator.visitorPort(id));
    await clock.pass(500);
    const abort = new AbortController();
    const parts: number[] = [];
    const onProgress = (part: number) => parts.push(part);
    const uploading = page.upload({interactionId: id, file: pdf(), signal: abort.signal, onProgress});
    await clock.pass(305);
    expect(parts).toHaveLength(10);
    abort.abort();
    await clock.pass(1_000);
    expect([await uploading, parts.length]).toMatchObject([{refusal: {code: 'DW_FILE_BROKEN'}}, 10]);
  });

  it('waits while the backend takes nothing', async () => {
    const {simulator, desk, clock, parts, begin} = await open();
    simulator.backendStalls();
    const seen = begin(desk);
    await clock.pass(5_000);
    expect(parts).toEqual([]);
    simulator.backendGoesOn();
    await clock.pass(1_200);
    expect(seen.result).toMatchObject({ok: true});
  });
});

describe('a file that nobody could look into', () => {
  it('waits for a supervisor where admin wants that, who lets it through', async () => {
    const {simulator, desk, page, id, upload, send, download, attachments} = await open(holding('hold'));
    const file = await upload(page);
    expect(file.held).toBe(true);
    await send(page, file.id);
    expect(attachments(desk)).toEqual([file]);
    expect(await download(desk, file.id)).toBe('DW_FILE_HELD');
    expect(simulator.releasesFile(id, 'file-99')).toMatchObject({refusal: {code: 'DW_FILE_UNKNOWN'}});
    expect(simulator.releasesFile(id, file.id)).toEqual({ok: true});
    expect(await download(desk, file.id)).toBeInstanceOf(Blob);
    expect(toldOf(desk, 'attachment.released')).toHaveLength(1);
    expect(attachments(page)[0]).not.toHaveProperty('held');
    expect(simulator.releasesFile(id, file.id)).toMatchObject({ok: false});
  });

  it('is taken out by them, or released before anybody sent it', async () => {
    const {simulator, desk, page, id, upload, send, download, attachments} = await open(holding('hold'));
    const file = await upload(page);
    await send(page, file.id);
    expect(simulator.dropsFile(id, file.id)).toEqual({ok: true});
    expect(await download(desk, file.id)).toBe('DW_FILE_UNKNOWN');
    expect(attachments(desk)).toEqual([]);
    const second = await upload(page);
    expect(simulator.releasesFile(id, second.id)).toEqual({ok: true});
    await send(page, second.id);
    expect(attachments(desk)).toEqual([{...second, held: undefined}]);
  });

  it('is not taken where admin wants that', async () => {
    const {desk, clock, begin} = await open(holding('drop'));
    const seen = begin(desk);
    await clock.pass(2_000);
    expect(codeOf(seen)).toBe('DW_FILE_UNREADABLE');
  });
});

describe('files without a desk or a page', () => {
  it('are sent by customers and colleagues at once, or refused as from there', async () => {
    const {stage, simulator, desk, id, attachments} = await open();
    expect(simulator.customerSendsFile(id, pdf('photo.png'), 'Here')).toEqual({ok: true});
    expect(simulator.customerSendsFile(id, pdf('virus.exe'))).toMatchObject({
      refusal: {code: 'DW_FILE_TYPE'},
    });
    const yoon = simulator.colleague('yoon');
    expect(yoon.sendsFile(pdf('form.pdf'))).toEqual({ok: true});
    expect(yoon.sendsFile(pdf('form.pdf', ''))).toMatchObject({refusal: {code: 'DW_FILE_EMPTY'}});
    await stage.clock.pass(0);
    expect(attachments(desk).map(({name}) => name)).toEqual(['photo.png', 'form.pdf']);
    expect(desk.said(id).slice(-2)).toEqual(['customer: Here', 'agent: ']);
  });
});

import {statSync} from 'node:fs';
import {join} from 'node:path';

import {afterEach, describe, expect, it} from 'vitest';

import type {Attachment, Message, TenantConfig} from '@deskwire/domain';

import {READING_LIMITS} from './inspection/reading.js';
import type {GatewayOptions} from './options.js';
import type {WireDesk} from './test-support/desk.js';
import {docx} from './test-support/document-samples.js';
import {demoWith, eventually, Harness, pass} from './test-support/harness.js';
import {phaseOf} from './test-support/look.js';
import {SAMPLES} from './test-support/samples.js';
import {FileClient, inspectHere, storedFiles} from './test-support/upload.js';

const MEGABYTE = 1_000_000;
const FLOW_TOKEN = 'an-integration-token-of-more-than-32-characters';

type Policy = TenantConfig['chat']['attachments'];

const policy = (set: Partial<Policy> = {}): Policy => ({
  enabled: true,
  maxFiles: 3,
  maxTotalBytes: MEGABYTE,
  types: ['.txt', '.pdf', '.docx', '.html', '.png'],
  ...set,
});

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A Word document that says what it is, with a text in so many runs. */
const wordWith = async (parts: Record<string, Buffer>, ...runs: readonly string[]): Promise<Buffer> =>
  Buffer.from(
    await docx([runs], {
      '[Content_Types].xml': `<Types><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`,
      ...parts,
    }),
  );

/** A chat between a visitor and an agent, and both with files. */
class Chat {
  readonly harness: Harness;
  readonly id: string;
  readonly yoon: WireDesk;
  readonly visitor: WireDesk;
  readonly token: string;
  readonly mine: FileClient;
  readonly theirs: FileClient;

  constructor(harness: Harness, parts: Pick<Chat, 'id' | 'yoon' | 'visitor' | 'token'>, agentToken: string) {
    this.harness = harness;
    this.id = parts.id;
    this.yoon = parts.yoon;
    this.visitor = parts.visitor;
    this.token = parts.token;
    this.mine = new FileClient(harness.url, parts.token, parts.id);
    this.theirs = new FileClient(harness.url, agentToken, parts.id);
  }

  send(who: WireDesk, attachmentIds: readonly string[], id?: string) {
    return who.ask({type: 'message.send', interactionId: this.id, text: 'Here', attachmentIds}, id);
  }

  async refused(who: WireDesk, attachmentIds: readonly string[]): Promise<string> {
    const result = await this.send(who, attachmentIds);
    return result.ok ? 'done' : result.refusal.code;
  }

  /** The newest message that a desk has. */
  last(desk: WireDesk): Message | undefined {
    const content = desk.state.interactions.get(this.id)?.content;
    return content?.kind === 'chat' ? content.transcript.messages.at(-1) : undefined;
  }

  /** The files of the newest message, once it has some. */
  files(desk: WireDesk): Promise<readonly Attachment[]> {
    return desk.until('the files', () => {
      const {attachments} = this.last(desk) ?? {};
      return attachments?.length ? attachments : undefined;
    });
  }
}

describe('files over the wire', {timeout: 30_000}, () => {
  let harness: Harness | undefined;
  afterEach(async () => {
    await harness?.stop();
    harness = undefined;
  });

  const start = async (
    set: Partial<Policy> = {},
    options: Partial<GatewayOptions> = {},
    tenant: Partial<TenantConfig> = {},
  ): Promise<Chat> => {
    const config = demoWith({chat: {attachments: policy(set), responses: []}, ...tenant});
    harness = await Harness.start({config, inspect: inspectHere(), flowToken: FLOW_TOKEN, ...options});
    return chat(harness, 'yoon');
  };

  const chat = async (on: Harness, user: string): Promise<Chat> => {
    const agentToken = await on.token(user);
    const yoon = await on.open(agentToken);
    await yoon.do({type: 'agent.set-state', to: {state: 'available'}});
    const {interactionId: id, token} = await on.visit({name: 'Kim'});
    const visitor = await on.open(token);
    await yoon.interaction('the offer', (one) => one.id === id && phaseOf(one, user) === 'offered');
    await yoon.do({type: 'interaction.accept', interactionId: id});
    return new Chat(on, {id, yoon, visitor, token}, agentToken);
  };

  const integration = (path: string, method = 'GET', token = FLOW_TOKEN) =>
    fetch(`${harness?.url ?? ''}/api/held-files${path}`, {
      method,
      headers: {authorization: `Bearer ${token}`},
    });

  it('[CHAT-5] go from the visitor to the agent and back, byte for byte', async () => {
    const one = await start();
    const {mine, theirs, yoon, visitor} = one;
    const text = await mine.sent('견적서.txt', SAMPLES.text);
    const pdf = await mine.sent('계약.pdf', SAMPLES.pdf);
    const {length: size} = SAMPLES.text;
    expect(text).toEqual({id: text.id, name: '견적서.txt', type: 'text/plain', size});
    expect(await one.send(visitor, [pdf.id, text.id])).toMatchObject({ok: true});
    expect(await one.files(yoon)).toEqual([pdf, text]);
    const response = await theirs.get(pdf.id);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(SAMPLES.pdf);
    const back = await theirs.sent('answer.docx', SAMPLES.docx);
    await one.send(yoon, [back.id]);
    await visitor.until('the answer', () => one.last(visitor)?.attachments?.some(({id}) => id === back.id));
    expect(Buffer.from(await (await mine.get(back.id)).arrayBuffer())).toEqual(SAMPLES.docx);
  });

  it('are given out to be kept, never to be shown', async () => {
    const one = await start();
    const page = await one.mine.sent('<img onerror=x>.html', SAMPLES.html);
    expect(page.name).toBe('<img onerror=x>.html');
    await one.send(one.visitor, [page.id]);
    const {headers} = await one.theirs.get(page.id);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition':
        'attachment; filename="_img_onerror_x_.html"; filename*=UTF-8\'\'%3Cimg%20onerror%3Dx%3E.html',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'content-length': String(SAMPLES.html.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('lie in a directory of their own, for the owner only, under names that say nothing', async () => {
    const one = await start();
    await one.mine.sent('a.txt', SAMPLES.text);
    const {data} = one.harness;
    expect(statSync(join(data, 'files')).mode & 0o777).toBe(0o700);
    expect(storedFiles(data)).toEqual([{size: SAMPLES.text.length, mode: 0o600}]);
    expect(one.harness.logLines.join('')).not.toContain('a.txt');
  });

  it.each([
    ['run.exe', SAMPLES.exe, 415, {code: 'DW_FILE_TYPE'}],
    ['no ending', SAMPLES.text, 415, {code: 'DW_FILE_TYPE'}],
    ['a.txt.exe', SAMPLES.text, 415, {code: 'DW_FILE_TYPE'}],
    ['invoice.pdf', SAMPLES.exe, 415, {code: 'DW_FILE_MISMATCH', params: {name: 'invoice.pdf'}}],
    ['a.docx', SAMPLES.zip, 415, {code: 'DW_FILE_MISMATCH'}],
    ['empty.txt', '', 400, {code: 'DW_FILE_EMPTY', params: {name: 'empty.txt'}}],
    ['../a.txt', SAMPLES.text, 400, {code: 'DW_FILE_NAME'}],
    ['a\u202etxt.exe', SAMPLES.text, 400, {code: 'DW_FILE_NAME'}],
    [
      'big.txt',
      Buffer.alloc(MEGABYTE + 1, 'a'),
      413,
      {code: 'DW_FILE_TOO_LARGE', params: {name: 'big.txt', max: 1}},
    ],
  ])('are refused with the reason, and leave nothing: %s', async (name, content, status, refusal) => {
    const one = await start();
    expect(await one.mine.send(name, content)).toMatchObject({status, refusal});
    expect(storedFiles(one.harness.data)).toEqual([]);
    expect(await one.harness.gateway.core.store.files.totals()).toEqual({files: 0, bytes: 0});
  });

  it('are refused where admin has none', async () => {
    const one = await start({enabled: false});
    expect(await one.mine.send('a.txt', SAMPLES.text)).toMatchObject({
      status: 403,
      refusal: {code: 'DW_FILE_OFF', kind: 'permission'},
    });
  });

  it('are cut at once when they grow past the limit', async () => {
    const one = await start();
    const upload = one.mine.begin('growing.txt');
    let sent = 0;
    let isOver = false;
    void upload.over.then(() => (isOver = true));
    for (; !isOver && sent < 30 * MEGABYTE; sent += 100_000) await upload.write(Buffer.alloc(100_000, 'a'));
    expect(sent).toBeLessThan(20 * MEGABYTE);
    expect(await upload.answer).toMatchObject({status: 413, refusal: {code: 'DW_FILE_TOO_LARGE'}});
    expect(storedFiles(one.harness.data)).toEqual([]);
    upload.cut();
  });

  it('that are cut at half leave nothing, and the sender can begin again', async () => {
    const one = await start();
    for (const length of [undefined, 900_000]) {
      const upload = one.mine.begin('half.txt', length);
      await upload.write(Buffer.alloc(400_000, 'a'));
      await eventually('the beginning', () => storedFiles(one.harness.data).some(({size}) => size > 0));
      upload.cut();
      await eventually('nothing to be left', () => storedFiles(one.harness.data).length === 0);
    }
    await eventually('nothing in the store', async () => {
      const {files} = await one.harness.gateway.core.store.files.totals();
      return files === 0;
    });
    expect(await one.mine.send('half.txt', 'whole')).toMatchObject({status: 201});
  });

  it('that come too slowly, or stop, are cut', async () => {
    const one = await start({}, {files: {idleSeconds: 0.5, leastBytesPerSecond: 50_000}});
    const silent = one.mine.begin('silent.txt');
    await silent.write('begins');
    const slow = one.theirs.begin('slow.txt');
    let isOver = false;
    void slow.over.then(() => (isOver = true));
    while (!isOver) {
      await slow.write('x');
      await pass(50);
    }
    expect((await silent.answer).refusal?.code).toBe('DW_FILE_BROKEN');
    expect((await slow.answer).refusal?.code).toBe('DW_FILE_BROKEN');
    expect(storedFiles(one.harness.data)).toEqual([]);
    silent.cut();
    slow.cut();
  });

  it('of one sender come so many at a time, and so often', async () => {
    const files = {atOnce: {customer: 2, agent: 2}, uploadRate: {burst: 4, perSecond: 0.01}};
    const one = await start({}, {files});
    const open = ['a.txt', 'b.txt'].map((name) => one.mine.begin(name));
    for (const upload of open) await upload.write('x');
    await eventually('both', () => storedFiles(one.harness.data).length === 2);
    expect(await one.mine.send('c.txt', 'c')).toMatchObject({status: 429, refusal: {code: 'DW_WIRE_RATE'}});
    // Nobody else waits for them.
    expect(await one.theirs.send('d.txt', 'd')).toMatchObject({status: 201});
    for (const upload of open) upload.end();
    for (const upload of open) expect(await upload.answer).toMatchObject({status: 201});
    expect(await one.mine.send('e.txt', 'e')).toMatchObject({status: 201});
    // The two, the one that was refused for being the third, and this one.
    expect(await one.mine.send('f.txt', 'f')).toMatchObject({status: 201});
    expect(await one.mine.send('g.txt', 'g')).toMatchObject({refusal: {code: 'DW_WIRE_RATE'}});
  });

  it('have only so much room: of the interaction, of the gateway, of the disk', async () => {
    const one = await start({}, {files: {interactionBytes: 10, totalBytes: 15}});
    await one.mine.sent('a.txt', '12345678');
    expect(await one.mine.send('b.txt', '12345678')).toMatchObject({
      status: 507,
      refusal: {code: 'DW_FILE_FULL', kind: 'transport'},
    });
    const other = await one.harness.visit();
    const theirs = new FileClient(one.harness.url, other.token, other.interactionId);
    await theirs.sent('c.txt', '1234567');
    expect(await theirs.send('d.txt', '1')).toMatchObject({refusal: {code: 'DW_FILE_FULL'}});
    expect(storedFiles(one.harness.data)).toHaveLength(2);
    await one.harness.stop();
    const full = await start({}, {files: {spareBytes: Number.MAX_SAFE_INTEGER}});
    expect(await full.mine.send('e.txt', 'e')).toMatchObject({refusal: {code: 'DW_FILE_FULL'}});
  });

  it('belong to their conversation: no other token opens them, and none sends to another', async () => {
    const one = await start();
    const file = await one.mine.sent('a.txt', SAMPLES.text);
    await one.send(one.visitor, [file.id]);
    await one.files(one.yoon);
    const other = await one.harness.visit({name: 'Lee'});
    const stranger = new FileClient(one.harness.url, other.token, one.id);
    const elsewhere = new FileClient(one.harness.url, other.token, other.interactionId);
    expect(await stranger.refused(file.id)).toBe('DW_INTERACTION_UNKNOWN');
    expect(await elsewhere.refused(file.id)).toBe('DW_FILE_UNKNOWN');
    expect(await stranger.send('b.txt', 'b')).toMatchObject({status: 404});
    const park = new FileClient(one.harness.url, await one.harness.token('park'), one.id);
    expect(await park.refused(file.id)).toBe('DW_FILE_UNKNOWN');
    expect(await park.send('b.txt', 'b')).toMatchObject({refusal: {code: 'DW_INTERACTION_UNKNOWN'}});
    for (const token of ['', 'nonsense', FLOW_TOKEN]) {
      const nobody = new FileClient(one.harness.url, token, one.id);
      expect((await nobody.get(file.id)).status).toBe(401);
      expect((await nobody.send('b.txt', 'b')).status).toBe(401);
    }
    const {status} = await fetch(`${one.harness.url}/api/interactions/${one.id}/files/${file.id}`, {
      headers: {authorization: `Bearer ${one.token}`, origin: 'https://evil.example', host: 'evil.example'},
    });
    expect(status).toBe(200);
  });

  it('are not taken from a page of a foreign origin', async () => {
    const one = await start({}, {origins: ['https://shop.example']});
    expect(await one.mine.send('a.txt', 'a', {origin: 'https://evil.example'})).toMatchObject({status: 403});
    expect(await one.mine.send('a.txt', 'a', {origin: 'https://shop.example'})).toMatchObject({status: 201});
    const preflight = await fetch(`${one.harness.url}/api/interactions/x/files`, {
      method: 'OPTIONS',
      headers: {origin: 'https://shop.example'},
    });
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-file-name');
    expect(preflight.headers.get('access-control-allow-methods')).toContain('DELETE');
  });

  it('can be used once, by whoever sent them, where they were sent to, in the order that is asked for', async () => {
    const one = await start();
    const a = await one.mine.sent('a.txt', 'a');
    const b = await one.mine.sent('b.txt', 'b');
    const c = await one.mine.sent('c.txt', 'c');
    const d = await one.mine.sent('d.txt', 'd');
    expect(await one.theirs.refused(a.id)).toBe('DW_FILE_UNKNOWN');
    expect(await one.refused(one.yoon, [a.id])).toBe('DW_FILE_UNKNOWN');
    expect(await one.refused(one.visitor, [a.id, a.id])).toBe('DW_FILE_UNKNOWN');
    expect(await one.refused(one.visitor, [a.id, 'nothing'])).toBe('DW_FILE_UNKNOWN');
    expect(await one.refused(one.visitor, [a.id, b.id, c.id, d.id])).toBe('DW_FILE_TOO_MANY');
    expect(await one.send(one.visitor, [b.id, a.id], 'mine')).toMatchObject({ok: true});
    expect((await one.files(one.yoon)).map(({name}) => name)).toEqual(['b.txt', 'a.txt']);
    // The same command again is the same message, not another one.
    expect(await one.send(one.visitor, [b.id, a.id], 'mine')).toMatchObject({ok: true});
    expect(await one.refused(one.visitor, [a.id])).toBe('DW_FILE_UNKNOWN');
    const both = await Promise.all([one.refused(one.visitor, [c.id]), one.refused(one.visitor, [c.id])]);
    expect(both.sort()).toEqual(['DW_FILE_UNKNOWN', 'done']);
    const posted = () => one.yoon.facts.filter((fact) => fact.type === 'message.posted').length;
    await one.yoon.until('the second message', () => posted() > 1);
    expect(posted()).toBe(2);
  });

  it('together are no more than one message may have', async () => {
    const one = await start();
    const [a, b] = await Promise.all(
      ['a.txt', 'b.txt'].map((name) => one.mine.sent(name, Buffer.alloc(600_000, 'a'))),
    );
    expect(await one.refused(one.visitor, [a?.id ?? '', b?.id ?? ''])).toBe('DW_FILE_TOO_LARGE');
    expect(await one.refused(one.visitor, [b?.id ?? ''])).toBe('done');
  });

  it('can be taken back before they are sent, and wait no longer than they may', async () => {
    let time = Date.now();
    const one = await start(
      {maxFiles: 1},
      {now: () => time, files: {unsentMessages: 2, keepUnsentSeconds: 600}},
    );
    const a = await one.mine.sent('a.txt', 'a');
    const b = await one.mine.sent('b.txt', 'b');
    expect(await one.mine.send('c.txt', 'c')).toMatchObject({refusal: {code: 'DW_FILE_TOO_MANY'}});
    expect(await one.theirs.refused(a.id, one.id, 'DELETE')).toBe('DW_FILE_UNKNOWN');
    expect(await one.mine.refused(a.id, one.id, 'DELETE')).toBe('done');
    expect(await one.mine.refused(a.id, one.id, 'DELETE')).toBe('DW_FILE_UNKNOWN');
    expect(await one.refused(one.visitor, [a.id])).toBe('DW_FILE_UNKNOWN');
    expect(storedFiles(one.harness.data)).toHaveLength(1);
    await one.send(one.visitor, [b.id]);
    expect(await one.mine.refused(b.id, one.id, 'DELETE')).toBe('DW_FILE_UNKNOWN');
    const late = await one.mine.sent('late.txt', 'late');
    time += 601_000;
    expect(await one.refused(one.visitor, [late.id])).toBe('DW_FILE_UNKNOWN');
    time += 60_000;
    await one.harness.halt();
    await one.harness.run();
    expect(storedFiles(one.harness.data).map(({size}) => size)).toEqual([1]);
  });

  it('that were not sent yet can be sent after a restart', async () => {
    const one = await start();
    const file = await one.mine.sent('a.txt', SAMPLES.text);
    await one.harness.halt();
    await one.harness.run();
    const back = await one.harness.open(one.token);
    expect(await one.send(back, [file.id])).toMatchObject({ok: true});
    expect(await one.mine.refused(file.id)).toBe('done');
  });

  it('of a contact that is over are there for its customer and its agent', async () => {
    const one = await start();
    const file = await one.mine.sent('a.txt', SAMPLES.text);
    await one.send(one.visitor, [file.id]);
    await one.files(one.yoon);
    await one.yoon.do({type: 'interaction.end', interactionId: one.id});
    expect(await one.mine.send('late.txt', 'late')).toMatchObject({refusal: {code: 'DW_INTERACTION_ENDED'}});
    await one.yoon.do({type: 'wrap-up.submit', interactionId: one.id, reasonIds: ['resolved']});
    await one.yoon.until('it to be gone', () => !one.yoon.state.interactions.has(one.id));
    expect(await one.theirs.refused(file.id)).toBe('done');
    expect(await one.mine.refused(file.id)).toBe('done');
    const park = new FileClient(one.harness.url, await one.harness.token('park'), one.id);
    expect(await park.refused(file.id)).toBe('DW_FILE_UNKNOWN');
  });

  describe('with card data', () => {
    const redact = (unreadable: TenantConfig['cardData']['unreadable']) => ({
      cardData: {action: 'redact', unreadable} as const,
    });

    it('[CHAT-8] are dropped with the reason, wherever the number stands', async () => {
      const one = await start({}, {}, redact('allow'));
      for (const [name, content] of [
        ['card.txt', 'my card: 4111-1111-1111-1111'],
        ['card.docx', await wordWith({}, '4111 1111 ', '1111 1111')],
      ] as const) {
        expect(await one.mine.send(name, content)).toMatchObject({
          status: 422,
          refusal: {code: 'DW_FILE_CARD', kind: 'input', params: {name}},
        });
      }
      expect(storedFiles(one.harness.data)).toEqual([]);
    });

    it('[CHAT-8] are left alone where admin has switched it off', async () => {
      const one = await start({}, {}, {cardData: {action: 'off', unreadable: 'drop'}});
      expect(await one.mine.send('card.txt', '4111-1111-1111-1111')).toMatchObject({status: 201});
      expect(await one.mine.send('a.png', SAMPLES.png)).toMatchObject({status: 201});
    });

    it('[CHAT-8] cannot be looked into: let through, or dropped, as admin wants', async () => {
      const allowed = await start({}, {}, redact('allow'));
      expect((await allowed.mine.send('a.png', SAMPLES.png)).attachment).not.toHaveProperty('held');
      await harness?.stop();
      const dropped = await start({}, {}, redact('drop'));
      expect(await dropped.mine.send('a.png', SAMPLES.png)).toMatchObject({
        status: 422,
        refusal: {code: 'DW_FILE_UNREADABLE', params: {name: 'a.png'}},
      });
      expect(storedFiles(dropped.harness.data)).toEqual([]);
    });

    it('[CHAT-8] unfold only so far: what is made to unfold without end is unreadable', async () => {
      const inspect = inspectHere({...READING_LIMITS, unfolded: 5 * MEGABYTE});
      const one = await start({}, {inspect}, redact('drop'));
      const bomb = await wordWith({'word/media/picture.xml': Buffer.alloc(60 * MEGABYTE, '<a/>')});
      expect(bomb.length).toBeLessThan(MEGABYTE);
      expect(await one.mine.send('bomb.docx', bomb)).toMatchObject({refusal: {code: 'DW_FILE_UNREADABLE'}});
      expect(await one.mine.send('small.docx', await wordWith({}))).toMatchObject({status: 201});
    });

    it('[CHAT-8] wait for somebody to look at them, and are released', async () => {
      const one = await start({}, {}, redact('hold'));
      const file = await one.mine.sent('scan.png', SAMPLES.png);
      expect(file.held).toBe(true);
      await one.send(one.visitor, [file.id]);
      expect(await one.files(one.yoon)).toEqual([file]);
      expect(await one.theirs.refused(file.id)).toBe('DW_FILE_HELD');
      expect(await one.mine.refused(file.id)).toBe('DW_FILE_HELD');
      const list = (await (await integration('')).json()) as {files: unknown[]};
      expect(list.files).toMatchObject([
        {
          id: file.id,
          interactionId: one.id,
          name: 'scan.png',
          type: 'image/png',
          from: 'customer',
          isSent: true,
        },
      ]);
      const bytes = await (await integration(`/${file.id}`)).arrayBuffer();
      expect(Buffer.from(bytes)).toEqual(SAMPLES.png);
      expect((await integration(`/${file.id}/release`, 'POST')).status).toBe(204);
      await one.yoon.fact('attachment.released');
      await one.visitor.fact('attachment.released');
      expect(one.last(one.yoon)?.attachments?.[0]).not.toHaveProperty('held');
      expect(await one.theirs.refused(file.id)).toBe('done');
      expect((await integration(`/${file.id}/drop`, 'POST')).status).toBe(404);
      expect(((await (await integration('')).json()) as {files: unknown[]}).files).toEqual([]);
    });

    it('[CHAT-8] wait for somebody to look at them, and are dropped for everybody', async () => {
      const one = await start({}, {}, redact('hold'));
      const file = await one.mine.sent('scan.png', SAMPLES.png);
      await one.send(one.visitor, [file.id]);
      await one.files(one.yoon);
      expect((await integration(`/${file.id}/drop`, 'POST')).status).toBe(204);
      await one.visitor.fact('attachment.dropped');
      await one.yoon.fact('attachment.dropped');
      expect(one.last(one.yoon)).toMatchObject({attachments: [], redactions: [{kind: 'attachment'}]});
      expect(await one.theirs.refused(file.id)).toBe('DW_FILE_UNKNOWN');
      expect(storedFiles(one.harness.data)).toEqual([]);
    });

    it('[CHAT-8] are decided about once, whoever else decides at the same time', async () => {
      const one = await start({}, {}, redact('hold'));
      const file = await one.mine.sent('scan.png', SAMPLES.png);
      await one.send(one.visitor, [file.id]);
      await one.files(one.yoon);
      const all = await Promise.all(
        ['drop', 'release', 'drop', 'release'].map((what) => integration(`/${file.id}/${what}`, 'POST')),
      );
      expect(all.map(({status}) => status).sort()).toEqual([204, 404, 404, 404]);
      const told = () => one.yoon.facts.filter(({type}) => type.startsWith('attachment.')).length;
      await one.yoon.until('the decision', () => told() > 0);
      await pass(100);
      expect(told()).toBe(1);
    });

    it('[CHAT-8] are decided about before they are sent, and after the contact is over', async () => {
      const one = await start({}, {}, redact('hold'));
      const [a, b, c] = await Promise.all(
        ['a', 'b', 'c'].map((name) => one.mine.sent(`${name}.png`, SAMPLES.png)),
      );
      if (!a || !b || !c) throw new Error('no files');
      await integration(`/${a.id}/release`, 'POST');
      await integration(`/${b.id}/drop`, 'POST');
      expect(await one.refused(one.visitor, [b.id])).toBe('DW_FILE_UNKNOWN');
      await one.send(one.visitor, [a.id, c.id]);
      expect((await one.files(one.yoon)).map(({held}) => held)).toEqual([undefined, true]);
      await one.yoon.do({type: 'interaction.end', interactionId: one.id});
      await one.yoon.do({type: 'wrap-up.submit', interactionId: one.id, reasonIds: ['resolved']});
      await one.yoon.until('it to be gone', () => !one.yoon.state.interactions.has(one.id));
      expect((await integration(`/${c.id}/drop`, 'POST')).status).toBe(204);
      const answer = await one.yoon.query({type: 'history.content', interactionId: one.id, limit: 10});
      const told = answer.ok ? JSON.stringify(answer.answer) : '';
      expect(told).toContain(a.id);
      expect(told).not.toContain(c.id);
      expect(storedFiles(one.harness.data)).toHaveLength(1);
    });

    it('that are held are decided about with the token of integrations and no other', async () => {
      const one = await start({}, {}, redact('hold'));
      const file = await one.mine.sent('scan.png', SAMPLES.png);
      for (const token of ['nonsense', one.token, await one.harness.token('park')]) {
        expect((await integration('', 'GET', token)).status).toBe(401);
        expect((await integration(`/${file.id}/release`, 'POST', token)).status).toBe(401);
      }
      expect((await integration('/nothing/release', 'POST')).status).toBe(404);
      const clear = await one.mine.sent('clear.txt', 'nothing in it');
      expect((await integration(`/${clear.id}`)).status).toBe(404);
    });
  });
});

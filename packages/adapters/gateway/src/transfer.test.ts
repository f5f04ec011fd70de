import {once} from 'node:events';
import {createServer, type IncomingMessage, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {refuse} from '@deskwire/domain';
import {Transfers} from './transfer.js';

const ATTACHMENT = {id: 'f-1', name: '메모 1.txt', type: 'text/plain', size: 5};

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let server: Server;
let url: string;
let over: AbortController;
let asked: Asked[];
/** Undefined: nothing is ever answered. */
let answer: {readonly status: number; readonly body: unknown; readonly type?: string} | undefined;

beforeEach(async () => {
  asked = [];
  over = new AbortController();
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const {method, headers} = request;
      asked.push({method, url: request.url, headers, body});
      if (!answer) return;
      const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
      response.writeHead(answer.status, {'content-type': answer.type ?? 'application/json'}).end(text);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/below`;
});

afterEach(async () => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const transfers = (to = url) => new Transfers({url: to, token: () => 'token-1', over: over.signal});
const file = () => new File(['hello'], '메모 1.txt');
const upload = (rest: Partial<Parameters<Transfers['upload']>[0]> = {}, to?: string) =>
  transfers(to).upload({interactionId: 'i/1', file: file(), ...rest});
const download = (to?: string, signal?: AbortSignal) =>
  transfers(to).download({interactionId: 'i/1', attachmentId: 'f 1', ...(signal ? {signal} : {})});

describe('an upload', () => {
  it('is the bytes and the name, with the token in no address', async () => {
    answer = {status: 201, body: {attachment: {...ATTACHMENT, more: true}, more: true}};
    const parts: number[] = [];
    expect(await upload({onProgress: (part) => parts.push(part)})).toEqual({
      ok: true,
      attachment: ATTACHMENT,
    });
    expect(parts).toEqual([1]);
    expect(asked).toMatchObject([
      {
        method: 'POST',
        url: '/below/api/interactions/i%2F1/files',
        body: 'hello',
        headers: {
          authorization: 'Bearer token-1',
          'content-type': 'application/octet-stream',
          'x-file-name': '%EB%A9%94%EB%AA%A8%201.txt',
        },
      },
    ]);
  });

  it.each([
    [
      413,
      {refusal: refuse('DW_FILE_TOO_LARGE', {name: 'a', max: 35})},
      refuse('DW_FILE_TOO_LARGE', {name: 'a', max: 35}),
    ],
    [400, {refusal: {code: 'DW_OF_THE_FUTURE'}}, refuse('DW_SERVER_FAILED', {code: 'DW_OF_THE_FUTURE'})],
    [401, 'Unauthorized', refuse('DW_AUTH_INVALID')],
    [413, '<html>', refuse('DW_WIRE_TOO_LARGE')],
    [502, '<html>', refuse('DW_SERVER_FAILED')],
    [201, 'no json', refuse('DW_WIRE_MALFORMED', {field: 'attachment'})],
    [201, {attachment: {id: 'f'}}, refuse('DW_WIRE_MALFORMED', {field: 'attachment'})],
    [201, {attachment: {...ATTACHMENT, size: '5'}}, refuse('DW_WIRE_MALFORMED', {field: 'attachment'})],
    [200, {attachment: ATTACHMENT}, refuse('DW_WIRE_MALFORMED')],
  ])('that is answered with %i %j is refused in the gateway’s words', async (status, body, refusal) => {
    answer = {status, body};
    expect(await upload()).toEqual({ok: false, refusal});
  });

  it('is broken when it is cancelled, when its session is over, and when there is no gateway', async () => {
    const broken = {ok: false, refusal: refuse('DW_FILE_BROKEN')};
    answer = undefined;
    const cancel = new AbortController();
    const running = upload({signal: cancel.signal});
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    cancel.abort();
    expect(await running).toEqual(broken);
    const lost = upload();
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    over.abort();
    expect(await lost).toEqual(broken);
    expect(await upload()).toEqual(broken);
    expect(asked).toHaveLength(2);
    over = new AbortController();
    expect(await upload({signal: AbortSignal.abort()})).toEqual(broken);
    expect(await upload({}, 'http://127.0.0.1:9')).toEqual(broken);
  });

  it('says that it is an image of a mail’s text, and nothing where it is not', async () => {
    answer = {status: 201, body: {attachment: {...ATTACHMENT, inline: true, contentId: 'f-1'}}};
    expect(await upload({inline: true})).toEqual({
      ok: true,
      attachment: {...ATTACHMENT, inline: true, contentId: 'f-1'},
    });
    await upload({inline: false});
    await upload();
    expect(asked.map(({headers}) => headers['x-deskwire-inline'])).toEqual(['1', undefined, undefined]);
  });

  it('goes with a name that no device could encode', async () => {
    answer = {status: 201, body: {attachment: ATTACHMENT}};
    await upload({file: new File(['x'], 'a\ud800b.txt')});
    expect(asked[0]?.headers['x-file-name']).toBe('a%EF%BF%BDb.txt');
  });
});

describe('an upload in a page', () => {
  /** As much of a page's own as is used, in the test's hands. */
  class FakeXhr {
    static last: FakeXhr;
    readonly upload: {onprogress?: (event: {loaded: number; total: number}) => void} = {};
    readonly headers: Record<string, string> = {};
    opened: readonly string[] = [];
    sent: unknown;
    status = 0;
    responseText = '';
    isAborted = false;
    onload?: () => void;
    onerror?: () => void;
    onabort?: () => void;
    onloadend?: () => void;

    constructor() {
      FakeXhr.last = this;
    }
    open(...opened: readonly string[]): void {
      this.opened = opened;
    }
    setRequestHeader(name: string, value: string): void {
      this.headers[name] = value;
    }
    send(sent: unknown): void {
      this.sent = sent;
    }
    abort(): void {
      this.isAborted = true;
      this.onabort?.();
      this.onloadend?.();
    }
    answer(status: number, body: unknown): void {
      this.status = status;
      this.responseText = JSON.stringify(body);
      this.onload?.();
      this.onloadend?.();
    }
  }
  beforeEach(() => vi.stubGlobal('XMLHttpRequest', FakeXhr));

  it('tells how far it is', async () => {
    const parts: number[] = [];
    const running = upload({onProgress: (part) => parts.push(part)});
    const {last} = FakeXhr;
    expect(last.opened).toEqual(['POST', `${url}/api/interactions/i%2F1/files`]);
    expect(last.headers).toMatchObject({authorization: 'Bearer token-1'});
    expect(last.sent).toBeInstanceOf(File);
    for (const loaded of [0, 2, 5]) last.upload.onprogress?.({loaded, total: 5});
    last.upload.onprogress?.({loaded: 5, total: 0});
    last.answer(201, {attachment: ATTACHMENT});
    expect(await running).toEqual({ok: true, attachment: ATTACHMENT});
    expect(parts).toEqual([0, 0.4, 1, 0]);
  });

  it('is aborted when it is cancelled or its session is over, and not after its end', async () => {
    const cancel = new AbortController();
    const running = upload({signal: cancel.signal});
    cancel.abort();
    expect(await running).toEqual({ok: false, refusal: refuse('DW_FILE_BROKEN')});
    expect(FakeXhr.last.isAborted).toBe(true);
    const done = upload();
    FakeXhr.last.answer(201, {attachment: ATTACHMENT});
    await done;
    over.abort();
    expect(FakeXhr.last.isAborted).toBe(false);
  });

  it('is broken when the connection is', async () => {
    const running = upload();
    FakeXhr.last.onerror?.();
    expect(await running).toEqual({ok: false, refusal: refuse('DW_FILE_BROKEN')});
  });
});

describe('a download', () => {
  it('is the bytes, for the token in the header', async () => {
    answer = {status: 200, body: 'bytes', type: 'text/plain'};
    const result = await download();
    expect(result.ok && (await result.file.text())).toBe('bytes');
    expect(result.ok && result.file.type).toBe('text/plain');
    expect(asked).toMatchObject([
      {
        method: 'GET',
        url: '/below/api/interactions/i%2F1/files/f%201',
        headers: {authorization: 'Bearer token-1'},
      },
    ]);
  });

  it('of a past contact says with whose customer the agent has to do', async () => {
    answer = {status: 200, body: 'bytes', type: 'text/plain'};
    await transfers().download({interactionId: 'i/1', attachmentId: 'f 1', customerOf: 'i & 2'});
    expect(asked[0]?.url).toBe('/below/api/interactions/i%2F1/files/f%201?customerOf=i%20%26%202');
  });

  it.each([
    [409, {refusal: refuse('DW_FILE_HELD')}, refuse('DW_FILE_HELD')],
    [404, 'nothing', refuse('DW_WIRE_UNKNOWN')],
    [500, '', refuse('DW_SERVER_FAILED')],
  ])('that is answered with %i %j is refused', async (status, body, refusal) => {
    answer = {status, body};
    expect(await download()).toEqual({ok: false, refusal});
  });

  it('is broken when it is cancelled, when its session is over, and when there is no gateway', async () => {
    const broken = {ok: false, refusal: refuse('DW_FILE_BROKEN')};
    answer = undefined;
    const cancel = new AbortController();
    const running = download(url, cancel.signal);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    cancel.abort();
    expect(await running).toEqual(broken);
    over.abort();
    expect(await download()).toEqual(broken);
    over = new AbortController();
    expect(await download('http://127.0.0.1:9')).toEqual(broken);
  });
});

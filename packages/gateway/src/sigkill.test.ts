import {createServer, type Socket} from 'node:net';
import {once} from 'node:events';
import {rmSync} from 'node:fs';
import {dirname} from 'node:path';

import {createTransport} from 'nodemailer';
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest';

import {bundleGateway} from './test-support/bundle.js';
import {pdf} from './test-support/document-samples.js';
import {WireDesk} from './test-support/desk.js';
import {eventually, pass} from './test-support/harness.js';
import {mailsOf, phaseOf, textsOf} from './test-support/look.js';
import {GatewayProcess} from './test-support/process.js';
import {FileClient, storedFiles} from './test-support/upload.js';

describe('SIGKILL', () => {
  let main: string;
  let gateway: GatewayProcess;
  beforeAll(async () => {
    main = await bundleGateway();
  }, 30_000);
  afterAll(() => rmSync(dirname(main), {recursive: true}));
  afterEach(() => gateway.remove());

  const start = async (args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) => {
    gateway = new GatewayProcess(main, args, env);
    await gateway.run();
  };
  const post = async (path: string, body: object) => {
    const headers = {'content-type': 'application/json'};
    const response = await fetch(gateway.url + path, {method: 'POST', headers, body: JSON.stringify(body)});
    return response.json() as Promise<{token: string; interactionId: string}>;
  };
  const desk = async () => {
    const {token} = await post('/api/sign-in', {user: 'yoon', password: 'demo'});
    return WireDesk.open(gateway.url, token);
  };
  const send = (mail: object) =>
    createTransport({host: '127.0.0.1', port: gateway.smtpPort, ignoreTLS: true}).sendMail({
      from: 'kim@customer.example',
      to: 'support@deskwire.example',
      text: 'hello',
      ...mail,
    });

  it('loses no message that its sender saw as sent, and doubles none', async () => {
    await start();
    const {interactionId, token} = await post('/api/visits', {name: 'Kim'});
    let visitor = await WireDesk.open(gateway.url, token);
    const acknowledged: string[] = [];
    for (let life = 0; life < 4; life += 1) {
      const sends = Array.from({length: 12}, (_, at) => `m${life}-${at}`).map(async (id) => {
        visitor.say({type: 'command', id, command: {type: 'message.send', interactionId, text: id}});
        const was = visitor;
        const result = await was.until('an answer or the end', () =>
          was.closed !== undefined
            ? 'lost'
            : was.messages.some((one) => one.type === 'result' && one.id === id && one.ok) && 'sent',
        );
        if (result === 'sent') acknowledged.push(id);
      });
      // In the middle of it, wherever that is.
      await pass(life * 3);
      await gateway.kill();
      await Promise.all(sends);
      await gateway.run();
      visitor = await WireDesk.open(gateway.url, token);
      // What was not acknowledged is sent again under its id, as a desk does.
      for (let at = 0; at < 12; at += 1) {
        const id = `m${life}-${at}`;
        if (!acknowledged.includes(id)) await visitor.do({type: 'message.send', interactionId, text: id}, id);
      }
    }
    const texts = textsOf(visitor.state.interactions.get(interactionId)).filter((text) => /^m\d/.test(text));
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts).toHaveLength(48);
    expect(acknowledged.every((id) => texts.includes(id))).toBe(true);
    visitor.close();
  }, 60_000);

  it('leaves nothing of an upload that it cut, and keeps every file that was taken', async () => {
    await start();
    const {interactionId, token} = await post('/api/visits', {name: 'Kim'});
    const files = new FileClient(gateway.url, token, interactionId);
    const taken = await files.sent('taken.txt', 'taken');
    const cut = files.begin('cut.txt');
    await cut.write(Buffer.alloc(300_000, 'a'));
    await eventually('half of it', () => storedFiles(gateway.data).some(({size}) => size === 300_000));
    await gateway.kill();
    await cut.over;
    expect(storedFiles(gateway.data)).toHaveLength(2);
    await gateway.run();
    expect(storedFiles(gateway.data).map(({size}) => size)).toEqual([5]);
    const visitor = await WireDesk.open(gateway.url, token);
    const attachmentIds = [taken.id];
    await visitor.do({type: 'message.send', interactionId, text: '', attachmentIds});
    await gateway.kill();
    await gateway.run();
    expect(await (await files.get(taken.id)).text()).toBe('taken');
    expect((await files.send('cut.txt', 'whole')).status).toBe(201);
    visitor.close();
  }, 60_000);

  it('looks into files in a thread of its own, for as many as come', async () => {
    await start();
    const {interactionId, token} = await post('/api/visits', {name: 'Kim'});
    const files = new FileClient(gateway.url, token, interactionId);
    const sends = [
      files.send('card.pdf', Buffer.from(pdf(['my card is 4111 1111 1111 1111']))),
      files.send('clean.pdf', Buffer.from(pdf(['nothing to see']))),
      files.send('card.txt', '4111-1111-1111-1111'),
    ];
    expect(await Promise.all(sends)).toMatchObject([
      {status: 422, refusal: {code: 'DW_FILE_CARD'}},
      {status: 201},
      {status: 422, refusal: {code: 'DW_FILE_CARD'}},
    ]);
    expect(storedFiles(gateway.data)).toHaveLength(1);
    expect(gateway.output).not.toContain('inspection failed');
  }, 60_000);

  it('loses no mail that was acknowledged, and makes one contact of it', async () => {
    await start();
    for (let at = 0; at < 3; at += 1) {
      await send({messageId: `<m${at}@customer.example>`, subject: `mail ${at}`});
      await gateway.kill();
      await gateway.run();
    }
    const yoon = await desk();
    await yoon.do({type: 'agent.set-state', to: {state: 'available'}});
    await yoon.until('three mails', () => yoon.state.interactions.size === 3);
    await pass(300);
    const subjects = [...yoon.state.interactions.values()].map(({subject}) => subject).sort();
    expect(subjects).toEqual(['mail 0', 'mail 1', 'mail 2']);
    yoon.close();
  }, 60_000);

  const answer = async (yoon: WireDesk) => {
    await yoon.do({type: 'agent.set-state', to: {state: 'available'}});
    const mail = await yoon.interaction('the mail', (one) => phaseOf(one, 'yoon') === 'offered');
    await yoon.do({type: 'interaction.accept', interactionId: mail.id});
    const inReplyTo = mailsOf(mail)[0]?.id ?? '';
    await yoon.do({
      type: 'mail.send',
      interactionId: mail.id,
      mail: {kind: 'quick-reply', inReplyTo, cc: [], text: 'hello back', attachmentIds: [], quotes: false},
    });
  };

  it('sends an answer that was queued, once', async () => {
    await start();
    await send({});
    await answer(await desk());
    await gateway.kill();
    await gateway.run();
    const box = async () => {
      const response = await fetch(`${gateway.url}/api/mailboxes/kim@customer.example`);
      return ((await response.json()) as {mails: unknown[]}).mails;
    };
    await eventually('the answer', async () => (await box()).length > 0);
    const yoon = await desk();
    await yoon.interaction('it to be sent', (one) => mailsOf(one).some(({delivery}) => delivery === 'sent'));
    await gateway.kill();
    await gateway.run();
    await pass(500);
    expect(await box()).toHaveLength(1);
  }, 60_000);

  it('does not send again what another server may have taken, and says so', async () => {
    const relay = new DoubtfulRelay();
    await start([], {DESKWIRE_RELAY: `smtp://127.0.0.1:${await relay.listen()}`});
    await send({});
    await answer(await desk());
    await eventually('the whole mail', () => relay.taken === 1);
    await gateway.kill();
    await gateway.run();
    const yoon = await desk();
    const mail = await yoon.interaction('the doubt', (one) => mailsOf(one).at(-1)?.delivery === 'failed');
    expect(mailsOf(mail).at(-1)?.failure).toBe('IN_DOUBT');
    await pass(500);
    expect(relay.taken).toBe(1);
    relay.close();
  }, 60_000);

  it('SIGTERM ends it politely', async () => {
    await start();
    const yoon = await desk();
    expect(await gateway.end('SIGTERM')).toBe(0);
    expect(await yoon.whenClosed()).toBe(1001);
  }, 30_000);
});

/** A mail server that takes everything and never says that it did. */
class DoubtfulRelay {
  taken = 0;
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((socket) => {
    this.#sockets.add(socket);
    let isData = false;
    let data = '';
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      data += chunk.toString();
      if (isData) {
        if (data.endsWith('\r\n.\r\n')) this.taken += 1;
        return;
      }
      for (const line of data.split('\r\n').slice(0, -1)) {
        isData = line.toUpperCase() === 'DATA';
        socket.write(isData ? '354 go on\r\n' : '250 ok\r\n');
      }
      data = '';
    });
    socket.write('220 relay\r\n');
  });

  async listen(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}

import {once} from 'node:events';
import {createServer, type AddressInfo, type Server} from 'node:net';
import {Readable} from 'node:stream';

import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import {RecordingSmtp} from '../../test-support/recording-smtp.js';
import {Relay, relayAt, type Attempt, type RelayOptions} from './relay.js';

const ENVELOPE = {from: 'help@desk.example', to: ['kim@a.example', 'lee@a.example', 'choi@a.example']};
const BYTES = 'Subject: x\r\n\r\n.hidden\r\nfrom here\r\n';

describe('a relay', () => {
  let smtp: RecordingSmtp;
  let ended: number;
  beforeEach(async () => {
    smtp = await RecordingSmtp.start({user: 'desk', password: 'right'});
    ended = 0;
  });
  afterEach(() => smtp.stop());

  const send = (more: Partial<RelayOptions> = {}): Promise<Attempt> => {
    const options = {
      host: '127.0.0.1',
      port: smtp.port,
      security: 'none',
      user: 'desk',
      password: 'right',
    } as const;
    const relay = new Relay({...options, silentMs: 500, thinkingMs: 1_000, ...more});
    return relay.send(ENVELOPE, Readable.from([Buffer.from(BYTES)]), async () => {
      ended += 1;
      expect(smtp.mails).toEqual([]);
    });
  };

  it('hands over what it got, and holds the end back until it may', async () => {
    expect(await send()).toEqual({outcome: 'answered', accepted: ENVELOPE.to, refused: []});
    expect([ended, smtp.mails[0]?.raw.toString()]).toEqual([1, BYTES]);
  });

  it('says of each recipient what the server said', async () => {
    smtp.refuses = {'lee@a.example': 550, 'choi@a.example': 451};
    expect(await send()).toEqual({
      outcome: 'answered',
      accepted: ['kim@a.example'],
      refused: [
        {address: 'lee@a.example', answer: 'SMTP 550', isFinal: true},
        {address: 'choi@a.example', answer: 'SMTP 451', isFinal: false},
      ],
    });
  });

  it.each([
    ['a recipient', {recipient: 550}, {outcome: 'answered', isFinal: true, answer: 'SMTP 550'}],
    ['a recipient for now', {recipient: 450}, {outcome: 'answered', isFinal: false, answer: 'SMTP 450'}],
    ['the mail at its end', {end: 554}, {outcome: 'answered', isFinal: true, answer: 'SMTP 554'}],
    ['the mail for now', {end: 452}, {outcome: 'broken', isAnswered: true, answer: 'SMTP 452'}],
    ['everybody for now', {connect: 554}, {outcome: 'broken', isAnswered: true, answer: 'SMTP 554'}],
  ])('knows a server that refuses %s', async (_, whims, said) => {
    smtp.whims = whims;
    const attempt = await send();
    expect(
      attempt.outcome === 'answered' ? {outcome: 'answered', ...attempt.refused[0]} : attempt,
    ).toMatchObject(said);
    if (attempt.outcome === 'answered')
      expect(attempt.refused.map(({address}) => address)).toEqual(ENVELOPE.to);
  });

  it('does not give a mail up for a wrong password', async () => {
    expect(await send({password: 'wrong'})).toMatchObject({outcome: 'broken', answer: 'SMTP 535'});
    expect(ended).toBe(0);
  });

  it.each(['connect', 'mail', 'recipient', 'data'] as const)(
    'lets go of a server that stalls at: %s',
    async (moment) => {
      smtp.whims = {[moment]: 'stall'};
      expect(await send()).toMatchObject({outcome: 'broken', isAnswered: false});
    },
  );

  it('waits longer for a server that has the whole mail, and leaves it in doubt', async () => {
    smtp.whims = {end: 'stall'};
    const begun = performance.now();
    expect(await send()).toMatchObject({outcome: 'broken', isAnswered: false});
    expect(performance.now() - begun).toBeGreaterThan(900);
    expect([ended, smtp.mails.length]).toEqual([1, 1]);
  });

  it.each(['starttls', 'tls'] as const)('says nothing to a server that cannot do %s', async (security) => {
    expect(await send({security})).toMatchObject({outcome: 'broken'});
    expect([ended, smtp.mails]).toEqual([0, []]);
  });

  it('takes none for this machine that only says so', async () => {
    const heard: string[] = [];
    const server: Server = createServer((socket) => {
      socket.on('error', () => undefined).on('data', (data: Buffer) => heard.push(data.toString()));
      socket.write('220 x\r\n');
    });
    server.listen(0, '127.0.0.2');
    await once(server, 'listening');
    const {port} = server.address() as AddressInfo;
    expect(await send({host: '127.0.0.2', port})).toMatchObject({outcome: 'broken'});
    expect(heard.join('')).not.toMatch(/AUTH|MAIL FROM/);
    server.close();
  });

  it.each([
    ['smtp://127.0.0.1:25', {host: '127.0.0.1', port: 25, security: 'none'}],
    ['smtp://[::1]:25', {host: '::1', port: 25, security: 'none'}],
    [
      'smtp://a%40b:p%2Fw@mail.example',
      {host: 'mail.example', port: 587, security: 'starttls', user: 'a@b', password: 'p/w'},
    ],
    ['smtps://mail.example', {host: 'mail.example', port: 465, security: 'tls'}],
  ])('reads %s', (url, options) => {
    expect(relayAt(url)).toEqual(options);
  });
});

import process from 'node:process';

import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import {DEMO_CONFIG} from './config/demo.js';
import type {GatewayConfig} from './config/gateway-config.js';
import {CutProxy} from './test-support/cut-proxy.js';
import {FetchedBox} from './test-support/fetched-box.js';
import {eventually, Harness, pass} from './test-support/harness.js';
import {mailsOf} from './test-support/look.js';

const ADDRESS = 'support@deskwire.example';
const PASSWORD = 'box-password-4711';
const VARIABLE = 'DESKWIRE_TEST_MAILBOX';

const withMailbox = (port: number): GatewayConfig => ({
  ...DEMO_CONFIG,
  mail: {
    ...DEMO_CONFIG.mail,
    mailboxes: [
      {
        address: ADDRESS,
        imap: {
          host: '127.0.0.1',
          port,
          security: 'none',
          user: 'support-user',
          passwordEnv: VARIABLE,
          folder: 'INBOX',
        },
      },
    ],
  },
});

interface Letter {
  readonly id?: string;
  readonly subject: string;
  readonly text?: string;
}

const letter = ({id, subject, text = 'hello'}: Letter): string =>
  [
    'From: Kim <kim@customer.example>',
    `To: ${ADDRESS}`,
    'Date: Fri, 20 Nov 2026 09:41:00 +0900',
    ...(id === undefined ? [] : [`Message-ID: <${id}@customer.example>`]),
    `Subject: ${subject}`,
    '',
    text,
    '',
  ].join('\n');

describe('a mailbox of the company', {timeout: 40_000}, () => {
  let box: FetchedBox;
  let proxy: CutProxy;
  let harness: Harness | undefined;

  const start = async (options: {readonly maxMailBytes?: number} = {}): Promise<Harness> =>
    (harness = await Harness.start({config: withMailbox(proxy.port), ...options}));
  const subjects = (): readonly (string | undefined)[] =>
    [...(harness?.gateway.core.host.centre.interactions.values() ?? [])]
      .sort((one, two) => one.createdAt - two.createdAt || mailsOf(one).length - mailsOf(two).length)
      .map(({subject}) => subject);
  const arrived = (count: number) =>
    eventually(`${count} mails`, () => subjects().length >= count && subjects(), 30_000);
  const metric = async (name: string): Promise<string | undefined> => {
    const text = await (await fetch(`${harness?.url ?? ''}/metrics`)).text();
    return text.split('\n').find((one) => one.startsWith(name));
  };
  const isConnected = () =>
    eventually(
      'the connection',
      async () => (await metric('deskwire_mailbox_connected{mailbox="0"}'))?.endsWith(' 1') === true,
    );

  beforeEach(async () => {
    process.env[VARIABLE] = PASSWORD;
    box = new FetchedBox('support-user', PASSWORD);
    await box.listen();
    proxy = new CutProxy(() => box.port);
    await proxy.listen();
  });
  afterEach(async () => {
    await harness?.stop();
    harness = undefined;
    proxy.close();
    box.close();
    Reflect.deleteProperty(process.env, VARIABLE);
  });

  it('brings what is there and what comes, and marks it as read when it is stored', async () => {
    box.put(letter({id: '0', subject: 'read by somebody'}), ['\\Seen']);
    box.put(letter({id: '1', subject: 'one'}));
    const {gateway, logLines} = await start();
    await arrived(1);
    await isConnected();
    box.put(letter({id: '2', subject: 'two'}));
    expect(await arrived(2)).toEqual(['one', 'two']);
    await eventually('the flags', () => box.flags.every((flags) => flags.includes('\\Seen')));
    const [first] = gateway.core.host.centre.interactions.values();
    expect([first?.dnis, first?.customer]).toEqual([ADDRESS, {name: 'Kim', email: 'kim@customer.example'}]);
    expect(logLines.join('')).not.toMatch(/support-user|box-password|@customer|@deskwire/);
  });

  it('brings each mail once and in order, wherever the line is cut', async () => {
    const count = 12;
    const text = `${'a line of a longer mail\n'.repeat(800)}`;
    for (let at = 0; at < count; at += 1) box.put(letter({id: `m${at}`, subject: `mail ${at}`, text}));
    // In the greeting, in the list, and in the middle of a mail, again and again.
    proxy.cutAfter(30, 900, 4_000, 25_000, 60_000);
    await start();
    const all = await arrived(count);
    await pass(500);
    expect(proxy.cuts).toBe(5);
    expect(all).toEqual(Array.from({length: count}, (_, at) => `mail ${at}`));
    expect(subjects()).toHaveLength(count);
    const [first] = harness?.gateway.core.host.centre.interactions.values() ?? [];
    expect(mailsOf(first)[0]?.text.trim()).toBe(text.trim());
  });

  it('brings what came while the gateway was down, and nothing twice', async () => {
    box.put(letter({id: '1', subject: 'one'}));
    const running = await start();
    await arrived(1);
    await running.halt();
    box.put(letter({id: '2', subject: 'two'}));
    await running.run();
    await arrived(2);
    await pass(300);
    expect(subjects()).toEqual(['one', 'two']);
  });

  it('knows its mails again when the server numbers them anew', async () => {
    box.put(letter({id: '1', subject: 'one'}));
    box.put(letter({subject: 'nameless'}));
    await start();
    await arrived(2);
    box.put(letter({id: '3', subject: 'three'}));
    await arrived(3);
    box.remove(0);
    box.renumber();
    box.put(letter({id: '4', subject: 'four'}));
    await arrived(4);
    await pass(300);
    expect(subjects()).toEqual(['one', 'nameless', 'three', 'four']);
    expect(await metric('deskwire_mails_total{outcome="repeated"}')).toMatch(/ 2$/);
  });

  it('takes different mails with one Message-ID as different mails, and the same one once', async () => {
    box.put(letter({id: 'same', subject: 'form', text: 'order 1'}));
    box.put(letter({id: 'same', subject: 'form', text: 'order 2'}));
    box.put(letter({id: 'same', subject: 'form', text: 'order 1'}));
    await start();
    await arrived(2);
    await eventually('the repeat', async () =>
      (await metric('deskwire_mails_total{outcome="repeated"}'))?.endsWith(' 1'),
    );
    expect(subjects()).toHaveLength(2);
  });

  it('leaves a mail that is too large where it is, and says so', async () => {
    box.put(letter({id: '1', subject: 'huge', text: 'x'.repeat(300_000)}));
    box.put(letter({id: '2', subject: 'small'}));
    const {logLines} = await start({maxMailBytes: 200_000});
    expect(await arrived(1)).toEqual(['small']);
    await eventually('the flag', () => box.flags[1]?.includes('\\Seen'));
    expect(box.flags[0]).not.toContain('\\Seen');
    expect(await metric('deskwire_mails_total{outcome="oversized"}')).toMatch(/ 1$/);
    expect(logLines.some((line) => line.includes('"code":"TOO_LARGE"'))).toBe(true);
  });

  it('says when a mailbox cannot be read, and comes back by itself', async () => {
    box.put(letter({id: '1', subject: 'one'}));
    proxy.cutAfter(0, 0);
    const {logLines} = await start();
    await eventually(
      'the failures',
      () => logLines.filter((line) => line.includes('mailbox lost')).length >= 2,
    );
    await arrived(1);
    await isConnected();
    box.hangUp();
    await eventually('the loss', async () =>
      (await metric('deskwire_mailbox_connected{mailbox="0"}'))?.endsWith(' 0'),
    );
    box.put(letter({id: '2', subject: 'two'}));
    expect(await arrived(2)).toEqual(['one', 'two']);
  });

  it('does without a mailbox whose password is missing', async () => {
    Reflect.deleteProperty(process.env, VARIABLE);
    const {logLines} = await start();
    expect(logLines.some((line) => line.includes('"code":"NO_PASSWORD"'))).toBe(true);
    expect(await metric('deskwire_mailbox_connected{mailbox="0"}')).toMatch(/ 0$/);
  });
});

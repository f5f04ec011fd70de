import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {afterAll, beforeAll, describe, expect, it} from 'vitest';

import {hashPassword} from '../auth/passwords.js';
import {DEMO_CONFIG} from '../config/demo.js';
import {announcement} from './announce.js';
import {parseCli} from './args.js';
import {settingsOf} from './settings.js';

describe('the command line', () => {
  it('has a value for everything', () => {
    expect(parseCli([])).toMatchObject({
      command: 'serve',
      port: 8_420,
      host: '127.0.0.1',
      data: '.data',
      smtpPort: 8_425,
      logLevel: 'warn',
      origins: [],
    });
    expect(parseCli(['--port', '0', '--ring-seconds', '3', '--origin', 'https://a.example'])).toMatchObject({
      port: 0,
      ringSeconds: 3,
      origins: ['https://a.example'],
    });
    expect(parseCli(['hash-password']).command).toBe('hash-password');
  });

  it.each([
    [['--port', 'x']],
    [['--port', '70000']],
    [['--ring-seconds', '0']],
    [['--log-level', 'loud']],
    [['dance']],
    [['--unknown']],
  ])('refuses %j', (argv) => {
    expect(() => parseCli(argv)).toThrow();
  });
});

describe('the settings', () => {
  const directory = mkdtempSync(join(tmpdir(), 'deskwire-cli-'));
  const file = (name: string, content: unknown): string => {
    const path = join(directory, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  let users: string;
  const config = file('config.json', {
    tenant: {id: 'acme', name: 'Acme', ringSeconds: {voice: 9, chat: 9, social: 9, email: 9}},
    agents: [{id: 'kim', name: 'Kim', queueIds: ['q']}],
    mail: {addresses: {'Help@acme.example': 'mail'}},
  });
  beforeAll(async () => {
    users = file('users.json', [{user: 'kim', agentId: 'kim', hash: await hashPassword('long enough')}]);
  });
  afterAll(() => rmSync(directory, {recursive: true}));

  it('are the demo unless there is a configuration', () => {
    const settings = settingsOf(parseCli(['--ring-seconds', '2']), {});
    expect(settings.config?.demo).toBe(true);
    expect(settings.config?.users).toEqual(DEMO_CONFIG.users);
    expect(settings.config?.tenant.ringSeconds.chat).toBe(2);
  });

  it('know no password outside of the demo but those that were given', () => {
    expect(() => settingsOf(parseCli(['--config', config]), {})).toThrow('Nobody could sign in');
    const settings = settingsOf(parseCli(['--config', config, '--users', users]), {});
    expect(settings.config).toMatchObject({
      demo: false,
      users: [{user: 'kim'}],
      tenant: {ringSeconds: {voice: 9}, graceSeconds: 30},
      mail: {addresses: {'help@acme.example': 'mail'}, mailboxDomains: []},
      agents: [{id: 'kim', capacity: {voice: 1}}],
    });
  });

  it('let given users take the place of the well-known ones', () => {
    const settings = settingsOf(parseCli(['--users', users]), {});
    expect(settings.config?.users.map(({user}) => user)).toEqual(['kim']);
  });

  it('take users from the environment, and refuse what is no hash', () => {
    const text = JSON.stringify([{user: 'kim', agentId: 'kim', hash: 'plain'}]);
    expect(() => settingsOf(parseCli([]), {DESKWIRE_USERS: text})).toThrow('hash');
  });
});

describe('the announcement', () => {
  it('names the page of everybody', () => {
    const lines = announcement(DEMO_CONFIG, {host: '127.0.0.1', port: 1, smtpPort: 2}, true);
    expect(lines.map((line) => line.replace(/ +/g, ' '))).toEqual([
      'Desk of agent 1: http://127.0.0.1:1/desk.html?agent=yoon',
      'Desk of agent 2: http://127.0.0.1:1/desk.html?agent=park',
      "Visitor's page: http://127.0.0.1:1/visitor.html",
      "Customer's phone: http://127.0.0.1:1/phone.html",
      'Mailbox: http://127.0.0.1:1/mailbox.html',
      'Mail by SMTP: 127.0.0.1:2, to support@deskwire.example',
    ]);
  });
});

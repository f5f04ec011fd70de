import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {afterAll, beforeAll, describe, expect, it} from 'vitest';

import {hashPassword} from '../auth/passwords.js';
import {DEMO_CONFIG} from '../config/demo.js';
import {announcement} from './announce.js';
import {parseCli} from './args.js';
import {configReport} from './config-report.js';
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
    expect(parseCli(['schema']).command).toBe('schema');
    expect(parseCli(['check-config', 'a.yaml'])).toMatchObject({command: 'check-config', file: 'a.yaml'});
  });

  it.each([
    [['--port', 'x']],
    [['--port', '70000']],
    [['--ring-seconds', '0']],
    [['--log-level', 'loud']],
    [['dance']],
    [['--unknown']],
    [['check-config']],
    [['check-config', 'a.yaml', 'b.yaml']],
    [['schema', 'a.yaml']],
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
    tenant: {
      id: 'acme',
      name: 'Acme',
      ringSeconds: {voice: 9, chat: 9, social: 9, email: 9},
      queues: [{id: 'q', name: 'Mail', channel: 'email'}],
      entryPoints: [{id: 'mail', name: 'Mail', channel: 'email', queueId: 'q'}],
    },
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
      mail: {addresses: {'help@acme.example': 'mail'}, mailboxes: [], mailboxDomains: []},
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

describe('the check of a configuration', () => {
  const directory = mkdtempSync(join(tmpdir(), 'deskwire-check-'));
  afterAll(() => rmSync(directory, {recursive: true}));
  const report = (text: string) => {
    const path = join(directory, 'tenant.yaml');
    writeFileSync(path, text);
    const {isRight, lines} = configReport(path);
    return {isRight, lines: lines.map((line) => line.replaceAll(path, 'tenant.yaml'))};
  };

  it('says what a right one holds', () => {
    expect(report('tenant: {id: t, name: Acme}\nagents: [{id: kim, name: Kim}]')).toEqual({
      isRight: true,
      lines: ['tenant.yaml: right. Acme: 1 agent, 0 queues, 0 entry points, 0 campaigns, 0 numbers.'],
    });
  });

  it('says everything that is wrong, with file, line and column', () => {
    expect(report('tenant: {id: t, nam: Acme}\nagents: []\ncontacts: {c: []}')).toEqual({
      isRight: false,
      lines: [
        'tenant.yaml:1:1: tenant.name is missing. Add it.',
        'tenant.yaml:1:17: tenant.nam is no setting. Did you mean "name"?',
        'tenant.yaml:3:12: contacts.c names a campaign "c", which is not there. There is none.',
        'tenant.yaml: 3 problems. It cannot be used.',
      ],
    });
  });

  it('is made at the start too', () => {
    const path = join(directory, 'tenant.yaml');
    writeFileSync(path, 'tenant: {id: t}\nagents: []');
    expect(() => settingsOf(parseCli(['--config', path]), {})).toThrow('tenant.name is missing. Add it.');
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

import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';

import type {TenantConfig} from '@deskwire/domain';

import {RunningGateway} from '../../e2e/support/gateway.js';
import type {Lab} from './lab.js';
import {PEOPLE, type Person} from './server-configs.js';

/** The password of everybody who works here. */
export const PASSWORD = 'interop';

const server = (lab: Lab, port: number) => ({host: '127.0.0.1', port, security: 'none' as const});

/** One mailbox in the clear and one with TLS, the server's certificate checked. */
const mailboxes = (lab: Lab) => [
  {
    address: PEOPLE.support.address,
    imap: {
      ...server(lab, lab.ports.imap),
      user: PEOPLE.support.address,
      passwordEnv: 'SUPPORT_PASSWORD',
    },
    smtp: server(lab, lab.ports.smtp),
  },
  {
    address: PEOPLE.claims.address,
    imap: {
      ...server(lab, lab.ports.imaps),
      security: 'tls',
      user: PEOPLE.claims.address,
      passwordEnv: 'CLAIMS_PASSWORD',
    },
    smtp: server(lab, lab.ports.smtp),
  },
];

const agent = (id: string, name: string, queueId: string) => ({
  id,
  name,
  team: {id: 'seoul', name: 'Seoul'},
  permissions: ['transfer', 'history'],
  queueIds: [queueId],
});

const configOf = (lab: Lab, tenant: Partial<TenantConfig>) => ({
  tenant: {
    id: 'interop',
    name: 'Hanbit Logistics',
    language: 'ko',
    wrapUpReasons: [{id: 'resolved', label: 'Resolved'}],
    queues: [
      {id: 'invoices', name: 'Invoices', channel: 'email'},
      {id: 'claims', name: 'Claims', channel: 'email'},
    ],
    entryPoints: [
      {id: 'support-mail', name: 'Support mail', channel: 'email', queueId: 'invoices'},
      {id: 'claims-mail', name: 'Claims mail', channel: 'email', queueId: 'claims'},
    ],
    ...tenant,
  },
  agents: [agent('yoon', '윤지호', 'invoices'), agent('park', '박지우', 'claims')],
  mail: {
    addresses: {[PEOPLE.support.address]: 'support-mail', [PEOPLE.claims.address]: 'claims-mail'},
    mailboxes: mailboxes(lab),
  },
});

const users = (): string => {
  const main = 'packages/gateway/dist/main.js';
  const hash = execFileSync(process.execPath, [main, 'hash-password'], {input: PASSWORD, encoding: 'utf8'});
  return JSON.stringify(['yoon', 'park'].map((user) => ({user, agentId: user, hash: hash.trim()})));
};

const passwordOf = (person: Person): string => PEOPLE[person].password;

/** The gateway as a company runs it: its configuration in a file, passwords in the environment, mailboxes on this pair of servers. */
export const startCompany = (lab: Lab, tenant: Partial<TenantConfig> = {}): Promise<RunningGateway> => {
  const config = join(lab.folder, 'company.json');
  writeFileSync(config, JSON.stringify(configOf(lab, tenant)));
  return RunningGateway.start({
    config,
    env: {
      DESKWIRE_USERS: users(),
      SUPPORT_PASSWORD: passwordOf('support'),
      CLAIMS_PASSWORD: passwordOf('claims'),
      NODE_EXTRA_CA_CERTS: join(lab.folder, 'tls.crt'),
    },
  });
};

import {test as base} from '@playwright/test';

import type {RunningGateway} from '../../e2e/support/gateway.js';
import {startCompany} from './company.js';
import {MailServers} from './mail-servers.js';

interface Fixtures {
  /** Dovecot and OpenSMTPD with empty mailboxes. */
  readonly servers: MailServers;
  /** The gateway of a company whose mailboxes are there. */
  readonly gateway: RunningGateway;
}

/** A test with mail servers and a gateway of its own. */
export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern -- the runner reads from the pattern what a fixture needs
  servers: async ({}, use, info) => {
    const servers = await MailServers.start();
    try {
      await use(servers);
    } finally {
      if (info.status !== info.expectedStatus) console.log(servers.log());
      await servers.stop();
    }
  },
  gateway: async ({servers}, use, info) => {
    const gateway = await startCompany(servers.lab);
    try {
      await use(gateway);
    } finally {
      if (info.status !== info.expectedStatus) console.log(gateway.output);
      await gateway.stop();
    }
  },
});

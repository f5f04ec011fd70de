import {fileURLToPath} from 'node:url';

import type {GatewayConfig} from './gateway-config.js';
import {readConfig} from './load-config.js';

/** Of the password `demo`, which everybody knows: it opens the demo tenant and no other. */
const DEMO_HASH = 'scrypt$vG5qQwBvtTdH2ij-zUg9iw$PGnsJBdpOmm9YabTEJ-slkI83L8HseoEqq_OEfTXbis';

const user = (id: string) => ({user: id, agentId: id, hash: DEMO_HASH});

/** A small company to try everything with: `tenants/demo.yaml`, with users of well-known passwords. */
export const DEMO_CONFIG: GatewayConfig = {
  ...readConfig(fileURLToPath(new URL('../../tenants/demo.yaml', import.meta.url))),
  demo: true,
  users: [user('yoon'), user('park'), user('han')],
};

// The demo with some of its tenant's settings changed, as a process: what a configuration file would say, and the demo's
// phones and users beside it. Its argument is one line of JSON; it says its address once it listens.
import {resolve} from 'node:path';
import process from 'node:process';

import {buildGateway, DEMO_CONFIG} from '../../packages/gateway/dist/index.js';

const {tenant, queueIds = {}, pages, ...options} = JSON.parse(process.argv[2]);

const gateway = await buildGateway({
  ...options,
  pages: resolve(pages),
  config: {
    ...DEMO_CONFIG,
    tenant: {...DEMO_CONFIG.tenant, ...tenant},
    agents: DEMO_CONFIG.agents.map((agent) => ({...agent, queueIds: queueIds[agent.id] ?? agent.queueIds})),
  },
  flowToken: process.env['DESKWIRE_FLOW_TOKEN'],
});
process.once('SIGTERM', () => void gateway.close().then(() => process.exit(0)));
const {port} = await gateway.listen();
process.stdout.write(`http://127.0.0.1:${port}\n`);

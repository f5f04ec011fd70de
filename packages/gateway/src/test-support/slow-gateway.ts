import {join, resolve} from 'node:path';
import process from 'node:process';

import {buildGateway} from '../build-gateway.js';
import {announcement} from '../cli/announce.js';
import {parseCli} from '../cli/args.js';
import {DEMO_CONFIG} from '../config/demo.js';
import {withRingSeconds, type GatewayConfig} from '../config/gateway-config.js';
import {SqliteStore, type Batch} from '../store/index.js';
import {Chance} from './chance.js';

const pass = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** A disk that is slow now and then: before it writes, and between having written and saying so. */
class SlowStore extends SqliteStore {
  readonly #chance = new Chance(Number(process.env['SEED'] ?? 1));

  override async commit(batch: Batch): Promise<void> {
    await this.#dawdle();
    await super.commit(batch);
    await this.#dawdle();
  }

  async #dawdle(): Promise<void> {
    if (this.#chance.percent(1)) await pass(this.#chance.between(100, 400));
    else if (this.#chance.percent(10)) await pass(this.#chance.between(1, 20));
  }
}

/** Agents with room for twenty chats each, and nobody in a hurry. */
const config: GatewayConfig = {
  ...withRingSeconds(DEMO_CONFIG, 60),
  agents: DEMO_CONFIG.agents.map((agent) => ({...agent, capacity: {...agent.capacity, chat: 20}})),
};

/** The gateway's own command on a slow disk; visitors may all come from one address. */
const serve = async (): Promise<void> => {
  const {data, port, smtpPort} = parseCli(process.argv.slice(2));
  const gateway = await buildGateway({
    ...{config, port, smtpPort, data: resolve(data), logLevel: 'warn'},
    store: new SlowStore(join(resolve(data), 'facts.db')),
    chat: {graceSeconds: 120, visitRate: {burst: 200, perSecond: 10}},
  });
  for (const line of announcement(config, await gateway.listen(), false)) process.stdout.write(`${line}\n`);
};

void serve();

import type {CentreHost} from './centre/centre-host.js';
import type {GatewayConfig} from './config/gateway-config.js';
import type {Log} from './log.js';
import type {Metrics} from './metrics.js';
import type {Store} from './store/index.js';

/** What every part of one gateway shares. */
export interface Core {
  readonly config: GatewayConfig;
  readonly host: CentreHost;
  readonly store: Store;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Epoch milliseconds. */
  now(): number;
  /** A fresh id that cannot be guessed. */
  newId(): string;
}

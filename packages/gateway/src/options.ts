import type {DestinationStream} from 'pino';

import type {TokenLifetimes} from './auth/tokens.js';
import type {ChatOptions} from './channels/chat/chat-channel.js';
import type {GatewayConfig} from './config/gateway-config.js';
import type {InspectFile} from './files/inspect.js';
import type {FileLimits} from './files/limits.js';
import type {FlowLimits} from './flow/integration-guard.js';
import type {SignInLimits} from './http/sign-in.js';
import type {LogLevel} from './log.js';
import type {SocketLimits} from './sockets/limits.js';
import type {Store} from './store/index.js';

/** What a gateway is built from. Everything but `data` has a sensible value. */
export interface GatewayOptions {
  /** The data directory; made if it is missing. Facts, mails and the key of the tokens lie in it. */
  readonly data: string;
  /** The contact centre; the demo unless given. */
  readonly config?: GatewayConfig;
  /** The address to listen at; 127.0.0.1 unless given. */
  readonly host?: string;
  /** 0: any free one. */
  readonly port?: number;
  /** Where the built-in mail receiver listens, always on loopback; 0: any free one. */
  readonly smtpPort?: number;
  /** The server that sends mail on; without one, mail stays on this machine. */
  readonly relay?: string;
  /** The directory of pages to serve. */
  readonly pages?: string;
  /** Foreign origins whose pages may use this gateway. */
  readonly origins?: readonly string[];
  /** Names under which the gateway may be addressed; on loopback those of loopback are always among them. */
  readonly hosts?: readonly string[];
  readonly trustProxy?: boolean;
  readonly logLevel?: LogLevel;
  /** Where the log goes; standard output unless given. */
  readonly logTo?: DestinationStream;
  /** Instead of SQLite in the data directory. */
  readonly store?: Store;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly tokenLifetimes?: TokenLifetimes;
  readonly sockets?: Partial<SocketLimits>;
  readonly chat?: Partial<ChatOptions>;
  readonly signInLimits?: SignInLimits;
  readonly maxMailBytes?: number;
  readonly files?: Partial<FileLimits>;
  /** Looks into files for card numbers, instead of the gateway's own. */
  readonly inspect?: InspectFile;
  /**
   * The token of integrations, 32 characters or more: it sets the data of contacts, hands chats over from a bot, and decides
   * about held files. Without it none of that can be done over HTTP.
   */
  readonly flowToken?: string;
  readonly flowLimits?: FlowLimits;
}

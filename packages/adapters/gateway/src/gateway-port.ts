import type {Cursor} from '@deskwire/domain';
import {PROTOCOL_VERSION, SOCKET_PATH, type ClientMessage} from '@deskwire/protocol';
import type {Loss, Port, PortSession, PortSink} from '@deskwire/stream';

import {socketAddress} from './gateway-address.js';
import type {GatewayError} from './gateway-error.js';
import {GatewaySession, type SessionTimers, type Viewer} from './gateway-session.js';
import {pageSocket, type WebSocketFactory} from './gateway-socket.js';

/** How to reach a gateway, and as whom. */
export interface GatewayOptions {
  /** Of the gateway, e.g. `https://desk.example.com`; relative to the page where that is not absolute. */
  readonly url: string;
  /** Of `signIn` or `visit`; a function is asked again for every session, so that it can renew what ran out. */
  readonly token: string | (() => Promise<string>);
  /** Opens a WebSocket; the page's own unless given. */
  readonly socket?: WebSocketFactory;
  /** Without a welcome for so many milliseconds, a try has failed. 10 000 unless given. */
  readonly openMs?: number;
  readonly timers?: SessionTimers;
}

const pageTimers: SessionTimers = {
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

/** Codes after which another token might do. */
const RENEWABLE: ReadonlySet<string> = new Set(['DW_AUTH_EXPIRED', 'DW_AUTH_INVALID']);

const hello = (token: string, cursor: Cursor | undefined): ClientMessage => ({
  type: 'hello',
  protocol: PROTOCOL_VERSION,
  token,
  ...(cursor ? {cursor} : {}),
});

/** Why there is no token: refused for good, or out of reach for now. The error may come from another bundle. */
const asLoss = (error: unknown): unknown => {
  const {refusal} = (error ?? {}) as Partial<GatewayError>;
  return refusal ? ({refusal, final: refusal.code.startsWith('DW_AUTH_')} satisfies Loss) : error;
};

class GatewayPort implements Port {
  readonly name = 'gateway';
  readonly #options: GatewayOptions;
  #viewer: Viewer = 'agent';
  /** The token that the newest session said hello with, and the one that was refused last. */
  #token = '';
  #refusedToken: string | undefined;

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  open(sink: PortSink, cursor: Cursor | undefined): PortSession {
    const {url, socket = pageSocket, timers = pageTimers, openMs = 10_000} = this.#options;
    return new GatewaySession({
      ...{sink, timers, openMs, url},
      token: () => this.#token,
      viewer: () => this.#viewer,
      met: (viewer) => {
        this.#viewer = viewer;
      },
      hello: async () => hello(await this.#readToken(), cursor),
      socket: () => socket(socketAddress(url, SOCKET_PATH)),
      judge: (loss) => this.#judge(loss),
    });
  }

  async #readToken(): Promise<string> {
    const {token} = this.#options;
    try {
      this.#token = typeof token === 'string' ? token : await token();
      return this.#token;
    } catch (error) {
      throw asLoss(error);
    }
  }

  /** A refused token that can be renewed is worth another try, once per token. */
  #judge({refusal, final: isFinal}: Loss): Loss {
    const isRenewable = typeof this.#options.token !== 'string' && RENEWABLE.has(refusal.code);
    if (!isRenewable) return {refusal, final: isFinal};
    const final = this.#refusedToken === this.#token;
    this.#refusedToken = this.#token;
    return {refusal, final};
  }
}

/**
 * A desk's or a visitor's way to a Deskwire gateway. It keeps nothing but its session: what is lost is told, and the
 * stream comes back with its cursor.
 */
export const gatewayPort = (options: GatewayOptions): Port => new GatewayPort(options);

import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';

import type {FastifyInstance} from 'fastify';

import type {Command, Who} from '@deskwire/domain';
import type {Centre, Signal} from '@deskwire/engine';

import type {Tokens} from '../auth/tokens.js';
import type {Alongside, Outcome, Told} from '../centre/flush.js';
import type {Core} from '../core.js';
import type {FileIntake} from '../files/intake.js';
import type {IntegrationGuard} from '../flow/integration-guard.js';

/** Takes over a connection that asked for a socket. Host and origin have been checked. */
export type Upgrade = (request: IncomingMessage, connection: Duplex, head: Buffer) => void;

/** What a channel is given. */
export interface ChannelApi extends Core {
  readonly app: FastifyInstance;
  readonly tokens: Tokens;
  /** For routes of integrations; without it there are none. */
  readonly guard: IntegrationGuard | undefined;
  /** Takes files that come in with contacts. */
  readonly files: FileIntake;
  /** Tells the engine what happened in the world. */
  signal(signal: Signal, alongside?: Alongside): Promise<Outcome>;
  /** Asks on behalf of somebody who cannot ask any more (a visitor who closed the page). */
  command(who: Who, command: Command): Promise<Outcome>;
  /** Whether this viewer has a socket now. */
  isConnected(who: Who): boolean;
  /** Claims the sockets of one path. */
  onUpgrade(path: string, upgrade: Upgrade): void;
}

/**
 * A way in and out of the contact centre. A channel turns the world into signals, and facts into acts in the world. It
 * MUST come to the same when it is told the same twice, MUST find its way from the centre alone after a restart, and
 * MUST NOT keep anything in memory that a fact or the store should carry. A failure inside it stays inside it.
 */
export interface Channel {
  /** For logs. */
  readonly name: string;
  /** Before anything runs: the place to register routes. */
  attach(api: ChannelApi): void;
  /** The gateway begins to listen: what was left undone is taken up. */
  start(): Promise<void>;
  /** The gateway stops: nothing new is begun, and what is under way may end. */
  stop(): Promise<void>;
  /** What just became true, after the desks were told. */
  onFacts(told: Told, centre: Centre): void;
  /** A viewer's first socket came, or the last one went. */
  onViewer?(who: Who, connected: boolean): void;
}

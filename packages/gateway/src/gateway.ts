import type {IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Duplex} from 'node:stream';

import type {FastifyInstance} from 'fastify';

import {closeCodeOf} from '@deskwire/protocol';
import {refuse, type Interaction} from '@deskwire/domain';

import type {Alarm} from './centre/alarm.js';
import type {Channel, Upgrade} from './channels/channel.js';
import type {EmailChannel} from './channels/email/email-channel.js';
import type {Core} from './core.js';
import type {Files} from './files/build-files.js';
import {Backfill} from './history/backfill.js';
import {changedRows} from './history/history-rows.js';
import {isAllowed, type OriginPolicy} from './http/origins.js';
import {safeError} from './log.js';
import type {Desks} from './sockets/desks.js';
import type {Feeds} from './sockets/feeds.js';
import type {SocketServer} from './sockets/socket-server.js';

/** Where a gateway can be reached once it listens. */
export interface Addresses {
  readonly host: string;
  readonly port: number;
  readonly smtpPort: number;
}

/** The parts of a gateway, as `buildGateway` puts them together. */
export interface GatewayParts {
  readonly core: Core;
  readonly app: FastifyInstance;
  readonly alarm: Alarm;
  readonly desks: Desks;
  readonly feeds: Feeds;
  readonly sockets: SocketServer;
  readonly channels: readonly Channel[];
  readonly files: Files;
  readonly email: EmailChannel;
  readonly upgrades: ReadonlyMap<string, Upgrade>;
  readonly policy: OriginPolicy;
  readonly host: string;
  readonly port: number;
}

/** A built gateway. It can be asked by injection at once; `listen` opens its ports. */
export class Gateway {
  readonly #parts: GatewayParts;
  readonly #backfill = new Backfill();
  #stopping: Promise<void> | undefined;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    parts.app.server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) =>
      this.#upgrade(request, connection, head),
    );
  }

  /** The HTTP side, for `inject`. */
  get app(): FastifyInstance {
    return this.#parts.app;
  }

  /** What the parts share: for tests, and for whoever embeds a gateway. */
  get core(): Core {
    return this.#parts.core;
  }

  /** Opens the ports and takes up what an earlier process left undone. */
  async listen(): Promise<Addresses> {
    const {app, alarm, desks, sockets, channels, files, email, host, port, core} = this.#parts;
    await desks.forgetAll();
    await files.start();
    for (const channel of channels) await channel.start();
    alarm.start();
    sockets.start();
    await app.listen({host, port});
    const rows = (contact: Interaction) => changedRows(undefined, contact, core.config.tenant);
    this.#backfill.start(core.store.history, rows, core.log);
    const listening = app.server.address() as AddressInfo;
    core.log.info({port: listening.port, smtpPort: email.port, seq: core.host.centre.seq}, 'listening');
    return {host, port: listening.port, smtpPort: email.port};
  }

  /** Stops: nothing new is taken, what was taken is stored, and the desks come back by themselves. Idempotent. */
  close(): Promise<void> {
    return (this.#stopping ??= this.#close());
  }

  async #close(): Promise<void> {
    const {app, alarm, sockets, channels, files, feeds, core} = this.#parts;
    alarm.stop();
    sockets.stop();
    files.stop();
    await app.close();
    for (const channel of channels) {
      await channel.stop().catch((error: unknown) => {
        core.log.error({channel: channel.name, error: safeError(error)}, 'channel did not stop');
      });
    }
    await core.host.close();
    await this.#backfill.stop();
    feeds.stop();
    await core.store.close();
    core.log.info({seq: core.host.centre.seq}, 'stopped');
  }

  #upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    const {policy, upgrades, core} = this.#parts;
    const {host, origin} = request.headers;
    const path = request.url?.split('?')[0] ?? '';
    const upgrade = upgrades.get(path);
    connection.on('error', () => connection.destroy());
    const isSecure = request.headers['x-forwarded-proto'] === 'https';
    if (upgrade && isAllowed(policy, {host, origin, isSecure})) return upgrade(request, connection, head);
    const refusal = refuse(upgrade ? 'DW_AUTH_ORIGIN' : 'DW_WIRE_UNKNOWN');
    core.metrics.refused(refusal.code);
    core.log.info({code: refusal.code}, 'socket refused');
    const body = JSON.stringify({refusal, close: closeCodeOf(refusal)});
    connection.end(
      `HTTP/1.1 ${upgrade ? '403 Forbidden' : '404 Not Found'}\r\nconnection: close\r\n` +
        `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  }
}

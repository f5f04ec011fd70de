import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';

import {WebSocketServer, type WebSocket} from 'ws';

import {refuse, type AgentId, type Refusal, type Who} from '@deskwire/domain';
import {MAIL_BYTES} from '@deskwire/protocol';

import {Session, type SessionParts} from './session.js';

/**
 * Frames above this close the socket, by WebSocket's own rule (1009). Smaller ones that are still too large are
 * answered and the session goes on.
 */
const MAX_PAYLOAD = 2 * MAIL_BYTES;
const SWEEP_MS = 60_000;

/** The sockets of desks and visitors. */
export class SocketServer {
  readonly #parts: SessionParts;
  readonly #server = new WebSocketServer({noServer: true, maxPayload: MAX_PAYLOAD, perMessageDeflate: false});
  readonly #sessions = new Set<Session>();
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(parts: SessionParts) {
    this.#parts = parts;
    parts.core.host.listen(({facts}) => {
      for (const fact of facts) {
        if (fact.type === 'agent.state-changed' && fact.presence.state === 'signed-out') {
          // After this turn, so that the sign-out itself is still answered.
          setImmediate(() => this.expel(fact.agentId, refuse('DW_AGENT_SIGNED_OUT')));
        }
      }
    });
  }

  /** Begins the heartbeats. */
  start(): void {
    const {limits, feeds} = this.#parts;
    this.#timers.push(
      setInterval(() => this.#beat(), limits.heartbeatSeconds * 1_000),
      setInterval(() => feeds.sweep(), SWEEP_MS),
    );
  }

  /** Takes over a connection whose request asked for the socket and came from where it may. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, connection, head, (socket) => this.#begin(socket, connection));
  }

  /** How many sessions of a kind are welcome now. */
  count(kind: Who['kind']): number {
    return [...this.#sessions].filter(({who}) => who?.kind === kind).length;
  }

  /** Ends every session of an agent. */
  expel(agentId: AgentId, refusal: Refusal): void {
    for (const session of this.#sessions) {
      const {who} = session;
      if (who?.kind === 'agent' && who.agentId === agentId) session.end(refusal);
    }
  }

  /** Closes every socket; the desks come back by themselves. */
  stop(): void {
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
    for (const session of this.#sessions) session.stop();
    this.#server.close();
  }

  #begin(socket: WebSocket, connection: Duplex): void {
    const session = new Session(socket, connection, this.#parts, () => this.#sessions.delete(session));
    this.#sessions.add(session);
  }

  #beat(): void {
    for (const session of this.#sessions) session.beat();
  }
}

import {WebSocket} from 'ws';

import {gatewayPort, type GatewaySocket} from '@deskwire/adapter-gateway';
import type {Interaction, InteractionId, Message} from '@deskwire/domain';
import {createStream, type DeskStream} from '@deskwire/stream';

import {pass} from './harness.js';

/** What another try under the same id may mend. */
const AGAIN: ReadonlySet<string> = new Set([
  'DW_WIRE_RATE',
  'DW_SEND_TIMEOUT',
  'DW_SEND_OFFLINE',
  'DW_SERVER_FAILED',
]);

/** Somebody in chats, with the stream and the port that desks and visitors' pages have, whose cable can be cut. */
export class Talker {
  readonly stream: DeskStream;
  /** Ids of messages as they were told, the snapshots' not among them. */
  readonly told: string[] = [];
  sockets = 0;
  snapshots = 0;
  /** How often something had to be said again. */
  retries = 0;
  #socket: WebSocket | undefined;
  #hasLeft = false;

  constructor(url: string, token: string, random: () => number) {
    const port = gatewayPort({url, token, socket: (address) => this.#open(address)});
    // Quicker than a desk: whoever is cut off is soon back, and does not wait long for an answer.
    const timeouts = {sendMs: 1_500, settleMs: 1_500, retryMinMs: 20, retryMaxMs: 400};
    this.stream = createStream(port, {random, timeouts});
    this.stream.facts$.subscribe((fact) => {
      if (fact.type === 'message.posted') this.told.push(fact.message.id);
      if (fact.type === 'desk.hydrated') this.snapshots += 1;
    });
    this.stream.connect();
  }

  /** Everything that this one sees of a conversation. */
  messages(id: InteractionId): readonly Message[] {
    const content = this.#interaction(id)?.content;
    return content?.kind === 'chat' ? content.transcript.messages : [];
  }

  /** Says it, under the same id as often as it takes. */
  async say(interactionId: InteractionId, id: string): Promise<void> {
    for (;;) {
      const result = await this.stream.send({type: 'message.send', interactionId, text: id}, id);
      if (result.ok) return;
      const {code} = result.refusal;
      if (this.#hasLeft || !AGAIN.has(code)) throw new Error(`${id} was refused: ${code}`);
      this.retries += 1;
      await pass(code === 'DW_WIRE_RATE' ? 150 : 20);
    }
  }

  /** Cuts the cable; the stream comes back by itself. */
  cut(): void {
    this.#socket?.terminate();
  }

  /** Goes away for good. */
  leave(): void {
    this.#hasLeft = true;
    this.stream.close();
  }

  #interaction(id: InteractionId): Interaction | undefined {
    return this.stream.snapshot().interactions.get(id);
  }

  #open(address: string): GatewaySocket {
    const socket = new WebSocket(address);
    // A socket that finds nobody at home makes `ws` complain to nobody.
    socket.on('error', () => undefined);
    this.sockets += 1;
    this.#socket = socket;
    return socket;
  }
}

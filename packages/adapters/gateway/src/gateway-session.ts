import {
  refuse,
  type CommandEnvelope,
  type CommandId,
  type Query,
  type QueryType,
  type Refusal,
} from '@deskwire/domain';
import {
  encode,
  fits,
  parseAnswer,
  parseServerMessage,
  PROTOCOL_VERSION,
  readClose,
  type ClientMessage,
  type ServerMessage,
} from '@deskwire/protocol';
import type {
  CommandResult,
  FileRequest,
  FileResult,
  Loss,
  PortSession,
  PortSink,
  QueryResult,
  TypingNotice,
  Upload,
  UploadResult,
} from '@deskwire/stream';

import {codeOfClose, textOfMessage, type GatewaySocket} from './gateway-socket.js';
import {Transfers, type TransferParts} from './transfer.js';

/** The timers of a session. The page's own unless a test winds others. */
export interface SessionTimers {
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** Whose desk or page it is. */
export type Viewer = 'agent' | 'customer';

/** What a session needs. */
export interface SessionParts extends Pick<TransferParts, 'url' | 'token'> {
  readonly sink: PortSink;
  readonly timers: SessionTimers;
  /** Without a welcome after so many milliseconds, the gateway is not reachable. */
  readonly openMs: number;
  /** Gets a token and says hello with it; rejects with a loss when there is none. */
  hello(): Promise<ClientMessage>;
  /** Opens the socket. */
  socket(): GatewaySocket;
  /** Who this desk turned out to be: decides how large a message may be. Remembered for sessions that resume. */
  viewer(): Viewer;
  met(viewer: Viewer): void;
  /** Whether a no of the gateway is final: with another token, coming back may help. */
  judge(loss: Loss): Loss;
}

type WelcomeMessage = Extract<ServerMessage, {type: 'welcome'}>;
type AnswerMessage = Extract<ServerMessage, {type: 'answer'}>;

/** A gateway that said nothing for so many heartbeats is gone. */
const BEATS = 2.5;

const lost = (code: Parameters<typeof refuse>[0]): Loss => ({refusal: refuse(code), final: false});

/** One WebSocket, from opening it to its loss. */
export class GatewaySession implements PortSession {
  readonly #parts: SessionParts;
  readonly #commands = new Map<CommandId, ((result: CommandResult) => void)[]>();
  readonly #over = new AbortController();
  readonly #transfers: Transfers;
  readonly #queries = new Map<string, (message: AnswerMessage) => void>();
  /** What was to be sent before the welcome. */
  #early: string[] | undefined = [];
  #socket: GatewaySocket | undefined;
  #isOver = false;
  #watch: unknown;
  #beatMs: number;
  #asked = 0;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#transfers = new Transfers({url: parts.url, token: () => parts.token(), over: this.#over.signal});
    this.#beatMs = parts.openMs;
    this.#watchOver();
    void this.#begin();
  }

  send(envelope: CommandEnvelope): Promise<CommandResult> {
    return new Promise((resolve) => {
      const {id} = envelope;
      const tooLarge = this.#write({type: 'command', ...envelope});
      if (tooLarge) resolve({ok: false, refusal: tooLarge});
      else this.#commands.set(id, [...(this.#commands.get(id) ?? []), resolve]);
    });
  }

  query<Q extends Query>(query: Q): Promise<QueryResult<Q['type']>> {
    const type: Q['type'] = query.type;
    return new Promise((resolve) => {
      const id = `query.${(this.#asked += 1).toString()}`;
      this.#queries.set(id, (message) => resolve(readAnswer(type, message)));
      this.#write({type: 'query', id, query});
    });
  }

  upload(upload: Upload): Promise<UploadResult> {
    return this.#transfers.upload(upload);
  }

  download(request: FileRequest): Promise<FileResult> {
    return this.#transfers.download(request);
  }

  /** What cannot be told now is not told later. */
  notify({interactionId, isTyping}: TypingNotice): void {
    if (!this.#early && !this.#isOver) this.#write({type: 'typing', interactionId, isTyping});
  }

  close(): void {
    this.#end();
  }

  async #begin(): Promise<void> {
    try {
      const hello = await this.#parts.hello();
      if (!this.#isOver) this.#listen(this.#parts.socket(), hello);
    } catch (error) {
      this.#lose(isLoss(error) ? error : lost('DW_SEND_OFFLINE'));
    }
  }

  #listen(socket: GatewaySocket, hello: ClientMessage): void {
    this.#socket = socket;
    socket.addEventListener('open', () => {
      if (!this.#isOver) socket.send(encode(hello));
    });
    socket.addEventListener('message', (event) => this.#hear(textOfMessage(event)));
    socket.addEventListener('close', (event) => {
      if (!this.#isOver) this.#lose(this.#parts.judge(readClose(codeOfClose(event))));
    });
    // A close follows every error, and says more.
    socket.addEventListener('error', () => undefined);
  }

  #hear(text: string | undefined): void {
    if (this.#isOver) return;
    this.#watchOver();
    const parsed = parseServerMessage(text ?? '');
    if (parsed.ok) this.#take(parsed.value);
    // A message of a newer gateway; those that must be understood come with another version.
    else if (parsed.refusal.code !== 'DW_WIRE_UNKNOWN') this.#lose({refusal: parsed.refusal, final: false});
  }

  #take(message: ServerMessage): void {
    switch (message.type) {
      case 'welcome':
        return this.#welcome(message);
      case 'facts':
        return this.#tell(message.facts);
      case 'result':
        return this.#answer(message.id, message.ok ? {ok: true} : {ok: false, refusal: message.refusal});
      case 'answer':
        this.#queries.get(message.id)?.(message);
        this.#queries.delete(message.id);
        return;
      case 'typing':
        return this.#parts.sink.notice?.(message);
      case 'refused':
        return this.#lose(this.#parts.judge(message));
      case 'ping':
        this.#socket?.send(encode({type: 'pong'}));
        return;
      case 'rejected':
        // It names no command of ours; the one it was about fails by time, where its sender is told.
        return;
    }
  }

  #welcome({protocol, now, heartbeatSeconds}: WelcomeMessage): void {
    if (protocol !== PROTOCOL_VERSION) {
      const refusal = refuse('DW_WIRE_VERSION', {gateway: protocol, desk: PROTOCOL_VERSION});
      return this.#lose({refusal, final: true});
    }
    const early = this.#early ?? [];
    this.#early = undefined;
    this.#beatMs = heartbeatSeconds * 1_000 * BEATS;
    this.#watchOver();
    this.#parts.sink.live({now});
    for (const text of early) this.#socket?.send(text);
  }

  #tell(facts: Extract<ServerMessage, {type: 'facts'}>['facts']): void {
    // Nothing can be told before live; a gateway that tries speaks something else.
    if (this.#early) return this.#lose(lost('DW_WIRE_MALFORMED'));
    const [first] = facts;
    if (!first) return;
    if (first.type === 'desk.hydrated') this.#parts.met(first.snapshot.viewer.kind);
    this.#parts.sink.facts(facts);
  }

  #answer(id: CommandId, result: CommandResult): void {
    const waiting = this.#commands.get(id) ?? [];
    this.#commands.delete(id);
    for (const resolve of waiting) resolve(result);
  }

  /** Writes now or after the welcome. What no gateway would take is not written, and refused here in its words. */
  #write(message: ClientMessage): Refusal | undefined {
    const text = encode(message);
    if (!fits(message, text, this.#parts.viewer())) return refuse('DW_WIRE_TOO_LARGE');
    if (this.#early) this.#early.push(text);
    else if (!this.#isOver) this.#socket?.send(text);
    return undefined;
  }

  /** Time begins anew: something was heard. */
  #watchOver(): void {
    const {timers} = this.#parts;
    timers.clearTimeout(this.#watch);
    if (!this.#isOver)
      this.#watch = timers.setTimeout(() => this.#lose(lost('DW_SEND_OFFLINE')), this.#beatMs);
  }

  #lose(loss: Loss): void {
    if (this.#isOver) return;
    this.#end();
    this.#parts.sink.lost(loss);
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#over.abort();
    this.#parts.timers.clearTimeout(this.#watch);
    this.#commands.clear();
    this.#queries.clear();
    this.#socket?.close(1000);
  }
}

const readAnswer = <T extends QueryType>(type: T, message: AnswerMessage): QueryResult<T> => {
  if (!message.ok) return {ok: false, refusal: message.refusal};
  const parsed = parseAnswer(type, message.answer);
  return parsed.ok ? {ok: true, answer: parsed.value} : {ok: false, refusal: parsed.refusal};
};

const isLoss = (error: unknown): error is Loss =>
  typeof error === 'object' && error !== null && 'refusal' in error && 'final' in error;

import {once} from 'node:events';

import {WebSocket} from 'ws';

import {
  EMPTY_DESK,
  reduce,
  type Command,
  type Cursor,
  type DeskState,
  type Fact,
  type FactOf,
  type FactType,
  type Interaction,
  type Query,
} from '@deskwire/domain';
import {PROTOCOL_VERSION, type ServerMessage} from '@deskwire/protocol';

const PATIENCE_MS = 10_000;

type Result = Extract<ServerMessage, {type: 'result'}>;
type Waiter = () => void;

/** A desk or a visitor's page at the gateway's wire: raw messages, and the state that the facts make. */
export class WireDesk {
  readonly #socket: WebSocket;
  readonly #waiters = new Set<Waiter>();
  #ids = 0;
  readonly messages: ServerMessage[] = [];
  readonly facts: Fact[] = [];
  state: DeskState = EMPTY_DESK;
  /** The code that the socket was closed with. */
  closed: number | undefined;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#take(JSON.parse((data as Buffer).toString()) as ServerMessage));
    socket.on('close', (code) => {
      this.closed = code;
      this.#wake();
    });
    socket.on('error', () => undefined);
  }

  /** A socket that has not said anything yet. */
  static async connect(url: string, headers: Record<string, string> = {}): Promise<WireDesk> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/socket`, {headers});
    await once(socket, 'open');
    return new WireDesk(socket);
  }

  /** A socket that has been welcomed and knows its state. */
  static async open(url: string, token: string, cursor?: Cursor): Promise<WireDesk> {
    const desk = await WireDesk.connect(url);
    desk.hello(token, cursor);
    const welcome = await desk.message('welcome');
    if (!welcome.resumed) await desk.fact('desk.hydrated');
    return desk;
  }

  hello(token: string, cursor?: Cursor): void {
    this.say({type: 'hello', protocol: PROTOCOL_VERSION, token, ...(cursor ? {cursor} : {})});
  }

  /** Sends anything, as JSON or as it is. */
  say(message: unknown): void {
    this.#socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** Sends a binary frame. */
  sayBytes(bytes: Buffer): void {
    this.#socket.send(bytes);
  }

  /** Reads nothing more, as a machine that hangs would. */
  pause(): void {
    this.#socket.pause();
  }

  /** Sends a command and waits for its result. */
  async ask(
    command: Command,
    id = `c${(this.#ids += 1)}-${Math.random().toString(36).slice(2)}`,
  ): Promise<Result> {
    this.say({type: 'command', id, command});
    return this.until('a result', () =>
      this.messages.find((one): one is Result => one.type === 'result' && one.id === id),
    );
  }

  /** Sends a command that must be done. */
  async do(command: Command, id?: string): Promise<void> {
    const result = await this.ask(command, id);
    if (!result.ok) throw new Error(`${command.type} was refused: ${result.refusal.code}`);
  }

  /** Sends a command and gives back the code of its refusal. */
  async refused(command: Command, id?: string): Promise<string> {
    const result = await this.ask(command, id);
    return result.ok ? 'done' : result.refusal.code;
  }

  /** Sends a query and waits for its answer. */
  async query(query: Query): Promise<Extract<ServerMessage, {type: 'answer'}>> {
    const id = `q${(this.#ids += 1)}`;
    this.say({type: 'query', id, query});
    return this.until('an answer', () =>
      this.messages.find(
        (one): one is Extract<ServerMessage, {type: 'answer'}> => one.type === 'answer' && one.id === id,
      ),
    );
  }

  /** The first message of a type, now or soon. */
  message<T extends ServerMessage['type']>(type: T): Promise<Extract<ServerMessage, {type: T}>> {
    return this.until(`a message ${type}`, () =>
      this.messages.find((one): one is Extract<ServerMessage, {type: T}> => one.type === type),
    );
  }

  /** The first fact of a type, now or soon. */
  fact<T extends FactType>(type: T): Promise<FactOf<T>> {
    return this.until(`a fact ${type}`, () => this.facts.find((one): one is FactOf<T> => one.type === type));
  }

  /** One interaction as the desk knows it, once it fits. */
  interaction(what: string, fits: (interaction: Interaction) => boolean | undefined): Promise<Interaction> {
    return this.until(what, () => [...this.state.interactions.values()].find(fits));
  }

  /** Waits until there is a value. */
  async until<T>(what: string, find: () => T | undefined | false): Promise<T> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = find();
      if (found !== undefined && found !== false) return found;
      if (Date.now() >= end) throw new Error(`Waited in vain for ${what}; last: ${this.#last()}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 50);
        this.#waiters.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** The code that the gateway closes this socket with. */
  whenClosed(): Promise<number> {
    return this.until('the close', () => this.closed);
  }

  /** Goes away politely. */
  close(): void {
    this.#socket.close();
  }

  /** Goes away as a cut cable does. */
  cut(): void {
    this.#socket.terminate();
  }

  #last(): string {
    return JSON.stringify(this.messages.at(-1))?.slice(0, 300) ?? 'nothing';
  }

  #take(message: ServerMessage): void {
    this.messages.push(message);
    if (message.type === 'ping') this.say({type: 'pong'});
    if (message.type === 'facts') {
      for (const fact of message.facts) {
        this.facts.push(fact);
        this.state = reduce(this.state, fact);
      }
    }
    this.#wake();
  }

  #wake(): void {
    for (const waiter of [...this.#waiters]) {
      this.#waiters.delete(waiter);
      waiter();
    }
  }
}

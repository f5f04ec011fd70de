import {
  EMPTY_DESK,
  permit,
  reduce,
  refuse,
  type Author,
  type Command,
  type DeskSnapshot,
  type DeskState,
  type Fact,
  type Happening,
  type Interaction,
  type InteractionId,
  type Query,
  type RefusalCode,
} from '@deskwire/domain';
import type {
  CommandResult,
  ConnectionStatus,
  FileRequest,
  FileResult,
  PendingCommand,
  QueryResult,
  StreamHandle,
  Subscribable,
  TypingNotice,
  Upload,
  UploadResult,
} from '@deskwire/stream';

import {factLog, type FactLog} from './fixtures/facts.js';
import {NOON} from './fixtures/people.js';

/** A command as it was sent, with its answer still in the test's hand. */
export interface SentCommand {
  readonly id: string;
  readonly command: Command;
}

/** What a fake stream starts with. */
export interface FakeStreamOptions {
  /** What the first snapshot holds; `null`: nothing was told yet. */
  readonly snapshot?: Partial<DeskSnapshot> | null;
  /** Short for `snapshot.interactions`. */
  readonly interactions?: readonly Interaction[];
  readonly now?: () => number;
  /** Answers commands by itself: happenings are told as the command's facts, a code refuses it, undefined leaves it open. */
  readonly respond?: (command: Command) => readonly Happening[] | RefusalCode | undefined;
  /**
   * Answers queries, now or later; a code refuses. Without it, or with undefined, they are refused as a backend does that
   * has no such list.
   */
  readonly answer?: (query: Query) => unknown;
  /** Takes files; without it they stay open until the test answers them. */
  readonly receive?: (upload: Upload) => Promise<UploadResult> | UploadResult;
  /** Gives files; without it there are none. */
  readonly files?: (request: FileRequest) => Promise<FileResult> | FileResult;
}

/** An upload with its answer still in the test's hand. */
export interface SentFile {
  readonly upload: Upload;
  answer(result: UploadResult): void;
}

interface Open extends SentCommand {
  readonly resolve: (result: CommandResult) => void;
}

/** Where values come out. It counts who listens, so that a test can see that nobody was left behind. */
class Tap<T> implements Subscribable<T> {
  readonly listeners = new Set<(value: T) => void>();

  constructor(private readonly first?: () => T) {}

  subscribe(next: (value: T) => void): {unsubscribe(): void} {
    const listener = (value: T): void => {
      next(value);
    };
    this.listeners.add(listener);
    if (this.first) listener(this.first());
    return {unsubscribe: () => void this.listeners.delete(listener)};
  }

  emit(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }
}

/**
 * A stream that a test plays: a real `reduce` and a real `permit`, with the backend in the test's hand. Everything is
 * told at once, in the order of the real one: state first, then the fact, then the list of open commands.
 */
export class FakeStream {
  readonly handle: StreamHandle;
  /** Everything that was sent, oldest first; a retry under the same id counts again. */
  readonly sent: SentCommand[] = [];
  /** Every file that was sent, oldest first. */
  readonly uploads: SentFile[] = [];
  /** What was told about the viewer's typing, oldest first. */
  readonly typed: TypingNotice[] = [];
  readonly #typing = new Map<InteractionId, readonly Author[]>();
  readonly #typings = new Tap<InteractionId>();
  readonly #log: FactLog;
  readonly #states: Tap<DeskState>;
  readonly #facts = new Tap<Fact>();
  readonly #statuses: Tap<ConnectionStatus>;
  readonly #pendings: Tap<ReadonlyMap<string, PendingCommand>>;
  readonly #pending = new Map<string, PendingCommand>();
  readonly #now: () => number;
  readonly #options: FakeStreamOptions;
  #open: readonly Open[] = [];
  #state: DeskState = EMPTY_DESK;
  #status: ConnectionStatus;
  #ids = 0;

  constructor(options: FakeStreamOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => NOON);
    this.#log = factLog({now: this.#now});
    this.#status = {state: 'live', since: this.#now()};
    this.#states = new Tap(() => this.#state);
    this.#statuses = new Tap(() => this.#status);
    this.#pendings = new Tap<ReadonlyMap<string, PendingCommand>>(() => new Map(this.#pending));
    this.handle = this.#makeHandle();
    if (options.snapshot !== null)
      this.hydrate({interactions: options.interactions ?? [], ...options.snapshot});
  }

  /** The desk now. */
  get state(): DeskState {
    return this.#state;
  }

  /** How many subscriptions are open. */
  get listeners(): number {
    return [this.#states, this.#facts, this.#statuses, this.#pendings, this.#typings]
      .map(({listeners}) => listeners.size)
      .reduce((a, b) => a + b);
  }

  /** Commands that nobody answered yet. */
  get open(): readonly SentCommand[] {
    return this.#open;
  }

  /** The newest command that was sent. */
  get last(): Command | undefined {
    return this.sent.at(-1)?.command;
  }

  /** Something happens. */
  tell(happening: Happening, cause?: string): Fact {
    return this.#apply(this.#log.say(happening, cause === undefined ? {} : {cause}));
  }

  /** A snapshot arrives. */
  hydrate(set: Partial<DeskSnapshot> = {}): Fact {
    return this.#apply(this.#log.hydrated(set));
  }

  /** The backend takes the oldest open command, or the one under `id`, and tells these facts as its effect. */
  accept(happenings: readonly Happening[] = [], id = this.#open[0]?.id): void {
    const open = this.#take(id);
    open.resolve({ok: true});
    for (const happening of happenings) this.tell(happening, open.id);
    this.#pending.delete(open.id);
    this.#tellPending();
  }

  /** The backend refuses the oldest open command, or the one under `id`. */
  refuse(code: RefusalCode, id = this.#open[0]?.id): void {
    const open = this.#take(id);
    const refusal = refuse(code);
    const {command} = open;
    this.#pending.set(open.id, {id: open.id, command, since: this.#now(), state: 'failed', refusal});
    this.#tellPending();
    open.resolve({ok: false, refusal});
  }

  /** The connection changes. */
  connection(status: ConnectionStatus): void {
    this.#status = status;
    this.#statuses.emit(status);
  }

  /** These write in a conversation from now on, and nobody else. */
  typing(interactionId: InteractionId, authors: readonly Author[]): void {
    this.#typing.set(interactionId, authors);
    this.#typings.emit(interactionId);
  }

  async #upload(upload: Upload): Promise<UploadResult> {
    const answer = this.#options.receive?.(upload);
    if (answer) return answer;
    return new Promise((resolve) => this.uploads.push({upload, answer: resolve}));
  }

  async #download(request: FileRequest): Promise<FileResult> {
    return this.#options.files?.(request) ?? {ok: false, refusal: refuse('DW_FILE_UNKNOWN')};
  }

  #typingIn(id: InteractionId): Subscribable<readonly Author[]> {
    return {
      subscribe: (next) => {
        next(this.#typing.get(id) ?? []);
        return this.#typings.subscribe((changed) => {
          if (changed === id) next(this.#typing.get(id) ?? []);
        });
      },
    };
  }

  #apply(fact: Fact): Fact {
    this.#state = reduce(this.#state, fact);
    this.#states.emit(this.#state);
    this.#facts.emit(fact);
    return fact;
  }

  #take(id: string | undefined): Open {
    const open = this.#open.find((one) => one.id === id);
    if (!open) throw new Error('FakeStream: no such command is open');
    this.#open = this.#open.filter((one) => one !== open);
    return open;
  }

  #tellPending(): void {
    this.#pendings.emit(new Map(this.#pending));
  }

  #send(command: Command, id: string): Promise<CommandResult> {
    this.sent.push({id, command});
    this.#pending.set(id, {id, command, since: this.#now(), state: 'sending'});
    this.#tellPending();
    const result = new Promise<CommandResult>((resolve) => {
      this.#open = [...this.#open, {id, command, resolve}];
    });
    const response = this.#options.respond?.(command);
    if (typeof response === 'string') this.refuse(response, id);
    else if (response) this.accept(response, id);
    return result;
  }

  async #query<Q extends Query>(query: Q): Promise<QueryResult<Q['type']>> {
    const answer = await this.#options.answer?.(query);
    if (typeof answer === 'string') return {ok: false, refusal: refuse(answer as RefusalCode)};
    const refusal = refuse('DW_CAPABILITY_MISSING', {command: query.type});
    return (answer === undefined ? {ok: false, refusal} : {ok: true, answer}) as QueryResult<Q['type']>;
  }

  #slice<T>(selector: (state: DeskState) => T, equals: (a: T, b: T) => boolean = Object.is): Subscribable<T> {
    return {
      subscribe: (next) => {
        let last: {readonly value: T} | undefined;
        return this.#states.subscribe((state) => {
          const value = selector(state);
          if (last && equals(last.value, value)) return;
          last = {value};
          next(value);
        });
      },
    };
  }

  #makeHandle(): StreamHandle {
    return {
      state$: this.#states,
      facts$: this.#facts,
      status$: this.#statuses,
      pending$: this.#pendings,
      snapshot: () => this.#state,
      select: (selector, equals) => this.#slice(selector, equals),
      interaction: (id) => this.#slice(({interactions}) => interactions.get(id)),
      permit: (ask) => permit(this.#state, ask, this.#state.viewer ?? {kind: 'agent', agentId: ''}),
      send: (command, id = `fake-${(this.#ids += 1)}`) => this.#send(command, id),
      dismiss: (id) => {
        this.#pending.delete(id);
        this.#tellPending();
      },
      query: (query) => this.#query(query),
      upload: (upload) => this.#upload(upload),
      download: (request) => this.#download(request),
      typing: (id) => this.#typingIn(id),
      setTyping: (interactionId, isTyping) => void this.typed.push({type: 'typing', interactionId, isTyping}),
      now: this.#now,
    };
  }
}

/** A stream for tests and stories, live and with a snapshot unless told otherwise. */
export const fakeStream = (options: FakeStreamOptions = {}): FakeStream => new FakeStream(options);

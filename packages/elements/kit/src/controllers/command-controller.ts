import type {ReactiveController} from 'lit';
import type {Command, Fact, Refusal} from '@deskwire/domain';
import type {CommandResult, PendingCommand, StreamHandle} from '@deskwire/stream';

import {consumeContext, type ControllerHost} from '../context/consume.js';
import {streamContext} from '../contexts.js';
import type {DoneEvent, RequestEvent} from '../events.js';
import {newId} from '../new-id.js';

/** Something that a person asked for. */
export interface Act {
  readonly command: Command;
  /** Fired on the host before anything is sent; when it is prevented, nothing is. */
  readonly request: () => RequestEvent<unknown>;
  /** Fired on the host once the fact is there. */
  readonly done?: (fact: Fact | undefined) => DoneEvent<unknown>;
}

interface Entry {
  readonly id: string;
  readonly act: Act;
  readonly refusal?: Refusal;
  /** The backend said ok; its fact is still awaited. */
  readonly answered?: boolean;
}

/** What a control shows for its key. */
export interface ActState {
  readonly pending: boolean;
  readonly refusal?: Refusal;
}

/** Made by hand: the table of all refusals would come with `refuse`. */
const OFFLINE: Refusal = {code: 'DW_SEND_OFFLINE', kind: 'transport'};

/**
 * Sends commands and tells the view how each is doing, by a key of the widget's own (`'hold'`, `'accept:' + id`).
 *
 * For commands in which nothing was typed; whoever sends text takes `CommandController`.
 *
 * Order: `permit` (and the check), then the cancelable request event, then `stream.send`. The key is pending
 * until the command's fact is there; then the done event fires. A refusal stays under its key until it is tried again
 * or dismissed. A key that is pending takes no second command, so a double click does one thing.
 */
export class PlainCommandController implements ReactiveController {
  readonly #stream: () => StreamHandle | undefined;
  readonly #entries = new Map<string, Entry>();
  #subscriptions: readonly {unsubscribe(): void}[] = [];
  #open: ReadonlyMap<string, PendingCommand> = new Map();

  constructor(private readonly host: ControllerHost) {
    this.#stream = consumeContext(host, streamContext, () => {
      this.#entries.clear();
      this.#rest();
    });
    host.addController(this);
  }

  /** How the command under a key is doing. */
  state(key: string): ActState {
    const entry = this.#entries.get(key);
    if (!entry) return {pending: false};
    return entry.refusal ? {pending: false, refusal: entry.refusal} : {pending: true};
  }

  isPending(key: string): boolean {
    return this.state(key).pending;
  }

  refusal(key: string): Refusal | undefined {
    return this.state(key).refusal;
  }

  /**
   * Asks for something.
   * @returns The id of the command that was sent; undefined when none was (pending, refused at once, or prevented).
   */
  run(key: string, act: Act): string | undefined {
    if (this.isPending(key)) return undefined;
    const stream = this.#stream();
    const refusal = stream ? this.#standsInTheWay(stream, act.command) : OFFLINE;
    this.dismiss(key);
    if (!stream || refusal) {
      this.#set(key, {id: '', act, ...(refusal && {refusal})});
      return undefined;
    }
    if (!this.host.dispatchEvent(act.request())) return undefined;
    return this.#send(stream, key, act, newId());
  }

  /** Tries a refused command again: after a transport failure under its own id, so that it is done once at most. */
  retry(key: string): void {
    const entry = this.#entries.get(key);
    const stream = this.#stream();
    if (!entry?.refusal || !stream) return;
    const again = entry.id !== '' && entry.refusal.kind === 'transport';
    if (!again) this.dismiss(key);
    this.#send(stream, key, entry.act, again ? entry.id : newId());
  }

  /** Forgets a refusal. */
  dismiss(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry?.refusal) return;
    this.#entries.delete(key);
    if (entry.id) this.#stream()?.dismiss(entry.id);
    this.#rest();
    this.host.requestUpdate();
  }

  hostConnected(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    this.#silence();
  }

  /** What is wrong with the command itself, however much it is allowed. */
  protected check(_stream: StreamHandle, _command: Command): Refusal | undefined {
    return undefined;
  }

  #standsInTheWay(stream: StreamHandle, command: Command): Refusal | undefined {
    const verdict = stream.permit(command);
    return verdict.ok ? this.check(stream, command) : verdict.refusal;
  }

  #send(stream: StreamHandle, key: string, act: Act, id: string): string {
    const entry: Entry = {id, act};
    this.#set(key, entry);
    this.#listen();
    void stream.send(act.command, id).then((result) => {
      if (this.#entries.get(key) === entry) this.#answer(key, entry, result);
    });
    return id;
  }

  #answer(key: string, {id, act}: Entry, result: CommandResult): void {
    if (!result.ok) {
      this.#set(key, {id, act, refusal: result.refusal});
      return;
    }
    this.#set(key, {id, act, answered: true});
    this.#settle();
  }

  #set(key: string, entry: Entry): void {
    this.#entries.set(key, entry);
    this.host.requestUpdate();
  }

  #listen(): void {
    const stream = this.#stream();
    if (!stream || !this.host.isConnected || this.#subscriptions.length > 0 || this.#entries.size === 0)
      return;
    this.#subscriptions = [
      stream.pending$.subscribe((open) => {
        this.#open = open;
        this.#settle();
      }),
      stream.facts$.subscribe((fact) => {
        if (fact.cause !== undefined) this.#settle(fact);
      }),
    ];
  }

  /** An answered command is done when its fact is there, or when the stream no longer holds it for open. */
  #settle(fact?: Fact): void {
    for (const [key, {id, act, answered}] of [...this.#entries]) {
      const caused = fact?.cause === id;
      if (!caused && !(answered && !this.#open.has(id))) continue;
      this.#entries.delete(key);
      this.host.requestUpdate();
      if (act.done) this.host.dispatchEvent(act.done(caused ? fact : undefined));
    }
    this.#rest();
  }

  /** Nothing is open: nothing to listen for. */
  #rest(): void {
    if (this.#entries.size === 0) this.#silence();
  }

  #silence(): void {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.#subscriptions = [];
  }
}

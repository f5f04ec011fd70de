import type {ReactiveController} from 'lit';
import type {DeskState} from '@deskwire/domain';
import type {StreamHandle, Subscribable} from '@deskwire/stream';

import {consumeContext, type ControllerHost} from '../context/consume.js';
import {streamContext} from '../contexts.js';

/** What a watcher takes from the stream, and how to know that it is the same as before. */
export interface Source<T> {
  subscribe(stream: StreamHandle): Subscribable<T>;
  now(stream: StreamHandle): T;
}

/**
 * Holds one value out of the stream for a host: re-arms when the host is connected or gets another stream, releases
 * when it goes. `value` is undefined until a stream is there, and again when it is gone.
 */
export class SourceController<T> implements ReactiveController {
  readonly #stream: () => StreamHandle | undefined;
  #subscription: {unsubscribe(): void} | undefined;
  #armed: StreamHandle | undefined;
  #value: T | undefined;

  constructor(
    protected readonly host: ControllerHost,
    private readonly source: () => Source<T> | undefined,
  ) {
    this.#stream = consumeContext(host, streamContext, () => {
      if (host.isConnected) this.arm();
    });
    host.addController(this);
  }

  /** The stream that the host is in. */
  get stream(): StreamHandle | undefined {
    return this.#stream();
  }

  /** The newest value. */
  get value(): T | undefined {
    return this.#value;
  }

  hostConnected(): void {
    this.arm();
  }

  hostDisconnected(): void {
    this.#release();
  }

  /** Subscribes anew, where the stream is another one or `again` says that the source is. */
  protected arm(again = false): void {
    const stream = this.#stream();
    // Without a stream nothing is armed either, but what was shown before a move may still be there.
    if (stream && stream === this.#armed && !again) return;
    this.#release();
    const source = this.source();
    this.#armed = stream;
    this.#set(stream && source?.now(stream));
    if (!stream || !source) return;
    const subscription = source.subscribe(stream).subscribe((value) => {
      if (this.#armed === stream) this.#set(value);
    });
    this.#subscription = subscription;
  }

  #release(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = undefined;
    this.#armed = undefined;
  }

  #set(value: T | undefined): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    this.host.requestUpdate();
  }
}

/**
 * One slice of the desk, e.g. `new StreamController(this, selectTasks)`. The host re-renders when the slice changed
 * (`Object.is`, or `equals`), and only then.
 */
export class StreamController<T> extends SourceController<T> {
  constructor(host: ControllerHost, selector: (state: DeskState) => T, equals?: (a: T, b: T) => boolean) {
    const source: Source<T> = {
      subscribe: (stream) => stream.select(selector, equals),
      now: (stream) => selector(stream.snapshot()),
    };
    super(host, () => source);
  }
}

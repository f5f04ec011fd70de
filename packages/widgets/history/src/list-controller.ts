import type {ReactiveController} from 'lit';
import type {InteractionId} from '@deskwire/domain';
import {consumeContext, streamContext, type ControllerHost} from '@deskwire/kit';
import type {StreamHandle, QueryResult} from '@deskwire/stream';

import {HistoryList} from './history-list.js';
import {
  isSameContacts,
  oldestDone,
  openContacts,
  type HistoryScope,
  type HistoryTab,
  type OpenContact,
} from './history.view.js';

/** So many contacts at once. */
export const PAGE = 50;

/** Which list is wanted. */
export interface Wanted {
  readonly scope: HistoryScope;
  readonly tab: HistoryTab;
  /** Of the customer's: of which contact's customer. */
  readonly interactionId?: InteractionId;
}

/** What the lists need of their host. */
export interface ListOptions {
  /** The list that is shown; undefined: none. */
  readonly wanted: () => Wanted | undefined;
  /** Whether new rows have to wait: somebody reads, points at or is in the list. */
  readonly holds: () => boolean;
}

/** The tab is a backend's business in the own list; a customer's contacts are few, and one list serves every tab. */
const keyOf = ({scope, tab, interactionId = ''}: Wanted): string => (scope === 'mine' ? tab : interactionId);

const ask = (
  stream: StreamHandle,
  {scope, tab, interactionId = ''}: Wanted,
  after: string | undefined,
): Promise<QueryResult<'history.mine' | 'history.customer'>> => {
  const range = {limit: PAGE, ...(after === undefined ? {} : {after})};
  if (scope === 'customer') return stream.query({type: 'history.customer', interactionId, ...range});
  return stream.query({type: 'history.mine', ...range, ...(tab === 'all' ? {} : {channel: tab})});
};

/**
 * The lists of a history: each is loaded when it is first shown, and brought up to date when one of the agent's contacts is
 * done or the connection is back. Those that are not shown then are let go, and loaded anew when they are.
 */
export class HistoryListController implements ReactiveController {
  readonly #stream: () => StreamHandle | undefined;
  readonly #lists = new Map<string, HistoryList>();
  #subscriptions: readonly {unsubscribe(): void}[] = [];
  #watched: StreamHandle | undefined;
  #open: readonly OpenContact[] = [];
  #isLive = true;

  constructor(
    private readonly host: ControllerHost,
    private readonly options: ListOptions,
  ) {
    this.#stream = consumeContext(host, streamContext, () => {
      if (host.isConnected) this.#watch();
    });
    host.addController(this);
  }

  /** The list that is shown. */
  get shown(): HistoryList | undefined {
    const wanted = this.options.wanted();
    return wanted && this.#lists.get(keyOf(wanted));
  }

  /** Whether the desk has its connection. What was loaded stays while it has not. */
  get isLive(): boolean {
    return this.#isLive;
  }

  /** Loads what is new; a list that could not be loaded is tried again. */
  refresh(): void {
    this.#renew();
  }

  hostConnected(): void {
    this.#watch();
  }

  /** A list that is shown for the first time is loaded. */
  hostUpdate(): void {
    const wanted = this.options.wanted();
    const stream = this.#stream();
    if (!wanted || !stream || !this.host.isConnected || this.#lists.has(keyOf(wanted))) return;
    const list = new HistoryList(
      (after) => ask(stream, wanted, after),
      () => {
        this.host.requestUpdate();
      },
    );
    this.#lists.set(keyOf(wanted), list);
    void list.load();
  }

  hostDisconnected(): void {
    this.#unwatch();
    this.#forget();
  }

  #watch(): void {
    const stream = this.#stream();
    if (stream === this.#watched) return;
    this.#unwatch();
    this.#forget();
    this.#watched = stream;
    this.#isLive = true;
    this.host.requestUpdate();
    if (!stream) return;
    this.#open = openContacts(stream.snapshot());
    this.#subscriptions = [
      stream.select(openContacts, isSameContacts).subscribe((now) => {
        this.#follow(now);
      }),
      stream.status$.subscribe(({state}) => {
        this.#connected(state === 'live');
      }),
    ];
  }

  #unwatch(): void {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.#subscriptions = [];
    this.#watched = undefined;
  }

  #follow(now: readonly OpenContact[]): void {
    const done = oldestDone(this.#open, now);
    this.#open = now;
    if (done !== undefined) this.#renew(done);
  }

  #connected(isLive: boolean): void {
    if (isLive === this.#isLive) return;
    this.#isLive = isLive;
    this.host.requestUpdate();
    if (isLive) this.#renew();
  }

  #renew(until?: number): void {
    const {shown} = this;
    for (const [key, list] of this.#lists) {
      if (list === shown) continue;
      list.close();
      this.#lists.delete(key);
    }
    void shown?.refresh(this.options.holds, until);
  }

  #forget(): void {
    for (const list of this.#lists.values()) list.close();
    this.#lists.clear();
  }
}

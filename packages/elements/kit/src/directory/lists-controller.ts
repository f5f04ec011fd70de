import type {ReactiveController} from 'lit';
import type {InteractionId, Refusal, Target} from '@deskwire/domain';
import type {StreamHandle} from '@deskwire/stream';

import {consumeContext, type ControllerHost} from '../context/consume.js';
import {streamContext, type Locale} from '../contexts.js';

import {LIST_OF, type DirectoryList} from './lists.js';
import {agentRows, numberRows, queueRows, type DirectoryRow} from './rows.js';

/** How a list is doing. One that could not be loaded has no rows, or those of before: never none that look true. */
export type ListState =
  | {readonly state: 'initial'}
  | {readonly state: 'loading'; readonly rows?: readonly DirectoryRow[]}
  | {readonly state: 'ready'; readonly rows: readonly DirectoryRow[]}
  | {readonly state: 'failed'; readonly refusal: Refusal; readonly rows?: readonly DirectoryRow[]};

/** Whose lists these are. */
export interface ListsOptions {
  readonly interactionId: () => InteractionId | undefined;
  readonly locale: () => Locale;
  /** Whether a kind of target may be chosen at all: what may not is not asked for. */
  readonly takes: (kind: Target['kind']) => boolean;
  /** The list that is shown, and so fetched unless it was before. */
  readonly shown: () => DirectoryList | undefined;
}

type Loaded = readonly DirectoryRow[] | {readonly refusal: Refusal};

const INITIAL: ListState = {state: 'initial'};

const rowsOf = (list: ListState): {readonly rows?: readonly DirectoryRow[]} =>
  'rows' in list && list.rows ? {rows: list.rows} : {};

/**
 * The lists that targets are chosen from. Each is fetched when it is first shown, and anew by `refresh`; an answer that
 * comes after a newer question, for another contact or from another stream is dropped.
 */
export class DirectoryListsController implements ReactiveController {
  readonly #stream: () => StreamHandle | undefined;
  readonly #lists = new Map<DirectoryList, ListState>();
  readonly #asked = new Map<DirectoryList, symbol>();
  #interactionId: InteractionId | undefined;

  constructor(
    private readonly host: ControllerHost,
    private readonly options: ListsOptions,
  ) {
    this.#stream = consumeContext(host, streamContext, () => {
      this.#forget();
      host.requestUpdate();
    });
    host.addController(this);
  }

  /** How a list is doing. */
  get(list: DirectoryList): ListState {
    return this.#lists.get(list) ?? INITIAL;
  }

  /** Whether anything is being fetched. */
  get isLoading(): boolean {
    return [...this.#lists.values()].some(({state}) => state === 'loading');
  }

  /** Fetches one list anew. */
  async load(list: DirectoryList): Promise<void> {
    const stream = this.#stream();
    if (!stream || !this.host.isConnected) return;
    const question = Symbol(list);
    this.#asked.set(list, question);
    this.#set(list, {state: 'loading', ...rowsOf(this.get(list))});
    const loaded = await this.#fetch(stream, list);
    if (this.#asked.get(list) !== question) return;
    const failed = 'refusal' in loaded;
    this.#set(
      list,
      failed ? {state: 'failed', ...loaded, ...rowsOf(this.get(list))} : {state: 'ready', rows: loaded},
    );
  }

  /** Fetches every list anew that may be chosen from: agents, queues and numbers (XFER-8). */
  async refresh(): Promise<void> {
    const kinds = Object.keys(LIST_OF) as readonly Target['kind'][];
    const lists = new Set(kinds.filter((kind) => this.options.takes(kind)).map((kind) => LIST_OF[kind]));
    await Promise.all([...lists].map((list) => this.load(list)));
  }

  hostUpdate(): void {
    const {interactionId, shown} = this.options;
    const id = interactionId();
    if (id !== this.#interactionId) this.#forget();
    this.#interactionId = id;
    const list = shown();
    if (list !== undefined && this.get(list).state === 'initial') void this.load(list);
  }

  hostDisconnected(): void {
    this.#forget();
  }

  #forget(): void {
    this.#lists.clear();
    this.#asked.clear();
  }

  #set(list: DirectoryList, state: ListState): void {
    this.#lists.set(list, state);
    this.host.requestUpdate();
  }

  async #fetch(stream: StreamHandle, list: DirectoryList): Promise<Loaded> {
    const locale = this.options.locale();
    const interactionId = this.options.interactionId();
    const about = interactionId === undefined ? {} : {interactionId};
    switch (list) {
      case 'agents': {
        const result = await stream.query({type: 'directory.agents', ...about});
        return result.ok ? agentRows(result.answer, locale) : result;
      }
      case 'queues':
        return this.#fetchQueues(stream, about);
      case 'numbers': {
        const result = await stream.query({type: 'directory.numbers'});
        return result.ok ? numberRows(result.answer, locale) : result;
      }
    }
  }

  /** Both or neither: half of the list would look like all of it. */
  async #fetchQueues(stream: StreamHandle, about: {interactionId?: InteractionId}): Promise<Loaded> {
    const {takes} = this.options;
    const [queues, entryPoints] = await Promise.all([
      takes('queue') ? stream.query({type: 'directory.queues', ...about}) : undefined,
      takes('entry-point') ? stream.query({type: 'directory.entry-points', ...about}) : undefined,
    ]);
    if (queues && !queues.ok) return queues;
    if (entryPoints && !entryPoints.ok) return entryPoints;
    return queueRows(queues?.answer.queues ?? [], entryPoints?.answer.entryPoints ?? []);
  }
}

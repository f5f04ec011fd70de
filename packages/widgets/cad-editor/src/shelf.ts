import {selectAgentId, type InteractionId} from '@deskwire/domain';
import type {StreamHandle} from '@deskwire/stream';

import {countEdits, EMPTY_SESSION, type Session} from './drafts.js';

/**
 * What was typed and not saved, of all contacts of one desk. It outlives the panes: one that is taken away and mounted
 * again finds its edits, two panes of one contact show the same. In memory only: values may be secure. Whoever signs in
 * next on the same desk does not see them.
 *
 * While anything is unsaved, the tab asks before it closes (CAD-8).
 */
export class Shelf {
  readonly #sessionsOf = new Map<string | undefined, Map<InteractionId, Session>>();
  readonly #listeners = new Set<() => void>();
  readonly #shown = new Map<object, InteractionId>();
  #isGuarding = false;

  constructor(private readonly stream: StreamHandle) {}

  /** Those of the agent who is signed in. */
  get #sessions(): Map<InteractionId, Session> {
    const agent = selectAgentId(this.stream.snapshot());
    const known = this.#sessionsOf.get(agent) ?? new Map<InteractionId, Session>();
    this.#sessionsOf.set(agent, known);
    return known;
  }

  read(id: InteractionId): Session {
    return this.#sessions.get(id) ?? EMPTY_SESSION;
  }

  update(id: InteractionId, change: (session: Session) => Session): void {
    const before = this.read(id);
    const session = change(before);
    if (session === before) return;
    if (session.drafts.size + session.conflicts.size > 0 || session.savedAt !== undefined)
      this.#sessions.set(id, session);
    else this.#sessions.delete(id);
    this.#guard();
    this.#tell();
  }

  /** How many edits of a contact are unsaved, those included that cannot be saved any more. */
  edits(id: InteractionId): number {
    return countEdits(this.read(id), this.stream.snapshot().interactions.get(id)?.cad ?? []);
  }

  /** A pane shows a contact now; undefined: none. */
  show(pane: object, id: InteractionId | undefined): void {
    if (this.#shown.get(pane) === id) return;
    if (id === undefined) this.#shown.delete(pane);
    else this.#shown.set(pane, id);
    this.#tell();
  }

  /** Whether a pane of this desk shows a contact, so that its edits are there to be seen. */
  isShown(id: InteractionId): boolean {
    return [...this.#shown.values()].includes(id);
  }

  /** Calls `changed` on every change after now. */
  subscribe(changed: () => void): {unsubscribe(): void} {
    const listener = (): void => {
      changed();
    };
    this.#listeners.add(listener);
    return {unsubscribe: () => void this.#listeners.delete(listener)};
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** The listener is there only while there are drafts: a page with one is not kept for going back to. */
  #guard(): void {
    const all = [...this.#sessionsOf.values()].flatMap((sessions) => [...sessions.values()]);
    const needed = all.some(({drafts}) => drafts.size > 0);
    if (needed === this.#isGuarding) return;
    this.#isGuarding = needed;
    globalThis[needed ? 'addEventListener' : 'removeEventListener']('beforeunload', this.#ask);
  }

  readonly #ask = (event: Event): void => {
    if ([...this.#sessions.keys()].some((id) => this.edits(id) > 0)) event.preventDefault();
  };
}

/** By stream, so that nothing of one desk is seen on another, and all of it goes with its desk. */
const shelves = new WeakMap<StreamHandle, Shelf>();

/** The shelf of a desk. */
export const shelfOf = (stream: StreamHandle): Shelf => {
  const known = shelves.get(stream) ?? new Shelf(stream);
  shelves.set(stream, known);
  return known;
};

import type {ReactiveController} from 'lit';
import {selectAgentId, type Fact, type InteractionId} from '@deskwire/domain';
import {consumeContext, streamContext, type ControllerHost} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

import {EMPTY_SESSION, overwrite, taken, type Session} from './drafts.js';
import {shelfOf, type Shelf} from './shelf.js';

/**
 * The drafts of the desk that a host stands in. The host renders again when they change; while it is in the page it hears
 * which values were lost to others, of whatever contact.
 */
export class ShelfController implements ReactiveController {
  readonly #stream: () => StreamHandle | undefined;
  #armed: StreamHandle | undefined;
  #subscriptions: readonly {unsubscribe(): void}[] = [];

  constructor(private readonly host: ControllerHost) {
    this.#stream = consumeContext(host, streamContext, () => {
      if (host.isConnected) this.#arm(this.#stream());
    });
    host.addController(this);
  }

  get stream(): StreamHandle | undefined {
    return this.#stream();
  }

  get shelf(): Shelf | undefined {
    const stream = this.#stream();
    return stream && shelfOf(stream);
  }

  read(id: InteractionId): Session {
    return this.shelf?.read(id) ?? EMPTY_SESSION;
  }

  update(id: InteractionId, change: (session: Session) => Session): void {
    this.shelf?.update(id, change);
  }

  /** How many edits of a contact would be lost if everything were forgotten now. */
  edits(id: InteractionId): number {
    return this.shelf?.edits(id) ?? 0;
  }

  hostConnected(): void {
    this.#arm(this.#stream());
  }

  hostDisconnected(): void {
    this.#arm(undefined);
  }

  #arm(stream: StreamHandle | undefined): void {
    if (stream === this.#armed) return;
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    if (this.#armed) shelfOf(this.#armed).show(this, undefined);
    this.#armed = stream;
    this.#subscriptions = stream
      ? [
          stream.facts$.subscribe((fact) => {
            this.#hear(stream, fact);
          }),
          shelfOf(stream).subscribe(() => {
            // A field that is taken away while it is rendered says that it was left: not before that is over.
            void this.host.updateComplete.then(() => {
              this.host.requestUpdate();
            });
          }),
        ]
      : [];
  }

  #hear(stream: StreamHandle, fact: Fact): void {
    const state = stream.snapshot();
    const own = selectAgentId(state);
    if (fact.type === 'cad.changed' && fact.by.kind === 'agent' && fact.by.id === own)
      this.update(fact.interactionId, (session) => taken(session, fact.changes));
    if (fact.type !== 'cad.overwritten' || fact.agentId !== own) return;
    const variable = state.interactions.get(fact.interactionId)?.cad.find(({name}) => name === fact.name);
    if (variable) this.update(fact.interactionId, (session) => overwrite(session, variable, fact));
  }
}

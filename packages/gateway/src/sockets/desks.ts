import type {Who} from '@deskwire/domain';

import type {CentreHost} from '../centre/centre-host.js';
import {callerName} from '../centre/caller.js';

/** Hears when the first socket of a viewer comes and when the last one goes. */
export type ViewerListener = (who: Who, connected: boolean) => void;

/** Who is connected. An agent's first desk and the loss of the last one are told to the engine. */
export class Desks {
  readonly #host: CentreHost;
  readonly #counts = new Map<string, number>();
  readonly #listeners = new Set<ViewerListener>();

  constructor(host: CentreHost) {
    this.#host = host;
  }

  /** Calls back on each coming and going. */
  listen(listener: ViewerListener): void {
    this.#listeners.add(listener);
  }

  /** How many sockets this viewer has. */
  count(who: Who): number {
    return this.#counts.get(callerName(who)) ?? 0;
  }

  /** Whether the viewer has a socket. */
  has(who: Who): boolean {
    return this.count(who) > 0;
  }

  /** One socket more. Resolves once the engine knows. */
  async come(who: Who): Promise<void> {
    const count = this.count(who) + 1;
    this.#counts.set(callerName(who), count);
    if (count === 1) await this.#told(who, true);
  }

  /** One socket less. */
  async go(who: Who): Promise<void> {
    const count = this.count(who) - 1;
    if (count > 0) this.#counts.set(callerName(who), count);
    else this.#counts.delete(callerName(who));
    if (count === 0) await this.#told(who, false);
  }

  /** Nobody is connected to a process that has just begun, whatever the last one left behind. */
  async forgetAll(): Promise<void> {
    const left = [...this.#host.centre.agents.values()].filter(({connected}) => connected);
    await Promise.all(left.map(({profile}) => this.#signal({kind: 'agent', agentId: profile.id}, false)));
  }

  async #told(who: Who, connected: boolean): Promise<void> {
    await this.#signal(who, connected);
    // Another socket may have come or gone meanwhile: only what is still so is told.
    if (this.has(who) === connected) for (const listener of this.#listeners) listener(who, connected);
  }

  async #signal(who: Who, connected: boolean): Promise<void> {
    if (who.kind !== 'agent') return;
    const type = connected ? 'agent.connected' : 'agent.disconnected';
    await this.#host.submit({kind: 'signal', signal: {type, agentId: who.agentId}});
  }
}

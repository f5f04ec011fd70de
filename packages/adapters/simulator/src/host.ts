import type {Fact, TenantConfig, Verdict} from '@deskwire/domain';
import {createCentre, nextDeadline, step, type Centre, type CentreConfig, type Input} from '@deskwire/engine';

import type {Timers} from './clock.js';

/** What one step of the engine made true. */
export interface News {
  readonly before: Centre;
  readonly after: Centre;
  readonly facts: readonly Fact[];
}

/**
 * Runs the engine: takes inputs one after another, tells the news in order, and ticks when something is due. What
 * listeners do about the news comes after everybody has heard it.
 */
export class Host {
  /** Completes an input with what others keep: the files that a message names. */
  prepare: (input: Input) => Input = (input) => input;
  readonly #timers: Timers;
  readonly #newId: () => string;
  readonly #listeners = new Set<(news: News) => void>();
  readonly #untold: News[] = [];
  #centre: Centre;
  #isTelling = false;
  #cancelTick: (() => void) | undefined;

  constructor(config: CentreConfig, timers: Timers, newId: () => string) {
    this.#centre = createCentre(config);
    this.#timers = timers;
    this.#newId = newId;
  }

  /** The contact centre now. */
  get centre(): Centre {
    return this.#centre;
  }

  /** Hears every step that made facts. */
  listen(listener: (news: News) => void): void {
    this.#listeners.add(listener);
  }

  /** Changes what no deadline of the moment depends on; desks are not told. */
  configure(change: (tenant: TenantConfig) => TenantConfig): void {
    const {config} = this.#centre;
    this.#centre = {...this.#centre, config: {...config, tenant: change(config.tenant)}};
  }

  /** Gives the engine something to decide. Its facts have been told when this returns, unless called while telling. */
  take(input: Input): Verdict {
    const before = this.#centre;
    const {centre, facts, result} = step(before, this.prepare(input), {
      now: () => this.#timers.now(),
      newId: this.#newId,
    });
    this.#centre = centre;
    if (facts.length > 0) this.#untold.push({before, after: centre, facts});
    this.#tell();
    this.#awaitNext();
    return result;
  }

  #tell(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    for (let news = this.#untold.shift(); news; news = this.#untold.shift()) {
      for (const listener of this.#listeners) listener(news);
    }
    this.#isTelling = false;
  }

  #awaitNext(): void {
    this.#cancelTick?.();
    const due = nextDeadline(this.#centre);
    if (due === undefined) return;
    this.#cancelTick = this.#timers.after(due - this.#timers.now(), () => {
      this.take({kind: 'tick'});
    });
  }
}

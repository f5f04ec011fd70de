import {Subject, type Observable} from 'rxjs';
import {
  EMPTY_HEADER,
  isApplied,
  isInteractionFact,
  reduceHeader,
  reduceInteraction,
  type DeskHeader,
  type DeskState,
  type Fact,
  type FactOf,
  type Interaction,
  type InteractionId,
} from '@deskwire/domain';

import {Cell} from './cell.js';
import {MapView} from './map-view.js';
import {Watchers} from './watchers.js';

/** What came of a batch of facts. */
export interface Applied {
  /** A fact was missing: what followed it was not applied, and only a snapshot helps. */
  readonly gap: boolean;
  /** A snapshot was among them. */
  readonly hydrated: boolean;
}

/**
 * The desk's state, kept in one map that is changed in place: a fact costs the same whether ten or ten thousand
 * interactions are known. The rules are the domain's; a test holds this to `reduce`.
 */
export class DeskIndex {
  readonly state$: Observable<DeskState>;
  readonly facts$: Observable<Fact>;
  readonly watchers: Watchers<InteractionId, Interaction | undefined>;
  readonly #interactions = new Map<InteractionId, Interaction>();
  readonly #facts = new Subject<Fact>();
  readonly #state: Cell<DeskState>;
  #header: DeskHeader = EMPTY_HEADER;
  #view: ReadonlyMap<InteractionId, Interaction> = new MapView(this.#interactions);
  #changed = new Set<InteractionId>();
  #unpublished: Fact[] = [];
  #publishing = false;

  constructor() {
    this.#state = new Cell<DeskState>({...this.#header, interactions: this.#view});
    this.state$ = this.#state.changes$;
    this.facts$ = this.#facts.asObservable();
    this.watchers = new Watchers((id) => this.#interactions.get(id));
  }

  get state(): DeskState {
    return this.#state.value;
  }

  /**
   * Applies facts and publishes: the state once, then each interaction that changed, then the facts one by one.
   * @param isFirst True for the first facts of a session: a snapshot then counts whatever its number.
   */
  apply(facts: readonly Fact[], isFirst: boolean): Applied {
    let gap = false;
    let hydrated = false;
    for (const [index, fact] of facts.entries()) {
      const isSnapshot = fact.type === 'desk.hydrated';
      if (!(isSnapshot && isFirst && index === 0) && isApplied(this.#header, fact)) continue;
      gap = !isSnapshot && fact.seq !== (this.#header.cursor?.seq ?? 0) + 1;
      if (gap) break;
      hydrated ||= isSnapshot;
      this.#reduce(fact);
      this.#unpublished.push(fact);
    }
    this.#publish();
    return {gap, hydrated};
  }

  #reduce(fact: Fact): void {
    this.#header = reduceHeader(this.#header, fact);
    if (fact.type === 'desk.hydrated') this.#hydrate(fact);
    else if (isInteractionFact(fact)) {
      const id = fact.interactionId;
      this.#put(id, reduceInteraction(this.#interactions.get(id), fact));
    }
  }

  #hydrate({snapshot}: FactOf<'desk.hydrated'>): void {
    const told = new Set(snapshot.interactions.map(({id}) => id));
    for (const id of [...this.#interactions.keys()]) if (!told.has(id)) this.#put(id, undefined);
    for (const interaction of snapshot.interactions) this.#put(interaction.id, interaction);
  }

  #put(id: InteractionId, interaction: Interaction | undefined): void {
    if (this.#interactions.get(id) === interaction) return;
    if (interaction) this.#interactions.set(id, interaction);
    else this.#interactions.delete(id);
    this.#changed.add(id);
  }

  /** A subscriber may make the port tell more: that waits until everybody has heard this. */
  #publish(): void {
    if (this.#publishing) return;
    this.#publishing = true;
    while (this.#unpublished.length > 0) {
      const [facts, changed] = [this.#unpublished, this.#changed];
      [this.#unpublished, this.#changed] = [[], new Set()];
      if (changed.size > 0) this.#view = new MapView(this.#interactions);
      this.#state.set({...this.#header, interactions: this.#view});
      for (const id of changed) this.watchers.wake(id);
      for (const fact of facts) this.#facts.next(fact);
    }
    this.#publishing = false;
  }
}

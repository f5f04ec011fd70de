import {
  isInteractionFact,
  reduceInteraction,
  type Cursor,
  type Fact,
  type Happening,
  type Instant,
  type Interaction,
  type InteractionFact,
  type InteractionId,
  type Who,
} from '@deskwire/domain';
import type {Centre} from './centre.js';
import {isInvolved, isToldToCustomer, project} from './projection.js';
import {same} from './same.js';
import {snapshotFor} from './snapshot.js';

/** An interaction as the viewer was told of it. Facts up to `seq` (of the engine) are contained in it. */
interface Told {
  readonly interaction: Interaction;
  readonly seq: number;
}

type Envelope = Pick<Fact, 'at' | 'cause'>;

/**
 * The engine's facts as one viewer may see them, in an order of their own: counted from 1 without gaps, whatever the
 * viewer is not told. One feed serves one viewer; reduced on a desk, its facts make the same state as a fresh
 * `snapshotFor`. A customer keeps a conversation that is over until the next hydrate, to read it.
 */
export class DeskFeed {
  readonly #who: Who;
  readonly #epoch: string;
  #seq = 0;
  #centreSeq = 0;
  #told = new Map<InteractionId, Told>();

  /** @param epoch Names this feed's memory: another feed for the same viewer needs another name. */
  constructor(who: Who, epoch: string) {
    this.#who = who;
    this.#epoch = epoch;
  }

  /** Where the viewer stands who has everything that this feed said. */
  get cursor(): Cursor {
    return {epoch: this.#epoch, seq: this.#seq};
  }

  /** Everything at once: for a viewer who begins, or who has missed more than can be repeated. */
  hydrate(centre: Centre, at: Instant): Fact {
    const snapshot = snapshotFor(centre, this.#who);
    const {seq} = centre;
    this.#centreSeq = seq;
    this.#told = new Map(snapshot.interactions.map((interaction) => [interaction.id, {interaction, seq}]));
    return this.#stamp({type: 'desk.hydrated', epoch: this.#epoch, snapshot}, {at});
  }

  /**
   * What the viewer is told about one fact of the engine: nothing, the fact, or what they now see instead.
   * @param _before The centre before the fact, or before the step that made it.
   * @param after The centre after the fact, or after its whole step: both come to the same.
   */
  push(_before: Centre, after: Centre, fact: Fact): readonly Fact[] {
    if (fact.seq <= this.#centreSeq) return [];
    this.#centreSeq = fact.seq;
    if (isInteractionFact(fact)) return this.#pushInteraction(after, fact);
    return this.#isOwn(fact) ? [this.#stamp(fact, fact)] : [];
  }

  #isOwn(fact: Exclude<Fact, InteractionFact>): boolean {
    if (fact.type !== 'agent.state-changed' && fact.type !== 'handset.changed') return false;
    return this.#who.kind === 'agent' && fact.agentId === this.#who.agentId;
  }

  #pushInteraction(after: Centre, fact: InteractionFact): readonly Fact[] {
    const told = this.#told.get(fact.interactionId);
    if (!told) return this.#show(after, fact);
    if (fact.seq <= told.seq) return [];
    return this.#who.kind === 'customer' ? this.#tellCustomer(told, after, fact) : this.#tell(told, fact);
  }

  /** The viewer has come into it: they get the whole, with everything that this step did to it. */
  #show(after: Centre, {interactionId, at, cause}: InteractionFact): readonly Fact[] {
    const found = after.interactions.get(interactionId);
    if (!found || !isInvolved(found, this.#who)) return [];
    const interaction = project(found, this.#who);
    this.#told.set(interactionId, {interaction, seq: after.seq});
    return [
      this.#stamp({type: 'interaction.shown', interactionId, interaction}, {at, ...(cause && {cause})}),
    ];
  }

  #tell(told: Told, fact: InteractionFact): readonly Fact[] {
    if (fact.type === 'cad.overwritten' && !this.#isFor(fact.agentId)) return [];
    const {interactionId} = fact;
    const first = this.#stamp(fact, fact);
    const interaction = reduceInteraction(told.interaction, fact);
    if (interaction && isInvolved(interaction, this.#who)) {
      this.#told.set(interactionId, {...told, interaction});
      return [first];
    }
    this.#told.delete(interactionId);
    return [first, this.#stamp({type: 'interaction.hidden', interactionId}, fact)];
  }

  #tellCustomer(told: Told, after: Centre, fact: InteractionFact): readonly Fact[] {
    if (isToldToCustomer(fact.type)) {
      const interaction = reduceInteraction(told.interaction, fact) ?? told.interaction;
      this.#told.set(fact.interactionId, {...told, interaction});
      return [this.#stamp(fact, fact)];
    }
    const now = after.interactions.get(fact.interactionId);
    return now && !same(project(now, this.#who), told.interaction) ? this.#show(after, fact) : [];
  }

  #isFor(agentId: string): boolean {
    return this.#who.kind === 'agent' && this.#who.agentId === agentId;
  }

  #stamp(happening: Happening, {at, cause}: Envelope): Fact {
    this.#seq += 1;
    return {...happening, seq: this.#seq, at, ...(cause === undefined ? {} : {cause})};
  }
}

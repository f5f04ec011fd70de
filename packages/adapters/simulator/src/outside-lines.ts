import {
  dialled,
  refuse,
  type Fact,
  type FactOf,
  type Interaction,
  type InteractionId,
  type Leg,
  type LegId,
  type Verdict,
} from '@deskwire/domain';
import type {Signal} from '@deskwire/engine';

import type {Timers} from './clock.js';
import type {Host} from './host.js';

type NumberSignal = Extract<Signal, {readonly legId: LegId}>;

/** What a customer does who is dialled: `failed` is one who cannot be reached. */
export type Reaction = 'answered' | 'unanswered' | 'rejected' | 'failed';

/** How long a customer and a number talk who were left to themselves, milliseconds. */
const FAREWELL_MS = 60_000;

/** The phones that the contact centre dials: outside numbers, and customers. */
export class OutsideLines {
  /** Milliseconds until somebody answers by themselves. `Infinity`: nobody does, the story says who. */
  pickUpMs: number;
  readonly #host: Host;
  /** By the number as it is dialled; the empty one is for everybody else. */
  readonly #reactions = new Map<string, Reaction>();
  readonly #timers: Timers;

  constructor(host: Host, timers: Timers, pickUpMs: number) {
    this.#host = host;
    this.#timers = timers;
    this.pickUpMs = pickUpMs;
    host.listen(({facts}) => {
      for (const fact of facts) this.#hear(fact);
    });
  }

  /** Somebody answers at this number. */
  answer(number: string): Verdict {
    return this.#at(number, 'ringing', (leg) => ({type: 'number.answered', ...leg}));
  }

  decline(number: string): Verdict {
    return this.#at(number, 'ringing', (leg) => ({type: 'number.failed', ...leg, reason: 'declined'}));
  }

  /** Nobody can be reached at this number. */
  fail(number: string): Verdict {
    return this.#at(number, 'ringing', (leg) => ({type: 'number.failed', ...leg, reason: 'failed'}));
  }

  hangUp(number: string): Verdict {
    return this.#at(number, 'joined', (leg) => ({type: 'number.gone', ...leg}));
  }

  /** What becomes of a customer who is being dialled. */
  customer(reaction: Reaction, interactionId: InteractionId): Verdict {
    return this.#signal({type: `customer.${reaction}`, interactionId});
  }

  /** From now on, whoever has this number does that, or everybody of whom nothing else was said. */
  expect(reaction: Reaction, number = ''): void {
    this.#reactions.set(dialled(number), reaction);
  }

  #hear(fact: Fact): void {
    if (fact.type === 'leg.ringing') this.#ring(fact);
    if (
      fact.type === 'interaction.transferred' ||
      (fact.type === 'call.connected' && fact.agentId === undefined)
    ) {
      this.#timers.after(FAREWELL_MS, () => this.#partUnattended(fact.interactionId));
    }
  }

  #ring({interactionId, legId, party, at}: FactOf<'leg.ringing'>): void {
    if (party.kind !== 'number' && party.kind !== 'customer') return;
    this.#timers.after(this.pickUpMs, () => {
      const leg = this.#legs(interactionId).find(({id}) => id === legId);
      // Rung again since, it is answered in its own time.
      if (leg?.presence !== 'ringing' || leg.since !== at) return;
      if (party.kind === 'customer') this.customer(this.#reactionTo(interactionId), interactionId);
      else this.#signal({type: 'number.answered', interactionId, legId});
    });
  }

  #reactionTo(interactionId: InteractionId): Reaction {
    const {number = ''} = this.#host.centre.interactions.get(interactionId)?.customer ?? {};
    return this.#reactions.get(dialled(number)) ?? this.#reactions.get('') ?? 'answered';
  }

  /** No agent is in it any more: some time they have said everything. */
  #partUnattended(interactionId: InteractionId): void {
    const {engagements = [], talk} = this.#host.centre.interactions.get(interactionId) ?? {};
    const isUnattended = talk?.kind === 'together' && !engagements.some(({phase}) => phase === 'active');
    if (isUnattended) this.#signal({type: 'customer.gone', interactionId});
  }

  #legs(interactionId: InteractionId): readonly Leg[] {
    return this.#host.centre.interactions.get(interactionId)?.legs ?? [];
  }

  #at(
    number: string,
    presence: Leg['presence'],
    make: (leg: {readonly interactionId: InteractionId; readonly legId: LegId}) => NumberSignal,
  ): Verdict {
    const wanted = dialled(number);
    const isIt = ({party, presence: is}: Leg): boolean =>
      party.kind === 'number' && party.number === wanted && is === presence;
    const calls: readonly Interaction[] = [...this.#host.centre.interactions.values()];
    for (const {id, legs} of calls) {
      const leg = legs.find(isIt);
      if (leg) return this.#signal(make({interactionId: id, legId: leg.id}));
    }
    return {ok: false, refusal: refuse('DW_INTERACTION_UNKNOWN')};
  }

  #signal(signal: Signal): Verdict {
    return this.#host.take({kind: 'signal', signal});
  }
}

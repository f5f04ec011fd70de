import {
  isInteractionFact,
  reduceInteraction,
  type Fact,
  type HistoryChannel,
  type HistoryEntry,
  type HistoryPage,
  type Interaction,
  type InteractionId,
} from '@deskwire/domain';
import {
  byRecency,
  customerEntryOf,
  historyChannelOf,
  historyCursor,
  isSameCustomer,
  ownEntryOf,
  type History,
  type HistoryPlace,
} from '@deskwire/engine';

import type {OlderMessages} from './chat/older-messages.js';
import type {Host} from './host.js';
import type {SamplePast} from './sample/past.js';

type Asked<K extends 'mine' | 'ofCustomer'> = Parameters<History[K]>[0];

/** What is kept of a contact: everything but its data, which no history may hold. */
const withoutData = (interaction: Interaction): Interaction =>
  interaction.cad.length > 0 ? {...interaction, cad: []} : interaction;

const placeOf = ({createdAt, id}: Interaction): HistoryPlace => ({at: createdAt, interactionId: id});

const isAfter = (after: HistoryPlace | undefined, place: HistoryPlace): boolean =>
  !after || byRecency(after, place) < 0;

/**
 * Remembers every contact of the story, and looks at those from before it as if it had been there. Lists are newest first:
 * whatever happened in the story is newer than all that was before.
 */
export class HistoryKeeper implements History {
  readonly #host: Host;
  readonly #past: SamplePast;
  readonly #older: (id: InteractionId) => OlderMessages;
  readonly #contacts = new Map<InteractionId, Interaction>();

  constructor(host: Host, past: SamplePast, older: (id: InteractionId) => OlderMessages) {
    this.#host = host;
    this.#past = past;
    this.#older = older;
    host.listen(({facts}) => {
      for (const fact of facts) this.#hear(fact);
    });
  }

  mine({agentId, channel, after, limit}: Asked<'mine'>): HistoryPage {
    const {tenant} = this.#host.centre.config;
    const isWanted = (index: number): boolean =>
      this.#past.agentId(index) === agentId && this.#isOf(channel, index);
    const entryOf = (one: Interaction) =>
      channel === undefined || historyChannelOf(one.channel) === channel
        ? ownEntryOf(one, tenant, agentId)
        : undefined;
    return this.#page(entryOf, isWanted, after, limit);
  }

  ofCustomer({customer, except, after, limit}: Asked<'ofCustomer'>): HistoryPage {
    const {tenant} = this.#host.centre.config;
    const same = new Set(
      this.#past.customers.flatMap((one, index) => (isSameCustomer(one, customer) ? [index] : [])),
    );
    const entryOf = (one: Interaction) =>
      one.id !== except && isSameCustomer(one.customer, customer) ? customerEntryOf(one, tenant) : undefined;
    return this.#page(entryOf, (index) => same.has(this.#past.customer(index)), after, limit);
  }

  contact(id: InteractionId): Interaction | undefined {
    const index = this.#past.indexOf(id);
    const found = this.#contacts.get(id);
    if (!found) return index < 0 ? undefined : this.#past.contact(index);
    const {content} = found;
    if (content.kind !== 'chat') return found;
    // What was too old to come with the contact was said all the same.
    const messages = [...this.#older(id).slice(), ...content.transcript.messages];
    return {...found, content: {kind: 'chat', transcript: {...content.transcript, messages, earlier: 0}}};
  }

  #hear(fact: Fact): void {
    if (!isInteractionFact(fact)) return;
    const now = reduceInteraction(this.#contacts.get(fact.interactionId), fact);
    if (now) this.#contacts.set(now.id, withoutData(now));
  }

  #isOf(channel: HistoryChannel | undefined, index: number): boolean {
    return channel === undefined || historyChannelOf(this.#past.channel(index)) === channel;
  }

  #page(
    entryOf: (interaction: Interaction) => HistoryEntry | undefined,
    isWanted: (index: number) => boolean,
    after: HistoryPlace | undefined,
    limit: number,
  ): HistoryPage {
    const entries: HistoryEntry[] = [];
    for (const one of this.#newestFirst(isWanted, after)) {
      const entry = entryOf(one);
      if (!entry) continue;
      const last = entries.at(-1);
      if (last && entries.length === limit) {
        return {entries, next: historyCursor(last)};
      }
      entries.push(entry);
    }
    return {entries};
  }

  /** Made one by one: of 100,000 contacts a page looks at no more than it shows, and at the few in between. */
  *#newestFirst(
    isWanted: (index: number) => boolean,
    after: HistoryPlace | undefined,
  ): Generator<Interaction> {
    const mine = [...this.#contacts.values()].filter((one) => isAfter(after, placeOf(one)));
    yield* mine.sort((a, b) => byRecency(placeOf(a), placeOf(b)));
    for (let index = this.#begin(after); index < this.#past.length; index += 1) {
      if (isWanted(index)) yield this.#past.contact(index);
    }
  }

  /** The first contact of before the story that comes after this place. */
  #begin(after: HistoryPlace | undefined): number {
    let low = 0;
    let high = this.#past.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const place = {at: this.#past.at(middle), interactionId: this.#past.id(middle)};
      if (isAfter(after, place)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

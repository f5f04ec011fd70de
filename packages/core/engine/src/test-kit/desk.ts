// A desk, as far as its feed is concerned: it hears facts and reduces them.
import {EMPTY_DESK, reduce, type DeskState, type Fact, type FactType, type Who} from '@deskwire/domain';
import {DeskFeed} from '../desk-feed.js';
import type {Hall} from './hall.js';

/** The page of the customer of an interaction. */
export const customerOf = (interactionId: string): Who => ({kind: 'customer', interactionId});

/** A desk or a customer's page that is told everything by its feed. */
export class Desk {
  readonly feed: DeskFeed;
  readonly told: Fact[] = [];
  state: DeskState = EMPTY_DESK;

  constructor(
    readonly who: Who,
    hall: Hall,
  ) {
    this.feed = new DeskFeed(who, 'epoch');
    this.hydrate(hall);
  }

  hydrate({centre, now}: Hall): void {
    this.hear([this.feed.hydrate(centre, now)]);
  }

  hear(facts: readonly Fact[]): void {
    this.told.push(...facts);
    for (const fact of facts) this.state = reduce(this.state, fact);
  }

  /** The types of what was told since an earlier count. */
  since(count: number): readonly FactType[] {
    return this.told.slice(count).map(({type}) => type);
  }
}

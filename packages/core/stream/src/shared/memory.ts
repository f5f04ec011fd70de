import type {Cursor, DeskSnapshot, DeskState, Fact} from '@deskwire/domain';

/** So many facts are kept for tabs that missed the last of them; a tab that missed more gets a snapshot. */
const KEPT = 200;

const snapshotOf = ({
  cursor: _,
  interactions,
  viewer,
  tenant,
  ...rest
}: DeskState): DeskSnapshot | undefined =>
  viewer && tenant && {...rest, viewer, tenant, interactions: [...interactions.values()]};

/** The newest facts that a tab has heard, for those who stand a little behind it. */
export class Memory {
  #facts: Fact[] = [];

  add(facts: readonly Fact[]): void {
    for (const fact of facts) {
      const last = this.#facts.at(-1)?.seq;
      if (fact.type === 'desk.hydrated') this.#facts = [];
      else if (last === undefined || fact.seq === last + 1) this.#facts.push(fact);
      else if (fact.seq > last) this.#facts = [fact];
    }
    if (this.#facts.length > KEPT * 2) this.#facts = this.#facts.slice(-KEPT);
  }

  /** What a tab at `cursor` needs to stand where `state` stands; undefined while that is unknown itself. */
  since(cursor: Cursor | undefined, state: DeskState, now: number): readonly Fact[] | undefined {
    const here = state.cursor;
    const snapshot = snapshotOf(state);
    if (!here || !snapshot) return undefined;
    if (cursor?.epoch === here.epoch) {
      if (cursor.seq >= here.seq) return [];
      const missed = this.#facts.filter(({seq}) => seq > cursor.seq);
      if (missed[0]?.seq === cursor.seq + 1) return missed;
    }
    return [{type: 'desk.hydrated', epoch: here.epoch, seq: here.seq, at: now, snapshot}];
  }
}

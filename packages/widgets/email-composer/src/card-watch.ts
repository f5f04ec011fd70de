import type {TenantConfig} from '@deskwire/domain';
import {CardGuard, type CardFate} from '@deskwire/kit';

/** The parts of a mail that are looked through, in the order in which they are named. */
export const CARD_PLACES = ['inSubject', 'inBody', 'inFiles'] as const;
/** One of {@link CARD_PLACES}. */
export type CardPlace = (typeof CARD_PLACES)[number];

/** What was found in a mail, and what becomes of it. */
export interface CardFound {
  readonly places: readonly CardPlace[];
  readonly fate: CardFate;
}

/** What is looked through. */
export type CardTexts = Readonly<Record<CardPlace, string>>;

/** Looks for card data in a mail while it is written (MAIL-8). */
export class CardWatch {
  readonly #guard: CardGuard;
  readonly #again: () => void;
  /** For which texts it was waited already: what cannot be loaded is not asked for in a circle. */
  readonly #waited = new Set<string>();

  /** @param again Called when what was not known yet can be asked for once more. */
  constructor(action: () => TenantConfig['cardData']['action'] | undefined, again: () => void) {
    this.#guard = new CardGuard(action);
    this.#again = again;
  }

  warm(): void {
    void this.#guard.warm();
  }

  /** What stands in the way or will be removed; undefined as well while what finds it is on its way. */
  find(texts: CardTexts): CardFound | undefined {
    const found = CARD_PLACES.map((place) => [place, this.#known(texts[place])] as const);
    const places = found.flatMap(([place, fate]) => (fate ? [place] : []));
    if (places.length === 0) return undefined;
    return {places, fate: found.some(([, fate]) => fate === 'refused') ? 'refused' : 'removed'};
  }

  /** Whether there is a number in a text, or may be: as long as what finds it is on its way, nobody can say. */
  mayHave(text: string): boolean {
    return this.#look(text) !== undefined;
  }

  /** The same as `find`, with what finds it there. */
  async findNow(texts: CardTexts): Promise<CardFound | undefined> {
    const looks = CARD_PLACES.map((place) => this.#guard.look([], texts[place]));
    if (looks.some((fate) => fate instanceof Promise)) await this.#guard.warm();
    return this.find(texts);
  }

  /** Where the first number stands in a text. */
  firstPlace(text: string): {readonly start: number; readonly end: number} | undefined {
    return this.#guard.places(text)[0];
  }

  #known(text: string): CardFate | undefined {
    const fate = this.#look(text);
    return fate instanceof Promise ? undefined : fate;
  }

  #look(text: string): ReturnType<CardGuard['look']> {
    const fate = this.#guard.look([], text);
    if (fate instanceof Promise && !this.#waited.has(text)) {
      this.#waited.clear();
      this.#waited.add(text);
      void fate.then(this.#again);
    }
    return fate;
  }
}

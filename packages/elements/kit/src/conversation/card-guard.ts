import type {TenantConfig} from '@deskwire/domain';

import {lazily} from '../late/lazily.js';

type CardData = typeof import('./card-find.js');

const load = lazily(() => import('./card-find.js'));

/** What becomes of a message with a card number: it is sent without the number, or not at all. */
export type CardFate = 'removed' | 'refused';

/** Fewer digits than any card number has. */
const TOO_FEW = 13;
/** A number can be split over so many messages beside the new one. */
const EARLIER = 2;

const digitsIn = (texts: readonly string[]): number => texts.join('').match(/\p{Nd}/gu)?.length ?? 0;

/**
 * Looks for card numbers in what is about to be sent (CHAT-8): a courtesy, since the backend looks again before it stores or
 * tells anything. What it takes to look is loaded when somebody begins to write.
 */
export class CardGuard {
  #data: CardData | undefined;

  /** @param action What the tenant does with card numbers; undefined where that is not known. */
  constructor(private readonly action: () => TenantConfig['cardData']['action'] | undefined) {}

  /** So that there is nothing to wait for when the message is sent. */
  async warm(): Promise<void> {
    if (this.#isOn && !this.#data) this.#data = await load();
  }

  /**
   * What would become of a text. A promise only where there may be something to find, and what finds it is not there yet.
   * @param earlier The sender's messages before it, oldest first.
   */
  look(earlier: readonly string[], text: string): CardFate | undefined | Promise<CardFate | undefined> {
    const texts = [...earlier.slice(-EARLIER), text];
    if (!this.#isOn || digitsIn(texts) < TOO_FEW) return undefined;
    if (this.#data) return this.#find(this.#data, texts);
    return this.warm().then(() => this.#data && this.#find(this.#data, texts));
  }

  /** Where the card numbers of a text stand; nothing as long as what finds them is not there. */
  places(text: string): readonly {readonly start: number; readonly end: number}[] {
    return this.#data?.findCards(text) ?? [];
  }

  get #isOn(): boolean {
    const action = this.action();
    return action === 'redact' || action === 'drop';
  }

  /** A number whose beginning was sent already is removed from all its messages: refusing its end would keep the rest. */
  #find({findAcross}: CardData, texts: readonly string[]): CardFate | undefined {
    const spans = findAcross(texts);
    if (!spans.at(-1)?.length) return undefined;
    const isWhole = spans.slice(0, -1).every((found) => found.length === 0);
    return this.action() === 'drop' && isWhole ? 'refused' : 'removed';
  }
}

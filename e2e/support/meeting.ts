interface Waiting<In, Out> {
  readonly brought: In;
  readonly resolve: (out: Out) => void;
  readonly reject: (error: unknown) => void;
}

/** Where two come together, again and again: whoever is first waits; what both brought makes one answer for both. */
export class Meeting<In, Out> {
  readonly #answer: (brought: readonly [In, In]) => Out;
  readonly #there = new Map<0 | 1, Waiting<In, Out>>();

  constructor(answer: (brought: readonly [In, In]) => Out) {
    this.#answer = answer;
  }

  arrive(side: 0 | 1, brought: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.#there.set(side, {brought, resolve, reject});
      this.#meet();
    });
  }

  #meet(): void {
    const [one, two] = [this.#there.get(0), this.#there.get(1)];
    if (!one || !two) return;
    this.#there.clear();
    try {
      const answer = this.#answer([one.brought, two.brought]);
      for (const {resolve} of [one, two]) resolve(answer);
    } catch (error) {
      for (const {reject} of [one, two]) reject(error);
    }
  }
}

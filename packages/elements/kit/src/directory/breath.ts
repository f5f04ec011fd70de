/** How long work on the page's own thread may take before the page gets a turn. */
const SLICE_MS = 8;

/** The next task, without the delay that timers have in a page that nobody looks at. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** Lets the page draw and take keys between slices of long work. */
export class Breath {
  #since = performance.now();

  /** Gives the page a turn where this slice has taken long enough; call it often. */
  async take(): Promise<void> {
    if (performance.now() - this.#since < SLICE_MS) return;
    await nextTask();
    this.#since = performance.now();
  }
}

const RUN = 512;

const merge = async <T>(
  left: readonly T[],
  right: readonly T[],
  compare: (a: T, b: T) => number,
  breath: Breath,
): Promise<readonly T[]> => {
  const merged: T[] = [];
  let [l, r] = [0, 0];
  while (l < left.length && r < right.length) {
    const [a, b] = [left[l] as T, right[r] as T];
    if (compare(a, b) <= 0) {
      merged.push(a);
      l += 1;
    } else {
      merged.push(b);
      r += 1;
    }
    if (merged.length % RUN === 0) await breath.take();
  }
  return merged.concat(left.slice(l), right.slice(r));
};

/** Maps many items, with breaths between. */
export const mapGently = async <T, R>(
  items: readonly T[],
  map: (item: T, index: number) => R,
  breath = new Breath(),
): Promise<readonly R[]> => {
  const mapped: R[] = [];
  for (const [index, item] of items.entries()) {
    mapped.push(map(item, index));
    if (index % RUN === 0) await breath.take();
  }
  return mapped;
};

/** Keeps some of many items, with breaths between. */
export const filterGently = async <T>(
  items: readonly T[],
  keeps: (item: T) => boolean,
  breath = new Breath(),
): Promise<readonly T[]> => {
  const kept: T[] = [];
  for (const [index, item] of items.entries()) {
    if (keeps(item)) kept.push(item);
    if (index % RUN === 0) await breath.take();
  }
  return kept;
};

/** Sorts many items as `sort` would (equal ones keep their order), with breaths between. */
export const sortGently = async <T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  breath = new Breath(),
): Promise<readonly T[]> => {
  let runs: (readonly T[])[] = [];
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare));
    await breath.take();
  }
  while (runs.length > 1) {
    const halved: (readonly T[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      halved.push(await merge(runs[at] ?? [], runs[at + 1] ?? [], compare, breath));
    }
    runs = halved;
  }
  return runs[0] ?? [];
};

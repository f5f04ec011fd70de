import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {LayeredMap} from './layered-map.js';

interface Value {
  readonly n: number;
}

/** Writes to a key, or drops it; now and then the map is settled and branched. */
const change = fc.record({
  key: fc.nat({max: 60}),
  n: fc.option(fc.nat()),
  branch: fc.integer({min: 0, max: 3}).map((draw) => draw === 0),
});

const apply = (
  map: LayeredMap<number, Value>,
  plain: Map<number, Value>,
  {key, n}: {readonly key: number; readonly n: number | null},
): void => {
  if (n === null) {
    map.drop(key);
    plain.delete(key);
  } else {
    map.put(key, {n});
    plain.set(key, {n});
  }
};

const byKey = (a: readonly [number, Value], b: readonly [number, Value]): number => a[0] - b[0];

describe('a layered map', () => {
  it('holds what a plain map holds, whatever is written and whenever it branches', () => {
    fc.assert(
      fc.property(fc.array(change, {maxLength: 300}), (changes) => {
        const plain = new Map<number, Value>();
        let map = LayeredMap.branch<number, Value>(new Map());
        for (const one of changes) {
          if (one.branch) map = LayeredMap.branch(map.settle());
          apply(map, plain, one);
          expect([map.size, map.has(one.key), map.get(one.key)]).toEqual([
            plain.size,
            plain.has(one.key),
            plain.get(one.key),
          ]);
        }
        expect([...map].sort(byKey)).toEqual([...plain].sort(byKey));
      }),
      {seed: 4_711, numRuns: 200},
    );
  });

  it('leaves what it branched from as it was', () => {
    fc.assert(
      fc.property(fc.array(change, {maxLength: 120}), (changes) => {
        let map = LayeredMap.branch<number, Value>(new Map([[1, {n: 1}]]));
        const past: (readonly [LayeredMap<number, Value>, readonly unknown[]])[] = [];
        for (const one of changes) {
          apply(map, new Map(), one);
          map.settle();
          past.push([map, [...map]]);
          map = LayeredMap.branch(map);
        }
        for (const [old, entries] of past) expect([...old]).toEqual(entries);
      }),
      {seed: 4_712, numRuns: 50},
    );
  });

  it('keeps the order in which keys came', () => {
    const map = LayeredMap.branch(
      new Map([
        ['a', {n: 1}],
        ['b', {n: 2}],
      ]),
    );
    map.put('c', {n: 3});
    map.put('a', {n: 4});
    map.drop('b');
    const seen: string[] = [];
    map.forEach((_, key) => seen.push(key));
    expect([seen, [...map.keys()], [...map.values()]]).toEqual([
      ['a', 'c'],
      ['a', 'c'],
      [{n: 4}, {n: 3}],
    ]);
  });
});

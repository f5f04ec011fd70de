import {describe, expect, it} from 'vitest';

import {Choices, type ChoiceStorage} from './choices.js';

const storageOf = (
  entries: Record<string, string> = {},
): ChoiceStorage & {readonly map: Map<string, string>} => {
  const map = new Map(Object.entries(entries));
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
};

describe('choices', () => {
  it('come back in another page of the same session, and go when they are forgotten', () => {
    const storage = storageOf();
    new Choices(() => storage).set('voice-1', ['resolved']);
    const afterReload = new Choices(() => storage);
    expect(afterReload.get('voice-1')).toEqual(['resolved']);
    expect(afterReload.get('voice-2')).toEqual([]);
    afterReload.forget('voice-1');
    expect(storage.map.size).toBe(0);
    expect(afterReload.get('voice-1')).toEqual([]);
  });

  it('give the same list each time, so that nothing renders twice', () => {
    const choices = new Choices(() => storageOf());
    expect(choices.get('voice-1')).toBe(choices.get('voice-1'));
  });

  it.each([['{'], ['{"a":1}'], ['[1]'], ['null']])('take %s for nothing', (text) => {
    const choices = new Choices(() => storageOf({'deskwire:wrap-up:voice-1': text}));
    expect(choices.get('voice-1')).toEqual([]);
  });

  it('live in memory where the page may not store', () => {
    const shut = new Choices(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    shut.set('voice-1', ['resolved']);
    expect(shut.get('voice-1')).toEqual(['resolved']);
    shut.forget('voice-1');
    expect(shut.get('voice-1')).toEqual([]);
  });
});

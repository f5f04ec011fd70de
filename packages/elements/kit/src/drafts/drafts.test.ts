import {describe, expect, it} from 'vitest';

import {DRAFT_MAX_LENGTH, DRAFTS_MAX, Drafts, type DraftStorage} from './drafts.js';

class FakeStorage implements DraftStorage {
  readonly items = new Map<string, string>();
  isFull = false;

  get length(): number {
    return this.items.size;
  }
  key(index: number): string | null {
    return [...this.items.keys()][index] ?? null;
  }
  getItem(name: string): string | null {
    return this.items.get(name) ?? null;
  }
  setItem(name: string, value: string): void {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(name, value);
  }
  removeItem(name: string): void {
    this.items.delete(name);
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
const key = (interactionId: string, kind = 'message') => ({interactionId, kind});

const setUp = (viewer: string | undefined = 'mina') => {
  const storage = new FakeStorage();
  let at = 0;
  const open = (who: string | undefined = viewer) =>
    new Drafts({viewer: () => who, storage: () => storage, now: () => (at += 1)});
  return {storage, open, drafts: open()};
};

describe('drafts', () => {
  it('are kept per viewer, interaction and kind', () => {
    const {drafts, open} = setUp();
    drafts.write(key('a'), 'Hello');
    expect(drafts.read(key('a'), isText)).toBe('Hello');
    expect(drafts.read(key('b'), isText)).toBeUndefined();
    expect(drafts.read(key('a', 'note'), isText)).toBeUndefined();
    expect(open('leo').read(key('a'), isText)).toBeUndefined();
  });

  it('survive a reload', () => {
    const {drafts, open} = setUp();
    drafts.write(key('a'), 'Hel');
    drafts.write(key('a'), 'Hello');
    expect(open().read(key('a'), isText)).toBe('Hello');
  });

  it('take ids of any characters, and mistake none for another', () => {
    const {drafts, open, storage} = setUp('a:b');
    drafts.write(key('c:d %', 'e'), 'one');
    drafts.write(key('c', 'd %:e'), 'two');
    expect(storage.items.size).toBe(2);
    expect(open('a:b').read(key('c:d %', 'e'), isText)).toBe('one');
    expect(open('a').read(key('b:c:d %', 'e'), isText)).toBeUndefined();
    open('a:b').retain((id) => id === 'c:d %');
    expect([...storage.items.keys()]).toHaveLength(1);
  });

  it('are gone once they are dropped', () => {
    const {drafts, open, storage} = setUp();
    drafts.write(key('a'), 'Hello');
    drafts.drop(key('a'));
    expect(drafts.read(key('a'), isText)).toBeUndefined();
    expect(open().read(key('a'), isText)).toBeUndefined();
    expect(storage.items.size).toBe(0);
  });

  it('go with their interaction, those of others stay', () => {
    const {drafts, open, storage} = setUp();
    drafts.write(key('a'), 'gone');
    drafts.write(key('a', 'note'), 'gone');
    drafts.write(key('b'), 'stays');
    open('leo').write(key('a'), 'stays');
    storage.setItem('of the page', 'stays');
    open().retain((id) => id !== 'a');
    drafts.retain((id) => id !== 'a');
    expect(drafts.read(key('a'), isText)).toBeUndefined();
    expect(drafts.read(key('b'), isText)).toBe('stays');
    expect(storage.items.size).toBe(3);
  });

  it.each([
    ['no JSON', '{'],
    ['a bare value', '"Hello"'],
    ['null', 'null'],
    ['another version', '{"v":2,"at":1,"value":"Hello"}'],
    ['another shape', '{"v":1,"at":1,"value":{"text":"Hello"}}'],
    ['no time', '{"v":1,"value":"Hello"}'],
  ])('that are not drafts count as none: %s', (_, text) => {
    const {drafts, storage} = setUp();
    storage.setItem('deskwire:draft:mina:a:message', text);
    expect(drafts.read(key('a'), isText)).toBeUndefined();
  });

  it('live in memory where there is no room, no storage, or storage is shut', () => {
    const {drafts, storage} = setUp();
    storage.isFull = true;
    drafts.write(key('a'), 'Hello');
    expect(drafts.read(key('a'), isText)).toBe('Hello');
    const none = new Drafts({viewer: () => 'mina', storage: () => undefined});
    none.write(key('a'), 'Hello');
    none.retain(() => true);
    expect(none.read(key('a'), isText)).toBe('Hello');
    const shut = new Drafts({
      viewer: () => 'mina',
      storage: () => {
        throw new DOMException('shut', 'SecurityError');
      },
    });
    shut.write(key('a'), 'Hello');
    shut.retain(() => true);
    expect(shut.read(key('a'), isText)).toBe('Hello');
    shut.drop(key('a'));
    expect(shut.read(key('a'), isText)).toBeUndefined();
  });

  it('that are very long are not stored', () => {
    const {drafts, storage} = setUp();
    drafts.write(key('a'), 'x'.repeat(DRAFT_MAX_LENGTH));
    expect(storage.items.size).toBe(0);
    expect(drafts.read(key('a'), isText)).toHaveLength(DRAFT_MAX_LENGTH);
  });

  it('are never too many: the oldest makes room', () => {
    const {drafts, open, storage} = setUp();
    for (let index = 0; index < DRAFTS_MAX; index += 1) drafts.write(key(`i${index}`), 'Hello');
    drafts.write(key('i0'), 'Hello again');
    drafts.write(key('one more'), 'Hello');
    expect(storage.items.size).toBe(DRAFTS_MAX);
    expect(open().read(key('i0'), isText)).toBe('Hello again');
    expect(open().read(key('i1'), isText)).toBeUndefined();
    expect(open().read(key('one more'), isText)).toBe('Hello');
  });

  it('stay out of the storage where the host says so', () => {
    const {drafts, open, storage} = setUp();
    drafts.write(key('a'), 'Hello');
    drafts.write(key('a'), 'Hello again', false);
    expect(storage.items.size).toBe(0);
    expect(drafts.read(key('a'), isText, false)).toBe('Hello again');
    open().write(key('b'), 'stored');
    expect(open().read(key('b'), isText, false)).toBeUndefined();
  });

  it('of nobody are not kept', () => {
    const {storage} = setUp();
    const drafts = new Drafts({viewer: () => undefined, storage: () => storage});
    drafts.write(key('a'), 'Hello');
    drafts.drop(key('a'));
    drafts.retain(() => false);
    expect(drafts.read(key('a'), isText)).toBeUndefined();
    expect(storage.items.size).toBe(0);
  });
});

import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {refuse, type Refusal} from '@deskwire/domain';

import {VisitEntry} from './visit-entry.js';

const filled = (): VisitEntry => {
  const entry = new VisitEntry(() => undefined);
  entry.write('name', 'Hana Seo');
  entry.write('email', 'hana@example.com');
  entry.write('message', 'Hello');
  return entry;
};
const refused = async (refusal: Refusal): Promise<VisitEntry> => {
  const entry = filled();
  if (entry.finish('en'))
    await entry.start.begin(() => Promise.reject(Object.assign(new Error(), {refusal})));
  return entry;
};

describe('the form before a chat', () => {
  it('shows no fault before the first try, and every one from then on, as it is typed away', () => {
    const entry = new VisitEntry(() => undefined);
    entry.write('email', 'hana@');
    expect(entry.faults).toEqual({});
    expect(entry.finish('en')).toBeUndefined();
    expect(entry.faults).toEqual({
      name: 'nameMissing',
      email: 'emailInvalid',
      message: 'messageMissing',
    });
    entry.write('name', 'Hana');
    expect(entry.faults).toEqual({email: 'emailInvalid', message: 'messageMissing'});
  });

  it('keeps everything that was typed when the chat is refused', async () => {
    const entry = await refused(refuse('DW_SEND_TIMEOUT'));
    expect(entry.values).toEqual({name: 'Hana Seo', email: 'hana@example.com', message: 'Hello'});
    expect(entry.faults).toEqual({});
  });

  it.each([
    ['email', 'email'],
    ['name', 'name'],
    ['question', 'message'],
  ] as const)(
    'puts the server’s no about %s to the field %s, until that is typed anew',
    async (field, at) => {
      const entry = await refused(refuse('DW_INPUT_INVALID', {field}));
      expect(entry.faults).toEqual({[at]: 'refused'});
      entry.write(at, 'other@example.com');
      expect(entry.faults).toEqual({});
      expect(entry.start.state).toEqual({status: 'idle'});
    },
  );

  it('lets a refusal stand that is about no field, whatever is typed', async () => {
    const entry = await refused(refuse('DW_INPUT_INVALID', {field: 'entryPointId'}));
    entry.write('name', 'Hana');
    expect(entry.start.state.status).toBe('failed');
  });

  it('forgets the message once the chat has begun, and keeps who the visitor is', () => {
    const entry = filled();
    entry.clear();
    expect(entry.values).toEqual({name: 'Hana Seo', email: 'hana@example.com', message: ''});
  });

  it('proposes for another chat what is known, and never replaces what was typed', () => {
    const fresh = new VisitEntry(() => undefined);
    fresh.suggest({name: 'Hana', email: 'h@example.com'}, ' And one more thing ');
    expect(fresh.values).toEqual({name: 'Hana', email: 'h@example.com', message: 'And one more thing'});
    const entry = filled();
    entry.suggest({name: 'Other'}, 'Other');
    expect(entry.values).toEqual({name: 'Hana Seo', email: 'hana@example.com', message: 'Hello'});
  });

  describe('of a tab that is loaded again', () => {
    const storage = new Map<string, string>();
    beforeEach(() => {
      storage.clear();
      vi.stubGlobal('sessionStorage', {
        getItem: (name: string) => storage.get(name) ?? null,
        setItem: (name: string, text: string) => storage.set(name, text),
        removeItem: (name: string) => storage.delete(name),
      });
    });
    afterEach(() => {
      vi.unstubAllGlobals();
    });
    const kept = (): VisitEntry => {
      const entry = new VisitEntry(() => undefined);
      entry.keep();
      return entry;
    };

    it('is as it was, until the chat has begun', () => {
      const before = kept();
      before.write('name', 'Hana');
      before.write('message', 'Where is');
      const after = kept();
      expect(after.values).toEqual({name: 'Hana', email: '', message: 'Where is'});
      after.clear();
      expect(kept().values).toEqual({name: '', email: '', message: ''});
      expect(storage.size).toBe(0);
    });

    it('is empty where nothing may be stored, or something else stands there', () => {
      const secret = new VisitEntry(() => undefined);
      secret.write('name', 'Hana');
      expect(storage.size).toBe(0);
      for (const text of ['{', '5', '{"name":1}']) {
        storage.set('deskwire:visit', text);
        expect(kept().values.name).toBe('');
      }
      vi.stubGlobal('sessionStorage', undefined);
      kept().write('name', 'Hana');
    });
  });
});

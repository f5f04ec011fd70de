import {describe, expect, it} from 'vitest';
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
  const form = entry.finish('en');
  if (form) await entry.start.begin(() => Promise.reject(Object.assign(new Error(), {refusal})), form);
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
});

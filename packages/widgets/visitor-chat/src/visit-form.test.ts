import {describe, expect, it} from 'vitest';

import {EMPTY_VISIT, firstFault, visitFaults, visitForm, type VisitValues} from './visit-form.js';

const values = (set: Partial<VisitValues> = {}): VisitValues => ({
  name: 'Hana Seo',
  email: '',
  message: 'Where is my parcel?',
  ...set,
});

describe('what a visitor types', () => {
  it('is right with a name and a message', () => {
    expect(visitFaults(values())).toEqual({});
  });

  it('says at each field what is wrong', () => {
    expect(visitFaults({...EMPTY_VISIT, email: 'hana@'})).toEqual({
      name: 'nameMissing',
      email: 'emailInvalid',
      message: 'messageMissing',
    });
  });

  it('takes spaces alone for nothing', () => {
    expect(visitFaults(values({name: '  ', email: '  ', message: ' \n '}))).toEqual({
      name: 'nameMissing',
      message: 'messageMissing',
    });
  });

  it('knows the limits, and takes what is exactly as long', () => {
    expect(visitFaults(values({name: 'a'.repeat(100), message: 'b'.repeat(1_000)}))).toEqual({});
    expect(visitFaults(values({name: 'a'.repeat(101), message: 'b'.repeat(1_001)}))).toEqual({
      name: 'nameTooLong',
      message: 'messageTooLong',
    });
  });

  it.each([
    'hana@example.com',
    ' hana.seo+shop@mail.example.co.kr ',
    "o'neil@x-y.example",
    '서하나@example.com',
  ])('takes the address %s', (email) => {
    expect(visitFaults(values({email}))).toEqual({});
  });

  it.each(['hana', 'hana@', '@example.com', 'hana@example', 'hana@@example.com', 'a b@example.com'])(
    'does not take the address %s',
    (email) => {
      expect(visitFaults(values({email}))).toEqual({email: 'emailInvalid'});
    },
  );

  it.each(['hana@example..com', 'hana@-example.com', '<hana@example.com>', 'hana@example.com,b@example.com'])(
    'does not take %s for one address',
    (email) => {
      expect(visitFaults(values({email}))).toEqual({email: 'emailInvalid'});
    },
  );

  it('judges a very long address quickly', () => {
    const email = `${'a'.repeat(64)}@${'a-'.repeat(50_000)}`;
    const before = performance.now();
    expect(visitFaults(values({email}))).toEqual({email: 'emailInvalid'});
    expect(performance.now() - before).toBeLessThan(50);
  });

  it('names the first field with a fault', () => {
    expect(firstFault(visitFaults(values()))).toBeUndefined();
    expect(firstFault({message: 'messageMissing', email: 'emailInvalid'})).toBe('email');
  });
});

describe('what the host is given', () => {
  it('has no spaces around, and no email where there is none', () => {
    const {name, email, message} = {name: ' Hana ', email: ' ', message: ' Hello \n there '};
    expect(visitForm({name, email, message}, 'ko')).toEqual({
      name: 'Hana',
      message: 'Hello \n there',
      language: 'ko',
    });
  });

  it('has the email where there is one', () => {
    expect(visitForm(values({email: ' hana@example.com '}), 'en').email).toBe('hana@example.com');
  });
});

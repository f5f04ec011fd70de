import {describe, expect, it} from 'vitest';
import type {CentreConfig} from './centre.js';
import {contactKey, frontFrom, markOf, nextContact, openLists, placeOf} from './contact-lists.js';
import {contactsOf} from './test-kit/dialling.js';
import {configOf} from './test-kit/house.js';

const config: CentreConfig = configOf({contacts: {spring: contactsOf(4), autumn: []}});

describe('R127 the lists of campaigns', () => {
  it('begin with the first contact that is free', () => {
    const done = [contactKey('spring', 'c0'), contactKey('spring', 'c1')];
    const lists = openLists({...config, contactsDone: done});
    expect(nextContact(config, lists, 'spring')?.id).toBe('c2');
    expect(nextContact(config, lists, 'autumn')).toBeUndefined();
    expect(nextContact(config, lists, 'toString')).toBeUndefined();
  });

  it('go on behind whoever is with somebody or done, and begin again where one is free', () => {
    const marks = new Map([
      [contactKey('spring', 'c1'), markOf('with-somebody')],
      [contactKey('spring', 'c2'), markOf('done')],
      [contactKey('spring', 'c3'), markOf('free')],
    ]);
    expect([0, 1].map((from) => frontFrom(config, {marks}, 'spring', from))).toEqual([0, 3]);
    expect([placeOf(config, 'spring', 'c1'), placeOf(config, 'spring', 'gone')]).toEqual([1, 4]);
  });

  it('do not mix up campaigns whose contacts have the same id', () => {
    const two = configOf({contacts: {spring: contactsOf(1), autumn: contactsOf(1)}});
    const lists = openLists({...two, contactsDone: [contactKey('spring', 'c0')]});
    expect(nextContact(two, lists, 'spring')).toBeUndefined();
    expect(nextContact(two, lists, 'autumn')?.id).toBe('c0');
  });
});

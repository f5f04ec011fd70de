import {describe, expect, it} from 'vitest';

import type {CardDataPolicy} from '@deskwire/domain';

import {RefusedError} from '../refused.js';
import {contentDisposition} from './disposition.js';
import {uploadName} from './file-name.js';

const read = (name: string, action: CardDataPolicy['action'] = 'redact') =>
  uploadName(encodeURIComponent(name), {cardData: {action, unreadable: 'allow'}});

const refusalOf = (act: () => unknown) => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof RefusedError ? error.refusal : undefined;
  }
};

describe('the name of a file', () => {
  it.each([
    ['견적서 2026.PDF', {name: '견적서 2026.PDF', ending: '.pdf'}],
    ['  a.txt ', {name: 'a.txt', ending: '.txt'}],
    ['no ending', {name: 'no ending', ending: ''}],
    ['a.tar.gz', {name: 'a.tar.gz', ending: '.gz'}],
    ['<b>"&\'.txt', {name: '<b>"&\'.txt', ending: '.txt'}],
    ['가족 👩‍👩‍👧.txt', {name: '가족 👩‍👩‍👧.txt', ending: '.txt'}],
    ['.txt', {name: '.txt', ending: '.txt'}],
    // As a Mac writes it: letters one by one.
    ['\u1112\u1161\u11ab.txt', {name: '한.txt', ending: '.txt'}],
  ])('is taken: %s', (name, expected) => {
    expect(read(name)).toEqual(expected);
  });

  it.each([
    ['', ''],
    [' ', ''],
    ['../../etc/passwd.txt', '.. .. etc passwd.txt'],
    ['a\\b.txt', 'a b.txt'],
    ['C:a.txt', 'C:a.txt'],
    ['..', '..'],
    ['a.txt.', 'a.txt.'],
    ['a\nb.txt', 'ab.txt'],
    ['a\u0000.txt', 'a.txt'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['a\u2066b.txt', 'ab.txt'],
    ['a\u200bb.txt', 'ab.txt'],
    [`${'x'.repeat(300)}.txt`, 'x'.repeat(80)],
  ])('is refused with as much of it as can be shown: %j', (name, shown) => {
    expect(refusalOf(() => read(name))).toEqual({code: 'DW_FILE_NAME', kind: 'input', params: {name: shown}});
  });

  it('that is not percent-encoded, or not there, is refused', () => {
    const tenant = {cardData: {action: 'off', unreadable: 'allow'}} as const;
    for (const header of ['%', '%ff.txt', undefined, ['a.txt', 'b.txt']]) {
      expect(refusalOf(() => uploadName(header, tenant))?.code).toBe('DW_FILE_NAME');
    }
  });

  it('loses a card number, unless admin has switched that off', () => {
    expect(read('4111-1111-1111-1111.txt').name).not.toContain('1111');
    expect(read('4111-1111-1111-1111.txt', 'off').name).toBe('4111-1111-1111-1111.txt');
    expect(JSON.stringify(refusalOf(() => read('4111111111111111/a.txt')))).not.toContain('1111');
  });

  it('stands in a header whatever is in it', () => {
    expect(contentDisposition('견적 "a"; b\'(1).pdf')).toBe(
      'attachment; filename="____a___b__1_.pdf"; ' +
        "filename*=UTF-8''%EA%B2%AC%EC%A0%81%20%22a%22%3B%20b%27%281%29.pdf",
    );
  });
});

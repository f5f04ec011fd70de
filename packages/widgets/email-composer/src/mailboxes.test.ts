import {describe, expect, it} from 'vitest';

import {addRecipients, isAddress, mailboxOf, recipientsIn} from './mailboxes.js';

describe('an address', () => {
  it.each([
    'a@b.example',
    'first.last+tag@mail.co.kr',
    "o'neil@a-b.example",
    '민수@메일.한국',
    'x@xn--3e0b707e.kr',
  ])('is %s', (address) => {
    expect(isAddress(address)).toBe(true);
  });

  it.each([
    ...['', 'finance', 'finance@hanbit', '@b.example', 'a@', 'a b@c.example', 'a@b..example', 'a.@b.example'],
    ...['.a@b.example', 'a..b@c.example', 'a@-b.example', 'a@b-.example', 'a@10.0.0.1', 'a@b@c.example'],
    ...['a@b.example\r\nBcc: x@y.example', `${'x'.repeat(65)}@b.example`, `a@${'b.'.repeat(130)}example`],
  ])('is not %j', (address) => {
    expect(isAddress(address)).toBe(false);
  });

  it('may have a name before it', () => {
    expect(mailboxOf('김 민수 <min@b.example>')).toEqual({name: '김 민수', address: 'min@b.example'});
    expect(mailboxOf('"Kim, \\"Min\\" su" <min@b.example>')).toEqual({
      name: 'Kim, "Min" su',
      address: 'min@b.example',
    });
    expect(mailboxOf('a@b.example <a@b.example>')).toEqual({address: 'a@b.example'});
    expect(mailboxOf('mailto:a@b.example')).toEqual({address: 'a@b.example'});
    expect(mailboxOf('A\r\nBcc: x@y.example <a@b.example>')?.name).not.toMatch(/[\r\n]/);
    expect(mailboxOf('Kim <nowhere>')).toBeUndefined();
  });
});

describe('a list of recipients', () => {
  it.each([
    ['a@b.example, c@d.example;e@f.example', ['a@b.example', 'c@d.example', 'e@f.example']],
    ['Name <a@b.example>, c@d.example', ['Name <a@b.example>', 'c@d.example']],
    ['"Kim, Min-su" <a@b.example>, c@d.example', ['"Kim, Min-su" <a@b.example>', 'c@d.example']],
    [
      'Kim, Min-su <a@b.example>; Lee, Jun <c@d.example>',
      ['Kim, Min-su <a@b.example>', 'Lee, Jun <c@d.example>'],
    ],
    ['a@b.example c@d.example\nnot an address', ['a@b.example', 'c@d.example', 'not an address']],
    ['홍길동\thong@x.kr\r\n이순신\tlee@x.kr\r\n', ['홍길동 <hong@x.kr>', '이순신 <lee@x.kr>']],
    ['hong@x.kr\tlee@x.kr\tkim@x.kr', ['hong@x.kr', 'lee@x.kr', 'kim@x.kr']],
    ['홍길동 <hong@x.kr>、lee@x.kr', ['홍길동 <hong@x.kr>', 'lee@x.kr']],
    ['"never closed <a@b.example>, c@d.example', ['never closed <a@b.example>', 'c@d.example']],
    [' ,;\n\t ', []],
  ])('%j', (text, pieces) => {
    expect(recipientsIn(text)).toEqual(pieces);
  });

  it('takes 10,000 of them in no time, and keeps what is allowed', () => {
    const text = Array.from({length: 10_000}, (_, at) => `Name ${at} <n${at}@b.example>`).join(', ');
    const added = addRecipients([], recipientsIn(text), {skip: [], max: 50});
    expect([added.chips.length, added.over]).toEqual([50, 9_950]);
  });

  it('has nobody twice, nobody who gets it anyway, and what is wrong as it was written', () => {
    const added = addRecipients(
      ['Ops <ops@b.example>'],
      ['OPS@b.example', 'help@b.example', 'finance@b', 'finance@b', 'new@b.example'],
      {skip: ['Help@b.example'], max: 50},
    );
    expect(added).toEqual({
      chips: ['Ops <ops@b.example>', 'finance@b', 'new@b.example'],
      twice: 2,
      skipped: 1,
      over: 0,
    });
  });
});

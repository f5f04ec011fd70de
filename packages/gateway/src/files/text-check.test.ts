import iconv from 'iconv-lite';
import {describe, expect, it} from 'vitest';

import {TextCheck} from './text-check.js';

/** In parts of `size` bytes, the last one shorter. */
const isText = (bytes: Uint8Array, size = bytes.length): boolean => {
  const check = new TextCheck();
  for (let at = 0; at < bytes.length; at += size) check.take(bytes.subarray(at, at + size));
  check.end();
  return check.isText;
};

describe('whether a file is text', () => {
  // The last has syllables that are in CP949 only, and one of their bytes means nothing in what Western Windows writes.
  it.each(['안녕하세요, 접수했습니다.', '뷁 똠방각하', '낚였갂 갃'])(
    'takes Korean Windows at its word: %s',
    (words) => {
      const bytes = iconv.encode(words, 'cp949');
      expect(isText(bytes)).toBe(true);
      expect(isText(bytes, 3)).toBe(true);
    },
  );

  it.each([
    ['UTF-8', Buffer.from('환불 요청서')],
    ['UTF-16 with its mark', iconv.encode('환불 요청서', 'utf16le', {addBOM: true})],
    ['Western Windows', iconv.encode('Grüße – 5 €', 'windows-1252')],
  ])('takes %s', (_, bytes) => {
    expect(isText(bytes, 2)).toBe(true);
  });

  it.each([
    ['a control character', Buffer.from('a\u0000b')],
    ['half a syllable at the end', Buffer.from([0x81, 0x41, 0x81])],
    ['bytes that mean nothing anywhere', Buffer.from([0xff, 0xff, 0x81, 0x20, 0x81])],
  ])('is none with %s', (_, bytes) => {
    expect(isText(bytes)).toBe(false);
  });
});

import {describe, expect, it} from 'vitest';

import {decodeBytes} from './charsets.js';

describe('Korean bytes', () => {
  const bytes = Buffer.from('l82U7iC8hL3DIIxjueawosfP', 'base64');

  it.each(['EUC-KR', 'ks_c_5601-1987', 'CP949', 'windows-949', 'uhc'])(
    'are read with every syllable there is where they are called %s',
    (charset) => {
      expect(decodeBytes(bytes, charset)).toBe('쀍뷁 펲시 똠방각하');
    },
  );

  it('are known where they are called nothing', () => {
    expect(decodeBytes(bytes)).toBe('쀍뷁 펲시 똠방각하');
  });
});

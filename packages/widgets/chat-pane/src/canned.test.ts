import {describe, expect, it} from 'vitest';
import {placeValues} from '@deskwire/kit';
import {anActive} from '@deskwire/testing/fixtures.js';

import {cannedItems} from './canned.js';

const values = placeValues(anActive({channel: 'chat'}), 'Mina Park');

describe('a canned text', () => {
  it('is shown by its beginning and found by all of it', () => {
    const [item] = cannedItems(
      [{id: '1', title: {en: 'Refund', ko: '환불'}, text: `{{name}}\n${'long '.repeat(40)}end`}],
      values,
      (label) => (typeof label === 'string' ? label : label.ko),
    );
    expect(item?.text).toBe('환불');
    expect(item?.detail).toMatch(/^Hana Seo long .*…$/);
    expect(item?.detail?.length).toBeLessThan(70);
    expect(item?.keywords).toContain('end');
  });
});

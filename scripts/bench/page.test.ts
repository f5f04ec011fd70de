import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {writePage} from './page.mjs';

interface Row {
  readonly what: string;
  readonly own: string;
  readonly budget?: string;
  readonly rival?: string;
  readonly theirs?: string;
  readonly ratio?: number;
  readonly holds?: boolean;
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskwire-figures-'));
});
afterEach(() => {
  rmSync(folder, {recursive: true});
});

const began = new Date('2026-11-21T08:00:00Z');
const write = (name: string, rows: readonly Row[], machine = 'here'): string => {
  const file = join(folder, 'figures.md');
  const text = writePage(file, {name, rows, began, machine});
  writeFileSync(file, text);
  return text;
};

describe('the page of figures', () => {
  it('says what was measured, and also where a peer is better', () => {
    const lost = {
      what: 'Speed',
      budget: 'at least 5x',
      own: '1/s',
      rival: 'a | peer',
      theirs: '2/s',
      ratio: 0.5,
      holds: false,
    };
    const text = write('fanout', [lost, {what: 'More', own: '3'}]);
    expect(text).toContain('| Speed | at least 5x | 1/s | 2/s (a \\| peer) | 0.50x | **does not hold** |');
    expect(text).toContain('| More |  | 3 |  |  | no budget |');
    expect(text).toContain('`npm run bench -- fanout`, 2026-11-21 08:00 UTC, here.');
  });

  it('keeps what an earlier run measured, in the order of the benches, and replaces what was measured again', () => {
    write('gateway', [{what: 'Gateway', own: '1'}]);
    write('fanout', [{what: 'Old', own: '1'}]);
    const text = write('fanout', [{what: 'New', own: '1'}], 'there');
    expect(text).not.toContain('Old');
    expect(text.indexOf('| New |')).toBeGreaterThan(0);
    expect(text.indexOf('| New |')).toBeLessThan(text.indexOf('| Gateway |'));
    expect(text.match(/^## /gm)).toHaveLength(2);
  });
});

import {describe, expect, it} from 'vitest';
import type {AttachmentPolicy} from '@deskwire/domain';

import {acceptOf, checkFile} from './check-file.js';

const policy = (set: Partial<AttachmentPolicy> = {}): AttachmentPolicy => ({
  ...{enabled: true, maxFiles: 3, maxTotalBytes: 35_000_000, types: ['.pdf', '.xlsx']},
  ...set,
});
const file = (name: string, size = 1_000) => ({name, size});
const codeOf = (...asked: Parameters<typeof checkFile>) => checkFile(...asked)?.code;

describe('a file before it is sent', () => {
  it('is taken where everything fits', () => {
    expect(checkFile(file('bill.pdf'), policy(), [])).toBeUndefined();
    expect(checkFile(file('bill.pdf', 35_000_000), policy(), [])).toBeUndefined();
  });

  it('is refused by what is wrong with it', () => {
    expect(codeOf(file('bill.pdf'), policy({enabled: false}), [])).toBe('DW_FILE_OFF');
    expect(codeOf(file('setup.exe'), policy(), [])).toBe('DW_FILE_TYPE');
    expect(codeOf(file('README'), policy(), [])).toBe('DW_FILE_TYPE');
    expect(codeOf(file('bill.pdf.exe'), policy(), [])).toBe('DW_FILE_TYPE');
    expect(checkFile(file('11월 청구서.XLSX'), policy(), [])).toBeUndefined();
    expect(codeOf(file('bill\u202efdp.exe'), policy(), [])).toBe('DW_FILE_NAME');
    expect(codeOf(file('bill.pdf', 0), policy(), [])).toBe('DW_FILE_EMPTY');
  });

  it('is counted with those that go with it', () => {
    const three = [file('a.pdf'), file('b.pdf'), file('c.pdf')];
    expect(checkFile(file('d.pdf'), policy(), three)).toMatchObject({
      code: 'DW_FILE_TOO_MANY',
      params: {max: 3},
    });
    expect(checkFile(file('d.pdf', 5_000_001), policy(), [file('a.pdf', 30_000_000)])).toMatchObject({
      code: 'DW_FILE_TOO_LARGE',
      params: {name: 'd.pdf', max: 35},
    });
    const beside = (bytes: number) => checkFile(file('d.pdf'), policy(), [file('a.pdf')], bytes)?.code;
    expect([beside(34_998_000), beside(34_998_001)]).toEqual([undefined, 'DW_FILE_TOO_LARGE']);
  });

  it('is asked for by its endings', () => {
    expect(acceptOf(policy())).toBe('.pdf,.xlsx');
  });
});

import {describe, expect, it} from 'vitest';
import {FILE_NAME_MAX_LENGTH, readFileName, showFileName} from './file-name.js';

describe('the name of a file', () => {
  it.each([
    ['bill.pdf', 'bill.pdf', '.pdf'],
    [' Bill.PDF ', 'Bill.PDF', '.pdf'],
    ['setup.pdf.exe', 'setup.pdf.exe', '.exe'],
    ['README', 'README', ''],
    ['.bashrc', '.bashrc', '.bashrc'],
    ['11월 청구서.xlsx'.normalize('NFD'), '11월 청구서.xlsx', '.xlsx'],
    ['👩‍👩‍👧.png', '👩‍👩‍👧.png', '.png'],
    ['<img src=x>.html', '<img src=x>.html', '.html'],
  ])('%j is read', (text, name, ending) => {
    expect(readFileName(text)).toEqual({name, ending});
  });

  it.each([
    '',
    '  ',
    '.',
    '..',
    '...',
    '../bill.pdf',
    'a/b.pdf',
    'a\\b.pdf',
    'c:bill.pdf',
    'bill.pdf.',
    'bill\u0000.pdf',
    'bill\r\nX: y.pdf',
    'bill\u202efdp.exe',
    'bill\u200b.pdf',
    'bill\ufeff.pdf',
    'bill\ud83d.pdf',
    `${'x'.repeat(FILE_NAME_MAX_LENGTH)}.pdf`,
  ])('%j cannot be used', (text) => {
    expect(readFileName(text)).toBeUndefined();
  });

  it('that cannot be used is shown without what cannot be shown, and not in full length', () => {
    expect(showFileName(' ..\\bill\u202efdp\u0000.exe ')).toBe('.. billfdp.exe');
    expect(showFileName('가'.repeat(500))).toHaveLength(80);
  });
});

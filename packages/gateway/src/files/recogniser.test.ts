import {mkdtempSync, rmSync} from 'node:fs';
import {open} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {afterAll, describe, expect, it} from 'vitest';

import {archiveOf} from '../test-support/document-samples.js';
import {compoundOf, SAMPLES as S} from '../test-support/samples.js';
import {Recogniser} from './recogniser.js';

const folder = mkdtempSync(join(tmpdir(), 'deskwire-kinds-'));
afterAll(() => rmSync(folder, {recursive: true}));

let files = 0;

/** The code of the refusal, and how much was taken until it came; undefined where it is what its name says. */
const judge = async (name: string, content: Buffer, part = 1_000): Promise<string | undefined> => {
  const recogniser = new Recogniser({name, ending: /\.[^.]+$/.exec(name)?.[0] ?? ''});
  const file = await open(join(folder, `${(files += 1)}`), 'wx+');
  try {
    for (let at = 0; at < content.length; at += part) {
      const piece = content.subarray(at, at + part);
      await recogniser.take(piece);
      await file.appendFile(piece);
    }
    await recogniser.end(file);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await file.close();
  }
};

describe('a file', () => {
  it.each([
    ['a.txt', S.text],
    ['a.txt', S.cp949],
    ['a.txt', S.utf16],
    ['a.txt', Buffer.from('MZ is how this text begins, and BM could be another')],
    ['a.html', S.html],
    ['a.pdf', S.pdf],
    ['a.png', S.png],
    ['a.rtf', S.rtf],
    ['a.docx', S.docx],
    ['a.docm', S.docm],
    ['a.xlsx', S.xlsx],
    ['a.odt', S.odt],
    ['a.ods', S.ods],
    ['a.doc', S.doc],
    ['a.xls', S.xls],
    ['a.msg', S.msg],
    ['a.zip', S.zip],
    ['locked.docx', S.encrypted],
    ['a.of-no-kind', Buffer.from('anything')],
  ])('is what its name says: %s', async (name, content) => {
    for (const part of [1, 7, 5_000]) expect(await judge(name, content, part)).toBeUndefined();
  });

  it.each([
    ['invoice.pdf', S.exe],
    ['invoice.pdf', S.text],
    ['invoice.pdf', S.zip],
    ['a.txt', S.exe],
    ['a.txt', S.pdf],
    ['a.txt', S.png],
    ['a.txt', Buffer.from('looks like text\u0000')],
    ['a.txt', Buffer.from('fffe00d8', 'hex')],
    ['a.html', S.docx],
    ['a.docx', S.zip],
    ['a.docx', S.jar],
    ['a.docx', S.xlsx],
    ['a.docx', S.docm],
    ['a.docx', S.macros],
    ['a.docx', S.odt],
    ['a.docx', S.doc],
    ['a.docx', S.docx.subarray(0, S.docx.length - 30)],
    ['a.docx', Buffer.concat([S.exe, S.docx])],
    ['a.xlsx', S.docx],
    ['a.odt', S.ods],
    ['a.odt', S.docx],
    ['a.doc', S.msi],
    ['a.doc', S.xls],
    ['a.doc', S.docx],
    ['a.png', S.html],
    ['a.zip', S.exe],
    ['a.of-no-kind', S.exe],
  ])('is another kind than its name says: %s', async (name, content) => {
    for (const part of [3, 5_000]) expect(await judge(name, content, part)).toBe('DW_FILE_MISMATCH');
  });

  it('is cut as soon as it cannot be text any more', async () => {
    const recogniser = new Recogniser({name: 'a.txt', ending: '.txt'});
    await recogniser.take(Buffer.alloc(5_000, 'a'));
    await recogniser.take(Buffer.alloc(5_000, 'b'));
    await expect(recogniser.take(Buffer.from([0x62, 0, 0x62]))).rejects.toThrow('DW_FILE_MISMATCH');
  });

  it('that says it unfolds to little and unfolds to much is no document', async () => {
    const bomb = Buffer.from(await archiveOf({'[Content_Types].xml': Buffer.alloc(30_000_000, ' ')}));
    expect(await judge('bomb.docx', bomb, 100_000)).toBe('DW_FILE_MISMATCH');
    // The directory promises a small label.
    const lie = Buffer.from(bomb);
    const directory = lie.indexOf('PK\u0001\u0002', 0, 'latin1');
    lie.writeUInt32LE(100, directory + 24);
    expect(await judge('lie.docx', lie, 100_000)).toBe('DW_FILE_MISMATCH');
  });

  it('made of chains that lead in circles is read to an end', async () => {
    const circle = compoundOf('a', 'b', 'c', 'd');
    circle.writeUInt32LE(1, 512 + 4 * 2);
    expect(await judge('a.doc', circle)).toBe('DW_FILE_MISMATCH');
    const broken = Buffer.from(circle);
    broken.writeUInt16LE(31, 30);
    expect(await judge('a.doc', broken)).toBe('DW_FILE_MISMATCH');
    expect(await judge('a.doc', circle.subarray(0, 40))).toBe('DW_FILE_MISMATCH');
  });
});

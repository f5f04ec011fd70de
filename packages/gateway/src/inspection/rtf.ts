import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';

import iconv from 'iconv-lite';
import {Tokenize} from 'rtf-stream-parser';
import {ToPlainText} from 'rtf-stream-parser/dist/src/ToPlainText.js';

import {Unreadable, type Reader} from './reading.js';

const HEAD = '{\\rtf';

const decode = (bytes: Buffer, encoding: string): string =>
  iconv.decode(bytes, iconv.encodingExists(encoding) ? encoding : 'cp1252');

/** Rich text: the library reads characters, fonts and codepages; pictures and objects are left out. */
export const readRtf: Reader = async ({bytes}, reading) => {
  const file = Buffer.from(bytes);
  if (file.toString('latin1', 0, HEAD.length) !== HEAD) throw new Unreadable('not-rtf');
  if (/\\(?:pict|object)\b/.test(file.toString('latin1'))) reading.skips('picture');
  const options = {decode, outputMode: 'string', warn: () => undefined, allowCp0: true} as const;
  await pipeline(Readable.from([file]), new Tokenize(), new ToPlainText(options), async (pieces) => {
    for await (const piece of pieces as AsyncIterable<string>) reading.write(piece);
  });
};

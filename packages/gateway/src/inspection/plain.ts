import iconv from 'iconv-lite';

import {Unreadable, type Reader} from './reading.js';

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** Unicode by its mark, else UTF-8, else what Korean Windows writes, which every single-byte text survives well enough. */
export const decodeText = (bytes: Uint8Array): string => {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return iconv.decode(Buffer.from(bytes), 'cp949');
  }
};

/** Plain text. */
export const readPlain: Reader = async ({bytes}, reading) => {
  const text = decodeText(bytes);
  if (text.includes('\0')) throw new Unreadable('binary');
  reading.write(text);
};

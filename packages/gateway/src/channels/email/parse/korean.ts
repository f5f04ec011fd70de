/**
 * Korean encodings of old mail that neither the platform nor a library reads. Each becomes what the platform does read,
 * or text.
 */

const ESCAPE = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const LINE_FEED = 0x0a;

/** Whether bytes are written in ISO-2022-KR, whatever they are called. */
export const isIso2022Kr = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4_096));
  return head.includes('\x1b$)C', 0, 'latin1');
};

/** ISO-2022-KR as EUC-KR: what stands between shifts gets its eighth bit. A line's end shifts back. */
export const eucKrOfIso2022Kr = (bytes: Uint8Array): Uint8Array => {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  let isShifted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === ESCAPE && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29) at += 3;
    else if (byte === SHIFT_OUT) isShifted = true;
    else if (byte === SHIFT_IN) isShifted = false;
    else {
      if (byte === LINE_FEED) isShifted = false;
      out[length] = isShifted && byte > 0x20 ? byte | 0x80 : byte;
      length += 1;
    }
  }
  return out.subarray(0, length);
};

/** Where the five bits of a Johab part stand in the order of Unicode; -1: no letter. */
const INITIALS = [-1, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18];
const MEDIALS = [
  -1, -1, -1, 0, 1, 2, 3, 4, -1, -1, 5, 6, 7, 8, 9, 10, -1, -1, 11, 12, 13, 14, 15, 16, -1, -1, 17, 18, 19,
  20,
];
const FINALS = [
  -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, -1, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
  27,
];
const HANGUL = 0xac00;
const UNKNOWN = '\ufffd';

const syllable = (code: number): string => {
  const initial = INITIALS[(code >> 10) & 31] ?? -1;
  const medial = MEDIALS[(code >> 5) & 31] ?? -1;
  const final = FINALS[code & 31] ?? -1;
  if (initial < 0 || medial < 0 || final < 0) return UNKNOWN;
  return String.fromCharCode(HANGUL + (initial * 21 + medial) * 28 + final);
};

/** Johab (code page 1361): syllables out of their letters. Chinese characters and signs of it become U+FFFD. */
export const textOfJohab = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      text += String.fromCharCode(byte);
      continue;
    }
    at += 1;
    const code = (byte << 8) | (bytes[at] ?? 0);
    text += byte <= 0xd3 ? syllable(code) : UNKNOWN;
  }
  return text;
};

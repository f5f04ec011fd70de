import iconv from 'iconv-lite';

import {eucKrOfIso2022Kr, isIso2022Kr, textOfJohab} from './korean.js';
import {MAX_BODY_BYTES} from './thread.js';

/**
 * What senders call CP949, which holds all of EUC-KR. Node's own decoder has only the 2,350 syllables of the older set,
 * whatever the standard says.
 */
const KOREAN = /^(?:x-)?(?:cp|windows|ms|ibm)?-?_?949$|^uhc$|^(?:x-)?euc-?_?kr$|^ks_?c_?-?5601.*$|^korean$/;
const JOHAB = /^(?:x-)?(?:johab|ksc5601-?1992|(?:cp|ms|windows-?)1361)$/;
const ALIASES: Readonly<Record<string, string>> = {
  utf8mb4: 'utf-8',
  'x-gbk': 'gbk',
  cp936: 'gbk',
  'windows-936': 'gbk',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  cp932: 'shift_jis',
  'windows-932': 'shift_jis',
  cp950: 'big5',
  'iso-8859-8-i': 'iso-8859-8',
};

/** What says nothing about bytes above 0x7f: a sender that did not know what it sent. */
const SAYS_NOTHING: ReadonlySet<string> = new Set([
  '',
  'us-ascii',
  'ascii',
  'ansi_x3.4-1968',
  'unknown-8bit',
  '8bit',
]);

const decoderOf = (label: string, isStrict: boolean): InstanceType<typeof TextDecoder> | undefined => {
  try {
    return new TextDecoder(label, {fatal: isStrict});
  } catch {
    return undefined;
  }
};

const asCp949 = (bytes: Uint8Array): string => iconv.decode(Buffer.from(bytes), 'cp949');

const strictly = (bytes: Uint8Array, label: string): string | undefined => {
  if (label === 'euc-kr') {
    const text = asCp949(bytes);
    return text.includes('\ufffd') ? undefined : text;
  }
  try {
    return decoderOf(label, true)?.decode(bytes);
  } catch {
    return undefined;
  }
};

const isPlain = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80 && byte !== 0x1b);

/** Undefined where it is none. The end of a body that was cut can lie within a character. */
const asUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes, {stream: bytes.length === MAX_BODY_BYTES});
  } catch {
    return undefined;
  }
};

/** What the West wrote. The platform's own decoder takes the signs from 0x80 to 0x9f for controls. */
const western = (bytes: Uint8Array): string => iconv.decode(Buffer.from(bytes), 'windows-1252');
const WESTERN = /^(?:windows-1252|cp1252|x-cp1252|iso-?_?8859-1|latin-?1|l1)$/;

const hangul = /[\uac00-\ud7a3]/g;

/** Korean, where most of what is not ASCII makes syllables. */
const korean = (bytes: Uint8Array): string | undefined => {
  const text = strictly(bytes, 'euc-kr');
  const syllables = text?.match(hangul)?.length ?? 0;
  const foreign = bytes.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0);
  return syllables > 0 && syllables * 2 >= foreign * 0.6 ? text : undefined;
};

/** UTF-8 with something broken in it: much of what is not ASCII can be read. */
const broken = (bytes: Uint8Array): string | undefined => {
  const text = new TextDecoder().decode(bytes);
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  const read = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return read * 2 >= lost ? text : undefined;
};

/** Bytes of which nothing is known: UTF-8 where they are, Korean where it makes sense, else what the West wrote. */
const guess = (bytes: Uint8Array): string =>
  asUtf8(bytes) ?? korean(bytes) ?? broken(bytes) ?? western(bytes);

const canonical = (label: string): string => {
  const name = label
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
    .replace(/\*.*$/, '')
    .trim();
  if (KOREAN.test(name)) return 'euc-kr';
  return ALIASES[name] ?? name;
};

const decodeAs = (bytes: Uint8Array, label: string): string | undefined => {
  if (JOHAB.test(label)) return textOfJohab(bytes);
  if (WESTERN.test(label)) return western(bytes);
  if (label === 'euc-kr') return asCp949(bytes);
  const decoder = decoderOf(label, false) ?? decoderOf(label.replace(/^x-/, ''), false);
  if (decoder) return decoder.decode(bytes);
  return iconv.encodingExists(label) ? iconv.decode(Buffer.from(bytes), label) : undefined;
};

/**
 * Text out of bytes that a mail calls something. What it calls them is believed unless they say otherwise themselves:
 * valid UTF-8 with characters of three bytes is nothing else by chance, and what is no UTF-8 is none whatever it is called.
 */
export const decodeBytes = (bytes: Uint8Array, charset = ''): string => {
  const label = canonical(charset);
  if (label === 'iso-2022-kr' || label === 'csiso2022kr' || isIso2022Kr(bytes))
    return new TextDecoder('euc-kr').decode(eucKrOfIso2022Kr(bytes));
  if (SAYS_NOTHING.has(label)) return isPlain(bytes) ? Buffer.from(bytes).toString('latin1') : guess(bytes);
  const isUtf8 = label === 'utf-8' || label === 'utf8';
  if (isUtf8) return asUtf8(bytes)?.replace(/^\ufeff/, '') ?? guess(bytes);
  const utf8 = isPlain(bytes) || /^utf-?(?:16|32|7)/.test(label) ? undefined : asUtf8(bytes);
  if (utf8 !== undefined && /[\u0800-\uffff]/.test(utf8)) return utf8;
  return decodeAs(bytes, label) ?? guess(bytes);
};

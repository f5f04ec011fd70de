import {TextDecoder} from 'node:util';

import iconv from 'iconv-lite';

/** Control characters that no text has. */
const CONTROLS = /[^\P{Cc}\t\n\f\r]/u;

/** Reads bytes part by part, and throws where they are not in its encoding; without a part, the end. */
type Decode = (part?: Uint8Array) => string;

const strict = (encoding: string): Decode => {
  const decoder = new TextDecoder(encoding, {fatal: true});
  return (part) => (part ? decoder.decode(part, {stream: true}) : decoder.decode());
};

/** What Korean Windows writes. Node's own decoder has only the 2,350 syllables of the older set. */
const cp949 = (): Decode => {
  const decoder = iconv.getDecoder('cp949');
  return (part) => {
    const text = part ? decoder.write(Buffer.from(part)) : (decoder.end() ?? '');
    if (text.includes('\ufffd')) throw new TypeError('not CP949');
    return text;
  };
};

const bomOf = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
};

/**
 * Whether bytes are text, part by part: in UTF-8, in UTF-16 with its mark, in what Korean Windows writes (CP949), or in
 * what Western Windows writes; and without control characters, which a program or a picture has soon.
 */
export class TextCheck {
  #decoders: Decode[] | undefined;

  /** Whether it may still be text. */
  get isText(): boolean {
    return this.#decoders === undefined || this.#decoders.length > 0;
  }

  /** Takes the next part. The first one must have two bytes, where the file has. */
  take(part: Uint8Array): void {
    this.#decoders ??= this.#begin(part);
    this.#keep((decode) => decode(part));
  }

  /** Takes the end: a character that was begun must be whole. */
  end(): void {
    this.#keep((decode) => decode());
  }

  #begin(part: Uint8Array): Decode[] {
    const bom = bomOf(part);
    return bom ? [strict(bom)] : [strict('utf-8'), cp949(), strict('windows-1252')];
  }

  /** Keeps the encodings in which this is text. */
  #keep(read: (decode: Decode) => string): void {
    this.#decoders = this.#decoders?.filter((decode) => {
      try {
        return !CONTROLS.test(read(decode));
      } catch {
        return false;
      }
    });
  }
}

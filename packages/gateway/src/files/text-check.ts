import {TextDecoder} from 'node:util';

/** Control characters that no text has. */
const CONTROLS = /[^\P{Cc}\t\n\f\r]/u;

const ENCODINGS = ['utf-8', 'euc-kr', 'windows-1252'] as const;

const bomOf = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
};

/**
 * Whether bytes are text, part by part: in UTF-8, in UTF-16 with its mark, in what Korean Windows writes (CP949), or in
 * what Western Windows writes; and without control characters, which a program or a picture has soon.
 */
export class TextCheck {
  #decoders: TextDecoder[] | undefined;

  /** Whether it may still be text. */
  get isText(): boolean {
    return this.#decoders === undefined || this.#decoders.length > 0;
  }

  /** Takes the next part. The first one must have two bytes, where the file has. */
  take(part: Uint8Array): void {
    this.#decoders ??= this.#begin(part);
    this.#keep((decoder) => decoder.decode(part, {stream: true}));
  }

  /** Takes the end: a character that was begun must be whole. */
  end(): void {
    this.#keep((decoder) => decoder.decode());
  }

  #begin(part: Uint8Array): TextDecoder[] {
    const bom = bomOf(part);
    return (bom ? [bom] : ENCODINGS).map((encoding) => new TextDecoder(encoding, {fatal: true}));
  }

  /** Keeps the encodings in which this is text. */
  #keep(decode: (decoder: TextDecoder) => string): void {
    this.#decoders = this.#decoders?.filter((decoder) => {
      try {
        return !CONTROLS.test(decode(decoder));
      } catch {
        return false;
      }
    });
  }
}

import {findCards} from '@deskwire/card-data';

/** Ends a reading: there is nothing more to know. */
export class CardFound extends Error {
  override readonly name = 'CardFound';
}

/** Ends a reading that cannot be finished. `why` is a word for the log; it never holds anything out of the file. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly why: string;

  constructor(why: string) {
    super(why);
    this.why = why;
  }
}

/** What a file, with everything in it, may come to. */
export const READING_LIMITS = {
  /** UTF-16 units of text. */
  text: 50_000_000,
  /** Bytes that archives unfold to. */
  unfolded: 300_000_000,
  /** Entries of an archive, parts of a mail, pages of a document. */
  parts: 5_000,
  /** Files within files within files. */
  depth: 4,
} as const;

/** See {@link READING_LIMITS}. */
export type ReadingLimits = Readonly<Record<keyof typeof READING_LIMITS, number>>;

/** A card number that lies over the end of a piece is found in the next one: so much of the last piece is kept. */
const OVERLAP = 512;
/** Pieces are gathered to this length before they are looked at. */
const PIECE = 16_384;

/** One file being read: its text goes in as it is found, and the first card number ends it. */
export class Reading {
  readonly limits: ReadingLimits;
  #text = '';
  #length = 0;
  #unfolded = 0;
  #parts = 0;
  #unread: string | undefined;

  constructor(limits: ReadingLimits = READING_LIMITS) {
    this.limits = limits;
  }

  /** Why a part could not be looked at; undefined while everything could. */
  get unread(): string | undefined {
    return this.#unread;
  }

  /**
   * Takes text in the order in which a person reads it.
   * @throws CardFound, or Unreadable where there is too much of it.
   */
  write(text: string): void {
    this.#length += text.length;
    if (this.#length > this.limits.text) throw new Unreadable('too-much-text');
    this.#text += text;
    if (this.#text.length >= PIECE) this.#look();
  }

  /** Ends one text, so that nothing is read together with what comes next. */
  end(): void {
    this.#look();
    this.#text = '';
  }

  /** Counts bytes that an archive unfolded to. */
  unfolds(bytes: number): void {
    this.#unfolded += bytes;
    if (this.#unfolded > this.limits.unfolded) throw new Unreadable('too-much-unfolded');
  }

  /** Counts an entry, a part or a page. */
  part(): void {
    this.#parts += 1;
    if (this.#parts > this.limits.parts) throw new Unreadable('too-many-parts');
  }

  /** A part of it cannot be looked at. */
  skips(why: string): void {
    this.#unread ??= why;
  }

  #look(): void {
    if (findCards(this.#text).length > 0) throw new CardFound();
    this.#text = this.#text.slice(-OVERLAP);
  }
}

/** Bytes to be read, with what their name ends in: `.docx`. */
export interface Source {
  readonly bytes: Uint8Array;
  readonly ending: string;
  /** How many files it lies in. */
  readonly depth: number;
}

/** Reads one kind of file into a reading. Files within it go to `inner`. */
export type Reader = (
  source: Source,
  reading: Reading,
  inner: (source: Source) => Promise<void>,
) => Promise<void>;

/** What a name ends in, in lower case with the dot; empty where it has none. */
export const endingOf = (name: string): string => /\.[^./\\]{1,16}$/.exec(name)?.[0].toLowerCase() ?? '';

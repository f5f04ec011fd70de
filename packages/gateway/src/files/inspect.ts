/** A stored file that nobody can use yet. Its content fits its ending; nothing else about it is known to be true. */
export interface InspectedFile {
  /** Where its bytes lie. Read only; it stays as it is until the answer. */
  readonly path: string;
  /** What its name ends in, in lower case with the dot: `.docx`. */
  readonly ending: string;
  /** The media type that it is given out as. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * `clean`: everything that a person could read in it was looked at and holds no card number. `cards`: it holds one.
 * `unreadable`: at least a part of it could not be looked at (a picture, a cipher, a broken or monstrous archive).
 */
export type InspectionVerdict = 'clean' | 'cards' | 'unreadable';

/** What was found. */
export interface Inspection {
  readonly verdict: InspectionVerdict;
  /** Why it could not be read, as a word for the log (`encrypted`, `too-large`). Never anything out of the file. */
  readonly why?: string;
}

/**
 * Looks into a file for card numbers, after it was stored and before anybody can use it. An implementation MUST:
 * - bound its memory, its time and what an archive unfolds to, whatever the file is made of;
 * - end soon after `signal` was aborted, with any answer;
 * - say `unreadable` where it is in doubt, and write nothing out of the file down anywhere.
 * Whoever calls it takes a rejection, and no answer in time, for `unreadable`.
 */
export type InspectFile = (file: InspectedFile, signal: AbortSignal) => Promise<Inspection>;

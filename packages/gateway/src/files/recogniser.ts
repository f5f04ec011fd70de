import type {FileHandle} from 'node:fs/promises';

import {fileTypeFromBuffer} from 'file-type';

import type {FileName} from '@deskwire/domain';
import {RefusedError} from '../refused.js';
import {readCompoundParts} from './compound-parts.js';
import {kindOf, type Kind} from './kinds.js';
import {TextCheck} from './text-check.js';
import {CONTENT_TYPES, MIME_TYPE, readZipParts, type ZipParts} from './zip-parts.js';

/** As much as file-type needs of most files. */
const HEAD_BYTES = 4_100;
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Formats that are written in text and are none: a program of another kind opens them. */
const WRITTEN_IN_TEXT: ReadonlySet<string> = new Set(['pdf', 'rtf', 'ps', 'eps']);
/** The stream in which Office keeps a document that a password opens. */
const ENCRYPTED = 'EncryptedPackage';

type Ooxml = Extract<Kind, {by: 'ooxml'}>;

const startsWith = (head: Buffer, magic: Buffer): boolean => head.subarray(0, magic.length).equals(magic);

/** What file-type takes it for, as an ending without its dot; empty where it knows nothing of the kind. */
const magicOf = async (head: Buffer): Promise<string> => {
  try {
    return (await fileTypeFromBuffer(head))?.ext ?? '';
  } catch {
    return '';
  }
};

/** Whether a file can be what its name says, as far as its beginning tells. `ending`: of what has no kind. */
const canBe = async (head: Buffer, kind: Kind | undefined, ending: string): Promise<boolean> => {
  switch (kind?.by) {
    case 'compound':
      return startsWith(head, COMPOUND);
    case 'ooxml':
      return startsWith(head, ZIP) || startsWith(head, COMPOUND);
    case 'named-zip':
    case 'zip-part':
      return startsWith(head, ZIP);
    case 'magic':
      return kind.magic.includes(await magicOf(head));
    case 'text':
      return !WRITTEN_IN_TEXT.has(await magicOf(head));
    case undefined:
      return ['', ending.slice(1)].includes(await magicOf(head));
  }
};

/** Where there are macros the name must say so. */
const isOoxml = ({main, macros}: Ooxml, {names, labels}: ZipParts): boolean => {
  const hasMacros = [...names].some((name) => /vbaProject\.bin$/i.test(name));
  return labels.get(CONTENT_TYPES)?.includes(`"${main}"`) === true && (macros || !hasMacros);
};

/** Whether it is what its name says, by its parts, for what is made of parts. */
const isMadeLike = async (file: FileHandle, kind: Kind, head: Buffer): Promise<boolean> => {
  if (kind.by === 'compound') {
    const streams = await readCompoundParts(file);
    return kind.streams.some((name) => streams.has(name));
  }
  if (kind.by === 'ooxml' && startsWith(head, COMPOUND))
    return (await readCompoundParts(file)).has(ENCRYPTED);
  const parts = await readZipParts(file);
  if (!parts) return false;
  if (kind.by === 'ooxml') return isOoxml(kind, parts);
  if (kind.by === 'named-zip') return parts.labels.get(MIME_TYPE)?.trim() === kind.type;
  return kind.by === 'zip-part' && [...parts.names].some((name) => kind.part.test(name));
};

/**
 * Tells while a file comes in whether it is what its name says: by its first bytes, by being text, and at the end by its
 * parts. It keeps the beginning and nothing else.
 */
export class Recogniser {
  readonly #name: FileName;
  readonly #kind: Kind | undefined;
  readonly #text: TextCheck | undefined;
  #head = Buffer.alloc(0);
  #isHeadKnown = false;

  constructor(name: FileName) {
    this.#name = name;
    this.#kind = kindOf(name.ending);
    this.#text = this.#kind?.by === 'text' ? new TextCheck() : undefined;
  }

  /** @throws {RefusedError} DW_FILE_MISMATCH as soon as the file cannot be what its name says. */
  async take(part: Buffer): Promise<void> {
    if (this.#isHeadKnown) return this.#read(part);
    this.#head = Buffer.concat([this.#head, part]);
    if (this.#head.length >= HEAD_BYTES) await this.#know();
  }

  /**
   * The whole file is there.
   * @throws {RefusedError} DW_FILE_MISMATCH
   */
  async end(file: FileHandle): Promise<void> {
    if (!this.#isHeadKnown) await this.#know();
    this.#text?.end();
    this.#demand(this.#text?.isText !== false);
    const kind = this.#kind;
    if (!kind || kind.by === 'text' || kind.by === 'magic') return;
    this.#demand(await isMadeLike(file, kind, this.#head));
  }

  async #know(): Promise<void> {
    this.#isHeadKnown = true;
    const all = this.#head;
    this.#head = Buffer.from(all.subarray(0, HEAD_BYTES));
    this.#demand(await canBe(this.#head, this.#kind, this.#name.ending));
    this.#read(all);
  }

  #read(part: Buffer): void {
    this.#text?.take(part);
    this.#demand(this.#text?.isText !== false);
  }

  #demand(holds: boolean): void {
    if (!holds) throw new RefusedError('DW_FILE_MISMATCH', {name: this.#name.name});
  }
}

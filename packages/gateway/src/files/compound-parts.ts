import type {FileHandle} from 'node:fs/promises';

const HEADER_BYTES = 512;
const SECTOR_SHIFT = 30;
const FIRST_DIRECTORY_SECTOR = 48;
const FIRST_FURTHER_SECTOR = 68;
/** Where the header lists the first sectors of the table, and how many. */
const TABLE_LIST = 76;
const TABLES_IN_HEADER = 109;
const ENTRY_BYTES = 128;
const NAME_LENGTH = 64;
/** Sectors of the directory that are looked at: documents have a few dozen streams, four or more to a sector. */
const MAX_SECTORS = 64;
/** Sectors with further places of the table: each stands for some megabytes of the file. */
const MAX_FURTHER = 64;
/** The highest number that names a sector. */
const LAST_SECTOR = 0xfffffffa;

const NO_SECTOR = LAST_SECTOR + 1;

const namesOf = (sector: Buffer): readonly string[] => {
  const names: string[] = [];
  for (let at = 0; at + ENTRY_BYTES <= sector.length; at += ENTRY_BYTES) {
    // In bytes of UTF-16, with the NUL at its end.
    const length = sector.readUInt16LE(at + NAME_LENGTH);
    if (length >= 4 && length <= NAME_LENGTH) names.push(sector.toString('utf16le', at, at + length - 2));
  }
  return names;
};

const numberAt = (sector: Buffer | undefined, index: number): number =>
  sector && 4 * index + 4 <= sector.length ? sector.readUInt32LE(4 * index) : NO_SECTOR;

/** A compound file (MS-CFB): sectors, and a table that chains them. */
class CompoundFile {
  readonly #file: FileHandle;
  readonly #header: Buffer;
  readonly #bytes: number;

  private constructor(file: FileHandle, header: Buffer, bytes: number) {
    this.#file = file;
    this.#header = header;
    this.#bytes = bytes;
  }

  static async open(file: FileHandle): Promise<CompoundFile | undefined> {
    const {buffer, bytesRead} = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    const shift = bytesRead === HEADER_BYTES ? buffer.readUInt16LE(SECTOR_SHIFT) : 0;
    return shift === 9 || shift === 12 ? new CompoundFile(file, buffer, 2 ** shift) : undefined;
  }

  async names(): Promise<ReadonlySet<string>> {
    const names = new Set<string>();
    let sector = this.#header.readUInt32LE(FIRST_DIRECTORY_SECTOR);
    for (let count = 0; count < MAX_SECTORS; count += 1) {
      const directory = await this.#read(sector);
      if (!directory) break;
      for (const name of namesOf(directory)) names.add(name);
      sector = await this.#after(sector);
    }
    return names;
  }

  async #read(sector: number): Promise<Buffer | undefined> {
    if (sector > LAST_SECTOR) return undefined;
    const at = (sector + 1) * this.#bytes;
    const {buffer, bytesRead} = await this.#file.read(Buffer.alloc(this.#bytes), 0, this.#bytes, at);
    return bytesRead > 0 ? buffer.subarray(0, bytesRead) : undefined;
  }

  /** The next sector of a chain. */
  async #after(sector: number): Promise<number> {
    const perSector = this.#bytes / 4;
    const table = await this.#read(await this.#tableSector(Math.floor(sector / perSector)));
    return numberAt(table, sector % perSector);
  }

  /** Where a part of the table lies: the header says so of the first ones, a chain of sectors of the others. */
  async #tableSector(index: number): Promise<number> {
    if (index < TABLES_IN_HEADER) return this.#header.readUInt32LE(TABLE_LIST + 4 * index);
    const perSector = this.#bytes / 4 - 1;
    const steps = Math.floor((index - TABLES_IN_HEADER) / perSector);
    if (steps >= MAX_FURTHER) return NO_SECTOR;
    let sector = this.#header.readUInt32LE(FIRST_FURTHER_SECTOR);
    for (let step = 0; step < steps; step += 1) sector = numberAt(await this.#read(sector), perSector);
    return numberAt(await this.#read(sector), (index - TABLES_IN_HEADER) % perSector);
  }
}

/**
 * The names of the streams in a compound file, which is what older office programs, Outlook and Hangul write. By them a
 * Word document is told from an installer. Empty for what cannot be read as one.
 */
export const readCompoundParts = async (file: FileHandle): Promise<ReadonlySet<string>> =>
  (await (await CompoundFile.open(file))?.names()) ?? new Set();

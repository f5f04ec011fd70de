import type {FileHandle} from 'node:fs/promises';

import {fromFd, type Entry, type ZipFile} from 'yauzl';

/** What a zip archive is made of, as far as its kind can be told from that. */
export interface ZipParts {
  readonly names: ReadonlySet<string>;
  /** The small parts that say what kind of document it is, as text. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Where documents say what they are: Office Open XML, and OpenDocument with those who followed it. */
export const CONTENT_TYPES = '[Content_Types].xml';
/** See {@link CONTENT_TYPES}. */
export const MIME_TYPE = 'mimetype';

/** Documents have far fewer parts. */
const MAX_ENTRIES = 20_000;
/** Labels are far smaller. */
const MAX_LABEL = 1_000_000;

const openArchive = (file: FileHandle): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromFd(file.fd, {lazyEntries: true, autoClose: false}, (error, archive) => {
      if (error) reject(error);
      else resolve(archive);
    });
  });

const textOf = (archive: ZipFile, entry: Entry): Promise<string> =>
  new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const pieces: Buffer[] = [];
      // It ends with an error where there is more than the directory says.
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(pieces).toString('utf8')));
    });
  });

const isLabel = ({fileName, uncompressedSize}: Entry): boolean =>
  (fileName === CONTENT_TYPES || fileName === MIME_TYPE) && uncompressedSize <= MAX_LABEL;

const walk = (archive: ZipFile): Promise<ZipParts> =>
  new Promise((resolve, reject) => {
    const names = new Set<string>();
    const labels = new Map<string, string>();
    if (archive.entryCount > MAX_ENTRIES) throw new Error('Too many entries.');
    archive.on('entry', (entry: Entry) => {
      names.add(entry.fileName);
      const label = isLabel(entry) ? textOf(archive, entry) : undefined;
      if (!label) return archive.readEntry();
      label.then((text) => {
        labels.set(entry.fileName, text);
        archive.readEntry();
      }, reject);
    });
    archive.on('end', () => resolve({names, labels}));
    archive.on('error', reject);
    archive.readEntry();
  });

/**
 * Reads the directory of a zip archive, which is what office programs go by, and the labels in it. Nothing else is
 * unpacked.
 * @returns Undefined for what is no archive that such a program would open.
 */
export const readZipParts = async (file: FileHandle): Promise<ZipParts | undefined> => {
  try {
    return await walk(await openArchive(file));
  } catch {
    return undefined;
  }
};

import {fromBuffer, type Entry, type ZipFile} from 'yauzl';

import {Unreadable, type Reading} from './reading.js';

const openArchive = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    // Nothing is written anywhere, so a strange name is harmless.
    const options = {
      lazyEntries: true,
      autoClose: false,
      validateEntrySizes: true,
      decodeStrings: true,
    } as const;
    fromBuffer(Buffer.from(bytes), options, (error, archive) => {
      if (error) reject(new Unreadable('broken-archive'));
      else resolve(archive);
    });
  });

const nextEntry = (archive: ZipFile): Promise<Entry | undefined> =>
  new Promise((resolve, reject) => {
    const settle = (act: () => void) => (): void => {
      archive.removeAllListeners();
      act();
    };
    archive.once('entry', (entry: Entry) => settle(() => resolve(entry))());
    archive.once(
      'end',
      settle(() => resolve(undefined)),
    );
    archive.once(
      'error',
      settle(() => reject(new Unreadable('broken-archive'))),
    );
    archive.readEntry();
  });

/** The pieces of one entry, each counted before it is given out: what an archive promises of itself is not believed. */
async function* piecesOf(archive: ZipFile, entry: Entry, reading: Reading): AsyncGenerator<Buffer> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    archive.openReadStream(entry, (error, opened) => {
      if (error) reject(new Unreadable('broken-archive'));
      else resolve(opened);
    });
  });
  for await (const piece of stream) {
    const bytes = piece as Buffer;
    reading.unfolds(bytes.length);
    yield bytes;
  }
}

/** One file of an archive. */
export interface ArchivePart {
  readonly name: string;
  pieces(): AsyncGenerator<Buffer>;
}

/** Every file of an archive, one after another. */
export async function* partsOfArchive(bytes: Uint8Array, reading: Reading): AsyncGenerator<ArchivePart> {
  const archive = await openArchive(bytes);
  try {
    for (let entry = await nextEntry(archive); entry; entry = await nextEntry(archive)) {
      reading.part();
      const found = entry;
      if (found.isEncrypted()) throw new Unreadable('encrypted');
      if (!found.fileName.endsWith('/')) {
        yield {name: found.fileName, pieces: () => piecesOf(archive, found, reading)};
      }
    }
  } finally {
    archive.close();
  }
}

/** All bytes of a part. */
export const bytesOf = async (part: ArchivePart): Promise<Uint8Array> => {
  const pieces: Buffer[] = [];
  for await (const piece of part.pieces()) pieces.push(piece);
  return Buffer.concat(pieces);
};

import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

import {endingOf, Unreadable, type Reader, type Reading} from './reading.js';

type Library = typeof import('pdfjs-dist');
type Document = Awaited<ReturnType<Library['getDocument']>['promise']>;
type Page = Awaited<ReturnType<Document['getPage']>>;

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const inFolder = (name: string): string => `${join(folder, name)}/`;

const load = async (bytes: Uint8Array): Promise<Document> => {
  const {getDocument, VerbosityLevel} = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return getDocument({
    data: Uint8Array.from(bytes),
    // Nothing of the file is run, drawn or fetched.
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
    // Without the tables a Korean font's characters would have no letters.
    cMapUrl: inFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: inFolder('standard_fonts'),
  }).promise;
};

/** A line of a page comes in pieces, and nothing says whether a space stands between two: it is read both ways. */
const writePage = async (page: Page, reading: Reading): Promise<void> => {
  const {items} = await page.getTextContent();
  const pieces = items.flatMap((item) =>
    'str' in item ? [{text: item.str, end: item.hasEOL ? '\n' : ''}] : [],
  );
  if (!pieces.some(({text}) => text.trim() !== '')) reading.skips('picture');
  for (const between of ['', ' ']) {
    for (const {text, end} of pieces) reading.write(text + (end || between));
    reading.end();
  }
};

/** What was filled in, or noted at the side. */
const writeNotes = async (page: Page, reading: Reading): Promise<void> => {
  for (const note of (await page.getAnnotations()) as readonly Record<string, unknown>[]) {
    const {fieldValue, contentsObj, url} = note;
    const contents = (contentsObj as {readonly str?: unknown} | undefined)?.str;
    for (const text of [fieldValue, contents, url].flat())
      if (typeof text === 'string') reading.write(`${text}\n`);
  }
  reading.end();
};

const refused = (error: unknown): never => {
  const name = error instanceof Error ? error.name : '';
  throw new Unreadable(name === 'PasswordException' ? 'encrypted' : 'broken-pdf');
};

type Attachments = Readonly<Record<string, {readonly filename: string; readonly content: Uint8Array}>> | null;

/** Portable documents: the text of the pages, forms and notes, and the files within. A page without text is a picture. */
export const readPdf: Reader = async ({bytes, depth}, reading, inner) => {
  const document = await load(bytes).catch(refused);
  try {
    for (let number = 1; number <= document.numPages; number += 1) {
      reading.part();
      const page = await document.getPage(number).catch(refused);
      await writePage(page, reading);
      await writeNotes(page, reading);
      page.cleanup();
    }
    const attachments = (await document.getAttachments()) as Attachments;
    for (const {filename, content} of Object.values(attachments ?? {})) {
      await inner({bytes: content, ending: endingOf(filename), depth: depth + 1});
    }
  } finally {
    await document.loadingTask.destroy();
  }
};

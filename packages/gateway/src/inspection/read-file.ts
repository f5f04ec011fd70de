import type {Inspection} from '../files/inspect.js';
import {readHtml, readXml} from './markup.js';
import {readMail} from './mail.js';
import {readOffice} from './office.js';
import {readPdf} from './pdf.js';
import {readPlain} from './plain.js';
import {CardFound, Reading, Unreadable, type Reader, type ReadingLimits, type Source} from './reading.js';
import {readRtf} from './rtf.js';

const byEnding = (endings: string, reader: Reader): readonly (readonly [string, Reader])[] =>
  endings.split(' ').map((ending) => [ending, reader]);

/** Who reads what. The binary formats of old offices, Outlook's own and pictures have no reader. */
const READERS: ReadonlyMap<string, Reader> = new Map([
  ...byEnding('.txt .text .csv .log', readPlain),
  ...byEnding(
    '.html .htm .shtml .xhtml .dothtml .pothtml .ppthtml .pptmhtml .pubhtml .xlshtml .xlthtml',
    readHtml,
  ),
  ...byEnding('.xml .pdfxml .pptxml', readXml),
  ...byEnding('.rtf', readRtf),
  ...byEnding('.docx .dotx .dotm .docm .pptx .potx .ppsx .ppam .pptm', readOffice),
  ...byEnding('.xlsx .xlsm .xltx .xltm .xlam .odt .ods .odp .xps .oxps', readOffice),
  ...byEnding('.pdf', readPdf),
  ...byEnding('.eml .mht .mhtml', readMail),
]);

const readInto = async (source: Source, reading: Reading): Promise<void> => {
  const reader = READERS.get(source.ending);
  if (!reader) return reading.skips('kind');
  if (source.depth > reading.limits.depth) return reading.skips('too-deep');
  await reader(source, reading, (inner) => readInto(inner, reading));
  reading.end();
};

const whyOf = (error: unknown): string => (error instanceof Unreadable ? error.why : 'broken');

/** Reads a file with all that is in it, and says what it holds. Never rejects. */
export const readFileFor = async (
  bytes: Uint8Array,
  ending: string,
  limits?: ReadingLimits,
): Promise<Inspection> => {
  const reading = new Reading(limits);
  try {
    await readInto({bytes, ending, depth: 0}, reading);
  } catch (error) {
    return error instanceof CardFound ? {verdict: 'cards'} : {verdict: 'unreadable', why: whyOf(error)};
  }
  return reading.unread === undefined ? {verdict: 'clean'} : {verdict: 'unreadable', why: reading.unread};
};

import {bytesOf, partsOfArchive, type ArchivePart} from './archive.js';
import {xmlTaker, type XmlWords} from './markup.js';
import {endingOf, type Reader, type Reading} from './reading.js';

/** Paragraphs, cells, rows and breaks; what only shapes letters is not among them. */
const LINES = new Set(
  'p h br cr tab tc tr row c v si is t-row line-break table-cell table-row list-item comment Glyphs sp fld'.split(
    ' ',
  ),
);

/**
 * Office Open XML, OpenDocument and XPS alike: paragraphs, cells and rows end a line, runs within them do not. `value` is what
 * a cell of OpenDocument holds, whatever it shows; `UnicodeString` the text of XPS.
 */
const OFFICE: XmlWords = {
  endsLine: (name) => LINES.has(name),
  seen: ['value', 'UnicodeString'],
};

/** What is no content: previews of it, settings of a printer. */
const BESIDE = /^(?:docProps\/thumbnail\.|Thumbnails\/|.*printerSettings\d*\.bin$|.*\.rels$|mimetype$)/i;
const MARKUP = new Set(['.xml', '.fpage', '.fdseq', '.fdoc', '.rdf', '.vml']);
const INNER = new Set(['.docx', '.xlsx', '.pptx', '.odt', '.ods', '.pdf', '.rtf', '.txt', '.html', '.eml']);

const takeMarkup = async (part: ArchivePart, reading: Reading): Promise<void> => {
  const taker = xmlTaker(reading, OFFICE);
  const decoder = new TextDecoder();
  for await (const piece of part.pieces()) taker.write(decoder.decode(piece, {stream: true}));
  taker.write(decoder.decode());
  taker.end();
  reading.end();
};

/** A document that is an archive of XML. */
export const readOffice: Reader = async ({bytes, depth}, reading, inner) => {
  for await (const part of partsOfArchive(bytes, reading)) {
    const ending = endingOf(part.name);
    if (BESIDE.test(part.name)) continue;
    if (MARKUP.has(ending)) await takeMarkup(part, reading);
    else if (INNER.has(ending)) await inner({bytes: await bytesOf(part), ending, depth: depth + 1});
    else reading.skips('picture');
  }
};

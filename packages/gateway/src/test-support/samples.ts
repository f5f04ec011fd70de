import {archiveOf as unwrapped} from './document-samples.js';

const archiveOf = async (parts: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> =>
  Buffer.from(await unwrapped(parts));

const contentTypes = (main: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  `<Override PartName="/main.xml" ContentType="${main}"/></Types>`;

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const MACROS = 'application/vnd.ms-word.document.macroEnabled.main+xml';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** A compound file with streams of these names, as far as its directory goes. */
export const compoundOf = (...streams: readonly string[]): Buffer => {
  const sector = 512;
  const names = ['Root Entry', ...streams];
  const sectors = Math.ceil(names.length / 4);
  const header = Buffer.alloc(sector);
  header.write('d0cf11e0a1b11ae1', 0, 'hex');
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(0xfffffffe, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  const table = Buffer.alloc(sector, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  for (let at = 1; at <= sectors; at += 1) {
    table.writeUInt32LE(at === sectors ? 0xfffffffe : at + 1, 4 * at);
  }
  const directory = Buffer.alloc(sectors * sector);
  names.forEach((name, index) => {
    directory.write(name, index * 128, 'utf16le');
    directory.writeUInt16LE(2 * name.length + 2, index * 128 + 64);
  });
  return Buffer.concat([header, table, directory]);
};

/** Small files of many kinds, each as a program of that kind would write it. */
export const SAMPLES = {
  text: Buffer.from('안녕하세요, hello'),
  cp949: Buffer.from('bec8b3e7c7cfbcbcbfe4', 'hex'),
  utf16: Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from('안녕', 'utf16le')]),
  html: Buffer.from('<!doctype html><script>alert(1)</script>'),
  pdf: Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<<>>\nendobj\n%%EOF\n', 'latin1'),
  png: Buffer.from(
    '89504e470d0a1a0a0000000d4948445200000001000000010806000000' +
      '1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082',
    'hex',
  ),
  exe: Buffer.concat([Buffer.from('MZ\u0090\u0000\u0003\u0000', 'latin1'), Buffer.alloc(600)]),
  rtf: Buffer.from('{\\rtf1\\ansi Hello}'),
  zip: await archiveOf({'a.txt': 'hello'}),
  jar: await archiveOf({
    'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0',
    'A.class': Buffer.from('cafebabe', 'hex'),
  }),
  docx: await archiveOf({'[Content_Types].xml': contentTypes(WORD), 'word/document.xml': '<w:document/>'}),
  docm: await archiveOf({'[Content_Types].xml': contentTypes(MACROS), 'word/vbaProject.bin': 'x'}),
  /** A document that does not say that there are macros in it. */
  macros: await archiveOf({'[Content_Types].xml': contentTypes(WORD), 'word/vbaProject.bin': 'x'}),
  xlsx: await archiveOf({'[Content_Types].xml': contentTypes(SHEET), 'xl/workbook.xml': '<workbook/>'}),
  odt: await archiveOf({mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>'}),
  ods: await archiveOf({mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<o/>'}),
  doc: compoundOf('1Table', 'WordDocument'),
  xls: compoundOf('Workbook'),
  msi: compoundOf('\u0005SummaryInformation', 'a', 'b', 'c', 'd', 'e'),
  msg: compoundOf('a', 'b', 'c', 'd', '__properties_version1.0'),
  encrypted: compoundOf('EncryptionInfo', 'EncryptedPackage'),
} as const;

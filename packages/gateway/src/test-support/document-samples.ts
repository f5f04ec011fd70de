import {buffer} from 'node:stream/consumers';

import {ZipFile} from 'yazl';

export {samplePdf as pdf} from '@deskwire/adapter-simulator';

/** An archive of these files. */
export const archiveOf = async (
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Uint8Array> => {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
};

const XML = '<?xml version="1.0" encoding="UTF-8"?>';

/** A Word document of these paragraphs, each of one or several runs. */
export const docx = (
  paragraphs: readonly (readonly string[])[],
  more: Record<string, string | Uint8Array> = {},
) => {
  const run = (text: string): string => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`;
  const body = paragraphs.map((runs) => `<w:p>${runs.map(run).join('')}</w:p>`).join('');
  return archiveOf({
    '[Content_Types].xml': `${XML}<Types/>`,
    'word/document.xml': `${XML}<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ...more,
  });
};

/** A spreadsheet of one row with these cells, as text and as numbers. */
export const xlsx = (texts: readonly string[], numbers: readonly string[] = []) =>
  archiveOf({
    '[Content_Types].xml': `${XML}<Types/>`,
    'xl/sharedStrings.xml': `${XML}<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet><sheetData><row>${numbers
      .map((number) => `<c><v>${number}</v></c>`)
      .join('')}</row></sheetData></worksheet>`,
  });

/** An OpenDocument text, or with cells a sheet. */
export const odf = (content: string) =>
  archiveOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `${XML}<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b">${content}</office:document-content>`,
    'Thumbnails/thumbnail.png': new Uint8Array([1, 2, 3]),
  });

/** What a sample mail is made of. */
interface SampleMail {
  readonly text?: string;
  readonly html?: string;
  readonly name?: string;
  readonly content?: Uint8Array;
}

/** A mail with a text, a page and one attachment. */
export const eml = ({text = '', html = '', name = 'a.txt', content = new Uint8Array()}: SampleMail = {}) =>
  Buffer.from(
    [
      'From: a@customer.example',
      'To: b@deskwire.example',
      'Subject: files',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=cut',
      '',
      '--cut',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '--cut',
      'Content-Type: text/html; charset=utf-8',
      '',
      html,
      '--cut',
      'Content-Type: application/octet-stream',
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(content).toString('base64'),
      '--cut--',
      '',
    ].join('\r\n'),
  );

import {
  readFileName,
  refuse,
  showFileName,
  type Attachment,
  type FileName,
  type Refusal,
  type TenantConfig,
} from '@deskwire/domain';

const MEGABYTE = 1_000_000;
/** Files wait for their message, and some are taken out again: so many messages full of them, and no more. */
const UNSENT_MESSAGES = 3;

/** What is known of a file before its bytes. */
export interface UploadFacts {
  readonly name: string;
  readonly size: number;
}

/** A name that admin allows, or why the file is not taken. */
export type UploadVerdict =
  {readonly ok: true; readonly file: FileName} | {readonly ok: false; readonly refusal: Refusal};

const no = (...refusal: Parameters<typeof refuse>): UploadVerdict => ({
  ok: false,
  refusal: refuse(...refusal),
});

/**
 * Whether a file is taken, as the gateway decides it. The message itself is judged by the engine, exactly.
 * @param unsent What its sender has for the same conversation and has not sent yet.
 */
export const checkUpload = (
  {chat: {attachments}}: Pick<TenantConfig, 'chat'>,
  {name, size}: UploadFacts,
  unsent: readonly Attachment[],
): UploadVerdict => {
  const {enabled, maxFiles, maxTotalBytes, types} = attachments;
  if (!enabled) return no('DW_FILE_OFF');
  const file = readFileName(name);
  if (!file) return no('DW_FILE_NAME', {name: showFileName(name)});
  if (!types.includes(file.ending)) return no('DW_FILE_TYPE', {name: file.name, types: types.join(' ')});
  if (size === 0) return no('DW_FILE_EMPTY', {name: file.name});
  if (size > maxTotalBytes)
    return no('DW_FILE_TOO_LARGE', {name: file.name, max: Math.floor(maxTotalBytes / MEGABYTE)});
  const bytes = unsent.reduce((sum, one) => sum + one.size, 0);
  const isTooMuch = unsent.length >= UNSENT_MESSAGES * maxFiles || bytes >= UNSENT_MESSAGES * maxTotalBytes;
  return isTooMuch ? no('DW_FILE_TOO_MANY', {max: maxFiles}) : {ok: true, file};
};

const TYPES: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.csv': 'text/csv',
  '.eml': 'message/rfc822',
  '.pdf': 'application/pdf',
  '.rtf': 'application/rtf',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
  '.doc': 'application/msword',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xls': 'application/vnd.ms-excel',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.ppt': 'application/vnd.ms-powerpoint',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
};

/** The media type that a file is given out as. What a browser could run, and what is not known, is bytes. */
export const mediaTypeOf = (ending: string): string => TYPES[ending] ?? 'application/octet-stream';

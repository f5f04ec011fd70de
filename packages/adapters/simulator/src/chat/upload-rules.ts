import {
  INLINE_IMAGE_ENDINGS,
  readFileName,
  refuse,
  showFileName,
  type Attachment,
  type AttachmentPolicy,
  type FileName,
  type Refusal,
} from '@deskwire/domain';

const MEGABYTE = 1_000_000;
/** Files wait for their message, and some are taken out again: so many messages full of them, and no more. */
const UNSENT_MESSAGES = 3;

/** What is known of a file before its bytes. */
export interface UploadFacts {
  readonly name: string;
  readonly size: number;
  /** It is to stand in the text of a mail. */
  readonly inline?: boolean;
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
 * @param policy Of the channel.
 * @param unsent What its sender has for the same conversation and has not sent yet.
 */
export const checkUpload = (
  policy: AttachmentPolicy,
  {name, size, inline = false}: UploadFacts,
  unsent: readonly Attachment[],
): UploadVerdict => {
  const {enabled, maxTotalBytes, types} = policy;
  if (!enabled) return no('DW_FILE_OFF');
  const file = readFileName(name);
  if (!file) return no('DW_FILE_NAME', {name: showFileName(name)});
  if (!inline && !types.includes(file.ending))
    return no('DW_FILE_TYPE', {name: file.name, types: types.join(' ')});
  if (size === 0) return no('DW_FILE_EMPTY', {name: file.name});
  if (size > maxTotalBytes)
    return no('DW_FILE_TOO_LARGE', {name: file.name, max: Math.floor(maxTotalBytes / MEGABYTE)});
  return isTooMuch(policy, inline, unsent)
    ? no('DW_FILE_TOO_MANY', {max: policy.maxFiles})
    : {ok: true, file};
};

/** Images of a text count for the size alone. */
const isTooMuch = (
  {maxFiles, maxTotalBytes}: AttachmentPolicy,
  inline: boolean,
  unsent: readonly Attachment[],
): boolean => {
  const bytes = unsent.reduce((sum, one) => sum + one.size, 0);
  const listed = unsent.filter((one) => !one.inline);
  return bytes >= UNSENT_MESSAGES * maxTotalBytes || (!inline && listed.length >= UNSENT_MESSAGES * maxFiles);
};

/** The no to an image of a text that is none by its content. */
export const notAnImage = (name: string): Refusal =>
  refuse('DW_FILE_TYPE', {name: showFileName(name), types: INLINE_IMAGE_ENDINGS});

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

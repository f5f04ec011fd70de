import {readFileName, showFileName, type AttachmentPolicy, type Refusal} from '@deskwire/domain';

/** The part of a file that is looked at before it is sent anywhere. */
export interface FileFacts {
  readonly name: string;
  readonly size: number;
}

const MEGABYTE = 1_000_000;

/** What the browser's own dialog offers. */
export const acceptOf = ({types}: AttachmentPolicy): string => types.join(',');

/**
 * What is wrong with one more file, as far as its sender's page can tell: the backend looks at the bytes, and has the last
 * word (CHAT-5).
 * @param taken Those that go with it in the same message.
 * @param beside Bytes of what goes along and is no file of the list: the images of a mail's text.
 */
export const checkFile = (
  {name, size}: FileFacts,
  {enabled, types, maxFiles, maxTotalBytes}: AttachmentPolicy,
  taken: readonly FileFacts[],
  beside = 0,
): Refusal | undefined => {
  if (!enabled) return {code: 'DW_FILE_OFF', kind: 'permission'};
  const read = readFileName(name);
  if (!read) return {code: 'DW_FILE_NAME', kind: 'input', params: {name: showFileName(name)}};
  if (!types.includes(read.ending))
    return {code: 'DW_FILE_TYPE', kind: 'input', params: {name, types: types.join(' ')}};
  if (size === 0) return {code: 'DW_FILE_EMPTY', kind: 'input', params: {name}};
  if (taken.length >= maxFiles) return {code: 'DW_FILE_TOO_MANY', kind: 'input', params: {max: maxFiles}};
  const total = taken.reduce((sum, one) => sum + one.size, size + beside);
  return total > maxTotalBytes
    ? {code: 'DW_FILE_TOO_LARGE', kind: 'input', params: {name, max: Math.floor(maxTotalBytes / MEGABYTE)}}
    : undefined;
};

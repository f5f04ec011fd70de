import {maskCards} from '@deskwire/card-data';
import {
  cutText,
  FILE_NAME_MAX_LENGTH,
  fileNameEnding,
  plainFileName,
  readFileName,
  showFileName,
  type FileName,
  type TenantConfig,
} from '@deskwire/domain';

import {RefusedError} from '../refused.js';

/** What a received file is called whose name has nothing in it. */
const UNNAMED = 'attachment';
/** A longer ending is none. */
const MAX_ENDING = 20;

const decode = (header: string): string | undefined => {
  try {
    return decodeURIComponent(header);
  } catch {
    return undefined;
  }
};

const masked = ({name, ending}: FileName, {cardData}: Pick<TenantConfig, 'cardData'>): FileName => ({
  name: cardData.action === 'off' ? name : maskCards(name).text,
  ending,
});

/**
 * Reads the name of an upload, by the rules of the desk that sends it, and takes card numbers out of it.
 * @param header Percent-encoded UTF-8.
 * @throws {RefusedError} DW_FILE_NAME with as much of it as can be shown.
 */
export const uploadName = (
  header: string | readonly string[] | undefined,
  tenant: Pick<TenantConfig, 'cardData'>,
): FileName => {
  const sent = typeof header === 'string' ? decode(header) : undefined;
  const name = sent === undefined ? undefined : readFileName(sent);
  if (name) return masked(name, tenant);
  throw new RefusedError('DW_FILE_NAME', {name: showFileName(maskCards(plainFileName(sent ?? '')).text)});
};

/** As long as it may be, with its ending. */
const shortened = (name: string): string => {
  const ending = fileNameEnding(name).slice(0, MAX_ENDING);
  return name.length <= FILE_NAME_MAX_LENGTH
    ? name
    : cutText(name, FILE_NAME_MAX_LENGTH - ending.length) + ending;
};

/**
 * Makes a name of whatever a sender calls a file that came with a mail: the last part of a path, on one line, without
 * what misleads. Nobody can be asked for another one, so that none is refused.
 */
export const receivedName = (sent: string, tenant: Pick<TenantConfig, 'cardData'>): FileName => {
  const line = plainFileName(sent.replace(/\s*[\r\n\t]+\s*/g, ' '));
  const last = line.split(/[/\\]/).findLast((part) => /[^.\s]/.test(part)) ?? '';
  const name =
    shortened(
      last
        .replace(/^[a-z]:/i, '')
        .replace(/[.\s]+$/, '')
        .trim(),
    ) || UNNAMED;
  return masked({name, ending: fileNameEnding(name)}, tenant);
};

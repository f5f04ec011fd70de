import {refuse, type Attachment, type AttachmentPolicy, type Refusal} from '@deskwire/domain';

const MEGABYTE = 1_000_000;

/** Whether what was looked for is a reason why there is nothing. */
export const isNoFiles = (result: readonly Attachment[] | Refusal): result is Refusal => 'code' in result;

/** What ids name; refused where one of them names nothing, or what another one names: it would stand there twice. */
export const findFiles = (
  ids: readonly string[],
  find: (id: string) => Attachment | undefined,
): readonly Attachment[] | Refusal => {
  const found = [...new Set(ids)].flatMap((id) => find(id) ?? []);
  return found.length < ids.length ? refuse('DW_FILE_UNKNOWN') : found;
};

/** Whether it is too much to be sent at once: too many that stand in a list, or too large together. */
export const checkAmount = (
  {maxFiles, maxTotalBytes}: AttachmentPolicy,
  listed: readonly Attachment[],
  all: readonly Attachment[] = listed,
): Refusal | undefined => {
  if (listed.length > maxFiles) return refuse('DW_FILE_TOO_MANY', {max: maxFiles});
  const total = all.reduce((sum, {size}) => sum + size, 0);
  return total > maxTotalBytes
    ? refuse('DW_FILE_TOO_LARGE', {name: all.at(-1)?.name ?? '', max: Math.floor(maxTotalBytes / MEGABYTE)})
    : undefined;
};

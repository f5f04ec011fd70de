import {readHtml} from '@deskwire/card-data';
import {
  failedMail,
  INLINE_IMAGE_TYPES,
  mailsOf,
  refuse,
  type Attachment,
  type Interaction,
  type OutgoingMail,
  type Refusal,
  type TenantConfig,
} from '@deskwire/domain';
import {checkAmount, findFiles, isNoFiles} from './files.js';

/** What an image of a text refers to: `src="cid:ID"`. */
const shownIn = (html: string): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const piece of readHtml(html)) {
    if (piece.kind !== 'tag' || piece.name !== 'img') continue;
    const src = piece.attributes.find(({name}) => name === 'src');
    const [, id] = /^\s*cid:(.*)$/is.exec(src ? html.slice(src.start, src.end) : '') ?? [];
    if (id !== undefined) ids.add(id.trim());
  }
  return ids;
};

const findIn = (files: readonly Attachment[]) => {
  const byId = new Map(files.map((file) => [file.id, file]));
  return (id: string): Attachment | undefined => byId.get(id);
};

const isUploadedImage = ({type}: Attachment): boolean => INLINE_IMAGE_TYPES.some((one) => one === type);
const isImage = ({type}: Attachment): boolean => type.startsWith('image/');

const asListed = ({inline: _, contentId: __, ...file}: Attachment): Attachment => file;
const asImage = (file: Attachment): Attachment => ({...file, inline: true, contentId: file.id});

/** What the text shows that is no image, or what nobody could hold back any more once it has left. */
const unfit = (
  listed: readonly Attachment[],
  uploaded: readonly Attachment[],
  carried: readonly Attachment[],
): Refusal | undefined => {
  const wrong = uploaded.find((file) => !isUploadedImage(file)) ?? carried.find((file) => !isImage(file));
  if (wrong) return refuse('DW_FILE_MISMATCH', {name: wrong.name});
  return [...listed, ...uploaded, ...carried].some(({held}) => held) ? refuse('DW_FILE_HELD') : undefined;
};

/**
 * The files of a reply: those that were uploaded, and those of the thread that its text shows. A reply that failed can be
 * sent again with the files that it had.
 * @param files What the host knows of `attachmentIds`.
 */
export const filesOfMail = (
  {email: {attachments: policy}}: TenantConfig,
  interaction: Interaction,
  {attachmentIds, html = ''}: OutgoingMail,
  files: readonly Attachment[],
): readonly Attachment[] | Refusal => {
  if (attachmentIds.length > 0 && !policy.enabled) return refuse('DW_FILE_OFF');
  const own = findFiles(attachmentIds, findIn([...(failedMail(interaction)?.attachments ?? []), ...files]));
  if (isNoFiles(own)) return own;
  const shown = shownIn(html);
  const ofThread = findIn(mailsOf(interaction).flatMap(({attachments}) => attachments));
  const carried = findFiles(
    [...shown].filter((id) => own.every((file) => file.id !== id)),
    ofThread,
  );
  if (isNoFiles(carried)) return carried;
  const listed = own.filter(({id}) => !shown.has(id));
  const uploaded = own.filter(({id}) => shown.has(id));
  const images = [...uploaded, ...carried];
  return (
    unfit(listed, uploaded, carried) ??
    checkAmount(policy, listed, [...listed, ...images]) ?? [...listed.map(asListed), ...images.map(asImage)]
  );
};

import type {Readable} from 'node:stream';

import MailComposer from 'nodemailer/lib/mail-composer';

import type {Attachment, Mail, TenantConfig} from '@deskwire/domain';

import type {MailFiles} from './mail-files.js';
import type {Outgoing} from './outgoing.js';
import {escapeHtml, oneLine, quoteHtml, quoteText} from './quote.js';
import {MAX_HTML, sanitiseHtml} from './sanitise-html.js';

/** What composing needs beside the mail. */
export interface ComposeOptions {
  readonly language: TenantConfig['language'];
  readonly files: Pick<MailFiles, 'open' | 'isHere'>;
}

interface Part {
  readonly attachment: Attachment;
  /** Of an image that the HTML shows. */
  readonly contentId?: string;
}

/** In bytes, all images of quoted mails together. */
const MAX_QUOTED_BYTES = 5 * 1024 * 1024;

const TYPE = /^[\w.+-]{1,80}\/[\w.+-]{1,80}$/;

const asAddress = ({name = '', address}: Mail['from']) => ({name: oneLine(name), address});

const MESSAGE_ID = /^<[^<>\s]{1,250}>$/;

const isImage = ({type}: Attachment): boolean => /^image\/(?:png|jpeg|gif|webp)$/.test(type);

/**
 * Images of quoted mails that can go along, as many as are not too large together: a mail is neither kept back nor refused
 * by a server for the sake of pictures beneath it.
 */
const quotedImages = async (quoted: readonly Mail[], files: ComposeOptions['files']) => {
  const here: Attachment[] = [];
  let room = MAX_QUOTED_BYTES;
  for (const one of quoted.flatMap(({attachments}) => attachments)) {
    if (!isImage(one) || one.contentId === undefined || one.size > room || !(await files.isHere(one)))
      continue;
    room -= one.size;
    here.push(one);
  }
  return here;
};

/** Content-IDs as the standard wants them, by the ids of files: unlike any other mail's. */
const contentIdsFor = ({from}: Mail) => {
  const domain = from.address.split('@').at(-1) || 'localhost';
  return ({id}: Attachment): string => `${id.replace(/[^\w.-]/g, '_')}@${domain}`;
};

const htmlOf = async ({mail, quoted = []}: Outgoing, {language, files}: ComposeOptions) => {
  const contentIdFor = contentIdsFor(mail);
  const shown = new Map<string, Attachment>();
  const use = (one: Attachment | undefined): string | undefined => {
    if (!one) return undefined;
    const contentId = contentIdFor(one);
    shown.set(contentId, one);
    return contentId;
  };
  const source = mail.html ?? '';
  const own =
    source.length > MAX_HTML
      ? {html: `<div>${escapeHtml(mail.text)}</div>`}
      : sanitiseHtml(source, (named) =>
          use(mail.attachments.find((one) => (one.contentId ?? one.id) === named)),
        );
  const images = await quotedImages(quoted, files);
  const beneath = quoteHtml(quoted, language, (from, named) =>
    use(images.find((one) => one.contentId === named && from.attachments.some(({id}) => id === one.id))),
  );
  return {html: `${own.html}${beneath.html}`, shown};
};

const textOf = ({mail, quoted = []}: Outgoing, language: TenantConfig['language']): string =>
  quoted.length ? `${mail.text.trimEnd()}\n\n${quoteText(quoted, language)}\n` : mail.text;

/** The mail's own files and the images of the text; an image that the text does not show is a file like any other. */
const partsOf = ({attachments}: Mail, shown: ReadonlyMap<string, Attachment>): readonly Part[] => {
  const inText = new Set([...shown.values()].map(({id}) => id));
  return [
    ...[...shown].map(([contentId, attachment]) => ({attachment, contentId})),
    ...attachments.filter(({id}) => !inText.has(id)).map((attachment) => ({attachment})),
  ];
};

const openAll = async (parts: readonly Part[], files: ComposeOptions['files']) => {
  const opened: (Part & {readonly content: Readable})[] = [];
  try {
    for (const part of parts) opened.push({...part, content: await files.open(part.attachment)});
    return opened;
  } catch (error) {
    for (const {content} of opened) content.destroy();
    throw error;
  }
};

/**
 * The mail as RFC 5322 wants it, part by part; no more of its files is in memory than what is on its way. Headers are
 * folded and encoded by the composer: no value can begin a new one.
 * @throws {HeldFileError} {@link LostFileError}
 */
export const composeMail = async (outgoing: Outgoing, options: ComposeOptions): Promise<Readable> => {
  const {mail, inReplyTo, references} = outgoing;
  const {html, shown} =
    mail.html === undefined
      ? {html: '', shown: new Map<string, Attachment>()}
      : await htmlOf(outgoing, options);
  const ids = references.filter((id) => MESSAGE_ID.test(id));
  const parts = await openAll(partsOf(mail, shown), options.files);
  return new MailComposer({
    from: asAddress(mail.from),
    to: mail.to.map(asAddress),
    cc: mail.cc.map(asAddress),
    subject: oneLine(mail.subject),
    date: new Date(mail.at),
    messageId: mail.messageId,
    ...(inReplyTo !== undefined && MESSAGE_ID.test(inReplyTo) ? {inReplyTo} : {}),
    ...(ids.length ? {references: ids} : {}),
    text: textOf(outgoing, options.language),
    ...(html ? {html} : {}),
    attachments: parts.map(({attachment: {name, type}, contentId, content}) => ({
      filename: oneLine(name),
      contentType: TYPE.test(type) ? type : 'application/octet-stream',
      contentDisposition: contentId === undefined ? ('attachment' as const) : ('inline' as const),
      ...(contentId === undefined ? {} : {cid: contentId}),
      content,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
    // A copy in a mailbox has no server in between that would mend the ends of lines.
    newline: 'windows',
  })
    .compile()
    .createReadStream();
};

import {
  hasFeature,
  permit,
  readFileName,
  refuse,
  showFileName,
  type Attachment,
  type AttachmentPolicy,
  type Fact,
  type FactOf,
  type InlineImageType,
  type InteractionId,
  type Refusal,
  type RefusalCode,
  type Verdict,
  type Who,
} from '@deskwire/domain';
import {permitView, type Input} from '@deskwire/engine';
import type {FileRequest, FileResult, Upload, UploadResult} from '@deskwire/stream';

import type {Host, News} from '../host.js';
import {whoKey} from '../who-key.js';

import {filesNamedBy, freedBy} from './named-files.js';
import {checkUpload, mediaTypeOf, notAnImage, type UploadVerdict} from './upload-rules.js';

/** A file that somebody wants to send. */
export type Offered = Pick<Upload, 'interactionId' | 'file' | 'inline'>;

interface StoredFile {
  readonly attachment: Attachment;
  /** Where it can be fetched: a thread that is taken up again brings its files along. */
  readonly interactionIds: readonly InteractionId[];
  readonly sender: string;
  readonly bytes: Blob;
  readonly isSent: boolean;
}

/** A file that came from outside, and what it is known by there. */
export interface ArrivingFile {
  readonly file: File;
  readonly contentId?: string;
  /** Whether the text that it came with shows it. */
  readonly inline?: boolean;
}

const no = (code: RefusalCode, params?: Refusal['params']) =>
  ({ok: false, refusal: refuse(code, params)}) as const;

/** What the store needs to know beside what happens. */
export interface FileStoreParts {
  readonly host: Host;
  newId(): string;
  /** Whether this caller may read the conversation though it is over. */
  mayReadPast(who: Who, wanted: Pick<FileRequest, 'interactionId' | 'customerOf'>): boolean;
  /** The bytes of a file from before the story. */
  pastFile(interactionId: InteractionId, attachmentId: string): Blob | undefined;
}

/**
 * The files of conversations, in memory. Nobody looks into them: where the tenant wants card data out, each is one that
 * could not be read, and what becomes of those is the tenant's rule.
 */
export class FileStore {
  readonly #parts: FileStoreParts;
  readonly #files = new Map<string, StoredFile>();

  constructor(parts: FileStoreParts) {
    this.#parts = parts;
    parts.host.prepare = (input) => this.#fill(input);
    parts.host.listen((news) => {
      for (const fact of news.facts) this.#hear(fact, news);
    });
  }

  /** Whether this file would be taken now. Whoever may write in the conversation may send files for it. */
  check(who: Who, {interactionId, file, inline = false}: Offered): UploadVerdict {
    const {centre} = this.#parts.host;
    if (!hasFeature(centre.config.capabilities, 'files')) return no('DW_CAPABILITY_MISSING');
    const type = this.#isMail(interactionId) ? 'mail.send' : 'message.send';
    const verdict = permit(permitView(centre, who), {type, interactionId}, who);
    if (!verdict.ok) return verdict;
    const unsent = this.#unsentOf(who, interactionId).map(({attachment}) => attachment);
    return checkUpload(this.#policyOf(interactionId), {name: file.name, size: file.size, inline}, unsent);
  }

  /** Takes a file whose bytes are all there. */
  keep(who: Who, offered: Offered): UploadResult {
    const checked = this.check(who, offered);
    if (!checked.ok) return checked;
    const {name, ending} = checked.file;
    return this.#put(who, offered, {name, type: mediaTypeOf(ending)});
  }

  /** Takes an image of a text. @param type What it is by its content. */
  keepImage(who: Who, offered: Offered, type: InlineImageType | undefined): UploadResult {
    const checked = this.check(who, offered);
    if (!checked.ok) return checked;
    const {name} = checked.file;
    return type ? this.#put(who, offered, {name, type}) : {ok: false, refusal: notAnImage(name)};
  }

  /** Takes a file that came with a mail; undefined: the tenant's rule drops it. */
  receive(interactionId: InteractionId, {file, contentId, inline}: ArrivingFile): Attachment | undefined {
    const {name, ending} = readFileName(file.name) ?? {name: showFileName(file.name), ending: ''};
    const kept = this.#put(
      {kind: 'customer', interactionId},
      {interactionId, file},
      {name, type: mediaTypeOf(ending)},
      contentId === undefined ? {} : {contentId, ...(inline ? {inline} : {})},
    );
    if (!kept.ok) return undefined;
    this.#mark(kept.attachment.id, true);
    return kept.attachment;
  }

  /** Gives out what somebody in the conversation may have; before it is sent, only to whoever sent it. */
  give(who: Who, wanted: Omit<FileRequest, 'signal'>): FileResult {
    const {interactionId, attachmentId} = wanted;
    const {host, mayReadPast, pastFile} = this.#parts;
    if (!hasFeature(host.centre.config.capabilities, 'files')) return no('DW_CAPABILITY_MISSING');
    const file = this.#files.get(attachmentId);
    if (!file) {
      const bytes = mayReadPast(who, wanted) ? pastFile(interactionId, attachmentId) : undefined;
      return bytes ? {ok: true, file: bytes} : no('DW_FILE_UNKNOWN');
    }
    if (!file.interactionIds.includes(interactionId) || !this.#mayHave(who, file, wanted))
      return no('DW_FILE_UNKNOWN');
    return file.attachment.held ? no('DW_FILE_HELD') : {ok: true, file: file.bytes};
  }

  /** A supervisor has looked at a held file: it is given out from now on, or gone. */
  settle(
    type: 'attachment.released' | 'attachment.dropped',
    interactionId: InteractionId,
    attachmentId: string,
  ): Verdict {
    const file = this.#files.get(attachmentId);
    if (!file?.interactionIds.includes(interactionId) || !file.attachment.held) return no('DW_FILE_UNKNOWN');
    const {held: _, ...attachment} = file.attachment;
    if (type === 'attachment.dropped') this.#files.delete(attachmentId);
    else this.#files.set(attachmentId, {...file, attachment});
    return this.#parts.host.take({kind: 'signal', signal: {type, interactionId, attachmentId}});
  }

  #put(
    who: Who,
    {interactionId, file, inline = false}: Offered,
    named: Pick<Attachment, 'name' | 'type'>,
    more: Partial<Attachment> = {},
  ): UploadResult {
    const {action, unreadable} = this.#parts.host.centre.config.tenant.cardData;
    const fate = action === 'off' ? 'allow' : unreadable;
    if (fate === 'drop') return no('DW_FILE_UNREADABLE', {name: named.name});
    const id = this.#parts.newId();
    const attachment: Attachment = {
      ...{id, ...named, size: file.size},
      ...(fate === 'hold' ? {held: true} : {}),
      ...(inline ? {contentId: id, inline} : {}),
      ...more,
    };
    const bytes = file.slice(0, file.size, named.type);
    const sender = whoKey(who);
    this.#files.set(id, {attachment, interactionIds: [interactionId], sender, bytes, isSent: false});
    return {ok: true, attachment};
  }

  #isMail(interactionId: InteractionId): boolean {
    return this.#parts.host.centre.interactions.get(interactionId)?.channel === 'email';
  }

  #policyOf(interactionId: InteractionId): AttachmentPolicy {
    const {email, chat} = this.#parts.host.centre.config.tenant;
    return (this.#isMail(interactionId) ? email : chat).attachments;
  }

  /** A command with the files that it names: each for its sender, for its conversation, once. */
  #fill(input: Input): Input {
    const {interactionId, ids} = filesNamedBy(input);
    if (input.kind !== 'command' || ids.length === 0) return input;
    const own = this.#unsentOf(input.who, interactionId);
    const files = own.filter(({attachment}) => ids.includes(attachment.id));
    // One that is named twice would stand in the message twice; a mail may name those of one that failed as well.
    const isWhole = input.command.type === 'mail.send' || files.length === ids.length;
    return {...input, files: isWhole ? files.map(({attachment}) => attachment) : []};
  }

  #unsentOf(who: Who, interactionId: InteractionId): readonly StoredFile[] {
    const sender = whoKey(who);
    return [...this.#files.values()].filter(
      (file) => !file.isSent && file.sender === sender && file.interactionIds.includes(interactionId),
    );
  }

  #mayHave(who: Who, {isSent, sender}: StoredFile, wanted: Omit<FileRequest, 'signal'>): boolean {
    const {interactionId} = wanted;
    if (!isSent) return sender === whoKey(who);
    if (who.kind === 'customer') return who.interactionId === interactionId;
    const {host, mayReadPast} = this.#parts;
    return permitView(host.centre, who).interactions.has(interactionId) || mayReadPast(who, wanted);
  }

  #hear(fact: Fact, news: News): void {
    switch (fact.type) {
      case 'interaction.created':
        this.#bringAlong(fact);
        break;
      case 'message.posted':
        for (const {id} of fact.message.attachments ?? []) this.#mark(id, true);
        break;
      case 'mail.queued':
        for (const {id} of fact.mail.attachments) this.#mark(id, true);
        break;
      case 'mail.recalled':
        for (const id of freedBy(news.before, news.after, fact)) this.#mark(id, false);
        break;
      case 'interaction.ended':
        this.#forget(fact.interactionId);
        break;
      default:
    }
  }

  #bringAlong({interaction: {id: interactionId, content}}: FactOf<'interaction.created'>): void {
    if (content.kind !== 'email') return;
    for (const {id} of content.thread.mails.flatMap(({attachments}) => attachments)) {
      const file = this.#files.get(id);
      if (!file || file.interactionIds.includes(interactionId)) continue;
      this.#files.set(id, {...file, interactionIds: [...file.interactionIds, interactionId]});
    }
  }

  #forget(interactionId: InteractionId): void {
    for (const [id, {interactionIds, isSent}] of this.#files) {
      if (!isSent && interactionIds.includes(interactionId)) this.#files.delete(id);
    }
  }

  #mark(id: string, isSent: boolean): void {
    const file = this.#files.get(id);
    if (file) this.#files.set(id, {...file, isSent});
  }
}

import {
  hasFeature,
  permit,
  refuse,
  type Attachment,
  type Fact,
  type InteractionId,
  type Refusal,
  type RefusalCode,
  type Verdict,
  type Who,
} from '@deskwire/domain';
import {permitView, type Input} from '@deskwire/engine';
import type {FileRequest, FileResult, Upload, UploadResult} from '@deskwire/stream';

import type {Host} from '../host.js';
import {whoKey} from '../who-key.js';

import {checkUpload, mediaTypeOf, type UploadVerdict} from './upload-rules.js';

/** A file that somebody wants to send. */
export type Offered = Pick<Upload, 'interactionId' | 'file'>;

interface StoredFile {
  readonly attachment: Attachment;
  readonly interactionId: InteractionId;
  readonly sender: string;
  readonly bytes: Blob;
  readonly isSent: boolean;
}

const no = (code: RefusalCode, params?: Refusal['params']) =>
  ({ok: false, refusal: refuse(code, params)}) as const;

/** What the store needs to know beside what happens. */
export interface FileStoreParts {
  readonly host: Host;
  newId(): string;
  /** Whether this caller may read the conversation though it is over. */
  mayReadPast(who: Who, interactionId: InteractionId): boolean;
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
    parts.host.listen(({facts}) => {
      for (const fact of facts) this.#hear(fact);
    });
  }

  /** Whether this file would be taken now. Whoever may write in the conversation may send files for it. */
  check(who: Who, {interactionId, file}: Offered): UploadVerdict {
    const {centre} = this.#parts.host;
    const {tenant, capabilities} = centre.config;
    if (!hasFeature(capabilities, 'files')) return no('DW_CAPABILITY_MISSING');
    const verdict = permit(permitView(centre, who), {type: 'message.send', interactionId}, who);
    if (!verdict.ok) return verdict;
    const unsent = this.#unsentOf(who, interactionId).map(({attachment}) => attachment);
    return checkUpload(tenant, file, unsent);
  }

  /** Takes a file whose bytes are all there. */
  keep(who: Who, offered: Offered): UploadResult {
    const checked = this.check(who, offered);
    if (!checked.ok) return checked;
    const {interactionId, file} = offered;
    const {name, ending} = checked.file;
    const {action, unreadable} = this.#parts.host.centre.config.tenant.cardData;
    const fate = action === 'off' ? 'allow' : unreadable;
    if (fate === 'drop') return no('DW_FILE_UNREADABLE', {name});
    const type = mediaTypeOf(ending);
    const plain: Attachment = {id: this.#parts.newId(), name, type, size: file.size};
    const attachment = fate === 'hold' ? {...plain, held: true} : plain;
    const bytes = file.slice(0, file.size, type);
    this.#files.set(plain.id, {attachment, interactionId, sender: whoKey(who), bytes, isSent: false});
    return {ok: true, attachment};
  }

  /** Gives out what somebody in the conversation may have; before it is sent, only to whoever sent it. */
  give(who: Who, {interactionId, attachmentId}: Omit<FileRequest, 'signal'>): FileResult {
    if (!hasFeature(this.#parts.host.centre.config.capabilities, 'files')) return no('DW_CAPABILITY_MISSING');
    const file = this.#files.get(attachmentId);
    if (file?.interactionId !== interactionId || !this.#mayHave(who, file)) return no('DW_FILE_UNKNOWN');
    return file.attachment.held ? no('DW_FILE_HELD') : {ok: true, file: file.bytes};
  }

  /** A supervisor has looked at a held file: it is given out from now on, or gone. */
  settle(
    type: 'attachment.released' | 'attachment.dropped',
    interactionId: InteractionId,
    attachmentId: string,
  ): Verdict {
    const file = this.#files.get(attachmentId);
    if (file?.interactionId !== interactionId || !file.attachment.held) return no('DW_FILE_UNKNOWN');
    const {held: _, ...attachment} = file.attachment;
    if (type === 'attachment.dropped') this.#files.delete(attachmentId);
    else this.#files.set(attachmentId, {...file, attachment});
    return this.#parts.host.take({kind: 'signal', signal: {type, interactionId, attachmentId}});
  }

  /** A command with the files that it names: each for its sender, for its conversation, once. */
  #fill(input: Input): Input {
    if (input.kind !== 'command' || input.command.type !== 'message.send') return input;
    const {interactionId, attachmentIds = []} = input.command;
    if (attachmentIds.length === 0) return input;
    const own = this.#unsentOf(input.who, interactionId);
    const files = own.filter(({attachment}) => attachmentIds.includes(attachment.id));
    // One that is named twice would stand in the message twice.
    const isWhole = files.length === attachmentIds.length;
    return {...input, files: isWhole ? files.map(({attachment}) => attachment) : []};
  }

  #unsentOf(who: Who, interactionId: InteractionId): readonly StoredFile[] {
    const sender = whoKey(who);
    return [...this.#files.values()].filter(
      (file) => !file.isSent && file.sender === sender && file.interactionId === interactionId,
    );
  }

  #mayHave(who: Who, {isSent, sender, interactionId}: StoredFile): boolean {
    if (!isSent) return sender === whoKey(who);
    if (who.kind === 'customer') return who.interactionId === interactionId;
    const {host, mayReadPast} = this.#parts;
    return permitView(host.centre, who).interactions.has(interactionId) || mayReadPast(who, interactionId);
  }

  #hear(fact: Fact): void {
    if (fact.type === 'message.posted') {
      for (const {id} of fact.message.attachments ?? []) this.#sent(id);
    }
    if (fact.type !== 'interaction.ended') return;
    for (const [id, {interactionId, isSent}] of this.#files) {
      if (interactionId === fact.interactionId && !isSent) this.#files.delete(id);
    }
  }

  #sent(id: string): void {
    const file = this.#files.get(id);
    if (file) this.#files.set(id, {...file, isSent: true});
  }
}

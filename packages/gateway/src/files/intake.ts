import {
  imageTypeOf,
  INLINE_IMAGE_TYPES,
  type Attachment,
  type InlineImageType,
  type InteractionId,
  type FileName,
} from '@deskwire/domain';

import {attachmentOf} from '../centre/flush-files.js';
import type {Core} from '../core.js';
import {safeError} from '../log.js';
import {RefusedError} from '../refused.js';
import type {StoredFile} from '../store/index.js';
import {fateOf, type FileFate} from './card-rule.js';
import type {FileDirectory} from './file-directory.js';
import type {FileKeeper} from './file-keeper.js';
import {receivedName} from './file-name.js';
import type {Inspector} from './inspector.js';
import {kindOf} from './kinds.js';
import type {FileLimits} from './limits.js';
import type {Quota} from './quota.js';

/** A file that came along with something else, whole. */
export interface ReceivedFile {
  /** As the sender wrote it; whatever it is, it becomes a name. */
  readonly name: string;
  /** The media type that the sender gave it. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What an intake needs. */
export interface IntakeParts {
  readonly core: Core;
  readonly directory: FileDirectory;
  readonly quota: Quota;
  readonly inspector: Inspector;
  readonly keeper: FileKeeper;
  readonly limits: FileLimits;
}

/** What became of a received file: what a conversation tells of it, or that it was dropped for card data. */
export type Received = {readonly attachment: Attachment} | {readonly dropped: true};

const TYPE = /^[a-z0-9][\w.+-]{0,80}\/[a-z0-9][\w.+-]{0,80}$/;
/** What a file without an ending is read as, by what its sender calls it. */
const ENDINGS: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/plain': '.txt',
  'text/html': '.html',
  'application/pdf': '.pdf',
};

const isImage = (type: string): type is InlineImageType =>
  (INLINE_IMAGE_TYPES as readonly string[]).includes(type);

/** What it is by its first bytes, else by its ending, else by what its sender says; never an image that it is not. */
const typeOfReceived = ({type, bytes}: ReceivedFile, {ending}: FileName): string => {
  const image = imageTypeOf(bytes);
  if (image !== undefined) return image;
  const told = kindOf(ending)?.type ?? type.toLowerCase();
  return TYPE.test(told) && !isImage(told) ? told : 'application/octet-stream';
};

/**
 * Files that come in with a contact and not by an upload: the attachments of mails. They are stored and looked into like
 * uploads, and wait as `unsent` for the facts that tell of them (`FileChange` `sent`); what waits in vain is removed.
 */
export class FileIntake {
  readonly #parts: IntakeParts;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /**
   * Keeps one file for a contact under a fresh id.
   * @throws {RefusedError} DW_FILE_FULL where there is no room; whatever else is wrong with the disk or the store.
   */
  async take(interactionId: InteractionId, received: ReceivedFile): Promise<Received> {
    const {core, quota} = this.#parts;
    const name = receivedName(received.name, core.host.centre.config.tenant);
    const row = {
      id: core.newId(),
      interactionId,
      caller: `customer:${interactionId}`,
      at: core.now(),
      name: name.name,
      type: typeOfReceived(received, name),
    };
    const size = received.bytes.length;
    await this.#checkRoom(size);
    let isKept = false;
    try {
      await core.store.files.begin(row);
      await this.#write(row.id, received.bytes);
      const fate = await this.#fateOf(row, name, received);
      if (fate === 'card' || fate === 'unreadable') return {dropped: true};
      const held = fate === 'hold';
      await core.store.files.complete(row.id, {size, held});
      isKept = true;
      quota.added(interactionId, size);
      return {attachment: attachmentOf({...row, size, held, state: 'unsent'})};
    } finally {
      if (!isKept) await this.#undo(row);
    }
  }

  /** What was taken is not needed: the facts that were to tell of it did not come. */
  async giveBack(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.#parts.keeper.discard(id);
  }

  async #checkRoom(size: number): Promise<void> {
    const {directory, quota, limits} = this.#parts;
    const free = await directory.free();
    if (free - size < limits.spareBytes || !quota.hasRoom(size)) throw new RefusedError('DW_FILE_FULL');
  }

  async #write(id: string, bytes: Uint8Array): Promise<void> {
    const {directory} = this.#parts;
    const file = await directory.create(id);
    try {
      await file.writeFile(bytes);
      await directory.settle(id, file);
    } finally {
      await file.close();
    }
  }

  #fateOf(
    {id, type}: Pick<StoredFile, 'id' | 'type'>,
    name: FileName,
    file: ReceivedFile,
  ): Promise<FileFate> {
    const {core, directory, inspector} = this.#parts;
    const ending = name.ending || (ENDINGS[file.type.toLowerCase()] ?? '');
    const inspected = {path: directory.pathOf(id), ending, type, size: file.bytes.length};
    return fateOf(inspector, core.host.centre.config.tenant.cardData, inspected);
  }

  async #undo({id}: Pick<StoredFile, 'id'>): Promise<void> {
    const {core, directory} = this.#parts;
    try {
      await directory.remove(id);
      await core.store.files.remove(id);
    } catch (error) {
      core.log.error({file: id, error: safeError(error)}, 'file was not removed');
    }
  }
}

import type {IncomingMessage} from 'node:http';
import type {FileHandle} from 'node:fs/promises';

import type {Attachment, FileName} from '@deskwire/domain';

import {RateLimit} from '../auth/rate-limit.js';
import {callerName} from '../centre/caller.js';
import {attachmentOf} from '../centre/flush-files.js';
import type {Core} from '../core.js';
import {safeError} from '../log.js';
import {RefusedError} from '../refused.js';
import type {StoredFile} from '../store/index.js';
import {fateOf} from './card-rule.js';
import type {FileDirectory} from './file-directory.js';
import {ImageCheck} from './image-check.js';
import type {Inspector} from './inspector.js';
import {typeOf} from './kinds.js';
import type {FileLimits} from './limits.js';
import {letRunOut, pump} from './pump.js';
import type {Meter, Quota} from './quota.js';
import {Recogniser} from './recogniser.js';
import {SlowWatch} from './slow-watch.js';
import type {UnsentRegistry} from './unsent-registry.js';
import {UploadRules, type Sender, type SenderRules} from './upload-rules.js';

/** What uploads need. */
export interface UploadParts {
  readonly core: Core;
  readonly directory: FileDirectory;
  readonly registry: UnsentRegistry;
  readonly quota: Quota;
  readonly inspector: Inspector;
  readonly limits: FileLimits;
}

/** One upload as it was asked for. */
export interface UploadRequest extends Sender {
  /** Percent-encoded UTF-8. */
  readonly nameHeader: string | readonly string[] | undefined;
  /** It is to stand in the text of a mail. Elsewhere there is no such thing. */
  readonly isInline: boolean;
  /** Its bytes are the file. */
  readonly message: IncomingMessage;
}

/** An upload that may begin. */
interface Begun {
  readonly row: Omit<StoredFile, 'size' | 'state' | 'held' | 'messageId'>;
  readonly name: FileName;
  readonly meter: Meter;
  readonly rules: SenderRules;
  /** Tells what it is, while it comes in. */
  readonly check: Recogniser | ImageCheck;
}

const FULL_DISK: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

const declaredLength = ({headers}: IncomingMessage): number | undefined =>
  headers['content-length'] === undefined ? undefined : Number(headers['content-length']);

/**
 * Takes files from senders, straight to the disk: never more than a part of one is in memory. What is too large, of
 * another kind than its name says, too slow or cut off leaves nothing behind. A process that is killed leaves a row in
 * the store, by which the next one finds the bytes.
 */
export class Uploads {
  readonly #parts: UploadParts;
  readonly #rules: UploadRules;
  readonly #rate: RateLimit;
  readonly #underWay = new Map<string, number>();
  readonly #watches = new Set<SlowWatch>();

  constructor(parts: UploadParts) {
    this.#parts = parts;
    this.#rules = new UploadRules(parts.core.host, parts.registry, parts.limits);
    this.#rate = new RateLimit(parts.limits.uploadRate, () => parts.core.now());
  }

  /** Cuts everything that is under way. */
  stop(): void {
    for (const watch of this.#watches) watch.cut();
  }

  /**
   * Takes one file. It can be used in a message once this resolved.
   * @throws {RefusedError} With a code, whatever went wrong.
   */
  async take(request: UploadRequest): Promise<Attachment> {
    try {
      return await this.#counted(request);
    } catch (error) {
      letRunOut(request.message);
      throw this.#asRefusal(error, request.message);
    }
  }

  async #counted(request: UploadRequest): Promise<Attachment> {
    const {atOnce, atOnceInAll} = this.#parts.limits;
    const caller = callerName(request.who);
    const mine = this.#underWay.get(caller) ?? 0;
    const all = [...this.#underWay.values()].reduce((sum, count) => sum + count, 0);
    if (mine >= atOnce[request.who.kind] || all >= atOnceInAll || !this.#rate.take(caller)) {
      throw new RefusedError('DW_WIRE_RATE');
    }
    this.#underWay.set(caller, mine + 1);
    try {
      return await this.#receive(await this.#begin(request, mine), request);
    } finally {
      const left = (this.#underWay.get(caller) ?? 1) - 1;
      if (left > 0) this.#underWay.set(caller, left);
      else this.#underWay.delete(caller);
    }
  }

  /** Everything that can be refused before a byte is read. */
  async #begin(request: UploadRequest, underWay: number): Promise<Begun> {
    const {core, quota, directory, limits} = this.#parts;
    const {who, interactionId, nameHeader, message} = request;
    const rules = this.#rules.of(request);
    const name = rules.readName(nameHeader);
    const declared = declaredLength(message);
    if (declared !== undefined) rules.checkSize(declared, name);
    rules.checkUnsent(underWay);
    if ((await directory.free()) < limits.spareBytes) throw new RefusedError('DW_FILE_FULL');
    const meter = await quota.open(interactionId, core.store.files);
    const row = {
      id: core.newId(),
      interactionId,
      caller: callerName(who),
      at: core.now(),
      name: name.name,
      type: typeOf(name.ending),
    };
    const check = rules.isImage ? new ImageCheck(name) : new Recogniser(name);
    return {row, name, meter, rules, check};
  }

  async #receive(begun: Begun, {message}: UploadRequest): Promise<Attachment> {
    const {core, directory, registry} = this.#parts;
    const {row, meter, check} = begun;
    let kept = false;
    try {
      await core.store.files.begin(row);
      const size = await this.#write(begun, message);
      const held = await this.#isHeld(begun, size);
      const type = (check instanceof ImageCheck ? check.type : undefined) ?? row.type;
      await core.store.files.complete(row.id, {size, held, type});
      const file: StoredFile = {...row, type, size, held, state: 'unsent'};
      registry.put(file);
      kept = true;
      core.log.info({interaction: row.interactionId, file: row.id, size, held}, 'file taken');
      return attachmentOf(file);
    } finally {
      meter.close(kept);
      if (!kept) {
        await directory.remove(row.id);
        await core.store.files.remove(row.id);
      }
    }
  }

  async #write({row, name, meter, rules, check}: Begun, message: IncomingMessage): Promise<number> {
    const {directory, limits} = this.#parts;
    const watch = new SlowWatch(limits);
    this.#watches.add(watch);
    let size = 0;
    let file: FileHandle | undefined;
    try {
      const open = (file = await directory.create(row.id));
      const take = async (part: Buffer): Promise<void> => {
        size += part.length;
        watch.heard(part.length);
        rules.checkSize(size, name);
        meter.take(part.length);
        await check.take(part);
        await open.appendFile(part);
      };
      await pump(message, take, watch.signal);
      rules.checkSize(size, name);
      await check.end(open);
      await directory.settle(row.id, open);
      return size;
    } finally {
      watch.stop();
      this.#watches.delete(watch);
      await file?.close();
    }
  }

  /** What the tenant wants of a file with card numbers, or of one that cannot be looked into (CHAT-8). */
  async #isHeld({row, name}: Begun, size: number): Promise<boolean> {
    const {core, directory, inspector} = this.#parts;
    const file = {path: directory.pathOf(row.id), ending: name.ending, type: row.type, size};
    const fate = await fateOf(inspector, core.host.centre.config.tenant.cardData, file);
    if (fate === 'card') throw new RefusedError('DW_FILE_CARD', {name: name.name});
    if (fate === 'unreadable') throw new RefusedError('DW_FILE_UNREADABLE', {name: name.name});
    return fate === 'hold';
  }

  #asRefusal(error: unknown, message: IncomingMessage): RefusedError {
    if (error instanceof RefusedError) return error;
    if (FULL_DISK.has((error as NodeJS.ErrnoException | undefined)?.code))
      return new RefusedError('DW_FILE_FULL');
    if (message.destroyed && !message.complete) return new RefusedError('DW_FILE_BROKEN');
    this.#parts.core.log.error({error: safeError(error)}, 'upload failed');
    return new RefusedError('DW_SERVER_FAILED');
  }
}

import {
  permit,
  type AttachmentPolicy,
  type CommandType,
  type FileName,
  type InteractionId,
  type TenantConfig,
  type Who,
} from '@deskwire/domain';
import {permitView} from '@deskwire/engine';

import {callerName} from '../centre/caller.js';
import type {CentreHost} from '../centre/centre-host.js';
import {RefusedError} from '../refused.js';
import {uploadName} from './file-name.js';
import type {FileLimits} from './limits.js';
import type {UnsentRegistry} from './unsent-registry.js';

const MEGABYTE = 1_000_000;
/** A refusal carries no longer line. */
const MAX_TOLD = 1_000;
/** Images in the text of one mail, beside its files. */
const MAX_IMAGES = 50;

/** Who sends what for where. */
export interface Sender {
  readonly who: Who;
  readonly interactionId: InteractionId;
  /** It is to stand in the text of a mail. */
  readonly isInline: boolean;
}

/** What admin lets be sent on the channel of a contact, and what a sender must be allowed to do there. */
const policyOf = (
  tenant: TenantConfig,
  isMail: boolean,
): {
  readonly policy: AttachmentPolicy;
  readonly command: Extract<CommandType, 'mail.send' | 'message.send'>;
} =>
  isMail
    ? {policy: tenant.email.attachments, command: 'mail.send'}
    : {policy: tenant.chat.attachments, command: 'message.send'};

/** What may be uploaded at all, as admin and the state of the conversation have it. */
export class UploadRules {
  readonly #host: CentreHost;
  readonly #registry: UnsentRegistry;
  readonly #limits: FileLimits;

  constructor(host: CentreHost, registry: UnsentRegistry, limits: FileLimits) {
    this.#host = host;
    this.#registry = registry;
    this.#limits = limits;
  }

  /**
   * The rules for one sender. Whoever may write in the conversation now may send a file for it.
   * @throws {RefusedError} Where they may not.
   */
  of(sender: Sender): SenderRules {
    const {who, interactionId} = sender;
    const {centre} = this.#host;
    const {tenant} = centre.config;
    const isMail = centre.interactions.get(interactionId)?.channel === 'email';
    const {policy, command} = policyOf(tenant, isMail);
    const verdict = permit(permitView(centre, who), {type: command, interactionId}, who);
    if (!verdict.ok) throw new RefusedError(verdict.refusal.code, verdict.refusal.params);
    if (!policy.enabled) throw new RefusedError('DW_FILE_OFF');
    const waiting = this.#registry.of(callerName(who), interactionId);
    const most = policy.maxFiles + (isMail ? MAX_IMAGES : 0);
    const {unsentMessages} = this.#limits;
    return new SenderRules(tenant, policy, isMail && sender.isInline, {waiting, most, unsentMessages});
  }
}

/** What waits for its message, and how much of it there may be. */
interface Waiting {
  readonly waiting: readonly {readonly size: number}[];
  /** Files of one message. */
  readonly most: number;
  readonly unsentMessages: number;
}

/** What one sender may upload for one conversation. Every no is a {@link RefusedError}. */
export class SenderRules {
  readonly #tenant: TenantConfig;
  readonly #policy: AttachmentPolicy;
  readonly #waiting: Waiting;
  /** An image in the text of a mail: what it is counts, and not how its name ends. */
  readonly isImage: boolean;

  constructor(tenant: TenantConfig, policy: AttachmentPolicy, isImage: boolean, waiting: Waiting) {
    this.#tenant = tenant;
    this.#policy = policy;
    this.isImage = isImage;
    this.#waiting = waiting;
  }

  /** The name, where it is one and ends as admin allows. */
  readName(header: string | readonly string[] | undefined): FileName {
    const {types} = this.#policy;
    const name = uploadName(header, this.#tenant);
    if (this.isImage || types.includes(name.ending)) return name;
    throw new RefusedError('DW_FILE_TYPE', {name: name.name, types: types.join(' ').slice(0, MAX_TOLD)});
  }

  /** @param size What it is, or what it says it is going to be. */
  checkSize(size: number, {name}: FileName): void {
    if (size === 0) throw new RefusedError('DW_FILE_EMPTY', {name});
    const max = this.#policy.maxTotalBytes;
    if (size > max) throw new RefusedError('DW_FILE_TOO_LARGE', {name, max: Math.floor(max / MEGABYTE)});
  }

  /**
   * What waits for a message is bounded: the message itself is judged by the engine, exactly.
   * @param underWay Further uploads of this sender.
   */
  checkUnsent(underWay: number): void {
    const {maxFiles, maxTotalBytes} = this.#policy;
    const {waiting, most, unsentMessages} = this.#waiting;
    const bytes = waiting.reduce((sum, {size}) => sum + size, 0);
    const isTooMuch =
      waiting.length + underWay >= unsentMessages * most || bytes >= unsentMessages * maxTotalBytes;
    if (isTooMuch) throw new RefusedError('DW_FILE_TOO_MANY', {max: maxFiles});
  }
}

import {permit, type InteractionId, type TenantConfig, type Who} from '@deskwire/domain';
import {permitView} from '@deskwire/engine';

import {callerName} from '../centre/caller.js';
import type {CentreHost} from '../centre/centre-host.js';
import {RefusedError} from '../refused.js';
import {readFileName, type FileName} from './file-name.js';
import type {FileLimits} from './limits.js';
import type {UnsentRegistry} from './unsent-registry.js';

const MEGABYTE = 1_000_000;
/** A refusal carries no longer line. */
const MAX_TOLD = 1_000;

/** Who sends what for where. */
export interface Sender {
  readonly who: Who;
  readonly interactionId: InteractionId;
}

/** What may be uploaded at all, as admin and the state of the conversation have it. Every no is a {@link RefusedError}. */
export class UploadRules {
  readonly #host: CentreHost;
  readonly #registry: UnsentRegistry;
  readonly #limits: FileLimits;

  constructor(host: CentreHost, registry: UnsentRegistry, limits: FileLimits) {
    this.#host = host;
    this.#registry = registry;
    this.#limits = limits;
  }

  get #tenant(): TenantConfig {
    return this.#host.centre.config.tenant;
  }

  /** Whoever may write in the conversation now may send a file for it. */
  checkSender({who, interactionId}: Sender): void {
    const verdict = permit(permitView(this.#host.centre, who), {type: 'message.send', interactionId}, who);
    if (!verdict.ok) throw new RefusedError(verdict.refusal.code, verdict.refusal.params);
    if (!this.#tenant.chat.attachments.enabled) throw new RefusedError('DW_FILE_OFF');
  }

  /** The name, where it is one and ends as admin allows. */
  readName(header: string | readonly string[] | undefined): FileName {
    const {types} = this.#tenant.chat.attachments;
    const name = readFileName(header, this.#tenant);
    if (types.includes(name.ending)) return name;
    throw new RefusedError('DW_FILE_TYPE', {name: name.name, types: types.join(' ').slice(0, MAX_TOLD)});
  }

  /** @param size What it is, or what it says it is going to be. */
  checkSize(size: number, {name}: FileName): void {
    if (size === 0) throw new RefusedError('DW_FILE_EMPTY', {name});
    const max = this.#tenant.chat.attachments.maxTotalBytes;
    if (size > max) throw new RefusedError('DW_FILE_TOO_LARGE', {name, max: Math.floor(max / MEGABYTE)});
  }

  /**
   * What waits for a message is bounded: the message itself is judged by the engine, exactly.
   * @param underWay Further uploads of this sender.
   */
  checkUnsent({who, interactionId}: Sender, underWay: number): void {
    const {maxFiles, maxTotalBytes} = this.#tenant.chat.attachments;
    const {unsentMessages} = this.#limits;
    const unsent = this.#registry.of(callerName(who), interactionId);
    const bytes = unsent.reduce((sum, {size}) => sum + size, 0);
    const isTooMuch =
      unsent.length + underWay >= unsentMessages * maxFiles || bytes >= unsentMessages * maxTotalBytes;
    if (isTooMuch) throw new RefusedError('DW_FILE_TOO_MANY', {max: maxFiles});
  }
}

import type {ReactiveController} from 'lit';
import type {Attachment, InteractionId, Refusal} from '@deskwire/domain';
import type {StreamHandle} from '@deskwire/stream';

import {consumeContext, type ControllerHost} from '../context/consume.js';
import {streamContext} from '../contexts.js';

/** Long enough for every browser to have begun reading what a link points to. */
const KEPT_MS = 60_000;

/** A file that could not be fetched. */
export interface FailedDownload {
  readonly interactionId: InteractionId;
  /** As {@link FileDownloads.fetch} was asked. */
  readonly customerOf?: InteractionId;
  readonly file: Attachment;
  readonly refusal: Refusal;
}

/** Hands bytes to the browser as a download under a name. They are let go after a while. */
const save = (doc: Document, file: Blob, name: string): void => {
  const url = URL.createObjectURL(file);
  const link = doc.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, KEPT_MS);
};

/** Fetches files of a conversation. They are never opened in the page: whatever they are, they are saved under their name. */
export class FileDownloads implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #stream: () => StreamHandle | undefined;
  readonly #running = new Map<string, AbortController>();
  #failed: FailedDownload | undefined;

  constructor(host: ControllerHost) {
    this.#host = host;
    this.#stream = consumeContext(host, streamContext);
    host.addController(this);
  }

  /** The ids of those that are being fetched. */
  get running(): ReadonlySet<string> {
    return new Set(this.#running.keys());
  }

  /** The last one that failed, until it is tried again or dismissed. */
  get failed(): FailedDownload | undefined {
    return this.#failed;
  }

  /**
   * Fetches a file; while it is on its way a second call does nothing.
   * @param customerOf For a past contact of this one's customer.
   */
  async fetch(interactionId: InteractionId, file: Attachment, customerOf?: InteractionId): Promise<void> {
    const stream = this.#stream();
    if (!stream || this.#running.has(file.id)) return;
    const abort = new AbortController();
    this.#running.set(file.id, abort);
    if (this.#failed?.file.id === file.id) this.#failed = undefined;
    this.#host.requestUpdate();
    const {signal} = abort;
    const as = customerOf === undefined ? {} : {customerOf};
    const result = await stream.download({interactionId, attachmentId: file.id, ...as, signal});
    this.#running.delete(file.id);
    if (signal.aborted) return;
    if (result.ok) save(this.#host.ownerDocument, result.file, file.name);
    else this.#failed = {interactionId, ...as, file, refusal: result.refusal};
    this.#host.requestUpdate();
  }

  retry(): void {
    const failed = this.#failed;
    if (failed) void this.fetch(failed.interactionId, failed.file, failed.customerOf);
  }

  dismiss(): void {
    this.#failed = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    for (const abort of this.#running.values()) abort.abort();
  }
}

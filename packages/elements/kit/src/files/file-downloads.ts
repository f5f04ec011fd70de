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

  /** Fetches a file; while it is on its way a second call does nothing. */
  async fetch(interactionId: InteractionId, file: Attachment): Promise<void> {
    const stream = this.#stream();
    if (!stream || this.#running.has(file.id)) return;
    const abort = new AbortController();
    this.#running.set(file.id, abort);
    if (this.#failed?.file.id === file.id) this.#failed = undefined;
    this.#host.requestUpdate();
    const {signal} = abort;
    const result = await stream.download({interactionId, attachmentId: file.id, signal});
    this.#running.delete(file.id);
    if (signal.aborted) return;
    if (result.ok) save(this.#host.ownerDocument, result.file, file.name);
    else this.#failed = {interactionId, file, refusal: result.refusal};
    this.#host.requestUpdate();
  }

  retry(): void {
    if (this.#failed) void this.fetch(this.#failed.interactionId, this.#failed.file);
  }

  dismiss(): void {
    this.#failed = undefined;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    for (const abort of this.#running.values()) abort.abort();
  }
}

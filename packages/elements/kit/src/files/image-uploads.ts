import {
  IMAGE_HEAD_LENGTH,
  imageTypeOf,
  INLINE_IMAGE_ENDINGS,
  type AttachmentPolicy,
  type InteractionId,
  type Refusal,
} from '@deskwire/domain';
import type {StreamHandle, Subscribable} from '@deskwire/stream';

import type {FileFacts} from './check-file.js';

const MEGABYTE = 1_000_000;

/** What an image turned out to be: the id that the text names, or why it cannot stand there. */
export type ImageUploadResult = {readonly id: string} | Refusal;

/** What surrounds the images of one draft. */
export interface ImageUploadsOptions {
  readonly stream: StreamHandle;
  readonly interactionId: InteractionId;
  /** What admin allows; undefined: no files at all. */
  readonly policy: () => AttachmentPolicy | undefined;
  /** What goes along in the same mail: all of it together has one limit. */
  readonly beside?: () => readonly Pick<FileFacts, 'size'>[];
}

/** An image on its way. */
interface Running {
  readonly abort: AbortController;
  readonly size: number;
  part: number;
}

const sum = (files: Iterable<Pick<FileFacts, 'size'>>): number =>
  [...files].reduce((bytes, {size}) => bytes + size, 0);

/** The bytes with the type that they really have; undefined: they are no image that a text may show. */
const asImage = async (file: Blob): Promise<Blob | undefined> => {
  const type = imageTypeOf(new Uint8Array(await file.slice(0, IMAGE_HEAD_LENGTH).arrayBuffer()));
  return type && file.slice(0, file.size, type);
};

/**
 * The images that stand in the text of a mail that is written (MAIL-6). Each is sent to the backend as it is put in, and
 * shown from what is at hand; one that was put in before a reload, or by the customer, is fetched. `close` lets go of it
 * all.
 */
export class ImageUploads implements Subscribable<number | undefined> {
  readonly #options: ImageUploadsOptions;
  readonly #running = new Set<Running>();
  readonly #sizes = new Map<string, number>();
  readonly #urls = new Map<string, Promise<string | undefined>>();
  readonly #listeners = new Set<(part: number | undefined) => void>();
  #isClosed = false;

  constructor(options: ImageUploadsOptions) {
    this.#options = options;
  }

  /** How far all that is on its way is, 0 to 1; undefined: nothing is. */
  get part(): number | undefined {
    const {size} = this.#running;
    return size === 0 ? undefined : [...this.#running].reduce((all, {part}) => all + part, 0) / size;
  }

  /** Bytes of these images, as far as they are known: those of this draft count for the size of the mail. */
  bytesOf(ids: Iterable<string>): number {
    return [...new Set(ids)].reduce((bytes, id) => bytes + (this.#sizes.get(id) ?? 0), 0);
  }

  /** Sends an image. Answers once; never rejects. */
  async add(file: File): Promise<ImageUploadResult> {
    const image = await asImage(file);
    const refusal = this.#refusal(file, image !== undefined);
    if (!image || refusal || this.#isClosed) return refusal ?? {code: 'DW_FILE_BROKEN', kind: 'transport'};
    const running: Running = {abort: new AbortController(), size: file.size, part: 0};
    this.#running.add(running);
    this.#tell();
    const {stream, interactionId} = this.#options;
    const result = await stream.upload({
      ...{interactionId, file, inline: true, signal: running.abort.signal},
      onProgress: (part) => {
        running.part = Math.min(1, Math.max(0, part));
        this.#tell();
      },
    });
    this.#running.delete(running);
    this.#tell();
    if (!result.ok) return result.refusal;
    const {id, size} = result.attachment;
    this.#sizes.set(id, size);
    if (!this.#isClosed) this.#urls.set(id, Promise.resolve(URL.createObjectURL(image)));
    return {id};
  }

  /** Where the page can show an image from; undefined: it is not there, or is none. */
  url(id: string): Promise<string | undefined> {
    const known = this.#urls.get(id);
    if (known || this.#isClosed) return known ?? Promise.resolve(undefined);
    const fetched = this.#fetch(id);
    this.#urls.set(id, fetched);
    return fetched;
  }

  /** Tells how far all is after each change. */
  subscribe(next: (part: number | undefined) => void): {unsubscribe(): void} {
    this.#listeners.add(next);
    return {unsubscribe: () => void this.#listeners.delete(next)};
  }

  /** What is on its way is cancelled; nothing can be shown from here any more. */
  close(): void {
    this.#isClosed = true;
    for (const {abort} of this.#running) abort.abort();
    for (const url of this.#urls.values()) {
      void url.then((one) => {
        if (one !== undefined) URL.revokeObjectURL(one);
      });
    }
    this.#urls.clear();
  }

  #refusal({name, size}: FileFacts, isImage: boolean): Refusal | undefined {
    const {policy: policyOf, beside} = this.#options;
    const policy = policyOf();
    if (!policy?.enabled) return {code: 'DW_FILE_OFF', kind: 'permission'};
    if (size === 0) return {code: 'DW_FILE_EMPTY', kind: 'input', params: {name}};
    if (!isImage) return {code: 'DW_FILE_TYPE', kind: 'input', params: {name, types: INLINE_IMAGE_ENDINGS}};
    const max = policy.maxTotalBytes;
    return size + sum([...this.#running, ...(beside?.() ?? [])]) > max
      ? {code: 'DW_FILE_TOO_LARGE', kind: 'input', params: {name, max: Math.floor(max / MEGABYTE)}}
      : undefined;
  }

  /** What failed may be asked for again. */
  async #fetch(attachmentId: string): Promise<string | undefined> {
    const {stream, interactionId} = this.#options;
    const result = await stream.download({interactionId, attachmentId});
    const image = result.ok ? await asImage(result.file) : undefined;
    if (image && !this.#isClosed) {
      this.#sizes.set(attachmentId, image.size);
      return URL.createObjectURL(image);
    }
    this.#urls.delete(attachmentId);
    return undefined;
  }

  #tell(): void {
    const {part} = this;
    for (const listener of [...this.#listeners]) listener(part);
  }
}

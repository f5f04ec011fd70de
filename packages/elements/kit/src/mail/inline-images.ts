import type {Attachment} from '@deskwire/domain';

import {CID} from './allowed.js';

/** Fetches a stored image; undefined where it cannot be had. */
export type FetchImage = (attachmentId: string, signal: AbortSignal) => Promise<Blob | undefined>;

const SHOWABLE = /^image\/(?:png|gif|jpeg|jpg|pjpeg|webp|bmp|avif|x-png|x-ms-bmp|svg\+xml)$/i;

/** Some programs write the same Content-ID in another case where they show it. */
const fileFor = (attachments: readonly Attachment[], cid: string): Attachment | undefined =>
  attachments.find(({contentId}) => contentId === cid) ??
  attachments.find(({contentId}) => contentId?.toLowerCase() === cid.toLowerCase());

/** Images that came with a mail, shown where its HTML wants them, as long as it is shown. */
export class InlineImages {
  readonly #abort = new AbortController();
  readonly #urls: string[] = [];
  readonly #missing: HTMLImageElement[] = [];
  #word = '';

  constructor(
    private readonly attachments: readonly Attachment[],
    private readonly fetchImage: FetchImage,
  ) {}

  /** Fetches each image once, however often it is shown. */
  async show(images: readonly HTMLImageElement[]): Promise<void> {
    await Promise.all([...grouped(images)].map(([cid, some]) => this.#showOne(cid, some)));
  }

  /** What stands where an image cannot be had that has no words of its own. */
  say(word: string): void {
    this.#word = word;
    for (const image of this.#missing) image.alt = word;
  }

  /** Lets go of them. */
  stop(): void {
    this.#abort.abort();
    for (const url of this.#urls) URL.revokeObjectURL(url);
    this.#urls.length = 0;
  }

  async #showOne(cid: string, images: readonly HTMLImageElement[]): Promise<void> {
    const file = fileFor(this.attachments, cid);
    const bytes = file && !file.held && SHOWABLE.test(file.type) ? await this.#bytesOf(file) : undefined;
    if (this.#abort.signal.aborted) return;
    if (!bytes) {
      images.forEach(this.#miss);
      return;
    }
    const url = URL.createObjectURL(bytes);
    this.#urls.push(url);
    for (const image of images) {
      image.src = url;
      // Not by its event: in a frame without scripts WebKit tells of none.
      image.decode().catch(() => {
        if (image.naturalWidth === 0) this.#miss(image);
      });
    }
  }

  async #bytesOf({id, type}: Attachment): Promise<Blob | undefined> {
    const blob = await this.fetchImage(id, this.#abort.signal).catch(() => undefined);
    return blob && new Blob([blob], {type});
  }

  readonly #miss = (image: HTMLImageElement): void => {
    image.removeAttribute('src');
    if (image.alt.trim() !== '') return;
    image.alt = this.#word;
    this.#missing.push(image);
  };
}

const grouped = (images: readonly HTMLImageElement[]): Map<string, HTMLImageElement[]> => {
  const groups = new Map<string, HTMLImageElement[]>();
  for (const image of images) {
    const cid = image.getAttribute(CID) ?? '';
    groups.set(cid, [...(groups.get(cid) ?? []), image]);
  }
  return groups;
};

import {
  IMAGE_HEAD_LENGTH,
  imageTypeOf,
  INLINE_IMAGE_ENDINGS,
  type FileName,
  type InlineImageType,
} from '@deskwire/domain';

import {RefusedError} from '../refused.js';

/** Tells while a file comes in whether it is an image that may stand in the text of a mail, whatever its name says. */
export class ImageCheck {
  readonly #name: FileName;
  #head = Buffer.alloc(0);
  #type: InlineImageType | undefined;

  constructor(name: FileName) {
    this.#name = name;
  }

  /** What it is; undefined until enough of it has come. */
  get type(): InlineImageType | undefined {
    return this.#type;
  }

  /** @throws {RefusedError} DW_FILE_TYPE as soon as it cannot be one. */
  async take(part: Buffer): Promise<void> {
    if (this.#type !== undefined) return;
    this.#head = Buffer.concat([this.#head, part.subarray(0, IMAGE_HEAD_LENGTH)]);
    if (this.#head.length >= IMAGE_HEAD_LENGTH) this.#know();
  }

  /**
   * The whole file is there.
   * @throws {RefusedError} DW_FILE_TYPE
   */
  async end(): Promise<void> {
    if (this.#type === undefined) this.#know();
  }

  #know(): void {
    this.#type = imageTypeOf(this.#head);
    if (this.#type !== undefined) return;
    throw new RefusedError('DW_FILE_TYPE', {name: this.#name.name, types: INLINE_IMAGE_ENDINGS});
  }
}

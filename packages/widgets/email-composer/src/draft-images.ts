import type {ReactiveController} from 'lit';
import type {AttachmentPolicy, InteractionId} from '@deskwire/domain';
import {ImageUploads, type ControllerHost, type TrayFile} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

import type {MailMode} from './email-composer.view.js';

/** What surrounds the images of the drafts. */
export interface DraftImagesOptions {
  readonly stream: () => StreamHandle | undefined;
  readonly policy: () => AttachmentPolicy | undefined;
  /** The files of what is written now: together they have one limit. */
  readonly files: () => readonly Pick<TrayFile, 'size'>[];
}

/** The images in the texts of the drafts, for each draft apart, as long as the element is in the page. */
export class DraftImages implements ReactiveController {
  readonly #uploads = new Map<string, ImageUploads>();
  #stream: StreamHandle | undefined;

  constructor(
    host: ControllerHost,
    private readonly options: DraftImagesOptions,
  ) {
    host.addController(this);
  }

  /** Undefined without a stream, or where no files can be sent. */
  of(interactionId: InteractionId, mode: MailMode): ImageUploads | undefined {
    const stream = this.options.stream();
    const {policy, files: beside} = this.options;
    if (!stream || !policy()) return undefined;
    if (stream !== this.#stream) this.#close();
    this.#stream = stream;
    const key = `${mode} ${interactionId}`;
    const known = this.#uploads.get(key) ?? new ImageUploads({stream, interactionId, policy, beside});
    this.#uploads.set(key, known);
    return known;
  }

  hostDisconnected(): void {
    this.#close();
  }

  #close(): void {
    for (const uploads of this.#uploads.values()) uploads.close();
    this.#uploads.clear();
  }
}

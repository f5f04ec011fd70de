import {html, nothing, type ReactiveController, type TemplateResult} from 'lit';
import {
  hasFeature,
  type Attachment,
  type AttachmentPolicy,
  type DeskState,
  type InteractionId,
} from '@deskwire/domain';
import type {StreamHandle} from '@deskwire/stream';

import {consumeContext, type ControllerHost} from '../context/consume.js';
import {streamContext} from '../contexts.js';
import {lazily} from '../late/lazily.js';

import type {FileTray, TrayObstacle} from './file-tray.js';

type Parts = typeof import('./files.parts.js');

/** Loads what shows and sends files. */
export const loadFiles = lazily(() => import('./files.parts.js'));

/** What a host tells about its files. */
export interface FilesOptions {
  /** The conversation in which something is written now. */
  readonly id: () => InteractionId | undefined;
  /** Which of several drafts in it; absent: there is one. */
  readonly draft?: () => string;
  /** Bytes that go along and stand in no list: the images of a mail's text. */
  readonly beside?: () => number;
  /** What admin allows; undefined: nothing yet known. */
  readonly policy: (state: DeskState) => AttachmentPolicy | undefined;
  /** The last file was taken out by hand: the focus needs a place. */
  readonly emptied?: () => void;
}

/**
 * Files for a message that is being written (CHAT-5). What is needed for that is loaded where admin enabled files at all;
 * what is chosen waits with its conversation, whatever becomes of the element.
 */
export class FilesController implements ReactiveController {
  readonly #host: ControllerHost;
  readonly #options: FilesOptions;
  readonly #stream: () => StreamHandle | undefined;
  #parts: Parts | undefined;
  #tray: FileTray | undefined;
  #subscription: {unsubscribe(): void} | undefined;

  constructor(host: ControllerHost, options: FilesOptions) {
    this.#host = host;
    this.#options = options;
    this.#stream = consumeContext(host, streamContext);
    host.addController(this);
  }

  /** What admin allows, where files can be sent at all. */
  get policy(): AttachmentPolicy | undefined {
    const state = this.#stream()?.snapshot();
    if (!state || !hasFeature(state.capabilities, 'files')) return undefined;
    const policy = this.#options.policy(state);
    return policy?.enabled ? policy : undefined;
  }

  /** What waits to be sent with the message. Undefined before it can be known. */
  get tray(): FileTray | undefined {
    return this.#tray;
  }

  /** Why the message must wait. */
  get obstacle(): TrayObstacle | undefined {
    return this.#tray?.obstacle;
  }

  /** Whether a conversation has files that are not sent. */
  has(id: InteractionId): boolean {
    const stream = this.#stream();
    return stream !== undefined && (this.#parts?.traysOf(stream).has(id) ?? false);
  }

  /** Takes files that were chosen, dropped or pasted. */
  async add(files: readonly File[]): Promise<void> {
    await this.#use((tray, policy) => {
      tray.add(files, policy, this.#options.beside?.());
    });
  }

  /** Puts back what the draft of now names that was kept over a reload; what is there already stays as it is. */
  async restore(files: readonly Attachment[]): Promise<void> {
    if (files.length === 0) return;
    await this.#use((tray) => {
      tray.restore(files);
    });
  }

  /** The files, to be put above the text; nothing where there are none. */
  render(): TemplateResult | typeof nothing {
    if (!this.#tray || this.#tray.files.length === 0) return nothing;
    return html`<dw-file-tray
      slot="above"
      .tray=${this.#tray}
      @dw-files-gone=${this.#options.emptied ?? nothing}
    ></dw-file-tray>`;
  }

  /** Before each render: the conversation may be another one. */
  hostUpdate(): void {
    // An element that has just left the page may render once more: its files wait without it.
    if (!this.#host.isConnected) return;
    if (!this.#parts) {
      if (this.policy && this.#options.id() !== undefined) void this.#load();
      return;
    }
    const tray = this.policy && this.#pick()?.(this.#parts);
    if (tray !== this.#tray) this.#follow(tray);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  /** Where the files of what is written now are; the answer is of the moment of asking, however long parts take. */
  #pick(): ((parts: Parts) => FileTray) | undefined {
    const {id, draft} = this.#options;
    const [interactionId, name, stream] = [id(), draft?.(), this.#stream()];
    if (interactionId === undefined || !stream) return undefined;
    return ({traysOf}) => traysOf(stream).of(interactionId, name);
  }

  async #use(use: (tray: FileTray, policy: AttachmentPolicy) => void): Promise<void> {
    const pick = this.#pick();
    const parts = await this.#load();
    const {policy} = this;
    if (pick && parts && policy) use(pick(parts), policy);
    this.#host.requestUpdate();
  }

  #follow(tray: FileTray | undefined): void {
    this.#subscription?.unsubscribe();
    this.#tray = tray;
    this.#subscription = tray?.subscribe(() => {
      this.#host.requestUpdate();
    });
  }

  async #load(): Promise<Parts | undefined> {
    const parts = await loadFiles();
    if (!parts || parts === this.#parts) return parts;
    parts.defineFileTray();
    this.#parts = parts;
    this.#host.requestUpdate();
    return parts;
  }
}

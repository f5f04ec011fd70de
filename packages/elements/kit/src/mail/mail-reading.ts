import type {ReactiveController} from 'lit';
import type {Attachment, InteractionId, Mail} from '@deskwire/domain';
import type {StreamHandle} from '@deskwire/stream';

import type {ControllerHost} from '../context/consume.js';
import {LanguageController} from '../controllers/language-controller.js';
import {FileDownloads} from '../files/file-downloads.js';

import type {MailBodyState} from './mail-body.events.js';
import {mailReadingWords} from './mail-reading.messages.js';
import {RemoteImages} from './remote-images.js';

/** Whether a sender's remote images are shown: not yet asked for, this once, or always. */
export type RemoteChoice = 'blocked' | 'once' | 'always';

const NOTHING: MailBodyState = {blocked: 0, hasQuote: false};

/** What is opened and allowed while mails are read: by mail, so that it stays when another contact was looked at. */
export class MailReading implements ReactiveController {
  /** For mails of a past contact: the contact of now whose customer it was. */
  customerOf: InteractionId | undefined;
  readonly downloads: FileDownloads;
  readonly language: LanguageController<typeof mailReadingWords.en>;
  readonly #host: ControllerHost;
  readonly #stream: () => StreamHandle | undefined;
  readonly #states = new Map<string, MailBodyState>();
  readonly #remote = new Map<string, RemoteChoice>();
  readonly #open = new Set<string>();
  #allowed: RemoteImages | undefined;
  #allowedOf: StreamHandle | undefined;

  constructor(host: ControllerHost, stream: () => StreamHandle | undefined) {
    this.#host = host;
    this.#stream = stream;
    this.downloads = new FileDownloads(host);
    this.language = new LanguageController(host, mailReadingWords);
    host.addController(this);
  }

  hostUpdate(): void {
    const stream = this.#stream();
    if (stream === this.#allowedOf) return;
    this.#allowedOf = stream;
    this.#allowed = stream && RemoteImages.of(stream);
    this.#remote.clear();
  }

  /** What is kept back of a mail, as far as it was put up. */
  stateOf({id}: Mail): MailBodyState {
    return this.#states.get(id) ?? NOTHING;
  }

  setState({id}: Mail, state: MailBodyState): void {
    this.#states.set(id, state);
    this.#host.requestUpdate();
  }

  /** Asked for at each render; the first time it is looked up. */
  remoteOf(mail: Mail): RemoteChoice {
    const known = this.#remote.get(mail.id);
    if (known) return known;
    this.#remote.set(mail.id, 'blocked');
    void this.#allowed?.isAllowed(mail.from.address).then((isAllowed) => {
      if (isAllowed && this.#remote.get(mail.id) === 'blocked') this.#setRemote(mail, 'always');
    });
    return 'blocked';
  }

  showImages(mail: Mail): void {
    this.#setRemote(mail, 'once');
  }

  /** From now on, in every mail of this sender. */
  async alwaysShow(mail: Mail): Promise<void> {
    this.#setRemote(mail, 'always');
    await this.#allowed?.allow(mail.from.address);
  }

  /** Asks again from now on. */
  async stopShowing(mail: Mail): Promise<void> {
    this.#setRemote(mail, 'blocked');
    await this.#allowed?.forget(mail.from.address);
  }

  /** Whether a part is unfolded: `thread`, an earlier mail, what a mail quotes. */
  isOpen(key: string): boolean {
    return this.#open.has(key);
  }

  toggle(key: string): void {
    if (!this.#open.delete(key)) this.#open.add(key);
    this.#host.requestUpdate();
  }

  fetch(interactionId: InteractionId, file: Attachment): void {
    void this.downloads.fetch(interactionId, file, this.customerOf);
  }

  #setRemote({id}: Mail, remote: RemoteChoice): void {
    this.#remote.set(id, remote);
    this.#host.requestUpdate();
  }
}

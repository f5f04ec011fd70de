import type {TemplateResult} from 'lit';
import type {Interaction, InteractionId} from '@deskwire/domain';
import {
  defineComposeBox,
  defineConversationLog,
  FileDownloads,
  LanguageController,
  ReadController,
  type ComposeBoxElement,
  type ControllerHost,
  type ConversationLogElement,
} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

import type {BodyScene} from './body-scene.js';
import {CannedController} from './canned-controller.js';
import {bodyWords} from './chat-body.messages.js';
import {body} from './chat-body.template.js';
import type {ChatView} from './chat-pane.view.js';
import {Composer} from './composer.js';
import {LogFeed} from './log-feed.js';

/** What the conversation needs of the pane. */
export interface BodyOptions {
  readonly stream: () => StreamHandle | undefined;
  readonly interaction: () => Interaction | undefined;
  readonly view: () => ChatView | undefined;
  /** Something could not be loaded. */
  readonly failed: (again: () => void) => void;
}

/** The conversation in the pane and the box below it: what is loaded once there is a chat. */
export class ChatBody {
  readonly #host: ControllerHost;
  readonly #options: BodyOptions;
  readonly #language: LanguageController<typeof bodyWords.en>;
  readonly #reads: ReadController;
  readonly #downloads: FileDownloads;
  readonly #composer: Composer;
  readonly #feed: LogFeed;
  readonly #canned: CannedController;

  constructor(host: ControllerHost, options: BodyOptions) {
    defineComposeBox();
    defineConversationLog();
    const {stream, view, interaction, failed} = options;
    const box = (): ComposeBoxElement | null => this.#find('dw-compose-box');
    this.#host = host;
    this.#options = options;
    this.#language = new LanguageController(host, bodyWords);
    this.#reads = new ReadController(host, () => this.#unread());
    this.#downloads = new FileDownloads(host);
    this.#composer = new Composer(host, {stream, view, box, sent: () => this.#log?.scrollToEnd()});
    this.#feed = new LogFeed(host, {
      language: this.#language,
      log: () => this.#log,
      isWatched: () => this.#reads.isWatched,
    });
    this.#canned = new CannedController(host, {
      language: this.#language,
      interaction,
      tenant: () => stream()?.snapshot().tenant,
      agentName: () => stream()?.snapshot().profile?.name ?? '',
      box,
      list: () => this.#find('dw-canned-list'),
      failed,
    });
  }

  render(view: ChatView): TemplateResult {
    this.#feed.follow(this.#options.stream());
    return body(view, this.#scene(view));
  }

  /** After each render: the log measures itself after the pane has rendered. */
  rendered(): void {
    void this.#log?.updateComplete.then(() => {
      this.#reads.check();
    });
  }

  get #log(): ConversationLogElement | null {
    return this.#find('dw-conversation-log');
  }

  #find<K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] | null {
    return this.#host.shadowRoot?.querySelector(tag) ?? null;
  }

  #unread(): {interactionId: InteractionId; newestId: string} | undefined {
    const view = this.#options.view();
    const newestId = view?.messages.at(-1)?.id;
    if (!view || newestId === undefined || view.unread === 0 || !this.#log?.isAtEnd) return undefined;
    return {interactionId: view.interactionId, newestId};
  }

  #scene(view: ChatView): BodyScene {
    const {outbox} = this.#composer;
    return {
      language: this.#language,
      log: this.#feed.input(view, outbox.of(view.interactionId), outbox.all),
      whole: this.#feed.whole(view),
      composer: this.#composer,
      canned: this.#canned,
      downloads: this.#downloads,
      loadEarlier: () => {
        this.#feed.loadEarlier(view);
      },
      look: () => {
        this.#reads.check();
      },
    };
  }
}

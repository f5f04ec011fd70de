import {html, type TemplateResult} from 'lit';
import type {DeskState, InteractionId, Refusal} from '@deskwire/domain';
import {
  buttonStyles,
  CommandController,
  defineButton,
  defineComposeBox,
  defineConversationLog,
  defineTimer,
  focusStyles,
  InteractionController,
  LanguageController,
  LateBody,
  NewMark,
  ReadController,
  stateStyles,
  StreamController,
  surfaceStyles,
  type ComposeBoxElement,
  type ConversationLogElement,
  type LogInput,
} from '@deskwire/kit';
import type {StreamHandle} from '@deskwire/stream';

import type {ChatPaneElement} from './chat-pane.element.js';
import {ChatEndDoneEvent, ChatEndRequestEvent} from './chat-pane.events.js';
import {chatWords} from './chat-pane.messages.js';
import {pane, type Scene} from './chat-pane.template.js';
import {selectOwnChatId, viewChat, type ChatView, type Happened} from './chat-pane.view.js';
import {Earlier, type Whole} from './earlier.js';
import {Outbox} from './outbox.js';

import {chatStyles} from './chat-pane.styles.js';

/** In the order in which they come after the element's own. */
export const styles = [surfaceStyles, buttonStyles, focusStyles, stateStyles, chatStyles];

/** Registers what the pane is made of, and makes the inside of one. */
export const open = (host: ChatPaneElement): ChatPaneBody => {
  defineButton();
  defineComposeBox();
  defineConversationLog();
  defineTimer();
  return new ChatPaneBody(host);
};

/** What of the desk, beside the chat itself, changes what the pane shows. */
const selectAround = ({capabilities, tenant, profile, presence}: DeskState): readonly unknown[] => [
  capabilities,
  tenant,
  profile,
  presence.state,
];

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((part, index) => part === b[index]);

/** The inside of the pane: the conversation, what is written, and what becomes of it. */
export class ChatPaneBody extends LateBody<ChatPaneElement> {
  readonly #language = new LanguageController(this.host, chatWords);
  readonly #commands = new CommandController(this.host);
  readonly #outbox = new Outbox(this.host);
  readonly #own = new StreamController(this.host, selectOwnChatId);
  readonly #chat = new InteractionController(this.host, () => this.host.interactionId ?? this.#own.value);
  readonly #reads = new ReadController(this.host, () => this.#unread());
  readonly #mark = new NewMark();
  readonly #earlier = new Earlier(() => {
    this.host.requestUpdate();
  });
  readonly #drafts = new Map<InteractionId, string>();
  readonly #unsent = new Map<InteractionId, Refusal>();
  #stream: StreamHandle | undefined;
  #input: {readonly parts: readonly unknown[]; readonly input: LogInput} | undefined;

  constructor(host: ChatPaneElement) {
    super(host);
    // Wakes the pane when what is allowed changes without the chat changing.
    new StreamController(host, selectAround, isSame);
  }

  override render(): TemplateResult | undefined {
    this.#followStream();
    const view = this.#view();
    if (!view) return undefined;
    const {locale, dir} = this.#language;
    return html`<section
      class="card"
      part="pane"
      lang=${locale}
      dir=${dir}
      aria-label=${this.#language.t('pane')}
    >
      ${pane(view, this.#scene(view))}
    </section>`;
  }

  override shown(): void {
    // The log measures itself after this element has rendered.
    void this.#log?.updateComplete.then(() => {
      this.#reads.check();
    });
  }

  get #log(): ConversationLogElement | null {
    return this.host.renderRoot.querySelector('dw-conversation-log');
  }

  get #box(): ComposeBoxElement | null {
    return this.host.renderRoot.querySelector('dw-compose-box');
  }

  #view(): ChatView | undefined {
    const {stream} = this.#chat;
    return stream && viewChat(stream.snapshot(), this.#chat.value, (ask) => stream.permit(ask));
  }

  /** Older messages belong to the stream that gave them. */
  #followStream(): void {
    const {stream} = this.#chat;
    if (stream === this.#stream) return;
    this.#stream = stream;
    this.#earlier.clear();
  }

  #unread(): {interactionId: InteractionId; newestId: string} | undefined {
    const view = this.#view();
    const newestId = view?.messages.at(-1)?.id;
    if (!view || newestId === undefined || view.unread === 0 || !this.#log?.isAtEnd) return undefined;
    return {interactionId: view.interactionId, newestId};
  }

  #scene(view: ChatView): Scene {
    const id = view.interactionId;
    const key = `end ${id}`;
    const whole = this.#earlier.whole(view);
    return {
      language: this.#language,
      log: this.#logInput(view, whole),
      whole,
      draft: this.#drafts.get(id) ?? '',
      unsent: this.#unsent.get(id),
      ending: this.#commands.state(key),
      end: () => {
        this.#end(key, id);
      },
      retryEnd: () => {
        this.#commands.retry(key);
      },
      dismissEnd: () => {
        this.#commands.dismiss(key);
      },
      dismissUnsent: () => {
        this.#unsent.delete(id);
        this.host.requestUpdate();
      },
      // No update: the box shows already what was typed, and the log need not render for every key.
      write: (text) => {
        this.#drafts.set(id, text);
      },
      send: (text) => {
        this.#send(id, text);
      },
      resend: (messageId) => {
        this.#outbox.resend(messageId);
      },
      edit: (messageId) => {
        this.#edit(id, messageId);
      },
      loadEarlier: () => {
        if (this.#stream) void this.#earlier.load(this.#stream, view);
      },
      look: () => {
        this.#reads.check();
      },
    };
  }

  /** The same object as long as nothing in it changed, so that the log renders only when there is something to render. */
  #logInput(view: ChatView, whole: Whole): LogInput {
    const {interactionId, viewer, happened} = view;
    const newSince = this.#newSince(view);
    const told = happened.map(({kind, at}) => `${kind} ${at}`).join();
    const {locale} = this.#language;
    const {messages, earlier} = whole;
    const name = viewer.kind === 'agent' ? viewer.name : '';
    const parts = [interactionId, messages, earlier, this.#outbox.all, told, newSince, locale, name];
    if (this.#input && isSame(this.#input.parts, parts)) return this.#input.input;
    const input: LogInput = {
      viewer,
      messages,
      earlier,
      outgoing: this.#outbox.of(interactionId),
      events: happened.map((one) => this.#event(one)),
      foldsBot: true,
      ...(newSince === undefined ? {} : {newSince}),
    };
    this.#input = {parts, input};
    return input;
  }

  #event({kind, at}: Happened): {key: string; at: number; text: string} {
    return {key: kind, at, text: this.#language.t(kind === 'ended' ? 'chatEnded' : 'customerLeft')};
  }

  /** Before the first look at a conversation all of it is new, and nothing is marked. */
  #newSince({interactionId: id, unread, readAt, messages, viewer}: ChatView): number | undefined {
    const own = messages.filter(
      ({from}) => from.kind === 'agent' && viewer.kind === 'agent' && from.id === viewer.id,
    );
    return this.#mark.look({
      id,
      unread: readAt === undefined ? 0 : unread,
      readAt: readAt ?? 0,
      watched: this.#reads.isWatched && (this.#log?.isAtEnd ?? true),
      own: own.length,
    });
  }

  #end(key: string, interactionId: InteractionId): void {
    this.#commands.run(key, {
      command: {type: 'interaction.end', interactionId},
      request: () => new ChatEndRequestEvent({interactionId}),
      done: () => new ChatEndDoneEvent({interactionId}),
    });
  }

  /** What cannot be sent stays in the box. */
  #send(id: InteractionId, text: string): void {
    const refusal = this.#outbox.send(id, text);
    if (refusal) this.#unsent.set(id, refusal);
    else this.#unsent.delete(id);
    if (refusal === undefined) {
      this.#drafts.delete(id);
      this.#log?.scrollToEnd();
    }
    this.host.requestUpdate();
  }

  /** A message that failed goes back to the box, below what was begun there since. */
  #edit(id: InteractionId, messageId: string): void {
    const draft = this.#drafts.get(id) ?? '';
    const text = this.#outbox.takeBack(messageId);
    this.#drafts.set(id, draft.trim() === '' ? text : `${draft}\n${text}`);
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      this.#box?.focus();
    });
  }
}

import {html, type TemplateResult} from 'lit';
import type {InteractionId} from '@deskwire/domain';
import {
  buttonStyles,
  defineButton,
  defineTimer,
  dropStyles,
  focusStyles,
  InteractionController,
  LanguageController,
  LateBody,
  menuStyles,
  noteStyles,
  PlainCommandController,
  popoverStyles,
  PopoverController,
  RulesController,
  stateStyles,
  StreamController,
  surfaceStyles,
  type ActState,
} from '@deskwire/kit';

import {ChatBody} from './chat-body.js';
import type {ChatCommand} from './chat-actions.js';
import {actFor} from './chat-acts.js';
import type {ChatPaneElement} from './chat-pane.element.js';
import {TransferOpenEvent} from './chat-pane.events.js';
import {chatWords} from './chat-pane.messages.js';
import {selectOwnChatId, viewChat, type ChatView} from './chat-pane.view.js';
import {ConferenceController} from './conference-controller.js';
import {head, notices} from './head.template.js';
import type {Scene} from './scene.js';

import {chatStyles} from './chat-pane.styles.js';

/** In the order in which they come after the element's own. */
export const styles = [
  surfaceStyles,
  buttonStyles,
  menuStyles,
  popoverStyles,
  noteStyles,
  focusStyles,
  stateStyles,
  dropStyles,
  chatStyles,
];

/** Registers what the pane is made of, and makes the inside of one. */
export const open = (host: ChatPaneElement): ChatPaneBody => {
  defineButton();
  defineTimer();
  return new ChatPaneBody(host);
};

/** The inside of the pane: who it is and how the chat stands, the conversation, and the box below it. */
export class ChatPaneBody extends LateBody<ChatPaneElement> {
  /** Loads again what could not be loaded. */
  #again: (() => void) | undefined;
  /** The colleague of whom the agent knows that they do not join. */
  #seenDecline: string | undefined;

  readonly #language = new LanguageController(this.host, chatWords);
  readonly #commands = new PlainCommandController(this.host);
  readonly #own = new StreamController(this.host, selectOwnChatId);
  readonly #chat = new InteractionController(this.host, () => this.host.interactionId ?? this.#own.value);
  readonly #conversation = new ChatBody(this.host, {
    stream: () => this.#chat.stream,
    interaction: () => this.#chat.value,
    view: () => this.#view(),
    failed: (again) => {
      this.#fail(again);
    },
  });
  readonly #conference = new ConferenceController(this.host, (again) => {
    this.#fail(again);
  });
  readonly #menu = new PopoverController(this.host, {
    anchor: () => this.#anchor,
    popover: () => this.#menuSurface,
    focus: () => this.#menuSurface?.querySelector<HTMLElement>('[role="menuitem"]') ?? null,
  });

  constructor(host: ChatPaneElement) {
    super(host);
    // Wakes the pane when what is allowed changes without the chat changing.
    new RulesController(host);
  }

  override render(): TemplateResult | undefined {
    const view = this.#view();
    if (!view) return undefined;
    const {locale, dir} = this.#language;
    const scene = this.#scene(view);
    return html`<section
        class="card"
        part="pane"
        lang=${locale}
        dir=${dir}
        aria-label=${this.#language.t('pane')}
      >
        ${head(view, scene)} ${notices(view, scene)} ${this.#conversation.render(view)}
      </section>
      ${this.#conference.render()}`;
  }

  override shown(): void {
    this.#conversation.rendered();
  }

  get #anchor(): HTMLElement | null {
    return this.host.renderRoot.querySelector('.anchor');
  }

  get #menuSurface(): HTMLElement | null {
    return this.host.renderRoot.querySelector('.popover');
  }

  #view(): ChatView | undefined {
    const {stream} = this.#chat;
    return stream && viewChat(stream.snapshot(), this.#chat.value, (ask) => stream.permit(ask));
  }

  #scene(view: ChatView): Scene {
    const {interactionId: id, declined} = view;
    const key = (command: ChatCommand) => `${command} ${id}`;
    return {
      language: this.#language,
      menu: this.#menu,
      isOpening: this.#conference.isLoading,
      loadAgain: this.#again && this.#loadAgain,
      isDeclineSeen: declined !== undefined && declined.key === this.#seenDecline,
      state: (command): ActState => this.#commands.state(key(command)),
      act: (command) => {
        this.#act(command, id, key(command));
      },
      retry: (command) => {
        this.#commands.retry(key(command));
      },
      dismiss: (command) => {
        this.#commands.dismiss(key(command));
      },
      forgetLoad: () => {
        this.#fail(undefined);
      },
      seeDecline: () => {
        this.#seenDecline = declined?.key;
        this.host.requestUpdate();
      },
    };
  }

  #fail(again: (() => void) | undefined): void {
    this.#again = again;
    this.host.requestUpdate();
  }

  readonly #loadAgain = (): void => {
    const again = this.#again;
    this.#fail(undefined);
    again?.();
  };

  /** What opens something else takes the focus back to "More" first, where it returns to afterwards. */
  #act(command: ChatCommand, id: InteractionId, key: string): void {
    if (this.#menu.open) {
      this.#menu.hide();
      this.#anchor?.focus();
    }
    if (command === 'interaction.transfer')
      this.host.dispatchEvent(new TransferOpenEvent({interactionId: id}));
    else if (command === 'conference.start') void this.#conference.open(id);
    else this.#commands.run(key, actFor(command, id));
  }
}

import {html, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {DeskState, InteractionId} from '@deskwire/domain';
import {
  announcerFor,
  buttonStyles,
  DeskwireElement,
  focusStyles,
  InteractionController,
  LanguageController,
  menuStyles,
  noteStyles,
  PlainCommandController,
  popoverStyles,
  PopoverController,
  stateStyles,
  StreamController,
  surfaceStyles,
  type ActState,
} from '@deskwire/kit';

import {BodyController} from './body-controller.js';
import type {ChatCommand} from './chat-actions.js';
import {actFor} from './chat-acts.js';
import {TransferOpenEvent} from './chat-pane.events.js';
import {chatWords} from './chat-pane.messages.js';
import {selectOwnChatId, viewChat, type ChatView} from './chat-pane.view.js';
import {ConferenceController} from './conference-controller.js';
import {head, notices} from './head.template.js';
import type {Scene} from './scene.js';

import {chatStyles} from './chat-pane.styles.js';

/** What of the desk, beside the chat itself, changes what the pane shows. */
const selectAround = ({capabilities, tenant, profile, presence}: DeskState): readonly unknown[] => [
  capabilities,
  tenant,
  profile,
  presence.state,
];

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((part, index) => part === b[index]);

/**
 * The conversation with a chat customer: who it is, everything that was said, the assistant's part included, and a box to
 * answer in, with files and canned responses. A colleague can be asked to join, and the chat can be passed on. What is not
 * sent is kept per conversation, and survives a reload.
 *
 * It follows the agent's newest active chat, or the one whose id is set. Without a chat it shows the `empty` slot.
 *
 * Whoever wants a transfer says so with `dw-transfer-open`; the page forwards it to its transfer dialog:
 * `desk.addEventListener('dw-transfer-open', ({detail}) => dialog.open(detail.interactionId))`.
 *
 * @element dw-chat-pane
 * @slot empty - Shown while there is no chat.
 * @csspart pane - The card.
 * @fires dw-message-request - Before a message is sent; cancelable, and the text stays in the box.
 * @fires dw-message-done - The message is in the conversation.
 * @fires dw-start-conference-request - Before a colleague is asked to join; cancelable.
 * @fires dw-start-conference-done - A colleague is asked to join.
 * @fires dw-cancel-conference-request - Before that is taken back; cancelable.
 * @fires dw-cancel-conference-done - It is taken back.
 * @fires dw-end-conference-request - Before the conference is ended by agent 1, or left by agent 2; cancelable.
 * @fires dw-end-conference-done - The conference is over, or left.
 * @fires dw-conference-closed - The conference dialog was closed.
 * @fires dw-transfer-open - The page should open its transfer dialog for the chat.
 * @fires dw-end-request - Before the chat is ended; cancelable.
 * @fires dw-end-done - The chat has ended.
 */
export class ChatPaneElement extends DeskwireElement {
  static override styles = [
    surfaceStyles,
    buttonStyles,
    menuStyles,
    popoverStyles,
    noteStyles,
    focusStyles,
    stateStyles,
    chatStyles,
  ];

  /** The chat to show; unset, the pane follows the agent's newest active one. */
  @property({attribute: false}) interactionId: InteractionId | undefined;

  /** Loads again what could not be loaded. */
  @state() private loadAgain: (() => void) | undefined;
  /** The colleague of whom the agent knows that they do not join. */
  @state() private seenDecline: string | undefined;

  @query('.popover') private readonly menuSurface!: HTMLElement | null;
  @query('.anchor') private readonly anchor!: HTMLElement | null;

  readonly #language = new LanguageController(this, chatWords);
  readonly #commands = new PlainCommandController(this);
  readonly #own = new StreamController(this, selectOwnChatId);
  readonly #chat = new InteractionController(this, () => this.interactionId ?? this.#own.value);
  readonly #body = new BodyController(this, {
    stream: () => this.#chat.stream,
    interaction: () => this.#chat.value,
    view: () => this.#view(),
    failed: (again) => {
      this.loadAgain = again;
    },
  });
  readonly #conference = new ConferenceController(this, (again) => {
    this.loadAgain = again;
  });
  readonly #menu = new PopoverController(this, {
    anchor: () => this.anchor,
    popover: () => this.menuSurface,
    focus: () => this.menuSurface?.querySelector<HTMLElement>('[role="menuitem"]') ?? null,
  });

  constructor() {
    super();
    // Wakes the pane when what is allowed changes without the chat changing.
    new StreamController(this, selectAround, isSame);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    announcerFor(this);
  }

  protected override render(): TemplateResult {
    const view = this.#view();
    if (!view) return html`<slot name="empty"></slot>`;
    const {locale, dir} = this.#language;
    const scene = this.#scene(view);
    return html`<section
        class="card"
        part="pane"
        lang=${locale}
        dir=${dir}
        aria-label=${this.#language.t('pane')}
      >
        ${head(view, scene)} ${notices(view, scene)}
        ${this.#body.body?.render(view) ?? html`<div class="stage" aria-busy="true"></div>`}
      </section>
      ${this.#conference.render()}`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#body.body?.rendered();
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
      loadAgain: this.loadAgain && this.#loadAgain,
      isDeclineSeen: declined !== undefined && declined.key === this.seenDecline,
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
        this.loadAgain = undefined;
      },
      seeDecline: () => {
        this.seenDecline = declined?.key;
      },
    };
  }

  readonly #loadAgain = (): void => {
    const again = this.loadAgain;
    this.loadAgain = undefined;
    again?.();
  };

  /** What opens something else takes the focus back to "More" first, where it returns to afterwards. */
  #act(command: ChatCommand, id: InteractionId, key: string): void {
    if (this.#menu.open) {
      this.#menu.hide();
      this.anchor?.focus();
    }
    if (command === 'interaction.transfer') this.dispatchEvent(new TransferOpenEvent({interactionId: id}));
    else if (command === 'conference.start') void this.#conference.open(id);
    else this.#commands.run(key, actFor(command, id));
  }
}

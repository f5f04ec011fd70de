import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {InteractionId, OutgoingMail} from '@deskwire/domain';
import {
  announce,
  buttonStyles,
  chipStyles,
  CommandController,
  DeskwireElement,
  focusStyles,
  InteractionController,
  LanguageController,
  spinnerStyles,
  stateStyles,
  StreamController,
  surfaceStyles,
  type Act,
  type TextAreaElement,
} from '@deskwire/kit';

import {
  MailEndDoneEvent,
  MailEndRequestEvent,
  MailSendDoneEvent,
  MailSendRequestEvent,
} from './email-composer.events.js';
import {emailWords} from './email-composer.messages.js';
import {
  heading,
  problems,
  quickReply,
  reading,
  thread,
  type MailAct,
  type Scene,
} from './email-composer.template.js';
import {selectOwnMailId, viewEmail, type EmailView, type MailView} from './email-composer.view.js';

import {emailStyles} from './email-composer.styles.js';

/**
 * The customer's mail, its thread, and a quick reply in plain text.
 *
 * It follows the agent's newest active mail, or the one whose id is set. Without one it shows the `empty` slot. Mail in
 * HTML is shown by its text part. What is typed is kept per contact while the element lives, and comes back when the
 * mail server did not take the reply.
 *
 * @element dw-email-composer
 * @slot empty - Shown while there is no mail.
 * @csspart pane - The card.
 * @fires dw-mail-send-request - Before a reply is sent; cancelable.
 * @fires dw-mail-send-done - The reply was taken.
 * @fires dw-end-request - Before the contact is ended; cancelable.
 * @fires dw-end-done - The contact has ended.
 */
export class EmailComposerElement extends DeskwireElement {
  static override styles = [
    surfaceStyles,
    buttonStyles,
    chipStyles,
    focusStyles,
    spinnerStyles,
    stateStyles,
    emailStyles,
  ];

  /** The mail contact to show; unset, the pane follows the agent's newest active one. */
  @property({attribute: false}) interactionId: InteractionId | undefined;

  @state() private isThreadOpen = false;

  readonly #language = new LanguageController(this, emailWords);
  readonly #commands = new CommandController(this);
  readonly #own = new StreamController(this, selectOwnMailId);
  readonly #contact = new InteractionController(this, () => this.interactionId ?? this.#own.value);
  readonly #drafts = new Map<InteractionId, string>();
  /** Answers whose loss has been seen, so that their text comes back once. */
  readonly #lost = new Set<string>();
  #view: EmailView | undefined;

  constructor() {
    super();
    // Wakes the pane when what is allowed changes without the contact changing.
    new StreamController(this, ({capabilities}) => capabilities);
    new StreamController(this, ({presence}) => presence.state);
  }

  /** Not earlier: the controllers follow a changed id only now. */
  protected override update(changed: PropertyValues): void {
    const before = this.#view;
    const {stream} = this.#contact;
    this.#view = stream && viewEmail(stream.snapshot(), this.#contact.value, (ask) => stream.permit(ask));
    if (this.#view?.interactionId !== before?.interactionId) this.isThreadOpen = false;
    else this.#tell(before?.answers, this.#view?.answers);
    this.#bringBack();
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const view = this.#view;
    if (!view) return html`<slot name="empty"></slot>`;
    const scene = this.#scene(view);
    const {locale, dir} = this.#language;
    return html`<section
      class="card"
      part="pane"
      lang=${locale}
      dir=${dir}
      aria-label=${this.#language.t('pane')}
    >
      ${heading(view, scene)} ${reading(view, scene)} ${thread(view, scene)} ${problems(view, scene)}
      ${view.reply ? quickReply(view.reply, scene) : nothing}
    </section>`;
  }

  #scene(view: EmailView): Scene {
    const {interactionId} = view;
    const key = (act: MailAct) => `${act} ${interactionId}`;
    return {
      language: this.#language,
      isThreadOpen: this.isThreadOpen,
      draft: this.#drafts.get(interactionId) ?? '',
      toggleThread: () => {
        this.isThreadOpen = !this.isThreadOpen;
      },
      write: (event) => {
        this.#write(interactionId, (event.target as TextAreaElement).value);
      },
      state: (act) => this.#commands.state(key(act)),
      act: (act) => {
        const asked = act === 'send' ? this.#sending(view) : this.#ending(interactionId);
        if (asked) this.#commands.run(key(act), asked);
      },
      retry: (act) => {
        this.#commands.retry(key(act));
      },
      dismiss: (act) => {
        this.#commands.dismiss(key(act));
      },
    };
  }

  #write(interactionId: InteractionId, text: string): void {
    this.#drafts.set(interactionId, text);
    this.requestUpdate();
  }

  #sending({interactionId, reply}: EmailView): Act | undefined {
    if (!reply) return undefined;
    const mail: OutgoingMail = {
      kind: 'quick-reply',
      inReplyTo: reply.inReplyTo,
      cc: [],
      text: this.#drafts.get(interactionId) ?? '',
      attachmentIds: [],
      quotes: false,
    };
    return {
      command: {type: 'mail.send', interactionId, mail},
      request: () => new MailSendRequestEvent({interactionId, mail}),
      done: () => {
        // What was typed since stays; the box is closed while a reply is under way, so that it is the same.
        this.#drafts.delete(interactionId);
        return new MailSendDoneEvent({interactionId, mail});
      },
    };
  }

  #ending(interactionId: InteractionId): Act {
    return {
      command: {type: 'interaction.end', interactionId},
      request: () => new MailEndRequestEvent({interactionId}),
      done: () => new MailEndDoneEvent({interactionId}),
    };
  }

  /** The text of a reply that the mail server did not take goes back into an empty box. */
  #bringBack(): void {
    const view = this.#view;
    const last = view?.answers.at(-1);
    if (!view || last?.delivery !== 'failed' || this.#lost.has(last.id)) return;
    this.#lost.add(last.id);
    if (!this.#drafts.get(view.interactionId)) this.#drafts.set(view.interactionId, last.text);
  }

  /** That a reply left is said: nothing else changes where the focus is. */
  #tell(before: readonly MailView[] | undefined, now: readonly MailView[] | undefined): void {
    const delivery = now?.at(-1)?.delivery;
    if (delivery === undefined || delivery === 'sending' || before?.at(-1)?.delivery === delivery) return;
    announce(this, this.#language.t(delivery), 'polite');
  }
}

import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import type {Mail} from '@deskwire/domain';
import {
  announce,
  buttonStyles,
  chipStyles,
  ClockController,
  CommandController,
  defineButton,
  defineElement,
  defineMailBody,
  defineTextArea,
  defineTimer,
  dropStyles,
  focusStyles,
  InteractionController,
  isComposingKey,
  LanguageController,
  LateBody,
  lateWords,
  mailListStyles,
  mailPartsStyles,
  MailReading,
  menuStyles,
  messageFilesStyles,
  noteStyles,
  popoverStyles,
  RulesController,
  spinnerStyles,
  stateStyles,
  StreamController,
} from '@deskwire/kit';

import {CcFieldElement} from './cc-field.element.js';
import {Composing} from './composing.js';
import {composer} from './compose.template.js';
import type {EmailComposerElement} from './email-composer.element.js';
import {MailEndDoneEvent, MailEndRequestEvent, TransferOpenEvent} from './email-composer.events.js';
import {emailWords} from './email-composer.messages.js';
import {selectOwnMailId, viewEmail, type EmailView} from './email-composer.view.js';
import {original} from './original.template.js';
import type {ContactAct, ReadingScene} from './scene.js';

import {composeStyles} from './compose.styles.js';
import {emailStyles} from './email-composer.styles.js';

/** In the order in which they come after the element's own. */
export const styles = [
  buttonStyles,
  chipStyles,
  menuStyles,
  popoverStyles,
  noteStyles,
  focusStyles,
  spinnerStyles,
  stateStyles,
  messageFilesStyles,
  mailPartsStyles,
  mailListStyles,
  emailStyles,
  dropStyles,
  composeStyles,
];

/** Registers what the pane is made of, and makes the inside of one. */
export const open = (host: EmailComposerElement): EmailBody => {
  defineButton();
  defineTextArea();
  defineTimer();
  defineMailBody();
  defineElement('dw-cc-field', CcFieldElement, '0.1.0');
  return new EmailBody(host);
};

/** The inside of the pane: the mail that is read, and the answer that is written. */
export class EmailBody extends LateBody<EmailComposerElement> {
  readonly #language = new LanguageController(this.host, emailWords);
  readonly #late = new LanguageController(this.host, lateWords);
  readonly #commands = new CommandController(this.host);
  readonly #own = new StreamController(this.host, selectOwnMailId);
  readonly #contact = new InteractionController(this.host, () => this.host.interactionId ?? this.#own.value);
  readonly #reading = new MailReading(this.host, () => this.#contact.stream);
  readonly #clock = new ClockController(this.host, () => {
    if (this.#view?.leaving) this.host.requestUpdate();
  });
  readonly #composing = new Composing(this.host, {
    stream: () => this.#contact.stream,
    interaction: () => this.#contact.value,
    view: () => this.#view,
    commands: this.#commands,
    now: () => this.#clock.now(),
    goToOriginal: () => {
      this.#goToOriginal();
    },
  });
  #view: EmailView | undefined;
  #isAsking = false;

  constructor(host: EmailComposerElement) {
    super(host);
    // Wakes the pane when what is allowed changes without the contact changing.
    new RulesController(host);
  }

  /** Not earlier: the controllers follow a changed id only now. */
  override look(): void {
    const before = this.#view;
    const {stream} = this.#contact;
    this.#view = stream && viewEmail(stream.snapshot(), this.#contact.value, (ask) => stream.permit(ask));
    if (this.#view?.interactionId === before?.interactionId) this.#tell(before?.thread, this.#view?.thread);
    else this.#isAsking = false;
    this.#composing.follow(before, this.#view);
  }

  override render(): TemplateResult | undefined {
    const view = this.#view;
    if (!view) return undefined;
    const {locale, dir} = this.#language;
    return html`<div
      class="stack"
      part="pane"
      lang=${locale}
      dir=${dir}
      role="region"
      aria-label=${this.#language.t('pane')}
    >
      ${keyed(
        view.interactionId,
        html`${original(view, this.#scene(view))}
        ${view.compose ? composer(view, this.#composing.scene(view), {late: this.#late, keyed: this.#keyed}) : nothing}`,
      )}
    </div>`;
  }

  override shown(): void {
    this.#composing.shown();
  }

  #scene(view: EmailView): ReadingScene {
    const key = `end ${view.interactionId}`;
    return {
      language: this.#language,
      reading: this.#reading,
      isAsking: this.#isAsking && view.end !== undefined,
      end: this.#commands.state(key),
      act: (act) => {
        this.#act(act, view);
      },
      endAnyway: () => {
        this.#ask(false);
        this.#end(view);
      },
      keepWriting: () => {
        this.#ask(false);
        this.#composing.focus();
      },
      retryEnd: () => {
        this.#commands.retry(key);
      },
      dismissEnd: () => {
        this.#commands.dismiss(key);
      },
    };
  }

  #act(act: ContactAct, view: EmailView): void {
    const {interactionId} = view;
    if (act === 'transfer') this.host.dispatchEvent(new TransferOpenEvent({interactionId}));
    else if (this.#composing.hasDraft(view)) this.#ask(true);
    else this.#end(view);
  }

  #ask(isAsking: boolean): void {
    this.#isAsking = isAsking;
    this.host.requestUpdate();
    if (!isAsking) return;
    void this.host.updateComplete.then(() => {
      this.#find('.keep')?.focus();
    });
  }

  #end({interactionId}: EmailView): void {
    this.#commands.run(`end ${interactionId}`, {
      command: {type: 'interaction.end', interactionId},
      request: () => new MailEndRequestEvent({interactionId}),
      done: () => new MailEndDoneEvent({interactionId}),
    });
  }

  #goToOriginal(): void {
    const subject = this.#find('#subject');
    subject?.scrollIntoView({block: 'nearest'});
    subject?.focus();
  }

  #find(selector: string): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(selector);
  }

  /** That a reply left, or did not, is said: nothing changes where the focus is. */
  #tell(before: readonly Mail[] | undefined, now: readonly Mail[] | undefined): void {
    const last = now?.findLast(({direction}) => direction === 'out');
    const delivery = last?.delivery;
    if (delivery === undefined || delivery === 'sending') return;
    if (before?.find(({id}) => id === last?.id)?.delivery === delivery) return;
    announce(this.host, this.#reading.language.t(delivery), delivery === 'failed' ? 'assertive' : 'polite');
  }

  /** Before the text has it: Ctrl or Command with Enter sends. */
  readonly #keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    if (isComposingKey(event) || event.repeat) return;
    event.preventDefault();
    event.stopPropagation();
    this.#composing.send(false);
  };
}

import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {InteractionId, Mail, Refusal} from '@deskwire/domain';
import {
  blockedBar,
  buttonStyles,
  chipStyles,
  collapseIcon,
  consumeContext,
  DeskwireElement,
  expandIcon,
  failedDownload,
  focusStyles,
  infoIcon,
  LanguageController,
  MAIL_DATE,
  mailContent,
  mailDelivery,
  mailPartsStyles,
  MailReading,
  mailRecipients,
  messageFilesStyles,
  noteStyles,
  spinnerStyles,
  stateStyles,
  streamContext,
  surfaceStyles,
  warningIcon,
} from '@deskwire/kit';

import {correspondenceWords} from './correspondence.messages.js';
import {refusalText} from './list.template.js';

import {correspondenceStyles} from './correspondence.styles.js';

/** So many of the newest mails are unfolded at first; each of them may be a page of its own. */
const UNFOLDED = 5;
const PREVIEW = 90;

/** How the reading of a correspondence is doing. */
export interface CorrespondenceState {
  readonly hasEarlier: boolean;
  readonly isLoadingEarlier: boolean;
  readonly earlierRefusal?: Refusal;
}

/** The beginning of what was written, without what it quotes. */
const previewOf = ({text, quoteAt}: Mail): string =>
  text
    .slice(0, Math.min(quoteAt ?? text.length, 4 * PREVIEW))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, PREVIEW);

/**
 * The mails of a past contact, oldest first, as they were written: HTML in its frame, with their files. The newest are
 * unfolded. Internal to the history.
 *
 * @element dw-history-correspondence
 * @fires {CustomEvent} dw-history-earlier - Earlier mails are wanted; does not bubble.
 */
export class HistoryCorrespondenceElement extends DeskwireElement {
  static override styles = [
    surfaceStyles,
    buttonStyles,
    chipStyles,
    stateStyles,
    noteStyles,
    spinnerStyles,
    messageFilesStyles,
    focusStyles,
    mailPartsStyles,
    correspondenceStyles,
  ];

  /** The past contact. */
  @property({attribute: false}) interactionId: InteractionId = '';
  /** Asked for as one of this contact's customer. */
  @property({attribute: false}) customerOf: InteractionId | undefined;
  /** Oldest first. */
  @property({attribute: false}) mails: readonly Mail[] = [];
  /** Whether there is more of it, and how that is doing. */
  @property({attribute: false}) state: CorrespondenceState = {hasEarlier: false, isLoadingEarlier: false};

  readonly #language = new LanguageController(this, correspondenceWords);
  readonly #reading = new MailReading(this, consumeContext(this, streamContext));
  #unfolded: ReadonlySet<string> = new Set();

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#reading.customerOf = this.customerOf;
    // Those that came later were asked for one page at a time, and are folded.
    if (changed.has('interactionId')) this.#unfolded = new Set(this.mails.slice(-UNFOLDED).map(({id}) => id));
  }

  protected override render(): TemplateResult {
    const {locale, dir, t} = this.#words();
    return html`<div class="mails" lang=${locale} dir=${dir}>
      ${this.mails.length === 0 ? html`<p class="empty">${t('none')}</p>` : nothing} ${this.#earlier()}
      ${repeat(
        this.mails,
        ({id}) => id,
        (mail) => this.#mail(mail),
      )}
      ${failedDownload(this.#reading, refusalText)}
    </div>`;
  }

  #words() {
    const {locale, dir} = this.#language;
    return {locale, dir, t: this.#language.t.bind(this.#language)};
  }

  #earlier(): unknown {
    const {hasEarlier, isLoadingEarlier, earlierRefusal: refusal} = this.state;
    if (!hasEarlier) return nothing;
    const {t, locale} = this.#words();
    return html`<div class="earlier">
      ${
        refusal
          ? html`<p class="meta" role="alert">${t('earlierFailed')} ${refusalText(locale, refusal)}</p>`
          : nothing
      }
      <dw-button small variant="ghost" .pending=${isLoadingEarlier} @click=${this.#handleEarlier}
        >${t('earlier')}</dw-button
      >
    </div>`;
  }

  /** Unfolded is what `isOpen` says of those that were not at first, and the other way round. */
  #isOpen({id}: Mail): boolean {
    return this.#unfolded.has(id) !== this.#reading.isOpen(`mail ${id}`);
  }

  #mail(mail: Mail): TemplateResult {
    const {id, from, at, direction, delivery} = mail;
    const isOpen = this.#isOpen(mail);
    const isFailed = delivery === 'failed' ? 'danger' : '';
    return html`<article class="mail ${direction === 'out' ? 'ours' : ''} ${isFailed}">
      <h3>
        <button
          type="button"
          class="unfold"
          aria-expanded=${isOpen}
          @click=${() => {
            this.#reading.toggle(`mail ${id}`);
          }}
        >
          ${isOpen ? collapseIcon : expandIcon}
          <b class="who cut"><bdi>${from.name ?? from.address}</bdi></b>
          ${this.#beside(mail, isOpen)} ${mailDelivery(mail, this.#reading)}
          <span class="meta num">${this.#language.time(at, MAIL_DATE)}</span>
        </button>
      </h3>
      ${isOpen ? this.#unfoldedMail(mail) : nothing}
    </article>`;
  }

  #beside(mail: Mail, isOpen: boolean): TemplateResult {
    const {name, address} = mail.from;
    if (!isOpen) return html`<span class="meta cut grow">${previewOf(mail)}</span>`;
    return html`<span class="meta cut grow">${name ? html`<bdi>${address}</bdi>` : nothing}</span>`;
  }

  #unfoldedMail(mail: Mail): TemplateResult {
    const {t} = this.#words();
    const isEmpty = mail.text.trim() === '' && !mail.html?.trim();
    return html`<div class="unfolded">
      ${mailRecipients(mail, this.#reading)} ${this.#notice(mail)} ${blockedBar(mail, this.#reading)}
      ${isEmpty ? html`<p class="meta">${t('emptyBody')}</p>` : nothing}
      ${mailContent(this.interactionId, mail, this.#reading)}
    </div>`;
  }

  #notice({notice, delivery}: Mail): unknown {
    const word = delivery === 'failed' ? 'notSent' : notice;
    if (!word) return nothing;
    const isBad = word !== 'auto-reply';
    return html`<div class="note ${isBad ? 'danger' : 'idle'} bar">
      ${isBad ? warningIcon : infoIcon}
      <div class="grow">${this.#language.t(word)}</div>
    </div>`;
  }

  readonly #handleEarlier = (): void => {
    this.dispatchEvent(new CustomEvent('dw-history-earlier'));
  };
}

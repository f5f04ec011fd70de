import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {InteractionId, Mail, Refusal} from '@deskwire/domain';
import {
  buttonStyles,
  chipStyles,
  consumeContext,
  DeskwireElement,
  failedDownload,
  focusStyles,
  LanguageController,
  mailKey,
  mailList,
  mailListStyles,
  mailPartsStyles,
  MailReading,
  messageFilesStyles,
  noteStyles,
  spinnerStyles,
  stateStyles,
  streamContext,
  surfaceStyles,
} from '@deskwire/kit';

import {correspondenceWords} from './correspondence.messages.js';
import {refusalText} from './list.template.js';

import {correspondenceStyles} from './correspondence.styles.js';

/** So many of the newest mails are unfolded at first; each of them may be a page of its own. */
const UNFOLDED = 5;

/** How the reading of a correspondence is doing. */
export interface CorrespondenceState {
  readonly hasEarlier: boolean;
  readonly isLoadingEarlier: boolean;
  readonly earlierRefusal?: Refusal;
}

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
    mailListStyles,
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
    const {interactionId, mails} = this;
    const scene = {interactionId, reading: this.#reading, isOpen: this.#isOpen};
    return html`<div lang=${locale} dir=${dir}>
      ${this.#earlier()}
      ${mails.length > 0 ? mailList(mails, scene) : html`<p class="empty">${t('none')}</p>`}
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
  readonly #isOpen = (mail: Mail): boolean =>
    this.#unfolded.has(mail.id) !== this.#reading.isOpen(mailKey(mail));

  readonly #handleEarlier = (): void => {
    this.dispatchEvent(new CustomEvent('dw-history-earlier'));
  };
}

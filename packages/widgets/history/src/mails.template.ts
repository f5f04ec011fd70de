import {html, nothing, type TemplateResult} from 'lit';
import {fileIcon, moreIcon, richText, sentIcon, sizeText, warningIcon, type refusalText} from '@deskwire/kit';
import type {Mail, Mailbox, Refusal} from '@deskwire/domain';

import {FULL_DATE, type ContentLanguage} from './facts.template.js';
import {splitQuote} from './quote.js';

/** How the reading of a correspondence is doing. */
export interface MailsState {
  readonly hasEarlier: boolean;
  readonly isLoadingEarlier: boolean;
  readonly earlierRefusal?: Refusal;
}

/** What mails are rendered with. */
export interface MailsScene {
  readonly language: ContentLanguage;
  /** The agent who reads. */
  readonly ownId: string | undefined;
  readonly explain: typeof refusalText;
  /** The mails of which the previous thread is shown. */
  readonly unfolded: ReadonlySet<string>;
  readonly fold: (id: string) => void;
  readonly earlier: () => void;
}

const addressText = ({name, address}: Mailbox): string => (name ? `${name} <${address}>` : address);

const addresses = (mailboxes: readonly Mailbox[]): unknown =>
  mailboxes.map((one, index) => html`${index ? ', ' : ''}<bdi>${addressText(one)}</bdi>`);

/** The bytes of a file cannot be asked for, so its name is no link, and the mail says so. */
const files = ({attachments}: Mail, {language}: MailsScene): unknown =>
  attachments.length
    ? html`<ul class="files" aria-label=${language.t('files')}>
          ${attachments.map(
            ({name, size}) =>
              html`<li class="chip plain">
                ${fileIcon}<span class="cut"><bdi>${name}</bdi></span
                ><span class="meta num">${sizeText(language.locale, size)}</span>
              </li>`,
          )}
        </ul>
        <p class="meta">${language.t('filesHint')}</p>`
    : nothing;

const quote = (mail: Mail, text: string, {language, unfolded, fold}: MailsScene): unknown => {
  if (text === '') return nothing;
  const isOpen = unfolded.has(mail.id);
  return html`<button
      type="button"
      class="btn small ghost fold"
      aria-expanded=${isOpen ? 'true' : 'false'}
      @click=${() => {
        fold(mail.id);
      }}
    >
      ${moreIcon}${language.t(isOpen ? 'hideThread' : 'showThread')}
    </button>
    ${isOpen ? html`<div class="body quote" dir="auto">${richText(text)}</div>` : nothing}`;
};

const body = (mail: Mail, scene: MailsScene): TemplateResult => {
  const {language} = scene;
  if (mail.text.trim() === '') {
    return html`<p class="body muted">${language.t(mail.html?.trim() ? 'htmlOnly' : 'emptyBody')}</p>`;
  }
  const split = splitQuote(mail.text);
  return html`<div class="body" dir="auto">${richText(split.text)}</div>
    ${quote(mail, split.quote, scene)}
    ${mail.truncated ? html`<p class="meta">${language.t('cut')}</p>` : nothing}`;
};

const delivery = ({delivery: where}: Mail, {language}: MailsScene): unknown => {
  if (!where) return nothing;
  if (where === 'failed') {
    return html`<p class="delivery danger hue">${warningIcon}${language.t('notSent')}</p>`;
  }
  return html`<p class="delivery">${where === 'sent' ? sentIcon : nothing}${language.t(where)}</p>`;
};

const mailTemplate = (mail: Mail, scene: MailsScene): TemplateResult => {
  const {language} = scene;
  const {from, to, cc, at, direction} = mail;
  return html`<article class="mail ${direction === 'out' ? 'ours' : ''}">
    <p class="by">
      <b><bdi>${from.name ?? from.address}</bdi></b>
      ${from.name ? html`<span class="meta cut"><bdi>${from.address}</bdi></span>` : nothing}
      <span class="meta num when">${language.time(at, FULL_DATE)}</span>
    </p>
    <p class="meta">${language.t('to')} ${addresses(to)}</p>
    ${cc.length ? html`<p class="meta">${language.t('cc')} ${addresses(cc)}</p>` : nothing}
    ${body(mail, scene)} ${files(mail, scene)} ${delivery(mail, scene)}
  </article>`;
};

const earlier = (state: MailsState, scene: MailsScene): unknown => {
  const {language} = scene;
  if (!state.hasEarlier) return nothing;
  return html`<div class="earlier">
    ${
      state.earlierRefusal
        ? html`<p class="meta" role="alert">
            ${language.t('earlierFailed')} ${scene.explain(language.locale, state.earlierRefusal)}
          </p>`
        : nothing
    }
    <dw-button small variant="ghost" .pending=${state.isLoadingEarlier} @click=${scene.earlier}
      >${language.t('earlierMails')}</dw-button
    >
  </div>`;
};

/** A correspondence, oldest first. */
export const mailsTemplate = (
  mails: readonly Mail[],
  state: MailsState,
  scene: MailsScene,
): TemplateResult =>
  mails.length === 0
    ? html`<p class="empty">${scene.language.t('noMails')}</p>`
    : html`<div class="mails">
        ${earlier(state, scene)} ${mails.map((mail) => mailTemplate(mail, scene))}
      </div>`;

import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {InteractionId, Mail} from '@deskwire/domain';

import {collapseIcon, expandIcon, infoIcon, sentIcon, waitingIcon, warningIcon, type Icon} from '../icons.js';

import {blockedBar} from './blocked-bar.template.js';
import {MAIL_DATE, mailContent, mailRecipients} from './mail-parts.template.js';
import type {MailReading} from './mail-reading.js';

const PREVIEW = 90;

/** Whose mails they are, and how they are read. */
export interface MailListScene {
  readonly interactionId: InteractionId;
  readonly reading: MailReading;
  /** Whether a mail is unfolded, where not all are folded at first; its line toggles `mailKey`. */
  readonly isOpen?: (mail: Mail) => boolean;
}

/** What `MailReading.isOpen` knows a mail of a list by. */
export const mailKey = ({id}: Mail): string => `mail ${id}`;

/** The beginning of what was written, without what it quotes. */
const previewOf = ({text, quoteAt}: Mail): string =>
  text
    .slice(0, Math.min(quoteAt ?? text.length, 4 * PREVIEW))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, PREVIEW);

const beside = (mail: Mail, isOpen: boolean): unknown => {
  if (!isOpen) return previewOf(mail);
  const {name, address} = mail.from;
  return name ? html`<bdi>${address}</bdi>` : nothing;
};

/** That nobody wrote a mail, or that it, or one of ours, did not arrive. `role` where it comes up by itself. */
export const mailNotice = (
  {notice, delivery}: Mail,
  {language}: MailReading,
  role: 'status' | typeof nothing = nothing,
): unknown => {
  const word = delivery === 'failed' ? 'notDelivered' : notice;
  if (!word) return nothing;
  const isBad = word !== 'auto-reply';
  return html`<div class="note ${isBad ? 'danger' : 'idle'} bar" role=${role}>
    ${isBad ? warningIcon : infoIcon}
    <div class="grow">${language.t(word)}</div>
  </div>`;
};

const looks: Readonly<Record<NonNullable<Mail['delivery']>, Icon>> = {
  sending: waitingIcon,
  sent: sentIcon,
  failed: warningIcon,
};

/** Where a mail of ours stands: icon and word. */
const deliveryOf = ({delivery: state}: Mail, {language}: MailReading): unknown =>
  state
    ? html`<span class="delivery small ${state === 'failed' ? 'danger' : ''}"
        >${looks[state]}${language.t(state)}</span
      >`
    : nothing;

const unfolded = (mail: Mail, {interactionId, reading}: MailListScene): TemplateResult => {
  const isEmpty = mail.text.trim() === '' && !mail.html?.trim();
  return html`<div class="unfolded">
    ${mailRecipients(mail, reading)} ${mailNotice(mail, reading)} ${blockedBar(mail, reading)}
    ${isEmpty ? html`<p class="meta">${reading.language.t('emptyBody')}</p>` : nothing}
    ${mailContent(interactionId, mail, reading)}
  </div>`;
};

const entry = (mail: Mail, scene: MailListScene): TemplateResult => {
  const {reading} = scene;
  const isOpen = scene.isOpen?.(mail) ?? reading.isOpen(mailKey(mail));
  return html`<li class="mail ${mail.direction === 'out' ? 'ours' : ''}">
    <h3>
      <button
        type="button"
        class="unfold"
        aria-expanded=${isOpen}
        @click=${() => {
          reading.toggle(mailKey(mail));
        }}
      >
        ${isOpen ? collapseIcon : expandIcon}
        <b class="who cut"><bdi>${mail.from.name ?? mail.from.address}</bdi></b>
        <span class="meta cut beside">${beside(mail, isOpen)}</span>
        ${deliveryOf(mail, reading)}
        <span class="meta num">${reading.language.time(mail.at, MAIL_DATE)}</span>
      </button>
    </h3>
    ${isOpen ? unfolded(mail, scene) : nothing}
  </li>`;
};

/** Mails in the order in which they came, each a line that unfolds it. Needs what `mailContent` needs, and `mailListStyles`. */
export const mailList = (mails: readonly Mail[], scene: MailListScene): TemplateResult =>
  html`<ol class="mails">
    ${repeat(
      mails,
      ({id}) => id,
      (mail) => entry(mail, scene),
    )}
  </ol>`;

import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {InteractionId, Mail} from '@deskwire/domain';
import {
  blockedBar,
  collapseIcon,
  expandIcon,
  MAIL_DATE,
  mailContent,
  mailDelivery,
  mailRecipients,
  moreIcon,
} from '@deskwire/kit';

import type {EmailView} from './email-composer.view.js';
import type {ReadingScene} from './scene.js';

const PREVIEW = 90;

/** The beginning of what was written, without what it quotes. */
const previewOf = ({text, quoteAt}: Mail): string =>
  text
    .slice(0, Math.min(quoteAt ?? text.length, 4 * PREVIEW))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, PREVIEW);

/** One mail of the thread: a line that unfolds it. */
const entry = (interactionId: InteractionId, mail: Mail, scene: ReadingScene): TemplateResult => {
  const {language, reading} = scene;
  const key = `mail ${mail.id}`;
  const isOpen = reading.isOpen(key);
  return html`<li class="entry ${mail.direction === 'out' ? 'mine' : ''}">
    <h3>
      <button
        type="button"
        class="unfold"
        aria-expanded=${isOpen}
        @click=${() => {
          reading.toggle(key);
        }}
      >
        ${isOpen ? collapseIcon : expandIcon}
        <span class="who"><bdi>${mail.from.name ?? mail.from.address}</bdi></span>
        ${isOpen ? html`<span class="grow"></span>` : html`<span class="meta cut grow">${previewOf(mail)}</span>`}
        ${mailDelivery(mail, reading)}
        <span class="meta num">${language.time(mail.at, MAIL_DATE)}</span>
      </button>
    </h3>
    ${
      isOpen
        ? html`<div class="unfolded">
            ${mailRecipients(mail, reading)} ${blockedBar(mail, reading)}
            ${mailContent(interactionId, mail, reading)}
          </div>`
        : nothing
    }
  </li>`;
};

const entries = (id: InteractionId, mails: readonly Mail[], scene: ReadingScene): TemplateResult =>
  html`<ol class="entries">
    ${repeat(
      mails,
      (mail) => mail.id,
      (mail) => entry(id, mail, scene),
    )}
  </ol>`;

/** What came after the mail: our answers, and what machines said about them. */
export const laterMails = ({interactionId, later}: EmailView, scene: ReadingScene): unknown =>
  later.length > 0 ? entries(interactionId, later, scene) : nothing;

/** The earlier mails, folded behind three dots. */
export const previousThread = ({interactionId, earlier}: EmailView, scene: ReadingScene): unknown => {
  if (earlier.length === 0) return nothing;
  const {language, reading} = scene;
  const key = `thread ${interactionId}`;
  const isOpen = reading.isOpen(key);
  return html`<footer class="foot thread">
      <dw-button
        small
        variant="ghost"
        .expanded=${isOpen}
        @click=${() => {
          reading.toggle(key);
        }}
        >${moreIcon}<span>${language.t(isOpen ? 'hideThread' : 'showThread')}</span></dw-button
      >
      <span class="grow"></span>
      <span class="meta">${language.t('earlier', {count: earlier.length})}</span>
    </footer>
    ${isOpen ? entries(interactionId, earlier, scene) : nothing}`;
};

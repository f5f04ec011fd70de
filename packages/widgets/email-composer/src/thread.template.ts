import {html, nothing} from 'lit';
import {mailList, moreIcon} from '@deskwire/kit';

import type {EmailView} from './email-composer.view.js';
import type {ReadingScene} from './scene.js';

/** What came after the mail: our answers, and what machines said about them. */
export const laterMails = ({interactionId, later}: EmailView, {reading}: ReadingScene): unknown =>
  later.length > 0 ? mailList(later, {interactionId, reading}) : nothing;

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
    ${isOpen ? mailList(earlier, {interactionId, reading}) : nothing}`;
};

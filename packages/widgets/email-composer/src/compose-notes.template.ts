import {html, nothing, type TemplateResult} from 'lit';
import {cardIcon, infoIcon, trouble, warningIcon} from '@deskwire/kit';

import type {CardFound} from './card-watch.js';
import type {ComposeScene} from './compose-scene.js';
import type {ComposeView, EmailView} from './email-composer.view.js';
import {failureReason} from './failure-reason.js';
import type {Obstacle} from './outgoing.js';
import {refusalText} from './refusal-text.js';

/** That the last answer did not leave, and why, in words; the server's own stand beside them for whoever mends things. */
export const failedStrip = ({failed}: EmailView, {language}: ComposeScene): unknown => {
  if (!failed) return nothing;
  const reason = language.t(`why_${failureReason(failed.failure ?? '')}`);
  return html`<div class="note danger bar failed" role="alert">
    ${warningIcon}
    <div class="grow">
      ${language.t('failed', {reason})}
      ${failed.failure ? html`<span class="meta server" dir="ltr">${failed.failure}</span>` : nothing}
    </div>
  </div>`;
};

const cardWords = ({places, fate}: CardFound, {language}: ComposeScene): TemplateResult => {
  const named = places.map((place) => language.t(place)).join(', ');
  return html`<b>${language.t('cardIn', {places: named, count: places.length})}</b> ${language.t(
      fate === 'refused' ? 'cardRefused' : 'cardRemoved',
    )}`;
};

/** Directly above Send (MAIL-8). */
export const cardWarning = (view: EmailView, compose: ComposeView, scene: ComposeScene): TemplateResult => {
  const {composer, language, showCard} = scene;
  const found = composer.found(view, compose);
  return html`<div role="status" class="cards">
    ${
      found
        ? html`<div class="note danger bar">
            ${cardIcon}
            <div class="grow">${cardWords(found, scene)}</div>
            ${
              found.places.includes('inBody')
                ? html`<dw-button small @click=${showCard}><span>${language.t('show')}</span></dw-button>`
                : nothing
            }
          </div>`
        : nothing
    }
  </div>`;
};

const obstacleText = (obstacle: Obstacle, {language}: ComposeScene): string =>
  obstacle.why === 'blanks'
    ? language.t('blanks', {places: obstacle.places.join(', '), count: obstacle.places.length})
    : language.t(obstacle.why);

const link = (text: string, act: () => void): TemplateResult =>
  html`<button type="button" class="btn link" @click=${act}>${text}</button>`;

/** Why a mail was not sent that was to be. */
export const obstacleNote = (view: EmailView, scene: ComposeScene): TemplateResult => {
  const {composer, language, edit, send} = scene;
  const obstacle = composer.obstacle(view);
  return html`<div role="alert" class="obstacle">
    ${
      obstacle
        ? html`<div class="note hold bar">
            ${warningIcon}<span class="grow"
              >${obstacleText(obstacle, scene)}
              ${
                obstacle.why === 'blanks'
                  ? html`<span class="acts"
                      >${link(language.t('sendAnyway'), () => {
                        send(true);
                      })}${link(language.t('edit'), edit)}</span
                    >`
                  : nothing
              }</span
            >
          </div>`
        : nothing
    }
  </div>`;
};

/** That the backend, or the way to it, said no. */
export const sendTrouble = ({language, sending, retrySend, dismissSend}: ComposeScene): unknown => {
  const {refusal} = sending;
  if (!refusal) return nothing;
  return trouble(
    {
      text: language.t('notSent', {reason: refusalText(language.locale, refusal)}),
      retry: refusal.kind === 'transport' ? retrySend : undefined,
      dismiss: dismissSend,
    },
    language,
  );
};

/** Files that were attached before the page was loaded anew. */
export const lostFiles = (view: EmailView, {composer, language}: ComposeScene): unknown => {
  const names = composer.lost(view);
  return names.length > 0
    ? html`<div class="note idle bar" role="status">
        ${infoIcon}<span class="grow"
          >${language.t('lostFiles', {names: names.join(', '), count: names.length})}</span
        >
        ${link(language.t('dismiss'), () => {
          composer.forgetLost(view);
        })}
      </div>`
    : nothing;
};

const TIME: Intl.DateTimeFormatOptions = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'};

/** That what was written is kept, since when; and honestly so. */
export const saved = (view: EmailView, {composer, language}: ComposeScene): string | undefined => {
  const draft = composer.drafts.read(view.interactionId, composer.mode(view));
  if (!draft) return undefined;
  const isKept = composer.drafts.isKept(view.interactionId, composer.mode(view));
  return isKept ? language.t('saved', {time: language.time(draft.at, TIME)}) : language.t('unsaved');
};

import {html, type TemplateResult} from 'lit';

import type {LanguageController} from '../controllers/language-controller.js';
import {warningIcon} from '../icons.js';

import type {lateWords} from './late.messages.js';

/** What stands in the place of a part that is not there yet, or could not be had: with `lateWords` and `lateStyles`. */
export const lateNotice = (
  words: LanguageController<(typeof lateWords)['en']>,
  isMissing: boolean,
  again: () => void,
): TemplateResult => {
  const {locale, dir} = words;
  return isMissing
    ? html`<div class="late failed" role="alert" lang=${locale} dir=${dir}>
        ${warningIcon}<span>${words.t('notLoaded')}</span>
        <button type="button" @click=${again}>${words.t('retry')}</button>
      </div>`
    : html`<div class="late" role="status" lang=${locale} dir=${dir}>
        <span class="muted">${words.t('loading')}</span>
      </div>`;
};

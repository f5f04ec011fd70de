import {html, nothing, type TemplateResult} from 'lit';
import type {Mail} from '@deskwire/domain';

import {blockedIcon, showIcon} from '../icons.js';

import type {MailReading} from './mail-reading.js';

const button = (text: string, act: () => void, variant = 'default'): TemplateResult =>
  html`<dw-button small .variant=${variant} @click=${act}><span>${text}</span></dw-button>`;

/** What is not fetched because its sender would know, and what can be done about it (MAIL-1). */
export const blockedBar = (mail: Mail, reading: MailReading): unknown => {
  const {language} = reading;
  const remote = reading.remoteOf(mail);
  if (remote === 'always') {
    return html`<div class="note idle bar" role="status">
      ${showIcon}
      <div class="grow">${language.t('shown')}</div>
      ${button(language.t('stop'), () => void reading.stopShowing(mail), 'ghost')}
    </div>`;
  }
  const {blocked: count} = reading.stateOf(mail);
  if (remote === 'once' || count === 0) return nothing;
  return html`<div class="note idle bar" role="status">
    ${blockedIcon}
    <div class="grow">${language.t('blocked', {count})}</div>
    <span class="acts">
      ${button(language.t('always'), () => void reading.alwaysShow(mail), 'ghost')}
      ${button(language.t('showImages'), () => {
        reading.showImages(mail);
      })}
    </span>
  </div>`;
};

import {html, type TemplateResult} from 'lit';
import {callbackIcon, closeIcon, outdialText, phoneText} from '@deskwire/kit';

import type {CallFailure} from './call-failures.js';
import {callFailureWords} from './call-failure.messages.js';
import type {Words} from './request-texts.js';

/** Why, in the words of every call that came to nothing (OUT-8), and what becomes of the contact. */
const sentences = ({locale}: Words, {fact: {reason, code}}: CallFailure): readonly string[] => [
  outdialText(locale, {kind: 'failed', reason, ...(code !== undefined && {code})}),
  callFailureWords[locale].requeued,
];

/** All of it in one text, for assistive technology. */
export const callFailureText = (words: Words, failure: CallFailure): string =>
  [`${words.t('callback')}.`, ...sentences(words, failure)].join(' ');

/** A customer who could not be called back: why, and what becomes of them. */
export const callFailure = (words: Words, failure: CallFailure, dismiss: () => void): TemplateResult => {
  const number = failure.interaction?.customer.number;
  return html`<section
    class="top surface note hold handset"
    part="notice"
    aria-labelledby="failure-title"
    tabindex="-1"
  >
    ${callbackIcon}
    <div class="grow">
      <b id="failure-title">${words.t('callback')}</b>
      ${number ? html`<bdi class="num">${phoneText(number)}</bdi>` : ''}
      ${sentences(words, failure).map((text) => html`<span class="block">${text}</span>`)}
    </div>
    <button class="btn icon small ghost" type="button" aria-label=${words.t('dismiss')} @click=${dismiss}>
      ${closeIcon}
    </button>
  </section>`;
};

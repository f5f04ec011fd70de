import {html, type TemplateResult} from 'lit';
import {callRefusals, closeIcon, phoneText} from '@deskwire/kit';

import type {CallFailure} from './call-failure-controller.js';
import {callFailureWords} from './call-failure.messages.js';
import {KIND_ICONS} from './request.icons.js';
import type {RequestKind} from './request-kind.js';
import type {Words} from './request-texts.js';

const kindOf = ({interaction}: CallFailure): Exclude<RequestKind, 'incoming-call'> =>
  !interaction || interaction.origin === 'inbound' ? 'callback' : interaction.origin;

const LIMITS = {26: 'DW_CALL_LIMIT_DATA_CENTRE', 27: 'DW_CALL_LIMIT_TENANT'} as const;

/** Reasons 26 and 27 have the same words wherever they are met (OUT-8). */
const reasonText = ({locale}: Words, {fact: {reason, code}}: CallFailure): string =>
  (reason === 'limit' && code && callRefusals[locale][LIMITS[code]]) || callFailureWords[locale][reason];

/** Why, and what becomes of the contact. */
const sentences = (words: Words, failure: CallFailure): readonly string[] => [
  reasonText(words, failure),
  ...(kindOf(failure) === 'callback' ? [callFailureWords[words.locale].requeued] : []),
];

/** All of it in one text, for assistive technology. */
export const callFailureText = (words: Words, failure: CallFailure): string =>
  [`${words.t(kindOf(failure))}.`, ...sentences(words, failure)].join(' ');

/** A call to a customer that did not come about: what it was, why, and what becomes of it. */
export const callFailure = (words: Words, failure: CallFailure, dismiss: () => void): TemplateResult => {
  const kind = kindOf(failure);
  const number = failure.interaction?.customer.number;
  return html`<section
    class="top surface note hold handset"
    part="notice"
    aria-labelledby="failure-title"
    tabindex="-1"
  >
    ${KIND_ICONS[kind]}
    <div class="grow">
      <b id="failure-title">${words.t(kind)}</b>
      ${number ? html`<bdi class="num">${phoneText(number)}</bdi>` : ''}
      ${sentences(words, failure).map((text) => html`<span class="block">${text}</span>`)}
    </div>
    <button class="btn icon small ghost" type="button" aria-label=${words.t('dismiss')} @click=${dismiss}>
      ${closeIcon}
    </button>
  </section>`;
};

import {html, nothing, type TemplateResult} from 'lit';
import type {Mail} from '@deskwire/domain';

import type {LanguageController} from '../controllers/language-controller.js';
import {redactedText} from '../conversation/rich-text.js';

import {mailTextOf, type MailTextPart} from './mail-text.js';
import type {mailWords} from './mail.messages.js';

type Words = LanguageController<(typeof mailWords)['en']>;

const rich = ({text, redactions}: MailTextPart, words: Words): readonly unknown[] =>
  redactedText(text.trimEnd(), redactions, {
    card: words.t('cardRemoved'),
    attachment: words.t('attachmentRemoved'),
  });

/** The plain text of a mail, with what it quotes where that is wanted. */
export const mailTextTemplate = (mail: Mail, isQuoteShown: boolean, words: Words): TemplateResult => {
  const {own, quote} = mailTextOf(mail);
  return html`<div class="text" part="text" dir="auto">${rich(own, words)}</div>
    ${
      quote && isQuoteShown ? html`<div class="text quote" dir="auto">${rich(quote, words)}</div>` : nothing
    }`;
};

import {html, nothing, type TemplateResult} from 'lit';
import {
  callIcon,
  dialpadIcon,
  dialRefusalText,
  infoIcon,
  outdialText,
  phoneText,
  warningIcon,
  type DialEnd,
  type LanguageController,
} from '@deskwire/kit';
import type {Refusal} from '@deskwire/domain';

import type {Carded, NumberCardController} from './number-card.js';
import type {numberCardWords} from './number-card.messages.js';

/** The language controller of a number's card. */
export type CardLanguage = LanguageController<typeof numberCardWords.en>;

interface Scene {
  readonly language: CardLanguage;
  readonly card: NumberCardController;
}

const why = (refusal: Refusal | undefined, {language}: Scene): string =>
  refusal ? dialRefusalText(language.locale, refusal) : '';

const reasonLine = (text: string): unknown =>
  text ? html`<p class="why line tight small">${infoIcon}<span>${text}</span></p>` : nothing;

const failedLine = (end: DialEnd | undefined, {language}: Scene): unknown =>
  end
    ? html`<p class="why bad line tight small" role="alert">
        ${warningIcon}<span>${outdialText(language.locale, end.outcome)}</span>
      </p>`
    : nothing;

const callButton = (reason: string, {language, card}: Scene): TemplateResult =>
  html`<dw-button
    small
    variant="primary"
    .pending=${card.outdial.isPending}
    .reason=${reason}
    @click=${() => {
      card.call();
    }}
    >${callIcon}${language.t('call')}</dw-button
  >`;

const choices = ({hasNoPad}: Carded, scene: Scene): TemplateResult => {
  const {language, card} = scene;
  const blocked = why(card.blocked, scene);
  const reason = blocked || why(card.wrong, scene);
  return html`<div class="line">
      ${callButton(reason, scene)}
      ${
        card.canEdit
          ? html`<dw-button
              small
              .reason=${blocked}
              @click=${() => {
                void card.edit();
              }}
              >${dialpadIcon}${language.t('edit')}</dw-button
            >`
          : nothing
      }
    </div>
    ${reasonLine(reason)} ${reasonLine(hasNoPad ? language.t('padFailed') : '')}`;
};

const editor = ({number}: Carded, scene: Scene): TemplateResult => {
  const {language, card} = scene;
  const blocked = why(card.blocked, scene);
  return html`<dw-dialpad
      .value=${number}
      .check=${card.check}
      ?locked=${card.outdial.isPending}
      @dw-dialpad-submit=${() => {
        if (!card.blocked) card.call();
      }}
    ></dw-dialpad>
    <div class="line">
      <dw-button
        small
        @click=${() => {
          card.close();
        }}
        >${language.t('cancel')}</dw-button
      >
      ${callButton(blocked, scene)}
    </div>
    ${reasonLine(blocked)}`;
};

/** What can be done with a number. */
export const numberCard = (language: CardLanguage, card: NumberCardController): unknown => {
  const {carded} = card;
  if (!carded) return nothing;
  const scene = {language, card};
  const choosing = html`<p class="dialled num"><bdi>${phoneText(carded.number)}</bdi></p>
    ${choices(carded, scene)}`;
  return html`${carded.isEditing ? editor(carded, scene) : choosing} ${failedLine(card.outdial.end, scene)}`;
};

/** What became of a call, once its card is closed: it stays until it is seen. */
export const dialNote = (language: CardLanguage, card: NumberCardController): unknown => {
  const {end} = card.outdial;
  if (!end || card.carded) return nothing;
  return html`<div class="note bar danger" role="alert">
    ${warningIcon}
    <span class="grow"
      ><b><bdi class="num">${phoneText(end.request.number)}</bdi></b>
      ${outdialText(language.locale, end.outcome)}</span
    >
    <span class="line">
      <dw-button
        small
        .reason=${why(card.blocked, {language, card})}
        @click=${() => {
          void card.outdial.again();
        }}
        >${language.t('callAgain')}</dw-button
      >
      <dw-button
        small
        variant="ghost"
        @click=${() => {
          card.outdial.dismiss();
        }}
        >${language.t('dismiss')}</dw-button
      >
    </span>
  </div>`;
};

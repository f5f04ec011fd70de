import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {MESSAGE_MAX_LENGTH} from '@deskwire/domain';
import {chatIcon, refusalTextFrom, warningIcon, type EnterGuard} from '@deskwire/kit';

import type {VisitorLanguage} from './frame.template.js';
import {visitorReason} from './reason.js';
import {
  NAME_MAX_LENGTH,
  type VisitFault,
  type VisitFaults,
  type VisitField,
  type VisitValues,
} from './visit-form.js';
import type {FormView} from './visit.view.js';
import {visitorWords} from './visitor-chat.messages.js';

/** What the form needs beside the view. */
export interface FormScene {
  readonly language: VisitorLanguage;
  /** How the website is called; empty where the page does not say. */
  readonly site: string;
  readonly values: VisitValues;
  readonly faults: VisitFaults;
  /** The message seems to hold a card number. */
  readonly hasCard: boolean;
  /** Whether the host has said how a chat begins. */
  readonly canStart: boolean;
  readonly enter: EnterGuard;
  /** Stands at the end of the title. */
  readonly corner: unknown;
  write(field: VisitField, text: string): void;
  submit(): void;
  /** Submits again, from where the refusal stands. */
  retry(): void;
  goBack(): void;
}

/** A refusal of a chat that was asked for, in words for a visitor. */
const reasonText = /* @__PURE__ */ visitorReason(/* @__PURE__ */ refusalTextFrom(), (locale) => ({
  shut: visitorWords[locale].unavailable,
  replaced: visitorWords[locale].replaced,
}));

const faultText = (fault: VisitFault | undefined, {language}: FormScene): string => {
  if (!fault) return '';
  if (fault === 'nameTooLong') return language.t(fault, {max: NAME_MAX_LENGTH});
  return fault === 'messageTooLong' ? language.t(fault, {max: MESSAGE_MAX_LENGTH}) : language.t(fault);
};

const line = (field: 'name' | 'email', scene: FormScene): TemplateResult => {
  const {values, faults, enter} = scene;
  const why = faultText(faults[field], scene);
  return html`<div class="field">
    <label class="label" for=${field}>${scene.language.t(field)}</label>
    <div class="input ${why ? 'bad' : ''}">
      <input
        id=${field}
        name=${field}
        type=${field === 'email' ? 'email' : 'text'}
        dir=${field === 'email' ? 'ltr' : 'auto'}
        autocomplete=${field}
        aria-invalid=${why ? 'true' : nothing}
        aria-required=${field === 'name' ? 'true' : nothing}
        aria-describedby="${field}-why"
        .value=${live(values[field])}
        @input=${(event: Event) => {
          scene.write(field, (event.target as HTMLInputElement).value);
        }}
        @keydown=${(event: KeyboardEvent) => {
          if (!enter.isAct(event)) return;
          event.preventDefault();
          scene.submit();
        }}
        @keyup=${() => {
          enter.released();
        }}
        @compositionend=${(event: CompositionEvent) => {
          enter.composed(event);
        }}
      />
    </div>
    <p class="why" id="${field}-why" role="alert">${why}</p>
  </div>`;
};

const message = (scene: FormScene): TemplateResult => {
  const {language, values, faults} = scene;
  // The text area names itself: what is seen above it is not read twice.
  return html`<div class="field">
    <p class="label" aria-hidden="true">${language.t('message')}</p>
    <dw-text-area
      id="message"
      .rows=${4}
      .label=${language.t('message')}
      .max=${MESSAGE_MAX_LENGTH}
      .value=${values.message}
      .error=${faultText(faults.message, scene)}
      @input=${(event: Event) => {
        scene.write('message', (event.currentTarget as HTMLElementTagNameMap['dw-text-area']).value);
      }}
      @dw-submit=${scene.submit}
    ></dw-text-area>
    <div role="alert">
      ${
        scene.hasCard && !faults.message
          ? html`<p class="note hold">${warningIcon}<span class="grow">${language.t('card')}</span></p>`
          : nothing
      }
    </div>
  </div>`;
};

const failure = ({refusal, isStarting}: FormView, scene: FormScene): unknown => {
  const {language, faults} = scene;
  // A refusal that stands at its field is not said twice.
  const isAtField = Object.values(faults).some((fault) => fault === 'refused' || fault === 'messageCard');
  return html`<div role="alert">
    ${
      refusal && !isStarting && !isAtField
        ? html`<div class="note danger">
            ${warningIcon}
            <div class="grow">
              ${language.t('startFailed', {reason: reasonText(language.locale, refusal)})}
              <div class="acts">
                <button type="button" class="btn link" @click=${scene.retry}>${language.t('retry')}</button>
              </div>
            </div>
          </div>`
        : nothing
    }
  </div>`;
};

/** Who the visitor is and what it is about, before a chat begins. */
export const visitFormTemplate = (view: FormView, scene: FormScene): TemplateResult => {
  const {language, canStart, site} = scene;
  return html`<form
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      scene.submit();
    }}
  >
    <div class="fields">
      <div class="title">
        <span class="tile">${chatIcon}</span>
        <div class="grow">
          <h2>${site ? language.t('titleOf', {site}) : language.t('title')}</h2>
          <slot name="intro"><p class="muted">${language.t('intro')}</p></slot>
        </div>
        ${scene.corner}
      </div>
      ${line('name', scene)} ${line('email', scene)} ${message(scene)} ${failure(view, scene)}
    </div>
    <div class="foot">
      <div class="grow muted">
        ${canStart ? nothing : language.t('unavailable')}
        ${
          view.canReturn
            ? html`<dw-button class="back" variant="ghost" @click=${scene.goBack}
                >${language.t('back')}</dw-button
              >`
            : nothing
        }
      </div>
      <dw-button
        class="submit"
        type="submit"
        variant="primary"
        .pending=${view.isStarting}
        .reason=${canStart ? '' : language.t('unavailable')}
        ><span>${language.t('start')}</span></dw-button
      >
    </div>
  </form>`;
};

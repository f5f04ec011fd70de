import {html, nothing, type TemplateResult} from 'lit';
import type {Refusal} from '@deskwire/domain';
import {
  agentRefusals,
  closeIcon,
  connectionRefusals,
  contactRefusals,
  deskPhoneIcon,
  phoneText,
  refusalTextFrom,
  sentIcon,
  waitingIcon,
  warningIcon,
  wrapUpRefusals,
  type LanguageController,
  type SearchListChange,
} from '@deskwire/kit';

import type {wrapUpWords} from './wrap-up.messages.js';
import {shareLeft, type CountdownView, type WrapUpView} from './wrap-up.view.js';

const refusalText = refusalTextFrom(wrapUpRefusals, contactRefusals, agentRefusals, connectionRefusals);

/** What can be asked for in the dialog. */
export type WrapUpAct = 'submit' | 'extend';

/** What the templates need beside the view. */
export interface Scene {
  readonly language: LanguageController<typeof wrapUpWords.en>;
  readonly now: number;
  isPending(act: WrapUpAct): boolean;
  refusal(act: WrapUpAct): Refusal | undefined;
  act(act: WrapUpAct): void;
  retry(act: WrapUpAct): void;
  dismiss(act: WrapUpAct): void;
  choose(reasonIds: readonly string[]): void;
}

/** What is wrapped up, in words: `Chat with Hana Seo · Web support`. */
export const contextText = (
  {channel, customer, queue}: WrapUpView,
  {language}: Pick<Scene, 'language'>,
): string => {
  const contact = language.t(channel, {customer: phoneText(customer)});
  return queue === undefined ? contact : `${contact} · ${queue}`;
};

const head = ({since}: WrapUpView, {language}: Scene): TemplateResult =>
  html`<header class="head">
    <h2 id="title">${language.t('title')}</h2>
    <span class="elapsed muted num"
      >${language.t('elapsed')} <dw-timer .since=${since} .label=${language.t('elapsedLabel')}></dw-timer
    ></span>
  </header>`;

const context = (view: WrapUpView, scene: Scene): TemplateResult =>
  html`<div class="context muted">
    <p id="context"><bdi>${contextText(view, scene)}</bdi></p>
    ${view.waiting > 0 ? html`<p>${scene.language.t('waiting', {count: view.waiting})}</p>` : nothing}
  </div>`;

const chip = (id: string, view: WrapUpView, {language, choose}: Scene): unknown => {
  const reason = view.reasons.find((one) => one.id === id);
  if (!reason) return nothing;
  const label = language.label(reason.label);
  return html`<li class="chip">
    <span class="cut">${label}</span
    ><button
      type="button"
      aria-label=${language.t('remove', {reason: label})}
      @click=${() => {
        choose(view.chosen.filter((other) => other !== id));
      }}
    >
      ${closeIcon}
    </button>
  </li>`;
};

const chosen = (view: WrapUpView, scene: Scene): unknown =>
  view.multiple && view.chosen.length > 0
    ? html`<ul class="chosen" aria-label=${scene.language.t('chosenList')}>
        ${view.chosen.map((id) => chip(id, view, scene))}
      </ul>`
    : nothing;

const reasons = (view: WrapUpView, scene: Scene): TemplateResult => {
  const {language, choose} = scene;
  if (view.reasons.length === 0) return html`<p class="none muted">${language.t('noReasons')}</p>`;
  return html`<dw-search-list
    searchable
    ?multiple=${view.multiple}
    .items=${view.reasons.map(({id, label}) => ({value: id, text: language.label(label)}))}
    .selected=${view.chosen}
    .label=${language.t('reason')}
    .placeholder=${language.t('search')}
    .emptyText=${language.t('noMatch')}
    @dw-change=${({detail}: CustomEvent<SearchListChange>) => {
      choose(detail.selected);
    }}
    >${chosen(view, scene)}</dw-search-list
  >`;
};

/** That the handset must be hung up. */
export const handsetNote = ({language}: Pick<Scene, 'language'>): TemplateResult =>
  html`<p class="note bar hold" role="status">${deskPhoneIcon}<span>${language.t('offHook')}</span></p>`;

const submitsText = ({label}: CountdownView, {language}: Scene): string =>
  label === undefined
    ? language.t('submitsByItself')
    : language.t('submitsIn', {reason: language.label(label)});

const countdown = (view: WrapUpView, scene: Scene): unknown => {
  const {countdown} = view;
  if (!countdown) return nothing;
  const {language} = scene;
  const text = submitsText(countdown, scene);
  return html`<div class="countdown wrapup">
      ${waitingIcon}
      <p class="grow">${text} <dw-timer .until=${countdown.deadline} .label=${text}></dw-timer></p>
      ${
        countdown.cancellable
          ? html`<dw-button
              small
              .label=${language.t('cancelCountdown')}
              .pending=${scene.isPending('extend')}
              @click=${() => {
                scene.act('extend');
              }}
              >${language.t('cancel')}</dw-button
            >`
          : nothing
      }
    </div>
    <progress aria-hidden="true" max="1" .value=${shareLeft(countdown, scene.now)}></progress>`;
};

const failure = (act: WrapUpAct, scene: Scene): unknown => {
  const refusal = scene.refusal(act);
  if (!refusal) return nothing;
  const {language} = scene;
  return html`<div class="strip failure danger" role="alert">
    <span class="hue line">${warningIcon}</span>
    <span class="grow">${refusalText(language.locale, refusal)}</span>
    ${
      refusal.kind === 'transport'
        ? html`<dw-button
            small
            @click=${() => {
              scene.retry(act);
            }}
            >${language.t('retry')}</dw-button
          >`
        : nothing
    }
    <dw-button
      small
      variant="ghost"
      @click=${() => {
        scene.dismiss(act);
      }}
      >${language.t('dismiss')}</dw-button
    >
  </div>`;
};

/** Why nothing can be submitted now; empty where it can. */
const standsInTheWay = ({refusal, chosen}: WrapUpView, {language}: Scene): string => {
  if (refusal) return refusalText(language.locale, refusal);
  return chosen.length > 0
    ? ''
    : refusalText(language.locale, {code: 'DW_WRAPUP_REASON_REQUIRED', kind: 'input'});
};

const foot = (view: WrapUpView, scene: Scene): TemplateResult => {
  const {language} = scene;
  const reason = standsInTheWay(view, scene);
  return html`<footer class="foot">
    <span class="muted">${reason || language.t('chosen', {count: view.chosen.length})}</span>
    <dw-button
      class="submit"
      variant="primary"
      .reason=${reason}
      .pending=${scene.isPending('submit')}
      @click=${() => {
        scene.act('submit');
      }}
      >${sentIcon}<span>${language.t('submit')}</span></dw-button
    >
  </footer>`;
};

/** The whole dialog. */
export const dialog = (view: WrapUpView, isOffHook: boolean, scene: Scene): TemplateResult =>
  html`${head(view, scene)} ${context(view, scene)} ${reasons(view, scene)}
  ${isOffHook ? handsetNote(scene) : nothing} ${countdown(view, scene)} ${failure('extend', scene)}
  ${failure('submit', scene)} ${foot(view, scene)}`;

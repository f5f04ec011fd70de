import {html, nothing, type TemplateResult} from 'lit';
import type {Refusal} from '@deskwire/domain';
import {
  historyRefusals,
  nextTab,
  offlineIcon,
  refreshIcon,
  refusalTextFrom,
  warningIcon,
} from '@deskwire/kit';

import type {HistoryList} from './history-list.js';
import type {HistoryLanguage} from './history-text.js';
import {listRefusals} from './history.messages.js';
import type {NumberCards} from './number-cards.js';
import {HISTORY_TABS, type HistoryGap, type HistoryScope, type HistoryTab} from './history.view.js';

/** Why a history cannot be had, in words. */
export const refusalText = refusalTextFrom(listRefusals, historyRefusals);

/** What the list of a history is rendered with. */
export interface ListScene {
  readonly language: HistoryLanguage;
  readonly scope: HistoryScope;
  readonly tab: HistoryTab;
  readonly gap: HistoryGap | undefined;
  /** Absent: nobody's history is wanted. */
  readonly list: HistoryList | undefined;
  /** Of the tab. */
  readonly count: number;
  readonly isLive: boolean;
  readonly rows: () => unknown;
  readonly numbers: NumberCards;
  readonly choose: (tab: HistoryTab) => void;
  readonly refresh: () => void;
  readonly release: () => void;
  readonly more: () => void;
  readonly scrolled: () => void;
  readonly focused: (event: FocusEvent) => void;
  readonly keyed: (event: KeyboardEvent) => void;
  readonly left: (event: Event) => void;
  readonly pointed: (event: PointerEvent) => void;
}

const retryButton = ({language}: ListScene, retry: () => void): TemplateResult =>
  html`<dw-button small @click=${retry}>${language.t('retry')}</dw-button>`;

const arrived = (scene: ListScene): unknown => {
  const count = scene.list?.held.length ?? 0;
  const {language} = scene;
  if (count === 0) return nothing;
  return html`<button
    type="button"
    class="btn link arrived"
    aria-label=${language.t('arrivedHint', {count})}
    @click=${scene.release}
  >
    ${language.t('arrived', {count})}
  </button>`;
};

/** The title, what has arrived meanwhile, and a way to ask anew. */
export const headTemplate = (scene: ListScene): TemplateResult => {
  const {language, scope, list} = scene;
  return html`<header class="head">
    <h2 id="title" class="grow cut">${language.t(scope)}</h2>
    ${arrived(scene)}
    ${
      list
        ? html`<dw-button
            variant="ghost"
            icon
            small
            title=${language.t('refresh')}
            .label=${language.t('refresh')}
            .pending=${list.isBusy && !list.isLoadingMore}
            @click=${scene.refresh}
            >${list.isBusy && !list.isLoadingMore ? nothing : refreshIcon}</dw-button
          >`
        : nothing
    }
  </header>`;
};

const handleTabKey = (event: KeyboardEvent, {language, tab, choose}: ListScene): void => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const next = nextTab(event.key, HISTORY_TABS, tab, language.dir === 'rtl');
  if (!next) return;
  event.preventDefault();
  choose(next);
};

const tabs = (scene: ListScene): TemplateResult => {
  const {language, tab: current, choose} = scene;
  return html`<div
    class="tabs"
    part="tabs"
    role="tablist"
    aria-label=${language.t('tabs')}
    @keydown=${(event: KeyboardEvent) => {
      handleTabKey(event, scene);
    }}
  >
    ${HISTORY_TABS.map(
      (tab) =>
        html`<button
          type="button"
          class="tab"
          role="tab"
          id="tab-${tab}"
          aria-selected=${tab === current ? 'true' : 'false'}
          aria-controls="panel"
          tabindex=${tab === current ? 0 : -1}
          @click=${() => {
            choose(tab);
          }}
        >
          ${language.t(tab)}
        </button>`,
    )}
  </div>`;
};

const bar = (scene: ListScene, what: string, refusal: Refusal, retry: () => void): TemplateResult =>
  html`<div class="note bar danger" role="alert">
    ${warningIcon}
    <span class="grow"><b>${what}</b> ${refusalText(scene.language.locale, refusal)}</span>
    ${retryButton(scene, retry)}
  </div>`;

const waits = (text: string): TemplateResult =>
  html`<p class="absence waits" role="status"><span class="spin"></span><span>${text}</span></p>`;

const nothingThere = (title: string, hint: unknown = nothing): TemplateResult =>
  html`<p class="empty" role="status"><strong>${title}</strong>${hint}</p>`;

const empty = ({language, scope, tab}: ListScene): TemplateResult =>
  nothingThere(
    language.t(`none-${tab}`),
    scope === 'mine' && tab === 'all' ? language.t('noneHint') : nothing,
  );

const end = (scene: ListScene, list: HistoryList): unknown => {
  const {language} = scene;
  const refusal = list.moreRefusal;
  if (refusal) {
    return html`<div class="note bar danger" role="alert">
      ${warningIcon}
      <span class="grow"><b>${language.t('moreFailed')}</b> ${refusalText(language.locale, refusal)}</span>
      ${retryButton(scene, scene.more)}
    </div>`;
  }
  if (!list.hasMore) return nothing;
  return html`<div class="end">
    <dw-button small variant="ghost" .pending=${list.isLoadingMore} @click=${scene.more}
      >${language.t('more')}</dw-button
    >
  </div>`;
};

const rows = (scene: ListScene, list: HistoryList): TemplateResult =>
  html`<div
    class="list"
    part="list"
    @scroll=${scene.scrolled}
    @focusin=${scene.focused}
    @focusout=${scene.left}
    @keydown=${scene.keyed}
    @pointerover=${scene.pointed}
    @pointerout=${scene.pointed}
    @pointerleave=${scene.left}
  >
    <div
      role="grid"
      aria-labelledby="title"
      aria-rowcount=${list.hasMore ? -1 : scene.count}
      aria-busy=${list.isLoadingMore ? 'true' : nothing}
    >
      ${scene.rows()}
    </div>
    ${end(scene, list)}
  </div>`;

const listTemplate = (scene: ListScene, list: HistoryList): unknown => {
  const {language, count} = scene;
  if (list.phase === 'failed' && list.refusal)
    return bar(scene, language.t('failed'), list.refusal, scene.refresh);
  if (list.phase !== 'ready') return waits(language.t('loading'));
  if (count > 0) return rows(scene, list);
  // A tab of a customer's list is empty only when all of it has been seen.
  return list.hasMore && !list.moreRefusal && list.isLoadingMore
    ? waits(language.t('loading'))
    : html`${list.hasMore ? nothing : empty(scene)}${end(scene, list)}`;
};

const notes = (scene: ListScene, list: HistoryList): unknown => {
  const {language} = scene;
  if (!scene.isLive) {
    return html`<div class="note bar hold" role="status">
      ${offlineIcon}<span class="grow">${language.t('offline')}</span>
    </div>`;
  }
  return list.phase === 'ready' && list.refusal
    ? bar(scene, language.t('outdated'), list.refusal, scene.refresh)
    : nothing;
};

/** What became of a call from here, or why none can be made. */
const dialNote = ({language, numbers}: ListScene): unknown =>
  numbers.isMissing
    ? html`<div class="note bar danger" role="alert">
        ${warningIcon}<span class="grow">${language.t('cardFailed')}</span>
      </div>`
    : (numbers.card?.note ?? nothing);

/** Everything below the title. */
export const panelTemplate = (scene: ListScene): unknown => {
  const {language, gap, list, scope} = scene;
  if (gap === 'connecting') return waits(language.t('connecting'));
  if (gap) return nothingThere(language.t(`gap-${gap}`));
  if (!list) {
    return scope === 'customer'
      ? nothingThere(language.t('noCustomer'), language.t('noCustomerHint'))
      : waits(language.t('connecting'));
  }
  return html`${tabs(scene)}
    <div id="panel" class="panel" role="tabpanel" aria-labelledby="tab-${scene.tab}">
      ${notes(scene, list)} ${dialNote(scene)} ${listTemplate(scene, list)}
    </div>`;
};

import {html, nothing, type TemplateResult} from 'lit';
import type {Refusal} from '@deskwire/domain';
import {
  closeIcon,
  defineAniChooser,
  defineDialpad,
  defineDirectoryPicker,
  dialRefusalText,
  infoIcon,
  outdialIcon,
  outdialText,
  phoneText,
  tabsTemplate,
  warningIcon,
  type AniChange,
  type DialEnd,
  type DirectoryChange,
  type LanguageController,
  type TargetDialogBody,
  type targetDialogWords,
} from '@deskwire/kit';

import type {OutdialLanguage} from './outdial.messages.js';
import type {OutdialTab, OutdialView} from './outdial.view.js';

export {outdialText};

/** What the dialog is rendered with. */
export interface OutdialScene {
  readonly own: OutdialLanguage;
  /** The words that all dialogs share. */
  readonly shared: LanguageController<(typeof targetDialogWords)['en']>;
  readonly view: Extract<OutdialView, {kind: 'shown'}>;
  readonly tab: OutdialTab;
  /** The tabs that were shown since the dialog was opened: what is in them stays as it was left. */
  readonly visited: ReadonlySet<OutdialTab>;
  readonly ani: string | undefined;
  readonly isPending: boolean;
  /** What became of the last try, where it is not said at the number. */
  readonly refusal: Refusal | undefined;
  readonly check: (number: string) => Refusal | undefined;
  readonly show: (tab: OutdialTab) => void;
  readonly keyTab: (event: KeyboardEvent) => void;
  readonly changed: (event: CustomEvent<DirectoryChange>) => void;
  readonly typed: () => void;
  readonly choose: (event: CustomEvent<AniChange>) => void;
  readonly commit: () => void;
  readonly close: () => void;
  readonly retry: () => void;
  readonly dismiss: () => void;
}

/** Registers what the dialog is made of. */
export const defineOutdialParts = (): void => {
  defineDirectoryPicker();
  defineDialpad();
  defineAniChooser();
};

const tabList = ({own, view, tab, show, keyTab}: OutdialScene): TemplateResult | typeof nothing =>
  view.tabs.length < 2
    ? nothing
    : html`<div class="tabs" role="tablist" aria-label=${own.t('tabs')} @keydown=${keyTab}>
        ${tabsTemplate((one) => own.t(one), view.tabs, tab, show)}
      </div>`;

const CONTENT: Readonly<Record<OutdialTab, (scene: OutdialScene) => TemplateResult>> = {
  book: ({isPending, changed, commit}) =>
    html`<dw-directory-picker
      .command=${'outdial.call'}
      .locked=${isPending}
      @dw-change=${changed}
      @dw-commit=${commit}
    ></dw-directory-picker>`,
  pad: ({isPending, check, typed, commit}) =>
    html`<dw-dialpad
      .check=${check}
      .locked=${isPending}
      @dw-dialpad-change=${typed}
      @dw-dialpad-submit=${commit}
    ></dw-dialpad>`,
};

const panels = (scene: OutdialScene): readonly TemplateResult[] => {
  const {view, tab, visited} = scene;
  const isAlone = view.tabs.length < 2;
  return view.tabs.map(
    (one) =>
      html`<div
        id=${`panel-${one}`}
        class="pane ${one}"
        role=${isAlone ? nothing : 'tabpanel'}
        aria-labelledby=${isAlone ? nothing : `tab-${one}`}
        ?hidden=${one !== tab}
      >
        ${visited.has(one) ? CONTENT[one](scene) : nothing}
      </div>`,
  );
};

const aniChooser = ({view, ani, isPending, choose}: OutdialScene): TemplateResult | typeof nothing =>
  view.anis.length === 0
    ? nothing
    : html`<dw-ani-chooser
        .anis=${view.anis}
        .value=${ani}
        .fallback=${view.fallback}
        .locked=${isPending}
        @dw-ani-change=${choose}
      ></dw-ani-chooser>`;

const failure = ({shared, refusal, retry, dismiss}: OutdialScene): TemplateResult | typeof nothing => {
  if (!refusal) return nothing;
  const isTransport = refusal.kind === 'transport';
  return html`<div class="note danger failure">
    ${warningIcon}
    <span class="grow">
      ${outdialText(shared.locale, {kind: 'refused', refusal})}
      <span class="acts">
        <button type="button" class="btn link" @click=${isTransport ? retry : dismiss}>
          ${shared.t(isTransport ? 'retry' : 'dismiss')}
        </button>
      </span>
    </span>
  </div>`;
};

const foot = ({own, shared, view, isPending, close, commit}: OutdialScene, reason: string): TemplateResult =>
  html`<footer class="foot">
    <span id="consequence" class="grow muted">${own.t(view.station)}</span>
    <dw-button variant="ghost" .reason=${isPending ? shared.t('sending') : ''} @click=${close}
      >${shared.t('cancel')}</dw-button
    >
    <dw-button class="commit" variant="primary" .pending=${isPending} .reason=${reason} @click=${commit}
      >${outdialIcon}${own.t('action')}</dw-button
    >
  </footer>`;

/** What is in the dialog. What went wrong stands between the number and the button that was pressed. */
export const outdialBody = (scene: OutdialScene): TargetDialogBody => {
  const {shared, view, refusal} = scene;
  const reason = view.refusal ? dialRefusalText(shared.locale, view.refusal) : '';
  // What became of the call says it already.
  const isSaid = refusal?.code === view.refusal?.code;
  return html`${tabList(scene)} ${panels(scene)} ${aniChooser(scene)}
    <div role="alert">${failure(scene)}</div>
    ${reason && !isSaid ? html`<div class="strip">${infoIcon}<span class="grow">${reason}</span></div>` : nothing}
    ${foot(scene, reason)}`;
};

/** What the notice is rendered with. */
export interface NoticeScene {
  readonly own: OutdialLanguage;
  readonly end: DialEnd;
  /** Why it cannot be called again just now. */
  readonly refusal: Refusal | undefined;
  readonly again: () => void;
  readonly dismiss: () => void;
}

/** What became of a call that came to nothing: which number, why, and the way to try again. */
export const noticeBody = ({own, end, refusal, again, dismiss}: NoticeScene): TemplateResult => {
  const {request, outcome} = end;
  const reason = refusal ? dialRefusalText(own.locale, refusal) : '';
  const text = outdialText(own.locale, outcome);
  return html`${warningIcon}
    <div class="grow">
      <p id="notice-text" class="what">${text}</p>
      <p class="meta muted"><bdi dir="ltr" class="num">${phoneText(request.number)}</bdi></p>
      ${reason && reason !== text ? html`<p class="meta muted">${reason}</p>` : nothing}
      <div class="acts">
        <dw-button small .reason=${reason} @click=${again}>${outdialIcon}${own.t('callAgain')}</dw-button>
      </div>
    </div>
    <dw-button
      class="dismiss"
      variant="ghost"
      icon
      small
      title=${own.t('dismiss')}
      .label=${own.t('dismiss')}
      @click=${dismiss}
      >${closeIcon}</dw-button
    >`;
};

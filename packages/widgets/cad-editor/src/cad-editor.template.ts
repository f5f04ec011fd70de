import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {CAD_MAX_VARIABLES} from '@deskwire/domain';
import {infoIcon, offlineIcon, revertIcon, sentIcon, warningIcon} from '@deskwire/kit';

import type {CadView} from './cad-editor.view.js';
import {fieldTemplate} from './field.template.js';
import type {PaneScene} from './scene.js';
import {obstacleText, type CadLanguage} from './words.js';

/** The pane's head, with how much is in it. */
const head = (language: CadLanguage, shown: number): TemplateResult =>
  html`<header class="head">
    <h2 id="title" class="grow cut">${language.t('title')}</h2>
    ${shown === 0 ? nothing : html`<span class="meta">${language.t('variables', {count: shown})}</span>`}
  </header>`;

const strip = (hue: string, icon: TemplateResult, text: string, more: unknown = nothing): TemplateResult =>
  html`<div class="strip ${hue}">
    <span class="hue line">${icon}</span>
    <p class="grow">${text}</p>
    ${more}
  </div>`;

const fields = ({lines, layout}: CadView, scene: PaneScene): TemplateResult =>
  html`<div class="lines">
    ${repeat(
      lines,
      (line) => line.map(({name}) => name).join('\n'),
      (line) =>
        html`<div class="pair">
          ${repeat(
            line,
            ({name}) => name,
            (field) => fieldTemplate(field, layout.wide.has(field.name), scene),
          )}
        </div>`,
    )}
  </div>`;

const tooMany = ({hidden}: CadView, {language}: PaneScene): unknown =>
  hidden === 0
    ? nothing
    : strip('hold', warningIcon, language.t('tooMany', {count: hidden, max: CAD_MAX_VARIABLES}));

const obstacle = ({obstacle}: CadView, {language}: PaneScene): unknown =>
  obstacle ? strip('', infoIcon, obstacleText(language, obstacle)) : nothing;

const isOffline = ({connection}: PaneScene): boolean =>
  connection !== undefined && connection.state !== 'live' && connection.state !== 'connecting';

const offline = ({isEditable}: CadView, scene: PaneScene): unknown =>
  isEditable && isOffline(scene) ? strip('hold', offlineIcon, scene.language.t('offline')) : nothing;

/** Save tries to load it again. */
const loadFailed = ({language, isLoadFailed}: PaneScene): unknown =>
  isLoadFailed
    ? html`<div role="alert">${strip('danger', warningIcon, language.t('loadFailed'))}</div>`
    : nothing;

const statusText = ({edits, stuck}: CadView, {language, session, wrong}: PaneScene): string => {
  if (wrong > 0) return language.t('wrong', {count: wrong});
  if (edits > 0) return language.t('edits', {count: edits});
  if (stuck > 0) return language.t('stuckEdits', {count: stuck});
  const {savedAt} = session;
  return savedAt === undefined
    ? language.t('noEdits')
    : language.t('savedAt', {time: language.time(savedAt)});
};

const foot = (view: CadView, scene: PaneScene): unknown => {
  const {edits, stuck, isEditable} = view;
  if (!isEditable && stuck === 0) return nothing;
  const {language, isSaving} = scene;
  const nothingToDo = language.t('noEdits');
  return html`<footer class="foot">
    <span class="grow ${scene.wrong > 0 ? 'wrong' : 'muted'}">${statusText(view, scene)}</span>
    <dw-button
      class="revert"
      variant="ghost"
      .reason=${edits + stuck > 0 ? '' : nothingToDo}
      @click=${() => {
        scene.revert();
      }}
      >${revertIcon}<span>${language.t(isEditable ? 'revert' : 'discard')}</span></dw-button
    >
    ${
      isEditable
        ? html`<dw-button
            class="save"
            variant="primary"
            .pending=${isSaving}
            .reason=${edits > 0 ? '' : nothingToDo}
            @click=${() => {
              scene.save();
            }}
            >${sentIcon}<span>${language.t('save')}</span></dw-button
          >`
        : nothing
    }
  </footer>`;
};

/** The whole pane of one contact. */
export const pane = (view: CadView, scene: PaneScene): TemplateResult =>
  html`${head(scene.language, view.shown)} ${scene.editing?.staying(view, scene) ?? nothing}
  ${
    view.lines.length > 0
      ? fields(view, scene)
      : html`<p class="empty">${scene.language.t('noVariables')}</p>`
  }
  ${tooMany(view, scene)} ${obstacle(view, scene)} ${offline(view, scene)} ${loadFailed(scene)}
  ${scene.editing?.failure(view, scene) ?? nothing} ${foot(view, scene)}`;

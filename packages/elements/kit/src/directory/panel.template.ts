import {html, nothing, type TemplateResult} from 'lit';

import {absenceTemplate, failureTemplate, fieldTemplate, noteTemplate} from './field.template.js';
import type {ListState} from './lists-controller.js';
import type {PickerModel} from './picker-model.js';
import {noteOf} from './picker.note.js';
import type {DirectoryLanguage} from './presence.template.js';
import type {RowWindow} from './row-window.js';
import type {DirectoryRow} from './rows.js';
import {emptyTemplate, rowsTemplate} from './rows.template.js';

/** What the panel of a list is rendered with. */
export interface PanelScene {
  readonly language: DirectoryLanguage;
  readonly model: PickerModel;
  readonly list: ListState;
  readonly availableOnly: boolean;
  readonly locked: boolean;
  readonly window: RowWindow;
  readonly retry: () => void;
  readonly scrolled: () => void;
  readonly focused: () => void;
}

const FIND = {agents: 'findAgents', queues: 'findQueues', numbers: 'findNumbers'} as const;
const EMPTY = {agents: 'noAgents', queues: 'noQueues', numbers: 'noNumbers'} as const;
const UNMATCHED = {agents: 'agentsNone', queues: 'queuesNone', numbers: 'numbersNone'} as const;

const rowsOf = (list: ListState): readonly DirectoryRow[] | undefined =>
  list.state === 'initial' ? undefined : list.rows;

const countText = ({language, model}: PanelScene): string => {
  const params = {found: model.found.length, total: model.total};
  return model.list === 'agents' ? language.t('ofAgents', params) : language.t('ofOthers', params);
};

const emptyTexts = ({language, model, availableOnly}: PanelScene): readonly string[] => {
  if (model.total === 0 && model.hidden === 0) {
    return [language.t(model.list === 'agents' && availableOnly ? 'noneAvailable' : EMPTY[model.list])];
  }
  const hidden = model.hidden > 0 ? [language.t('hidden', {count: model.hidden})] : [];
  return [language.t(UNMATCHED[model.list]), ...hidden];
};

const listTemplate = (scene: PanelScene, label: string): TemplateResult => {
  const {language, model, list, window} = scene;
  if (!rowsOf(list)) return absenceTemplate(language, model.list, list, scene.retry);
  const outdated =
    list.state === 'failed'
      ? html`<div class="outdated">
          ${failureTemplate(language, language.t('outdated'), list.refusal, scene.retry)}
        </div>`
      : nothing;
  if (model.found.length === 0) {
    return html`${outdated}${emptyTemplate(emptyTexts(scene))}`;
  }
  return html`${outdated}${rowsTemplate({
    ...{language, label, window, query: model.text, rows: model.found},
    ...{active: model.active, chosen: model.chosen, scrolled: scene.scrolled, focused: scene.focused},
    isBusy: list.state === 'loading',
  })}`;
};

/** One list with its field. What is said stands under the field of numbers, and under the lists, which must not jump. */
export const panelTemplate = (scene: PanelScene): TemplateResult => {
  const {language, model, list, locked} = scene;
  const note = noteOf(language, model);
  const label = language.t(FIND[model.list]);
  const hasRows = rowsOf(list) !== undefined;
  const isNumbers = model.list === 'numbers';
  return html`${fieldTemplate({
    ...{list: model.list, label, note, locked, active: model.active},
    count: hasRows ? countText(scene) : '',
    hasRows: hasRows && model.found.length > 0,
  })}
  ${isNumbers ? noteTemplate(note) : nothing} ${listTemplate(scene, label)}
  ${isNumbers ? nothing : noteTemplate(note)}`;
};

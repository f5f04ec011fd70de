import {html, nothing, type TemplateResult} from 'lit';
import {CAD_MAX_LENGTH} from '@deskwire/domain';
import {editIcon, lockIcon} from '@deskwire/kit';

import {editControl, isMasked, readControl} from './control.template.js';
import type {FieldView} from './cad-editor.view.js';
import type {FieldScene} from './scene.js';

interface Tag {
  readonly hue: string;
  readonly text: string;
  readonly icon?: TemplateResult;
}

/** What happened to the field, in one or two words; the count stands beside it. */
const tagOf = (field: FieldView, {language}: FieldScene): Tag | undefined => {
  const {mode, note, isEdited} = field;
  if (mode === 'stuck') return {hue: 'danger', text: language.t('notSaved')};
  if (note?.kind === 'changed' || note?.kind === 'retyped') return {hue: 'hold', text: language.t('changed')};
  if (isEdited) return {hue: 'edited', text: language.t('edited'), icon: editIcon};
  return note?.kind === 'overwritten' ? {hue: 'hold', text: language.t('overwritten')} : undefined;
};

const countText = ({count}: FieldView, {language}: FieldScene): string =>
  count === undefined ? '' : language.t('count', {length: String(count), max: String(CAD_MAX_LENGTH)});

const tags = (field: FieldView, scene: FieldScene): TemplateResult => {
  const tag = tagOf(field, scene);
  const count = countText(field, scene);
  const hue = field.text.length > CAD_MAX_LENGTH ? 'danger' : (tag?.hue ?? '');
  if (!tag && !count && field.secure) {
    // The lock says it already to those who cannot see either.
    return html`<span class="tag secure" aria-hidden="true">${scene.language.t('secure')}</span>`;
  }
  return html`<span class="tag ${hue}" id="tags${scene.index(field)}"
    >${tag?.icon ?? nothing}${tag?.text ?? nothing}${tag && count ? ' · ' : nothing}${
      count ? html`<span class="num">${count}</span>` : nothing
    }</span
  >`;
};

const labelLine = (field: FieldView, scene: FieldScene): TemplateResult => {
  const {language} = scene;
  const index = scene.index(field);
  const text = language.label(field.label);
  return html`<div class="label">
    ${
      field.mode === 'read'
        ? html`<span id="label${index}" class="name">${text}</span>`
        : html`<label id="label${index}" class="name" for="field${index}">${text}</label>`
    }
    ${
      field.secure
        ? html`<span class="lock" role="img" aria-label=${language.t('secure')}>${lockIcon}</span>`
        : nothing
    }
    ${tags(field, scene)}
  </div>`;
};

/** What is wrong with the text, or could not be done with it. */
const below = (field: FieldView, scene: FieldScene): TemplateResult => {
  const {language, copyFailed, pickerFailed, editing} = scene;
  const {problem, isToldProblem, name} = field;
  const isBad = problem !== undefined && isToldProblem;
  return html`<div class="why ${isBad ? '' : 'mild'}" id="why${scene.index(field)}">
    ${editing?.why(field, scene) ?? nothing}
    ${copyFailed === name ? html`<p>${language.t('copyFailed')}</p>` : nothing}
    ${pickerFailed === name ? html`<p>${language.t('pickerFailed')}</p>` : nothing}
  </div>`;
};

const control = (field: FieldView, scene: FieldScene): unknown => {
  switch (field.mode) {
    case 'edit':
      return editControl(field, scene);
    case 'stuck':
      return scene.editing?.stuck(field, scene) ?? nothing;
    case 'read':
      return readControl(field, scene);
  }
};

/**
 * One variable: its label and tags, its control or value, what is wrong; and below them, across the line, what happened. One
 * that was overwritten has the line to itself until its message is put away.
 */
export const fieldTemplate = (field: FieldView, isLong: boolean, scene: FieldScene): TemplateResult => {
  const isWide = isLong || field.note?.kind === 'overwritten';
  const index = scene.index(field);
  const isRead = field.mode === 'read';
  return html`<div
      class="field ${isWide ? 'wide' : ''}"
      role=${isRead ? 'group' : nothing}
      aria-labelledby=${isRead ? `label${index}` : nothing}
      @focusout=${(event: FocusEvent) => {
        scene.acts.blur(field, event);
      }}
    >
      ${labelLine(field, scene)} ${control(field, scene)} ${below(field, scene)}
      ${
        isMasked(field, scene) && !isRead
          ? html`<span id="mask${index}" hidden>${scene.language.t('hidden')}</span>`
          : nothing
      }
    </div>
    ${scene.editing?.note(field, scene) ?? nothing}`;
};

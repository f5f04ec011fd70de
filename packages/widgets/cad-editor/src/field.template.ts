import {html, nothing, type TemplateResult} from 'lit';
import {CAD_MAX_LENGTH} from '@deskwire/domain';
import {editIcon, infoIcon, lockIcon, warningIcon} from '@deskwire/kit';

import {editControl, isMasked, readControl, stuckControl} from './control.template.js';
import type {FieldNote, FieldView} from './cad-editor.view.js';
import type {FieldScene} from './scene.js';
import {enterAgainText, noteText, problemText, takeText} from './words.js';

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

const textButton = (label: string, press: () => void): TemplateResult =>
  html`<button type="button" class="btn link" @click=${press}>${label}</button>`;

/** What is wrong with the text, what was left out of it, or what could not be done with it. */
const why = (field: FieldView, scene: FieldScene): TemplateResult => {
  const {language, acts} = scene;
  const {problem, isToldProblem, leftOut, name} = field;
  const isUnclean = isToldProblem && problem?.params?.['reason'] === 'characters';
  const texts = [
    problem && isToldProblem ? problemText(language, field, problem) : '',
    leftOut > 0 ? language.t('cut', {max: CAD_MAX_LENGTH, count: leftOut}) : '',
    scene.copyFailed === name ? language.t('copyFailed') : '',
    scene.pickerFailed === name ? language.t('pickerFailed') : '',
  ].filter((text) => text !== '');
  return html`<div class="why ${problem && isToldProblem ? '' : 'mild'}" id="why${scene.index(field)}">
    ${texts.map((text) => html`<p>${text}</p>`)}
    ${
      isUnclean
        ? textButton(language.t('clean'), () => {
            acts.clean(field);
          })
        : nothing
    }
  </div>`;
};

const noteActs = (field: FieldView, note: FieldNote, scene: FieldScene): readonly unknown[] => {
  const {language, acts} = scene;
  const discard = textButton(language.t('discard'), () => {
    acts.discard(field);
  });
  const copyMine = textButton(language.t('copyMine'), () => {
    acts.copy(field);
  });
  switch (note.kind) {
    case 'overwritten':
      return [
        field.mode === 'edit' && note.conflict.lost !== undefined
          ? textButton(enterAgainText(language, note.conflict), () => {
              acts.enterAgain(field);
            })
          : nothing,
        textButton(language.t('dismiss'), () => {
          acts.dismiss(field);
        }),
      ];
    case 'changed':
      return [
        textButton(language.t('keepMine'), () => {
          acts.keepMine(field);
        }),
        textButton(takeText(language, field, note.value), () => {
          acts.discard(field);
        }),
      ];
    case 'retyped':
    case 'stuck':
      return [copyMine, discard];
  }
};

const hueOf = ({kind}: FieldNote): string => (kind === 'stuck' ? 'danger' : 'hold');

const noteBelow = (field: FieldView, scene: FieldScene): unknown => {
  const {note} = field;
  if (!note) return nothing;
  const {language} = scene;
  return html`<div class="note ${hueOf(note)}" id="note${scene.index(field)}">
    ${note.kind === 'stuck' ? infoIcon : warningIcon}
    <div class="grow">
      <p><b>${language.label(field.label)}</b>: ${noteText(language, field, note)}</p>
      <div class="acts">${noteActs(field, note, scene)}</div>
    </div>
  </div>`;
};

const control = (field: FieldView, scene: FieldScene): TemplateResult => {
  switch (field.mode) {
    case 'edit':
      return editControl(field, scene);
    case 'stuck':
      return stuckControl(field, scene);
    case 'read':
      return readControl(field, scene);
  }
};

/** One variable: its label and tags, its control or value, what is wrong; and below them, across the line, what happened. */
export const fieldTemplate = (field: FieldView, isWide: boolean, scene: FieldScene): TemplateResult => {
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
      ${labelLine(field, scene)} ${control(field, scene)} ${why(field, scene)}
      ${
        isMasked(field, scene) && !isRead
          ? html`<span id="mask${index}" hidden>${scene.language.t('hidden')}</span>`
          : nothing
      }
    </div>
    ${noteBelow(field, scene)}`;
};

import {html, nothing, type TemplateResult} from 'lit';
import {CAD_MAX_LENGTH} from '@deskwire/domain';
import {infoIcon, warningIcon} from '@deskwire/kit';

import type {FieldNote, FieldView} from './cad-editor.view.js';
import {enterAgainText, noteText, problemText, takeText, type EditLanguage} from './edit.words.js';
import {NoteActions} from './note-actions.js';
import type {FieldScene} from './scene.js';

const textButton = (label: string, press: () => void): TemplateResult =>
  html`<button type="button" class="btn link" @click=${press}>${label}</button>`;

/** What is wrong with the text, and what was left out of it. */
export const whyTemplate = (field: FieldView, scene: FieldScene, language: EditLanguage): unknown => {
  const acts = new NoteActions(scene.acts);
  const {problem, isToldProblem, leftOut} = field;
  const told = isToldProblem ? problem : undefined;
  const clean = textButton(language.t('clean'), () => {
    acts.clean(field);
  });
  return html`${told ? html`<p>${problemText(language, field, told)}</p>` : nothing}
  ${told === 'characters' ? clean : nothing}
  ${leftOut > 0 ? html`<p>${language.t('cut', {max: CAD_MAX_LENGTH, count: leftOut})}</p>` : nothing}`;
};

const noteActs = (
  field: FieldView,
  note: FieldNote,
  scene: FieldScene,
  language: EditLanguage,
): readonly unknown[] => {
  const acts = new NoteActions(scene.acts);
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

/** What happened to a field, and what can be done about it. */
export const noteTemplate = (field: FieldView, scene: FieldScene, language: EditLanguage): unknown => {
  const {note} = field;
  if (!note) return nothing;
  return html`<div class="note ${hueOf(note)}" id="note${scene.index(field)}">
    ${note.kind === 'stuck' ? infoIcon : warningIcon}
    <div class="grow">
      <p><b>${language.label(field.label)}</b>: ${noteText(language, field, note)}</p>
      <div class="acts">${noteActs(field, note, scene, language)}</div>
    </div>
  </div>`;
};

/** Why a save failed, where the agent pressed for it; the edits are kept (CAD-11). */
export const failureTemplate = (
  text: string,
  language: EditLanguage,
  acts: {retry(): void; dismiss(): void},
): TemplateResult =>
  html`<div class="strip danger failure" role="alert">
    <span class="hue line">${warningIcon}</span>
    <p class="grow">${text}</p>
    <dw-button
      small
      @click=${() => {
        acts.retry();
      }}
      >${language.t('retry')}</dw-button
    >
    <dw-button
      small
      variant="ghost"
      @click=${() => {
        acts.dismiss();
      }}
      >${language.t('dismiss')}</dw-button
    >
  </div>`;

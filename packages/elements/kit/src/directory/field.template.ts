import {html, nothing, type TemplateResult} from 'lit';
import type {Refusal} from '@deskwire/domain';

import {dialpadIcon, searchIcon, warningIcon} from '../icons.js';
import {refusalTextFrom} from '../words/refusal-text.js';

import type {ListState} from './lists-controller.js';
import type {DirectoryLanguage} from './presence.template.js';
import type {DirectoryList} from './lists.js';

const refusalText = refusalTextFrom();

/** What stands under the field. */
export interface FieldNote {
  readonly tone: 'bad' | 'warn' | 'plain';
  readonly text: string;
}

/** What the field is rendered with. */
export interface FieldScene {
  readonly list: DirectoryList;
  readonly label: string;
  readonly note: FieldNote | undefined;
  /** "n of m", or nothing while there is no list. */
  readonly count: string;
  readonly active: number;
  readonly locked: boolean;
  /** A list is there to choose from. */
  readonly hasRows: boolean;
}

/** The field that searches, and for numbers takes them. */
export const fieldTemplate = ({
  list,
  label,
  note,
  count,
  active,
  locked,
  hasRows,
}: FieldScene): TemplateResult => {
  const tone = note && note.tone !== 'plain' ? note.tone : '';
  return html`<div class="search">
    <div class="input ${tone}" part="field">
      ${list === 'numbers' ? dialpadIcon : searchIcon}
      <input
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-label=${label}
        aria-describedby="note"
        aria-invalid=${note?.tone === 'bad' ? 'true' : nothing}
        aria-autocomplete="list"
        aria-expanded=${hasRows ? 'true' : 'false'}
        aria-controls=${hasRows ? 'list' : nothing}
        aria-activedescendant=${hasRows && active >= 0 ? `option-${active}` : nothing}
        placeholder=${label}
        ?readonly=${locked}
      />
      <span class="meta count" role="status">${count}</span>
    </div>
  </div>`;
};

/** What is said about the field; always there, so that it is read out when it changes. */
export const noteTemplate = (note: FieldNote | undefined): TemplateResult =>
  html`<p id="note" class="said ${note?.tone ?? 'nothing'}" role="status">
    ${note?.tone === 'warn' ? warningIcon : nothing}${note ? html`<span>${note.text}</span>` : nothing}
  </p>`;

/** Why a list is not there, or not fresh, with the way to try again. */
export const failureTemplate = (
  language: DirectoryLanguage,
  what: string,
  refusal: Refusal,
  retry: () => void,
): TemplateResult =>
  html`<div class="note danger failure" role="alert">
    ${warningIcon}
    <span class="grow"><b>${what}</b> ${refusalText(language.locale, refusal)}</span>
    ${
      refusal.kind === 'capability'
        ? nothing
        : html`<dw-button small @click=${retry}>${language.t('retry')}</dw-button>`
    }
  </div>`;

/** A list that is not there: on its way, or failed, and then it says so. */
export const absenceTemplate = (
  language: DirectoryLanguage,
  list: DirectoryList,
  state: ListState,
  retry: () => void,
): TemplateResult => {
  if (state.state !== 'failed') {
    return html`<p class="absence waits" role="status">
      <span class="spin"></span><span>${language.t('loading')}</span>
    </p>`;
  }
  if (list === 'numbers' && state.refusal.kind === 'capability') {
    return html`<p class="absence">${language.t('noBook')}</p>`;
  }
  return html`<div class="absence">
    ${failureTemplate(language, language.t('failed'), state.refusal, retry)}
  </div>`;
};

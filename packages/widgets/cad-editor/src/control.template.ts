import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {calendarIcon, copyIcon, expandIcon, sentIcon, showIcon} from '@deskwire/kit';

import type {FieldView} from './cad-editor.view.js';
import type {FieldScene} from './scene.js';
import {shownText} from './words.js';

/** As long for every value: its length is nobody's business. */
const MASK = '••••••••';

/** Whether the value of a secure field is kept from the eye just now. An empty one has nothing to keep. */
export const isMasked = (field: FieldView, {revealed}: Pick<FieldScene, 'revealed'>): boolean =>
  field.secure && field.text !== '' && revealed !== field.name;

/** Copies the value. */
export const copyTool = (field: FieldView, scene: FieldScene): unknown => {
  if (field.text === '') return nothing;
  const {language, acts, copied} = scene;
  const label = language.t('copy', {field: language.label(field.label)});
  const isDone = copied === field.name;
  return html`<button
    type="button"
    class="btn icon small ghost copy ${isDone ? 'done' : ''}"
    aria-label=${label}
    title=${label}
    @click=${() => {
      acts.copy(field);
    }}
  >
    ${isDone ? sentIcon : copyIcon}
  </button>`;
};

/** One button that is pressed while a secure value is shown. */
export const revealTool = (field: FieldView, scene: FieldScene): unknown => {
  if (!field.secure || field.text === '') return nothing;
  const {language, acts} = scene;
  const masked = isMasked(field, scene);
  const label = language.t('show', {field: language.label(field.label)});
  return html`<button
    type="button"
    class="btn icon small ghost reveal"
    aria-label=${label}
    title=${label}
    aria-pressed=${masked ? 'false' : 'true'}
    @click=${() => {
      if (masked) acts.reveal(field);
      else acts.hide(field);
    }}
  >
    ${showIcon}
  </button>`;
};

const pickTool = (field: FieldView, scene: FieldScene): unknown => {
  if (field.control !== 'date' && field.control !== 'date-time') return nothing;
  const {language, acts, picking} = scene;
  const label = language.t(field.control === 'date' ? 'pickDate' : 'pickDateTime', {
    field: language.label(field.label),
  });
  return html`<button
    type="button"
    class="btn icon small ghost pick"
    aria-label=${label}
    title=${label}
    aria-haspopup="dialog"
    aria-expanded=${picking === field.name}
    @click=${() => {
      acts.pick(field, 'icon');
    }}
  >
    ${calendarIcon}
  </button>`;
};

/** What describes a control: its tags, what is wrong with it, what happened to it. */
export const describedBy = (index: number): string => `tags${index} why${index} note${index}`;

const isBad = ({problem, isToldProblem}: FieldView): boolean => problem !== undefined && isToldProblem;

const boxClass = (field: FieldView, {picking}: FieldScene): string => {
  const bad = isBad(field) ? 'bad' : field.note && field.note.kind !== 'stuck' ? 'warn' : '';
  return `input ${bad} ${picking === field.name ? 'anchor' : ''}`;
};

const keyboardOf = ({type}: FieldView): string =>
  ({integer: 'numeric', decimal: 'decimal'})[type as string] ?? 'text';

/** What both kinds of text box hear. */
const listen = (field: FieldView, {acts}: FieldScene) => ({
  input: (event: Event): void => {
    acts.input(field, event);
  },
  composed: (event: CompositionEvent): void => {
    acts.composed(field, event);
  },
  left: (): void => {
    acts.check(field);
  },
});

// No browser and no password manager fills in, corrects, translates, keeps or sends away what belongs to a contact.
const textBox = (field: FieldView, scene: FieldScene): TemplateResult => {
  const {acts} = scene;
  const on = listen(field, scene);
  const index = scene.index(field);
  const opens = field.control === 'date' || field.control === 'date-time';
  return html`<input
    id="field${index}"
    type="text"
    inputmode=${keyboardOf(field)}
    autocomplete="off"
    autocorrect="off"
    autocapitalize="off"
    spellcheck=${field.type === 'string' && !field.secure ? 'true' : 'false'}
    writingsuggestions="false"
    translate="no"
    data-1p-ignore
    data-lpignore="true"
    data-bwignore="true"
    data-form-type="other"
    dir=${field.type === 'string' ? 'auto' : 'ltr'}
    aria-describedby=${describedBy(index)}
    aria-invalid=${isBad(field) ? 'true' : nothing}
    .value=${live(field.text)}
    @input=${on.input}
    @compositionend=${on.composed}
    @change=${on.left}
    @keydown=${(event: KeyboardEvent) => {
      acts.key(field, event);
    }}
    @keyup=${() => {
      acts.keyUp();
    }}
    @click=${() => {
      if (opens) acts.pick(field, 'field');
    }}
  />`;
};

/** Lines of a text box before it scrolls. */
export const MOST_ROWS = 6;

const linesBox = (field: FieldView, scene: FieldScene): TemplateResult => {
  const on = listen(field, scene);
  const index = scene.index(field);
  return html`<textarea
    id="field${index}"
    rows=${Math.min(MOST_ROWS, field.text.split('\n').length)}
    autocomplete="off"
    dir="auto"
    spellcheck=${field.secure ? 'false' : 'true'}
    writingsuggestions="false"
    translate="no"
    data-1p-ignore
    data-lpignore="true"
    aria-describedby=${describedBy(index)}
    aria-invalid=${isBad(field) ? 'true' : nothing}
    .value=${live(field.text)}
    @input=${on.input}
    @compositionend=${on.composed}
    @change=${on.left}
  ></textarea>`;
};

/** Not set, yes, no; what is saved and is none of them stays an option of its own until another one is chosen. */
const choiceBox = (field: FieldView, scene: FieldScene): TemplateResult => {
  const {language, acts} = scene;
  const index = scene.index(field);
  const {text} = field;
  const isOther = !['', 'true', 'false'].includes(text);
  const option = (value: string, label: string, selected: boolean): TemplateResult =>
    html`<option value=${value} .selected=${live(selected)}>${label}</option>`;
  return html`<select
    id="field${index}"
    aria-describedby=${describedBy(index)}
    aria-invalid=${isBad(field) ? 'true' : nothing}
    @change=${(event: Event) => {
      acts.choose(field, (event.target as HTMLSelectElement).value);
    }}
  >
    ${option('', language.t('notSet'), text === '')} ${option('true', language.t('yes'), text === 'true')}
    ${option('false', language.t('no'), text === 'false')} ${isOther ? option('other', text, true) : nothing}
  </select>`;
};

/** In place of a secure value. */
export const maskedBox = (field: FieldView, scene: FieldScene): TemplateResult => {
  const index = scene.index(field);
  return html`<input
    id="field${index}"
    class="masked"
    type="text"
    readonly
    aria-describedby="mask${index} ${describedBy(index)}"
    .value=${MASK}
    @keydown=${(event: KeyboardEvent) => {
      scene.acts.key(field, event);
    }}
  />`;
};

const boxOf = (field: FieldView, scene: FieldScene): TemplateResult => {
  switch (field.control) {
    case 'choice':
      return choiceBox(field, scene);
    case 'lines':
      return linesBox(field, scene);
    default:
      return textBox(field, scene);
  }
};

/** A field that can be edited, with its tools at its end. */
export const editControl = (field: FieldView, scene: FieldScene): TemplateResult => {
  const masked = isMasked(field, scene);
  const isChoice = field.control === 'choice' && !masked;
  return html`<div class="${boxClass(field, scene)} ${isChoice ? 'choice' : ''}">
    ${masked ? maskedBox(field, scene) : boxOf(field, scene)} ${copyTool(field, scene)}
    ${revealTool(field, scene)} ${masked ? nothing : pickTool(field, scene)}
    ${isChoice ? expandIcon : nothing}
  </div>`;
};

/** A saved value, for reading: no box. */
export const readControl = (field: FieldView, scene: FieldScene): TemplateResult => {
  const {language} = scene;
  const text = isMasked(field, scene) ? MASK : shownText(language, field);
  return html`<div class="value">
    ${
      field.text === ''
        ? html`<span class="muted">${language.t('notSet')}</span>`
        : html`<bdi class="text">${text}</bdi>`
    }
    ${isMasked(field, scene) ? html`<span class="hidden-text">${language.t('hidden')}</span>` : nothing}
    ${copyTool(field, scene)} ${revealTool(field, scene)}
  </div>`;
};

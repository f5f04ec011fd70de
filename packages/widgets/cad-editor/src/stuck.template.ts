import {html, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

import type {FieldView} from './cad-editor.view.js';
import {copyTool, describedBy, isMasked, maskedBox, MOST_ROWS, revealTool} from './control.template.js';
import type {FieldScene} from './scene.js';

/** What was typed and cannot be saved: to be selected and copied. */
export const stuckControl = (field: FieldView, scene: FieldScene): TemplateResult => {
  const index = scene.index(field);
  const box =
    field.control === 'lines'
      ? html`<textarea
          id="field${index}"
          readonly
          rows=${Math.min(MOST_ROWS, field.text.split('\n').length)}
          aria-describedby=${describedBy(index)}
          .value=${live(field.text)}
        ></textarea>`
      : html`<input
          id="field${index}"
          type="text"
          readonly
          dir="auto"
          autocomplete="off"
          aria-describedby=${describedBy(index)}
          .value=${live(field.text)}
        />`;
  return html`<div class="input off">
    ${isMasked(field, scene) ? maskedBox(field, scene) : box} ${copyTool(field, scene)}
    ${revealTool(field, scene)}
  </div>`;
};

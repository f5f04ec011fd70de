import {html, type TemplateResult} from 'lit';

/** An icon: an inline drawing that takes its colour from the text and is hidden from assistive technology. */
export type Icon = TemplateResult;

/** A drawing by its path; `turns` is a class for those that are mirrored in other directions of writing. */
export const draw = (path: string, turns = ''): Icon =>
  html`<svg class=${turns} viewBox="0 -240 240 240" aria-hidden="true" focusable="false">
    <path d=${path}></path>
  </svg>`;

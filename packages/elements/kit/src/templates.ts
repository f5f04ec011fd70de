import {html, type TemplateResult} from 'lit';

import type {Icon} from './icons.js';
import type {Hue} from './styles/state.styles.js';

/** A state: icon and text, always, on its tint. Needs `stateStyles`. @param text A text, or a text with a timer. */
export const stateChip = (hue: Hue, icon: Icon, text: unknown): TemplateResult =>
  html`<span class="state ${hue}">${icon}<span>${text}</span></span>`;

/** The same without a tint, for rows. */
export const bareState = (hue: Hue, icon: Icon, text: unknown): TemplateResult =>
  html`<span class="state bare ${hue}">${icon}<span>${text}</span></span>`;

/** The tile with a channel's icon. A ringing one has a ring that leaves it. Decoration: the state is said in text. */
export const channelTile = (hue: Hue, icon: Icon, rings = false): TemplateResult =>
  html`<span class="channel ${hue} ${rings ? 'is-ringing' : ''}">${icon}</span>`;

/** A count in a pill, said in words. */
export const countBadge = (count: number, words: string): TemplateResult =>
  html`<span class="badge"
    ><span aria-hidden="true">${count}</span><span class="hidden-text">${words}</span></span
  >`;

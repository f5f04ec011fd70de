import {html, nothing, type TemplateResult} from 'lit';
import {warningIcon, type PlainCommandController, type RefusalText} from '@deskwire/kit';

import type {Words} from './request-texts.js';

/** What a refusal is rendered with. */
export interface RefusalActs {
  readonly words: Words;
  readonly commands: PlainCommandController;
  readonly refusalText: RefusalText;
}

/** The first refusal among these commands, where the person acted: why, and a way to go on. */
export const refusalNote = (
  {words, commands, refusalText}: RefusalActs,
  keys: readonly string[],
): TemplateResult | typeof nothing => {
  const key = keys.find((one) => commands.refusal(one));
  const refusal = key === undefined ? undefined : commands.refusal(key);
  if (key === undefined || !refusal) return nothing;
  const link = (act: 'retry' | 'dismiss') =>
    html`<button
      class="btn link"
      type="button"
      @click=${() => {
        commands[act](key);
      }}
    >
      ${words.t(act)}
    </button>`;
  return html`<div class="note danger" role="alert">
    ${warningIcon}
    <div class="grow">
      ${refusalText(words.locale, refusal)}
      <div class="acts">${refusal.kind === 'transport' ? link('retry') : nothing} ${link('dismiss')}</div>
    </div>
  </div>`;
};

import {html, nothing, type TemplateResult} from 'lit';

import {warningIcon} from '../icons.js';

/** Words that stand beside whatever failed. */
export interface TroubleWords {
  t(key: 'retry' | 'dismiss'): string;
}

/** What came to nothing. */
export interface Trouble {
  readonly text: string;
  readonly retry?: (() => void) | undefined;
  readonly dismiss: () => void;
}

/** What came to nothing, where it was asked for, with a way to try again. Needs `surfaceStyles`, the hues and `<dw-button>`. */
export const trouble = ({text, retry, dismiss}: Trouble, language: TroubleWords): TemplateResult =>
  html`<div class="strip failure danger" role="alert">
    <span class="hue line">${warningIcon}</span>
    <span class="grow">${text}</span>
    ${retry ? html`<dw-button small @click=${retry}>${language.t('retry')}</dw-button>` : nothing}
    <dw-button small variant="ghost" @click=${dismiss}>${language.t('dismiss')}</dw-button>
  </div>`;

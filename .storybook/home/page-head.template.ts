import {html, type TemplateResult} from 'lit';
import type {SampleLanguage} from '@deskwire/adapter-simulator';

import type {WidgetPage} from './model.js';

/** What a page about a widget begins with. */
export const pageHead = ({name, tag, summary}: WidgetPage, locale: SampleLanguage): TemplateResult =>
  html`<header>
    <h1>${name[locale]} <code class="tag">&lt;${tag}&gt;</code></h1>
    <p class="lead">${summary[locale]}</p>
  </header>`;

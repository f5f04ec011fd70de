import {html, nothing, type TemplateResult} from 'lit';
import {backIcon, lazily, warningIcon} from '@deskwire/kit';
import type {HistoryEntry, InteractionId} from '@deskwire/domain';

import type {HistoryLanguage} from './history-text.js';
import {entryView, type HistoryScope} from './history.view.js';

/** What a contact's content is shown with; loaded when the first one is opened. */
export const loadHistoryContent = lazily(() => import('./content.js'));

/** What an opened contact is rendered with. */
export interface OpenedScene {
  readonly language: HistoryLanguage;
  readonly scope: HistoryScope;
  readonly customerOf: InteractionId | undefined;
  /** What shows it could not be loaded: without a connection, or after an update. */
  readonly isMissing: boolean;
  readonly back: () => void;
  readonly retry: () => void;
}

const missing = ({language, retry}: OpenedScene): TemplateResult =>
  html`<div class="note bar danger" role="alert">
    ${warningIcon}<span class="grow">${language.t('contentFailed')}</span>
    <dw-button small @click=${retry}>${language.t('retry')}</dw-button>
  </div>`;

/** A contact in place of the list. */
export const openedTemplate = (entry: HistoryEntry, scene: OpenedScene): TemplateResult => {
  const {language, scope, customerOf, isMissing} = scene;
  const kind = entryView(entry, scope).opens ?? 'voice';
  return html`<header class="head">
      <dw-button
        class="back"
        variant="ghost"
        icon
        small
        title=${language.t('back')}
        .label=${language.t('back')}
        @click=${scene.back}
        >${backIcon}</dw-button
      >
      <h2 id="opened" class="cut" tabindex="-1">${language.t(`opened-${kind}`)}</h2>
    </header>
    ${isMissing ? missing(scene) : nothing}
    <dw-history-content
      part="content"
      ?hidden=${isMissing}
      .entry=${entry}
      .scope=${scope}
      .customerOf=${customerOf}
    ></dw-history-content>`;
};

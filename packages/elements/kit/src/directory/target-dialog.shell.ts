import {html, nothing, type TemplateResult} from 'lit';
import type {InteractionId, Refusal} from '@deskwire/domain';

import type {LanguageController} from '../controllers/language-controller.js';
import {closeIcon, refreshIcon, warningIcon, type Icon} from '../icons.js';

import type {DirectoryChange} from './picker.element.js';
import type {TargetCommand} from './picker.view.js';
import type {targetDialogWords} from './target-dialog.messages.js';

/** What the dialogs differ in. */
export interface TargetDialogTexts {
  readonly title: string;
  readonly action: string;
  readonly icon: Icon;
  /** What will happen, said before the agent commits. */
  readonly consequence: string;
}

/** What a dialog is rendered with. */
export interface TargetDialogScene {
  readonly language: LanguageController<(typeof targetDialogWords)['en']>;
  readonly texts: TargetDialogTexts;
  readonly interactionId: InteractionId;
  readonly command: TargetCommand;
  readonly availableOnly: boolean;
  /** A list is being fetched. */
  readonly isLoading: boolean;
  readonly isPending: boolean;
  /** Why nothing can be sent just now. */
  readonly obstacle: Refusal | undefined;
  /** What became of the last try, and about whom. */
  readonly failure: {readonly refusal: Refusal; readonly name: string} | undefined;
  readonly changed: (event: CustomEvent<DirectoryChange>) => void;
  readonly refresh: () => void;
  readonly commit: () => void;
  readonly close: () => void;
  readonly retry: () => void;
  readonly dismiss: () => void;
}

/** What the surface and its head are rendered with. */
export interface DialogShell extends Pick<
  TargetDialogScene,
  'language' | 'isLoading' | 'isPending' | 'close'
> {
  readonly title: string;
  /** Absent: there is no list to fetch anew. */
  readonly refresh?: (() => void) | undefined;
}

/** What stands in the dialog: rendered, still on its way, or not to be had just now. */
export type TargetDialogBody = TemplateResult | 'loading' | 'failed';

const absent = ({language}: DialogShell, body: 'loading' | 'failed', again: () => void): TemplateResult =>
  body === 'loading'
    ? html`<p class="absent" role="status"><span class="spin"></span>${language.t('loading')}</p>`
    : html`<div class="note danger failure" role="alert">
        ${warningIcon}<span class="grow">${language.t('notLoaded')}</span>
        <dw-button small @click=${again}>${language.t('retry')}</dw-button>
      </div>`;

const head = ({language, title, isLoading, isPending, refresh, close}: DialogShell, isWhole: boolean) =>
  html`<header class="head">
    <h2 id="title" class="grow">${title}</h2>
    ${
      isWhole && refresh
        ? html`<dw-button
            class="refresh"
            variant="ghost"
            icon
            small
            title=${language.t('refresh')}
            .label=${language.t('refresh')}
            .pending=${isLoading}
            @click=${refresh}
            >${refreshIcon}</dw-button
          >`
        : nothing
    }
    <dw-button
      class="close"
      variant="ghost"
      icon
      small
      title=${language.t('close')}
      .label=${language.t('close')}
      .reason=${isPending ? language.t('sending') : ''}
      @click=${close}
      >${closeIcon}</dw-button
    >
  </header>`;

/** The surface and its head, which are there at once; what is in it is loaded when it is first needed. */
export const targetDialogShell = (
  scene: DialogShell,
  body: TargetDialogBody,
  again: () => void,
): TemplateResult => {
  const isWhole = typeof body !== 'string';
  return html`<dialog
    class="top"
    part="dialog"
    popover="manual"
    aria-labelledby="title"
    aria-describedby=${isWhole ? 'consequence' : nothing}
    lang=${scene.language.locale}
    dir=${scene.language.dir}
  >
    ${head(scene, isWhole)} ${isWhole ? body : absent(scene, body, again)}
  </dialog>`;
};

import {html, nothing, type TemplateResult} from 'lit';
import type {Attachment} from '@deskwire/domain';

import type {Locale} from '../contexts.js';
import {fileIcon, waitingIcon} from '../icons.js';

import {sizeText} from './size-text.js';

/** What the files of a message need beside them. */
export interface MessageFilesScene {
  readonly language: {
    readonly locale: Locale;
    t(key: 'held' | 'download' | 'downloading'): string;
  };
  /** The ids of those that are on their way. */
  readonly fetching: ReadonlySet<string>;
  /** Somebody wants a file. */
  fetch(file: Attachment): void;
}

const content = ({name, size}: Attachment, {language}: MessageFilesScene): TemplateResult =>
  html`<span class="cut"><bdi>${name}</bdi></span
    ><span class="meta num" dir="ltr">${sizeText(language.locale, size)}</span>`;

/** It is listed, and its bytes are given to nobody yet: the words say so instead of a button that would. */
const held = (file: Attachment, scene: MessageFilesScene): TemplateResult =>
  html`<span class="chip plain held"
    >${waitingIcon}${content(file, scene)}<span class="meta">${scene.language.t('held')}</span></span
  >`;

const item = (file: Attachment, isThere: boolean, scene: MessageFilesScene): TemplateResult => {
  if (file.held) return held(file, scene);
  if (!isThere) return html`<span class="chip plain">${fileIcon}${content(file, scene)}</span>`;
  const isOnItsWay = scene.fetching.has(file.id);
  return html`<button
    type="button"
    class="chip plain fetch"
    aria-busy=${isOnItsWay}
    @click=${() => {
      scene.fetch(file);
    }}
  >
    ${isOnItsWay ? html`<span class="spin"></span>` : fileIcon}
    <span class="hidden-text">${scene.language.t(isOnItsWay ? 'downloading' : 'download')}</span>
    ${content(file, scene)}
  </button>`;
};

/**
 * The files of a message, each to be fetched by a press.
 * @param isThere Whether the message is in the conversation: before that there is nothing to fetch.
 */
export const messageFiles = (
  files: readonly Attachment[] | undefined,
  isThere: boolean,
  scene: MessageFilesScene,
): TemplateResult | typeof nothing =>
  files?.length
    ? html`<ul class="files">
        ${files.map((file) => html`<li>${item(file, isThere, scene)}</li>`)}
      </ul>`
    : nothing;

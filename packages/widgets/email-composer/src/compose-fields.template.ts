import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {live} from 'lit/directives/live.js';
import {
  lateNotice,
  type lateWords,
  lockIcon,
  mailboxList,
  type LanguageController,
  type TextAreaElement,
} from '@deskwire/kit';

import type {CcChangeEvent} from './cc-field.element.js';
import type {ComposeScene} from './compose-scene.js';
import type {EditorFilesEvent} from './editor/editor.events.js';
import type {MailEditor} from './editor/editor.types.js';
import type {ComposeView, EmailView} from './email-composer.view.js';

const fixed = (text: unknown, {language}: ComposeScene): TemplateResult =>
  html`<span class="fixed small"
    >${lockIcon}<span class="hidden-text">${language.t('fixed')}</span><span>${text}</span></span
  >`;

/** Whom it goes to, and what about: To and Subject are fixed, Cc is not (MAIL-3, MAIL-4). */
export const addresses = (view: EmailView, compose: ComposeView, scene: ComposeScene): TemplateResult => {
  const {language, composer} = scene;
  const mode = composer.mode(view);
  const isAll = mode === 'reply-all';
  return html`<dl class="addr">
    <dt>${language.t('to')}</dt>
    <dd>${fixed(mailboxList(compose.to), scene)}</dd>
    <dt>${language.t('cc')}</dt>
    <dd>
      ${keyed(
        `${mode} ${view.interactionId}`,
        html`<dw-cc-field
          .value=${composer.draft(view).cc}
          .fixed=${isAll ? compose.others : []}
          .skip=${[...compose.own, ...compose.to.map(({address}) => address)]}
          ?disabled=${scene.sending.pending}
          @dw-cc-change=${({detail}: CcChangeEvent) => {
            composer.write(view, {cc: detail}, mode);
          }}
        ></dw-cc-field>`,
      )}
    </dd>
    <dt>${language.t('subject')}</dt>
    <dd>${fixed(html`<bdi>${compose.subject}</bdi>`, scene)}</dd>
  </dl>`;
};

/** The box for a quick reply: plain text, nothing else (MAIL-2). */
export const quickBox = (view: EmailView, scene: ComposeScene): TemplateResult => {
  const {language, composer, sending} = scene;
  return html`<div class="quick">
    <dw-text-area
      lines
      rows="4"
      .label=${language.t('write')}
      .placeholder=${language.t('write')}
      .value=${live(composer.draft(view).text)}
      ?disabled=${sending.pending}
      @input=${({target}: Event) => {
        composer.write(view, {text: (target as TextAreaElement).value}, 'quick-reply');
      }}
    ></dw-text-area>
  </div>`;
};

/** The editor, once it is there. */
export const editorBox = (
  view: EmailView,
  scene: ComposeScene,
  late: LanguageController<typeof lateWords.en>,
): unknown => {
  const {language, composer, sending} = scene;
  const doc = composer.doc(view);
  if (!composer.editor.value || !doc) {
    return html`<div class="waits">
      ${lateNotice(late, composer.editor.state === 'failed', () => {
        composer.editor.again();
      })}
    </div>`;
  }
  const mode = composer.mode(view);
  return keyed(
    `${mode} ${view.interactionId}`,
    html`<dw-mail-editor
      .doc=${doc}
      .label=${language.t(mode)}
      .placeholder=${language.t('write')}
      .disabled=${sending.pending}
      .images=${composer.images.of(view.interactionId, mode)}
      @dw-editor-change=${({currentTarget}: Event) => {
        composer.write(view, {doc: (currentTarget as MailEditor).doc}, mode);
      }}
      @dw-editor-files=${({detail}: EditorFilesEvent) => {
        void composer.files.add(detail.files);
      }}
    ></dw-mail-editor>`,
  );
};

/** Files that the agent attached, and those that a reload took. */
export const attached = (view: EmailView, {composer}: ComposeScene): unknown => {
  const tray = composer.files.render();
  return tray === nothing || composer.mode(view) === 'quick-reply'
    ? nothing
    : html`<div class="tray">${tray}</div>`;
};

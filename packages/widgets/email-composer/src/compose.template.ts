import {html, nothing, type TemplateResult} from 'lit';
import {
  acceptOf,
  attachIcon,
  emailIcon,
  type Icon,
  type LanguageController,
  type lateWords,
  MAIL_DATE,
  mailboxList,
  moreIcon,
  quickReplyIcon,
  replyAllIcon,
  replyIcon,
  revertIcon,
  sendIcon,
  trouble,
  waitingIcon,
} from '@deskwire/kit';

import {addresses, attached, editorBox, quickBox} from './compose-fields.template.js';
import {
  cardWarning,
  failedStrip,
  lostFiles,
  obstacleNote,
  saved,
  sendTrouble,
} from './compose-notes.template.js';
import type {ComposeScene} from './compose-scene.js';
import {MAIL_MODES, type ComposeView, type EmailView, type MailMode} from './email-composer.view.js';
import {refusalText} from './refusal-text.js';
import {templateMenu} from './template-menu.template.js';

const ICONS: Readonly<Record<MailMode, Icon>> = {
  'quick-reply': quickReplyIcon,
  reply: replyIcon,
  'reply-all': replyAllIcon,
};

const segment = (view: EmailView, {composer, language, choose, sending}: ComposeScene): TemplateResult =>
  html`<div
    class="seg"
    role="radiogroup"
    aria-label=${language.t('modes')}
    @pointerenter=${() => {
      composer.wantEditor();
    }}
    @focusin=${() => {
      composer.wantEditor();
    }}
  >
    ${MAIL_MODES.map((mode) => {
      const isOn = composer.mode(view) === mode;
      return html`<label class="small ${isOn ? 'on' : ''}">
        <input
          type="radio"
          name="mode"
          class="hidden-text"
          .checked=${isOn}
          ?disabled=${sending.pending}
          @change=${() => {
            choose(mode);
          }}
        />${ICONS[mode]}<span>${language.t(mode)}</span></label
      >`;
    })}
  </div>`;

const head = (view: EmailView, scene: ComposeScene): TemplateResult =>
  html`<div class="head modes">
    ${segment(view, scene)}<span class="grow"></span>
    <dw-button class="view-original" small variant="ghost" @click=${scene.viewOriginal}
      >${emailIcon}<span>${scene.language.t('viewOriginal')}</span></dw-button
    >
  </div>`;

/** The mails that go along beneath the text (MAIL-10). */
const quote = (view: EmailView, scene: ComposeScene): unknown => {
  const {mail, interactionId} = view;
  const {composer, language, isQuoteOpen, toggleQuote} = scene;
  if (!mail) return nothing;
  const {quotes} = composer.draft(view);
  const by = {date: language.time(mail.at, MAIL_DATE), name: mail.from.name ?? mail.from.address};
  return html`<div class="quote ${quotes ? '' : 'off'}">
    <dw-button
      class="dots"
      icon
      small
      variant="ghost"
      .label=${language.t(isQuoteOpen ? 'hideQuote' : 'showQuote')}
      .expanded=${isQuoteOpen}
      @click=${toggleQuote}
      >${moreIcon}</dw-button
    >
    ${
      isQuoteOpen
        ? html`<label class="along">
              <input
                type="checkbox"
                .checked=${quotes}
                @change=${({target}: Event) => {
                  composer.write(view, {quotes: (target as HTMLInputElement).checked});
                }}
              /><span>${language.t('quoteAlong')}</span>
            </label>
            <blockquote>
              <p class="meta">${language.t('quoteOf', by)}</p>
              <dw-mail-body
                .interactionId=${interactionId}
                .mail=${mail}
                .isQuoteShown=${true}
              ></dw-mail-body>
            </blockquote>`
        : nothing
    }
  </div>`;
};

const attachButton = ({composer, language, pickFiles, attach}: ComposeScene): unknown => {
  const {policy} = composer.files;
  return policy
    ? html`<input
          class="files"
          type="file"
          multiple
          hidden
          accept=${acceptOf(policy)}
          @change=${attach}
        /><dw-button icon variant="ghost" .label=${language.t('attach')} @click=${pickFiles}
          >${attachIcon}</dw-button
        >`
    : nothing;
};

const foot = (view: EmailView, compose: ComposeView, scene: ComposeScene): TemplateResult => {
  const {composer, language, sending, send} = scene;
  const isQuick = composer.mode(view) === 'quick-reply';
  const reason = compose.refusal ? refusalText(language.locale, compose.refusal) : '';
  return html`<footer class="foot send ${isQuick ? 'plain' : ''}">
    ${
      isQuick
        ? html`<span class="meta">${language.t('plainText')}</span>`
        : html`${attachButton(scene)} ${templateMenu(view, scene)}`
    }
    <span class="grow"></span>
    <span class="meta saved">${reason || (saved(view, scene) ?? nothing)}</span>
    <dw-button
      class="send"
      variant="primary"
      .pending=${sending.pending}
      .reason=${reason}
      @click=${() => {
        send();
      }}
      >${sendIcon}<span>${language.t('send')}</span></dw-button
    >
  </footer>`;
};

/** An answer that can still be called back. */
const leaving = (view: EmailView, scene: ComposeScene): unknown => {
  const {leaving: mail} = view;
  const {language, now, recall, recalling, dismissRecall} = scene;
  if (!mail?.leavesAt) return nothing;
  const count = Math.max(0, Math.ceil((mail.leavesAt - now) / 1000));
  const {refusal} = recalling;
  return html`<div class="leaving">
      <span class="spot">${waitingIcon}</span>
      <div class="grow">
        <p class="strong num" role="timer">
          ${count > 0 ? language.t('leaving', {count}) : language.t('leavesNow')}
        </p>
        <p class="meta cut">${mailboxList([...mail.to, ...mail.cc])}</p>
      </div>
      ${
        count > 0 || recalling.pending
          ? html`<dw-button class="undo" .pending=${recalling.pending} @click=${recall}
              >${revertIcon}<span>${language.t('undo')}</span></dw-button
            >`
          : nothing
      }
    </div>
    ${
      refusal
        ? trouble(
            {
              text: `${language.t('undo')}: ${refusalText(language.locale, refusal)}`,
              dismiss: dismissRecall,
            },
            language,
          )
        : nothing
    }`;
};

const drop = ({composer, language}: ComposeScene): unknown =>
  composer.drop.isOver && composer.takesFiles
    ? html`<div class="drop">${attachIcon}<span>${language.t('dropHere')}</span></div>`
    : nothing;

const form = (
  view: EmailView,
  compose: ComposeView,
  scene: ComposeScene,
  late: LanguageController<typeof lateWords.en>,
): TemplateResult => {
  const isQuick = scene.composer.mode(view) === 'quick-reply';
  return html`${head(view, scene)} ${failedStrip(view, scene)}
  ${isQuick ? nothing : addresses(view, compose, scene)} ${lostFiles(view, scene)}
  ${isQuick ? quickBox(view, scene) : editorBox(view, scene, late)}
  ${isQuick ? nothing : html`<div class="beneath">${attached(view, scene)} ${quote(view, scene)}</div>`}
  ${cardWarning(view, compose, scene)} ${obstacleNote(view, scene)} ${sendTrouble(scene)}
  ${foot(view, compose, scene)} ${drop(scene)}`;
};

/** Where one answers; while an answer can be called back, that alone. */
export const composer = (
  view: EmailView,
  scene: ComposeScene,
  {
    late,
    keyed,
  }: {readonly late: LanguageController<typeof lateWords.en>; readonly keyed: (event: KeyboardEvent) => void},
): unknown => {
  const {compose} = view;
  if (!compose) return nothing;
  const capture = {handleEvent: keyed, capture: true};
  return html`<section
    class="card composer"
    part="composer"
    aria-label=${scene.language.t('composer')}
    @keydown=${capture}
  >
    ${view.leaving ? leaving(view, scene) : form(view, compose, scene, late)}
  </section>`;
};

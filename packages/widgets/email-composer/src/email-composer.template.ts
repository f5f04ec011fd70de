import {html, nothing, type TemplateResult} from 'lit';
import type {Mailbox} from '@deskwire/domain';
import {
  channelTile,
  emailIcon,
  endIcon,
  fileIcon,
  lockIcon,
  moreIcon,
  refusalText,
  richText,
  sendIcon,
  sentIcon,
  sizeText,
  stateChip,
  warningIcon,
  wrapUpIcon,
  type ActState,
  type Hue,
  type Icon,
  type LanguageController,
} from '@deskwire/kit';

import type {emailWords} from './email-composer.messages.js';
import type {EmailView, MailChip, MailView, ReplyView} from './email-composer.view.js';

/** The two things that the pane can ask for. */
export type MailAct = 'send' | 'end';

/** What the templates need beside the view. */
export interface Scene {
  readonly language: LanguageController<typeof emailWords.en>;
  readonly isThreadOpen: boolean;
  readonly draft: string;
  readonly toggleThread: () => void;
  readonly write: (event: Event) => void;
  state(act: MailAct): ActState;
  act(act: MailAct): void;
  retry(act: MailAct): void;
  dismiss(act: MailAct): void;
}

const looks: Readonly<Record<MailChip, {readonly hue: Hue; readonly icon: Icon}>> = {
  ringing: {hue: 'ringing', icon: emailIcon},
  active: {hue: 'active', icon: emailIcon},
  'wrap-up': {hue: 'wrapup', icon: wrapUpIcon},
  ended: {hue: 'idle', icon: endIcon},
};

const DATE: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

const addressText = ({name, address}: Mailbox): string => (name ? `${name} <${address}>` : address);

const addresses = (mailboxes: readonly Mailbox[]): unknown =>
  mailboxes.map((one, index) => html`${index ? ', ' : ''}<bdi>${addressText(one)}</bdi>`);

const files = ({files}: MailView, {language}: Scene): unknown =>
  files.length
    ? html`<ul class="files" aria-label=${language.t('files')}>
        ${files.map(
          ({name, size}) =>
            html`<li class="chip plain">
              ${fileIcon}<span class="cut"><bdi>${name}</bdi></span
              ><span class="meta num">${sizeText(language.locale, size)}</span>
            </li>`,
        )}
      </ul>`
    : nothing;

const body = (mail: MailView, {language}: Scene): TemplateResult =>
  html`${
    mail.text.trim()
      ? html`<div class="body" dir="auto">${richText(mail.text)}</div>`
      : html`<p class="body muted">${language.t('emptyBody')}</p>`
  }${mail.isCut ? html`<p class="meta">${language.t('cut')}</p>` : nothing}`;

const endButton = (view: EmailView, {language, state, act}: Scene): unknown =>
  view.end
    ? html`<dw-button
        variant="danger"
        .pending=${state('end').pending}
        .reason=${view.end.refusal ? refusalText(language.locale, view.end.refusal) : ''}
        @click=${() => {
          act('end');
        }}
        >${endIcon}${language.t('end')}</dw-button
      >`
    : nothing;

const sender = (view: EmailView, mail: MailView, {language}: Scene): TemplateResult =>
  html`<div class="sender">
    ${channelTile(looks[view.chip].hue, emailIcon)}
    <div class="grow">
      <p>
        <b><bdi>${mail.from.name ?? mail.from.address}</bdi></b>
        ${mail.from.name ? html`<span class="meta"><bdi>${mail.from.address}</bdi></span>` : nothing}
      </p>
      <p class="meta">${language.t('to')} ${addresses(mail.to)}</p>
      ${mail.cc.length ? html`<p class="meta">${language.t('cc')} ${addresses(mail.cc)}</p>` : nothing}
    </div>
    <span class="meta num">${language.time(mail.at, DATE)}</span>
  </div>`;

/** Whose mail it is, what about, and for how long it has been handled. */
export const heading = (view: EmailView, scene: Scene): TemplateResult => {
  const {language} = scene;
  const {hue, icon} = looks[view.chip];
  return html`<header class="mail-head">
    <div class="title">
      <h2 class="name grow" dir="auto">${view.subject || language.t('noSubject')}</h2>
      <dw-timer class="clock" .since=${view.clockSince} .label=${language.t('duration')}></dw-timer>
      ${endButton(view, scene)}
    </div>
    <div class="line">
      ${stateChip(hue, icon, language.t(view.chip))}
      ${view.queue ? html`<span class="meta cut">${view.queue}</span>` : nothing}
    </div>
    ${view.mail ? sender(view, view.mail, scene) : nothing}
  </header>`;
};

const deliveryLooks = {sent: sentIcon, failed: warningIcon} as const;

const delivery = ({delivery}: MailView, {language}: Scene): unknown => {
  if (!delivery) return nothing;
  const icon = delivery === 'sending' ? html`<span class="spin"></span>` : deliveryLooks[delivery];
  return html`<p class="delivery ${delivery === 'failed' ? 'danger hue' : ''}">
    ${icon}${language.t(delivery)}
  </p>`;
};

/** A mail of the thread that is not the one to answer. */
const other = (mail: MailView, scene: Scene): TemplateResult =>
  html`<article class="other ${mail.delivery ? 'mine' : ''}">
    <p class="by">
      <b><bdi>${mail.delivery ? scene.language.t('you') : (mail.from.name ?? mail.from.address)}</bdi></b>
      <span class="meta num">${scene.language.time(mail.at, DATE)}</span>
    </p>
    ${body(mail, scene)} ${files(mail, scene)} ${delivery(mail, scene)}
  </article>`;

/** The mail to answer, and what was answered already. */
export const reading = (view: EmailView, scene: Scene): TemplateResult =>
  html`<div class="reading">
      ${view.mail ? html`${body(view.mail, scene)} ${files(view.mail, scene)}` : nothing}
    </div>
    ${view.answers.map((mail) => other(mail, scene))}`;

/** What stands before it, folded. */
export const thread = ({earlier}: EmailView, scene: Scene): unknown => {
  if (!earlier.length) return nothing;
  const {language, isThreadOpen, toggleThread} = scene;
  return html`<div class="thread">
    <button type="button" class="fold" aria-expanded=${isThreadOpen} @click=${toggleThread}>
      ${moreIcon}<span class="grow">${language.t(isThreadOpen ? 'hideThread' : 'showThread')}</span>
      <span class="meta">${language.t('earlier', {count: earlier.length})}</span>
    </button>
    ${isThreadOpen ? earlier.map((mail) => other(mail, scene)) : nothing}
  </div>`;
};

const fixed = (label: string, value: unknown, {language}: Scene): TemplateResult =>
  html`<div>
    <dt>${label}</dt>
    <dd>
      ${lockIcon}<span class="hidden-text">${language.t('fixed')}</span><span dir="auto">${value}</span>
    </dd>
  </div>`;

const problem = (act: MailAct, scene: Scene): unknown => {
  const {language} = scene;
  const {refusal} = scene.state(act);
  if (!refusal) return nothing;
  return html`<div class="strip danger" role="alert">
    <span class="hue line">${warningIcon}</span>
    <span class="grow"
      >${language.t('refused', {action: language.t(act), reason: refusalText(language.locale, refusal)})}</span
    >
    ${
      refusal.kind === 'transport'
        ? html`<dw-button
            small
            @click=${() => {
              scene.retry(act);
            }}
            >${language.t('retry')}</dw-button
          >`
        : nothing
    }
    <dw-button
      small
      variant="ghost"
      @click=${() => {
        scene.dismiss(act);
      }}
      >${language.t('dismiss')}</dw-button
    >
  </div>`;
};

/** What was refused, where the person acted. */
export const problems = (view: EmailView, scene: Scene): unknown => {
  const isLost = view.answers.at(-1)?.delivery === 'failed';
  return html`${
    isLost
      ? html`<div class="strip danger" role="alert">
          <span class="hue line">${warningIcon}</span
          ><span class="grow">${scene.language.t('notDelivered')}</span>
        </div>`
      : nothing
  }${problem('send', scene)}${problem('end', scene)}`;
};

/** The box for a plain text. */
export const quickReply = (reply: ReplyView, scene: Scene): TemplateResult => {
  const {language, draft, write, state, act} = scene;
  const pending = state('send').pending;
  const why = reply.refusal ? refusalText(language.locale, reply.refusal) : '';
  return html`<section class="compose" aria-label=${language.t('quickReply')}>
    <h3 class="kind">${language.t('quickReply')}</h3>
    <dl class="addresses">
      ${fixed(language.t('to'), addresses(reply.to.map(({address}) => ({address}))), scene)}
      ${fixed(language.t('subject'), reply.subject, scene)}
    </dl>
    <dw-text-area
      .label=${language.t('write')}
      .value=${draft}
      .max=${reply.max}
      .rows=${4}
      ?disabled=${pending}
      @input=${write}
    ></dw-text-area>
    <div class="tools">
      <span class="meta grow">${language.t('plainText')}</span>
      <dw-button
        variant="primary"
        .pending=${pending}
        .reason=${why}
        @click=${() => {
          act('send');
        }}
        >${sendIcon}${language.t('send')}</dw-button
      >
    </div>
  </section>`;
};

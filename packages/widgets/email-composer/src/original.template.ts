import {html, nothing, type TemplateResult} from 'lit';
import type {Mail} from '@deskwire/domain';
import {
  blockedBar,
  channelTile,
  emailIcon,
  endIcon,
  failedDownload,
  infoIcon,
  MAIL_DATE,
  mailContent,
  mailNotice,
  mailRecipients,
  stateChip,
  transferIcon,
  trouble,
  warningIcon,
  wrapUpIcon,
  type Hue,
  type Icon,
} from '@deskwire/kit';

import type {EmailView, MailAction, MailChip} from './email-composer.view.js';
import {refusalText} from './refusal-text.js';
import type {ContactAct, ReadingScene} from './scene.js';
import {laterMails, previousThread} from './thread.template.js';

const looks: Readonly<Record<MailChip, {readonly hue: Hue; readonly icon: Icon}>> = {
  ringing: {hue: 'ringing', icon: emailIcon},
  active: {hue: 'active', icon: emailIcon},
  'wrap-up': {hue: 'wrapup', icon: wrapUpIcon},
  ended: {hue: 'idle', icon: endIcon},
};

const reasonOf = (action: MailAction | undefined, {language}: ReadingScene): string =>
  action?.refusal ? refusalText(language.locale, action.refusal) : '';

const button = (
  act: ContactAct,
  action: MailAction | undefined,
  {scene, icon, pending}: {readonly scene: ReadingScene; readonly icon: Icon; readonly pending: boolean},
): unknown =>
  action
    ? html`<dw-button
        small
        class=${act}
        .variant=${act === 'end' ? 'danger' : 'default'}
        .pending=${pending}
        .reason=${reasonOf(action, scene)}
        @click=${() => {
          scene.act(act);
        }}
        >${icon}<span>${scene.language.t(act)}</span></dw-button
      >`
    : nothing;

const sender = ({chip, queue}: EmailView, mail: Mail, scene: ReadingScene): TemplateResult => {
  const {language} = scene;
  const {name, address} = mail.from;
  return html`<div class="sender">
    ${channelTile(looks[chip].hue, emailIcon)}
    <div class="grow">
      <p class="from">
        <b><bdi>${name ?? address}</bdi></b>
        ${name ? html`<span class="meta"><bdi>${address}</bdi></span>` : nothing}
      </p>
      ${mailRecipients(mail, scene.reading)}
    </div>
    <p class="dated">
      <span class="meta num">${language.time(mail.at, MAIL_DATE)}</span>
      ${queue ? html`<span class="meta cut"><span class="hidden-text">${language.t('queue')}</span><bdi>${queue}</bdi></span>` : nothing}
    </p>
  </div>`;
};

const head = (view: EmailView, scene: ReadingScene): TemplateResult => {
  const {language, end} = scene;
  const {chip, clockSince, mail} = view;
  const {hue, icon} = looks[chip];
  return html`<header class="mail-head">
    <div class="title">
      <h2 id="subject" class="name" tabindex="-1"><bdi>${view.subject || language.t('noSubject')}</bdi></h2>
      ${chip === 'active' ? nothing : stateChip(hue, icon, language.t(chip))}
      <dw-timer
        class="clock"
        .since=${clockSince}
        .label=${language.t(chip === 'wrap-up' ? 'wrapUpTime' : 'duration')}
      ></dw-timer>
      ${
        view.transfer || view.end
          ? html`<span class="acts">
              ${button('transfer', view.transfer, {scene, icon: transferIcon, pending: false})}
              ${button('end', view.end, {scene, icon: endIcon, pending: end.pending})}
            </span>`
          : nothing
      }
    </div>
    ${mail ? sender(view, mail, scene) : nothing}
  </header>`;
};

/** Why a control of the head is off stands below it, too: a tooltip alone reaches not everybody. */
const reasons = ({transfer, end}: EmailView, scene: ReadingScene): unknown => {
  const {language} = scene;
  const [noTransfer, noEnd] = [reasonOf(transfer, scene), reasonOf(end, scene)];
  const texts =
    noTransfer === noEnd && noEnd
      ? [noEnd]
      : [
          noTransfer && language.t('noTransfer', {reason: noTransfer}),
          noEnd && language.t('noEnd', {reason: noEnd}),
        ].filter((text) => text !== '');
  return texts.map(
    (text) => html`<div class="strip small">${infoIcon}<span class="grow">${text}</span></div>`,
  );
};

const asking = ({isAsking, language, endAnyway, keepWriting}: ReadingScene): unknown =>
  isAsking
    ? html`<div class="strip ask danger" role="alertdialog" aria-labelledby="end-ask">
        <span class="hue line small">${warningIcon}</span>
        <span id="end-ask" class="grow">${language.t('endAsk')}</span>
        <dw-button small variant="danger" @click=${endAnyway}
          ><span>${language.t('endAnyway')}</span></dw-button
        >
        <dw-button class="keep" small @click=${keepWriting}
          ><span>${language.t('keepWriting')}</span></dw-button
        >
      </div>`
    : nothing;

const endTrouble = ({language, end: {refusal}, retryEnd, dismissEnd}: ReadingScene): unknown =>
  refusal
    ? trouble(
        {
          text: language.t('refused', {
            action: language.t('end'),
            reason: refusalText(language.locale, refusal),
          }),
          retry: refusal.kind === 'transport' ? retryEnd : undefined,
          dismiss: dismissEnd,
        },
        language,
      )
    : nothing;

const notice = ({notice: mail}: EmailView, {reading}: ReadingScene): unknown =>
  mail ? mailNotice(mail, reading, 'status') : nothing;

/** The mail that is answered, what belongs to it, and what can be done with the contact. */
export const original = (view: EmailView, scene: ReadingScene): TemplateResult => {
  const {interactionId, mail} = view;
  return html`<section class="card original" part="original" aria-labelledby="subject">
    ${head(view, scene)} ${reasons(view, scene)} ${asking(scene)} ${endTrouble(scene)} ${notice(view, scene)}
    ${
      mail
        ? html`${blockedBar(mail, scene.reading)}
            <div class="reading">${mailContent(interactionId, mail, scene.reading)}</div>`
        : nothing
    }
    ${failedDownload(scene.reading, refusalText)} ${laterMails(view, scene)} ${previousThread(view, scene)}
  </section>`;
};

import {html, nothing, type TemplateResult} from 'lit';
import {
  callIcon,
  campaignIcon,
  channelTile,
  infoIcon,
  lockIcon,
  outdialText,
  phoneText,
  warningIcon,
  type Control,
} from '@deskwire/kit';

import type {ContactField, ContactView} from './campaign.view.js';
import {headingText, stageText, valueText, type Words} from './campaign.words.js';
import {refusalText} from './contact-refusals.js';
import type {ContactAct, ContactBody, DialogBody, DialogScene} from './dialog.scene.js';

const identity = (contact: ContactView, {words}: DialogScene): TemplateResult => {
  const rings = contact.stage !== 'preview';
  const {name, number, campaign} = contact;
  return html`<div class="identity ${rings ? 'ringing' : 'connecting'}">
    ${channelTile(rings ? 'ringing' : 'connecting', campaignIcon, rings)}
    <div class="grow">
      <p class="kind hue">${[words.t('campaignCall'), ...(campaign ? [campaign] : [])].join(' · ')}</p>
      <h3 id="who" class="who" tabindex="-1"><bdi>${headingText(words, contact)}</bdi></h3>
      ${
        name !== undefined && number !== undefined
          ? html`<p><bdi class="num">${phoneText(number)}</bdi></p>`
          : nothing
      }
    </div>
  </div>`;
};

/** How far the call is, or why the last one failed: always in the same place. */
const stage = ({contact, failure}: ContactBody, {words}: DialogScene): TemplateResult => {
  const {ringsSince} = contact;
  if (contact.stage === 'preview') {
    return failure
      ? html`<div class="note bar hold" id="stage">
          ${warningIcon}<span class="grow">${outdialText(words.locale, failure)}</span>
        </div>`
      : html`<div class="note bar" id="stage">
          ${infoIcon}<span class="grow">${stageText(words, contact)}</span>
        </div>`;
  }
  return html`<div class="note bar ringing" id="stage">
    ${callIcon}<b class="grow hue">${stageText(words, contact)}</b>
    ${
      ringsSince === undefined
        ? nothing
        : html`<dw-timer class="hue strong" .since=${ringsSince} .label=${words.t('ringingTime')}></dw-timer>`
    }
  </div>`;
};

/** A secure value is not even in the view: a mask stands for it, and says so. */
const MASK = '••••••';

const value = (one: ContactField, words: Words): TemplateResult => {
  if (one.masked) {
    return html`<dd>
      <span aria-hidden="true">${MASK}</span><span class="hidden-text">${words.t('secure')}</span>
    </dd>`;
  }
  const text = valueText(words, one);
  return text === undefined
    ? html`<dd class="muted">${words.t('notSet')}</dd>`
    : html`<dd class="value"><bdi>${text}</bdi></dd>`;
};

const fields = ({fields: all}: ContactView, {words}: DialogScene): unknown =>
  all.length === 0
    ? nothing
    : html`<dl class="fields">
        ${all.map(
          (one) =>
            html`<dt>${words.label(one.label)}${one.secure ? html`&nbsp;${lockIcon}` : nothing}</dt>
              ${value(one, words)}`,
        )}
      </dl>`;

const refusalNote = (text: string, ...acts: readonly unknown[]): TemplateResult =>
  html`<div class="note danger refusal" role="alert">
    ${warningIcon}
    <div class="grow">
      ${text}
      <div class="acts">${acts}</div>
    </div>
  </div>`;

const link = (label: string, run: () => void): TemplateResult =>
  html`<button class="btn link" type="button" @click=${run}>${label}</button>`;

const contactRefusal = ({interactionId}: ContactView, {words, acts}: DialogScene): unknown => {
  const refusal = acts.refusal(interactionId);
  if (!refusal) return nothing;
  const retry = link(words.t('retry'), () => {
    acts.retry(interactionId);
  });
  const dismiss = link(words.t('dismiss'), () => {
    acts.dismiss(interactionId);
  });
  return refusalNote(refusalText(words, refusal), refusal.kind === 'transport' ? retry : nothing, dismiss);
};

/** Why the contact cannot be called now; empty where it can, or where it is called already. */
const obstacle = ({contact: {call, stage: at}}: ContactBody, words: Words): string =>
  at === 'preview' && call.shown && call.refusal ? refusalText(words, call.refusal) : '';

interface ActButton {
  readonly act: ContactAct;
  readonly control: Control;
  readonly content: unknown;
  /** It is not the command that is under way, but what came of it. */
  readonly busy?: boolean;
}

const actButton = (
  {interactionId}: ContactView,
  {words, acts}: DialogScene,
  {act, control, content, busy = false}: ActButton,
): unknown => {
  if (!control.shown) return nothing;
  return html`<dw-button
    class=${act}
    variant=${act === 'call' ? 'primary' : act === 'cancel' ? 'ghost' : 'default'}
    .pending=${busy || acts.isPending(act, interactionId)}
    .reason=${control.refusal ? refusalText(words, control.refusal) : ''}
    @click=${() => {
      acts.run(act, interactionId);
    }}
    >${content}</dw-button
  >`;
};

/** The buttons stand where they are from the first look to the answer, so that the pointer never lands on another one. */
const contactFoot = (body: ContactBody, scene: DialogScene): TemplateResult => {
  const {contact, failure} = body;
  const {words} = scene;
  const call = html`${callIcon}<span>${words.t(failure ? 'callAgain' : 'call')}</span>`;
  return html`<footer class="foot">
    <span class="grow muted">${obstacle(body, words)}</span>
    ${actButton(contact, scene, {act: 'cancel', control: contact.cancel, content: words.t('cancel')})}
    ${actButton(contact, scene, {act: 'skip', control: contact.skip, content: words.t('skip')})}
    ${actButton(contact, scene, {
      act: 'call',
      control: contact.call,
      content: call,
      busy: contact.stage !== 'preview',
    })}
  </footer>`;
};

const contactBody = (body: ContactBody, scene: DialogScene): TemplateResult =>
  html`${identity(body.contact, scene)} ${stage(body, scene)} ${fields(body.contact, scene)}
    <div class="bottom">${contactRefusal(body.contact, scene)} ${contactFoot(body, scene)}</div>`;

type Fetching = Extract<DialogBody, {kind: 'fetching'}>;

/** Where there is no contact: why, and the way on. */
const noContact = (body: Exclude<DialogBody, ContactBody | Fetching>, scene: DialogScene): TemplateResult => {
  const {words} = scene;
  switch (body.kind) {
    case 'refused':
      return refusalNote(
        refusalText(words, body.refusal),
        body.refusal.kind === 'transport' ? link(words.t('retry'), scene.fetch) : nothing,
      );
    case 'over':
      return html`<p class="absent">${campaignIcon}<span>${body.text}</span></p>
        <footer class="foot">
          <span class="grow"></span>
          <dw-button variant=${body.again ? 'ghost' : 'default'} @click=${scene.close}
            >${words.t('close')}</dw-button
          >
          ${
            body.again
              ? html`<dw-button class="call" variant="primary" @click=${scene.fetch}
                  >${words.t('next')}</dw-button
                >`
              : nothing
          }
        </footer>`;
  }
};

/** What is in the dialog: the contact, or why there is none. */
export const dialogContent = (body: Exclude<DialogBody, Fetching>, scene: DialogScene): TemplateResult =>
  body.kind === 'contact' ? contactBody(body, scene) : noContact(body, scene);

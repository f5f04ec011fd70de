import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {acceptOf, cannedIcon, infoIcon, trouble, warningIcon, type Icon} from '@deskwire/kit';

import type {BodyScene} from './body-scene.js';
import {bodyRefusalText as refusalText} from './body-refusal-text.js';
import type {ChatView, Closed} from './chat-pane.view.js';
import type {Obstacle} from './composer.js';

const CLOSED = {
  'customer-left': 'closedLeft',
  'customer-left-conference': 'closedLeftConference',
  'customer-left-guest': 'closedLeftGuest',
  'not-accepted': 'closedNotAccepted',
  ended: 'closedEnded',
} as const;

const closedText = (closed: Closed | undefined, {language}: BodyScene): string => {
  if (!closed) return '';
  return closed.why === 'refused'
    ? refusalText(language.locale, closed.refusal)
    : language.t(CLOSED[closed.why]);
};

const link = (text: string, act: () => void): TemplateResult =>
  html`<button type="button" class="btn link" @click=${act}>${text}</button>`;

const note = (icon: Icon, hue: string, text: string, acts: unknown): TemplateResult =>
  html`<div class="note ${hue}">
    ${icon}<span class="grow">${text}<span class="acts">${acts}</span></span>
  </div>`;

const obstacleText = (obstacle: Obstacle, {language}: BodyScene): string => {
  switch (obstacle.why) {
    case 'card':
      return language.t(obstacle.fate === 'refused' ? 'cardRefused' : 'cardRemoved');
    case 'blanks':
      return language.t('blanks', {places: obstacle.places.join(', '), count: obstacle.places.length});
    default:
      return language.t('notSent', {reason: refusalText(language.locale, obstacle.refusal)});
  }
};

/** Above Send: what its writer should see before it goes. Only a number that is refused anyway leaves no choice. */
const warning = (view: ChatView, scene: BodyScene): TemplateResult => {
  const {composer, language} = scene;
  const {interactionId: id} = view;
  const found = composer.obstacle(id);
  const isFinal = found?.why === 'unsent' || (found?.why === 'card' && found.fate === 'refused');
  return html`<div slot="below" class="warning" role="alert">
    ${
      found
        ? note(warningIcon, found.why === 'unsent' ? 'danger' : 'hold', obstacleText(found, scene), [
            isFinal
              ? nothing
              : link(language.t('sendAnyway'), () => {
                  composer.sendAnyway(view);
                }),
            link(language.t('edit'), () => {
              composer.edit(id);
            }),
          ])
        : nothing
    }
  </div>`;
};

const lost = ({interactionId: id}: ChatView, {composer, language}: BodyScene): unknown => {
  const names = composer.drafts.lost(id);
  if (names.length === 0) return nothing;
  return html`<div slot="above" class="lost" role="status">
    ${note(
      infoIcon,
      'idle',
      language.t('lostFiles', {names: names.join(', '), count: names.length}),
      link(language.t('dismiss'), () => {
        composer.drafts.forgetLost(id);
      }),
    )}
  </div>`;
};

const cannedButton = ({canned, language}: BodyScene): unknown =>
  canned.responses.length > 0
    ? html`<dw-button
        slot="tools"
        class="canned-button"
        icon
        variant="ghost"
        .label=${language.t('canned')}
        .popup=${'dialog'}
        .expanded=${canned.isOpen}
        .pending=${canned.isLoading}
        @click=${canned.toggle}
        >${cannedIcon}</dw-button
      >`
    : nothing;

const waitsFor = ({composer, language}: BodyScene): string => {
  const {obstacle} = composer.files;
  if (!obstacle) return '';
  return language.t(obstacle === 'failed' ? 'uploadFailed' : 'uploading');
};

const box = (view: ChatView, scene: BodyScene): TemplateResult => {
  const {composer, canned, language} = scene;
  const {interactionId: id} = view;
  const {policy, tray} = composer.files;
  return html`<dw-compose-box
    .value=${live(composer.drafts.text(id))}
    .placeholder=${language.t('placeholder')}
    .closed=${closedText(view.closed, scene)}
    .reason=${waitsFor(scene)}
    .pending=${composer.isLooking(id)}
    .hasFiles=${(tray?.ready.length ?? 0) > 0}
    .accept=${policy ? acceptOf(policy) : undefined}
    @dw-compose-draft=${({detail}: CustomEvent<{text: string}>) => {
      composer.write(view, detail.text);
    }}
    @dw-compose-send=${({detail}: CustomEvent<{text: string}>) => {
      composer.send(view, detail.text);
    }}
    @dw-compose-files=${({detail}: CustomEvent<{files: readonly File[]}>) => {
      void composer.files.add(detail.files);
    }}
    @dw-compose-slash=${(event: Event) => {
      if (canned.responses.length === 0) return;
      event.preventDefault();
      canned.open();
    }}
    >${lost(view, scene)}${composer.files.render()}${cannedButton(scene)}${warning(view, scene)}</dw-compose-box
  >`;
};

const download = (scene: BodyScene): unknown => {
  const {downloads, language} = scene;
  const {failed} = downloads;
  if (!failed) return nothing;
  const {file, refusal} = failed;
  const reason = refusalText(language.locale, refusal);
  return trouble(
    {
      text: language.t('downloadFailed', {name: file.name, reason}),
      retry:
        refusal.kind === 'transport'
          ? () => {
              downloads.retry();
            }
          : undefined,
      dismiss: () => {
        downloads.dismiss();
      },
    },
    language,
  );
};

/** Where the agent writes, and what came to nothing in the conversation above. */
export const compose = (view: ChatView, scene: BodyScene): TemplateResult =>
  html`${download(scene)} ${box(view, scene)}`;

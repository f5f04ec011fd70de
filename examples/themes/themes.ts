// A desk whose theme is changed while an agent works: the page changes one style sheet for another, and nothing else.
import {sampleCall, sampleChat, sampleMail, Simulator} from '@deskwire/adapter-simulator';
import '@deskwire/agent-state/define.js';
import '@deskwire/cad-editor/define.js';
import '@deskwire/chat-pane/define.js';
import '@deskwire/consult-dialog/define.js';
import '@deskwire/desk/define.js';
import '@deskwire/email-composer/define.js';
import '@deskwire/history/define.js';
import '@deskwire/incoming-call/define.js';
import '@deskwire/interaction-control/define.js';
import '@deskwire/outdial/define.js';
import '@deskwire/task-list/define.js';
import '@deskwire/transfer-dialog/define.js';
import '@deskwire/wrap-up/define.js';

const one = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] => {
  const found = document.querySelector(tag);
  if (!found) throw new Error(`The page has no ${tag}`);
  return found;
};

// The themes.

const page = document.documentElement;
const select = one('select');

/** The new sheet comes before the old one goes: there is no moment without a theme. */
const wear = (name: string): void => {
  const next = document.createElement('link');
  next.rel = 'stylesheet';
  next.href = `${name}.css`;
  next.addEventListener('load', () => {
    // Somebody may have chosen another one meanwhile.
    if (select.value !== name) {
      next.remove();
      return;
    }
    document.getElementById('theme')?.remove();
    next.id = 'theme';
    // A theme says with `color-scheme` for which scheme it was written, and the widgets are told by the attribute.
    page.dataset['dwTheme'] = getComputedStyle(page).colorScheme;
  });
  document.head.append(next);
};
select.addEventListener('change', () => {
  wear(select.value);
});

// The desk.

const desk = one('dw-desk');
const simulator = new Simulator({language: 'en'});
const arrive = {
  voice: () => simulator.callArrives(sampleCall('en')),
  chat: () => simulator.chatArrives(sampleChat('en')),
  email: () => simulator.mailArrives(sampleMail('en')),
} as const;
desk.port = simulator.port('yoon');
for (const [channel, arrives] of Object.entries(arrive))
  document.querySelector(`[data-customer="${channel}"]`)?.addEventListener('click', arrives);

/** Brings one contact in front. */
const choose = (id: string | undefined): void => {
  one('dw-task-list').selectedId = id;
  for (const widget of [
    one('dw-interaction-control'),
    one('dw-chat-pane'),
    one('dw-email-composer'),
    one('dw-wrap-up'),
    one('dw-cad-editor'),
    one('dw-contact-history'),
  ])
    widget.interactionId = id;
};
desk.addEventListener('dw-accept-done', ({detail}) => {
  choose(detail.interactionId);
});
desk.addEventListener('dw-task-selected', ({detail}) => {
  choose(detail.interactionId);
});
desk.addEventListener('dw-wrap-up-done', () => {
  choose(undefined);
});
desk.addEventListener('dw-consult-open', ({detail}) => one('dw-consult-dialog').open(detail.interactionId));
desk.addEventListener('dw-transfer-open', ({detail}) => one('dw-transfer-dialog').open(detail.interactionId));

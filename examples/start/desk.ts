// A whole desk in a CRM page: what a company writes to put Deskwire's widgets where it wants them.
import {GatewayError, gatewayPort, signIn, type SignedIn} from '@deskwire/adapter-gateway';
import '@deskwire/agent-state/define.js';
import '@deskwire/chat-pane/define.js';
import '@deskwire/consult-dialog/define.js';
import '@deskwire/desk/define.js';
import '@deskwire/email-composer/define.js';
import '@deskwire/incoming-call/define.js';
import '@deskwire/interaction-control/define.js';
import '@deskwire/task-list/define.js';
import '@deskwire/transfer-dialog/define.js';
import '@deskwire/wrap-up/define.js';
import type {InteractionArrival} from '@deskwire/desk';
import type {AcceptDoneEvent} from '@deskwire/incoming-call';
import type {ConsultOpenEvent, TransferOpenEvent} from '@deskwire/interaction-control';
import {engagementOf, type Channel, type DeskState} from '@deskwire/domain';
import {phoneText, refusalText} from '@deskwire/kit';

import {armPage, byId, language} from './page.js';

const url = location.origin;
const asked = new URLSearchParams(location.search).get('agent') ?? 'yoon';
// In this tab only: two tabs are two agents, and a reload keeps the desk.
const TOKEN = `deskwire-token-${asked}`;

const desk = byId<HTMLElementTagNameMap['dw-desk']>('desk');
const tasks = document.querySelector('dw-task-list');
const panes = {
  voice: document.querySelector('dw-interaction-control'),
  chat: document.querySelector('dw-chat-pane'),
  email: document.querySelector('dw-email-composer'),
} as const;

/** Social messages are handled like chats. */
const paneOf = (channel: Channel) => panes[channel === 'social' ? 'chat' : channel];

// Signing in.

const showGate = (why = ''): void => {
  byId('gate').hidden = false;
  byId('desk-page').hidden = true;
  byId<HTMLInputElement>('user').value = asked;
  byId('sign-in-error').textContent = why;
};

const open = (token: string): void => {
  byId('gate').hidden = true;
  byId('desk-page').hidden = false;
  desk.port = gatewayPort({url, token});
};

const wordsOf = (error: unknown): string =>
  error instanceof GatewayError ? refusalText(language(), error.refusal) : String(error);

byId('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  const user = byId<HTMLInputElement>('user').value;
  const password = byId<HTMLInputElement>('password').value;
  signIn({url, user, password}).then(
    ({token}: SignedIn) => {
      sessionStorage.setItem(TOKEN, token);
      open(token);
    },
    (error: unknown) => {
      byId('sign-in-error').textContent = wordsOf(error);
    },
  );
});

desk.addEventListener('dw-connection-changed', ({detail: {status}}) => {
  if (status.state !== 'closed' || !status.loss) return;
  sessionStorage.removeItem(TOKEN);
  showGate(refusalText(language(), status.loss.refusal));
});

// Which contact is in front.

let chosen: string | undefined;

const stateNow = (): DeskState | undefined => desk.stream?.snapshot();

/** Shows one contact's pane alone, or, with nothing chosen, every pane with what it follows by itself. */
const choose = (interactionId: string | undefined): void => {
  const channel = interactionId ? stateNow()?.interactions.get(interactionId)?.channel : undefined;
  chosen = channel ? interactionId : undefined;
  if (tasks) tasks.selectedId = chosen;
  for (const pane of Object.values(panes)) {
    if (!pane) continue;
    pane.hidden = channel !== undefined && pane !== paneOf(channel);
    pane.interactionId = channel && pane === paneOf(channel) ? chosen : undefined;
  }
};

/** Whether the agent has anything that a pane would show. */
const isBusy = (): boolean =>
  [...(stateNow()?.interactions.values() ?? [])].some((interaction) => {
    const phase = engagementOf(interaction, stateNow()?.profile?.id)?.phase;
    return phase === 'active' || phase === 'wrap-up';
  });

const refreshHint = (): void => {
  byId('nothing').hidden = isBusy();
};

document.body.addEventListener('dw-task-selected', ({detail}) => {
  choose(detail.interactionId);
  showRecord(detail.interactionId);
});
document.body.addEventListener('dw-accept-done', ({detail}: AcceptDoneEvent) => {
  choose(detail.interactionId);
});
desk.addEventListener('dw-interaction-ended', ({detail}) => {
  // Its wrap-up stays in front; what is over altogether makes room.
  if (detail.interactionId === chosen && !stateNow()?.interactions.has(detail.interactionId))
    choose(undefined);
});
// The call pane asks for a dialog; which one, and where, is the page's affair.
document.body.addEventListener('dw-consult-open', ({detail}: ConsultOpenEvent) => {
  document.querySelector('dw-consult-dialog')?.open(detail.interactionId);
});
document.body.addEventListener('dw-transfer-open', ({detail}: TransferOpenEvent) => {
  document.querySelector('dw-transfer-dialog')?.open(detail.interactionId);
});

let followed: typeof desk.stream;
desk.addEventListener('dw-connection-changed', () => {
  const {stream} = desk;
  if (!stream || stream === followed) return;
  followed = stream;
  stream.state$.subscribe(({interactions}) => {
    if (chosen && !interactions.has(chosen)) choose(undefined);
    refreshHint();
  });
});

// The screen pop: the CRM opens the record of whoever comes.

const showRecord = (interactionId: string): void => {
  const interaction = stateNow()?.interactions.get(interactionId);
  if (interaction) fillRecord(interaction);
};

/** A row of the record; one without a value is not shown. */
const fill = (field: string, value: string | undefined): void => {
  byId(`record-${field}`).textContent = value ?? '';
  byId(`record-${field}-row`).hidden = !value;
};

const fillRecord = ({customer, queue}: Pick<InteractionArrival, 'customer' | 'queue'>): void => {
  byId('record').hidden = false;
  byId('record-empty').hidden = true;
  fill('name', customer.name);
  fill('number', customer.number && phoneText(customer.number));
  fill('email', customer.email);
  fill('queue', queue?.name);
};

desk.addEventListener('dw-interaction-arrived', ({detail}) => {
  fillRecord(detail);
});

armPage((to) => {
  desk.language = to;
  document.title = to === 'ko' ? `데스크: ${asked}` : `Desk: ${asked}`;
});
const token = sessionStorage.getItem(TOKEN);
if (token) open(token);
else showGate();

// A whole desk in a CRM page: what a company writes to put Deskwire's widgets where it wants them.
import {GatewayError, gatewayPort, signIn, type SignedIn} from '@deskwire/adapter-gateway';
import '@deskwire/agent-state/define.js';
import '@deskwire/cad-editor/define.js';
import '@deskwire/campaign/define.js';
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
import type {CadLeaveDoneEvent} from '@deskwire/cad-editor';
import type {AcceptDoneEvent} from '@deskwire/incoming-call';
import type {ConsultOpenEvent, TransferOpenEvent} from '@deskwire/interaction-control';
import {
  engagementOf,
  selectAgentId,
  type Channel,
  type DeskState,
  type Fact,
  type Interaction,
} from '@deskwire/domain';
import {refusalText} from '@deskwire/kit';

import {armPage, byId, language} from './page.js';
import {openRecord, showRecord} from './record.js';

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
/** What goes with every contact, of whatever channel. */
const beside = [
  document.querySelector('dw-cad-editor'),
  document.querySelector('dw-call-guide'),
  document.querySelector('dw-contact-history'),
];

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

/** Brings one contact in front, with its customer's record, or, with none, lets every widget follow what it follows by itself. */
const choose = (interactionId: string | undefined): void => {
  const channel = interactionId ? stateNow()?.interactions.get(interactionId)?.channel : undefined;
  chosen = channel ? interactionId : undefined;
  if (tasks) tasks.selectedId = chosen;
  for (const pane of Object.values(panes))
    if (pane) pane.interactionId = channel && pane === paneOf(channel) ? chosen : undefined;
  for (const widget of beside) if (widget) widget.interactionId = chosen;
  const interaction = chosen === undefined ? undefined : stateNow()?.interactions.get(chosen);
  if (interaction) openRecord(interaction);
  showPanes();
};

/** Whatever of this agent's a pane would show. */
const inHand = (): readonly Interaction[] =>
  [...(stateNow()?.interactions.values() ?? [])].filter((interaction) => {
    const phase = engagementOf(interaction, stateNow()?.profile?.id)?.phase;
    return phase === 'active' || phase === 'wrap-up';
  });

/** Shows the pane of the chosen contact; with none chosen, those that have something to show. */
const showPanes = (): void => {
  const contacts = inHand();
  const inFront = chosen === undefined ? contacts : contacts.filter(({id}) => id === chosen);
  const wanted = new Set(inFront.map(({channel}) => paneOf(channel)));
  for (const pane of Object.values(panes)) if (pane) pane.hidden = !wanted.has(pane);
  byId('nothing').hidden = contacts.length > 0;
};

document.body.addEventListener('dw-task-selected', ({detail}) => {
  choose(detail.interactionId);
});
document.body.addEventListener('dw-accept-done', ({detail}: AcceptDoneEvent) => {
  choose(detail.interactionId);
});
// Whoever stays with unsaved edits keeps the whole contact in front, not its data alone.
document.body.addEventListener('dw-cad-leave-done', ({detail}: CadLeaveDoneEvent) => {
  if (detail.answer === 'stay') choose(detail.interactionId);
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

/** A call on a desk phone, or one that the agent made, begins without a press on the desk: it comes in front, too. */
const followCall = (fact: Fact): void => {
  const state = stateNow();
  if (fact.type !== 'engagement.accepted' || !state || fact.agentId !== selectAgentId(state)) return;
  if (state.interactions.get(fact.interactionId)?.channel === 'voice') choose(fact.interactionId);
};

let followed: typeof desk.stream;
desk.addEventListener('dw-connection-changed', () => {
  const {stream} = desk;
  if (!stream || stream === followed) return;
  followed = stream;
  stream.state$.subscribe(({interactions}) => {
    if (chosen && !interactions.has(chosen)) choose(undefined);
    showPanes();
  });
  stream.facts$.subscribe(followCall);
});

// The screen pop: the CRM opens the record of whoever comes.
desk.addEventListener('dw-interaction-arrived', ({detail}) => {
  openRecord(detail);
});

armPage((to) => {
  desk.language = to;
  showRecord();
  document.title = to === 'ko' ? `데스크: ${asked}` : `Desk: ${asked}`;
});
const token = sessionStorage.getItem(TOKEN);
if (token) open(token);
else showGate();

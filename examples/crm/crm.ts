// What a CRM writes to have a desk: it opens records when somebody comes, notes what was done, and has its numbers called.
import '@deskwire/agent-state/define.js';
import '@deskwire/chat-pane/define.js';
import '@deskwire/consult-dialog/define.js';
import '@deskwire/desk/define.js';
import '@deskwire/incoming-call/define.js';
import '@deskwire/interaction-control/define.js';
import '@deskwire/outdial/define.js';
import '@deskwire/task-list/define.js';
import '@deskwire/transfer-dialog/define.js';
import '@deskwire/wrap-up/define.js';
import type {InteractionSummary} from '@deskwire/desk';
import {labelText} from '@deskwire/kit';

import {connect} from '../backend.js';

import {accountOf, log, openAccount, openedAccount} from './records.js';

const one = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] => {
  const found = document.querySelector(tag);
  if (!found) throw new Error(`The page has no ${tag}`);
  return found;
};
const desk = one('dw-desk');
const contacts = new Map<string, InteractionSummary>();

// The screen pop: whoever comes has their account opened while it still rings.
desk.addEventListener('dw-interaction-arrived', ({detail}) => {
  contacts.set(detail.interactionId, detail);
  openAccount(accountOf(detail.customer));
});

// Accepted or chosen: that contact and its account come in front.
const choose = (id: string | undefined): void => {
  one('dw-task-list').selectedId = id;
  for (const pane of [one('dw-interaction-control'), one('dw-chat-pane'), one('dw-wrap-up')])
    pane.interactionId = id;
  const contact = id === undefined ? undefined : contacts.get(id);
  if (contact) openAccount(accountOf(contact.customer));
};
desk.addEventListener('dw-accept-done', ({detail}) => choose(detail.interactionId));
desk.addEventListener('dw-task-selected', ({detail}) => choose(detail.interactionId));
desk.addEventListener('dw-consult-open', ({detail}) => one('dw-consult-dialog').open(detail.interactionId));
desk.addEventListener('dw-transfer-open', ({detail}) => one('dw-transfer-dialog').open(detail.interactionId));

// The activity: one line for every contact that is wrapped up, with the reasons that were chosen.
desk.addEventListener('dw-wrap-up-done', ({detail}) => {
  const contact = contacts.get(detail.interactionId);
  const reasons = desk.stream?.snapshot().tenant?.wrapUpReasons ?? [];
  const names = reasons
    .filter(({id}) => detail.reasonIds.includes(id))
    .map(({label}) => labelText('en', label));
  if (contact) log(accountOf(contact.customer), `${contact.channel}, ${contact.origin}: ${names.join(', ')}`);
  contacts.delete(detail.interactionId);
  choose(undefined);
});

// Click-to-dial: `tel:` links of the page are called by `<dw-outdial tel-links="call">`; a button calls by the method.
document.getElementById('call-back')?.addEventListener('click', () => {
  const account = openedAccount();
  if (!account?.phone) return;
  void one('dw-outdial')
    .dial(account.phone)
    .then(({kind}) => {
      if (kind !== 'connected') log(account, `Called without success: ${kind}`);
    });
});

const {port, customer} = await connect();
desk.port = port;
for (const [id, channel] of [
  ['calls', 'voice'],
  ['writes', 'chat'],
] as const) {
  const button = document.getElementById(id);
  if (button) button.hidden = !customer;
  button?.addEventListener('click', () => customer?.(channel));
}

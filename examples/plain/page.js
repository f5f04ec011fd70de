// Plain HTML: the tags stand in the page, the import map says where `@deskwire/` lies. Nothing is built.
import '@deskwire/agent-state.js';
import '@deskwire/chat-pane.js';
import '@deskwire/consult-dialog.js';
import '@deskwire/desk.js';
import '@deskwire/incoming-call.js';
import '@deskwire/interaction-control.js';
import '@deskwire/task-list.js';
import '@deskwire/transfer-dialog.js';
import '@deskwire/wrap-up.js';

const desk = document.querySelector('dw-desk');
const byId = (id) => document.getElementById(id);

/** With `?gateway=https://…` the desk is one of that gateway; else a contact centre is simulated in the page. */
const url = new URLSearchParams(location.search).get('gateway');
if (url === null) {
  const {Simulator, sampleCall, samplePlainChat} = await import('@deskwire/adapter-simulator.js');
  const simulator = new Simulator();
  desk.port = simulator.port('yoon');
  const arrive = {
    voice: () => simulator.callArrives(sampleCall('en')),
    chat: () => simulator.chatArrives(samplePlainChat('en')),
  };
  for (const button of document.querySelectorAll('[data-customer]'))
    button.addEventListener('click', () => arrive[button.dataset.customer]());
} else {
  const {gatewayPort, signIn} = await import('@deskwire/adapter-gateway.js');
  for (const button of document.querySelectorAll('[data-customer]')) button.remove();
  const {token} = await signIn({url, user: prompt('User', 'yoon'), password: prompt('Password', 'demo')});
  desk.port = gatewayPort({url, token});
}

// What happens comes out by events.
let handled = 0;
desk.addEventListener('dw-interaction-arrived', ({detail}) => {
  byId('last').textContent = `Last contact: ${detail.customer.name}`;
});
desk.addEventListener('dw-wrap-up-done', () => {
  byId('handled').value = `Handled: ${(handled += 1)}`;
  choose(undefined);
});

/** Which contact is in front. */
function choose(id) {
  desk.querySelector('dw-task-list').selectedId = id;
  for (const pane of desk.querySelectorAll('dw-interaction-control, dw-chat-pane, dw-wrap-up'))
    pane.interactionId = id;
}
desk.addEventListener('dw-accept-done', ({detail}) => choose(detail.interactionId));
desk.addEventListener('dw-task-selected', ({detail}) => choose(detail.interactionId));

// The call pane asks for a dialog; which one, and where, is the page's affair.
for (const name of ['consult', 'transfer'])
  desk.addEventListener(`dw-${name}-open`, ({detail}) =>
    desk.querySelector(`dw-${name}-dialog`).open(detail.interactionId),
  );

byId('handled').value = 'Handled: 0';
byId('language').addEventListener('change', ({target}) => (desk.language = target.value));
byId('toggle').addEventListener('click', ({target}) => {
  if (desk.isConnected) desk.remove();
  else document.body.append(desk);
  target.textContent = desk.isConnected ? 'Close the desk' : 'Open the desk';
});

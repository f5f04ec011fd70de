// A company's website with Deskwire's chat: the customer's side.
import {gatewayPort, visit} from '@deskwire/adapter-gateway';
import '@deskwire/desk/define.js';
import '@deskwire/visitor-chat/define.js';

import {armPage, byId, language} from './page.js';

const url = location.origin;
// For this tab: a reload finds the conversation again.
const TOKEN = 'deskwire-visit';

const desk = byId<HTMLElementTagNameMap['dw-desk']>('desk');
const chat = byId<HTMLElementTagNameMap['dw-visitor-chat']>('chat');

chat.start = async (form) => {
  const {token} = await visit({url, ...form, language: language()});
  sessionStorage.setItem(TOKEN, token);
  desk.port = gatewayPort({url, token});
};

desk.addEventListener('dw-connection-changed', ({detail: {status}}) => {
  // The token is no longer good for anything: the page begins anew when it is loaded again.
  if (status.state === 'closed') sessionStorage.removeItem(TOKEN);
});

armPage((to) => {
  desk.language = to;
});
const token = sessionStorage.getItem(TOKEN);
if (token) desk.port = gatewayPort({url, token});

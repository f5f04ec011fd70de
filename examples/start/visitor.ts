// A company's website with Deskwire's chat: the customer's side. `?corner` puts it into the corner of the page.
import '@deskwire/desk/define.js';
import '@deskwire/visitor-chat/define.js';

import {armPage, byId} from './page.js';
import {connectVisits} from './visits.js';

const desk = byId<HTMLElementTagNameMap['dw-desk']>('desk');
const chat = byId<HTMLElementTagNameMap['dw-visitor-chat']>('chat');

chat.launcher = new URLSearchParams(location.search).has('corner');
connectVisits(desk, chat);
armPage((to) => {
  desk.language = to;
});

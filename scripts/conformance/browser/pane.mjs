// Chat panes in a page, on a stream that the page plays.
import {clockContext, createClock, provideContext, streamContext} from '@deskwire/kit';
import {fakeStream} from '@deskwire/testing/fake-stream.js';
import {AGENT, aMessage, anActive, chatOf, NOON} from '@deskwire/testing/fixtures.js';
import '@deskwire/chat-pane/define.js';
import {deepElements, deepFind, painted, until} from './deep.mjs';

const {document} = globalThis;

export const CUSTOMER = {kind: 'customer'};
export const ME = {kind: 'agent', id: AGENT.id, name: AGENT.name};

/** A chat with these messages: `{id, from, text, ...}`, a second apart. */
export const aChat = (id, messages, set = {}) =>
  anActive({
    id,
    channel: 'chat',
    content: chatOf(
      ...messages.map((message, index) =>
        aMessage({at: NOON - (messages.length - index) * 1_000, ...message}),
      ),
    ),
    ...set,
  });

/** Gives the page a desk; everything in it is told through the stream that is answered. */
export function openDesk(options = {}) {
  const stream = fakeStream(options);
  provideContext(document.body, streamContext, stream.handle);
  provideContext(document.body, clockContext, createClock(stream.handle.now));
  return stream;
}

/** Puts a pane into the page, as wide and as high as said. */
export function addPane(width, height) {
  const place = document.createElement('div');
  Object.assign(place.style, {width: `${width}px`, height: `${height}px`, display: 'inline-grid'});
  const pane = document.createElement('dw-chat-pane');
  place.append(pane);
  document.body.append(place);
  return pane;
}

/** The element that holds the text of a message; undefined where it is not on the screen. */
export const textOf = (pane, messageId) => deepFind(pane, `[id="text-${messageId}"]`);

const logOf = (pane) => deepFind(pane, '[role="log"]');

/** The same, scrolled to where it is not on the screen yet. */
export async function reveal(pane, messageId) {
  const there = textOf(pane, messageId);
  const log = logOf(pane);
  if (there || !log) return there;
  for (let top = 0; top <= log.scrollHeight; top += Math.max(100, log.clientHeight / 2)) {
    log.scrollTop = top;
    await painted();
    const found = textOf(pane, messageId);
    if (found) return found;
  }
  return undefined;
}

/** Shows a conversation in a pane, and waits until its last message is there. */
export async function show(pane, interactionId, lastId) {
  pane.interactionId = interactionId;
  await pane.updateComplete;
  await until(() => textOf(pane, lastId));
}

export {deepElements, deepFind, painted, until};

// The page of the bench of a fact to the pixel: a whole desk with many live interactions on a port of the bench's own, and a plain
// desk that has one global store and makes everything that it shows anew with each change.
import '@deskwire/agent-state/define.js';
import '@deskwire/cad-editor/define.js';
import '@deskwire/chat-pane/define.js';
import '@deskwire/desk/define.js';
import '@deskwire/incoming-call/define.js';
import '@deskwire/interaction-control/define.js';
import '@deskwire/outdial/define.js';
import '@deskwire/task-list/define.js';
import '@deskwire/wrap-up/define.js';
import {EMPTY_DESK, engagementOf, reduce, unreadCount} from '@deskwire/domain';
import {FakePort} from '@deskwire/testing/fake-port.js';
import {
  AGENT,
  aMessage,
  anActive,
  anEngagement,
  aRequest,
  aVariable,
  chatOf,
  factLog,
} from '@deskwire/testing/fixtures.js';

const {document, performance, requestAnimationFrame} = globalThis;

/** So many of them ring; the others are in hand, three chats to one call. */
const RINGING = 3;
/** What the chats said so far. */
const SAID = 20;

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
/** A task of its own. After a frame's callbacks it comes when that frame is painted. */
const task = () =>
  new Promise((resolve) => {
    const {port1, port2} = new globalThis.MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(find) {
  const end = performance.now() + 20_000;
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > end) throw new Error(`Never there: ${find}`);
    await frame();
  }
}

const now = Date.now();
const textOf = (index) => `Where is my parcel? I asked ${index} times already.`;
const saidOf = (id) =>
  Array.from({length: SAID}, (_, index) =>
    aMessage({id: `${id}-${index}`, at: now - 60_000 + index, text: textOf(index)}),
  );

function interactionOf(index) {
  const customer = {name: `Customer ${index}`, number: `+8210${10_000_000 + index}`};
  const common = {customer, createdAt: now - 600_000 - index * 1_000, cad: [aVariable()]};
  const id = `contact-${index}`;
  if (index < RINGING) return aRequest({id, ...common});
  const engagements = [anEngagement({phase: 'active', acceptedAt: now - 300_000, readAt: now})];
  return index % 4 === 0
    ? anActive({id, ...common, engagements})
    : anActive({id, channel: 'chat', content: chatOf(...saidOf(id)), ...common, engagements});
}

/** Facts as they come in a busy hour: messages in other chats, in the open one, calls held and resumed. */
function* happenings(total) {
  const held = new Set();
  const chats = [];
  const calls = [];
  for (let index = RINGING; index < total; index += 1)
    (index % 4 === 0 ? calls : chats).push(`contact-${index}`);
  const [openChat] = chats;
  for (let turn = 0; ; turn += 1) {
    const kind = ['chat', 'list', 'call'][turn % 3];
    if (kind === 'call') {
      const interactionId = calls[(turn * 7) % calls.length];
      const isHeld = held.delete(interactionId);
      if (!isHeld) held.add(interactionId);
      const type = isHeld ? 'call.resumed' : 'call.held';
      yield {kind, happening: {type, interactionId, agentId: AGENT.id}};
      continue;
    }
    const interactionId = kind === 'chat' ? openChat : chats[1 + ((turn * 13) % (chats.length - 1))];
    const message = aMessage({id: `new-${turn}`, at: now + turn * 1_000, text: `Message number ${turn}`});
    yield {kind, happening: {type: 'message.posted', interactionId, message}};
  }
}

const snapshotOf = (total) => ({
  interactions: Array.from({length: total}, (_, index) => interactionOf(index)),
});

const widgetsOf = () => [
  'agent-state',
  'incoming-call',
  'task-list',
  'interaction-control',
  'chat-pane',
  'cad-editor',
  'wrap-up',
  'outdial',
];

/** Ours: every widget, on the real stream. */
class Deskwire {
  async mount(first, {openChat, openCall}) {
    const port = new FakePort();
    port.whenOpened = (session) =>
      globalThis.queueMicrotask(() => {
        session.live(Date.now());
        session.tell(first);
      });
    const desk = document.createElement('dw-desk');
    desk.language = 'en';
    const widgets = Object.fromEntries(
      widgetsOf().map((name) => [name, document.createElement(`dw-${name}`)]),
    );
    desk.append(...Object.values(widgets));
    document.body.replaceChildren(desk);
    widgets['chat-pane'].interactionId = openChat;
    widgets['cad-editor'].interactionId = openChat;
    widgets['interaction-control'].interactionId = openCall;
    widgets['task-list'].selectedId = openChat;
    desk.port = port;
    this.tell = (fact) => port.last.tell(fact);
    this.list = widgets['task-list'];
    this.log = await until(() => widgets['chat-pane'].shadowRoot?.querySelector('dw-conversation-log'));
    await until(() => this.last() === textOf(SAID - 1));
    await until(() => this.row(openCall));
  }
  row(id) {
    return [...this.list.shadowRoot.querySelectorAll('.row')].find(({taskId}) => taskId === id)?.textContent;
  }
  last() {
    return [...(this.log.shadowRoot?.querySelectorAll('.text') ?? [])].at(-1)?.textContent;
  }
}

const element = (name, className, ...children) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
};

/** Theirs: the state in one place, and one function that shows it. */
class Plain {
  async mount(first, {openChat}) {
    this.state = reduce(EMPTY_DESK, first);
    this.openChat = openChat;
    const scroller = element(
      'style',
      '',
      '.list,.log{height:600px;overflow:auto}.row{padding:8px;border-bottom:1px solid #ccc}',
    );
    this.root = element('div', 'desk');
    document.body.replaceChildren(scroller, this.root);
    this.show();
  }
  tell(fact) {
    this.state = reduce(this.state, fact);
    this.show();
  }
  show() {
    const all = [...this.state.interactions.values()].sort((a, b) => b.createdAt - a.createdAt);
    const rows = all.map((one) => {
      const phase = engagementOf(one, AGENT.id)?.phase;
      const unread = phase === 'active' ? unreadCount(one, AGENT.id) : 0;
      const detail = `${one.queue?.name} ${phase === 'active' ? one.talk.kind : phase} ${unread || ''}`;
      const row = element('div', 'row', element('b', '', one.customer.name), element('div', '', detail));
      row.taskId = one.id;
      return row;
    });
    const ringing = all.filter((one) => engagementOf(one, AGENT.id)?.phase === 'offered');
    const cards = ringing.map((one) =>
      element('div', 'row', one.customer.name, element('button', '', 'Answer')),
    );
    const {messages} = this.state.interactions.get(this.openChat).content.transcript;
    const texts = messages.map(({text}) => element('div', 'row', element('p', 'text', text)));
    this.log = element('div', 'log', ...texts);
    this.root.replaceChildren(element('div', 'cards', ...cards), element('div', 'list', ...rows), this.log);
    this.log.scrollTop = this.log.scrollHeight;
  }
  row(id) {
    return [...this.root.querySelectorAll('.list .row')].find(({taskId}) => taskId === id)?.textContent;
  }
  last() {
    return [...this.log.querySelectorAll('.text')].at(-1)?.textContent;
  }
}

/** The browser's own part: one text, written anew with each fact, in a page that has nothing else. */
class Floor {
  async mount() {
    this.text = document.body.appendChild(element('div', 'row', '-'));
  }
  tell({seq}) {
    this.text.textContent = `Fact ${seq}`;
  }
  row() {
    return this.text.textContent;
  }
  last() {
    return this.text.textContent;
  }
}

const SUBJECTS = {deskwire: Deskwire, plain: Plain, floor: Floor};

const elementsBelow = (node) =>
  [...node.querySelectorAll('*')].reduce(
    (sum, one) => sum + 1 + (one.shadowRoot ? elementsBelow(one.shadowRoot) : 0),
    0,
  );

const bench = {};

async function mount({name, total}) {
  bench.subject = new SUBJECTS[name]();
  bench.log = factLog({now: Date.now});
  bench.facts = happenings(total);
  const chats = Array.from({length: total}, (_, index) => index).filter((index) => index >= RINGING);
  const openChat = `contact-${chats.find((index) => index % 4 !== 0)}`;
  const openCall = `contact-${chats.find((index) => index % 4 === 0)}`;
  await bench.subject.mount(bench.log.hydrated(snapshotOf(total)), {openChat, openCall});
  await frame();
  await task();
  return {elements: elementsBelow(document.body)};
}

/** One fact, at some moment between two frames. @returns Milliseconds until the frame that shows it was painted, and which it was. */
async function once(turn) {
  const {subject} = bench;
  const {kind, happening} = bench.facts.next().value;
  const fact = bench.log.say(happening);
  const look = () => (kind === 'chat' ? subject.last() : subject.row(happening.interactionId));
  const before = look();
  await frame();
  await wait((turn * 5) % 17);
  await task();
  performance.mark('fact');
  const begun = performance.now();
  subject.tell(fact);
  for (let frames = 1; frames < 100; frames += 1) {
    await frame();
    await task();
    const spent = performance.now() - begun;
    if (look() !== before) return {spent, frames};
  }
  throw new Error(`Never shown: ${JSON.stringify(happening)}`);
}

/**
 * Paints a speck anew in each frame. A page in which nothing moves gets its frames with the beat of a screen, whatever the
 * browser was told; a desk with a ringing call, whose ring moves all the time, does not. Now they come to all alike.
 */
function keepFrames() {
  const speck = document.body.appendChild(element('div', 'speck'));
  speck.style.cssText = 'position:fixed;inset:0 auto auto 0;width:1px;height:1px';
  let turn = 0;
  const next = () => {
    if (!speck.isConnected) return;
    turn += 1;
    speck.style.background = turn % 2 ? '#000' : '#fff';
    requestAnimationFrame(next);
  };
  next();
  return () => speck.remove();
}

/** @param eager Whether frames shall come all the time. */
async function run({times, eager}) {
  const samples = [];
  const rest = eager ? keepFrames() : () => undefined;
  for (let turn = -30; turn < times; turn += 1) {
    const sample = await once(turn + 30);
    if (turn >= 0) samples.push(sample);
  }
  rest();
  return samples;
}

globalThis.pixelBench = {mount, run};

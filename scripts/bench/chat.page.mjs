// The page of the chat bench: a chat pane, and deep-chat, each with a long conversation, to which messages are added at the end
// and older ones in front.
import {provideContext, streamContext} from '@deskwire/kit';
import {fakeStream} from '@deskwire/testing/fake-stream.js';
import {AGENT, aMessage, anActive, anEngagement, NOON} from '@deskwire/testing/fixtures.js';
import '@deskwire/chat-pane/define.js';
import 'deep-chat';

const {document, requestAnimationFrame} = globalThis;

const HEIGHT = 600;
const WIDTH = 420;
/** So many messages come in front when a reader goes to the top. */
const PAGE = 50;
/** The state of a desk holds the newest messages; the pane asks for the others. */
const NEWEST = 1_000;

const WORDS = 'the refund has not arrived yet and my card was charged twice for roaming in november'.split(
  ' ',
);

/** Messages of 1 to 60 words, of both sides; the same in every run. */
const textOf = (index) => {
  const count = 1 + ((index * 37) % 60);
  return Array.from({length: count}, (_, word) => WORDS[(index + word * 7) % WORDS.length]).join(' ');
};

const range = (first, count) => Array.from({length: count}, (_, index) => first + index);

const CUSTOMER = {kind: 'customer', name: 'Hana Seo'};
const ME = {kind: 'agent', id: AGENT.id, name: AGENT.name};
const isMine = (index) => index % 5 > 2;
const messageOf = (index) => {
  const from = isMine(index) ? ME : CUSTOMER;
  const at = NOON - 10_000_000_000 + index * 60_000;
  return aMessage({
    id: `m${index}`,
    at,
    from,
    text: textOf(index),
    ...(isMine(index) ? {deliveredAt: at} : {}),
  });
};
const readNow = () => {
  const readAt = NOON + 1_000_000_000_000;
  return {type: 'engagement.read', interactionId: 'chat-1', agentId: AGENT.id, readAt};
};
const theirMessageOf = (index) => ({role: isMine(index) ? 'user' : 'ai', text: textOf(index)});

/** A task of its own, so that what is done in it can be told from everything else. */
const task = () =>
  new Promise((resolve) => {
    const {port1, port2} = new globalThis.MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const painted = async () => {
  await frame();
  await frame();
};

async function until(find) {
  for (;;) {
    const found = find();
    if (found) return found;
    await frame();
  }
}

const elementsBelow = (node) =>
  [...node.querySelectorAll('*')].reduce(
    (sum, one) => sum + 1 + (one.shadowRoot ? elementsBelow(one.shadowRoot) : 0),
    0,
  );

function place(element) {
  document.body.replaceChildren(element);
  Object.assign(element.style, {display: 'block', width: `${WIDTH}px`, height: `${HEIGHT}px`});
}

/** What a subject can do: each is driven in the same way. `first` and `next` are numbers of messages. */
const subjects = {
  pane: {
    async mount(first, count) {
      const newest = Math.min(count, NEWEST);
      const messages = range(first + count - newest, newest).map(messageOf);
      let begin = first + count - newest;
      // The first time all that the conversation is to have, then page by page.
      const answer = ({type}) => {
        if (type !== 'messages.before') return undefined;
        const end = begin;
        begin = end > first ? first : end - PAGE;
        return {messages: range(begin, end - begin).map(messageOf), earlier: begin};
      };
      const respond = ({type}) => (type === 'interaction.read' ? [readNow()] : undefined);
      const content = {kind: 'chat', transcript: {messages, earlier: begin}};
      const readAt = messages.at(-1).at;
      const engagements = [anEngagement({phase: 'active', acceptedAt: readAt, readAt})];
      const chat = anActive({channel: 'chat', content, engagements});
      this.stream = fakeStream({interactions: [chat], answer, respond});
      const begun = performance.now();
      this.context = provideContext(document.body, streamContext, this.stream.handle);
      this.pane = document.createElement('dw-chat-pane');
      place(this.pane);
      this.log = await until(() => this.pane.shadowRoot.querySelector('dw-conversation-log'));
      await until(() => this.last() === textOf(first + count - 1));
      if (count > newest) {
        this.scroller.querySelector('.earlier button').click();
        await until(() => begin === first && this.log.input.messages.length === count);
      }
      await painted();
      return performance.now() - begun;
    },
    get scroller() {
      return this.log.shadowRoot.querySelector('.log');
    },
    get rows() {
      return [...this.scroller.querySelectorAll('.text')];
    },
    last() {
      return this.log.shadowRoot?.querySelector('article:last-of-type .text')?.textContent;
    },
    async append(index) {
      this.stream.tell({type: 'message.posted', interactionId: 'chat-1', message: messageOf(index)});
      await this.pane.updateComplete;
      await this.log.updateComplete;
    },
  },
  deepChat: {
    async mount(first, count) {
      const history = range(first, count).map(theirMessageOf);
      let end = first;
      const begun = performance.now();
      const chat = document.createElement('deep-chat');
      chat.demo = true;
      chat.loadHistory = (round) => {
        // `false`: there is more.
        if (round === 0) return [false, ...history];
        end -= PAGE;
        return [false, ...range(end, PAGE).map(theirMessageOf)];
      };
      place(chat);
      this.chat = chat;
      await until(() => this.scroller && this.last()?.trim() === textOf(first + count - 1));
      await painted();
      return performance.now() - begun;
    },
    get scroller() {
      return this.chat.shadowRoot?.getElementById('messages');
    },
    get rows() {
      return [...this.scroller.querySelectorAll('.message-bubble')];
    },
    last() {
      return this.rows.at(-1)?.textContent;
    },
    append(index) {
      this.chat.addMessage(theirMessageOf(index));
    },
  },
};

const bench = {subject: undefined, next: 0};

/** Shows a conversation of so many messages. @returns How long it took until it was painted, ms, and its elements. */
async function mount({name, count}) {
  bench.subject = subjects[name];
  const first = 10_000;
  const mounted = await bench.subject.mount(first, count);
  bench.next = first + count;
  if (count <= NEWEST && bench.subject.rows.length === 0) throw new Error('Nothing is shown.');
  return {mounted, nodes: elementsBelow(document.body), rows: bench.subject.rows.length};
}

/** Takes everything away, as if nothing had been. */
async function clear() {
  document.body.replaceChildren();
  bench.subject?.context?.close();
  bench.subject = undefined;
  for (const subject of Object.values(subjects)) {
    for (const key of ['stream', 'context', 'log', 'pane', 'chat']) Reflect.deleteProperty(subject, key);
  }
  await painted();
}

/**
 * Adds messages one by one, a frame apart, each in a task of its own, which is marked, until it is laid out. `frame` is the time
 * from one frame to the next meanwhile, `off` how far from the end the reader is afterwards, px.
 */
async function append({times}) {
  const samples = [];
  for (let time = -5; time < times; time += 1) {
    const {subject} = bench;
    const before = await frame();
    await task();
    if (time >= 0) performance.mark('append');
    await subject.append(bench.next);
    void subject.scroller.scrollHeight;
    const after = await frame();
    const {scrollHeight, scrollTop, clientHeight} = subject.scroller;
    bench.next += 1;
    if (time >= 0) samples.push({frame: after - before, off: scrollHeight - scrollTop - clientHeight});
  }
  return {samples, nodes: elementsBelow(document.body)};
}

/** The row that is in the middle of what is in sight. */
function middleRow({scroller, rows}) {
  const {top, height} = scroller.getBoundingClientRect();
  return rows.find((row) => row.getBoundingClientRect().bottom > top + height / 2);
}

/** As a reader does: a little at a time, and each time something is seen. */
async function scrollUp({scroller}) {
  if (scroller.scrollTop < 300) scroller.scrollTop = 300;
  await painted();
  while (scroller.scrollTop > 700) {
    scroller.scrollTop -= 600;
    await painted();
  }
}

/** Goes to the top, where older messages come in front. @returns How far a row in sight moved, px, at most. */
async function prepend({times}) {
  const {subject} = bench;
  const {scroller} = subject;
  let jump = 0;
  scroller.scrollTop = 700;
  await painted();
  for (let time = 0; time < times; time += 1) {
    await scrollUp(subject);
    const height = scroller.scrollHeight;
    scroller.scrollTop = 0;
    const row = middleRow(subject);
    const {textContent} = row;
    const begun = row.getBoundingClientRect().top;
    let grown = 0;
    for (let frames = 0; frames < 60 && grown < 6; frames += 1) {
      await frame();
      const there = row.isConnected ? row : subject.rows.find((one) => one.textContent === textContent);
      const now = there ? there.getBoundingClientRect().top : Infinity;
      jump = Math.max(jump, Math.abs(now - begun));
      if (scroller.scrollHeight > height) grown += 1;
    }
    if (grown === 0) throw new Error('No older messages came.');
  }
  return jump;
}

globalThis.chatBench = {mount, clear, append, prepend};

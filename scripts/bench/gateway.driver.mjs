// The far end of the bench of the gateway, in a process of its own: so many agents at their desks and so many visitors, each in
// one conversation, on plain WebSockets, whichever server is at the other end. Every message carries the time at which it was
// due, by a clock that all processes share, so that a driver or a server that falls behind cannot hide it.
import {createRequire} from 'node:module';
import {join} from 'node:path';
import process, {hrtime} from 'node:process';
import {root} from '../lib/packages.mjs';
import {summary} from './stats.mjs';

/** The gateway's own: the driver is no dependency more. */
const WebSocket = createRequire(join(root, 'packages/gateway/package.json'))('ws');

/** Opened at once; more would only wait in the server's backlog. */
const AT_ONCE = 50;
/** A load is offered in so many portions a second. */
const PORTIONS = 250;
/** What is on its way when a load ends may arrive for so long, ms. */
const LATE = 5_000;

const send = (message) => process.send(message);
const now = () => Number(hrtime.bigint() / 1000n);
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What is measured just now. `since` and `until`: messages that were due outside are not of this load. */
const load = {since: Infinity, until: Infinity, delivered: 0, latencies: []};
/** The desks, each with its conversation. */
let desks = [];
let sockets = [];
let sent = 0;

/** The stamp of a message stands in every server's frames as it stands in the command's id. */
const STAMP = Buffer.from('due:');
const DIGITS = 16;

function hear(data, arrived) {
  const found = data.indexOf(STAMP);
  if (found < 0) return;
  const due = Number(data.latin1Slice(found + STAMP.length, found + STAMP.length + DIGITS));
  if (due < load.since || due > load.until) return;
  load.delivered += 1;
  load.latencies.push((arrived - due) / 1000);
}

const stampOf = (due) => `due:${String(Math.floor(due)).padStart(DIGITS, '0')}.${(sent += 1)}`;

const begins = (data, text) => data.length >= text.length && data.latin1Slice(0, text.length) === text;

/** How each server is spoken to. */
const dialects = {
  deskwire: {
    address: (url) => `${url.replace('http', 'ws')}/api/socket`,
    hello: ({token}) => JSON.stringify({type: 'hello', protocol: 2, token}),
    /** True once the socket may be used. */
    opened: (text) => text.startsWith('{"type":"facts"'),
    answer: (data) => (begins(data, '{"type":"ping"') ? '{"type":"pong"}' : undefined),
    isDelivery: (data) => begins(data, '{"type":"facts"'),
    command: (id, {conversation, text}) =>
      JSON.stringify({
        type: 'command',
        id,
        command: {type: 'message.send', interactionId: conversation, text},
      }),
  },
  'socket.io': {
    address: (url) => `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
    hello: () => undefined,
    opened: (text) => text.startsWith('40'),
    answer: (data) => (data[0] === 0x30 ? '40' : data[0] === 0x32 ? '3' : undefined),
    isDelivery: (data) => begins(data, '42["fact"'),
    join: (conversation) => `42${JSON.stringify(['join', conversation])}`,
    command: (id, {conversation, text}) => `42${JSON.stringify(['say', {id, conversation, text}])}`,
  },
};

function open(dialect, url, who, onText) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(dialect.address(url), {perMessageDeflate: false, skipUTF8Validation: true});
    let isOpen = false;
    socket.on('error', reject);
    socket.on('close', (code) => isOpen && !who.isClosing && reject(new Error(`A socket closed: ${code}`)));
    socket.on('open', () => {
      const hello = dialect.hello(who);
      if (hello) socket.send(hello);
    });
    socket.on('message', (data) => {
      const answer = dialect.answer(data);
      if (answer) socket.send(answer);
      if (isOpen && dialect.isDelivery(data)) hear(data, now());
      if (isOpen && !onText) return;
      const text = data.toString();
      onText?.(text, socket);
      if (isOpen || !dialect.opened(text)) return;
      isOpen = true;
      if (dialect.join) socket.send(dialect.join(who.conversation));
      resolve(socket);
    });
    sockets.push(socket);
  });
}

async function openAll(people, one) {
  const opened = [];
  for (let from = 0; from < people.length; from += AT_ONCE)
    opened.push(...(await Promise.all(people.slice(from, from + AT_ONCE).map(one))));
  return opened;
}

const until = async (isSo, what) => {
  const end = performance.now() + 120_000;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`Not in time: ${what}`);
    await wait(20);
  }
};

const asJson = async (response) => {
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
};

/** Each person comes from an address of their own, as they would. */
const post = (url, path, index, body) =>
  fetch(url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
    },
    body: JSON.stringify(body),
  }).then(asJson);

/** Agents sign in and go available; a visitor for each begins a chat, and the agent takes it. */
async function fill({url, agents}) {
  const dialect = dialects.deskwire;
  const conversations = new Map();
  const indices = Array.from({length: agents}, (_, index) => index);
  const tokens = await openAll(indices, (index) =>
    post(url, '/api/sign-in', index, {user: `agent-${index}`, password: 'bench'}),
  );
  const take = (agent) => (text, socket) => {
    if (conversations.has(agent.index)) return;
    if (!text.startsWith('{"type":"facts"')) return;
    for (const fact of JSON.parse(text).facts) {
      if (fact.type === 'interaction.shown') {
        const command = {type: 'interaction.accept', interactionId: fact.interactionId};
        socket.send(JSON.stringify({type: 'command', id: `accept-${agent.index}`, command}));
      }
      if (fact.type === 'engagement.accepted') conversations.set(agent.index, fact.interactionId);
    }
  };
  const people = indices.map((index) => ({index, token: tokens[index].token}));
  const opened = await openAll(people, (agent) => open(dialect, url, agent, take(agent)));
  const available = {type: 'agent.set-state', to: {state: 'available'}};
  opened.forEach((socket, index) =>
    socket.send(JSON.stringify({type: 'command', id: `available-${index}`, command: available})),
  );
  const visits = await openAll(indices, (index) =>
    post(url, '/api/visits', index, {name: `Visitor ${index}`, question: 'Where is my parcel?'}),
  );
  await openAll(visits, (visit) => open(dialect, url, visit));
  await until(() => conversations.size === agents, `${conversations.size} of ${agents} chats accepted`);
  desks = opened.map((socket, index) => ({socket, conversation: conversations.get(index)}));
  return {sockets: sockets.length};
}

/** The same number of sockets at the peer: two in each conversation. */
async function meet({url, agents}) {
  const dialect = dialects['socket.io'];
  const people = Array.from({length: agents}, (_, index) => ({conversation: `conversation-${index}`}));
  const opened = await openAll(people, (one) => open(dialect, url, one));
  await openAll(people, (one) => open(dialect, url, one));
  desks = opened.map((socket, index) => ({socket, ...people[index]}));
  return {sockets: sockets.length};
}

function say(dialect, index, due, text) {
  const desk = desks[index % desks.length];
  desk.socket.send(dialect.command(stampOf(due), {...desk, text}));
}

function begin() {
  Object.assign(load, {since: now(), until: Infinity, delivered: 0, latencies: []});
  return {cpu: process.cpuUsage(), began: now()};
}

async function end({cpu, began}, messages) {
  load.until = now();
  const ended = now();
  const {user, system} = process.cpuUsage(cpu);
  const expected = messages * 2;
  const limit = performance.now() + LATE;
  while (load.delivered < expected && performance.now() < limit) await wait(10);
  const seconds = (ended - began) / 1e6;
  return {
    ...{messages, seconds, expected, delivered: load.delivered},
    cpu: (user + system) / (ended - began),
    ...summary(load.latencies),
  };
}

/** Offers so many messages a second for so long, in an even stream. */
async function offer({server, perSecond, seconds, text}) {
  const dialect = dialects[server];
  const begun = begin();
  const total = Math.round(perSecond * seconds);
  const gap = 1e6 / perSecond;
  for (let next = 0; next < total;) {
    const behind = now();
    while (next < total && begun.began + next * gap <= behind) {
      say(dialect, next, begun.began + next * gap, text);
      next += 1;
    }
    await wait(1000 / PORTIONS);
  }
  return end(begun, total);
}

/** As fast as it goes: every desk has `window` messages under way, and sends the next when one came back to it. */
async function flood({server, seconds, text, window}) {
  const dialect = dialects[server];
  const begun = begin();
  let messages = 0;
  let isOver = false;
  const next = (index) => {
    if (isOver) return;
    messages += 1;
    say(dialect, index, now(), text);
  };
  const listeners = desks.map(({socket}, index) => {
    const listener = (data) => {
      if (dialect.isDelivery(data) && data.includes(STAMP)) next(index);
    };
    socket.on('message', listener);
    return () => socket.off('message', listener);
  });
  for (let turn = 0; turn < window; turn += 1) desks.forEach((_, index) => next(index));
  await wait(seconds * 1000);
  isOver = true;
  const result = await end(begun, messages);
  for (const stop of listeners) stop();
  return result;
}

const acts = {fill, meet, offer, flood};

process.on('message', async ({act, options}) => {
  try {
    send({ok: true, result: await acts[act](options)});
  } catch (error) {
    send({ok: false, error: String(error?.stack ?? error)});
  }
});
process.on('unhandledRejection', (error) => {
  send({ok: false, error: String(error?.stack ?? error)});
});
send({ok: true, result: 'ready'});

// The page of the topic xss: hostile texts in every place of a chat pane that shows what a customer or a colleague wrote.
import {deepElements, painted, pause} from './browser/deep.mjs';
import {clicked, disturb} from './browser/disturb.mjs';
import {addNeighbours, looks} from './browser/neighbours.mjs';
import {aChat, addPane, CUSTOMER, ME, openDesk, reveal, show, textOf} from './browser/pane.mjs';

const {document} = globalThis;

/** As many as texts are shown together. */
const PANES = 10;
/** A short one, and one that has to be scrolled through. */
const HARMLESS = ['text', 'text '.repeat(150)];
const SAFE = /^(?:https?|mailto|tel):/;
const own = {stream: undefined, panes: [], round: 0, shape: new Set(), looks: ''};

const file = (id, name) => ({id, name, type: 'text/plain', size: 10});
const bot = (name) => ({kind: 'bot', name});
const named = (name) => ({...CUSTOMER, name});
const colleague = (name) => ({kind: 'agent', id: 'agent-2', name});

/** Every place that has a text of somebody else: the assistant, the customer, their files, a link, a colleague, the agent. */
const messagesOf = (key, text) => [
  {id: `${key}-bot`, from: bot(text), text},
  {id: `${key}-text`, from: named(text), text, attachments: [file(`${key}-file`, text)]},
  {id: `${key}-link`, from: named(text), text: `https://shop.example/?q=${text} www.shop.example/${text}`},
  {id: `${key}-colleague`, from: colleague(text), text},
  {id: `${key}-mine`, from: ME, text},
];

const chatWith = (key, text) =>
  aChat(key, messagesOf(key, text), {customer: {name: text, email: text, number: '+82215550142'}});

/** Which kinds of elements there are, with their attributes, links aside. */
function shapeOf(pane) {
  const shape = new Set();
  for (const element of deepElements(pane)) {
    if (element.localName === 'a') continue;
    shape.add(`${element.localName}[${element.getAttributeNames().sort().join(' ')}]`);
  }
  return shape;
}

/** Makes the panes, and learns how they look with a harmless text. */
async function prepare() {
  addNeighbours();
  own.stream = openDesk();
  own.panes = Array.from({length: PANES}, () => addPane(420, 900));
  // Addresses of links are looked at, not opened.
  globalThis.addEventListener(
    'click',
    (event) => {
      const link = event.composedPath().find((node) => node.localName === 'a');
      if (link && SAFE.test(link.protocol)) event.preventDefault();
    },
    true,
  );
  Object.assign(document.body.style, {width: '1380px', height: '3900px'});
  await present(HARMLESS);
  await judge(HARMLESS);
  own.looks = looks();
  for (const pane of own.panes.slice(0, HARMLESS.length)) for (const one of shapeOf(pane)) own.shape.add(one);
}

const keyOf = (index) => `x${own.round}-${index}`;

async function fill(texts) {
  own.round += 1;
  own.stream.hydrate({interactions: texts.map((text, index) => chatWith(keyOf(index), text))});
  await Promise.all(texts.map((_, index) => show(own.panes[index], keyOf(index), `${keyOf(index)}-mine`)));
}

/** Opens what is folded: the assistant's part. */
async function unfold(pane) {
  for (const element of [...deepElements(pane)])
    if (element.matches('[role="log"] [aria-expanded="false"]')) element.click();
  await painted();
}

/** Everything in a pane is pointed at and focused; what is in its log is clicked as well. */
async function disturbAll(pane) {
  for (const element of [...deepElements(pane)]) {
    disturb(element);
    if (element.closest('[role="log"]') && !element.closest('button')) clicked(element);
  }
  await painted();
}

const linksIn = (pane) => [...deepElements(pane)].filter(({localName}) => localName === 'a');

const isSafe = ({protocol, target, rel}) =>
  SAFE.test(protocol) && target === '_blank' && /\bnoopener\b/.test(rel) && /\bnoreferrer\b/.test(rel);

/** The texts that one pane shows, by where they stand; only those that are not what was sent. */
async function changed(pane, key, text) {
  const found = [];
  for (const {id, text: sent} of messagesOf(key, text)) {
    const shown = await reveal(pane, id);
    if (shown?.textContent !== sent) found.push(id.slice(key.length + 1));
  }
  const isolated = [...deepElements(pane)].filter(({localName}) => localName === 'bdi');
  const names = new Set(isolated.map(({textContent}) => textContent));
  if (!names.has(text)) found.push('name');
  const files = isolated.filter((element) => element.closest('li'));
  if (!files.some(({textContent}) => textContent === text)) found.push('file');
  return found;
}

async function inspect(pane, key, text) {
  const strange = [...shapeOf(pane)].filter((one) => !own.shape.has(one));
  const unsafe = linksIn(pane).filter((link) => !isSafe(link));
  return {
    changed: await changed(pane, key, text),
    elements: strange,
    links: unsafe.map(({href}) => href),
  };
}

/** Where a real mouse can go: the middle of each customer's message. */
const spots = (texts) =>
  texts.flatMap((_, index) => {
    const box = textOf(own.panes[index], `${keyOf(index)}-text`)?.getBoundingClientRect();
    return box
      ? [{x: box.left + Math.min(box.width, 40) / 2, y: box.top + Math.min(box.height, 16) / 2}]
      : [];
  });

/** Shows the texts, a pane for each. @returns Where a mouse can point at them. */
async function present(texts) {
  await fill(texts);
  await Promise.all(texts.map((_, index) => unfold(own.panes[index])));
  return spots(texts);
}

/** Disturbs what is shown, waits, and says what came of each text, what was set off, and whether others look as before. */
async function judge(texts) {
  for (const [index] of texts.entries()) await disturbAll(own.panes[index]);
  await pause(20);
  const seen = [];
  for (const [index, text] of texts.entries()) seen.push(await inspect(own.panes[index], keyOf(index), text));
  const style = looks() === own.looks ? [] : ['beside the pane'];
  return {seen, style, alarms: globalThis.alarms.splice(0)};
}

/** Shows the texts as what they pretend to be: documents, each in a frame. @returns The places of those that set something off. */
async function detonate(texts) {
  const frames = texts.map((text, index) => {
    const frame = document.createElement('iframe');
    frame.id = `frame-${index}`;
    frame.srcdoc = text;
    document.body.append(frame);
    return frame;
  });
  await pause(300);
  for (const {contentDocument} of frames)
    for (const element of contentDocument?.querySelectorAll('*') ?? []) {
      disturb(element);
      clicked(element);
    }
  await pause(100);
  for (const frame of frames) frame.remove();
  const hit = globalThis.alarms.splice(0).map(({frame}) => Number(frame.replace('frame-', '')));
  return [...new Set(hit)];
}

globalThis.page = {prepare, present, judge, detonate};

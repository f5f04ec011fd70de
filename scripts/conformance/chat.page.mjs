// The page of the topic chat: conversations at 320 px, on the agent's side and on the customer's; and the compose box.
import {defineConversationLog} from '@deskwire/kit';
import {
  aChat,
  addPane,
  deepElements,
  deepFind,
  CUSTOMER,
  openDesk,
  painted,
  reveal,
  show,
  until,
} from './browser/pane.mjs';

const {document, getSelection, Range, InputEvent, NodeFilter} = globalThis;

const WIDTH = 320;
const HEIGHT = 4_000;
/** Lengths are compared with this much to spare, px: layout rounds. */
const SLACK = 1;

const own = {stream: undefined, pane: undefined, log: undefined, round: 0};

async function prepare() {
  own.stream = openDesk();
  own.pane = addPane(WIDTH, HEIGHT);
  defineConversationLog();
  own.log = document.createElement('dw-conversation-log');
  Object.assign(own.log.style, {width: `${WIDTH}px`, height: `${HEIGHT}px`, display: 'inline-flex'});
  document.body.append(own.log);
}

/** What a reader copies who selects the whole text. */
function copied(element) {
  const selection = getSelection();
  const range = new Range();
  range.selectNodeContents(element);
  selection.removeAllRanges();
  selection.addRange(range);
  return selection.toString();
}

/** A line break at the very end shows nothing, and no browser copies it. */
const withoutLastBreak = (text) => text.replace(/[\r\n]+$/, '');

const isInside = (inner, outer) => inner.left >= outer.left - SLACK && inner.right <= outer.right + SLACK;

const characters = new Intl.Segmenter('en', {granularity: 'grapheme'});

/** Every character of a text with the boxes that it is drawn in; links and plain text alike. */
function* boxesOf(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const {data} = walker.currentNode;
    for (const {segment, index} of characters.segment(data)) {
      // White space hangs at the end of a line.
      if (/^\s/.test(segment)) continue;
      const range = new Range();
      range.setStart(walker.currentNode, index);
      range.setEnd(walker.currentNode, index + segment.length);
      yield [...range.getClientRects()];
    }
  }
}

/**
 * Whether a text is wrapped where it can be, and nothing can be scrolled to the side. One character that is wider than the
 * log begins a line; what is too much of it is cut off.
 */
function fits(element, log) {
  if (log.scrollWidth > log.clientWidth) return false;
  const outer = log.getBoundingClientRect();
  const whole = new Range();
  whole.selectNodeContents(element);
  if ([...whole.getClientRects()].every((box) => isInside(box, outer))) return true;
  const {left, right} = element.getBoundingClientRect();
  const isFirst = (box) => Math.abs(box.left - left) <= SLACK || Math.abs(box.right - right) <= SLACK;
  return [...boxesOf(element)].every((boxes) => boxes.every((box) => isInside(box, outer) || isFirst(box)));
}

/** Whether the characters of an element stand from left to right, as they were written. */
function runsOn(element) {
  const text = element.firstChild ?? element;
  const [...boxes] = [...(text.data ?? '')].map((_, index) => {
    const range = new Range();
    range.setStart(text, index);
    range.setEnd(text, index + 1);
    return range.getBoundingClientRect();
  });
  return boxes.length > 0 && boxes.every((box, index) => index === 0 || box.left >= boxes[index - 1].left);
}

/** Whether the second stands behind the first: to its right, or in a line below it. */
const isBehind = (second, first) => second.top >= first.bottom - SLACK || second.left >= first.right - SLACK;

/** Whether the name begins the line above a text, with the time behind it, readable; a text that goes on has none. */
function isOrdered(element) {
  const line = element.parentElement.querySelector('.by');
  if (!line) return true;
  const [name, time] = [line.querySelector('bdi'), line.querySelector('.num')];
  const [whole, first, second] = [line, name, time].map((one) => one.getBoundingClientRect());
  return (
    Math.abs(first.left - whole.left) <= SLACK &&
    isBehind(second, first) &&
    isInside(second, whole) &&
    runsOn(time)
  );
}

/** What is wrong with the messages of one side, by what it is; each an id. */
async function faultsOf(side, log, messages) {
  const faults = {shown: [], copied: [], fits: [], ordered: []};
  for (const {id, text} of messages) {
    const element = await reveal(side, id);
    if (element?.textContent !== text) faults.shown.push(id);
    if (!element) continue;
    if (withoutLastBreak(copied(element)) !== withoutLastBreak(text)) faults.copied.push(id);
    if (!fits(element, log)) faults.fits.push(id);
    if (!isOrdered(element)) faults.ordered.push(id);
  }
  return faults;
}

const scroller = (side) => until(() => deepFind(side, '[role="log"]'));

/** Shows one conversation to both. @returns What is wrong, for each side. */
async function converse({desk, page}) {
  own.round += 1;
  const id = `talk-${own.round}`;
  own.stream.hydrate({interactions: [aChat(id, desk)]});
  own.log.conversation = id;
  own.log.input = {viewer: CUSTOMER, messages: page, earlier: 0, outgoing: [], events: [], foldsBot: false};
  await show(own.pane, id, desk.at(-1).id);
  await own.log.updateComplete;
  await painted();
  return {
    desk: await faultsOf(own.pane, await scroller(own.pane), desk),
    page: await faultsOf(own.log, await scroller(own.log), page),
  };
}

const SIZE = 1_234_000;

/** Shows a text as the name of the customer and of a file of theirs. @returns What is wrong. */
async function call(text) {
  own.round += 1;
  const id = `name-${own.round}`;
  const attachments = [{id: 'file', name: text, type: 'text/plain', size: SIZE}];
  const message = {id: `${id}-1`, from: {...CUSTOMER, name: text}, text: 'A file', attachments};
  own.stream.hydrate({interactions: [aChat(id, [message], {customer: {name: text}})]});
  await show(own.pane, id, message.id);
  await painted();
  const log = await scroller(own.pane);
  const element = await reveal(own.pane, message.id);
  const chip = [...deepElements(own.pane)].find(({localName}) => localName === 'li');
  const [name, size] = [chip?.querySelector('bdi'), chip?.querySelector('.num')];
  const isFile =
    name?.textContent === text &&
    isBehind(size.getBoundingClientRect(), chip.querySelector('.cut').getBoundingClientRect());
  const by = element?.parentElement.querySelector('.by bdi');
  return [
    ...(by?.textContent === text ? [] : ['name']),
    ...(element && isOrdered(element) ? [] : ['order']),
    ...(isFile ? [] : ['file']),
    ...(log.scrollWidth <= log.clientWidth ? [] : ['width']),
  ];
}

/** Writes a text that is too long. @returns Whether the box keeps all of it, and what its counter and Send say. */
async function write(text) {
  const box = deepFind(own.pane, 'dw-compose-box');
  const area = deepFind(box, 'textarea');
  area.value = text;
  area.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await box.updateComplete;
  await deepFind(box, 'dw-text-area').updateComplete;
  const counter = deepFind(box, '.counter.over')?.textContent ?? '';
  // A text box has one kind of line break.
  const kept = area.value === text.replace(/\r\n?/g, '\n');
  area.value = '';
  area.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  await box.updateComplete;
  return {kept, counter};
}

globalThis.page = {prepare, converse, call, write};

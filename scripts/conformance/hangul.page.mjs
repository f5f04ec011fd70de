// The page of Korean input: a chat pane with its compose box and its list of canned responses.
import {aTenant} from '@deskwire/testing/fixtures.js';
import {
  aChat,
  addPane,
  CUSTOMER,
  deepElements,
  deepFind,
  openDesk,
  painted,
  show,
  until,
} from './browser/pane.mjs';

const {InputEvent, KeyboardEvent, CompositionEvent, navigator} = globalThis;

const WIDTH = 480;
const HEIGHT = 700;
const TITLES = ['김치 주문', '기차표', '감사 인사', '환불', 'Refund'];
const HELLO = {id: 'hello', from: CUSTOMER, text: '안녕하세요'};

const own = {stream: undefined, pane: undefined, seen: []};

const tenant = () => {
  const {chat, ...rest} = aTenant();
  const responses = TITLES.map((title, at) => ({id: `r${at}`, title, text: `${title}!`}));
  return {...rest, chat: {...chat, responses}};
};

const box = () => deepFind(own.pane, 'dw-compose-box');
const area = () => deepFind(box(), 'textarea');
const list = () => deepFind(own.pane, 'dw-canned-list');
const search = () => deepFind(list(), 'input');

/** A chat of its own for each, so that no draft is left. */
async function open() {
  own.pane?.parentElement.remove();
  own.seen = [];
  own.stream ??= openDesk({
    snapshot: {tenant: tenant()},
    respond: (command) => (command.type === 'message.send' ? [] : undefined),
  });
  own.stream.sent.length = 0;
  own.round = (own.round ?? 0) + 1;
  const id = `ime-${own.round}`;
  own.stream.hydrate({tenant: tenant(), interactions: [aChat(id, [{...HELLO, id: `${id}-1`}])]});
  own.pane = addPane(WIDTH, HEIGHT);
  await show(own.pane, id, `${id}-1`);
  await until(area);
}

/** A text in the box, with the caret or a selection. */
async function start(text, from, to) {
  await open();
  area().focus();
  if (text) {
    area().value = text;
    area().dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await painted();
  }
  area().setSelectionRange(from, to);
  for (const type of ['compositionstart', 'compositionend', 'keydown'])
    area().addEventListener(type, (event) => own.seen.push(type + (event.isComposing ? ' composing' : '')));
}

/** Opens the list of canned responses, as a slash does, and waits for its search. */
async function openList() {
  await open();
  const button = [...deepElements(own.pane)].find(({label}) => label === 'Canned responses');
  button.click();
  await until(() => list() && search());
  search().focus();
  await painted();
}

const sends = () =>
  own.stream.sent
    .map(({command}) => command)
    .filter(({type}) => type === 'message.send')
    .map(({text}) => text);

/** How everything stands. */
async function state() {
  await painted();
  const options = [...deepElements(list() ?? own.pane)].filter((one) => one.matches('[role="option"]'));
  const counters = [...deepElements(box())].filter((one) => one.matches('.counter'));
  const text = area()?.value ?? '';
  return {
    text,
    shown: box()?.value ?? '',
    caret: area()?.selectionEnd,
    sends: sends(),
    seen: [...own.seen],
    counter: counters.map((one) => one.textContent).join(''),
    isOpen: list() !== undefined,
    query: search()?.value ?? '',
    options: list() ? options.map((one) => one.textContent.replace(/\s+/g, ' ').trim()) : [],
    active: options.findIndex((one) => one.classList.contains('is-active')),
  };
}

/** Everything about the pane is rendered anew, as when something comes in from outside. */
async function disturb() {
  own.stream.hydrate({tenant: tenant(), interactions: [...own.stream.state.interactions.values()]});
  for (const element of [own.pane, ...deepElements(own.pane)]) element.requestUpdate?.();
  await painted();
}

const blur = () => area().blur();

/** A composition as Safari tells it: its end comes before the key that ended it, which no longer says that it composes. */
async function endAsSafari(text) {
  const composed = {bubbles: true, composed: true, data: text};
  const key = {bubbles: true, composed: true, cancelable: true, key: 'Enter', code: 'Enter', keyCode: 229};
  area().dispatchEvent(new CompositionEvent('compositionstart', {...composed, data: ''}));
  area().value += text;
  area().dispatchEvent(
    new InputEvent('input', {...composed, inputType: 'insertCompositionText', isComposing: true}),
  );
  area().dispatchEvent(new CompositionEvent('compositionend', composed));
  area().dispatchEvent(new KeyboardEvent('keydown', key));
  area().dispatchEvent(new KeyboardEvent('keyup', {...key, keyCode: 13}));
  await painted();
}

/** An input method asks to delete; whether it was let do so, and nothing was changed by the asking. */
function ask(inputType) {
  const before = area().value;
  const event = new InputEvent('beforeinput', {inputType, bubbles: true, composed: true, cancelable: true});
  return area().dispatchEvent(event) && area().value === before;
}

const copy = (text) => navigator.clipboard.writeText(text);

globalThis.page = {start, openList, state, disturb, blur, endAsSafari, ask, copy};

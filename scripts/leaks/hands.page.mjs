// What a person does in a scene, and how it is waited for: until it is there, never for a while.
const {DataTransfer, DragEvent, InputEvent, performance} = globalThis;

/** Longer than this nothing takes unless it is broken, ms. */
const PATIENCE = 10_000;

const channel = new MessageChannel();
const waiting = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** A task of its own. A message and no timer: timers are counted. */
export const task = () =>
  new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(undefined);
  });

/** Everything below a node that matches, through the shadow roots. */
export const all = (root, selector) => [
  ...root.querySelectorAll(selector),
  ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) => (shadowRoot ? all(shadowRoot, selector) : [])),
];

/** The same below an element, its own shadow root and what it was given included. */
export const inside = (element, selector) => [
  ...(element.shadowRoot ? all(element.shadowRoot, selector) : []),
  ...all(element, selector),
];

/** What `find` finds, as soon as it does; `what` is waited for. */
export const until = async (find, what = 'what it waits for') => {
  const late = performance.now() + PATIENCE;
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > late) throw new Error(`There never was ${what}.`);
    await task();
  }
};

/** What an element shows at a selector, in whatever shadow root below it, as soon as it does. */
export const shows = (element, selector) =>
  until(
    () => (element.matches(selector) ? element : inside(element, selector)[0]),
    `${selector} in <${element.localName}>`,
  );

/** Presses a button, its own or one of the kit's. */
export const press = async (element, selector) => {
  const found = await shows(element, selector);
  await found.updateComplete;
  const native = found.shadowRoot?.querySelector('button') ?? found;
  native.focus();
  native.click();
};

/** Types into the field of the element at a selector. */
export const writes = async (element, selector, text) => {
  const field = await shows(await shows(element, selector), 'textarea, input');
  field.focus();
  field.setRangeText(text, 0, field.value.length, 'end');
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
};

/** Until nothing below an element has an update to make. */
export const settled = async (element) => {
  for (let round = 0; round < 2; round += 1) {
    await Promise.all([element, ...inside(element, '*')].map((one) => one.updateComplete));
    await task();
  }
};

/** The names of all custom elements that an element consists of. */
export const tagsIn = (element) => [
  ...new Set(
    [element, ...inside(element, '*')].map(({localName}) => localName).filter((name) => name.includes('-')),
  ),
];

/** Lets go of a file above an element. */
export const drops = (element, name) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['%PDF-1.7'], name, {type: 'application/pdf'}));
  for (const type of ['dragenter', 'dragover', 'drop'])
    element.dispatchEvent(new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer}));
};

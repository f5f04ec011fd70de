// One WebDriver window that looks like a puppeteer page, as far as @web/test-runner-commands uses one.

/** The code points that WebDriver gives to keys without a character. */
const KEYS = {
  Enter: '\uE007',
  '\n': '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  Space: ' ',
  Backspace: '\uE003',
  Delete: '\uE017',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
  ...Object.fromEntries(
    Array.from({length: 12}, (_, index) => [`F${index + 1}`, String.fromCharCode(0xe031 + index)]),
  ),
};
const BUTTONS = {left: 0, middle: 1, right: 2};

const keyAction = (type, key) => ({type, value: KEYS[key] ?? key});
const buttonAction = (type, button = 'left') => ({type, button: BUTTONS[button]});
const moveAction = (x, y) => ({type: 'pointerMove', duration: 0, x, y, origin: 'viewport'});

/** A WebDriver session at `base`, opened for `capabilities`. */
export class WebDriverSession {
  #base;
  #id;

  constructor(base) {
    this.#base = base;
  }

  async open(capabilities) {
    const {sessionId} = await this.request('POST', '/session', {capabilities: {alwaysMatch: capabilities}});
    this.#id = sessionId;
    await this.send('POST', '/timeouts', {script: 30_000, pageLoad: 60_000});
  }

  /** A command to the driver itself. */
  async request(method, path, body) {
    const response = await fetch(this.#base + path, {
      method,
      ...(body && {body: JSON.stringify(body)}),
      headers: {'content-type': 'application/json'},
    });
    const {value} = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  /** A command to this session. */
  send(method, path, body) {
    return this.request(method, `/session/${this.#id}${path}`, body);
  }

  run(script, ...args) {
    return this.send('POST', '/execute/sync', {script, args});
  }

  /** Runs a function, which may answer later. */
  async call(run, ...args) {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve((${run})(...[...arguments].slice(0, -1))).then(
        (value) => done({value}), (error) => done({error: String(error?.stack ?? error)}));`;
    const {value, error} = await this.send('POST', '/execute/async', {script, args});
    if (error !== undefined) throw new Error(error);
    return value;
  }

  async close() {
    if (this.#id) await this.send('DELETE', '');
  }
}

/** Shows the window of `session` as a puppeteer page: keyboard, mouse, viewport, screenshot. */
export class WebDriverPage {
  #session;

  constructor(session) {
    this.#session = session;
  }

  keyboard = {
    press: (chord) => {
      const keys = chord.split('+').filter(Boolean);
      return this.#keys([
        ...keys.map((key) => keyAction('keyDown', key)),
        ...keys.reverse().map((key) => keyAction('keyUp', key)),
      ]);
    },
    type: (text) =>
      this.#keys([...text].flatMap((key) => [keyAction('keyDown', key), keyAction('keyUp', key)])),
    down: (key) => this.#keys([keyAction('keyDown', key)]),
    up: (key) => this.#keys([keyAction('keyUp', key)]),
  };

  mouse = {
    move: (x, y) => this.#pointer([moveAction(x, y)]),
    click: (x, y, {button} = {}) =>
      this.#pointer([
        moveAction(x, y),
        buttonAction('pointerDown', button),
        buttonAction('pointerUp', button),
      ]),
    down: ({button} = {}) => this.#pointer([buttonAction('pointerDown', button)]),
    up: ({button} = {}) => this.#pointer([buttonAction('pointerUp', button)]),
    reset: () => this.#session.send('DELETE', '/actions'),
  };

  /** WebDriver sizes windows, not viewports: grow or shrink by the difference until it fits. */
  async setViewport({width, height}) {
    for (let attempt = 0; attempt < 3; attempt++) {
      const [innerWidth, innerHeight, outerWidth, outerHeight] = await this.#session.run(
        'return [innerWidth, innerHeight, outerWidth, outerHeight]',
      );
      if (innerWidth === width && innerHeight === height) return;
      await this.#session.send('POST', '/window/rect', {
        width: width + outerWidth - innerWidth,
        height: height + outerHeight - innerHeight,
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  emulateMediaFeatures() {
    throw new Error('WebKit cannot be told what media to pretend.');
  }

  async screenshot() {
    return Buffer.from(await this.#session.send('GET', '/screenshot'), 'base64');
  }

  url() {
    return this.#session.send('GET', '/url');
  }

  /** Runs a function in the page, with an argument that can be written as JSON. */
  evaluate(run, argument = null) {
    return this.#session.call(run, argument);
  }

  goto(url) {
    return this.#session.send('POST', '/url', {url});
  }

  #keys(actions) {
    return this.#session.send('POST', '/actions', {actions: [{type: 'key', id: 'keyboard', actions}]});
  }

  #pointer(actions) {
    const pointer = {type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions};
    return this.#session.send('POST', '/actions', {actions: [pointer]});
  }
}

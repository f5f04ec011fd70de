/**
 * Watches a page for everything that a hostile text might set off. It runs in every frame before anything else, and has
 * to stand by itself: the browser is given its source. What happened is in `top.alarms`, each with the frame it happened in.
 */
export function watch() {
  const {top, Element, EventTarget, Navigator, HTMLFormElement, XMLHttpRequest, Document} = globalThis;
  const top_ = top;
  top_.alarms ??= [];
  const frame = globalThis.frameElement?.id ?? '';
  const alarm = (what, detail = '') => {
    top_.alarms.push({what, detail: String(detail).slice(0, 120), frame});
  };

  for (const name of ['alert', 'confirm', 'prompt', 'print'])
    globalThis[name] = (text) => {
      alarm(name, text);
    };
  const wrapped = (name, made) => {
    const original = globalThis[name];
    if (!original) return;
    const handler = {
      apply: (target, self, args) => {
        alarm(name, args.join());
        return Reflect.apply(target, self, args);
      },
      construct: (target, args, self) => {
        alarm(name, args.join());
        return Reflect.construct(target, args, self);
      },
    };
    globalThis[name] = new Proxy(original, handler);
    if (made) original.prototype.constructor = globalThis[name];
  };
  for (const name of [
    'eval',
    'fetch',
    'Image',
    'Audio',
    'Worker',
    'SharedWorker',
    'WebSocket',
    'EventSource',
  ])
    wrapped(name, false);
  wrapped('Function', true);

  const before = (prototype, name, what = name) => {
    const original = prototype[name];
    prototype[name] = function (...args) {
      alarm(what, args.join());
      return Reflect.apply(original, this, args);
    };
  };
  before(XMLHttpRequest.prototype, 'open', 'XHR');
  before(Navigator.prototype, 'sendBeacon');
  before(HTMLFormElement.prototype, 'submit');
  before(HTMLFormElement.prototype, 'requestSubmit');
  before(Document.prototype, 'write', 'document.write');
  before(Document.prototype, 'writeln', 'document.write');
  globalThis.open = (url) => {
    alarm('window.open', url);
    return null;
  };
  for (const name of ['setTimeout', 'setInterval']) {
    const original = globalThis[name];
    globalThis[name] = (run, ...rest) => {
      if (typeof run === 'string') alarm(name, run);
      return original(run, ...rest);
    };
  }
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    configurable: true,
    get() {
      alarm('document.cookie');
      return cookie.get.call(this);
    },
    set(value) {
      alarm('document.cookie', value);
    },
  });

  const hear = (target) => {
    const listen = EventTarget.prototype.addEventListener;
    listen.call(target, 'error', ({target, message}) => alarm('error', message ?? target?.outerHTML), true);
    listen.call(target, 'submit', ({target}) => alarm('submit', target?.action), true);
    listen.call(target, 'invalid', () => alarm('invalid'), true);
  };
  hear(globalThis);
  // An error of something inside a shadow tree is heard there alone.
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const shadow = attach.call(this, init);
    hear(shadow);
    return shadow;
  };
  globalThis.addEventListener('unhandledrejection', ({reason}) => alarm('unhandledrejection', reason));
  globalThis.addEventListener('hashchange', () => alarm('hashchange', globalThis.location.hash));
  globalThis.navigation?.addEventListener('navigate', ({destination}) =>
    alarm('navigation', destination.url),
  );
}

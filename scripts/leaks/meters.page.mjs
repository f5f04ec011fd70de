// The meters of `npm run leaks`. They are put in before anything else runs in the page, and count what a page's own code can
// leave behind there: what was taken and not given back. What dies with its owner is not left behind, so what can die is held
// weakly, and counted when the browser has let go of what it can.
const page = globalThis;

/** Counts things that are taken and given back; `where` says what is still out, most of all first. */
class Tally {
  #open = new Map();

  take(thing, what) {
    this.#open.set(thing, what);
  }

  giveBack(thing) {
    this.#open.delete(thing);
  }

  where() {
    return [...this.#open.values()];
  }
}

/** The same for what may die by itself: a thing counts while it lives and has something out. */
class WeakTally {
  #refs = new Set();
  #outs = new WeakMap();

  /** What a thing has out, by key. */
  of(thing) {
    let out = this.#outs.get(thing);
    if (!out) {
      out = new Map();
      this.#outs.set(thing, out);
      this.#refs.add(new WeakRef(thing));
    }
    return out;
  }

  where() {
    const found = [];
    for (const ref of this.#refs) {
      const thing = ref.deref();
      if (thing === undefined) this.#refs.delete(ref);
      else found.push(...this.#outs.get(thing).values());
    }
    return found;
  }
}

const nameOf = (thing) => thing?.localName ?? thing?.constructor?.name ?? typeof thing;

/** Replaces a method; `make` is given the one that was there. */
const wrap = (owner, name, make) => {
  const native = owner[name];
  Object.defineProperty(owner, name, {value: make(native), configurable: true, writable: true});
  return native;
};

// Listeners, of every target that lives.
const listeners = new WeakTally();
const numbers = new WeakMap();
let lastNumber = 0;
/** Keys hold nobody: a callback is known by its number. */
const keyOf = (type, callback, options) => {
  if (!numbers.has(callback)) numbers.set(callback, (lastNumber += 1));
  const capture = typeof options === 'object' && options ? options.capture : options;
  return `${type} ${numbers.get(callback)} ${Boolean(capture)}`;
};
/** What ends the watch over a listener that ends by itself. */
const endings = new WeakMap();
const isCallback = (callback) =>
  typeof callback === 'function' || (typeof callback === 'object' && callback !== null);

wrap(EventTarget.prototype, 'addEventListener', (native) => {
  return function addEventListener(type, callback, options) {
    const target = this ?? page;
    native.call(target, type, callback, options);
    const {once = false, signal} = (typeof options === 'object' && options) || {};
    if (!isCallback(callback) || signal?.aborted) return;
    const key = keyOf(type, callback, options);
    const out = listeners.of(target);
    if (out.has(key)) return;
    out.set(key, `${type} of ${nameOf(target)}`);
    if (!once && !signal) return;
    // It ends by itself, too, and then no longer counts.
    const own = new AbortController();
    endings.set(out, (endings.get(out) ?? new Map()).set(key, own));
    const gone = () => {
      out.delete(key);
      endings.get(out).delete(key);
      own.abort();
    };
    if (once) native.call(target, type, gone, {once: true, capture: true, signal: own.signal});
    if (signal) native.call(signal, 'abort', gone, {once: true, signal: own.signal});
  };
});
wrap(EventTarget.prototype, 'removeEventListener', (native) => {
  return function removeEventListener(type, callback, options) {
    const target = this ?? page;
    native.call(target, type, callback, options);
    if (!isCallback(callback)) return;
    const key = keyOf(type, callback, options);
    const out = listeners.of(target);
    out.delete(key);
    endings.get(out)?.get(key)?.abort();
    endings.get(out)?.delete(key);
  };
});

// Timers and frames.
const timers = new Tally();
for (const [start, stop, isOnce] of [
  ['setTimeout', 'clearTimeout', true],
  ['setInterval', 'clearInterval', false],
  ['requestAnimationFrame', 'cancelAnimationFrame', true],
  ['requestIdleCallback', 'cancelIdleCallback', true],
]) {
  wrap(page, start, (native) => (callback, ...rest) => {
    const run = (...given) => {
      if (isOnce) timers.giveBack(`${start} ${id}`);
      return typeof callback === 'function' ? callback(...given) : undefined;
    };
    const id = native.call(page, run, ...rest);
    timers.take(`${start} ${id}`, `${start} ${typeof rest[0] === 'number' ? rest[0] : ''}`.trim());
    return id;
  });
  wrap(page, stop, (native) => (id) => {
    timers.giveBack(`${start} ${id}`);
    native.call(page, id);
  });
}

// Observers: one counts as long as it lives and watches something that lives.
const observers = new WeakTally();
for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver', 'PerformanceObserver']) {
  const Native = page[name];
  const {observe, unobserve, disconnect} = Native.prototype;
  const watches = new WeakMap();
  const numberOf = (target) => {
    if (!watches.has(target)) watches.set(target, (lastNumber += 1));
    return watches.get(target);
  };
  Native.prototype.observe = function (target, ...rest) {
    observe.call(this, target, ...rest);
    observers.of(this).set(numberOf(target), `${name} of ${nameOf(target)}`);
  };
  if (unobserve) {
    Native.prototype.unobserve = function (target) {
      unobserve.call(this, target);
      observers.of(this).delete(numberOf(target));
    };
  }
  Native.prototype.disconnect = function () {
    disconnect.call(this);
    observers.of(this).clear();
  };
}

// What is opened and has to be closed.
const handles = new Tally();
for (const [name, ...closing] of [
  ['BroadcastChannel', 'close'],
  ['Worker', 'terminate'],
  ['SharedWorker'],
  ['WebSocket', 'close'],
  ['EventSource', 'close'],
  ['AudioContext', 'close'],
  ['RTCPeerConnection', 'close'],
  ['Notification', 'close'],
]) {
  const Native = page[name];
  if (!Native) continue;
  page[name] = new Proxy(Native, {
    construct(target, given, self) {
      const made = Reflect.construct(target, given, self === page[name] ? target : self);
      handles.take(made, name);
      // A socket also closes by itself.
      if (name === 'WebSocket') made.onclose = () => handles.giveBack(made);
      return made;
    },
  });
  for (const method of closing) {
    wrap(Native.prototype, method, (native) => {
      return function (...given) {
        handles.giveBack(this);
        return native.apply(this, given);
      };
    });
  }
}
wrap(URL, 'createObjectURL', (native) => (thing) => {
  const url = native.call(URL, thing);
  handles.take(url, 'object URL');
  return url;
});
wrap(URL, 'revokeObjectURL', (native) => (url) => {
  handles.giveBack(url);
  native.call(URL, url);
});

// Elements with a shadow root, which is every one of ours.
const elements = new WeakTally();
wrap(page.Element.prototype, 'attachShadow', (native) => {
  return function attachShadow(...given) {
    elements.of(this).set('', this.localName);
    return native.apply(this, given);
  };
});

const held = async () => {
  const {held: now = [], pending = []} = (await page.navigator.locks?.query()) ?? {};
  return [...now, ...pending].map(({name}) => `lock ${name}`);
};

/** What stands in the page's own place: widgets leave nothing there but what serves all of them. */
const furniture = () => {
  const {head, body, adoptedStyleSheets} = page.document;
  return [
    ...[...head.children, ...body.children].map((child) => `<${child.localName}> in the page`),
    ...adoptedStyleSheets.map(() => 'style sheet of the page'),
  ];
};

page.meters = {
  /** Subscriptions are counted by the bundle, which has the library. */
  subscriptions: new WeakTally(),
  /** Everything that is out now, each as a text that says what it is. */
  async read() {
    return {
      listeners: listeners.where(),
      subscriptions: page.meters.subscriptions.where(),
      timers: timers.where(),
      observers: observers.where(),
      elements: elements.where(),
      handles: [...handles.where(), ...(await held()), ...furniture()],
    };
  },
};

// Runs in the page, before anything of the page itself: it is handed over as text and can use nothing around it.
/* global document, Element, MutationObserver */

/**
 * Makes the page's time one that is told, so that a story ends in the same picture however fast the machine is.
 *
 * The date begins at `start` and moves only when a timer that the page is waiting for is wound on, in the order in which
 * the timers are due; `deskwireStillTime.turn` does that, and only once the page has nothing else left to do. Random
 * numbers come from a fixed seed, and what moves by CSS is brought to its end at once.
 *
 * Two kinds of timer take no such time. Those without a delay are part of what the page is busy with. A poll of Testing
 * Library's `waitFor` runs by the real clock, and so does its patience, ten times over: how often it looks says nothing
 * of the story.
 */
export function installStillTime({start}) {
  if (globalThis !== globalThis.top) return;
  const POLL_MS = 50;
  const POLL_OFTEN_MS = 20;
  const PATIENCE = 10;
  const CALM_FRAMES = 2;
  /** A wait longer than this is not what a play function is waiting for, at first. */
  const LONG_MS = 2000;
  /** So many calm turns, and nothing else to wait for: it may be just that. */
  const CALM_TURNS = 40;
  /** Told time is at most so many times as fast as the real one: what no hook here sees gets its share of it. */
  const SPEED = 5;
  const MOST_FRAMES = 90;

  const RealDate = globalThis.Date;
  const real = Object.fromEntries(
    ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'requestAnimationFrame'].map((name) => [
      name,
      globalThis[name].bind(globalThis),
    ]),
  );

  let now = start;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, self) => Reflect.construct(target, args.length ? args : [now], self),
    apply: () => new RealDate(now).toString(),
    get: (target, key) => (key === 'now' ? () => now : Reflect.get(target, key)),
  });
  RealDate.prototype.constructor = globalThis.Date;

  let seed = 0x2f6e2b1;
  const random = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  Math.random = random;
  const bytes = (array) => {
    const view = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let at = 0; at < view.length; at++) view[at] = Math.floor(random() * 256);
    return array;
  };
  crypto.getRandomValues = bytes;
  crypto.randomUUID = () => {
    const hex = [...bytes(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  };

  /** Goes up with everything that the page does. */
  let activity = 0;
  const noting =
    (run, args = []) =>
    (...given) => {
      activity++;
      run(...args, ...given);
    };

  const waiting = new Map();
  let lastId = 2 ** 30;
  /** The wait that was begun last in this very turn: a poll that begins right after it belongs to it. */
  let justBegun;
  const begin = (timer) => {
    waiting.set(++lastId, timer);
    justBegun = lastId;
    queueMicrotask(() => (justBegun = undefined));
    return lastId;
  };
  const end = (id) => {
    const timer = waiting.get(id);
    waiting.delete(id);
    real.clearTimeout(timer ? timer.patience : id);
  };
  const byRealClock = (id) => {
    const timer = waiting.get(id);
    if (!timer) return;
    timer.patience = real.setTimeout(() => {
      waiting.delete(id);
      timer.run();
    }, timer.ms * PATIENCE);
  };
  globalThis.setTimeout = (run, ms = 0, ...args) =>
    ms >= 1
      ? begin({run: noting(run, args), ms: Number(ms), due: now + Number(ms)})
      : real.setTimeout(noting(run, args), 0);
  globalThis.setInterval = (run, ms = 0, ...args) => {
    if (Number(ms) !== POLL_MS)
      return begin({run: noting(run, args), ms: Math.max(1, ms), due: now + Math.max(1, ms), again: true});
    if (justBegun) byRealClock(justBegun);
    return real.setInterval(run, POLL_OFTEN_MS, ...args);
  };
  globalThis.clearTimeout = end;
  globalThis.clearInterval = end;
  globalThis.requestAnimationFrame = (run) => real.requestAnimationFrame(noting(run));
  // How soon the browser finds itself idle is a matter of the machine.
  const idle = {didTimeout: false, timeRemaining: () => 50};
  globalThis.requestIdleCallback = (run) => real.setTimeout(noting(run, [idle]), 0);
  globalThis.cancelIdleCallback = real.clearTimeout;

  const {postMessage} = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (...args) {
    activity++;
    return postMessage.apply(this, args);
  };

  const roots = [];
  const observer = new MutationObserver(() => activity++);
  const watch = (node) => {
    observer.observe(node, {subtree: true, childList: true, attributes: true, characterData: true});
    roots.push(node);
  };
  watch(document);
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    watch(root);
    return root;
  };

  const finishMovement = () => {
    for (const animation of roots.flatMap((root) => root.getAnimations())) {
      if (animation.playState === 'finished') continue;
      if (Number.isFinite(Number(animation.effect?.getComputedTiming().endTime))) animation.finish();
    }
  };
  let origin;
  const inGoodTime = async (due) => {
    origin ??= {told: now, real: performance.now()};
    const early = (due - origin.told) / SPEED - (performance.now() - origin.real);
    if (early > 0) await new Promise((resolve) => void real.setTimeout(resolve, early));
  };
  const frame = () =>
    new Promise((resolve) => void real.requestAnimationFrame(() => real.setTimeout(resolve, 0)));
  const calm = async () => {
    for (let frames = 0, still = 0; frames < MOST_FRAMES && still < CALM_FRAMES; frames++) {
      const before = activity;
      finishMovement();
      await frame();
      still = activity === before ? still + 1 : 0;
    }
  };
  /** The wait that is due first, no later than this. */
  const first = (latest) => {
    let found;
    for (const [id, timer] of waiting) {
      if (timer.patience || timer.due > latest) continue;
      if (!found || timer.due < found.timer.due) found = {id, timer};
    }
    return found;
  };
  /** A clock that shows seconds waits for the next whole one, and a little more: it says nothing of the story. */
  const isBeat = ({due, ms}) => due % 1000 > 0 && due % 1000 <= 10 && ms <= 1010;
  const isAwaited = (timer) => !timer.patience && timer.ms <= LONG_MS && !isBeat(timer);
  let calmTurns = 0;
  const wind = async (latest) => {
    const soon = first(latest);
    // While the story plays, what is awaited takes the clocks along with it; they do not go on by themselves.
    const isIdle = latest === Infinity && ![...waiting.values()].some(isAwaited);
    if (!soon || (isIdle && ++calmTurns < CALM_TURNS)) return false;
    calmTurns = 0;
    await inGoodTime(soon.timer.due);
    // Meanwhile the page may have ended that wait itself, or begun a shorter one.
    const next = first(latest);
    if (!next || next.timer.due > soon.timer.due) return true;
    const {id, timer} = next;
    now = Math.max(now, timer.due);
    if (timer.again) timer.due = now + timer.ms;
    else waiting.delete(id);
    timer.run();
    return true;
  };

  globalThis.deskwireStillTime = {
    get now() {
      return now;
    },
    /** Lets one wait that is due by `latest` come to its end, or none; answers, once the page is calm, whether it did. */
    async turn(latest) {
      const moved = await wind(latest);
      await calm();
      return moved;
    },
    /** The date is `at`, and no timer ends any more. */
    stop(at) {
      now = at;
      waiting.clear();
    },
  };
}

// The page of `npm run leaks`: mounts one element in one scene, as often as it is told.
import {Observable, widgetTags} from 'virtual:elements';
import {settled, tagsIn, task} from './hands.page.mjs';
import {leakyKinds} from './leaky.page.mjs';
import {scenesOf} from './scenes.page.mjs';
import {worlds} from './worlds.page.mjs';

const {customElements, document, meters, performance, requestAnimationFrame} = globalThis;

// Every subscription of the library, an operator's own ones included. One to what nobody holds any more is gone with it.
const {subscribe} = Observable.prototype;
Observable.prototype.subscribe = function (...given) {
  const subscription = subscribe.apply(this, given);
  if (subscription.closed) return subscription;
  const out = meters.subscriptions.of(this);
  const token = {};
  out.set(token, `subscription to ${this.constructor.name}`);
  subscription.add(() => {
    out.delete(token);
  });
  return subscription;
};

/** What an agent's desk has inside. */
const onADesk = () => widgetTags.filter((tag) => customElements.get(tag) && tag !== 'dw-visitor-chat');

let stage;

function make() {
  const {tag, scene, ids} = stage;
  const element = Object.assign(document.createElement(tag), scene.set, scene.gives?.(ids));
  if (!scene.isWhole) return element;
  element.append(...onADesk().map((name) => document.createElement(name)));
  return Object.assign(element, {port: stage.simulator.port('yoon')});
}

/** Puts it into the page, brings it into its state, and takes it out. */
async function atLeisure(look) {
  const element = make();
  stage.place.append(element);
  await settled(element);
  await stage.scene.acts?.(element, stage.ids);
  await settled(element);
  await look?.(element);
  element.remove();
  await task();
}

/** Taken out before it has loaded or rendered what it wants, moved, and put where there is no desk. */
async function inPassing(look, time) {
  const element = make();
  stage.place.append(element);
  for (let turn = 0; turn < time % 4; turn += 1) await Promise.resolve();
  document.body.append(element);
  await (time % 2 ? task() : Promise.resolve());
  stage.place.append(element);
  if (time % 3) await task();
  await look?.(element);
  element.remove();
  await task();
}

const round = (look, time = 0) => (stage.scene.isHasty ? inPassing(look, time) : atLeisure(look));

const frames = async () => {
  for (let count = 0; count < 3; count += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  await task();
};

const sizes = (reading) =>
  Object.fromEntries(Object.entries(reading).map(([name, {length}]) => [name, length]));

globalThis.leaks = {
  /** The scenes of these elements; those that only stand inside others, and are registered with them, have none. */
  subjects: (tags) =>
    tags
      .filter((tag) => customElements.get(tag))
      .flatMap((tag) => scenesOf(tag).map(({name = ''}, index) => ({tag, index, name}))),
  leakyKinds,
  /** Makes the world of a scene. */
  async begin({tag, index, world = 'working'}) {
    const scene = scenesOf(tag)[index];
    stage = {...(await worlds[scene.world ?? world]()), tag, scene};
  },
  /** Mounts it so many times. @returns Milliseconds for each. */
  async mount(times) {
    const began = performance.now();
    for (let time = 0; time < times; time += 1) await round(undefined, time);
    return (performance.now() - began) / times;
  },
  /** Mounts it once. @returns What custom elements it consists of or leaves to others, and what it has taken meanwhile. */
  async fullest() {
    const before = sizes(await meters.read());
    let found;
    await round(async (element) => {
      const now = sizes(await meters.read());
      const held = Object.entries(now).map(([name, count]) => [name, count - before[name]]);
      found = {tags: tagsIn(element), held: Object.fromEntries(held)};
    });
    await frames();
    return {...found, tags: [...new Set([...found.tags, ...tagsIn(document.body)])]};
  },
  /** Lets what was about to end do so, and what is read out be forgotten by whoever reads it out. */
  async rest() {
    do await frames();
    while (document.querySelector('dw-announcer')?.shadowRoot.querySelector('p'));
  },
};

// What each widget costs a host page when it is alone there. Counted first is what a page loads at first: the entry and all that it
// imports. What a widget loads later, when it is needed or just before (a dynamic import), has a budget of its own.
import {gzipSync} from 'node:zlib';
import {rollup} from 'rollup';
import {onwarn, shippedPlugins, smallest, widgets} from '../lib/bundle.mjs';
import {exists} from '../lib/packages.mjs';

const KB = 1000;

/** Minified and gzipped, in kB: at first (ARCHITECTURE.md, Budgets), and later. */
const budgets = {
  'agent-state': [24, 10],
  'cad-editor': [18, 38],
  campaign: [17, 38],
  // Nearly all of it is the inside, which is on its way while a chat rings.
  'chat-pane': [18, 75],
  'consult-dialog': [26, 19],
  // Reading and a quick reply (48, and 22 for mails in HTML) come with the first mail; the editor (102) when Reply is wanted.
  'email-composer': [20, 180],
  // The correspondence brings the viewer of mails (22), which the composer shares.
  history: [30, 70],
  'incoming-call': [30, 7],
  'interaction-control': [18, 24],
  outdial: [30, 27],
  'task-list': [21, 0],
  'transfer-dialog': [26, 19],
  // On a company's own website: the form first, and what a conversation needs when one begins.
  'visitor-chat': [25, 45],
  'wrap-up': [16, 23],
};
/** A widget that is not in the table yet. */
const anyWidget = [30, 0];
/** All of it, each chunk compressed by itself; shared parts count once. */
const wholeDesk = [95, 175];

/** The module that a whole desk is: the desk, its port to a gateway, and every widget that is not loaded when first used. */
const deskModules = () =>
  [
    'packages/elements/desk/src/define.ts',
    'packages/adapters/gateway/src/index.ts',
    ...widgets()
      .filter(({name}) => name !== 'email-composer' && name !== 'visitor-chat')
      .map(({entry}) => entry),
  ].filter(exists);

/** An entry that loads all of these, and keeps what they export. */
const together = (modules) => ({
  name: 'together',
  resolveId: (id) => (id === 'together' ? id : undefined),
  load: (id) =>
    id === 'together'
      ? modules.map((module, i) => `export * as module${i} from ${JSON.stringify(`./${module}`)};`).join('\n')
      : undefined,
});

/** The entry and, through it, everything that it imports at once. */
function loadedAtFirst(chunks) {
  const files = new Set();
  const add = (file) => {
    const chunk = chunks.find(({fileName}) => fileName === file);
    if (!chunk || files.has(file)) return;
    files.add(file);
    chunk.imports.forEach(add);
  };
  chunks.filter(({isEntry}) => isEntry).forEach(({fileName}) => add(fileName));
  return chunks.filter(({fileName}) => files.has(fileName));
}

/** A page gets each chunk compressed by itself. */
export const weigh = (codes) => {
  const files = codes.map((code) => Buffer.from(code));
  const sum = (sizes) => sizes.reduce((a, b) => a + b, 0);
  return {
    min: sum(files.map(({length}) => length)),
    gzip: sum(files.map((file) => gzipSync(file, {level: 9}).length)),
  };
};

async function measure(modules) {
  const bundle = await rollup({input: 'together', plugins: [together(modules), ...shippedPlugins()], onwarn});
  const {output} = await bundle.generate({format: 'es', plugins: [smallest()]});
  await bundle.close();
  const first = loadedAtFirst(output);
  const codes = (chunks) => chunks.map(({code}) => code);
  const later = output.filter((chunk) => !first.includes(chunk));
  return {...weigh(codes(first)), later: weigh(codes(later)).gzip};
}

/** What is weighed, each with its budget in kB: at first, and later. */
const subjects = [
  ...widgets().map(({name, entry}) => ({name, modules: [entry], budget: budgets[name] ?? anyWidget})),
  {name: 'whole desk, no email composer', modules: deskModules(), budget: wholeDesk},
];

const isWithin = (bytes, limit) => bytes <= limit * KB;

/** Weighs what there is, one after the other. Bytes; budgets in kB. */
export async function* sizes() {
  for (const {name, modules, budget} of subjects) {
    if (modules.length === 0) continue;
    const {min, gzip, later} = await measure(modules);
    const [first, rest] = budget;
    yield {name, min, gzip, later, budget, holds: isWithin(gzip, first), laterHolds: isWithin(later, rest)};
  }
}

/** Widgets that have a budget and no module yet. */
export const missing = () =>
  Object.keys(budgets).filter((name) => !subjects.some((subject) => subject.name === name));

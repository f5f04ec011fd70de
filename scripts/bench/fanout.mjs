// What a fact costs a desk that knows many interactions, 50 of which somebody watches: from the port to the watcher, through the
// real stream. Beside it two desks that wake everybody: the textbook's (the domain's own `reduce`, which copies the map, and
// every watcher looks for its interaction and compares), and one that spares the copy.
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {root} from '../lib/packages.mjs';
import {at, count, seeded, times} from './stats.mjs';

const COUNTS = [100, 1_000, 10_000];
const ASKED = 1_000;
const WATCHERS = 50;
/** One fact in so many is about an interaction that somebody watches, however many there are. */
const WATCHED_ONE_IN = 20;
const FACTS = 2_000;
/** No desk is measured longer, ms. */
const PATIENCE = 3_000;

/** ARCHITECTURE.md, Budgets. Flat: a hundred times the interactions at most double what a fact costs. */
const budget = {ratio: 5, growth: 2};

const FROM = `
  export {EMPTY_DESK, reduce, reduceInteraction} from '@deskwire/domain';
  export {createStream} from '@deskwire/stream';
  export {FakePort} from '@deskwire/testing/fake-port.js';
  export {anActive, factLog} from '@deskwire/testing/fixtures.js';`;

/** The parts as they stand in the source: nothing has to be compiled before. */
async function load() {
  const outfile = join(root, 'node_modules/.cache/bench/fanout.mjs');
  await build({
    stdin: {contents: FROM, resolveDir: join(root, 'packages/testing/src'), loader: 'ts'},
    ...{bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'warning'},
    conditions: ['source', 'es2015'],
    minify: true,
  });
  return import(pathToFileURL(outfile).href);
}

const idOf = (index) => `call-${index}`;
/** Spread evenly, so that the watched ones are not the oldest. */
const watchedOf = (total) =>
  Array.from({length: WATCHERS}, (_, index) => Math.floor((index * total) / WATCHERS));

/** Calls are held and resumed, here and there; the same in every run. @returns Makes the next so many. */
function happeningsOf(total) {
  const random = seeded(11);
  const watched = watchedOf(total);
  const isWatched = new Set(watched);
  const others = Array.from({length: total}, (_, index) => index).filter((index) => !isWatched.has(index));
  const held = new Set();
  const next = (turn) => {
    const from = turn % WATCHED_ONE_IN === 0 ? watched : others;
    const index = from[Math.floor(random() * from.length)];
    const isHeld = held.delete(index);
    if (!isHeld) held.add(index);
    return {type: isHeld ? 'call.resumed' : 'call.held', interactionId: idOf(index), agentId: 'agent-1'};
  };
  return (amount) => Array.from({length: amount}, (_, turn) => next(turn));
}

/** What a watcher makes of its interaction: a line on the screen. */
const lineOf = (interaction) => `${interaction.customer.name} ${interaction.talk.kind}`;

/** Each desk takes facts one by one, as they come, and tells how often a watcher had something new. */
const desks = {
  stream({createStream, FakePort}, first, watched, hear) {
    const port = new FakePort();
    const stream = createStream(port, {network: undefined});
    stream.connect();
    port.last.live();
    port.last.tell(first);
    for (const id of watched) stream.interaction(id).subscribe((one) => hear(lineOf(one)));
    const {tell} = port.last;
    return {take: (fact) => tell(fact), close: () => stream.close()};
  },
  textbook({reduce, EMPTY_DESK}, first, watched, hear) {
    let state = reduce(EMPTY_DESK, first);
    const seen = new Map(watched.map((id) => [id, state.interactions.get(id)]));
    for (const one of seen.values()) hear(lineOf(one));
    const look = (id) => {
      const now = state.interactions.get(id);
      if (seen.get(id) === now) return;
      seen.set(id, now);
      hear(lineOf(now));
    };
    return {
      take(fact) {
        state = reduce(state, fact);
        for (const id of watched) look(id);
      },
      close() {},
    };
  },
  'no copy'({reduceInteraction}, first, watched, hear) {
    const interactions = new Map(first.snapshot.interactions.map((one) => [one.id, one]));
    const seen = new Map(watched.map((id) => [id, interactions.get(id)]));
    for (const one of seen.values()) hear(lineOf(one));
    return {
      take(fact) {
        const {interactionId} = fact;
        interactions.set(interactionId, reduceInteraction(interactions.get(interactionId), fact));
        for (const id of watched) {
          const now = interactions.get(id);
          if (seen.get(id) === now) continue;
          seen.set(id, now);
          hear(lineOf(now));
        }
      },
      close() {},
    };
  },
};

/** @returns Nanoseconds for a fact: the lower quartile of the rounds, so that what else the machine does is left out. */
function measure(parts, name, total, {rounds, amount}) {
  const log = parts.factLog();
  const interactions = Array.from({length: total}, (_, index) => parts.anActive({id: idOf(index)}));
  let heard = 0;
  const first = log.hydrated({interactions});
  const desk = desks[name](parts, first, watchedOf(total).map(idOf), () => (heard += 1));
  const happenings = happeningsOf(total);
  const samples = [];
  const limit = performance.now() + PATIENCE;
  for (let round = -2; round < rounds && (round < 1 || performance.now() < limit); round += 1) {
    const facts = happenings(amount).map((happening) => log.say(happening));
    heard = 0;
    const begun = performance.now();
    for (const fact of facts) desk.take(fact);
    const spent = performance.now() - begun;
    // A desk that told nobody, or too much, would win.
    if (heard !== amount / WATCHED_ONE_IN) throw new Error(`${name}: ${heard} changes were heard.`);
    // Two rounds warm it up.
    if (round >= 0) samples.push((spent * 1e6) / amount);
  }
  desk.close();
  return at(
    samples.sort((a, b) => a - b),
    0.25,
  );
}

const cell = (text) => String(text).padStart(14);

/** Measures, prints, and gives back the rows of the budget. */
export async function bench({quick = false} = {}) {
  const parts = await load();
  const effort = quick ? {rounds: 2, amount: 400} : {rounds: 15, amount: FACTS};
  const names = Object.keys(desks);
  console.log(`${'ns for a fact, 50 watchers'.padEnd(30)}${[...names, 'facts/s'].map(cell).join('')}`);
  const results = new Map();
  for (const total of COUNTS) {
    const spent = Object.fromEntries(names.map((name) => [name, measure(parts, name, total, effort)]));
    results.set(total, spent);
    const cells = [...names.map((name) => count(spent[name])), count(1e9 / spent.stream)];
    console.log(`${`${count(total)} interactions`.padEnd(30)}${cells.map(cell).join('')}`);
  }
  const asked = results.get(ASKED);
  const growth = results.get(COUNTS.at(-1)).stream / results.get(COUNTS[0]).stream;
  const perSecond = (nanoseconds) => `${count(1e9 / nanoseconds)} facts/s`;
  const against = (name) => ({
    own: perSecond(asked.stream),
    theirs: perSecond(asked[name]),
    ratio: asked[name] / asked.stream,
  });
  return [
    {
      what: `Facts a second, ${count(ASKED)} interactions, ${WATCHERS} watchers`,
      budget: `at least ${budget.ratio}x`,
      rival: 'one store that wakes everybody',
      ...against('textbook'),
      holds: against('textbook').ratio >= budget.ratio,
    },
    {
      what: 'the same, beside a store that also spares the copy of the map',
      rival: 'map changed in place, everybody woken',
      ...against('no copy'),
    },
    {
      what: `Cost of a fact with ${count(COUNTS.at(-1))} interactions, to that with ${count(COUNTS[0])}`,
      budget: `flat: at most ${budget.growth}x`,
      own: times(growth),
      rival: 'one store that wakes everybody',
      theirs: times(results.get(COUNTS.at(-1)).textbook / results.get(COUNTS[0]).textbook),
      holds: growth <= budget.growth,
    },
  ];
}

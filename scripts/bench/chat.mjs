// A chat pane with 100,000 messages: what it takes to show them, to add one at the end, and to put older ones in front; beside
// deep-chat doing the same work in the same browser, as far as it gets.
import {chromium} from 'playwright-core';
import {rollup} from 'rollup';
import {chromiumLaunch} from '../browser.mjs';
import {onwarn, shippedPlugins, smallest} from '../lib/bundle.mjs';
import {count as whole, ms as milliseconds, summary, times} from './stats.mjs';

const COUNTS = [1_000, 5_000, 10_000, 100_000];
const QUICK = [200];
const APPENDS = 200;
const PREPENDS = 6;
/** Beyond this nobody would call it usable: until it shows, and until a message does, ms. */
const usable = {mount: 30_000, append: 100};
/** Longer than this nobody waits for a rival, ms. */
const PATIENCE = 120_000;

/** ARCHITECTURE.md, Budgets. Positions are rounded to whole pixels by the browser. */
const budget = {nodes: 300, appendP95: 8, jump: 1};

/** The page's script, as it is shipped. */
async function bundle() {
  const built = await rollup({
    input: 'scripts/bench/chat.page.mjs',
    plugins: shippedPlugins(),
    onwarn: quiet,
  });
  const {output} = await built.generate({format: 'iife', inlineDynamicImports: true, plugins: [smallest()]});
  await built.close();
  return output[0].code;
}

/** What is odd about deep-chat is not ours to mend. */
function quiet(warning) {
  if (warning.id?.includes('node_modules') || warning.ids?.every((id) => id.includes('node_modules'))) return;
  onwarn(warning);
}

/** What the page holds, in megabytes, when everything is let go that can be. */
async function heap(page) {
  const client = await page.context().newCDPSession(page);
  for (let round = 0; round < 3; round += 1) await client.send('HeapProfiler.collectGarbage');
  const {usedSize} = await client.send('Runtime.getHeapUsage');
  await client.detach();
  return usedSize / 1e6;
}

/**
 * Runs something in the page. @returns What it answers, and how long the tasks took that it marked, by the clock of the page's own
 * thread: what else this machine does meanwhile does not count.
 */
async function traced(page, work) {
  const client = await page.context().newCDPSession(page);
  const events = [];
  client.on('Tracing.dataCollected', ({value}) => events.push(...value));
  const categories = 'toplevel,blink.user_timing,__metadata';
  await client.send('Tracing.start', {categories, transferMode: 'ReportEvents'});
  const result = await work();
  const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await complete;
  await client.detach();
  const marks = events.filter(({name, cat}) => name === 'append' && cat.includes('user_timing'));
  const tasks = events.filter(({tdur, dur, cat}) => tdur >= 0 && dur > 0 && cat.includes('toplevel'));
  const spent = marks.map(({ts, pid, tid}) => {
    const around = tasks.filter(
      (one) => one.pid === pid && one.tid === tid && one.ts <= ts && one.ts + one.dur >= ts,
    );
    return Math.max(...around.map(({tdur}) => tdur)) / 1000;
  });
  return {result, spent};
}

const TOO_LONG = Symbol('too long');

/** Undefined where it takes too long: the page is closed then, since nothing else stops it. */
async function inTime(work) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE, TOO_LONG);
  });
  const result = await Promise.race([work, late]);
  clearTimeout(timer);
  return result === TOO_LONG ? undefined : result;
}

async function open(browser, code) {
  const page = await browser.newPage({viewport: {width: 460, height: 700}});
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.setContent('<!doctype html><html lang="en"><body></body></html>');
  await page.addScriptTag({content: code});
  const run = async (step, options) => {
    const result = await page.evaluate(([one, set]) => globalThis.chatBench[one](set), [step, options]);
    if (faults.length) throw new Error(faults.join('\n'));
    return result;
  };
  return {page, run};
}

/** One subject with one number of messages, in a page of its own. @returns Undefined where it takes too long. */
async function measure(browser, code, name, count) {
  const {page, run} = await open(browser, code);
  try {
    // What is made once, for however many messages, is there before it counts.
    await run('mount', {name, count: 20});
    await run('clear', {});
    const before = await heap(page);
    const shown = await inTime(run('mount', {name, count}));
    if (!shown) return undefined;
    const held = (await heap(page)) - before;
    const added = await inTime(traced(page, () => run('append', {times: APPENDS})));
    if (!added) return {...shown, held};
    const {samples, nodes} = added.result;
    if (added.spent.length !== APPENDS || !added.spent.every(Number.isFinite))
      throw new Error('The trace lacks tasks.');
    const off = Math.max(...samples.map((sample) => sample.off));
    const jump = await inTime(run('prepend', {times: PREPENDS}));
    return {
      ...shown,
      ...{held, off, jump, nodes: Math.max(shown.nodes, nodes)},
      append: summary(added.spent),
      frame: summary(samples.map((sample) => sample.frame)),
    };
  } finally {
    // Whatever it still does ends with it.
    void page.close().catch(() => undefined);
  }
}

const isUsable = (result) =>
  result?.append !== undefined && result.mounted <= usable.mount && result.append.p95 <= usable.append;

const cell = (text, width = 9) => String(text).padStart(width);
const ms = (value, width) => cell(value === undefined ? '-' : value.toFixed(value < 100 ? 1 : 0), width);
const pair = (value) => ms(value?.p50, 8) + ms(value?.p95, 8);

function print(name, count, {mounted, nodes, held, append, frame, off, jump}) {
  const what = `${name}, ${count.toLocaleString('en')}`.padEnd(24);
  const rest =
    cell(off === undefined ? '-' : off.toFixed(0), 7) + cell(jump === undefined ? '-' : jump.toFixed(0), 7);
  console.log(`${what}${ms(mounted)}${cell(nodes)}${ms(held)}${pair(append)}${pair(frame)}${rest}`);
}

async function theirs(browser, code, counts) {
  const results = new Map();
  for (const count of counts) {
    const result = await measure(browser, code, 'deepChat', count);
    if (result) print('deep-chat', count, result);
    results.set(count, result);
    if (isUsable(result)) continue;
    const why = result?.append
      ? `${(result.mounted / 1000).toFixed(0)} s until it shows, ${result.append.p95.toFixed(0)} ms for a message`
      : `nothing after ${PATIENCE / 1000} s`;
    console.log(`deep-chat stops being usable at ${count.toLocaleString('en')} messages: ${why}`);
    break;
  }
  return results;
}

const ratio = (rival, own) => times(rival / own);

function compare(own, rival, count) {
  if (!rival?.append) return;
  const parts = [
    `shown ${ratio(rival.mounted, own.mounted)}`,
    `elements ${ratio(rival.nodes, own.nodes)}`,
    `heap ${ratio(rival.held, own.held)}`,
    `append p50 ${ratio(rival.append.p50, own.append.p50)}, p95 ${ratio(rival.append.p95, own.append.p95)}`,
  ];
  console.log(`deep-chat to the pane with ${count.toLocaleString('en')}: ${parts.join(', ')}`);
}

/** Measures, prints, and gives back the rows of the budget. */
export async function bench({quick = false} = {}) {
  const counts = quick ? QUICK : COUNTS;
  const code = await bundle();
  const browser = await chromium.launch(await chromiumLaunch());
  try {
    const heads = ['shown', 'elements', 'heap MB'].map((head) => cell(head)).join('');
    const pairs = ['append', 'p95', 'frame', 'p95'].map((head) => cell(head, 8)).join('');
    console.log(
      `${'ms, messages of 1-60 words'.padEnd(24)}${heads}${pairs}${cell('off px', 7)}${cell('jump', 7)}`,
    );
    const own = new Map();
    for (const count of counts) {
      const result = await measure(browser, code, 'pane', count);
      if (!result) throw new Error(`The pane took too long with ${count} messages.`);
      print('chat pane', count, result);
      own.set(count, result);
    }
    const rivals = await theirs(browser, code, counts);
    for (const [count, rival] of rivals) compare(own.get(count), rival, count);
    return counts.flatMap((count) => rows(count, own.get(count), rivals.get(count)));
  } finally {
    await browser.close();
  }
}

const GAVE_UP = 'not usable any more';
const pixels = (value) => `${value.toFixed(0)} px`;

/** What the budget says of the longest conversation holds for the shorter ones too. */
function rows(count, own, rival) {
  const about = (what, limit, read, write, extra = {}) => ({
    what: `${whole(count)} messages: ${what}`,
    ...(limit === undefined ? {} : {budget: `at most ${write(limit)}`, holds: read(own) <= limit}),
    own: write(read(own)),
    rival: 'deep-chat 2.4.2',
    theirs: rival?.append ? write(read(rival)) : GAVE_UP,
    ...(rival?.append && read(own) > 0 ? {ratio: read(rival) / read(own)} : {}),
    ...extra,
  });
  return [
    about('elements', budget.nodes - 1, (one) => one.nodes, whole),
    about('append, p95', budget.appendP95, (one) => one.append.p95, milliseconds),
    about('jump when history is put in front', budget.jump, (one) => one.jump, pixels, {ratio: undefined}),
    about('away from the end after an append', budget.jump, (one) => one.off, pixels, {ratio: undefined}),
    about('until it shows', undefined, (one) => one.mounted, milliseconds),
  ];
}

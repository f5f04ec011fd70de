// The directory with 50,000 rows: what a keystroke costs, from the input event until the list is drawn anew, beside a plain
// `includes` filter over the same rows for the same queries in the same run.
import {chromium} from 'playwright-core';
import {rollup} from 'rollup';
import {chromiumLaunch} from '../browser.mjs';
import {onwarn, shippedPlugins, smallest} from '../lib/bundle.mjs';
import {ms, summary} from './stats.mjs';

const ROWS = 50_000;
const ROUNDS = 8;

/** ARCHITECTURE.md, Budgets. */
const budget = {keystrokeP95: 16, longestTask: 50};

/** What is typed, key by key, as an input method builds it up: names, initial consonants, digits, two words, nothing found. */
const TYPED = [
  ['ㄱ', '기', '김', '김ㅁ', '김미', '김민', '김민ㅅ', '김민수'],
  ['ㅎ', 'ㅎㅈ', 'ㅎㅈㅇ'],
  ['a', 'an', 'ann', 'anna', 'anna ', 'anna b', 'anna be'],
  ['0', '01', '010', '010-', '010-4', '010-48'],
  ['ㅅ', '서', '서 ', '서 1', '서 12'],
  ['q', 'qx', 'qxz'],
];

/** The page's script, as it is shipped. */
async function bundle() {
  const input = 'scripts/bench/directory.page.mjs';
  const built = await rollup({input, plugins: shippedPlugins(), onwarn});
  const {output} = await built.generate({format: 'iife', inlineDynamicImports: true, plugins: [smallest()]});
  await built.close();
  return output[0].code;
}

const cell = (value) => value.toFixed(2).padStart(8);
const row = (what, {p50, p95, max}) => console.log(`${what.padEnd(44)}${cell(p50)}${cell(p95)}${cell(max)}`);

/**
 * Runs something in the page, and says how long the tasks of the page's thread were, by its own clock: what else this machine
 * does meanwhile does not count.
 */
async function traced(page, name, options) {
  const client = await page.context().newCDPSession(page);
  const events = [];
  client.on('Tracing.dataCollected', ({value}) => events.push(...value));
  await client.send('Tracing.start', {categories: 'toplevel,__metadata', transferMode: 'ReportEvents'});
  const result = await run(page, name, options);
  const complete = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await complete;
  await client.detach();
  const isMain = ({name, args}) => name === 'thread_name' && args.name === 'CrRendererMain';
  const threads = new Set(events.filter(isMain).map(({pid, tid}) => `${pid} ${tid}`));
  const tasks = events.filter(({tdur, pid, tid}) => tdur > 0 && threads.has(`${pid} ${tid}`));
  if (tasks.length === 0) throw new Error('The trace holds no task of the page.');
  return {result, longest: Math.max(...tasks.map(({tdur}) => tdur)) / 1000};
}

const run = (page, name, options) =>
  page.evaluate(([one, set]) => globalThis.directoryBench[one](set), [name, options]);

/** Measures, prints, and gives back the rows of the budget. */
export async function bench({quick = false} = {}) {
  const browser = await chromium.launch(await chromiumLaunch());
  try {
    const page = await browser.newPage({viewport: {width: 460, height: 760}});
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.setContent('<!doctype html><html lang="ko"><body></body></html>');
    await page.addScriptTag({content: await bundle()});
    if (faults.length) throw new Error(faults.join('\n'));
    await run(page, 'prepare', {rows: ROWS});
    const opening = await traced(page, 'open', {});
    const typing = await traced(page, 'typeAll', {rounds: quick ? 1 : ROUNDS, typed: TYPED});
    if (faults.length) throw new Error(faults.join('\n'));
    return report(opening, typing);
  } finally {
    await browser.close();
  }
}

function report(opening, typing) {
  const {samples, nodes} = typing.result;
  const of = (key) => samples.map((sample) => sample[key]);
  const [plain, own, keystroke, paint] = ['plain', 'own', 'keystroke', 'paint'].map((key) =>
    summary(of(key)),
  );
  const count = ROWS.toLocaleString('en');
  console.log(`${`${count} rows, ${samples.length} keystrokes, ms`.padEnd(44)}     p50     p95     max`);
  row('plain includes over the same rows', plain);
  row('finding, initial consonants included', own);
  row('keystroke: event to laid-out list', keystroke);
  row('keystroke: event to painted frame', paint);
  const ratios = ({p50, p95}) => `${(p50 / plain.p50).toFixed(1)} and ${(p95 / plain.p95).toFixed(1)}`;
  console.log(
    `p50 and p95 as ratio to plain includes: finding ${ratios(own)}, keystroke ${ratios(keystroke)}`,
  );
  console.log(
    `longest task: ${opening.longest.toFixed(1)} ms while loading, ${typing.longest.toFixed(1)} ms while typing`,
  );
  console.log(`all rows there after ${opening.result.toFixed(0)} ms; ${nodes} nodes in the picker`);
  const includes = {rival: 'plain includes over the same rows, nothing shown'};
  const held = (what, value, most, theirs) => ({
    what: `${count} rows: ${what}`,
    ...{budget: `at most ${most} ms`, own: ms(value), holds: value <= most},
    ...(theirs === undefined ? {} : {...includes, theirs: ms(theirs), ratio: theirs / value}),
  });
  return [
    held('keystroke to laid-out list, p95', keystroke.p95, budget.keystrokeP95, plain.p95),
    {
      what: `${count} rows: finding alone, initial consonants included, p95`,
      ...{own: ms(own.p95), ...includes, theirs: ms(plain.p95), ratio: plain.p95 / own.p95},
    },
    held('longest task while loading', opening.longest, budget.longestTask),
    held('longest task while typing', typing.longest, budget.longestTask),
  ];
}

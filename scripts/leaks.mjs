// npm run leaks: mounts every element of every package a thousand times, each in the states in which it holds most and on a desk
// that goes on, and says what has stayed. Exits 1 when anything has.
//
//   npm run leaks -- chat-pane history    only these
//   npm run leaks -- --times 100          a quicker look
import {chromium} from 'playwright-core';
import {chromiumLaunch} from './browser.mjs';
import {inPage, measure} from './leaks/measure.mjs';
import {everyTag, pageScripts} from './leaks/page.mjs';
import {selfCheck} from './leaks/self-check.mjs';
import {printHead, printRow} from './leaks/table.mjs';
import {verdict} from './leaks/verdict.mjs';
import {runNode} from './lib/steps.mjs';

/** Said by who has just written them. */
const HAS_MANIFESTS = '--manifests-are-there';

/** Pages at once. Who reads out what was announced takes its time, and needs no processor. */
const AT_ONCE = 2;

/** So that frames come when they are wanted and not when a screen would have them, and sound is let out. */
const FLAGS = [
  '--disable-frame-rate-limit',
  '--disable-gpu-vsync',
  '--autoplay-policy=no-user-gesture-required',
];

function options(args) {
  const names = args.filter((one) => one !== HAS_MANIFESTS);
  const at = names.indexOf('--times');
  const [, count = '1000'] = at < 0 ? [] : names.splice(at, 2);
  const wanted = names.map((name) => (name.startsWith('dw-') ? name : `dw-${name}`));
  const unknown = wanted.filter((tag) => !everyTag().includes(tag));
  if (!(Number(count) >= 2)) usage(`--times takes a number from 2 on, not ${count}.`);
  if (unknown.length) usage(`No such element: ${unknown.join(', ')}. There are ${everyTag().join(', ')}.`);
  return {times: Number(count), wanted};
}

function usage(what) {
  console.error(what);
  process.exit(2);
}

/** Does the work for each, some at once. */
async function forEach(all, work) {
  const left = [...all];
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) await work(next);
  };
  await Promise.all(Array.from({length: AT_ONCE}, worker));
}

async function run({times, wanted}, browser) {
  const scripts = await pageScripts();
  const problems = await selfCheck(browser, scripts);
  const subjects = await inPage(browser, scripts, (page) =>
    page.evaluate((tags) => globalThis.leaks.subjects(tags), everyTag()),
  );
  const chosen = subjects.filter(({tag}) => !wanted.length || wanted.includes(tag));
  const seen = new Set();
  printHead(times);
  await forEach(chosen, async (subject) => {
    const name = `${subject.tag}${subject.name && `, ${subject.name}`}`;
    try {
      const result = await measure(browser, scripts, subject, times);
      for (const tag of result.tags) seen.add(tag);
      printRow(name, result);
      problems.push(...verdict(result, times).map(({text}) => `${name}: ${text}`));
    } catch (error) {
      problems.push(`${name}: ${error.message}`);
    }
  });
  const missing = wanted.length
    ? wanted.filter((tag) => !seen.has(tag))
    : everyTag().filter((tag) => !seen.has(tag));
  return [...problems, ...missing.map((tag) => `${tag}: stands in no scene`)];
}

if (!process.argv.includes(HAS_MANIFESTS)) {
  const {code} = await runNode('manifest', ['scripts/manifest.mjs']);
  if (code !== 0) process.exit(code);
}
const chosen = options(process.argv.slice(2));
const launch = await chromiumLaunch();
const browser = await chromium.launch({...launch, args: [...launch.args, ...FLAGS]});
const problems = await run(chosen, browser).finally(() => browser.close());
for (const what of problems) console.error(what);
process.exitCode = problems.length ? 1 : 0;

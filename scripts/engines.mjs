// npm run test:engines: the element tests and the strict pages in Chromium, Firefox and WebKit. What is missing is installed
// where that can be done; an engine that cannot be had is left out, and the run says which and why.
//
//   npm run test:engines -- --files 'packages/elements/**/*.wtr.test.ts'    these element tests, and no page
//   npm run test:engines -- --pages [what to look for]                      strict pages alone; they need `npm run bundle`
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {aptInstall, aptObstacle, executable, onPath} from './lib/executables.mjs';
import {findWebKit} from './webkit-launcher.mjs';

/** The Firefox to test with: FIREFOX_PATH, or one that PATH knows. */
export function findFirefox() {
  return executable(process.env.FIREFOX_PATH) ?? onPath('firefox-esr', 'firefox');
}

const engines = [
  {name: 'Firefox', find: findFirefox, packages: ['firefox-esr']},
  {name: 'WebKit', find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb']},
];

/** A line for each engine that is not here. */
export function leftOut() {
  return engines.filter(({find}) => !find()).map(({name}) => `${name}: left out, it is not installed here`);
}

/** Installs the engine when it is missing and that can be done; says what happens. */
function prepare({name, find, packages}) {
  if (find()) return;
  const wanted = packages.join(' and ');
  const obstacle = aptObstacle();
  if (obstacle) {
    console.error(`${name} is left out: it needs ${wanted}, and ${obstacle}.`);
    return;
  }
  console.error(`${name} is not here: installing ${wanted} with apt-get …`);
  if (!aptInstall(packages)) console.error(`${name} is left out: apt-get could not install ${wanted}.`);
  else if (!find())
    console.error(`${name} is left out: ${wanted} is installed, but the browser was not found.`);
}

const bin = (path) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));
const elements = [bin('@web/test-runner/dist/bin.js'), '--config', 'web-test-runner.engines.mjs'];
const pages = [bin('@playwright/test/cli.js'), 'test', '--config', 'playwright.engines.mjs'];

/** What to run for these arguments: both, or the one that they are for. */
function runsFor([first, ...rest]) {
  if (first === '--pages') return [[...pages, ...rest]];
  return first === undefined ? [elements, pages] : [[...elements, first, ...rest]];
}

function main() {
  engines.forEach(prepare);
  const codes = runsFor(process.argv.slice(2)).map(
    (args) => spawnSync(process.execPath, args, {stdio: 'inherit'}).status ?? 1,
  );
  process.exitCode = Math.max(...codes);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();

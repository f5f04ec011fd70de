// npm run test:engines: the element tests in Chromium, Firefox and WebKit. What is missing is installed where that can be
// done; an engine that cannot be had is left out, and the run says which and why.
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

function main() {
  engines.forEach(prepare);
  const runner = fileURLToPath(new URL('../node_modules/@web/test-runner/dist/bin.js', import.meta.url));
  const args = [runner, '--config', 'web-test-runner.engines.mjs', ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, args, {stdio: 'inherit'}).status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();

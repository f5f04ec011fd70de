// What has to be there before anything else of ours can run. Node's own modules only: it works on a bare, fresh clone.
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {exists, readJson, root} from './packages.mjs';

/** Installs the pinned packages when they are not, or no longer, what the lock file says. Stops the process when it cannot. */
export function preparePackages() {
  const tooOld = nodeIsTooOld(process.versions.node, readJson('package.json').engines.node);
  if (tooOld) stop(tooOld);
  const reason = installedBefore()
    ? staleness(readJson('package-lock.json'), readJson(installedLock))
    : 'nothing is installed yet';
  if (!reason) return;
  console.log(`Installing the pinned packages into node_modules with npm ci (${reason}) …`);
  const {status} = npm('ci');
  if (status !== 0) stop('npm ci did not finish: see its messages above.');
}

/** Unpacks or installs the browser that the tests run in; it says what it does. */
export function prepareBrowser() {
  const {status} = spawnSync(process.execPath, [join(root, 'scripts/browser.mjs')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) stop('There is no browser to test in: see the message above.');
}

/** What npm leaves in node_modules when, and only when, it has finished. */
const installedLock = 'node_modules/.package-lock.json';
const installedBefore = () => exists(installedLock);

/** Why the installed packages are not those of the lock file; undefined when they are. */
export function staleness(wanted, installed) {
  for (const [path, {version, link, optional, devOptional, peer}] of Object.entries(wanted.packages)) {
    if (!path.includes('node_modules/')) continue;
    const found = installed.packages[path];
    // A package of ours that is new here has not been linked yet.
    if (link && !found) return `${path} is not linked`;
    if (link) continue;
    // One for another kind of machine is not installed here.
    if (!found && (optional || devOptional || peer)) continue;
    if (found?.version !== version)
      return `${path} should be ${version}, and is ${found?.version ?? 'missing'}`;
  }
  return undefined;
}

/** Why this Node cannot run us, or undefined. `range` is a plain ">=major.minor". */
export function nodeIsTooOld(version, range) {
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = range.replace('>=', '').split('.').map(Number);
  const fits = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
  return fits ? undefined : `Deskwire needs Node ${range}; this is ${version}.`;
}

function npm(...args) {
  // Under `npm test` npm says where it is itself, which is right also where it is no program on the path.
  const own = process.env.npm_execpath;
  const [command, ...first] = own?.endsWith('npm-cli.js') ? [process.execPath, own] : ['npm'];
  return spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && command === 'npm',
  });
}

function stop(reason) {
  console.error(reason);
  process.exit(1);
}

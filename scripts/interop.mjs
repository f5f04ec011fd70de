// npm run test:interop: the email desk on real mail servers, Dovecot and OpenSMTPD, that the tests start for themselves on
// loopback, with everything of theirs in a folder that is removed in the end. Where they are missing they are installed if
// that can be done; where they cannot be had the run says so, and is no failure. `npm run test:interop -- -g bounce` runs
// only some tests.
import {spawnSync} from 'node:child_process';
import {chmodSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {aptInstall, aptObstacle, isRoot, onPath} from './lib/executables.mjs';
import {prepareBrowser, preparePackages} from './lib/preflight.mjs';
import {runNode} from './lib/steps.mjs';
import {closingLine} from './reporters/closing-line.mjs';

const programs = ['dovecot', 'smtpd', 'smtpctl', 'openssl', 'setpriv', 'unshare'];
const packages = ['dovecot-imapd', 'opensmtpd'];

// Servers stand where only root looks.
process.env.PATH += ':/usr/sbin:/sbin';

const missing = () => programs.filter((name) => !onPath(name));

/** Mail servers change users, and each run gives them folders of its own in place of the machine's. */
function cannotSeparate() {
  if (!isRoot) return 'mail servers must be started as root';
  const {status} = spawnSync('unshare', ['--mount', '--propagation', 'private', 'true'], {stdio: 'ignore'});
  return status === 0 ? undefined : 'this machine lets no process have mounts of its own';
}

/** The configuration of Dovecot 2.4 has another grammar. */
function wrongDovecot() {
  const {stdout} = spawnSync('dovecot', ['--version'], {encoding: 'utf8'});
  return stdout.startsWith('2.3.') ? undefined : `Dovecot is ${stdout.trim()}, and these tests configure 2.3`;
}

/** Installs what is missing where that can be done; says why the tests cannot run, or nothing. */
function obstacle() {
  if (missing().length) {
    const reason = aptObstacle();
    if (reason) return `${missing().join(', ')} not found, and ${reason}`;
    console.error(`${missing().join(', ')} not found: installing ${packages.join(' and ')} with apt-get …`);
    if (!aptInstall(packages)) return `apt-get could not install ${packages.join(' and ')}`;
    if (missing().length) return `${missing().join(', ')} not found`;
  }
  return cannotSeparate() ?? wrongDovecot();
}

/** A folder for everything that the servers have; gone when this process is, whatever ends it. */
function makeHome() {
  const home = mkdtempSync(join(tmpdir(), 'deskwire-interop-'));
  chmodSync(home, 0o711);
  process.once('exit', () => rmSync(home, {recursive: true, force: true, maxRetries: 5}));
  return home;
}

async function build(args) {
  const {code} = await runNode('build', args);
  if (code !== 0) process.exit(code);
}

const reason = obstacle();
if (reason) {
  console.log(`skipped: ${reason}.`);
  process.exit(0);
}
preparePackages();
prepareBrowser();
await build(['scripts/compile.mjs']);
await build(['node_modules/rollup/dist/bin/rollup', '--config', '--configOnly', 'pages', '--silent']);
process.env.DESKWIRE_INTEROP = makeHome();
const {code, counts} = await runNode('interop', [
  'node_modules/@playwright/test/cli.js',
  ...['test', '--config', 'scripts/interop/playwright.config.mjs', ...process.argv.slice(2)],
]);
console.log(`\n${closingLine(counts ?? {passed: 0, failed: 1, skipped: 0})}`);
process.exitCode = code || (counts ? 0 : 1);

// npm start: installs and builds what is missing, then runs the gateway with the desk, the visitor's page, the customer's
// phone and the mailbox. Whatever follows `--` goes to the gateway: `npm start -- --port 9000`.
import {spawn} from 'node:child_process';
import {join} from 'node:path';
import {root} from './lib/packages.mjs';
import {preparePackages} from './lib/preflight.mjs';
import {runNode} from './lib/steps.mjs';

async function build(what, args) {
  console.log(`${what} …`);
  const {code} = await runNode('build', args);
  if (code !== 0) process.exit(code);
}

// npm starts this process through a shell, which dies of a signal without passing it on.
const parent = process.ppid;
const isOrphan = () => process.ppid !== parent;

preparePackages();
await build('Compiling', ['scripts/compile.mjs']);
await build('Bundling the pages', [
  'node_modules/rollup/dist/bin/rollup',
  ...['--config', '--configOnly', 'pages', '--silent'],
]);

// Stopped while it was building: nobody is left to stop the gateway.
if (isOrphan()) process.exit(1);

const main = join(root, 'packages/gateway/dist/main.js');
const args = [main, '--pages', join(root, 'dist/pages'), ...process.argv.slice(2)];
const gateway = spawn(process.execPath, args, {cwd: root, stdio: 'inherit'});
// Ctrl-C in a terminal reaches the gateway by itself: passed on, it would arrive twice.
const passedOn = process.stdin.isTTY ? ['SIGTERM', 'SIGHUP'] : ['SIGTERM', 'SIGHUP', 'SIGINT'];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => passedOn.includes(signal) && gateway.kill(signal));
}
const orphanCheck = setInterval(() => isOrphan() && gateway.kill('SIGTERM'), 500);
gateway.on('exit', (code, signal) => {
  clearInterval(orphanCheck);
  process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
});

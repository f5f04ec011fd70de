// npm run compile: every package's src to its dist, JavaScript and declarations. Only what changed is compiled again.
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {exists, root, workspacePackages} from './lib/packages.mjs';

/** The compiler trusts its own notes and does not look whether what it once wrote is still there. */
function outputIsMissing({folder}) {
  return exists(`${folder}/src/index.ts`) && !exists(`${folder}/dist/index.js`);
}

const force = workspacePackages().some(outputIsMissing) ? ['--force'] : [];
const compiler = join(root, 'node_modules/typescript/bin/tsc');
const args = [compiler, '--build', ...force, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, {cwd: root, stdio: 'inherit'}).status ?? 1;

// A peer's card for an incoming call, weighed as ours is: installed at a pinned version into a folder of its own, where nothing of
// it can reach our packages or our lockfile, without running its scripts.
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {build} from 'esbuild';
import {root} from '../lib/packages.mjs';
import {weigh} from './measure.mjs';

const PACKAGE = '@webex/cc-task';
const VERSION = '1.28.0-next.3';
/** React as its widgets ask for it: with npm's own choice two of them come along. */
const WITH = ['react@18.3.1', 'react-dom@18.3.1'];
const PATIENCE = 10 * 60_000;

const folder = join(root, 'node_modules/.cache/peers');
const installed = () => {
  const manifest = join(folder, 'node_modules', PACKAGE, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === VERSION;
};

function install() {
  mkdirSync(folder, {recursive: true});
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({private: true, name: 'peers', version: '0.0.0'}),
  );
  console.log(`installing ${PACKAGE} ${VERSION}, which is large …`);
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel', 'error'];
  const {status} = spawnSync('npm', ['install', ...quiet, `${PACKAGE}@${VERSION}`, ...WITH], {
    ...{cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], timeout: PATIENCE},
    shell: process.platform === 'win32',
  });
  return status === 0 && installed();
}

/** What it imports without saying so is nothing: its weight is an under-count. */
const leaveOut = (names) => ({
  name: 'leave-out',
  setup(bundler) {
    bundler.onResolve({filter: /./}, async ({path, pluginData, ...options}) => {
      if (pluginData === 'asked') return undefined;
      const found = await bundler.resolve(path, {...options, pluginData: 'asked'});
      if (!found.errors.length) return found;
      names.add(path);
      return {path, namespace: 'nothing'};
    });
    bundler.onLoad({filter: /./, namespace: 'nothing'}, () => ({
      contents: 'module.exports = {}',
      loader: 'js',
    }));
  },
});

async function bundle(leftOut) {
  const {outputFiles} = await build({
    stdin: {contents: `export {IncomingTask} from '${PACKAGE}';`, resolveDir: folder, loader: 'js'},
    ...{bundle: true, minify: true, format: 'esm', platform: 'browser', write: false, logLevel: 'silent'},
    target: 'es2022',
    outdir: folder,
    define: {'process.env.NODE_ENV': '"production"', global: 'globalThis'},
    loader: Object.fromEntries(
      ['.css', '.scss', '.svg', '.wav', '.mp3', '.png', '.woff2'].map((end) => [end, 'empty']),
    ),
    plugins: [leaveOut(leftOut)],
  });
  return outputFiles.filter(({path}) => path.endsWith('.js')).map(({text}) => text);
}

/** Its weight in bytes, or why it is not known. */
export async function peerCard() {
  if (!installed() && !install())
    return {ok: false, why: `${PACKAGE} could not be installed: is there a network?`};
  const leftOut = new Set();
  const weight = weigh(await bundle(leftOut));
  return {ok: true, name: `${PACKAGE} ${VERSION}`, leftOut: [...leftOut], ...weight};
}

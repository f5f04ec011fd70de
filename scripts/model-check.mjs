// npm run model-check: looks through the engine's states, deeper than a test has time for.
//
//   --depth N      at most so many moves from the opening (default 12; all there is: --depth all)
//   --world NAME   only the worlds whose name contains this
//
// A world is one customer, two agents, one outside number, and what admin decided. Every command of everybody, every timer,
// every phone and every cable, in every order. Prints what it saw; with the way there where something is wrong.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {parseArgs} from 'node:util';
import {build} from 'esbuild';
import {root} from './lib/packages.mjs';

/** The check as it stands in the source: nothing has to be compiled before. */
async function load() {
  const folder = mkdtempSync(join(tmpdir(), 'deskwire-model-check-'));
  const outfile = join(folder, 'check.mjs');
  const from = `export {explore} from './explore.js'; export {WORLDS} from './world.js';`;
  const resolveDir = join(root, 'packages/core/engine/src/model-check');
  try {
    await build({
      stdin: {contents: from, resolveDir, loader: 'ts'},
      bundle: true,
      platform: 'node',
      format: 'esm',
      conditions: ['source'],
      outfile,
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function options() {
  const {values} = parseArgs({
    options: {depth: {type: 'string', default: '12'}, world: {type: 'string', default: ''}},
  });
  const depth = values.depth === 'all' ? Infinity : Number(values.depth);
  if (depth > 0) return {depth, world: values.world};
  console.error(`--depth takes a number of moves, or "all"; not ${values.depth}.`);
  process.exit(2);
}

const number = (count) => count.toLocaleString('en').padStart(12);

function look({explore}, world, depth) {
  const begun = performance.now();
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`.padStart(10);
  console.log(`\n${world.name}\n depth      states       moves       steps      time`);
  const result = explore(world, depth, (so) => {
    console.log(
      `${String(so.depth).padStart(6)}${number(so.states)}${number(so.moves)}${number(so.steps)}${seconds()}`,
    );
  });
  if (result.isComplete) console.log('That is all there is.');
  for (const wrong of result.wrongs) console.log(`WRONG: ${wrong}`);
  return result;
}

const {depth, world: wanted} = options();
const check = await load();
const worlds = check.WORLDS.filter(({name}) => name.includes(wanted));
const results = worlds.map((world) => look(check, world, depth));
const states = results.reduce((sum, result) => sum + result.states, 0);
const wrongs = results.reduce((sum, result) => sum + result.wrongs.length, 0);
console.log(`\n${states.toLocaleString('en')} states in ${worlds.length} worlds, ${wrongs} wrong`);
process.exitCode = wrongs || worlds.length === 0 ? 1 : 0;

// On what it was measured.
import {spawnSync} from 'node:child_process';
import {cpus, loadavg, totalmem} from 'node:os';
import process from 'node:process';
import {chromiumLaunch} from '../browser.mjs';

let browser;

async function browserVersion() {
  const {executablePath, env = process.env} = await chromiumLaunch();
  return spawnSync(executablePath, ['--version'], {env, encoding: 'utf8'}).stdout.trim();
}

/** In one line. The load says whether something else was going on. */
export async function machine() {
  browser ??= await browserVersion();
  const [{model}] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const cores = `${cpus().length} cores (${model.trim()})`;
  const load = `load ${loadavg()[0].toFixed(1)} at its end`;
  return [cores, memory, `Node ${process.versions.node}`, browser, load].join(', ');
}

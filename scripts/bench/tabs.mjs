// Ten tabs of one agent: with one connection for all, beside ten of their own, at a gateway in a process of its own. Sockets,
// memory on both sides, what the gateway sends, and what a command costs that goes through another tab.
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {rollup} from 'rollup';
import {chromiumLaunch} from '../browser.mjs';
import {onwarn, shippedPlugins, smallest} from '../lib/bundle.mjs';
import {root} from '../lib/packages.mjs';
import {at as atSorted, count, ms} from './stats.mjs';

const TABS = 10;
const CHANGES = 40;
/** Slower than the gateway's limit for one agent, ms. */
const PACE = 60;

/** One socket is what it is for; through another tab nobody may feel it, ms. */
const budget = {sockets: 1, commandP95: 50};

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const at = (values, share) =>
  atSorted(
    [...values].sort((a, b) => a - b),
    share,
  );

async function bundle() {
  const built = await rollup({input: 'scripts/bench/tabs.page.mjs', plugins: shippedPlugins(), onwarn});
  const {output} = await built.generate({format: 'iife', inlineDynamicImports: true, plugins: [smallest()]});
  await built.close();
  return output[0].code;
}

/** The page with its script; the lock and the channel want an origin. */
async function servePage(code) {
  const server = createServer(({url}, response) => {
    const isScript = url === '/page.js';
    response.writeHead(200, {'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8'});
    response.end(
      isScript ? code : '<!doctype html><html lang="en"><body><script src="/page.js"></script></body></html>',
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {url: `http://127.0.0.1:${server.address().port}`, server};
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A gateway with nobody at it. */
async function startGateway(origin) {
  const main = join(root, 'packages/gateway/dist/main.js');
  if (!existsSync(main)) throw new Error('The gateway is not built: npm run compile.');
  const [port, smtpPort] = [await freePort(), await freePort()];
  const data = mkdtempSync(join(tmpdir(), 'deskwire-bench-'));
  const url = `http://127.0.0.1:${port}`;
  const options = ['--port', port, '--smtp-port', smtpPort, '--data', data, '--origin', origin];
  const child = spawn(process.execPath, [main, ...options.map(String), '--log-level', 'warn'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => chunk.includes(url) && resolve());
    child.once('exit', () => reject(new Error('The gateway ended at once.')));
  });
  const metric = async (line) => {
    const text = await (await fetch(`${url}/metrics`)).text();
    return Number(
      text
        .split('\n')
        .find((one) => one.startsWith(line))
        ?.split(' ')
        .at(-1) ?? 0,
    );
  };
  const stop = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await gone;
    rmSync(data, {recursive: true, force: true});
  };
  return {url, metric, stop};
}

async function signIn(url) {
  const answer = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({user: 'yoon', password: 'demo'}),
  });
  return (await answer.json()).token;
}

/** What a page holds, in megabytes, when everything is let go that can be. */
async function heap(client) {
  for (let round = 0; round < 3; round += 1) await client.send('HeapProfiler.collectGarbage');
  return (await client.send('Runtime.getHeapUsage')).usedSize / 1e6;
}

async function openTab(context, pageUrl, desk, count) {
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  client.on('Network.webSocketFrameReceived', ({response}) => count(response.payloadData.length));
  await page.goto(pageUrl);
  const live = await page.evaluate((set) => globalThis.tabsBench.open(set), desk);
  return {page, client, live};
}

/** Ten tabs, and an agent who changes their state in the last of them. */
async function measure(browser, pageUrl, isShared, changes) {
  const gateway = await startGateway(pageUrl);
  const context = await browser.newContext();
  try {
    const desk = {
      ...{url: gateway.url, token: await signIn(gateway.url)},
      shared: isShared ? `${gateway.url}/yoon` : '',
    };
    let bytes = 0;
    const tabs = [];
    while (tabs.length < TABS)
      tabs.push(await openTab(context, pageUrl, desk, (length) => (bytes += length)));
    const last = tabs.at(-1);
    const opening = bytes;
    const spent = [];
    for (let turn = 0; turn < changes; turn += 1) {
      const to = turn % 2 ? {state: 'idle', reasonId: 'lunch'} : {state: 'available'};
      spent.push(await last.page.evaluate((state) => globalThis.tabsBench.change(state), to));
      await wait(PACE);
    }
    await wait(500);
    const seqs = await Promise.all(tabs.map(({page}) => page.evaluate(() => globalThis.tabsBench.seq())));
    if (new Set(seqs).size > 1) throw new Error(`The tabs do not stand at the same fact: ${seqs.join(', ')}`);
    const heaps = [];
    for (const {client} of tabs) heaps.push(await heap(client));
    return {
      sockets: await gateway.metric('deskwire_sockets{kind="agent"}'),
      heap: heaps.reduce((all, one) => all + one, 0),
      gateway: (await gateway.metric('process_resident_memory_bytes')) / 1e6,
      opening: opening / 1e3,
      traffic: (bytes - opening) / 1e3,
      live: at(
        tabs.slice(1).map(({live}) => live),
        0.5,
      ),
      p50: at(spent, 0.5),
      p95: at(spent, 0.95),
    };
  } finally {
    await context.close();
    await gateway.stop();
  }
}

const COLUMNS = [
  ['sockets', 0],
  ['heap', 1, 'heap MB'],
  ['gateway', 0, 'gateway MB'],
  ['opening', 1, 'opening kB'],
  ['traffic', 1, 'traffic kB'],
  ['live', 0, 'live ms'],
  ['p50', 1, 'command p50'],
  ['p95', 1, 'p95 ms'],
];
const cell = (text) => String(text).padStart(12);

/** Measures, prints, and gives back the rows of the budget. */
export async function bench({quick = false} = {}) {
  const {url, server} = await servePage(await bundle());
  const browser = await chromium.launch(await chromiumLaunch());
  try {
    console.log(`${`${TABS} tabs`.padEnd(12)}${COLUMNS.map(([key, , head = key]) => cell(head)).join('')}`);
    const print = (name, result) => {
      const cells = COLUMNS.map(([key, digits]) => cell(result[key].toFixed(digits)));
      console.log(`${name.padEnd(12)}${cells.join('')}`);
      return result;
    };
    const changes = quick ? 4 : CHANGES;
    const separate = print('separate', await measure(browser, url, false, changes));
    const shared = print('shared', await measure(browser, url, true, changes));
    console.log(`heap: all tabs, after collection; traffic: ${changes} changes of state in the last tab`);
    return rows(shared, separate);
  } finally {
    await browser.close();
    server.close();
  }
}

function rows(shared, separate) {
  const rival = 'ten connections of their own';
  const megabytes = (value) => `${value.toFixed(1)} MB`;
  const compared = (what, key, write) => ({
    what,
    ...{own: write(shared[key]), rival, theirs: write(separate[key]), ratio: separate[key] / shared[key]},
  });
  return [
    {
      ...compared(`Sockets of ${TABS} tabs`, 'sockets', count),
      ...{budget: `${budget.sockets}`, holds: shared.sockets === budget.sockets},
    },
    {
      ...compared('A command through another tab, p95', 'p95', ms),
      ...{budget: `at most ${budget.commandP95} ms`, holds: shared.p95 <= budget.commandP95},
    },
    compared(
      'Bytes from the gateway until all tabs are live',
      'opening',
      (value) => `${value.toFixed(1)} kB`,
    ),
    compared('Bytes from the gateway while the agent works', 'traffic', (value) => `${value.toFixed(1)} kB`),
    compared('Memory of all tabs', 'heap', megabytes),
  ];
}

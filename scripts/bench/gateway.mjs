// The gateway with 1,000 agents at their desks, each in a chat: how fast a message reaches both ends of its conversation, stored
// before it is told; how many a second at most; and what of the store's own rate that is. Beside socket.io, which passes the
// same messages to the same number of sockets, stores nothing and checks nothing. Gateway, driver, and peer are processes of
// their own and share the machine's cores.
import {fork, spawn} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import {root} from '../lib/packages.mjs';
import {count, ms} from './stats.mjs';

/** Two deliveries come of each message: to the agent's desk, and to the visitor's page. */
const FAN_OUT = 2;
const TEXT = 'Your parcel has left the depot in Incheon and will be with you tomorrow before noon. '.repeat(
  3,
);

const sizes = {
  whole: {agents: 1_000, deliveries: [2_000, 5_000, 10_000, 20_000], seconds: 5, store: 3},
  quick: {agents: 20, deliveries: [200], seconds: 1, store: 0.3},
};

/** ARCHITECTURE.md, Budgets. */
const budget = {p99: 50, deliveries: 20_000, ofStore: 0.8};

const dist = (path) => pathToFileURL(join(root, 'packages/gateway/dist', path)).href;

/** One contact centre with so many agents, each of whom takes one chat. */
async function settingsOf(folder, agents) {
  const {hashPassword} = await import(dist('auth/passwords.js'));
  const hash = await hashPassword('bench');
  const ids = Array.from({length: agents}, (_, index) => `agent-${index}`);
  const config = {
    tenant: {
      ...{id: 'bench', name: 'Bench', language: 'en'},
      idleReasons: [{id: 'break', label: 'Break'}],
      ringSeconds: {chat: 600},
      queues: [{id: 'web', name: 'Web', channel: 'chat'}],
      entryPoints: [{id: 'site', name: 'Site', channel: 'chat', queueId: 'web'}],
    },
    agents: ids.map((id) => ({
      ...{id, name: id, permissions: [], queueIds: ['web']},
      capacity: {voice: 1, chat: 1, social: 1, email: 1},
    })),
  };
  const [configFile, usersFile] = [join(folder, 'config.json'), join(folder, 'users.json')];
  writeFileSync(configFile, JSON.stringify(config));
  writeFileSync(usersFile, JSON.stringify(ids.map((id) => ({user: id, agentId: id, hash}))));
  return ['--config', configFile, '--users', usersFile];
}

/** The gateway as it is shipped, in a process of its own. */
async function startGateway(agents) {
  const main = join(root, 'packages/gateway/dist/main.js');
  if (!existsSync(main)) throw new Error('The gateway is not built: npm run compile.');
  const folder = mkdtempSync(join(tmpdir(), 'deskwire-bench-'));
  const settings = await settingsOf(folder, agents);
  const free = ['--port', '0', '--smtp-port', '0', '--trust-proxy'];
  const profile = process.env.BENCH_PROFILE
    ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`]
    : [];
  const child = spawn(
    process.execPath,
    [...profile, main, ...settings, ...free, '--data', join(folder, 'data')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const url = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found && said.includes('SMTP')) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`The gateway ended with ${code}.`)));
  });
  const stop = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await gone;
    rmSync(folder, {recursive: true, force: true});
  };
  return {url, stop, store: join(folder, 'data/facts.db'), look: () => metricsOf(url)};
}

/** Seconds of the processor, bytes of memory, commits and facts so far. */
async function metricsOf(url) {
  const lines = (await (await fetch(`${url}/metrics`)).text()).split('\n');
  const sum = (name) =>
    lines
      .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
      .reduce((all, line) => all + Number(line.split(' ').at(-1)), 0);
  return {
    cpu: sum('process_cpu_seconds_total'),
    memory: sum('process_resident_memory_bytes'),
    commits: sum('deskwire_commit_facts_count'),
    facts: sum('deskwire_commit_facts_sum'),
    committing: sum('deskwire_commit_seconds_sum'),
  };
}

const forked = (name) =>
  fork(join(root, 'scripts/bench', name), {stdio: ['ignore', 'inherit', 'inherit', 'ipc']});

function next(child) {
  return new Promise((resolve, reject) => {
    const failed = (code) => reject(new Error(`A process of the bench ended with ${code}.`));
    child.once('exit', failed);
    child.once('message', (message) => {
      child.off('exit', failed);
      resolve(message);
    });
  });
}

async function startPeer() {
  const child = forked('gateway.peer.mjs');
  const {port} = await next(child);
  const look = async () => {
    const answer = next(child);
    child.send('look');
    const {cpu, memory} = await answer;
    return {cpu: (cpu.user + cpu.system) / 1e6, memory, commits: 0, facts: 0, committing: 0};
  };
  return {url: `http://127.0.0.1:${port}`, look, stop: async () => child.kill()};
}

async function startDriver() {
  const child = forked('gateway.driver.mjs');
  await next(child);
  const ask = async (act, options) => {
    const answer = next(child);
    child.send({act, options});
    const {ok, result, error} = await answer;
    if (!ok) throw new Error(error);
    return result;
  };
  return {ask, stop: () => child.kill()};
}

const HEADS = [
  'offered/s',
  'delivered/s',
  'arrived',
  'p50 ms',
  'p99 ms',
  'max ms',
  'server cpu',
  'driver cpu',
  'facts/commit',
];
const cell = (text, index) => String(text).padStart([11, 13, 9, 9, 9, 9, 12, 12, 14][index]);
const percent = (share) => `${(share * 100).toFixed(0)}%`;

function print(server, offered, result) {
  const {rate, p50, p99, max, served, cpu, delivered, expected, batch} = result;
  const cells = [
    ...[offered === undefined ? 'all it can' : count(offered), count(rate)],
    percent(delivered / expected),
    ...[p50, p99, max].map((value) => value.toFixed(1)),
    ...[percent(served), percent(cpu), batch ? batch.toFixed(1) : '-'],
  ];
  console.log(`${server.padEnd(12)}${cells.map(cell).join('')}`);
}

async function measure(driver, server, name, act, options) {
  const before = await server.look();
  const result = await driver.ask(act, {server: name, text: TEXT, ...options});
  const after = await server.look();
  const commits = after.commits - before.commits;
  return {
    ...result,
    rate: result.delivered / result.seconds,
    served: (after.cpu - before.cpu) / result.seconds,
    batch: commits ? (after.facts - before.facts) / commits : 0,
    memory: after.memory / 1e6,
  };
}

/** Every load in turn, then as much as goes, at one server. */
async function loads(server, name, {agents, deliveries, seconds}) {
  const driver = await startDriver();
  try {
    const began = performance.now();
    await driver.ask(name === 'deskwire' ? 'fill' : 'meet', {url: server.url, agents});
    console.log(
      `${name}: ${count(agents * FAN_OUT)} sockets, ready after ${((performance.now() - began) / 1000).toFixed(1)} s`,
    );
    const offer = (rate, length) =>
      measure(driver, server, name, 'offer', {perSecond: rate / FAN_OUT, seconds: length});
    await offer(deliveries[0], 1);
    const offered = [];
    for (const rate of deliveries) {
      const result = await offer(rate, seconds);
      print(name, rate, result);
      offered.push({offered: rate, ...result});
    }
    const most = await measure(driver, server, name, 'flood', {seconds, window: 1});
    print(name, undefined, most);
    return {offered, most};
  } finally {
    driver.stop();
  }
}

/** What the store makes durable by itself, in such batches. */
async function storeRate(batch, {agents, store: seconds}) {
  const child = forked('gateway.store.mjs');
  await next(child);
  const answer = next(child);
  child.send({agents, text: TEXT, batch, seconds});
  const {perSecond} = await answer;
  child.kill();
  return perSecond;
}

const isInTime = ({p99, delivered, expected}) => p99 < budget.p99 && delivered === expected;
/** The largest of the offered loads that still arrived in time, and whole. */
const within = (offered) => Math.max(0, ...offered.filter(isInTime).map((one) => one.offered));
const perSecond = (value) => `${count(value)}/s`;
const p99Of = ({p99, delivered, expected}) =>
  delivered < expected ? `${percent(delivered / expected)} arrived` : ms(p99);

function rows(own, theirs, stores, {agents}) {
  const rival = 'socket.io 4.8.4, which stores and checks nothing';
  const facts = own.most.rate / FAN_OUT;
  const both = own.offered.map((one, index) => [one, theirs.offered[index]]);
  return [
    ...both.map(([ours, other]) => ({
      what: `A message reaches both ends, ${count(agents)} agents, ${count(ours.offered)} deliveries/s, p99`,
      ...(ours.offered === budget.deliveries
        ? {budget: `under ${budget.p99} ms`, holds: isInTime(ours)}
        : {}),
      ...{own: p99Of(ours), rival, theirs: p99Of(other), ratio: other.p99 / ours.p99},
    })),
    {
      what: `Largest of these loads with p99 under ${budget.p99} ms`,
      ...{own: perSecond(within(own.offered)), rival, theirs: perSecond(within(theirs.offered))},
    },
    {
      what: 'Deliveries a second, as fast as it goes',
      ...{own: perSecond(own.most.rate), rival, theirs: perSecond(theirs.most.rate)},
      ratio: own.most.rate / theirs.most.rate,
    },
    {
      what: `Durable facts a second, beside the store by itself with ${count(own.most.batch)} facts in a commit, as here`,
      budget: `at least ${percent(budget.ofStore)}`,
      ...{own: perSecond(facts), rival: 'our own store', theirs: perSecond(stores.same)},
      ratio: facts / stores.same,
      holds: facts / stores.same >= budget.ofStore,
    },
    {
      what: 'the same, beside the store by itself with one fact in a commit',
      ...{own: perSecond(facts), rival: 'our own store', theirs: perSecond(stores.single)},
      ratio: facts / stores.single,
    },
  ];
}

async function at(server, name, set) {
  try {
    return await loads(server, name, set);
  } finally {
    await server.stop();
  }
}

/** Measures, prints, and gives back the rows of the budget. */
export async function bench({quick = false, set = quick ? sizes.quick : sizes.whole} = {}) {
  console.log(`${''.padEnd(12)}${HEADS.map(cell).join('')}`);
  const own = await at(await startGateway(set.agents), 'deskwire', set);
  const theirs = await at(await startPeer(), 'socket.io', set);
  const stores = {
    same: await storeRate(Math.max(1, Math.round(own.most.batch)), set),
    single: await storeRate(1, set),
  };
  console.log(
    `the store by itself: ${perSecond(stores.same)} in such batches, ${perSecond(stores.single)} one by one`,
  );
  return rows(own, theirs, stores, set);
}

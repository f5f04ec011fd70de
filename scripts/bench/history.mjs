// The history with 100,000 contacts: what the gateway does for one page, from the query to the answer, permission included,
// beside the same rows found by reading the whole table (in SQLite, so that the rival is no straw man) in the same run.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {root} from '../lib/packages.mjs';
import {count, ms, seeded, summary} from './stats.mjs';

const CONTACTS = 100_000;
const PAGE = 50;
const SAMPLES = 400;
const SCANS = 15;
const MESSAGES = 5_000;

/**
 * A page is there before a person sees that something loads, a window of a long conversation soon after; and an index must
 * be worth its room.
 */
const budget = {pageP95: 10, contentP95: 30, ratio: 10};

const OWN = 'yoon';
const CUSTOMER = {name: 'Kim', number: '+821048271934', email: 'kim@customer.example'};

/** The gateway as it stands in the source: nothing has to be compiled before. */
const FROM = `
  export {createCentre} from '@deskwire/engine';
  export {createProfile, createTenant, reduceInteraction} from '@deskwire/domain';
  export {CentreHost} from './centre/centre-host.js';
  export {answerPast} from './history/past.js';
  export {EMPTY_BATCH, SqliteStore} from './store/index.js';`;

async function load() {
  const outfile = join(root, 'node_modules/.cache/bench/history.mjs');
  await build({
    stdin: {contents: FROM, resolveDir: join(root, 'packages/gateway/src'), loader: 'ts'},
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['source'],
    external: ['libsql', 'pino'],
    outfile,
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

const CHANNELS = ['voice', 'voice', 'voice', 'voice', 'voice', 'voice', 'voice', 'chat', 'chat', 'email'];

/** Two of five contacts are the agent's who asks, one in two hundred is of the customer they talk with. */
function* contacts() {
  const random = seeded(7);
  for (let index = 0; index < CONTACTS; index += 1) {
    const digits = String(Math.floor(random() * 1e8)).padStart(8, '0');
    const customer = index % 200 === 0 ? CUSTOMER : {name: `Customer ${digits}`, number: `+8210${digits}`};
    const channel = CHANNELS[Math.floor(random() * CHANNELS.length)];
    const agentId = random() < 0.4 ? OWN : `agent-${Math.floor(random() * 50)}`;
    const entry = {
      interactionId: `contact-${Math.floor(random() * 1e12).toString(36)}-${index}`,
      channel,
      origin: 'inbound',
      customer,
      queue: {id: 'billing', name: 'Billing'},
      agent: {id: agentId, name: agentId},
      at: 1_700_000_000_000 + index * 60_000,
      seconds: Math.floor(random() * 900),
      reasons: [{en: 'Resolved', ko: '해결됨'}],
    };
    const keys = [
      `number ${customer.number.slice(-7)}`,
      ...(customer.email ? [`email ${customer.email}`] : []),
    ];
    yield {kind: 'part', agentId, channel, entry};
    yield {kind: 'contact', keys, entry};
  }
}

async function fill(store, {EMPTY_BATCH}) {
  let batch = [];
  for (const row of contacts()) {
    batch.push(row);
    if (batch.length < 5_000) continue;
    await store.commit({...EMPTY_BATCH, history: batch});
    batch = [];
  }
  await store.commit({...EMPTY_BATCH, history: batch});
}

/** An agent who has a chat of a customer with a past, in a real centre over the filled store. */
async function gateway({SqliteStore, CentreHost, createCentre, createTenant, createProfile}, file) {
  const store = new SqliteStore(file, {driver: 'libsql'});
  const tenant = createTenant({
    id: 't',
    name: 'T',
    queues: [{id: 'web', name: 'Web', channel: 'chat'}],
    entryPoints: [{id: 'site', name: 'Site', channel: 'chat', queueId: 'web'}],
  });
  const agents = [createProfile({id: OWN, name: 'Yoon', queueIds: ['web']})];
  const capabilities = {
    commands: ['agent.set-state', 'interaction.accept', 'message.send'],
    features: ['history'],
  };
  const quiet = {
    debug() {},
    info() {},
    warn() {},
    error(...what) {
      console.error(...what);
    },
  };
  let ids = 0;
  const env = {now: Date.now, newId: () => `id-${(ids += 1)}`};
  const host = new CentreHost({centre: createCentre({tenant, agents, capabilities}), store, env, log: quiet});
  return {store, host, now: Date.now, log: quiet};
}

const WHO = {kind: 'agent', agentId: OWN};

async function open({host}) {
  const must = async (input) => {
    const outcome = await host.submit(input);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
  };
  const signal = (one) => must({kind: 'signal', signal: one});
  const command = (one, id) => must({kind: 'command', who: WHO, id, command: one});
  await signal({type: 'agent.signed-in', agentId: OWN});
  await signal({type: 'agent.connected', agentId: OWN});
  await command({type: 'agent.set-state', to: {state: 'available'}}, 'c1');
  await signal({
    type: 'contact.arrived',
    interactionId: 'now',
    channel: 'chat',
    customer: CUSTOMER,
    entryPointId: 'site',
  });
  await signal({type: 'station.ringing', interactionId: 'now', agentId: OWN});
  await command({type: 'interaction.accept', interactionId: 'now'}, 'c2');
  const said = Array.from({length: MESSAGES}, (_, index) =>
    command(
      {type: 'message.send', interactionId: 'now', text: `What was said, number ${index}.`},
      `m${index}`,
    ),
  );
  await Promise.all(said);
}

async function measure(rounds, act) {
  const samples = [];
  for (let index = 0; index < rounds; index += 1) {
    const begun = performance.now();
    const rows = await act(index);
    samples.push(performance.now() - begun);
    if (rows !== PAGE) throw new Error(`A page of ${rows} rows; ${PAGE} were expected.`);
  }
  return summary(samples);
}

/** `+column` keeps SQLite from using any index of it. */
const WHOLE = {
  mine: `SELECT body FROM agent_history WHERE +agent_id = ? ORDER BY +at DESC, +interaction_id DESC LIMIT ? OFFSET ?`,
  channel: `SELECT body FROM agent_history WHERE +agent_id = ? AND +channel = 'email'
    ORDER BY +at DESC, +interaction_id DESC LIMIT ? OFFSET ?`,
  customer: `SELECT body FROM contact_history WHERE json_extract(body, '$.customer.number') = ?
    ORDER BY json_extract(body, '$.at') DESC LIMIT ? OFFSET ?`,
};

/** Goes so many pages down and gives back the cursor of that place. */
async function deep(ask, pages) {
  let after;
  for (let page = 0; page < pages; page += 1) ({next: after} = await ask(after));
  return after;
}

const DEEP_PAGES = 500;

async function rows(bench, core, database) {
  const {answerPast} = bench;
  const ask = async (query) => {
    const {ok, answer, refusal} = await answerPast(core, WHO, {limit: PAGE, ...query});
    if (!ok) throw new Error(refusal.code);
    return answer;
  };
  const page = async (query) => (await ask(query)).entries.length;
  const scan = (sql, key, offset = 0) => {
    const statement = database.prepare(sql);
    return () => statement.all(key, PAGE, offset).map(({body}) => JSON.parse(body)).length;
  };
  const mine = {type: 'history.mine'};
  const after = await deep((cursor) => ask(cursor ? {...mine, after: cursor} : mine), DEEP_PAGES);
  const content = {type: 'history.content', interactionId: 'now'};
  const {transcript} = (await ask(content)).content;
  const before = transcript.messages[0].id;
  const whole = async () => {
    const facts = await core.store.factsOf('now');
    const past = facts.reduce(bench.reduceInteraction, undefined);
    return past.content.transcript.messages.slice(-PAGE).length;
  };
  return [
    ['history.mine, first page', () => page(mine), scan(WHOLE.mine, OWN)],
    ['history.mine, one channel', () => page({...mine, channel: 'email'}), scan(WHOLE.channel, OWN)],
    [
      `history.mine, page ${DEEP_PAGES + 1}`,
      () => page({...mine, after}),
      scan(WHOLE.mine, OWN, DEEP_PAGES * PAGE),
    ],
    [
      'history.customer, first page',
      () => page({type: 'history.customer', interactionId: 'now'}),
      scan(WHOLE.customer, CUSTOMER.number),
    ],
    [
      `history.content, of ${MESSAGES.toLocaleString('en')} messages`,
      async () => (await ask({...content, before})).content.transcript.messages.length,
      whole,
      budget.contentP95,
    ],
  ];
}

const cell = (value) => value.toFixed(2).padStart(9);

async function report(cases, samples) {
  const figures = [];
  console.log(
    `${`${count(CONTACTS)} contacts, pages of ${PAGE}, ms`.padEnd(42)}      p50      p95   all p50   all p95   ratio`,
  );
  for (const [name, act, rival, most = budget.pageP95] of cases) {
    const own = await measure(samples, act);
    const scan = await measure(Math.min(SCANS, samples), rival);
    const ratio = scan.p50 / own.p50;
    console.log(
      `${name.padEnd(42)}${cell(own.p50)}${cell(own.p95)} ${cell(scan.p50)} ${cell(scan.p95)}${ratio.toFixed(0).padStart(7)}x`,
    );
    figures.push(
      {what: `${name}, p95`, budget: `at most ${most} ms`, own: ms(own.p95), holds: own.p95 <= most},
      {
        what: `${name}, p50`,
        ...{budget: `at least ${budget.ratio}x`, own: ms(own.p50), holds: ratio >= budget.ratio},
        ...{rival: 'the same rows by reading the whole table', theirs: ms(scan.p50), ratio},
      },
    );
  }
  return figures;
}

/** Measures, prints, and gives back the rows of the budget. */
export async function bench({quick = false} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'deskwire-bench-'));
  const file = join(folder, 'facts.db');
  try {
    const parts = await load();
    const core = await gateway(parts, file);
    await fill(core.store, parts);
    await open(core);
    const Database = createRequire(import.meta.url)('libsql');
    const database = new Database(file);
    const figures = await report(await rows(parts, core, database), quick ? 5 : SAMPLES);
    database.close();
    await core.host.close();
    await core.store.close();
    return figures;
  } finally {
    rmSync(folder, {recursive: true});
  }
}

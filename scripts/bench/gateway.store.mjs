// The store by itself, in a process of its own: how many of the same facts it makes durable, in batches of the size that the
// gateway made of them, with the commands that caused them, as the gateway keeps them. Nothing else happens in this process.
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import {root} from '../lib/packages.mjs';

const dist = (path) => pathToFileURL(join(root, 'packages/gateway/dist', path)).href;
const {EMPTY_BATCH, SqliteStore} = await import(dist('store/index.js'));
const {sealingCodec} = await import(dist('sealing/fact-codec.js'));
const {Seal} = await import(dist('sealing/seal.js'));

const pad = (number) => String(number).padStart(16, '0');

/** The fact and the command of one message, as the gateway stores them. */
function stored(seq, agents, text) {
  const index = seq % agents;
  const id = `due:${pad(seq)}.${seq}`;
  const interactionId = `0c6d8f0e-1111-4222-8333-${String(index).padStart(12, '0')}`;
  const agentId = `agent-${index}`;
  const at = 1_790_000_000_000 + seq;
  const message = {id, at, from: {kind: 'agent', id: agentId, name: agentId}, text};
  return {
    fact: {type: 'message.posted', interactionId, message, seq, at, cause: id},
    done: {caller: `agent:${agentId}`, id},
  };
}

async function measure({agents, text, batch, seconds}) {
  const folder = mkdtempSync(join(tmpdir(), 'deskwire-bench-'));
  const codec = sealingCodec(new Seal([new Uint8Array(32).fill(7)]), () => undefined);
  const store = new SqliteStore(join(folder, 'facts.db'), {codec});
  const cpu = process.cpuUsage();
  const began = performance.now();
  let seq = 0;
  try {
    while (performance.now() - began < seconds * 1000) {
      const rows = Array.from({length: batch}, () => stored((seq += 1), agents, text));
      const done = rows.map((row) => row.done);
      await store.findDone(done);
      await store.commit({...EMPTY_BATCH, facts: rows.map(({fact}) => fact), done});
    }
    const spent = performance.now() - began;
    const {user, system} = process.cpuUsage(cpu);
    return {perSecond: (seq / spent) * 1000, cpu: (user + system) / 1000 / spent};
  } finally {
    await store.close();
    rmSync(folder, {recursive: true, force: true});
  }
}

process.on('message', async (options) => process.send(await measure(options)));
process.send('ready');

import {existsSync, readFileSync, rmSync} from 'node:fs';
import {join, resolve} from 'node:path';
import process from 'node:process';

import {buildGateway} from '../build-gateway.js';
import {announcement} from '../cli/announce.js';
import {parseCli} from '../cli/args.js';
import {DEMO_CONFIG} from '../config/demo.js';
import type {GatewayConfig, MailServer} from '../config/gateway-config.js';
import {SqliteStore, type Batch, type OutboxChange} from '../store/index.js';

const {data: directory, port, smtpPort} = parseCli(process.argv.slice(2));
const data = resolve(directory);

/**
 * The point at which this process is to die, as a test wrote it: `before` or `after`, and what is stored there. It is
 * forgotten first, so that the next life gets further.
 */
const dieAt = (point: string): void => {
  const file = join(data, 'die-at');
  if (!existsSync(file) || readFileSync(file, 'utf8') !== point) return;
  rmSync(file);
  process.kill(process.pid, 'SIGKILL');
  // Nothing happens any more until the signal is there.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
};

const pointOf = (change: OutboxChange): string => (change.kind === 'move' ? change.to : change.kind);

/** A store that can be died in, before and after whatever mail needs. */
class DyingStore extends SqliteStore {
  constructor(path: string) {
    super(path);
    const {mail} = this;
    const wrapped = new Proxy(mail, {
      get: (_, name) => {
        const value: unknown = Reflect.get(mail, name, mail);
        if (typeof value !== 'function') return value;
        return (...given: readonly unknown[]): unknown =>
          this.#around(
            this.#pointsOf(String(name), given),
            () => Reflect.apply(value, mail, given) as unknown,
          );
      },
    });
    Object.defineProperty(this, 'mail', {value: wrapped});
  }

  override commit(batch: Batch): Promise<void> {
    const points = [...batch.outbox.map(pointOf), ...(batch.inbox.length ? ['inbox'] : [])];
    return this.#around(points, () => super.commit(batch));
  }

  #pointsOf(name: string, given: readonly unknown[]): readonly string[] {
    if (name === 'move') return (given[0] as readonly OutboxChange[]).map(pointOf);
    return ['spool', 'unspool', 'copied'].includes(name) ? [name] : [];
  }

  /** What is done is done at once; only that it was done is told later. */
  #around<T>(points: readonly string[], act: () => T): T {
    for (const point of points) dieAt(`before ${point}`);
    const result = act();
    for (const point of points) dieAt(`after ${point}`);
    return result;
  }
}

const serverAt = (name: string): MailServer | undefined => {
  const at = Number(process.env[name]);
  return at
    ? {host: '127.0.0.1', port: at, security: 'none', user: 'support', passwordEnv: 'MAIL_PASSWORD'}
    : undefined;
};

/** The demo without time to call a mail back; with a mailbox on servers of the test where it says so. */
const configOf = (): GatewayConfig => {
  const {tenant, mail} = DEMO_CONFIG;
  const imap = serverAt('IMAP_PORT');
  const smtp = serverAt('SMTP_PORT');
  const address = Object.keys(mail.addresses)[0] ?? '';
  return {
    ...DEMO_CONFIG,
    tenant: {...tenant, email: {...tenant.email, undoSeconds: 0}},
    mail: {...mail, mailboxes: imap && smtp ? [{address, imap: {...imap, folder: 'INBOX'}, smtp}] : []},
  };
};

const serve = async (): Promise<void> => {
  const config = configOf();
  const store = new DyingStore(join(data, 'facts.db'));
  const gateway = await buildGateway({config, port, smtpPort, data, logLevel: 'info', store});
  for (const line of announcement(config, await gateway.listen(), false)) process.stdout.write(`${line}\n`);
};

void serve();

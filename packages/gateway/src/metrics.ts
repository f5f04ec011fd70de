import {collectDefaultMetrics, Counter, Gauge, Histogram, Registry} from 'prom-client';

import type {HostMeter} from './centre/centre-host.js';

const COMMIT_BUCKETS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2];
const BATCH_BUCKETS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

/** What the gateway counts, for Prometheus. Labels are codes and types of ours, never anything from outside. */
export class Metrics implements HostMeter {
  readonly registry = new Registry();
  readonly #facts = this.#counter('facts_total', 'Facts that were stored.', ['type']);
  readonly #commands = this.#counter('commands_total', 'Commands by what became of them.', [
    'type',
    'outcome',
  ]);
  readonly #signals = this.#counter('signals_total', 'Signals of the channels.', ['type', 'outcome']);
  readonly #wire = this.#counter('wire_refusals_total', 'Messages and sockets that were refused.', ['code']);
  readonly #http = this.#counter('http_requests_total', 'HTTP requests.', ['route', 'status']);
  readonly #mails = this.#counter('mails_total', 'Mails by what became of them.', ['outcome']);
  readonly #commits = this.#histogram('commit_seconds', 'Time until a batch was safe.', COMMIT_BUCKETS);
  readonly #batches = this.#histogram('commit_facts', 'Facts in one batch.', BATCH_BUCKETS);
  readonly #sockets = new Gauge({
    name: 'deskwire_sockets',
    help: 'Open sockets.',
    labelNames: ['kind'] as const,
    registers: [this.registry],
  });

  readonly #mailboxes = new Gauge({
    name: 'deskwire_mailbox_connected',
    help: 'Whether the mailbox that stands at this place of the configuration can be read, 0 or 1.',
    labelNames: ['mailbox'] as const,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({register: this.registry});
  }

  input: HostMeter['input'] = (input, outcome) => {
    const code = outcome.ok ? 'ok' : outcome.refusal.code;
    if (input.kind === 'command') this.#commands.inc({type: input.command.type, outcome: code});
    if (input.kind === 'signal') this.#signals.inc({type: input.signal.type, outcome: code});
  };

  commit: HostMeter['commit'] = (seconds, {facts}) => {
    this.#commits.observe(seconds);
    this.#batches.observe(facts.length);
    for (const {type} of facts) this.#facts.inc({type});
  };

  /** A message or a socket that was not taken. */
  refused(code: string): void {
    this.#wire.inc({code});
  }

  /** A request that was answered; `route` is the pattern, never the address. */
  http(route: string, status: number): void {
    this.#http.inc({route, status: String(status)});
  }

  /** What became of a mail, coming in or going out. */
  mail(
    outcome:
      | 'received'
      | 'repeated'
      | 'broken'
      | 'refused'
      | 'oversized'
      | 'bounced'
      | 'delivered'
      | 'sent'
      | 'failed'
      | 'retried',
  ): void {
    this.#mails.inc({outcome});
  }

  /** Whether a mailbox of the company can be read. `index`: its place in the configuration. */
  mailbox(index: number, isConnected: boolean): void {
    this.#mailboxes.set({mailbox: String(index)}, isConnected ? 1 : 0);
  }

  /** How many sockets of a kind are open. */
  sockets(kind: 'agent' | 'customer' | 'line', count: number): void {
    this.#sockets.set({kind}, count);
  }

  #counter<L extends string>(name: string, help: string, labelNames: readonly L[]): Counter<L> {
    return new Counter({
      name: `deskwire_${name}`,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
    });
  }

  #histogram(name: string, help: string, buckets: number[]): Histogram {
    return new Histogram({name: `deskwire_${name}`, help, buckets, registers: [this.registry]});
  }
}

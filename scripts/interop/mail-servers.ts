import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {connect} from 'node:net';
import {join} from 'node:path';

import {closeLab, openLab, type Lab} from './lab.js';

const PATIENCE_MS = 15_000;

/** Whether somebody greets at this port: both kinds of server speak first. */
const greets = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (is: boolean): void => {
      socket.destroy();
      resolve(is);
    };
    socket.once('data', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('end', () => answer(false));
    socket.setTimeout(2_000, () => answer(false));
  });

/** A server as a process of its own, known by its id. It ends with whoever started it, even where that was killed. */
class Daemon {
  readonly #name: string;
  readonly #port: number;
  readonly #command: readonly string[];
  #process: ChildProcess | undefined;
  output = '';

  constructor(name: string, port: number, command: readonly string[]) {
    this.#name = name;
    this.#port = port;
    this.#command = command;
  }

  async start(): Promise<void> {
    // A group of its own, so that it can be killed with its workers; the kernel ends it when its parent is gone.
    const child = spawn('setpriv', ['--pdeathsig', 'TERM', ...this.#command], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    const listen = (chunk: Buffer): void => {
      this.output += chunk.toString();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    const end = Date.now() + PATIENCE_MS;
    while (!(await greets(this.#port))) {
      if (child.exitCode !== null || Date.now() > end)
        throw new Error(`${this.#name} does not start:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Ends it, with everything that it has started. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    process.kill(signal === 'SIGKILL' ? -child.pid : child.pid, signal);
    await exit;
  }
}

/**
 * OpenSMTPD knows only one spool and one control socket on a machine. Here it sees folders of its own in their places, so
 * that a server that the machine may have is neither touched nor in the way.
 */
const smtpdCommand = (folder: string): readonly string[] => [
  ...['unshare', '--mount', '--propagation', 'private', 'sh', '-ec'],
  'mount --bind "$1/spool" /var/spool; mount --bind "$1/run" /run; exec smtpd -d -f "$1/smtpd.conf"',
  ...['sh', folder],
];

/** Dovecot and OpenSMTPD with the mailboxes of a company and of its customers, both on free ports of loopback. */
export class MailServers {
  readonly lab: Lab;
  readonly imap: Daemon;
  readonly smtp: Daemon;

  private constructor(lab: Lab) {
    const {folder, ports} = lab;
    this.lab = lab;
    this.imap = new Daemon('Dovecot', ports.imap, ['dovecot', '-F', '-c', join(folder, 'dovecot.conf')]);
    this.smtp = new Daemon('OpenSMTPD', ports.smtp, smtpdCommand(folder));
  }

  static async start(): Promise<MailServers> {
    const servers = new MailServers(await openLab());
    try {
      await servers.imap.start();
      await servers.smtp.start();
    } catch (error) {
      const log = servers.log();
      await servers.stop();
      throw new Error(log, {cause: error});
    }
    return servers;
  }

  /** What both have to say, for whoever looks into a failure. */
  log(): string {
    let dovecot = '';
    try {
      dovecot = readFileSync(join(this.lab.folder, 'dovecot.log'), 'utf8');
    } catch {
      // It had nothing to say.
    }
    return `${dovecot}\n${this.smtp.output}`;
  }

  /** Ends both and removes their mail. */
  async stop(): Promise<void> {
    await Promise.all([this.imap.stop(), this.smtp.stop()]);
    closeLab(this.lab);
  }
}

import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';

/** A gateway in a process of its own, so that it can be killed like one. Its data outlive it. */
export class GatewayProcess {
  readonly data = mkdtempSync(join(tmpdir(), 'deskwire-process-'));
  readonly #main: string;
  readonly #args: readonly string[];
  readonly #env: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;
  output = '';
  port = 0;
  smtpPort = 0;

  constructor(main: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
    this.#main = main;
    this.#args = args;
    this.#env = env;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it on the ports of its last life, and waits until it listens. */
  async run(): Promise<void> {
    const ports = ['--port', `${this.port}`, '--smtp-port', `${this.smtpPort}`];
    const args = [this.#main, '--data', this.data, ...ports, ...this.#args];
    const child = spawn(process.execPath, args, {env: {...process.env, ...this.#env}});
    this.#child = child;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const take = (chunk: Buffer): void => {
        said += chunk.toString();
        this.output += chunk.toString();
        const http = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
        const smtp = /SMTP: +127\.0\.0\.1:(\d+)/.exec(said)?.[1];
        if (http === undefined || smtp === undefined) return;
        this.port = Number(http);
        this.smtpPort = Number(smtp);
        resolve();
      };
      child.stdout.on('data', take);
      child.stderr.on('data', take);
      child.once('exit', (code) =>
        reject(new Error(`The gateway ended with ${code ?? 'a signal'}: ${this.output}`)),
      );
    });
  }

  /** Whether it is not there: it was ended, or ended by itself. */
  get isDead(): boolean {
    const child = this.#child;
    return !child || child.exitCode !== null || child.signalCode !== null;
  }

  /** Resolves once the process of this life is not there any more, however it ended. */
  async death(): Promise<void> {
    const child = this.#child;
    if (child && !this.isDead) await once(child, 'exit');
  }

  /** SIGKILL: no goodbye, nothing flushed. */
  kill(): Promise<number | null> {
    return this.end('SIGKILL');
  }

  /** Stops it dead for a while, as a machine does that has other things to do; nothing is lost. */
  async freeze(ms: number): Promise<void> {
    const child = this.#child;
    child?.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, ms));
    child?.kill('SIGCONT');
  }

  /** Ends the process; gives back its code. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const exit = once(child, 'exit');
    child.kill(signal);
    const [code] = (await exit) as [number | null];
    return code;
  }

  /** Ends it and removes its data. */
  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.data, {recursive: true, force: true});
  }
}

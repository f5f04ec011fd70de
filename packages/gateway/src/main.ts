#!/usr/bin/env node
import process from 'node:process';
import {text} from 'node:stream/consumers';

import {hashPassword} from './auth/passwords.js';
import {buildGateway} from './build-gateway.js';
import {announcement} from './cli/announce.js';
import {parseCli, USAGE, type CliArgs} from './cli/args.js';
import {configReport} from './cli/config-report.js';
import {settingsOf} from './cli/settings.js';
import {DEMO_CONFIG} from './config/demo.js';
import {configJsonSchema} from './config/json-schema.js';
import type {Gateway} from './gateway.js';
import {safeError} from './log.js';

/** A stop that takes longer than this is cut short; everything that was acknowledged is stored by then. */
const STOP_MS = 8_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const stopOnSignal = (gateway: Gateway): void => {
  const stop = (): void => {
    setTimeout(() => process.exit(1), STOP_MS).unref();
    void gateway.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

/** What nobody caught ends the process, without the words of the error: they may hold what a customer wrote. */
const endOnBug = (): void => {
  const end = (error: unknown): void => {
    process.stderr.write(`${JSON.stringify({level: 60, msg: 'uncaught', error: safeError(error)})}\n`);
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
};

const serve = async (args: CliArgs): Promise<void> => {
  endOnBug();
  const settings = settingsOf(args, process.env);
  const gateway = await buildGateway(settings);
  stopOnSignal(gateway);
  const addresses = await gateway.listen();
  for (const line of announcement(settings.config ?? DEMO_CONFIG, addresses, args.pages !== undefined))
    say(line);
};

const checkFile = (file: string): void => {
  const {lines, isRight} = configReport(file);
  for (const line of lines) say(line);
  if (!isRight) process.exitCode = 1;
};

const hashTyped = async (): Promise<void> => {
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  if (password === '') throw new Error('An empty password is none.');
  say(await hashPassword(password));
};

const main = async (): Promise<void> => {
  const args = parseCli(process.argv.slice(2));
  if (args.command === 'help') say(USAGE);
  if (args.command === 'serve') await serve(args);
  if (args.command === 'schema') say(JSON.stringify(configJsonSchema(), null, 2));
  if (args.command === 'check-config') checkFile(args.file ?? '');
  if (args.command === 'hash-password') await hashTyped();
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

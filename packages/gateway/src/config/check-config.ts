import * as v from 'valibot';

import {createProfile, type EntryPoint} from '@deskwire/domain';

import {crossCheck, type Findings} from './check/index.js';
import type {GatewayConfig} from './gateway-config.js';
import {addressBookOf, readNumbersFile, type NumbersFile} from './numbers-file.js';
import type {ConfigProblem, Path} from './problem.js';
import {configSchema} from './schema/config.js';
import {Sound} from './sound.js';
import {didYouMean} from './suggest.js';
import {unknownKeys} from './unknown-keys.js';
import {schemaProblems} from './words.js';
import {readSource, type Source} from './yaml-source.js';

/** What was found in a configuration. `config` is there when nothing is wrong with it. */
export interface ConfigCheck extends Findings {
  readonly config?: GatewayConfig;
}

type Parsed = v.InferOutput<typeof configSchema>;

const NO_NUMBERS: NumbersFile = {rows: [], problems: [], placeOf: () => undefined};

const keyProblems = (value: unknown): readonly ConfigProblem[] =>
  unknownKeys(configSchema, value).map(({path, known}) => ({
    path,
    problem: 'is no setting',
    cure: didYouMean(String(path.at(-1)), known),
  }));

/** An entry point with the mail addresses that lead to it. */
const withAddresses = (
  entryPoint: EntryPoint,
  addresses: readonly (readonly [address: string, id: string])[],
): EntryPoint => {
  const own = addresses.flatMap(([address, id]) => (id === entryPoint.id ? [address] : []));
  return own.length ? {...entryPoint, addresses: own} : entryPoint;
};

const complete = (parsed: Parsed, numbersFile: NumbersFile): GatewayConfig => {
  const {tenant, agents, numbers, mail, assistants, contacts} = parsed;
  const addresses = Object.entries(mail.addresses).map(
    ([address, id]) => [address.toLowerCase(), id] as const,
  );
  return {
    tenant: {...tenant, entryPoints: tenant.entryPoints.map((one) => withAddresses(one, addresses))},
    agents: agents.map((agent) => createProfile(agent)),
    numbers: [...numbers, ...addressBookOf(numbersFile)],
    mail: {
      addresses: Object.fromEntries(addresses),
      mailboxes: mail.mailboxes.map((one) => ({...one, address: one.address.toLowerCase()})),
      mailboxDomains: mail.mailboxDomains.map((domain) => domain.toLowerCase()),
    },
    assistants,
    contacts,
    demo: false,
    users: [],
  };
};

/** Shows each finding where it stands: in the configuration's text, or in the file of the address book. */
const placed = (
  findings: readonly ConfigProblem[],
  source: Source,
  numbers: NumbersFile,
  numbersName: string,
): readonly ConfigProblem[] =>
  findings.map((finding) => {
    const [top, row] = finding.path;
    const isRow = top === 'numbersFile' && typeof row === 'number';
    const place = finding.place ?? (isRow ? numbers.placeOf(row) : source.placeOf(finding.path));
    return {...finding, ...(place ? {place} : {}), ...(isRow ? {file: numbersName} : {})};
  });

const byPlace = (a: ConfigProblem, b: ConfigProblem): number =>
  (a.file ?? '').localeCompare(b.file ?? '') ||
  (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
  (a.place?.column ?? 0) - (b.place?.column ?? 0);

const nameOfNumbers = (value: unknown): string | undefined => {
  const name = (value as {numbersFile?: unknown} | null | undefined)?.numbersFile;
  return typeof name === 'string' ? name : undefined;
};

/**
 * Reads a configuration from YAML or JSON and says everything that is wrong with it at once.
 * @param file Where the text comes from; a `numbersFile` is looked for beside it.
 */
export const checkConfig = (text: string, file?: string): ConfigCheck => {
  const source = readSource(text);
  if (source.problems.length) return {problems: source.problems, warnings: []};
  const parsed = v.safeParse(configSchema, source.value);
  const wrong = [...(parsed.success ? [] : schemaProblems(parsed.issues)), ...keyProblems(source.value)];
  const name = nameOfNumbers(source.value);
  const numbers = name === undefined ? NO_NUMBERS : readNumbersFile(name, file);
  const whole = {...(parsed.output as object | undefined), numbersFile: numbers.rows};
  const paths: readonly Path[] = [...wrong, ...numbers.problems].map(({path}) => path);
  const found = crossCheck(new Sound(whole, paths));
  const place = (findings: readonly ConfigProblem[]) =>
    [...placed(findings, source, numbers, name ?? '')].sort(byPlace);
  const problems = place([...wrong, ...numbers.problems, ...found.problems]);
  const warnings = place(found.warnings);
  return parsed.success && !problems.length
    ? {config: complete(parsed.output, numbers), problems, warnings}
    : {problems, warnings};
};

/** What admin should know about a configuration that is right, however it was made. */
export const warningsOf = (config: GatewayConfig): readonly ConfigProblem[] =>
  crossCheck(new Sound(config, [])).warnings;

import {execFile} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {promisify} from 'node:util';

const run = promisify(execFile);

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

const rooms = ['core', 'elements', 'widgets', 'adapters'].map((room) => join('packages', room));

/** Ours by their names, and where they are. */
const workspace = new Map(
  rooms
    .flatMap((room) => readdirSync(room).map((folder) => join(room, folder)))
    .map((folder) => [manifestIn(folder).name, folder]),
);

/** Every package that these say they need, themselves included, and its folder here. */
const neededBy = (
  names: readonly string[],
  found = new Map<string, string>(),
): ReadonlyMap<string, string> => {
  for (const name of names.filter((one) => !found.has(one))) {
    const folder = workspace.get(name) ?? join('node_modules', name);
    found.set(name, folder);
    neededBy(Object.keys(manifestIn(folder).dependencies ?? {}), found);
  }
  return found;
};

const npm = (args: readonly string[], cwd: string): Promise<{stdout: string}> =>
  run('npm', [...args], {cwd, maxBuffer: 1 << 24});

/**
 * A company's own project: our packages packed as they would be published, and installed from the tarballs by npm, which
 * finds out where one of them does not name what it needs. Others' work comes from what is installed here.
 */
export class InstalledProject {
  private constructor(readonly folder: string) {}

  static async create(...names: readonly string[]): Promise<InstalledProject> {
    const folder = await mkdtemp(join(tmpdir(), 'deskwire-npm-'));
    const needed = [...neededBy(names)];
    const ours = needed.filter(([name]) => workspace.has(name)).map(([, path]) => resolve(path));
    const theirs = needed.filter(([name]) => !workspace.has(name));
    const {stdout} = await npm(['pack', '--silent', '--json', '--pack-destination', folder, ...ours], '.');
    const tarballs = (JSON.parse(stdout) as readonly {readonly filename: string}[]).map(
      ({filename}) => `./${filename}`,
    );
    const project = new InstalledProject(folder);
    await project.write(
      'package.json',
      '{"name": "company", "version": "1.0.0", "type": "module", "private": true}',
    );
    await npm(
      [
        ...['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--install-links'],
        ...tarballs,
        ...theirs.map(([name, path]) => `${name}@file:${resolve(path)}`),
      ],
      folder,
    );
    return project;
  }

  async write(file: string, text: string): Promise<void> {
    await writeFile(join(this.folder, file), text);
  }

  /** Runs Node in it; answers with what was printed. */
  async node(...args: readonly string[]): Promise<string> {
    const {stdout} = await run(process.execPath, [...args], {cwd: this.folder});
    return stdout;
  }

  async remove(): Promise<void> {
    await rm(this.folder, {recursive: true});
  }
}

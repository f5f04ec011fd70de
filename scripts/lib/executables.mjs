// Finding programs on this machine, and asking Debian's package manager for those that are missing.
import {spawnSync} from 'node:child_process';
import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';

/** True when this process may install system packages. */
export const isRoot = process.getuid?.() === 0;

/** The path itself when it names something executable, else undefined. */
export function executable(path) {
  if (!path) return undefined;
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return undefined;
  }
}

/** The first of these programs that PATH knows, or undefined. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    const found = folders.map((folder) => executable(join(folder, name))).find(Boolean);
    if (found) return found;
  }
  return undefined;
}

/** Says why `aptInstall` cannot work here, or undefined when it can. */
export function aptObstacle() {
  if (process.platform !== 'linux' || !onPath('apt-get')) return 'this is not a Debian-like system';
  if (!isRoot) return 'installing system packages needs root';
  return undefined;
}

/** Installs Debian packages without a question asked; true when that worked. */
export function aptInstall(packages) {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  const apt = (...args) =>
    spawnSync('apt-get', args, {env, stdio: ['ignore', 'ignore', 'inherit']}).status === 0;
  const install = () => apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
  // The package lists of a fresh machine are empty or old: fetch them only when the first try fails.
  return install() || (apt('update', '-qq') && install());
}

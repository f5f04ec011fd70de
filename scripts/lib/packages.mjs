// The packages of this workspace. Node's own modules only: `npm start` and `npm test` need it before anything is installed.
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The folder of the workspace. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Reads a JSON file by its path from the root. */
export const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** True when this path from the root exists. */
export const exists = (path) => existsSync(join(root, path));

/** Every package: its folder from the root and its package.json. */
export function workspacePackages() {
  return readJson('package.json')
    .workspaces.flatMap(foldersOf)
    .filter((folder) => exists(`${folder}/package.json`))
    .map((folder) => ({folder, manifest: readJson(`${folder}/package.json`)}));
}

/** The folders that a workspace pattern (`packages/one` or `packages/group/*`) means. */
function foldersOf(pattern) {
  if (!pattern.endsWith('/*')) return [pattern];
  const group = pattern.slice(0, -2);
  return readdirSync(join(root, group), {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${group}/${entry.name}`);
}

/** Every file below a folder (from the root) that passes, as paths from the root, sorted. */
export function filesBelow(folder, passes = () => true) {
  if (!exists(folder)) return [];
  return readdirSync(join(root, folder), {withFileTypes: true, recursive: true})
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(root.length)
        .replaceAll('\\', '/'),
    )
    .filter(passes)
    .sort();
}

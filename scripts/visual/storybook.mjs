// The built Storybook that the pictures are taken of.
import {existsSync, readFileSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {spawnSync} from 'node:child_process';
import {root} from '../lib/packages.mjs';

/** What a build is made of. */
const SOURCES = ['.storybook', 'packages', 'package-lock.json'];
const IGNORED = new Set(['node_modules', 'dist', 'coverage', '.turbo']);

/** Builds Storybook into this folder, unless it was built since anything that it is made of has changed. */
export function prepareStorybook(folder) {
  const index = join(folder, 'index.json');
  const built = existsSync(index) ? statSync(index).mtimeMs : 0;
  if (SOURCES.every((source) => newest(join(root, source)) < built)) return;
  console.log('Building Storybook …');
  const node = (...args) =>
    spawnSync(process.execPath, args, {cwd: root, stdio: ['ignore', 'ignore', 'inherit']}).status === 0;
  const isBuilt =
    node('scripts/manifest.mjs') &&
    node(
      'node_modules/storybook/dist/bin/dispatcher.js',
      ...['build', '--output-dir', folder, '--quiet', '--disable-telemetry'],
    );
  if (!isBuilt) throw new Error('Storybook could not be built: see the messages above.');
}

/** When anything in a file or folder was changed last; a folder changes when something is deleted from it. */
function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path)
    .filter((name) => !IGNORED.has(name))
    .reduce((latest, name) => Math.max(latest, newest(join(path, name))), stats.mtimeMs);
}

/** A story that is made for one width names it in a tag. */
const WIDTH = /^picture-(\d+)$/;

/** All stories that have pictures, in the order of the built Storybook's index; `width` where a story has one of its own. */
export function storiesIn(folder) {
  const {entries} = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  return Object.values(entries)
    .filter(({type, tags}) => type === 'story' && !tags?.includes('no-picture'))
    .map(({id, tags = []}) => {
      const width = tags.map((tag) => WIDTH.exec(tag)?.[1]).find(Boolean);
      return width === undefined ? {id} : {id, width: Number(width)};
    });
}

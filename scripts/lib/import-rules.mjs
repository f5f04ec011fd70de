// Judges the imports of one file by the house plan. Pure: it is given what it needs to know.
import {posix} from 'node:path';
import {importsOf, packageOf} from './imports.mjs';
import {DECLARED} from './rooms.mjs';

const OURS = '@deskwire/';

/** Tests, their harnesses and stories compose what they need, as examples do. */
const isTest = (file) => /\.(test|stories|harness)\.ts$|\/test-support\//.test(file);
/** Those of them that run in a page, where no server code and nothing of Node's can be. */
const runsInPage = (file) => /\.(wtr\.test|stories|harness)\.ts$/.test(file);

/**
 * What is wrong with a file's imports, one sentence each.
 *
 * - `file`: its path from the root, `text`: its source.
 * - `home`: the folder and the package.json (`manifest`) of the package it is in.
 * - `rooms`: the house plan.
 * - `workspace`: what the root package.json lets tests use, and the names of our own packages (`devDependencies`, `names`).
 */
export function violations({file, text, home, rooms, workspace}) {
  const room = rooms.find(({folder}) => matches(home.folder, folder));
  if (!room) return [`${file}: ${home.folder} is in no room of the house plan`];
  const judge = isTest(file) ? judgeTest : judgeShipped;
  return importsOf(text, file).flatMap((imported) => {
    const reason = leavesHome(imported, file, home) ?? judge(imported, {file, room, home, workspace});
    return reason ? [`${file}:${imported.line}: ${reason}`] : [];
  });
}

const matches = (name, pattern) =>
  pattern.endsWith('/*') ? posix.dirname(name) === pattern.slice(0, -2) : name === pattern;

function leavesHome({specifier}, file, home) {
  if (packageOf(specifier)) return undefined;
  const target = posix.join(posix.dirname(file), specifier);
  return target.startsWith(`${home.folder}/`)
    ? undefined
    : `${specifier} leaves the package: import it by name`;
}

function judgeShipped({specifier, typeOnly}, {room, home}) {
  const name = packageOf(specifier);
  if (!name || name === home.manifest.name) return undefined;
  if (name === 'node:') return room.node ? undefined : `${room.name} may not use Node's ${specifier}`;
  const {dependencies, peerDependencies} = home.manifest;
  const declared = {...dependencies, ...peerDependencies};
  if (name.startsWith(OURS)) {
    const short = name.slice(OURS.length);
    if (!room.ours.includes(short)) {
      if (!room.types.includes(short)) return `${room.name} may not import ${name}`;
      if (!typeOnly) return `${room.name} may import only types of ${name}: write "import type"`;
    }
  } else if (!mayUse(room, name, declared)) {
    return `${room.name} may not import ${name}`;
  }
  return name in declared ? undefined : undeclared(name, home);
}

function mayUse(room, name, declared) {
  if (room.never.some((pattern) => matches(name, pattern))) return false;
  return room.outside.includes(name) || (room.outside.includes(DECLARED) && name in declared);
}

function judgeTest({specifier, typeOnly}, {file, home, workspace}) {
  const name = packageOf(specifier);
  if (!name) return undefined;
  if (runsInPage(file) && !typeOnly && (name === 'node:' || name === `${OURS}gateway`)) {
    return `a test that runs in a page may not import ${specifier}`;
  }
  if (name === 'node:' || workspace.names.includes(name)) return undefined;
  const {dependencies, peerDependencies, devDependencies} = home.manifest;
  const declared = {...dependencies, ...peerDependencies, ...devDependencies, ...workspace.devDependencies};
  return name in declared ? undefined : undeclared(name, home);
}

const undeclared = (name, home) => `${name} is not declared in ${home.folder}/package.json`;

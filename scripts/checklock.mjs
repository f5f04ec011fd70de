// Checks that package-lock.json holds every optional (platform) package that its entries name. A registry that lacks one
// lets `npm install` pass and write a lock file with which `npm ci` then fails. Run it after every dependency change.
import {readFileSync} from 'node:fs';

const {packages} = JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json', 'utf8'));

/** Where `name` resolves to for the package at `from`, walking up its node_modules folders as Node does. */
function resolve(from, name) {
  for (let folder = from; ;) {
    const candidate = `${folder && `${folder}/`}node_modules/${name}`;
    if (packages[candidate]) return candidate;
    if (!folder) return undefined;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1));
  }
}

let bad = 0;
for (const [path, entry] of Object.entries(packages)) {
  const optional = Object.keys(entry.optionalDependencies ?? {});
  const missing = optional.filter((name) => !resolve(path, name));
  if (missing.length === 0) continue;
  bad++;
  console.error(
    `${path}@${entry.version}: ${missing.length} of ${optional.length} platform packages missing (${missing.join(', ')})`,
  );
}
console.log(
  bad
    ? `${bad} entries of the lock file are incomplete`
    : `lock file complete, ${Object.keys(packages).length} entries`,
);
process.exitCode = bad ? 1 : 0;

// Angular, ahead of time: its own compiler makes the example's components ready, its own linker the library's.
import {spawnSync} from 'node:child_process';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import linker from '@angular/compiler-cli/linker/babel';
import {root} from '../lib/packages.mjs';

const compiled = join(root, 'node_modules/.cache/examples');
const source = join(root, 'examples');

/** Templates are checked as strictly as the rest. Stops when the compiler has something to say. */
export function compileAngular() {
  const ngc = join(root, 'node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js');
  const {status} = spawnSync(process.execPath, [ngc, '-p', join(source, 'angular/tsconfig.json')], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The Angular example does not compile.');
}

/** What npm has of Angular is half compiled, so that it fits several versions: such a file says so. */
const isHalfCompiled = (code, id) =>
  /node_modules[\\/]@angular[\\/]/.test(id) && code.includes('\u0275\u0275ngDeclare');

export function angular() {
  // The linker is a plugin of the compiler's own copy of Babel.
  const {transformAsync} = createRequire(import.meta.resolve('@angular/compiler-cli/package.json'))(
    '@babel/core',
  );
  return {
    name: 'angular',
    enforce: 'pre',
    resolveId(id, importer) {
      // The page names the source; what runs is what the compiler made of it.
      if (/^\..*\.[jt]s$/.test(id) && importer?.startsWith(join(source, 'angular')))
        return join(compiled, 'angular', id.replace(/\.ts$/, '.js'));
      return undefined;
    },
    transform: (code, id) =>
      isHalfCompiled(code, id)
        ? transformAsync(code, {
            filename: id,
            plugins: [linker],
            compact: false,
            configFile: false,
            babelrc: false,
          })
        : undefined,
  };
}

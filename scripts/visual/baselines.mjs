// The kept pictures: `<component>/<story>.<look>.png` in one folder.
import {existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

/** The pictures that are kept in a folder. A name is a story's id and a look: `widgets-dw-history--empty.dark`. */
export class Baselines {
  constructor(folder) {
    this.folder = folder;
  }

  path(name) {
    return join(this.folder, `${name.replace('--', '/')}.png`);
  }

  /** The picture of this name, or undefined where none is kept. */
  get(name) {
    const path = this.path(name);
    return existsSync(path) ? readFileSync(path) : undefined;
  }

  set(name, png) {
    const path = this.path(name);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, png);
  }

  delete(name) {
    const path = this.path(name);
    rmSync(path);
    if (readdirSync(dirname(path)).length === 0) rmSync(dirname(path), {recursive: true});
  }

  /** The names of all that are kept. */
  names() {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder, {withFileTypes: true})
      .filter((entry) => entry.isDirectory())
      .flatMap(({name: component}) =>
        readdirSync(join(this.folder, component))
          .filter((file) => file.endsWith('.png'))
          .map((file) => `${component}--${file.slice(0, -'.png'.length)}`),
      )
      .sort();
  }
}

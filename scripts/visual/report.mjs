// One page to look at what is different: kept, new and the difference, side by side.
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** Collects what is wrong, with its pictures, in a folder that is emptied first. */
export class Report {
  #entries = [];

  constructor(folder) {
    this.folder = folder;
    this.page = join(folder, 'index.html');
    rmSync(folder, {recursive: true, force: true});
  }

  /** Notes a problem; `pictures` are PNGs by what they show, and those that are undefined are left out. */
  add(name, sentence, pictures = {}) {
    mkdirSync(this.folder, {recursive: true});
    const files = Object.entries(pictures)
      .filter(([, png]) => png)
      .map(([shows, png]) => {
        const file = `${name}.${shows}.png`;
        writeFileSync(join(this.folder, file), png);
        return {shows, file};
      });
    this.#entries.push({name, sentence, files});
  }

  /** Writes the page; without a problem there is none. */
  write() {
    if (this.#entries.length === 0) return;
    mkdirSync(this.folder, {recursive: true});
    writeFileSync(this.page, pageOf(this.#entries.sort((a, b) => (a.name < b.name ? -1 : 1))));
  }
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const pageOf = (entries) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${entries.length} pictures to look at</title>
<style>
  body { margin: 2rem; font: 14px/1.5 system-ui, sans-serif; color: #1a1c20; background: #f3f4f6; }
  section { margin-block: 2rem; }
  h2 { margin: 0; font-size: 1rem; }
  .row { display: flex; gap: 1rem; overflow-x: auto; }
  figure { margin: 0; }
  img { border: 1px solid #c3c7ce; background: #fff; }
</style>
<h1>${entries.length} pictures to look at</h1>
${entries.map(sectionOf).join('\n')}
</html>
`;

const sectionOf = ({name, sentence, files}) => `<section>
<h2>${escaped(name)}</h2>
<p>${escaped(sentence)}</p>
<div class="row">${files.map(figureOf).join('')}</div>
</section>`;

const figureOf = ({shows, file}) =>
  `<figure><figcaption>${escaped(shows)}</figcaption><img src="${encodeURIComponent(file)}" alt=""></figure>`;

// Links between the pages that people read: each leads to a file that is there, and to a heading that is in it.
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {exists, filesBelow, root} from '../lib/packages.mjs';
import {anchor} from './markdown.mjs';

/** Every link within the repository that leads nowhere, in words. */
export function brokenLinks() {
  const pages = ['README.md', ...filesBelow('docs', (file) => file.endsWith('.md'))];
  return pages.flatMap((page) => {
    const text = withoutCode(readFileSync(join(root, page), 'utf8'));
    return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target]) => target)
      .filter((target) => !/^[a-z]+:/.test(target) && !leadsSomewhere(page, target))
      .map((target) => `${page} links to ${target}, which is not there`);
  });
}

const withoutCode = (text) => text.replace(/^```[^]*?^```/gm, '');

function leadsSomewhere(page, target) {
  const [path, heading] = target.split('#');
  const file = path ? join(dirname(page), path) : page;
  if (!exists(file)) return false;
  if (!heading || !file.endsWith('.md')) return true;
  const headings = withoutCode(readFileSync(join(root, file), 'utf8')).matchAll(/^#+ (.+)$/gm);
  return [...headings].some(([, text]) => anchor(text) === heading);
}

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {root} from './lib/packages.mjs';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** How far something is indented says nothing. */
const flat = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

const snippets = [...read('docs/hosts.md').matchAll(/^<!-- (\S+) -->\n```\w+\n([^]*?)\n```$/gm)].map(
  ([, file = '', code = '']) => ({file, code}),
);

describe('docs/hosts.md', () => {
  it.each(snippets)('shows what $file has', ({file, code}) => {
    expect(flat(read(file))).toContain(flat(code));
  });

  it.each(['plain', 'react', 'vue', 'angular', 'crm'])('shows something of the example %s', (host) => {
    expect(snippets.some(({file}) => file.startsWith(`examples/${host}/`))).toBe(true);
  });
});

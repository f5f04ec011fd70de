import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';

import {constants} from '../docs/sources.mjs';
import {readTokens} from '../docs/tokens.mjs';
import {root} from '../lib/packages.mjs';
import {declarationsOf} from './declarations.mjs';
import {Meter} from './measure.mjs';
import {reportOn} from './report.mjs';

const {tokens, ALL_PAIRS, contrastOf} = await constants();
const meter = new Meter({tokens: readTokens(tokens.cssText), pairs: ALL_PAIRS, contrastOf});
const page = readFileSync(join(root, 'docs/theming.md'), 'utf8');

/** The block of code below a comment. */
const below = (comment: string): string =>
  new RegExp(`<!-- ${comment} -->\\n\`\`\`\\w*\\n([^]*?)\\n\`\`\``).exec(page)?.[1] ?? '';

describe('docs/theming.md', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'theming-'));
  });
  afterAll(() => {
    rmSync(folder, {recursive: true});
  });

  const failuresOf = (css: string): readonly string[] => {
    const file = join(folder, 'brand.css');
    writeFileSync(file, css);
    return reportOn([file], meter).failures;
  };

  it('shows what the command says of a theme that fails, and a cure that cures', () => {
    expect(below('a theme that fails')).toContain('--dw-accent');
    expect(failuresOf(below('a theme that fails'))).toEqual([below('what is printed of it')]);
    expect(below('a theme that holds')).toContain('--dw-accent');
    expect(failuresOf(below('a theme that holds'))).toEqual([]);
  });
});

describe('the sample themes', () => {
  it.each(['light.css', 'dark.css', 'crm.css'])(
    '%s sets nothing of the widgets but what is documented',
    (file) => {
      const reference = readFileSync(join(root, 'docs/reference/elements.md'), 'utf8');
      const declarations = declarationsOf(readFileSync(join(root, 'examples/themes', file), 'utf8'));
      const knobs = declarations
        .map(({property}) => property)
        .filter((property) => property.startsWith('--dw-'));
      expect(knobs).toContain('--dw-accent');
      expect(knobs.filter((knob) => !page.includes(`| \`${knob}\` |`))).toEqual([]);
      const parts = declarations.flatMap(({within}) =>
        [...within.join().matchAll(/::part\((\w+)\)/g)].map(([, part]) => part),
      );
      expect(parts.filter((part) => !reference.includes(`| \`${part ?? ''}\` |`))).toEqual([]);
    },
  );
});

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';

import {filesBelow, root} from '../lib/packages.mjs';
import {declarationsOf} from './declarations.mjs';

// What every widget's styles owe to people who choose their own colours or want nothing to move. The end-to-end test of the
// themes looks at one desk; this looks at every rule.

interface Declaration {
  readonly within: readonly string[];
  readonly property: string;
  readonly value: string;
}

const sheets: readonly {readonly file: string; readonly declarations: readonly Declaration[]}[] = filesBelow(
  'packages',
)
  .filter((file: string) => /\/src\/.*\.styles\.ts$/.test(file) && !file.includes('/node_modules/'))
  .map((file: string) => ({
    file,
    declarations: [...readFileSync(join(root, file), 'utf8').matchAll(/css`([^`]*)`/g)].flatMap(
      ([, css = '']) => declarationsOf(css.replace(/\$\{[^}]*\}/g, '0')),
    ),
  }));

const isInside = ({within}: Declaration, media: RegExp): boolean => within.some((outer) => media.test(outer));

/** The selector of a rule, without the at-rules around it. */
const selectorOf = ({within}: Declaration): string =>
  within.filter((outer) => !outer.startsWith('@')).join(' ');

/** The last class or element of each selector in a list, whatever its state: what the rule is about. */
const subjectsOf = (declaration: Declaration): readonly string[] =>
  selectorOf(declaration)
    .replace(/::?[\w-]+(\([^)]*\))?/g, '')
    .split(',')
    .map((selector) => selector.match(/[\w-]+(?=[^\w-]*$)/)?.[0] ?? '');

/** Whether some of these rules speak of all that a rule is about. */
const isMetBy = (rule: Declaration, others: readonly Declaration[]): boolean =>
  subjectsOf(rule).every((subject) =>
    others.some((other) => new RegExp(`(^|[\\s.(,])${subject}(?![\\w-])`).test(selectorOf(other))),
  );

describe("the widgets' styles", () => {
  it('are all read', () => {
    expect(sheets.length).toBeGreaterThan(40);
    expect(sheets.filter(({declarations}) => declarations.length === 0)).toEqual([]);
  });

  it('leave no words of the accent to the browser in forced colours: it would lay Canvas behind them', () => {
    const missed = sheets.flatMap(({file, declarations}) => {
      const left = declarations.filter(
        (one) =>
          one.property === 'forced-color-adjust' &&
          one.value === 'none' &&
          isInside(one, /forced-colors: active/),
      );
      return declarations
        .filter(({property, value}) => property === 'color' && value === 'var(--dw-color-on-accent)')
        .filter((one) => !isMetBy(one, left))
        .map((one) => `${file}: ${selectorOf(one)}`);
    });
    expect(missed).toEqual([]);
  });

  it('have no movement without a rule for those who want none', () => {
    const moving = sheets.flatMap(({file, declarations}) => {
      const still = declarations.filter(
        (one) =>
          /^animation/.test(one.property) && one.value === 'none' && isInside(one, /reduced-motion: reduce/),
      );
      return declarations
        .filter((one) => one.property === 'animation' && one.value !== 'none')
        .filter((one) => !isInside(one, /reduced-motion/))
        .map((one) => ({
          file,
          selector: selectorOf(one),
          isStilled: isMetBy(one, still),
        }));
    });
    expect(moving.length).toBeGreaterThan(4);
    // It waits a moment before it is seen, and does not move.
    const waits = 'packages/elements/kit/src/late/late.styles.ts';
    expect(moving.filter(({file, isStilled}) => !isStilled && file !== waits)).toEqual([]);
  });

  it('have no transition but by the durations that are 0 ms for them', () => {
    const others = sheets.flatMap(({file, declarations}) =>
      declarations
        .filter(({property, value}) => property === 'transition' && !/var\(--dw-duration-/.test(value))
        .filter((one) => !isInside(one, /reduced-motion: no-preference/) && one.value !== 'none')
        .map((one) => `${file}: ${selectorOf(one)}`),
    );
    expect(others).toEqual([]);
  });
});

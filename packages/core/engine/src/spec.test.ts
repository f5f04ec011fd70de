import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';

const here = new URL('.', import.meta.url);
const spec = readFileSync(new URL('../../domain/SPEC.md', here), 'utf8');

describe('the specification', () => {
  it('has the rules from 100 on held by the tests of this package, which name no other', () => {
    const rules = [...spec.matchAll(/^- \*\*(R1\d\d)\*\*/gm)].map(([, rule = '']) => rule);
    const tests = readdirSync(here).filter((name) => name.endsWith('.test.ts'));
    const named = tests.flatMap((name) =>
      [...readFileSync(new URL(name, here), 'utf8').matchAll(/\bR1\d\d\b/g)].map(([rule]) => rule),
    );
    expect(rules.length).toBeGreaterThan(20);
    expect(new Set(named)).toEqual(new Set(rules));
  });
});

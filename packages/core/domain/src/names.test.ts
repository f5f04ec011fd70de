import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, expectTypeOf, it} from 'vitest';
import {COMMAND_TYPES, type CommandType, type MissingCommandTypes} from './command.js';
import {createTenant, BASIC_COMMANDS, TENANT_DEFAULTS} from './defaults.js';
import {REFUSALS, refuse, type RefusalCode, type RefusalKind} from './refusal.js';
import {rules} from './rules.js';

/** Promises of the sender, of the views, and definitions: held elsewhere. R100 and above are the engine's, and so is the test of that. */
const HELD_ELSEWHERE = ['R1', 'R2', 'R3', 'R15', 'R50', 'R54', 'R85', 'R91'];

describe('names', () => {
  it('every command has its name in COMMAND_TYPES, once', () => {
    expectTypeOf<MissingCommandTypes>().toEqualTypeOf<never>();
    expectTypeOf<(typeof COMMAND_TYPES)[number]>().toEqualTypeOf<CommandType>();
    expect(new Set(COMMAND_TYPES).size).toBe(COMMAND_TYPES.length);
  });

  it('every command has one rule, but for the customer who leaves', () => {
    expect([...Object.keys(rules), 'customer.leave'].sort()).toEqual([...COMMAND_TYPES].sort());
    expect(COMMAND_TYPES).toEqual(expect.arrayContaining([...BASIC_COMMANDS]));
  });

  it('every refusal is written once, as DW_AREA_REASON, with a kind', () => {
    const source = readFileSync(new URL('./refusal.ts', import.meta.url), 'utf8');
    const written = [...source.matchAll(/^ {2}(DW_[A-Z_]+):/gm)].map(([, code]) => code);
    expect(written).toEqual(Object.keys(REFUSALS));
    expect(new Set(written).size).toBe(written.length);
    for (const code of written) expect(code).toMatch(/^DW_[A-Z]+(_[A-Z]+)+$/);
    const kinds: readonly RefusalKind[] = ['capability', 'permission', 'state', 'input', 'transport'];
    for (const kind of Object.values(REFUSALS)) expect(kinds).toContain(kind);
  });

  it('a refusal carries the kind of its code', () => {
    for (const code of Object.keys(REFUSALS) as RefusalCode[]) {
      expect(refuse(code)).toEqual({code, kind: REFUSALS[code]});
    }
    expect(refuse('DW_MESSAGE_TOO_LONG', {max: 3})).toMatchObject({params: {max: 3}});
  });

  it('the specification numbers its rules once, and the tests name only those', () => {
    const here = new URL('.', import.meta.url);
    const spec = readFileSync(new URL('../SPEC.md', here), 'utf8');
    const known = [...spec.matchAll(/^- \*\*(R\d+)\*\*/gm)].map(([, rule = '']) => rule);
    expect(new Set(known).size).toBe(known.length);
    const tests = readdirSync(here).filter((name) => name.endsWith('.test.ts') && name !== 'names.test.ts');
    const named = tests.flatMap((name) =>
      [...readFileSync(new URL(name, here), 'utf8').matchAll(/\bR\d+\b/g)].map(([rule]) => rule),
    );
    const ours = known.filter((rule) => Number(rule.slice(1)) < 100);
    expect(named.filter((rule) => !ours.includes(rule))).toEqual([]);
    expect(ours.filter((rule) => !named.includes(rule))).toEqual(HELD_ELSEWHERE);
  });

  it('a tenant is complete with nothing but its name', () => {
    const made = createTenant({id: 't', name: 'T'});
    expect(made).toEqual({...TENANT_DEFAULTS, id: 't', name: 'T'});
    expect(made.idleReasons.map(({id}) => id)).toContain(made.signInReasonId);
  });
});

import {randomBytes} from 'node:crypto';

import {describe, expect, it} from 'vitest';

import type {CadVariable, Fact, Interaction} from '@deskwire/domain';

import {PLAIN_CODEC, sealingCodec} from './fact-codec.js';
import {Seal} from './seal.js';

const secret = (): Uint8Array => randomBytes(32);

describe('a seal', () => {
  it('opens what it sealed, and nothing else', () => {
    const seal = new Seal([secret()]);
    for (const text of ['4711', '', '비밀 😀\u0000', 'x'.repeat(256)]) {
      const sealed = seal.seal(text, 'about');
      expect(sealed).not.toContain(text || 'about');
      expect(seal.open(sealed, 'about')).toBe(text);
      expect(seal.open(sealed, 'another')).toBeUndefined();
    }
    const sealed = seal.seal('4711', 'about');
    expect(seal.seal('4711', 'about')).not.toBe(sealed);
    for (const at of [0, 12, sealed.length - 2]) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      expect(seal.open(changed, 'about')).toBeUndefined();
    }
    for (const junk of ['', '.', 'x.y', sealed.split('.')[0] ?? ''])
      expect(seal.open(junk, 'about')).toBeUndefined();
  });

  it('goes by the newest secret, and opens what earlier ones sealed', () => {
    const [old, fresh] = [secret(), secret()];
    const before = new Seal([old]).seal('4711', 'about');
    const both = new Seal([fresh, old]);
    expect(both.open(before, 'about')).toBe('4711');
    const after = both.seal('4711', 'about');
    expect(new Seal([fresh]).open(after, 'about')).toBe('4711');
    expect(new Seal([old]).open(after, 'about')).toBeUndefined();
    expect(new Seal([fresh]).open(before, 'about')).toBeUndefined();
  });
});

describe('facts at rest', () => {
  const variable = (name: string, value: string, secure: boolean): CadVariable => ({
    name,
    label: name,
    type: 'string',
    value,
    editable: true,
    secure,
    order: 0,
    version: 1,
  });
  const cad = [
    variable('pin', 'planted-pin', true),
    variable('empty', '', true),
    variable('plan', 'gold', false),
  ];
  const interaction = {id: 'i', cad} as unknown as Interaction;
  const stamp = {at: 1, interactionId: 'i'} as const;
  const facts: readonly Fact[] = [
    {seq: 1, ...stamp, type: 'interaction.created', interaction},
    {seq: 2, ...stamp, type: 'interaction.shown', interaction},
    {seq: 3, ...stamp, type: 'cad.defined', variables: cad},
    {
      seq: 4,
      ...stamp,
      type: 'cad.changed',
      changes: [{name: 'pin', value: 'planted-new', version: 2}],
      by: {kind: 'flow'},
    },
    {
      seq: 5,
      ...stamp,
      type: 'message.posted',
      message: {id: 'm', at: 1, from: {kind: 'customer'}, text: 'sealed'},
    },
  ];

  it('hold no secure value, and are the same once they are read', () => {
    const lost: string[] = [];
    const codec = sealingCodec(new Seal([secret()]), (id) => lost.push(id));
    const bodies = facts.map((fact) => codec.encode(fact));
    expect(bodies.join('\n')).not.toContain('planted');
    expect(bodies[0]).toContain('gold');
    expect(bodies.map((body) => codec.decode(body))).toEqual(facts);
    expect(lost).toEqual([]);
  });

  it('are read as they are where they were never sealed', () => {
    const codec = sealingCodec(new Seal([secret()]), () => undefined);
    expect(facts.map((fact) => codec.decode(PLAIN_CODEC.encode(fact)))).toEqual(facts);
  });

  it('lose a value whose key is gone or that was moved to another fact, and say for which contact', () => {
    const keys = [secret(), secret()] as const;
    const lost: string[] = [];
    const mine = sealingCodec(new Seal([keys[0]]), (id) => lost.push(id));
    const body = mine.encode(facts[2] as Fact);
    const pinOf = (fact: Fact) => (fact.type === 'cad.defined' ? fact.variables[0]?.value : undefined);
    expect(pinOf(sealingCodec(new Seal([keys[1]]), (id) => lost.push(id)).decode(body))).toBe('');
    expect(pinOf(mine.decode(body.replace('"seq":3', '"seq":4')))).toBe('');
    expect(lost).toEqual(['i', 'i']);
    expect(pinOf(mine.decode(body))).toBe('planted-pin');
  });

  it('cannot be told apart from sealed ones by what a person wrote', () => {
    const codec = sealingCodec(new Seal([secret()]), () => undefined);
    const fact: Fact = {
      seq: 3,
      ...stamp,
      type: 'cad.defined',
      variables: [variable('plan', '{"sealed":"x.y"}', false)],
    };
    expect(codec.decode(codec.encode(fact))).toEqual(fact);
  });
});

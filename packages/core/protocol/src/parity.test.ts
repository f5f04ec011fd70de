import {describe, expect, it} from 'vitest';
import type * as v from 'valibot';
import type {
  AgentProfile,
  Answers,
  Command,
  Cursor,
  Fact,
  FactType,
  Interaction,
  Query,
  QueryType,
  TenantConfig,
} from '@deskwire/domain';
import {COMMAND_TYPES} from '@deskwire/domain';
import type {cursor} from './schema/basics.js';
import {command} from './schema/command.js';
import {facts} from './schema/fact.js';
import type {interaction} from './schema/interaction.js';
import type {client} from './schema/message.js';
import {answers, query} from './schema/query.js';
import type {profile, tenant} from './schema/tenant.js';
import type {ClientMessage} from './messages.js';

/** The same shape without `readonly` and without intersections, so that two ways of writing it compare. */
type Plain<T> = T extends (infer Item)[] | readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? {-readonly [Key in keyof T]: Plain<T[Key]>}
    : T;
type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** Keys too: mutual assignability alone would not see that an optional property is missing. */
type Keys<T> = T extends unknown ? keyof T : never;
type Parity<Domain, Schema extends v.GenericSchema> =
  Same<Plain<Domain>, Plain<v.InferOutput<Schema>>> extends true
    ? Identical<Keys<Domain>, Keys<v.InferOutput<Schema>>>
    : false;

type FactSchema = (typeof facts)[number];
type FactParity = {
  [T in FactType]: Parity<Extract<Fact, {type: T}>, Extract<FactSchema, v.GenericSchema<unknown, {type: T}>>>;
};
type AnswerParity = {[T in QueryType]: Parity<Answers[T], (typeof answers)[T]>};

const allTrue = <T extends true>(..._: readonly T[]): void => undefined;

describe('schemas and domain types', () => {
  it('are the same, both ways (the compiler checks this)', () => {
    allTrue<Parity<Cursor, typeof cursor>>();
    allTrue<Parity<Command, typeof command>>();
    allTrue<Parity<Query, typeof query>>();
    allTrue<Parity<TenantConfig, typeof tenant>>();
    allTrue<Parity<AgentProfile, typeof profile>>();
    allTrue<Parity<Interaction, typeof interaction>>();
    allTrue<Parity<ClientMessage, typeof client>>();
    allTrue<FactParity[FactType]>();
    allTrue<AnswerParity[QueryType]>();
    const missing: Exclude<FactType, v.InferOutput<FactSchema>['type']> | undefined = undefined;
    expect(missing).toBeUndefined();
  });

  it('name every command once, and nothing else', () => {
    const named = command.options.map((option) => option.entries.type.literal);
    expect(named.toSorted()).toEqual([...COMMAND_TYPES].sort());
  });

  it('name every fact once', () => {
    const named = facts.map((schema) => schema.entries.type.literal);
    expect(new Set(named).size).toBe(named.length);
  });

  it('answer every query', () => {
    const named = query.options.map((option) => option.entries.type.literal);
    expect(named.toSorted()).toEqual(Object.keys(answers).sort());
  });
});

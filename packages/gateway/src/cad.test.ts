import {afterEach, beforeEach, describe, expect, it} from 'vitest';

import {
  reduceInteraction,
  type CadEdit,
  type CadVariable,
  type FactOf,
  type FlowVariable,
  type Interaction,
  type InteractionFact,
} from '@deskwire/domain';

import {DEMO_CONFIG} from './config/demo.js';
import type {WireDesk} from './test-support/desk.js';
import {eventually, pass} from './test-support/harness.js';
import {VoiceStage, type Who} from './test-support/voice.js';

const variable = (name: string, set: Partial<FlowVariable> = {}): FlowVariable => ({
  name,
  label: name,
  type: 'string',
  editable: true,
  secure: false,
  ...set,
});

const VARIABLES: readonly FlowVariable[] = [
  variable('city'),
  variable('street'),
  variable('note'),
  variable('pin', {secure: true}),
  variable('parcels', {type: 'integer'}),
  variable('contract', {editable: false, value: 'A-1'}),
];

/** Numbers that look random and are the same in every run. */
const seeded = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const cadOf = (interaction: Interaction | undefined): readonly CadVariable[] => interaction?.cad ?? [];

/** Its 1,000 rounds take some five seconds, and a busy machine many more. */
const PATIENCE = {timeout: 120_000};

describe('call-associated data over the wire', PATIENCE, () => {
  let stage: VoiceStage;
  beforeEach(async () => {
    const {entryPoints} = DEMO_CONFIG.tenant;
    stage = await VoiceStage.start(
      {entryPoints: entryPoints.map((one) => ({...one, variables: VARIABLES}))},
      {},
      {sockets: {rate: {agent: {burst: 1_000, perSecond: 1_000}, customer: {burst: 40, perSecond: 8}}}},
    );
  });
  afterEach(() => stage.stop());

  const seen = (desk: WireDesk, id: string) => cadOf(desk.state.interactions.get(id));
  const valueOf = (desk: WireDesk, id: string, name: string) =>
    seen(desk, id).find((one) => one.name === name)?.value;
  const versionOf = (desk: WireDesk, id: string, name: string) =>
    seen(desk, id).find((one) => one.name === name)?.version ?? 0;

  /** What the store makes of the contact by itself. */
  const stored = async (id: string): Promise<Interaction | undefined> =>
    (await stage.harness.gateway.core.store.factsOf(id)).reduce<Interaction | undefined>(
      (one, fact) => reduceInteraction(one, fact as InteractionFact),
      undefined,
    );

  const factsOf = <T extends 'cad.changed' | 'cad.overwritten'>({facts}: WireDesk, type: T) =>
    facts.filter((fact): fact is FactOf<T> => fact.type === type);

  /** An edit with the id of the save that it was part of. */
  type Sent = CadEdit & {readonly id: string};

  /** One agent saves some values, made from what their own desk shows at this moment. */
  const save = async (who: Who, interactionId: string, round: number, random: (below: number) => number) => {
    const desk = stage.desk(who);
    const names = VARIABLES.filter(({editable}) => editable && random(2) === 0).map(({name}) => name);
    const edits = names.map((name) => ({
      name,
      value: name === 'parcels' ? `${round * 2 + (who === 'park' ? 1 : 0)}` : `${who} ${round}`,
      base: versionOf(desk, interactionId, name),
    }));
    const id = `${who}-${round}`;
    if (edits.length) await desk.do({type: 'cad.save', interactionId, edits}, id);
    return edits.map((edit): Sent => ({...edit, id}));
  };

  /** Versions of a variable count up by one: no change took the place of another that its maker had not seen. */
  const expectNoGap = (changed: readonly FactOf<'cad.changed'>[]): void => {
    const versions = new Map<string, number>();
    for (const {name, version} of changed.flatMap(({changes}) => changes)) {
      expect(version).toBe((versions.get(name) ?? 0) + 1);
      versions.set(name, version);
    }
  };

  /** Every edit was taken as it was made, or its maker was told. Gives back how many were told. */
  const expectAccountOf = (sent: readonly Sent[], desk: WireDesk): number => {
    const keyOf = (save = '', name: string): string => `${save} ${name}`;
    const taken = new Map(
      factsOf(desk, 'cad.changed').flatMap(({cause, changes}) =>
        changes.map((change) => [keyOf(cause, change.name), change] as const),
      ),
    );
    const told = factsOf(desk, 'cad.overwritten').map(({cause, name}) => keyOf(cause, name));
    expect(new Set(told).size).toBe(told.length);
    for (const {id, name, value, base} of sent) {
      const key = keyOf(id, name);
      expect(taken.has(key)).not.toBe(told.includes(key));
      if (taken.has(key)) expect(taken.get(key)).toEqual({name, value, version: base + 1});
    }
    return told.length;
  };

  it('[CAD-9] two agents race for the same values 1,000 times: nothing is lost, every loser is told, all agree', async () => {
    const interactionId = await stage.conference('yoon', 'park');
    const randoms = {yoon: seeded(20_261_121), park: seeded(20_261_122)};
    const sent: Readonly<Record<'yoon' | 'park', Sent[]>> = {yoon: [], park: []};
    const race = async (who: 'yoon' | 'park', round: number): Promise<void> => {
      const random = randoms[who];
      for (let wait = random(3); wait > 0; wait -= 1) await new Promise(setImmediate);
      sent[who].push(...(await save(who, interactionId, round, random)));
    };
    for (let round = 1; round <= 1_000; round += 1) {
      await Promise.all([race('yoon', round), race('park', round)]);
    }

    const truth = cadOf(stage.harness.gateway.core.host.centre.interactions.get(interactionId));
    const desks = [stage.desk('yoon'), stage.desk('park')] as const;
    for (const desk of desks) {
      await desk.until('the last value', () =>
        truth.every(({name, version}) => versionOf(desk, interactionId, name) === version),
      );
      expect(seen(desk, interactionId)).toEqual(truth);
    }
    expect(cadOf(await stored(interactionId))).toEqual(truth);
    const [changed, alike] = desks.map((desk) =>
      factsOf(desk, 'cad.changed').map(({changes, by, cause}) => ({changes, by, cause})),
    );
    expect(changed).toEqual(alike);
    expectNoGap(factsOf(desks[0], 'cad.changed'));
    const lost = expectAccountOf(sent.yoon, desks[0]) + expectAccountOf(sent.park, desks[1]);
    // A race in which nobody ever loses proves nothing.
    expect(lost).toBeGreaterThan(200);
    const secrets = desks
      .flatMap((desk) => factsOf(desk, 'cad.overwritten'))
      .filter((one) => one.name === 'pin');
    expect(secrets.every(({kept, lost: mine}) => kept === '' && mine === '')).toBe(true);
  });

  it('[CAD-9] a save that was made while the desk was offline meets what was saved meanwhile', async () => {
    const interactionId = await stage.conference('yoon', 'park');
    const {harness} = stage;
    const [yoon, park] = [stage.desk('yoon'), stage.desk('park')];
    const token = await harness.token('yoon');
    const base = versionOf(yoon, interactionId, 'city');
    const {cursor} = yoon.state;
    yoon.cut();
    await park.do({type: 'cad.save', interactionId, edits: [{name: 'city', value: '부산', base}]});
    const back = await harness.open(token, cursor);
    const edits = [
      {name: 'city', value: '서울', base},
      {name: 'street', value: '세종대로 110', base: 0},
    ];
    await back.do({type: 'cad.save', interactionId, edits}, 'kept-while-offline');
    expect(await back.fact('cad.overwritten')).toMatchObject({
      agentId: 'yoon',
      name: 'city',
      winner: '박지우',
      kept: '부산',
      lost: '서울',
    });
    await park.until('both values', () => valueOf(park, interactionId, 'street') === '세종대로 110');
    expect(valueOf(park, interactionId, 'city')).toBe('부산');
    expect(park.facts.some(({type}) => type === 'cad.overwritten')).toBe(false);
  });

  it('a save whose answer was lost is done once, over a restart too', async () => {
    const interactionId = await stage.call('yoon');
    const {harness} = stage;
    const save = {
      type: 'cad.save',
      interactionId,
      edits: [{name: 'note', value: 'once', base: 0}],
    } as const;
    stage.desk('yoon').say({type: 'command', id: 'the-save', command: save});
    stage.desk('yoon').cut();
    const isSaved = async () => cadOf(await stored(interactionId)).some(({value}) => value === 'once');
    // Cut before it was read, or after: either way the desk cannot know.
    await Promise.race([eventually('the save', isSaved), pass(300)]);
    await harness.halt();
    await harness.run();
    const back = await harness.open(await harness.token('yoon'));
    await back.do(save, 'the-save');
    await back.do(save, 'the-save');
    expect(valueOf(back, interactionId, 'note')).toBe('once');
    expect(versionOf(back, interactionId, 'note')).toBe(1);
    expect(back.facts.some(({type}) => type === 'cad.overwritten')).toBe(false);
  });

  it.each([
    ['a name that is not there', {name: 'nothing', value: 'x'}, 'DW_CAD_UNKNOWN'],
    ['[CAD-2] one that only the flow sets', {name: 'contract', value: 'B-2'}, 'DW_CAD_READONLY'],
    ['[CAD-4] 257 characters', {name: 'note', value: '가'.repeat(257)}, 'DW_CAD_TOO_LONG'],
    ['[CAD-5] 1e400 for an integer', {name: 'parcels', value: '1e400'}, 'DW_CAD_INVALID'],
    ['[CAD-5] 1.5 for an integer', {name: 'parcels', value: '1.5'}, 'DW_CAD_INVALID'],
    ['a lone surrogate', {name: 'note', value: 'a\ud83d'}, 'DW_CAD_INVALID'],
    ['NUL', {name: 'note', value: 'a\u0000'}, 'DW_CAD_INVALID'],
  ])('refuses %s, and with it everything that stood beside it', async (_, bad, code) => {
    const interactionId = await stage.call('yoon');
    const yoon = stage.desk('yoon');
    const edits = [
      {name: 'city', value: '서울', base: 0},
      {...bad, base: 0},
    ];
    expect(await yoon.refused({type: 'cad.save', interactionId, edits})).toBe(code);
    expect(valueOf(yoon, interactionId, 'city')).toBe('');
    expect(versionOf(yoon, interactionId, 'city')).toBe(0);
  });

  it('[CAD-2] takes nothing before the contact was accepted, nor from whoever is not in it', async () => {
    const yoon = await stage.available('yoon');
    await stage.phone('+821048271934', 'dial', '15880420');
    const {id: interactionId} = await stage.part('yoon', 'offered');
    const edits = [{name: 'city', value: 'x', base: 0}];
    expect(await yoon.refused({type: 'cad.save', interactionId, edits})).toBe('DW_INTERACTION_NOT_ACTIVE');
    const park = await stage.available('park');
    expect(await park.refused({type: 'cad.save', interactionId, edits})).toBe('DW_INTERACTION_UNKNOWN');
  });

  it('[CAD-3] is saved in a chat too, and never told to the customer', async () => {
    const yoon = await stage.available('yoon');
    const {interactionId, token} = await stage.harness.visit({name: 'Kim'});
    const visitor = await stage.harness.open(token);
    await stage.part('yoon', 'offered');
    await yoon.do({type: 'interaction.accept', interactionId});
    const edits = [{name: 'pin', value: 'planted-4711', base: 0}];
    await yoon.do({type: 'cad.save', interactionId, edits});
    await yoon.until('the value', () => valueOf(yoon, interactionId, 'pin') === 'planted-4711');
    await visitor.do({type: 'message.send', interactionId, text: 'hello'});
    expect(JSON.stringify(visitor.messages)).not.toContain('planted-4711');
    expect(stage.harness.logLines.join('\n')).not.toContain('planted-4711');
  });
});

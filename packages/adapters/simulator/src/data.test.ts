import {afterEach, describe, expect, it} from 'vitest';
import {fakeClock} from '@deskwire/testing';
import type {CadVariable} from '@deskwire/domain';
import {sampleCall, sampleMail, samplePlainChat} from './sample/people.js';
import {SAMPLE_OTHER_VARIABLES} from './sample/variables.js';
import {Stage, toldOf} from './test-kit/stage.js';

const opened: Stage[] = [];
afterEach(() => {
  for (const {simulator} of opened.splice(0)) simulator.close();
});

/** A desk that talks with a customer. */
const inCall = async () => {
  const stage = new Stage(fakeClock());
  opened.push(stage);
  const {simulator, clock} = stage;
  const desk = await stage.desk('yoon');
  const interactionId = simulator.callArrives(sampleCall('en'));
  await clock.pass(600);
  await stage.does(desk, {type: 'interaction.accept', interactionId});
  const variable = (name: string): CadVariable => {
    const found = desk.interaction(interactionId).cad.find((one) => one.name === name);
    if (!found) throw new Error(`no ${name}`);
    return found;
  };
  const save = (name: string, value: string, base = variable(name).version) =>
    stage.does(desk, {type: 'cad.save', interactionId, edits: [{name, value, base}]});
  return {stage, simulator, clock, desk, interactionId, variable, save};
};

/** A colleague is in the same call. */
const withPark = async () => {
  const scene = await inCall();
  const {stage, simulator, clock, desk, interactionId} = scene;
  const park = simulator.colleague('park');
  park.becomesAvailable();
  await stage.does(desk, {type: 'consult.start', interactionId, to: {kind: 'agent', agentId: 'park'}});
  await clock.pass(600);
  park.accepts(interactionId);
  return {...scene, park};
};

describe('call-associated data', () => {
  it('is of every type in calls, chats and mails of the sample', async () => {
    const {simulator} = new Stage(fakeClock());
    const ids = [
      simulator.callArrives(),
      simulator.chatArrives(samplePlainChat('en')),
      simulator.mailArrives(sampleMail('en')),
    ];
    for (const id of ids) {
      const {cad = []} = simulator.centre.interactions.get(id) ?? {};
      expect(new Set(cad.map(({type}) => type)).size).toBe(6);
      expect(cad.some(({secure, editable}) => secure && editable)).toBe(true);
      expect(cad.length).toBeLessThanOrEqual(30);
    }
  });

  it('is set by the flow while it is open', async () => {
    const {simulator, interactionId, variable, clock} = await inCall();
    expect(simulator.flowSets(interactionId, {'plan-tier': 'Platinum', unknown: 'x'})).toEqual({ok: true});
    await clock.pass(0);
    expect(variable('plan-tier')).toMatchObject({value: 'Platinum', changedBy: {kind: 'flow'}});
  });

  it('is defined anew by the flow: what matches is carried over', async () => {
    const {simulator, interactionId, variable, desk, clock, save} = await inCall();
    await save('refund-amount', '12.50');
    simulator.flowDefines(interactionId, SAMPLE_OTHER_VARIABLES);
    await clock.pass(0);
    expect(desk.interaction(interactionId).cad.map(({name, value}) => [name, value])).toEqual([
      ['account-number', '8840-2271-06'],
      ['plan-tier', 'Priority'],
      ['reason-for-call', ''],
      ['refund-amount', ''],
      ['claim-number', ''],
    ]);
    expect(await save('refund-amount', 'text now')).toBe('ok');
    expect(variable('refund-amount').value).toBe('text now');
  });

  it('of two agents is saved by the first, and the second is told', async () => {
    const {clock, desk, park, save, variable} = await withPark();
    const {version} = variable('reason-for-call');
    expect(park.saves({'reason-for-call': 'Refund'})).toEqual({ok: true});
    expect(await save('reason-for-call', 'Delay', version)).toBe('ok');
    await clock.pass(0);
    expect(variable('reason-for-call')).toMatchObject({value: 'Refund', changedBy: {id: 'park'}});
    expect(toldOf(desk, 'cad.overwritten')).toMatchObject([
      {winner: 'Park Ji-woo', kept: 'Refund', lost: 'Delay'},
    ]);
  });

  it('is saved by a colleague who comes second', async () => {
    const {clock, desk, park, save, variable, interactionId} = await withPark();
    await save('reason-for-call', 'Delay');
    expect(park.saves({'reason-for-call': 'Refund'}, interactionId, {'reason-for-call': 0})).toEqual({
      ok: true,
    });
    await clock.pass(0);
    expect(variable('reason-for-call').value).toBe('Delay');
    expect(toldOf(desk, 'cad.overwritten')).toEqual([]);
    expect(park.saves({'customer-since': '2020-01-01'})).toMatchObject({refusal: {code: 'DW_CAD_READONLY'}});
  });
});

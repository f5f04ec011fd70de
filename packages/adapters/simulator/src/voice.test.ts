import {afterEach, describe, expect, it} from 'vitest';
import {fakeClock} from '@deskwire/testing';
import {legState, type Command, type Target} from '@deskwire/domain';
import type {SimulatorOptions} from './options.js';
import {sampleCallback} from './sample/people.js';
import {sampleTenant} from './sample/tenant.js';
import {Simulator} from './simulator.js';
import {TestDesk} from './test-kit/desk.js';

const CARD: Target = {kind: 'number', number: '+82 1577-0420'};
const park: Target = {kind: 'agent', agentId: 'park'};

const opened: Simulator[] = [];
afterEach(() => {
  for (const simulator of opened.splice(0)) simulator.close();
});

/** Two desks of one contact centre, both available. */
const open = async (options: SimulatorOptions = {}) => {
  const clock = fakeClock();
  const simulator = new Simulator({clock, ...options});
  opened.push(simulator);
  const yoon = new TestDesk(simulator.port('yoon'));
  const other = new TestDesk(simulator.port('park'));
  await clock.pass(0);
  const does = async (desk: TestDesk, command: Command) => {
    const sent = desk.send(command);
    await clock.pass(0);
    const result = await sent;
    return result.ok ? 'ok' : result.refusal.code;
  };
  for (const desk of [yoon, other]) {
    await does(desk, {type: 'agent.set-state', to: {state: 'available'}});
    await clock.pass(1_000);
  }
  return {clock, simulator, yoon, other, does};
};

type Open = Awaited<ReturnType<typeof open>>;

const heard = (desk: TestDesk, id: string) => {
  const call = desk.interaction(id);
  return Object.fromEntries(
    call.legs
      .filter(({presence}) => presence !== 'gone')
      .map((leg) => [leg.party.kind === 'agent' ? leg.party.agent.id : leg.party.kind, legState(call, leg)]),
  );
};

/** Yoon Ji-ho talks with a customer. */
const inCall = async ({clock, simulator, yoon, does}: Open) => {
  const interactionId = simulator.callArrives();
  await clock.pass(600);
  await does(yoon, {type: 'interaction.accept', interactionId});
  return interactionId;
};

describe('a consult between two desks', () => {
  it('is asked for, accepted, swapped and handed over', async () => {
    const house = await open();
    const {clock, yoon, other, does} = house;
    const interactionId = await inCall(house);
    expect(await does(yoon, {type: 'consult.start', interactionId, to: park})).toBe('ok');
    expect(heard(yoon, interactionId)).toEqual({customer: 'held', yoon: 'talking'});
    await clock.pass(600);
    expect(other.part(interactionId)).toMatchObject({role: 'consulted', phase: 'offered'});
    await does(other, {type: 'interaction.accept', interactionId});
    expect(heard(other, interactionId)).toEqual({customer: 'held', yoon: 'talking', park: 'talking'});
    await does(yoon, {type: 'consult.hold', interactionId});
    expect(heard(other, interactionId)).toEqual({customer: 'talking', yoon: 'talking', park: 'held'});
    expect(await does(other, {type: 'consult.resume', interactionId})).toBe('DW_CONSULT_NOT_OWNER');
    await does(yoon, {type: 'consult.transfer', interactionId});
    expect([yoon.part(interactionId)?.phase, other.part(interactionId)?.role]).toEqual(['wrap-up', 'owner']);
    expect(heard(other, interactionId)).toEqual({customer: 'talking', park: 'talking'});
  });

  it('that is missed leaves the customer held, and the list agrees with what was refused', async () => {
    const house = await open();
    const {clock, yoon, other, does} = house;
    const interactionId = await inCall(house);
    await does(yoon, {type: 'consult.start', interactionId, to: park});
    await clock.pass(600 + 20_000);
    expect(other.state.presence.state).toBe('rona');
    expect(heard(yoon, interactionId)).toEqual({customer: 'held', yoon: 'talking'});
    expect(await does(yoon, {type: 'consult.start', interactionId, to: park})).toBe('DW_TARGET_UNAVAILABLE');
    await expect(yoon.query({type: 'directory.agents', interactionId})).resolves.toMatchObject({
      answer: {agents: [{agent: {id: 'park'}, state: 'rona', canReceive: false}, {}]},
    });
  });

  it('becomes a conference that agent 2 leaves by putting the phone down', async () => {
    const house = await open();
    const {clock, simulator, yoon, does} = house;
    simulator.colleague('han').becomesAvailable();
    const interactionId = await inCall(house);
    await does(yoon, {type: 'consult.start', interactionId, to: {kind: 'agent', agentId: 'han'}});
    await clock.pass(600);
    simulator.phoneAnswers('han');
    await does(yoon, {type: 'conference.start', interactionId});
    expect(heard(yoon, interactionId)).toEqual({customer: 'talking', yoon: 'talking', han: 'talking'});
    simulator.phoneHangsUp('han');
    await clock.pass(0);
    expect(heard(yoon, interactionId)).toEqual({customer: 'talking', yoon: 'talking'});
  });

  it('can be played by colleagues without a desk', async () => {
    const house = await open();
    const {clock, simulator} = house;
    const han = simulator.colleague('han');
    const interactionId = await inCall(house);
    expect(han.becomesAvailable()).toEqual({ok: true});
    await house.does(house.other, {type: 'agent.set-state', to: {state: 'idle', reasonId: 'lunch'}});
    const second = simulator.callArrives();
    await clock.pass(600);
    simulator.phoneAnswers('han');
    expect(han.consults(park)).toMatchObject({refusal: {code: 'DW_TARGET_UNAVAILABLE'}});
    expect(han.consults(CARD)).toEqual({ok: true});
    simulator.numberAnswers('+82 1577-0420');
    expect(han.startsConference()).toEqual({ok: true});
    expect(han.endsConference()).toEqual({ok: true});
    expect(han.wrapsUp(['resolved'])).toEqual({ok: true});
    expect([interactionId, second].map((id) => simulator.centre.interactions.has(id))).toEqual([true, false]);
  });
});

describe('an outside number', () => {
  it('answers by itself, under its name, and hangs up as the story says', async () => {
    const house = await open();
    const {clock, simulator, yoon, does} = house;
    const interactionId = await inCall(house);
    await does(yoon, {type: 'consult.start', interactionId, to: CARD});
    expect(yoon.interaction(interactionId).legs.at(-1)?.party).toEqual({
      kind: 'number',
      number: '+8215770420',
      name: 'Daehan Card, disputes',
    });
    expect(heard(yoon, interactionId)).toMatchObject({number: 'ringing'});
    await clock.pass(3_000);
    expect(heard(yoon, interactionId)).toEqual({customer: 'held', yoon: 'talking', number: 'talking'});
    expect(simulator.numberHangsUp('+8215770420')).toEqual({ok: true});
    await clock.pass(0);
    expect(heard(yoon, interactionId)).toEqual({customer: 'talking', yoon: 'talking'});
    expect(simulator.numberHangsUp('+8215770420')).toMatchObject({ok: false});
  });

  it('declines, cannot be reached, or rings until nobody waits any more', async () => {
    const house = await open({pace: {pickUpMs: Infinity}});
    const {clock, simulator, yoon, does} = house;
    const interactionId = await inCall(house);
    const reasons = () => yoon.facts.flatMap((fact) => (fact.type === 'consult.failed' ? [fact.reason] : []));
    const start = {type: 'consult.start', interactionId, to: CARD} as const;
    await does(yoon, start);
    simulator.numberDeclines('+8215770420');
    await does(yoon, start);
    simulator.numberFails('+8215770420');
    await does(yoon, start);
    await clock.pass(30_000);
    expect(reasons()).toEqual(['declined', 'failed', 'missed']);
  });

  it('that a call was sent to talks with the customer alone, and some time they are done', async () => {
    const house = await open();
    const {clock, simulator, yoon, does} = house;
    const interactionId = await inCall(house);
    await does(yoon, {type: 'interaction.transfer', interactionId, to: CARD});
    await does(yoon, {type: 'wrap-up.submit', interactionId, reasonIds: ['resolved']});
    await clock.pass(3_000);
    expect(simulator.centre.interactions.get(interactionId)?.talk.kind).toBe('together');
    await clock.pass(60_000);
    expect(simulator.centre.interactions.has(interactionId)).toBe(false);
  });
});

describe('a callback', () => {
  it('dials the customer when it is accepted, and connects when they answer', async () => {
    const {clock, simulator, yoon, does} = await open();
    const interactionId = simulator.callArrives(sampleCallback('en'));
    await clock.pass(600);
    expect(yoon.interaction(interactionId)).toMatchObject({origin: 'callback', legs: []});
    await does(yoon, {type: 'interaction.accept', interactionId});
    expect(heard(yoon, interactionId)).toEqual({yoon: 'talking', customer: 'ringing'});
    await clock.pass(3_000);
    expect(heard(yoon, interactionId)).toEqual({yoon: 'talking', customer: 'talking'});
  });

  it.each(['unanswered', 'rejected', 'failed'] as const)(
    '%s goes back to the queue, and to the next',
    async (why) => {
      const {clock, simulator, yoon, other, does} = await open({pace: {pickUpMs: Infinity}});
      const interactionId = simulator.callArrives(sampleCallback('en'));
      await clock.pass(600);
      await does(yoon, {type: 'interaction.accept', interactionId});
      expect(simulator.customerDoesNotPickUp(interactionId, why)).toEqual({ok: true});
      await clock.pass(600);
      expect(yoon.facts.find(({type}) => type === 'outdial.failed')).toBeDefined();
      expect([yoon.part(interactionId), other.part(interactionId)?.phase]).toEqual([undefined, 'offered']);
      await does(other, {type: 'interaction.accept', interactionId});
      expect(simulator.customerPicksUp(interactionId)).toEqual({ok: true});
      await clock.pass(0);
      expect(heard(other, interactionId)).toEqual({park: 'talking', customer: 'talking'});
    },
  );

  it('is told which limit was reached', async () => {
    const tenant = sampleTenant('en', {callLimits: {dataCentre: 100, tenant: 1}});
    const house = await open({tenant});
    const {clock, simulator, other, does} = house;
    await inCall(house);
    const interactionId = simulator.callArrives(sampleCallback('en'));
    await clock.pass(600);
    await does(other, {type: 'interaction.accept', interactionId});
    expect(other.facts.find(({type}) => type === 'outdial.failed')).toMatchObject({
      reason: 'limit',
      code: 27,
    });
  });
});
